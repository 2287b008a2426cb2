/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intern.h"

#define CHUNK_SIZE 4096

static GMutex lock;
static GHashTable *strings; /* a set; the keys live in @chunk */
static GStringChunk *chunk;

const char *
zb_intern (const char *string) {
  const char *interned;

  if (string == NULL)
    return NULL;
  g_mutex_lock (&lock);
  if (strings == NULL) {
    strings = g_hash_table_new (g_str_hash, g_str_equal);
    chunk = g_string_chunk_new (CHUNK_SIZE);
  }
  interned = g_hash_table_lookup (strings, string);
  if (interned == NULL) {
    char *copy = g_string_chunk_insert (chunk, string);

    g_hash_table_add (strings, copy);
    interned = copy;
  }
  g_mutex_unlock (&lock);
  return interned;
}
