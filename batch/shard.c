/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shard.h"

#include <string.h>

gboolean
zb_shard_parse (const char *text, ZbShard *shard) {
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);
  guint64 number, count;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, ZB_SHARD_MAX, &count, NULL)
      || !g_ascii_string_to_unsigned (parts[0], 10, 1, count, &number, NULL))
    return FALSE;
  *shard = (ZbShard) { 0 };
  if (count > 1)
    *shard = (ZbShard) { (guint) number, (guint) count };
  return TRUE;
}

/* The first eight bytes of the SHA-256 of @text: spread evenly, and the same everywhere. */
static guint64
spread (const char *text) {
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  guint64 number = 0;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  for (guint i = 0; i < 8; i++)
    number = number << 8 | digest[i];
  return number;
}

gboolean
zb_shard_has (const ZbShard *shard, const char *root, const char *path) {
  const char *relative = path + strlen (root);
  g_autofree char *name = NULL;

  if (shard->count == 0)
    return TRUE;
  while (*relative == '/')
    relative++;
  if (*relative == '\0')
    relative = name = g_path_get_basename (path);
  return spread (relative) % shard->count == shard->number - 1;
}
