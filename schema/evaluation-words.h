/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "word-roles.h"

G_BEGIN_DECLS

/* What the words of evaluation-words.tsv are for; the file explains each. */
typedef enum {
  ZB_EVALUATION_WORD_COLUMN,
  ZB_EVALUATION_WORD_NO_COLUMN,
  ZB_EVALUATION_WORD_NAME_COLUMN,
  ZB_EVALUATION_WORD_NAME_COLUMN_BEHIND,
  ZB_EVALUATION_WORD_LEVEL1,
  ZB_EVALUATION_WORD_LEVEL2,
  ZB_EVALUATION_WORD_NOT_LEVEL1,
  ZB_EVALUATION_WORD_NAME_LEVEL1,
  ZB_EVALUATION_WORD_NAME_LEVEL2,
  ZB_EVALUATION_WORD_LEVEL_END,
  ZB_EVALUATION_WORD_BLANK,
  ZB_EVALUATION_WORD_PROJECT_NAME,
  ZB_EVALUATION_WORD_SUPERVISOR,
  ZB_EVALUATION_WORD_SUPERVISOR_END,
  ZB_EVALUATION_WORD_IMPLEMENTER,
  ZB_EVALUATION_WORD_IMPLEMENTER_ALONE,
  ZB_EVALUATION_WORD_NO_NAME,
  ZB_EVALUATION_WORD_NO_NAME_ALONE,
  ZB_EVALUATION_WORD_GOAL,
  ZB_EVALUATION_WORD_GOAL_ALONE,
  ZB_EVALUATION_WORD_OUTCOME,
  ZB_EVALUATION_WORD_GRADE,
  ZB_EVALUATION_WORD_TOTAL,
  ZB_EVALUATION_WORD_REMARK,
  ZB_EVALUATION_WORD_BY_NATURE,
  ZB_EVALUATION_WORD_LIST_NAME,
  ZB_EVALUATION_WORD_LIST_GOAL,
  ZB_EVALUATION_WORD_LIST_INDICATORS,
  ZB_EVALUATION_WORD_VALUE_OF_YEAR,
  ZB_EVALUATION_WORD_VALUE_OF_PERIOD,
  ZB_N_EVALUATION_WORDS,
} ZbEvaluationWordRole;

/* Reads evaluation-words.tsv, once for the process; FALSE with ZB_ERROR_DATA where it is wrong. */
gboolean zb_evaluation_words_load (GError **error);

/* The words of a role (ZbRoleWord *), in the order of the file; borrowed. */
const GPtrArray *zb_evaluation_words (ZbEvaluationWordRole role);

/* Whether @folded is, begins with, ends in or has in it a word of @role. */
gboolean zb_evaluation_word_is (ZbEvaluationWordRole role, const char *folded);
gboolean zb_evaluation_word_begins (ZbEvaluationWordRole role, const char *folded);
gboolean zb_evaluation_word_ends (ZbEvaluationWordRole role, const char *folded);
gboolean zb_evaluation_word_within (ZbEvaluationWordRole role, const char *folded);

G_END_DECLS
