/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flag.h"

#include <string.h>

static const struct {
  const char *name, *meaning;
} FLAGS[ZB_N_FLAGS] = {
  [ZB_FLAG_UNIT_INHERITED] = { "unit_inherited", "the unit was taken from the row, the column, the table's unit line or the section" },
  [ZB_FLAG_UNIT_ASSUMED] = { "unit_assumed", "nothing said the unit; the document's habit was used" },
  [ZB_FLAG_UNIT_SUSPECT] = { "unit_suspect", "implausible under its printed unit, and left as printed" },
  [ZB_FLAG_UNIT_CORRECTED] = { "unit_corrected", "the printed unit was replaced, because arithmetic proves another one" },
  [ZB_FLAG_OCR_REPAIRED] = { "ocr_repaired", "misread characters of the unit or of a word were repaired on evidence; never a digit" },
  [ZB_FLAG_DIGIT_SUSPECT] = { "digit_suspect", "a digit may be wrong" },
  [ZB_FLAG_TRUNCATED] = { "truncated", "the number is cut off, as in 1200." },
  [ZB_FLAG_CELL_JOINED] = { "cell_joined", "put together from several lines of one cell" },
  [ZB_FLAG_ROW_JOINED] = { "row_joined", "put together from the two parts of a row that a page break cut" },
  [ZB_FLAG_CUT_OFF] = { "cut_off", "words are visibly missing" },
  [ZB_FLAG_LABEL_FUZZY] = { "label_fuzzy", "the label resembles the catalogue's but is not equal to it" },
  [ZB_FLAG_LABEL_AMBIGUOUS] = { "label_ambiguous", "the label fits more than one thing; rows named alike are parts of what it names" },
  [ZB_FLAG_COLUMN_INFERRED] = { "column_inferred", "the source does not say which column the number stands in" },
  [ZB_FLAG_YEAR_INFERRED] = { "year_inferred", "no year is printed with the number; the document's was used" },
  [ZB_FLAG_YEAR_SUSPECT] = { "year_suspect", "the printed year contradicts its surroundings" },
  [ZB_FLAG_APPROXIMATE] = { "approximate", "printed with 约, 余, 近 or 左右" },
  [ZB_FLAG_BOUND] = { "bound", "an upper or lower bound, not a value" },
  [ZB_FLAG_SUM_MISMATCH] = { "sum_mismatch", "the parts do not add up to the total" },
  [ZB_FLAG_CROSS_MISMATCH] = { "cross_mismatch", "another place prints another value" },
  [ZB_FLAG_RATE_MISMATCH] = { "rate_mismatch", "the printed rate is not what its amounts give" },
  [ZB_FLAG_CORROBORATED] = { "corroborated", "an independent place or an identity agrees" },
  [ZB_FLAG_OUT_OF_RANGE] = { "out_of_range", "a score above its weight, a share above 100 %, a negative count" },
  [ZB_FLAG_DUPLICATE] = { "duplicate", "the same form or row stands twice" },
  [ZB_FLAG_LOW_OCR_CONFIDENCE] = { "low_ocr_confidence", "the recogniser was unsure" },
};

const char *
zb_flag_name (ZbFlag flag) {
  return FLAGS[flag].name;
}

const char *
zb_flag_meaning (ZbFlag flag) {
  return FLAGS[flag].meaning;
}

gboolean
zb_flag_lookup (const char *name, ZbFlag *flag) {
  for (guint i = 0; i < ZB_N_FLAGS; i++)
    if (g_str_equal (FLAGS[i].name, name)) {
      *flag = (ZbFlag) i;
      return TRUE;
    }
  return FALSE;
}

char *
zb_flags_print (ZbFlags flags) {
  GString *names = g_string_new (NULL);

  for (guint flag = 0; flag < ZB_N_FLAGS; flag++)
    if (flags & ZB_FLAG_BIT (flag))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "",
                              zb_flag_name ((ZbFlag) flag));
  return g_string_free (names, FALSE);
}
