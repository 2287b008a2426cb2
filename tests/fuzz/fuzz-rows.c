/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a worker sends, its supervisor survives: reading how it ended and putting its rows into the
 * store give a result, or an error that is one of wrong rows, and the store stays sound. */
#include <glib/gstdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "outcome.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char SHA256[] = "0000000000000000000000000000000000000000000000000000000000000000";

static char *folder;

static void
remove_folder (void) {
  static const char *const FILES[] = { "store.sqlite", "store.sqlite-wal", "store.sqlite-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (folder, FILES[i], NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/* One for all inputs; the document is always the same. */
static ZbStore *
open_store (gint64 *document) {
  static ZbStore *store = NULL;
  static gint64 known = 0;
  gint64 name = 0;

  if (store == NULL) {
    const ZbFileMark mark = { 1, 1, 1, 1 };

    folder = g_dir_make_tmp ("zhibiao-fuzz-XXXXXX", NULL);
    atexit (remove_folder);
    store = zb_store_open (folder, ZB_STORE_WRITE, NULL);
    g_assert_nonnull (store);
    known = zb_store_note_file (store, 1, "/a", &mark, SHA256, &name, NULL);
  }
  *document = known;
  return store;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size) {
  const ZbMaker maker = { "0", "0", "" };
  const struct rusage usage = { 0 };
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ZbEnding) ending = { 0 };
  gint64 document = 0;
  ZbStore *store = open_store (&document);

  g_byte_array_append (rows, data, (guint) size);
  zb_ending_read (&ending, rows, 0, &usage, NULL, SHA256);
  if (ending.outcome.status == NULL) {
    g_assert_true (ending.convert || ending.converted);
    return 0;
  }
  if (!zb_store_put_result (store, 1, document, &maker, &ending.outcome, rows, &error))
    g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  return 0;
}
