/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-words.h"

#include <string.h>

#include "data-table.h"
#include "text-fold.h"
#include "text-word-kinds.h"

static const char *const KIND_NAMES[] = {
  [ZB_FORM_WORD_LEVEL1] = "level1", [ZB_FORM_WORD_LEVEL2] = "level2",
  [ZB_FORM_WORD_FUND] = "fund",     [ZB_FORM_WORD_HEADER] = "header",
  [ZB_FORM_WORD_GOAL] = "goal",     [ZB_FORM_WORD_TOTAL] = "total",
  [ZB_FORM_WORD_LABEL] = "label",
};

static gpointer
load_words (GError **error) {
  return zb_word_kinds_read ("form-words.tsv", KIND_NAMES, G_N_ELEMENTS (KIND_NAMES), FALSE, error);
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
  const ZbWordKind *word = g_hash_table_lookup (words, folded);

  return word != NULL ? (ZbFormWord) word->kind : ZB_FORM_WORD_NONE;
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
