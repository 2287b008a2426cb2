/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-words.h"

#include "data-table.h"
#include "evaluation-header.h"

static const ZbWordRole ROLES[ZB_N_EVALUATION_WORDS] = {
  [ZB_EVALUATION_WORD_COLUMN] = { "column", zb_evaluation_column_is_known },
  [ZB_EVALUATION_WORD_NO_COLUMN] = { "no_column", NULL },
  [ZB_EVALUATION_WORD_NAME_COLUMN] = { "name_column", NULL },
  [ZB_EVALUATION_WORD_NAME_COLUMN_BEHIND] = { "name_column_behind", NULL },
  [ZB_EVALUATION_WORD_LEVEL1] = { "level1", NULL },
  [ZB_EVALUATION_WORD_LEVEL2] = { "level2", NULL },
  [ZB_EVALUATION_WORD_NOT_LEVEL1] = { "not_level1", NULL },
  [ZB_EVALUATION_WORD_NAME_LEVEL1] = { "name_level1", NULL },
  [ZB_EVALUATION_WORD_NAME_LEVEL2] = { "name_level2", NULL },
  [ZB_EVALUATION_WORD_LEVEL_END] = { "level_end", NULL },
  [ZB_EVALUATION_WORD_BLANK] = { "blank", NULL },
  [ZB_EVALUATION_WORD_PROJECT_NAME] = { "project_name", NULL },
  [ZB_EVALUATION_WORD_SUPERVISOR] = { "supervisor", NULL },
  [ZB_EVALUATION_WORD_SUPERVISOR_END] = { "supervisor_end", NULL },
  [ZB_EVALUATION_WORD_IMPLEMENTER] = { "implementer", NULL },
  [ZB_EVALUATION_WORD_IMPLEMENTER_ALONE] = { "implementer_alone", NULL },
  [ZB_EVALUATION_WORD_NO_NAME] = { "no_name", NULL },
  [ZB_EVALUATION_WORD_NO_NAME_ALONE] = { "no_name_alone", NULL },
  [ZB_EVALUATION_WORD_GOAL] = { "goal", NULL },
  [ZB_EVALUATION_WORD_GOAL_ALONE] = { "goal_alone", NULL },
  [ZB_EVALUATION_WORD_OUTCOME] = { "outcome", NULL },
  [ZB_EVALUATION_WORD_GRADE] = { "grade", NULL },
  [ZB_EVALUATION_WORD_TOTAL] = { "total", NULL },
  [ZB_EVALUATION_WORD_REMARK] = { "remark", NULL },
  [ZB_EVALUATION_WORD_BY_NATURE] = { "by_nature", NULL },
  [ZB_EVALUATION_WORD_LIST_NAME] = { "list_name", NULL },
  [ZB_EVALUATION_WORD_LIST_GOAL] = { "list_goal", NULL },
  [ZB_EVALUATION_WORD_LIST_INDICATORS] = { "list_indicators", NULL },
  [ZB_EVALUATION_WORD_VALUE_OF_YEAR] = { "value_of_year", NULL },
  [ZB_EVALUATION_WORD_VALUE_OF_PERIOD] = { "value_of_period", NULL },
};

static gpointer
load_words (GError **error) {
  return zb_word_roles_load ("evaluation-words.tsv", ROLES, ZB_N_EVALUATION_WORDS, error);
}

static ZbDataOnce loaded;

gboolean
zb_evaluation_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

const GPtrArray *
zb_evaluation_words (ZbEvaluationWordRole role) {
  return zb_word_roles_words (zb_data_once_lookup (&loaded, load_words), role);
}

gboolean
zb_evaluation_word_is (ZbEvaluationWordRole role, const char *folded) {
  return zb_words_equal (zb_evaluation_words (role), folded) != NULL;
}

gboolean
zb_evaluation_word_begins (ZbEvaluationWordRole role, const char *folded) {
  return zb_words_at_start (zb_evaluation_words (role), folded) != NULL;
}

gboolean
zb_evaluation_word_ends (ZbEvaluationWordRole role, const char *folded) {
  return zb_words_at_end (zb_evaluation_words (role), folded) != NULL;
}

gboolean
zb_evaluation_word_within (ZbEvaluationWordRole role, const char *folded) {
  return zb_words_inside (zb_evaluation_words (role), folded) != NULL;
}
