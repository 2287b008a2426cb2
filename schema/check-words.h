/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "word-roles.h"

G_BEGIN_DECLS

/* What the words of check-words.tsv are for; the file explains each. */
typedef enum {
  ZB_CHECK_WORD_RATE,
  ZB_CHECK_WORD_NO_RATE,
  ZB_CHECK_WORD_PLACEHOLDER_UNIT,
  ZB_CHECK_WORD_WORDS_ONLY,
  ZB_CHECK_WORD_WHOLE_COST,
  ZB_CHECK_WORD_EQUAL_BUDGET,
  ZB_CHECK_WORD_ABOVE_BUDGET,
  ZB_CHECK_WORD_BELOW_BUDGET,
  ZB_CHECK_WORD_EQUAL_LAST_YEAR,
  ZB_CHECK_WORD_GRADE,
  ZB_CHECK_WORD_MEASURED,
  ZB_CHECK_WORD_BASIC_NATURE,
  ZB_CHECK_WORD_PROJECT_NATURE,
  ZB_CHECK_WORD_PLACEHOLDER,
  ZB_CHECK_WORD_DIRECTION,
  ZB_CHECK_WORD_FORM_LINE,
  ZB_N_CHECK_WORDS,
} ZbCheckWordRole;

typedef ZbRoleWord ZbCheckWord;

/* Reads check-words.tsv, once for the process; FALSE with ZB_ERROR_DATA where it is wrong. */
gboolean zb_check_words_load (GError **error);

/* The words of a role (ZbCheckWord *), in the order of the file; borrowed. */
const GPtrArray *zb_check_words (ZbCheckWordRole role);

/* The word of @role that @folded is; NULL where it is none. */
const ZbCheckWord *zb_check_word_lookup (ZbCheckWordRole role, const char *folded);

/* The word of @role that @folded ends in or begins with; NULL where it does with none. */
const ZbCheckWord *zb_check_word_at_end (ZbCheckWordRole role, const char *folded);
const ZbCheckWord *zb_check_word_at_start (ZbCheckWordRole role, const char *folded);

G_END_DECLS
