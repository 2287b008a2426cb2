/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-words.h"

#include <string.h>

#include "data-table.h"
#include "extract-data.h"
#include "text-fold.h"

#define PATH "/zhibiao/extract/form-words.tsv"

static const char *const KIND_NAMES[] = {
  [ZB_FORM_WORD_LEVEL1] = "level1", [ZB_FORM_WORD_LEVEL2] = "level2",
  [ZB_FORM_WORD_FUND] = "fund",     [ZB_FORM_WORD_HEADER] = "header",
  [ZB_FORM_WORD_GOAL] = "goal",     [ZB_FORM_WORD_TOTAL] = "total",
  [ZB_FORM_WORD_LABEL] = "label",
};

static ZbFormWord
parse_kind (const char *name) {
  for (guint kind = ZB_FORM_WORD_LEVEL1; kind < G_N_ELEMENTS (KIND_NAMES); kind++)
    if (g_str_equal (KIND_NAMES[kind], name))
      return (ZbFormWord) kind;
  return ZB_FORM_WORD_NONE;
}

/* The kind of every word by its folded spelling. */
static gpointer
load_words (GError **error) {
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_extract_data_get_resource (), PATH, 2, error);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    g_autofree char *folded = zb_text_fold (row->fields[0]);
    ZbFormWord kind = parse_kind (row->fields[1]);

    if (kind == ZB_FORM_WORD_NONE || *folded == '\0' || g_hash_table_contains (words, folded)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "form-words.tsv: line %u: no such kind of word, or a second time the same word",
                   row->line);
      return NULL;
    }
    g_hash_table_insert (words, g_steal_pointer (&folded), GUINT_TO_POINTER (kind));
  }
  return g_steal_pointer (&words);
}

static ZbDataOnce loaded;

gboolean
zb_text_form_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

/* Cuts a weight in brackets off the end: 产出指标(50分). */
static void
cut_weight (char *folded) {
  char *bracket = strrchr (folded, '(');

  if (bracket != NULL && bracket != folded && g_str_has_suffix (bracket, "分)"))
    *bracket = '\0';
}

static ZbFormWord
lookup_folded (const char *folded) {
  GHashTable *words = zb_data_once_lookup (&loaded, load_words);

  return (ZbFormWord) GPOINTER_TO_UINT (g_hash_table_lookup (words, folded));
}

ZbFormWord
zb_text_form_words_lookup (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  char *bracket = NULL;
  ZbFormWord kind;

  cut_weight (folded);
  kind = lookup_folded (folded);
  if (kind != ZB_FORM_WORD_NONE || !g_str_has_suffix (folded, ")"))
    return kind;
  /* The head of a column may say in brackets how it is computed: 全年执行数（B）. */
  bracket = strrchr (folded, '(');
  if (bracket != NULL)
    *bracket = '\0';
  kind = lookup_folded (folded);
  return kind == ZB_FORM_WORD_HEADER ? kind : ZB_FORM_WORD_NONE;
}

gboolean
zb_text_form_words_is_weight (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gsize digits = folded[0] == '(' ? strspn (folded + 1, "0123456789.") : 0;

  return digits > 0 && g_str_equal (folded + 1 + digits, "分)");
}

gboolean
zb_text_form_words_is_label (const char *text) {
  return zb_text_form_words_lookup (text) != ZB_FORM_WORD_NONE;
}
