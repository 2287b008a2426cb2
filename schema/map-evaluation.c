/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-evaluation.h"

#include <string.h>

#include "evaluation-funds.h"
#include "evaluation-rows.h"
#include "evaluation-value.h"
#include "evaluation-words.h"
#include "intern.h"
#include "label.h"
#include "map-goal-list.h"
#include "text-fold.h"

/* A form is read from top to bottom: who and what (项目名称, 主管部门, 实施单位), the block of funds,
 * the goals, the block of indicators, 总分. Rows are told apart by their words, because forms differ
 * in order and recognised text has no spans. */

void
zb_evaluation_free (ZbEvaluation *evaluation) {
  g_free (evaluation->name);
  g_free (evaluation->supervisor);
  g_free (evaluation->implementer);
  g_free (evaluation->goal_expected);
  g_free (evaluation->goal_actual);
  g_clear_pointer (&evaluation->rows, g_ptr_array_unref);
  g_free (evaluation->total_weight);
  g_free (evaluation->total_score);
  g_free (evaluation->grade);
  g_free (evaluation);
}

/* A monitoring form of a project says so in its first words; its title need not. */
static gboolean
names_project (const ZbTable *table) {
  for (guint row = 0; row < MIN (table->rows, 4); row++)
    for (guint col = 0; col < table->cols; col++)
      if (zb_evaluation_word_within (ZB_EVALUATION_WORD_PROJECT_NAME, zb_table_lookup (table, row, col)->text))
        return TRUE;
  return FALSE;
}

ZbEvaluation *
zb_evaluation_new (const ZbMapper *mapper, const ZbReportTable *place) {
  ZbEvaluation *evaluation = g_new0 (ZbEvaluation, 1);
  gboolean goal = g_str_has_prefix (place->kind, "goal.");
  gboolean monitoring = g_str_equal (place->kind, "eval.monitoring");
  guint year = place->table->title != NULL ? zb_label_year (place->table->title, 0) : 0;

  evaluation->number = mapper->report->evaluations->len + 1;
  evaluation->phase = goal ? "goal" : monitoring ? "monitoring" : "evaluation";
  evaluation->scope
      = g_str_has_suffix (place->kind, "project") || (monitoring && names_project (place->table))
            ? "project"
            : "department";
  evaluation->year = year > 0 ? year : mapper->report->fiscal_year;
  evaluation->table = place->number;
  evaluation->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_evaluation_row_free);
  return evaluation;
}

/* The first text to the right of @col in @row; NULL where the rest of the row is blank. */
static const char *
value_right_of (const ZbTable *table, guint row, guint col) {
  const ZbCell *label = zb_table_lookup (table, row, col);

  for (guint next = label->col + label->colspan; next < table->cols; next++) {
    const ZbCell *cell = zb_table_lookup (table, row, next);

    if (*cell->text != '\0')
      return cell->text;
  }
  return NULL;
}

static void
set_once (char **field, const char *text) {
  if (*field == NULL && text != NULL)
    *field = zb_text_trim (text);
}

/* A blank's right neighbour is the next label, and a list has a row for its total. */
static gboolean
names_no_one (const char *value) {
  g_autofree char *folded = zb_label_fold (value);

  return zb_evaluation_word_within (ZB_EVALUATION_WORD_NO_NAME, value)
         || zb_evaluation_word_is (ZB_EVALUATION_WORD_NO_NAME_ALONE, folded);
}

/* 项目名称 | X, 转移支付名称 | X, 主管部门 | X | 实施单位 | Y. */
static void
read_names (const ZbTable *table, guint row, ZbEvaluation *evaluation) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *label = cell->col == col ? zb_label_fold (cell->text) : g_strdup ("");
    const char *value;

    if (*label == '\0' || strlen (label) > 60)
      continue;
    value = value_right_of (table, row, col);
    if (value != NULL && names_no_one (value))
      continue;
    if (zb_evaluation_word_ends (ZB_EVALUATION_WORD_PROJECT_NAME, label))
      set_once (&evaluation->name, value);
    else if (zb_evaluation_word_begins (ZB_EVALUATION_WORD_SUPERVISOR, label)
             || zb_evaluation_word_ends (ZB_EVALUATION_WORD_SUPERVISOR_END, label))
      set_once (&evaluation->supervisor, value);
    else if (zb_evaluation_word_begins (ZB_EVALUATION_WORD_IMPLEMENTER, label)
             || zb_evaluation_word_is (ZB_EVALUATION_WORD_IMPLEMENTER_ALONE, label))
      set_once (&evaluation->implementer, value);
  }
}

static gboolean
row_says (const ZbTable *table, guint row, ZbEvaluationWordRole role, guint *at) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = NULL;

    if (cell->col != col || *cell->text == '\0' || strlen (cell->text) > 90)
      continue;
    folded = zb_text_fold (cell->text);
    if (zb_evaluation_word_within (role, folded)) {
      *at = col;
      return TRUE;
    }
  }
  return FALSE;
}

/* The row of headings 预期目标 | 实际完成情况, and the texts in the row under it. */
static void
read_goals (const ZbTable *table, guint row, ZbEvaluation *evaluation) {
  guint expected, actual;

  if (row + 1 >= table->rows || !row_says (table, row, ZB_EVALUATION_WORD_GOAL, &expected)
      || !row_says (table, row, ZB_EVALUATION_WORD_OUTCOME, &actual) || actual == expected)
    return;
  for (guint col = 1; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row + 1, col);

    if (cell->col != col || *cell->text == '\0')
      continue;
    if (col < actual && evaluation->goal_expected == NULL)
      set_once (&evaluation->goal_expected, cell->text);
    else
      set_once (&evaluation->goal_actual, cell->text);
  }
}

/* 年度总体目标 | X, the one text of its row: a form that has no outcome of it. */
static void
read_lone_goal (const ZbTable *table, guint row, ZbEvaluation *evaluation) {
  const ZbCell *head = zb_table_lookup (table, row, 0);
  const ZbCell *goal = NULL;
  g_autofree char *folded = zb_label_fold (head->text);

  if (head->row != row || head->rowspan > 1 || !zb_evaluation_word_is (ZB_EVALUATION_WORD_GOAL_ALONE, folded))
    return;
  for (guint col = head->colspan; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (cell->col != col || *cell->text == '\0')
      continue;
    if (goal != NULL)
      return;
    goal = cell;
  }
  if (goal != NULL)
    set_once (&evaluation->goal_expected, goal->text);
}

static gboolean
says_number (const ZbTable *table, guint row, int col) {
  const ZbCell *cell = col >= 0 ? zb_table_lookup (table, row, (guint) col) : NULL;
  g_autofree char *number = cell != NULL ? zb_evaluation_value_number (cell->text) : NULL;

  return number != NULL;
}

static guint
count_numbers (const ZbTable *table, guint row) {
  guint count = 0;

  for (guint col = 0; col < table->cols; col++)
    count += zb_table_lookup (table, row, col)->col == col && says_number (table, row, (int) col);
  return count;
}

/* The numbers of the 总分 row: under 分值 and 得分, or else (where the row is shifted against the rows
 * above) the first two. */
static void
read_total (const ZbTable *table, guint row, const ZbEvaluationHeader *header,
            ZbEvaluation *evaluation) {
  int weight = header->at[ZB_EVALUATION_WEIGHT], score = header->at[ZB_EVALUATION_SCORE];
  gboolean shifted = count_numbers (table, row) == 2
                     && !(says_number (table, row, weight) && says_number (table, row, score));
  gboolean aligned = FALSE;
  guint grade;

  for (int pass = shifted ? 1 : 0; pass < 2 && !aligned; pass++)
    for (guint col = 0; col < table->cols; col++) {
      const ZbCell *cell = zb_table_lookup (table, row, col);
      g_autofree char *number = cell->col == col ? zb_evaluation_value_number (cell->text) : NULL;

      if (number == NULL)
        continue;
      if (pass == 0 ? (int) col == weight : evaluation->total_weight == NULL)
        set_once (&evaluation->total_weight, number), aligned |= pass == 0;
      else if (pass == 0 ? (int) col == score : evaluation->total_score == NULL)
        set_once (&evaluation->total_score, number), aligned |= pass == 0;
    }
  if (row_says (table, row, ZB_EVALUATION_WORD_GRADE, &grade)) {
    g_autofree char *folded = zb_text_fold (zb_table_lookup (table, row, grade)->text);
    const char *colon = strchr (folded, ':');

    set_once (&evaluation->grade, colon != NULL ? colon + 1 : NULL);
  }
}

/* The first cell of @row that has words, folded; NULL where none has. The caller frees it. */
static char *
fold_first_cell (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (*cell->text != '\0')
      return zb_text_fold (cell->text);
  }
  return NULL;
}

static guint
add_total (ZbMapper *mapper, const ZbReportTable *place, guint row, const char *measure,
           const char *number, const ZbDimensions *subject) {
  for (guint col = 0; number != NULL && col < place->table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (place->table, row, col);
    g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);
    g_autofree char *printed = quantity != NULL ? zb_decimal_print (quantity->number) : NULL;
    ZbReading reading = {
      .dimensions = *subject,
      .label = "总分",
      .source = { .kind = ZB_SOURCE_TABLE, .table = place->number, .row = row, .col = col,
                  .origin = cell->origin, .block = place->block },
    };

    if (g_strcmp0 (printed, number) != 0)
      continue;
    reading.dimensions.indicator = zb_intern ("evaluation.total");
    reading.dimensions.measure = zb_intern (measure);
    return zb_mapper_add (mapper, &reading, quantity) != NULL;
  }
  return 0;
}

static guint
map_total (ZbMapper *mapper, const ZbReportTable *place, guint row,
           const ZbEvaluation *evaluation, const ZbDimensions *subject) {
  return add_total (mapper, place, row, "weight", evaluation->total_weight, subject)
         + add_total (mapper, place, row, "score", evaluation->total_score, subject);
}

static ZbDimensions
subject_of (const ZbEvaluation *evaluation) {
  ZbDimensions subject = { .period = zb_mapper_period (evaluation->year) };

  if (g_str_equal (evaluation->scope, "project") && evaluation->name != NULL) {
    subject.subject_kind = zb_intern ("project");
    subject.subject = zb_intern (evaluation->name);
  }
  return subject;
}

/* A form while it is read, from the top down. */
typedef struct {
  ZbMapper *mapper;
  const ZbReportTable *place;
  ZbEvaluation *evaluation;
  ZbEvaluationHeader header; /* of the indicators */
  gboolean in_indicators;    /* the header was read */
  ZbEvaluationLevels levels;
  ZbFundsBlock funds;
} Form;

/* Reads a row; how many facts it gave. */
static guint
read_row (Form *form, guint row) {
  const ZbTable *table = form->place->table;
  ZbEvaluation *evaluation = form->evaluation;
  g_autofree char *first = NULL;
  ZbEvaluationRow *indicator;
  ZbDimensions subject;

  if (zb_evaluation_header_read (table, row, &form->header)) {
    form->in_indicators = TRUE;
    return 0;
  }
  if (!form->in_indicators) {
    read_names (table, row, evaluation);
    read_goals (table, row, evaluation);
    read_lone_goal (table, row, evaluation);
    subject = subject_of (evaluation);
    return zb_funds_block_read (form->mapper, form->place, row, &subject, &form->funds);
  }
  first = fold_first_cell (table, row);
  if (first != NULL && zb_evaluation_word_begins (ZB_EVALUATION_WORD_REMARK, first))
    return 0;
  if (first != NULL && zb_evaluation_word_is (ZB_EVALUATION_WORD_TOTAL, first)) {
    subject = subject_of (evaluation);
    read_total (table, row, &form->header, evaluation);
    return map_total (form->mapper, form->place, row, evaluation, &subject);
  }
  indicator = zb_evaluation_row_read (table, row, &form->header, &form->levels);
  if (indicator != NULL)
    g_ptr_array_add (evaluation->rows, indicator);
  return 0;
}

guint
zb_map_evaluation (ZbMapper *mapper, const ZbReportTable *place) {
  Form form = { .mapper = mapper, .place = place };
  guint added = 0;

  if (place->state != ZB_STATE_FILLED)
    return 0;
  if (zb_goal_list_recognize (place->table))
    return zb_map_goal_list (mapper, place);
  form.evaluation = zb_evaluation_new (mapper, place);
  for (guint row = 0; row < place->table->rows; row++)
    added += read_row (&form, row);
  zb_evaluation_levels_clear (&form.levels);
  if (g_str_equal (form.evaluation->scope, "department"))
    set_once (&form.evaluation->name, mapper->report->entity);
  g_ptr_array_add (mapper->report->evaluations, form.evaluation);
  return added + form.evaluation->rows->len;
}
