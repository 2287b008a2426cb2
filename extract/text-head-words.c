/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-head-words.h"

#include "data-table.h"
#include "extract-data.h"
#include "text-fold.h"

#define PATH "/zhibiao/extract/head-words.tsv"

static const char *const KIND_NAMES[] = {
  [ZB_HEAD_WORD_NAME] = "name",
  [ZB_HEAD_WORD_CODE] = "code",
  [ZB_HEAD_WORD_LINE] = "line",
  [ZB_HEAD_WORD_KEYS] = "keys",
  [ZB_HEAD_WORD_OVER] = "over",
};

typedef struct {
  ZbHeadWord kind;
  GHashTable *parts; /* of folded words */
} HeadWord;

static void
free_word (gpointer data) {
  HeadWord *word = data;

  g_hash_table_unref (word->parts);
  g_free (word);
}

static ZbHeadWord
parse_kind (const char *name) {
  for (guint kind = ZB_HEAD_WORD_NAME; kind < G_N_ELEMENTS (KIND_NAMES); kind++)
    if (g_str_equal (KIND_NAMES[kind], name))
      return (ZbHeadWord) kind;
  return ZB_HEAD_WORD_AMOUNT;
}

static GHashTable *
parse_parts (const char *field) {
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (field, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (parts, zb_text_fold (words[i]));
  return parts;
}

static gpointer
load_words (GError **error) {
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_extract_data_get_resource (), PATH, 3, error);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_word);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    g_autofree char *folded = zb_text_fold (row->fields[0]);
    ZbHeadWord kind = parse_kind (row->fields[1]);
    HeadWord *word;

    if (kind == ZB_HEAD_WORD_AMOUNT || *folded == '\0' || g_hash_table_contains (words, folded)
        || (kind >= ZB_HEAD_WORD_KEYS) != (*row->fields[2] != '\0')) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "head-words.tsv: line %u: no such kind of word, parts where none or no parts where "
                   "some belong, or a second time the same word",
                   row->line);
      return NULL;
    }
    word = g_new0 (HeadWord, 1);
    word->kind = kind;
    word->parts = parse_parts (row->fields[2]);
    g_hash_table_insert (words, g_steal_pointer (&folded), word);
  }
  return g_steal_pointer (&words);
}

static ZbDataOnce loaded;

gboolean
zb_text_head_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

static const HeadWord *
find_word (const char *text) {
  GHashTable *words = zb_data_once_lookup (&loaded, load_words);
  g_autofree char *folded = zb_text_fold (text);

  return g_hash_table_lookup (words, folded);
}

ZbHeadWord
zb_text_head_words_lookup (const char *text) {
  const HeadWord *word = find_word (text);

  return word != NULL ? word->kind : ZB_HEAD_WORD_AMOUNT;
}

gboolean
zb_text_head_words_is_part (const char *over, const char *part) {
  const HeadWord *word = find_word (over);
  g_autofree char *folded = zb_text_fold (part);

  return word != NULL && g_hash_table_contains (word->parts, folded);
}

gboolean
zb_text_head_words_is_total (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return g_str_has_suffix (folded, "合计") || g_str_has_suffix (folded, "总计")
         || g_str_has_suffix (folded, "小计");
}
