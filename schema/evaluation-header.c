/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-header.h"

#include <string.h>

#include "evaluation-words.h"
#include "text-fold.h"

static const char *const COLUMN_NAMES[ZB_N_EVALUATION_COLUMNS] = {
  [ZB_EVALUATION_LEVEL1] = "level1",     [ZB_EVALUATION_LEVEL2] = "level2",
  [ZB_EVALUATION_LEVEL3] = "level3",     [ZB_EVALUATION_RELATION] = "relation",
  [ZB_EVALUATION_TARGET] = "target",     [ZB_EVALUATION_UNIT] = "unit",
  [ZB_EVALUATION_ACTUAL] = "actual",     [ZB_EVALUATION_WEIGHT] = "weight",
  [ZB_EVALUATION_SCORE] = "score",       [ZB_EVALUATION_DEVIATION] = "deviation",
};

/* Forms with one column for the name call it 指标名称 or 绩效指标; -1 where there is none. */
static int
find_lone_name (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = cell->col == col ? zb_text_fold (cell->text) : g_strdup ("");

    if (zb_evaluation_word_is (ZB_EVALUATION_WORD_NAME_COLUMN, folded)
        || (col > 0 && zb_evaluation_word_is (ZB_EVALUATION_WORD_NAME_COLUMN_BEHIND, folded)))
      return (int) col;
  }
  return -1;
}

/* The column of that name; ZB_N_EVALUATION_COLUMNS where there is none. */
static guint
column_named (const char *name) {
  guint column = 0;

  while (column < ZB_N_EVALUATION_COLUMNS && !g_str_equal (COLUMN_NAMES[column], name))
    column++;
  return column;
}

gboolean
zb_evaluation_column_is_known (const char *name) {
  return column_named (name) < ZB_N_EVALUATION_COLUMNS;
}

/* Notes @col under what its head says that it holds, where no column before it holds that. */
static void
note_column (ZbEvaluationHeader *header, const char *folded, guint col) {
  const GPtrArray *words = zb_evaluation_words (ZB_EVALUATION_WORD_COLUMN);

  for (guint i = 0; i < words->len; i++) {
    const ZbRoleWord *word = g_ptr_array_index (words, i);
    guint column = column_named (word->value);

    if (strstr (folded, word->word) != NULL && header->at[column] < 0) {
      header->at[column] = (int) col;
      return;
    }
  }
}

gboolean
zb_evaluation_header_read (const ZbTable *table, guint row, ZbEvaluationHeader *header) {
  ZbEvaluationHeader found;
  gboolean any = FALSE;

  for (guint i = 0; i < ZB_N_EVALUATION_COLUMNS; i++)
    found.at[i] = -1;
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = cell->col == col ? zb_text_fold (cell->text) : g_strdup ("");

    if (strlen (folded) > 60)
      return FALSE;
    if (!zb_evaluation_word_within (ZB_EVALUATION_WORD_NO_COLUMN, folded))
      note_column (&found, folded, col);
  }
  if (found.at[ZB_EVALUATION_LEVEL3] < 0)
    found.at[ZB_EVALUATION_LEVEL3] = find_lone_name (table, row);
  any = found.at[ZB_EVALUATION_LEVEL3] >= 0 && found.at[ZB_EVALUATION_TARGET] >= 0;
  if (any)
    *header = found;
  return any;
}
