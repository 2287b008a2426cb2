/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-goal-list.h"

#include <string.h>

#include "evaluation-rows.h"
#include "evaluation-words.h"
#include "goal-list-projects.h"
#include "goal-prose.h"
#include "intern.h"
#include "label-variant.h"
#include "label.h"
#include "map-evaluation.h"
#include "table-columns.h"
#include "text-fold.h"

/* A column of amounts, and how sure its head makes what they are. */
typedef struct {
  const ZbLabel *label; /* NULL where it is no column of funds */
  ZbFlags flags;
} FundsColumn;

/* What the columns of a list of projects mean. */
typedef struct {
  guint header_row, first_row;
  guint name, goal; /* columns; G_MAXUINT where there is none */
  guint prose;      /* the column whose cells list all indicators of a project; G_MAXUINT likewise */
  GArray *funds;    /* FundsColumn, by column */
  ZbEvaluationHeader header;
} GoalList;

/* The column of @row whose text is a word of @role; G_MAXUINT where none is. */
static guint
find_column (const ZbTable *table, guint row, ZbEvaluationWordRole role) {
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *folded = cell->col == col ? zb_label_fold (cell->text) : g_strdup ("");

    if (zb_evaluation_word_is (role, folded))
      return col;
  }
  return G_MAXUINT;
}

/* Fills in the columns of @list but for those of funds; FALSE where no row is the header of a list. */
static gboolean
find_header (const ZbTable *table, GoalList *list) {
  for (guint row = 0; row < MIN (table->rows, 3); row++) {
    list->name = find_column (table, row, ZB_EVALUATION_WORD_LIST_NAME);
    list->goal = find_column (table, row, ZB_EVALUATION_WORD_LIST_GOAL);
    list->prose = G_MAXUINT;
    list->header_row = row;
    if (list->name == G_MAXUINT)
      continue;
    if (zb_evaluation_header_read (table, row, &list->header))
      return TRUE;
    list->prose = find_column (table, row, ZB_EVALUATION_WORD_LIST_INDICATORS);
    if (list->goal != G_MAXUINT && list->prose != G_MAXUINT && list->prose != list->goal)
      return TRUE;
  }
  return FALSE;
}

gboolean
zb_goal_list_recognize (const ZbTable *table) {
  GoalList list = { 0 };

  return find_header (table, &list);
}

static guint
count_level_words (const ZbTable *table) {
  guint count = 0;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *folded = zb_text_fold (cell->text);

    count += zb_evaluation_word_ends (ZB_EVALUATION_WORD_LEVEL_END, folded);
  }
  return count;
}

/* A row of a list has two such words, 产出指标 and 数量指标. */
#define LEVELS_OF_A_ROW 2

gboolean
zb_goal_list_continues (const ZbTable *table, const ZbTable *before) {
  return table->title == NULL && table->cols == before->cols && table->pages->len > 0
         && before->pages->len > 0
         && g_array_index (table->pages, guint, 0)
                == g_array_index (before->pages, guint, before->pages->len - 1) + 1
         && count_level_words (table) >= LEVELS_OF_A_ROW;
}

/* The meaning of the lowest header word of each column that names a line of funds. */
static GArray *
find_funds (const ZbMapper *mapper, const ZbTable *table, guint first_row) {
  GArray *funds = g_array_new (FALSE, TRUE, sizeof (FundsColumn));

  for (guint col = 0; col < table->cols; col++) {
    FundsColumn found = { NULL, 0 };

    for (guint row = 0; row < first_row; row++) {
      const ZbCell *cell = zb_table_lookup (table, row, col);
      g_autofree char *word = zb_label_fold (cell->text);
      FundsColumn column = { zb_label_lookup_variant (mapper->catalogue, ZB_SCOPE_FUNDS, word), 0 };

      if (column.label == NULL)
        column = (FundsColumn){ zb_label_match_part (mapper->catalogue, ZB_SCOPE_FUNDS, word),
                                ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY) };
      found = column.label != NULL ? column : found;
    }
    g_array_append_val (funds, found);
  }
  return funds;
}

static guint
last_row_of (const ZbTable *table, guint row) {
  guint end = row + 1;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    end = MAX (end, cell->row + cell->rowspan);
  }
  return end;
}

static guint
map_funds (ZbMapper *mapper, const ZbReportTable *place, guint row, const GoalList *list,
           const ZbEvaluation *evaluation, ZbFlags flags) {
  const ZbTable *table = place->table;
  guint added = 0;

  for (guint col = 0; col < table->cols; col++) {
    const FundsColumn *column = &g_array_index (list->funds, FundsColumn, col);
    const ZbLabel *label = column->label;
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autoptr (ZbQuantity) quantity = label != NULL ? zb_quantity_parse_cell (cell->text) : NULL;
    ZbReading reading = {
      .dimensions = {
        .indicator = label != NULL ? label->indicators[0] : NULL,
        .period = zb_mapper_period (evaluation->year),
        .measure = zb_intern ("budget"),
        .subject_kind = zb_intern ("project"),
        .subject = zb_intern (evaluation->name),
      },
      .label = label != NULL ? label->phrase : NULL,
      .unit = table->unit != NULL ? zb_unit_lookup (table->unit) : NULL,
      .unit_place = ZB_UNIT_TABLE,
      .source = { .kind = ZB_SOURCE_TABLE, .table = place->number, .row = cell->row,
                  .col = cell->col, .origin = cell->origin, .block = place->block },
      .flags = flags | column->flags,
    };

    if (quantity != NULL && cell->col == col)
      added += zb_mapper_add (mapper, &reading, quantity) != NULL;
  }
  return added;
}

static ZbEvaluation *
open_project (ZbMapper *mapper, const ZbReportTable *place) {
  ZbEvaluation *evaluation = zb_evaluation_new (mapper, place);

  evaluation->scope = "project";
  g_ptr_array_add (mapper->report->evaluations, evaluation);
  return evaluation;
}

/* The columns of funds; the caller frees the array. */
static GArray *
columns_of_funds (const GoalList *list) {
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint col = 0; col < list->funds->len; col++)
    if (g_array_index (list->funds, FundsColumn, col).label != NULL)
      g_array_append_val (columns, col);
  return columns;
}

static guint
map_indicator_rows (const ZbTable *table, guint first_row, guint end, const GoalList *list,
                    ZbEvaluation *evaluation) {
  ZbEvaluationLevels levels = { 0 };

  for (guint row = first_row; row < end; row++) {
    ZbEvaluationRow *indicator = zb_evaluation_row_read (table, row, &list->header, &levels);

    if (indicator != NULL)
      g_ptr_array_add (evaluation->rows, indicator);
  }
  zb_evaluation_levels_clear (&levels);
  return evaluation->rows->len;
}

/* What the rows print in the column of all indicators; the caller frees the text. */
static char *
collect_prose (const ZbTable *table, guint first_row, guint end, guint col) {
  GString *text = g_string_new (NULL);

  for (guint row = first_row; row < end; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (cell->row == row)
      g_string_append (text, cell->text);
  }
  return g_string_free (text, FALSE);
}

static guint
map_prose (const ZbTable *table, guint first_row, guint end, guint col, ZbEvaluation *evaluation) {
  g_autofree char *text = collect_prose (table, first_row, end, col);
  const ZbCell *cell = zb_table_lookup (table, first_row, col);

  g_ptr_array_unref (evaluation->rows);
  evaluation->rows = zb_goal_prose_read (text);
  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);

    row->row = first_row;
    row->origin = cell->origin;
    row->flags = zb_flags_of_recognition (cell->origin.recognition);
  }
  return evaluation->rows->len;
}

/* A list of this kind has rows for its total and for the units that the projects belong to. */
static gboolean
is_heading (const ZbTable *table, const ZbGoalProject *project, guint end, const GoalList *list) {
  g_autofree char *text = NULL;

  if (list->prose == G_MAXUINT || project->goal != NULL)
    return FALSE;
  text = collect_prose (table, project->first_row, end, list->prose);
  return *text == '\0';
}

/* A project without a name is one whose name the page cut away. */
static guint
map_project (ZbMapper *mapper, const ZbReportTable *place, const ZbGoalProject *project, guint end,
             const GoalList *list) {
  ZbEvaluation *evaluation = open_project (mapper, place);
  ZbFlags flags = project->flags;
  guint added = 0;

  evaluation->name = g_strdup (project->name);
  evaluation->goal_expected = g_strdup (project->goal);
  if (project->name == NULL)
    flags |= ZB_FLAG_BIT (ZB_FLAG_CUT_OFF);
  for (guint i = 0; i < project->names->len; i++)
    added += map_funds (mapper, place, g_array_index (project->names, guint, i), list, evaluation,
                        flags);
  added += list->prose != G_MAXUINT
               ? map_prose (place->table, project->first_row, end, list->prose, evaluation)
               : map_indicator_rows (place->table, project->first_row, end, list, evaluation);
  for (guint i = 0; i < evaluation->rows->len; i++)
    ((ZbEvaluationRow *) g_ptr_array_index (evaluation->rows, i))->flags
        |= flags & ZB_FLAG_BIT (ZB_FLAG_CUT_OFF);
  return added;
}

static guint
map_rows (ZbMapper *mapper, const ZbReportTable *place, const GoalList *list) {
  g_autoptr (GArray) funds = columns_of_funds (list);
  const ZbGoalColumns columns = { list->name, list->goal, funds };
  g_autoptr (GPtrArray) projects
      = zb_goal_projects_find (place->table, list->first_row, &columns);
  guint added = 0;

  for (guint i = 0; i < projects->len; i++) {
    const ZbGoalProject *project = g_ptr_array_index (projects, i);
    const ZbGoalProject *next = i + 1 < projects->len ? g_ptr_array_index (projects, i + 1) : NULL;
    guint end = next != NULL ? next->first_row : place->table->rows;

    if (!is_heading (place->table, project, end, list))
      added += map_project (mapper, place, project, end, list);
  }
  return added;
}

guint
zb_map_goal_list (ZbMapper *mapper, const ZbReportTable *place) {
  GoalList list = { 0 };
  guint added;

  if (!find_header (place->table, &list))
    return 0;
  list.first_row = last_row_of (place->table, list.header_row);
  list.funds = find_funds (mapper, place->table, list.first_row);
  added = map_rows (mapper, place, &list);
  g_array_unref (list.funds);
  return added;
}
