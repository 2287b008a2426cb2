/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-rows.h"

#include <string.h>

#include "evaluation-value.h"
#include "evaluation-words.h"
#include "quantity.h"
#include "text-fold.h"

/* Recognised text often has a row of an indicator block one or two columns to the left or right,
 * because a merged 一级指标 cell was left out or put twice. So a row is read under the shift that
 * makes most sense of it: numbers in the columns of weight and score, words of the two upper levels
 * where they belong, a name in the third. */

#define LARGEST_SHIFT 2

/* The folded words of a level without its weight in brackets: 产出指标(50分) → 产出指标. */
static char *
level_word (const char *text) {
  char *folded = zb_text_fold (text);
  char *bracket = strchr (folded, '(');

  if (bracket != NULL)
    *bracket = '\0';
  return folded;
}

static gboolean
is_level (const char *text, gboolean first) {
  g_autofree char *word = level_word (text);

  if (g_utf8_strlen (word, -1) > 11)
    return FALSE;
  if (*word == '\0') /* a lone (40分) stands for the level whose name was lost */
    return first && strstr (text, "分") != NULL;
  return first ? zb_evaluation_word_within (ZB_EVALUATION_WORD_LEVEL1, word)
                     && !zb_evaluation_word_begins (ZB_EVALUATION_WORD_NOT_LEVEL1, word)
               : zb_evaluation_word_within (ZB_EVALUATION_WORD_LEVEL2, word);
}

/* 经济成本指标 社会成本指标: one cell for two levels. */
static gboolean
is_level_list (const char *text) {
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint count = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] != '\0' && !is_level (words[i], FALSE))
      return FALSE;
    count += *words[i] != '\0';
  }
  return count > 1;
}

/* The text of @column of the row read under @shift; "" where it has none. */
static const char *
text_at (const ZbTable *table, guint row, const ZbEvaluationHeader *header,
         ZbEvaluationColumn column, int shift) {
  int at = header->at[column] + shift;
  const ZbCell *cell;

  if (header->at[column] < 0 || at < 0 || at >= (int) table->cols)
    return "";
  cell = zb_table_lookup (table, row, (guint) at);
  return cell->col == (guint) at || cell->row < row ? cell->text : "";
}

static gboolean
is_number (const char *text) {
  g_autofree char *number = zb_evaluation_value_number (text);

  return number != NULL;
}

static int
judge_shift (const ZbTable *table, guint row, const ZbEvaluationHeader *header, int shift) {
  const char *name = text_at (table, row, header, ZB_EVALUATION_LEVEL3, shift);
  const char *weight = text_at (table, row, header, ZB_EVALUATION_WEIGHT, shift);
  const char *score = text_at (table, row, header, ZB_EVALUATION_SCORE, shift);
  const char *deviation = text_at (table, row, header, ZB_EVALUATION_DEVIATION, shift);
  int sense = shift == 0 ? 2 : 0;

  sense += is_number (weight) ? 2 : *weight != '\0' ? -2 : 0;
  sense += is_number (score) ? 2 : *score != '\0' ? -2 : 0;
  sense -= is_number (deviation) ? 2 : 0;
  sense += *name != '\0' && !is_level (name, TRUE) && !is_level (name, FALSE) ? 1 : -1;
  sense += *text_at (table, row, header, ZB_EVALUATION_TARGET, shift) != '\0' ? 1 : 0;
  sense += is_level (text_at (table, row, header, ZB_EVALUATION_LEVEL2, shift), FALSE) ? 1 : 0;
  return sense;
}

static int
choose_shift (const ZbTable *table, guint row, const ZbEvaluationHeader *header) {
  int best = 0, best_sense = judge_shift (table, row, header, 0);

  if (zb_table_has_spans (table))
    return 0;
  for (int distance = 1; distance <= LARGEST_SHIFT; distance++)
    for (int shift = -distance; shift <= distance; shift += 2 * distance) {
      int sense = judge_shift (table, row, header, shift);

      if (sense > best_sense) {
        best = shift;
        best_sense = sense;
      }
    }
  return best;
}

static void
replace (char **field, const char *text) {
  g_free (*field);
  *field = text != NULL ? zb_text_trim (text) : NULL;
}

/* 产出指标 (40分): the name and the weight that stands behind it. */
static void
take_level1 (ZbEvaluationLevels *levels, const char *text) {
  g_autofree char *name = zb_text_trim (text);
  g_autofree char *folded = zb_text_fold (text);
  const char *open = strchr (folded, '(');
  char *bracket = strstr (name, "（");

  if (bracket == NULL)
    bracket = strchr (name, '(');
  replace (&levels->level1_weight, NULL);
  if (open != NULL) {
    gsize digits = strspn (open + 1, "0123456789.");

    levels->level1_weight = digits > 0 ? g_strndup (open + 1, digits) : NULL;
  }
  if (bracket == name)
    return;
  if (bracket != NULL && levels->level1_weight != NULL)
    *bracket = '\0';
  replace (&levels->level1, name);
  replace (&levels->level2, NULL);
}

/* Whether @row has its name where the header says, so that what stands under 二级指标 is no name. */
static gboolean
has_name_behind (const ZbTable *table, guint row, const ZbEvaluationHeader *header, int shift) {
  return header->at[ZB_EVALUATION_LEVEL2] >= 0
         && header->at[ZB_EVALUATION_LEVEL3] > header->at[ZB_EVALUATION_LEVEL2]
         && *text_at (table, row, header, ZB_EVALUATION_LEVEL3, shift) != '\0';
}

/* Fills the levels from the cells left of the name, and finds a name that slipped there. */
static const char *
read_levels (const ZbTable *table, guint row, const ZbEvaluationHeader *header, int shift,
             ZbEvaluationLevels *levels) {
  int relation = header->at[ZB_EVALUATION_RELATION], target = header->at[ZB_EVALUATION_TARGET];
  int end = (relation >= 0 ? MIN (relation, target) : target) + shift;
  int second = header->at[ZB_EVALUATION_LEVEL2] + shift;
  const char *name = NULL;

  for (int col = 0; col < MIN (end, (int) table->cols); col++) {
    const ZbCell *cell = zb_table_lookup (table, row, (guint) col);
    gboolean upper = col < second || second < 0;

    if (cell->col != (guint) col || cell->row != row || *cell->text == '\0')
      continue;
    if (is_level (cell->text, TRUE) && (upper || !is_level (cell->text, FALSE)))
      take_level1 (levels, cell->text);
    else if (is_level (cell->text, FALSE) || is_level_list (cell->text)
             || (col == second && has_name_behind (table, row, header, shift)))
      replace (&levels->level2, cell->text);
    else if (col >= header->at[ZB_EVALUATION_LEVEL3] + shift || name == NULL)
      name = cell->text;
  }
  return name;
}

/* 产出指标数量指标调查样本: the words of the upper levels stand in the cell of the name. Takes them
 * off and returns the rest; @name where there are none. */
static const char *
split_levels (const char *name, ZbEvaluationLevels *levels) {
  const ZbRoleWord *first = zb_words_at_start (zb_evaluation_words (ZB_EVALUATION_WORD_NAME_LEVEL1), name);
  const char *rest = first != NULL ? name + strlen (first->word) : NULL;
  const ZbRoleWord *second
      = rest != NULL ? zb_words_at_start (zb_evaluation_words (ZB_EVALUATION_WORD_NAME_LEVEL2), rest) : NULL;

  if (second == NULL || rest[strlen (second->word)] == '\0')
    return name;
  replace (&levels->level1, first->word);
  replace (&levels->level2, second->word);
  return rest + strlen (second->word);
}

static gboolean
is_placeholder (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  if (zb_evaluation_word_is (ZB_EVALUATION_WORD_BLANK, folded))
    return TRUE;
  return strspn (folded, ".") == strlen (folded);
}

static ZbEvaluationValue
read_target (const ZbTable *table, guint row, const ZbEvaluationHeader *header, int shift) {
  g_autofree char *joined = g_strconcat (
      text_at (table, row, header, ZB_EVALUATION_RELATION, shift),
      text_at (table, row, header, ZB_EVALUATION_TARGET, shift),
      text_at (table, row, header, ZB_EVALUATION_UNIT, shift), NULL);

  return zb_evaluation_value_parse (joined);
}

static ZbRecognition
recognition_of_row (const ZbTable *table, guint row) {
  ZbRecognition recognition = 0;

  for (guint col = 0; col < table->cols; col++)
    recognition |= zb_table_lookup (table, row, col)->origin.recognition;
  return recognition;
}

static char *
copy_or_null (const char *text) {
  g_autofree char *trimmed = zb_text_trim (text);

  return *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

/* Digits of a name that came together out of several lines, from which on they are no 指标1. */
#define MOST_DIGITS_IN_NAME 4

/* Where all values of the row ended up in the name: lines of numbers of which nothing told the columns. */
static gboolean
holds_its_values (const ZbTable *table, const ZbEvaluationRow *row) {
  guint digits = 0;

  if (row->target.raw != NULL || row->actual.raw != NULL || row->weight != NULL || row->score != NULL
      || row->level3 == NULL)
    return FALSE;
  for (const char *p = row->level3; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p) != 0;
  for (guint col = 0; digits > MOST_DIGITS_IN_NAME && col < table->cols; col++)
    if (zb_table_lookup (table, row->row, col)->flags & ZB_CELL_JOINED)
      return TRUE;
  return FALSE;
}

ZbEvaluationRow *
zb_evaluation_row_read (const ZbTable *table, guint row, const ZbEvaluationHeader *header,
                        ZbEvaluationLevels *levels) {
  int shift = choose_shift (table, row, header);
  const char *name = read_levels (table, row, header, shift, levels);
  ZbEvaluationRow *result = g_new0 (ZbEvaluationRow, 1);
  gboolean named = name != NULL && !is_placeholder (name);

  if (named && header->at[ZB_EVALUATION_LEVEL1] < 0)
    name = split_levels (name, levels);
  result->number = result->row = row;
  result->target = read_target (table, row, header, shift);
  result->actual = zb_evaluation_value_parse (
      text_at (table, row, header, ZB_EVALUATION_ACTUAL, shift));
  result->weight = zb_evaluation_value_number (
      text_at (table, row, header, ZB_EVALUATION_WEIGHT, shift));
  result->score = zb_evaluation_value_number (
      text_at (table, row, header, ZB_EVALUATION_SCORE, shift));
  result->deviation = copy_or_null (
      text_at (table, row, header, ZB_EVALUATION_DEVIATION, shift));
  if (!named && (result->target.raw == NULL || is_placeholder (result->target.raw))
      && result->score == NULL) {
    zb_evaluation_row_free (result);
    return NULL;
  }
  result->level1 = g_strdup (levels->level1);
  result->level1_weight = g_strdup (levels->level1_weight);
  result->level2 = g_strdup (levels->level2);
  result->level3 = name != NULL ? zb_text_trim (name) : NULL;
  result->origin = zb_table_lookup (table, row, 0)->origin;
  result->flags = shift != 0 ? ZB_FLAG_BIT (ZB_FLAG_COLUMN_INFERRED) : 0;
  result->flags |= zb_flags_of_recognition (recognition_of_row (table, row));
  if (holds_its_values (table, result))
    result->flags |= ZB_FLAG_BIT (ZB_FLAG_CELL_JOINED) | ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT);
  return result;
}

void
zb_evaluation_row_free (ZbEvaluationRow *row) {
  g_free (row->level1);
  g_free (row->level1_weight);
  g_free (row->level2);
  g_free (row->level3);
  zb_evaluation_value_clear (&row->target);
  zb_evaluation_value_clear (&row->actual);
  g_free (row->weight);
  g_free (row->score);
  g_free (row->deviation);
  g_free (row);
}

void
zb_evaluation_levels_clear (ZbEvaluationLevels *levels) {
  g_clear_pointer (&levels->level1, g_free);
  g_clear_pointer (&levels->level1_weight, g_free);
  g_clear_pointer (&levels->level2, g_free);
}
