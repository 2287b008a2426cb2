/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-words.h"

#include "data-table.h"
#include "decimal.h"

static gboolean
is_number (const char *value) {
  ZbDecimal number;

  return zb_decimal_parse (value, &number);
}

static const ZbWordRole ROLES[ZB_N_CHECK_WORDS] = {
  [ZB_CHECK_WORD_RATE] = { "rate", NULL },
  [ZB_CHECK_WORD_NO_RATE] = { "no_rate", NULL },
  [ZB_CHECK_WORD_PLACEHOLDER_UNIT] = { "placeholder_unit", NULL },
  [ZB_CHECK_WORD_WORDS_ONLY] = { "words_only", NULL },
  [ZB_CHECK_WORD_WHOLE_COST] = { "whole_cost", NULL },
  [ZB_CHECK_WORD_EQUAL_BUDGET] = { "equal_budget", NULL },
  [ZB_CHECK_WORD_ABOVE_BUDGET] = { "above_budget", NULL },
  [ZB_CHECK_WORD_BELOW_BUDGET] = { "below_budget", NULL },
  [ZB_CHECK_WORD_EQUAL_LAST_YEAR] = { "equal_last_year", NULL },
  [ZB_CHECK_WORD_GRADE] = { "grade", is_number },
  [ZB_CHECK_WORD_MEASURED] = { "measured", NULL },
  [ZB_CHECK_WORD_BASIC_NATURE] = { "basic_nature", NULL },
  [ZB_CHECK_WORD_PROJECT_NATURE] = { "project_nature", NULL },
  [ZB_CHECK_WORD_PLACEHOLDER] = { "placeholder", NULL },
  [ZB_CHECK_WORD_DIRECTION] = { "direction", NULL },
  [ZB_CHECK_WORD_FORM_LINE] = { "form_line", NULL },
};

static gpointer
load_words (GError **error) {
  return zb_word_roles_load ("check-words.tsv", ROLES, ZB_N_CHECK_WORDS, error);
}

static ZbDataOnce loaded;

gboolean
zb_check_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

const GPtrArray *
zb_check_words (ZbCheckWordRole role) {
  return zb_word_roles_words (zb_data_once_lookup (&loaded, load_words), role);
}

const ZbCheckWord *
zb_check_word_lookup (ZbCheckWordRole role, const char *folded) {
  return zb_words_equal (zb_check_words (role), folded);
}

const ZbCheckWord *
zb_check_word_at_end (ZbCheckWordRole role, const char *folded) {
  return zb_words_at_end (zb_check_words (role), folded);
}

const ZbCheckWord *
zb_check_word_at_start (ZbCheckWordRole role, const char *folded) {
  return zb_words_at_start (zb_check_words (role), folded);
}
