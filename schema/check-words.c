/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-words.h"

#include "data-table.h"
#include "schema-data.h"
#include "text-fold.h"

static const char *const ROLE_NAMES[ZB_N_CHECK_WORDS] = {
  [ZB_CHECK_WORD_RATE] = "rate",
  [ZB_CHECK_WORD_NO_RATE] = "no_rate",
  [ZB_CHECK_WORD_PLACEHOLDER_UNIT] = "placeholder_unit",
  [ZB_CHECK_WORD_WORDS_ONLY] = "words_only",
  [ZB_CHECK_WORD_WHOLE_COST] = "whole_cost",
  [ZB_CHECK_WORD_EQUAL_BUDGET] = "equal_budget",
  [ZB_CHECK_WORD_ABOVE_BUDGET] = "above_budget",
  [ZB_CHECK_WORD_BELOW_BUDGET] = "below_budget",
  [ZB_CHECK_WORD_EQUAL_LAST_YEAR] = "equal_last_year",
  [ZB_CHECK_WORD_GRADE] = "grade",
};

typedef struct {
  GPtrArray *roles[ZB_N_CHECK_WORDS]; /* ZbCheckWord * */
} WordTable;

static void
word_free (gpointer data) {
  ZbCheckWord *word = data;

  g_free (word->word);
  g_free (word->value);
  g_free (word);
}

static void
word_table_free (WordTable *table) {
  for (guint role = 0; role < ZB_N_CHECK_WORDS; role++)
    g_ptr_array_unref (table->roles[role]);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WordTable, word_table_free)

static gboolean
add_word (WordTable *table, const ZbDataRow *row) {
  guint role = 0;
  ZbCheckWord *word;

  while (role < ZB_N_CHECK_WORDS && !g_str_equal (ROLE_NAMES[role], row->fields[0]))
    role++;
  if (role == ZB_N_CHECK_WORDS || *row->fields[1] == '\0')
    return FALSE;
  word = g_new0 (ZbCheckWord, 1);
  word->word = zb_text_fold (row->fields[1]);
  word->value = g_strdup (row->fields[2]);
  g_ptr_array_add (table->roles[role], word);
  return TRUE;
}

static gpointer
load_words (GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (),
                                                   "/zhibiao/schema/check-words.tsv", 3, error);
  g_autoptr (WordTable) table = NULL;

  if (rows == NULL)
    return NULL;
  table = g_new0 (WordTable, 1);
  for (guint role = 0; role < ZB_N_CHECK_WORDS; role++)
    table->roles[role] = g_ptr_array_new_with_free_func (word_free);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);

    if (!add_word (table, row)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "check-words.tsv: line %u: no such role, or no word",
                   row->line);
      return NULL;
    }
  }
  return g_steal_pointer (&table);
}

static ZbDataOnce loaded;

gboolean
zb_check_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

const GPtrArray *
zb_check_words (ZbCheckWordRole role) {
  return ((const WordTable *) zb_data_once_lookup (&loaded, load_words))->roles[role];
}

static const ZbCheckWord *
find_word (ZbCheckWordRole role, const char *folded, gboolean (*fits) (const char *, const char *)) {
  const GPtrArray *words = zb_check_words (role);

  for (guint i = 0; i < words->len; i++) {
    const ZbCheckWord *word = g_ptr_array_index (words, i);

    if (fits (folded, word->word))
      return word;
  }
  return NULL;
}

static gboolean
is_equal (const char *text, const char *word) {
  return g_str_equal (text, word);
}

static gboolean
ends_in (const char *text, const char *word) {
  return g_str_has_suffix (text, word);
}

static gboolean
begins_with (const char *text, const char *word) {
  return g_str_has_prefix (text, word);
}

const ZbCheckWord *
zb_check_word_lookup (ZbCheckWordRole role, const char *folded) {
  return find_word (role, folded, is_equal);
}

const ZbCheckWord *
zb_check_word_at_end (ZbCheckWordRole role, const char *folded) {
  return find_word (role, folded, ends_in);
}

const ZbCheckWord *
zb_check_word_at_start (ZbCheckWordRole role, const char *folded) {
  return find_word (role, folded, begins_with);
}
