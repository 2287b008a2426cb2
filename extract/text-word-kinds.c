/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-word-kinds.h"

#include "data-table.h"
#include "extract-data.h"
#include "text-fold.h"

static void
free_word (gpointer data) {
  ZbWordKind *word = data;

  g_strfreev (word->parts);
  g_free (word);
}

/* FALSE where no kind has @name. */
static gboolean
parse_kind (const char *const *kinds, guint count, const char *name, guint *kind) {
  for (*kind = 0; *kind < count; ++*kind)
    if (kinds[*kind] != NULL && g_str_equal (kinds[*kind], name))
      return TRUE;
  return FALSE;
}

GHashTable *
zb_word_kinds_read (const char *name, const char *const *kinds, guint count, gboolean with_parts,
                    GError **error) {
  g_autofree char *path = g_strdup_printf ("/zhibiao/extract/%s", name);
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_extract_data_get_resource (), path, with_parts ? 3 : 2, error);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    g_autofree char *folded = zb_text_fold (row->fields[0]);
    ZbWordKind *word;
    guint kind;

    if (!parse_kind (kinds, count, row->fields[1], &kind) || *folded == '\0'
        || g_hash_table_contains (words, folded)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "%s: line %u: no such kind of word, or a second time the same word", name,
                   row->line);
      return NULL;
    }
    word = g_new0 (ZbWordKind, 1);
    word->kind = kind;
    word->line = row->line;
    if (with_parts && *row->fields[2] != '\0')
      word->parts = g_strsplit (row->fields[2], "|", -1);
    g_hash_table_insert (words, g_steal_pointer (&folded), word);
  }
  return g_steal_pointer (&words);
}
