/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-grade.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "check-words.h"
#include "text-fold.h"

/* The fact of @evaluation's total score; NULL where none is printed. */
static ZbFact *
find_score (const ZbReport *report, const ZbEvaluation *evaluation) {
  const ZbReportTable *table = g_ptr_array_index (report->tables, evaluation->table - 1);
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    if (g_str_equal (fact->dimensions.indicator, "evaluation.total")
        && g_str_equal (fact->dimensions.measure, "score"))
      return fact;
  }
  return NULL;
}

/* The word of the scale for @score: the one with the highest limit that it reaches. */
static const ZbCheckWord *
word_for (ZbDecimal score) {
  const GPtrArray *words = zb_check_words (ZB_CHECK_WORD_GRADE);
  const ZbCheckWord *found = NULL;
  ZbDecimal highest = { 0 };

  for (guint i = 0; i < words->len; i++) {
    const ZbCheckWord *word = g_ptr_array_index (words, i);
    ZbDecimal limit;

    if (zb_decimal_parse (word->value, &limit) && zb_decimal_compare (score, limit) >= 0
        && (found == NULL || zb_decimal_compare (limit, highest) > 0)) {
      found = word;
      highest = limit;
    }
  }
  return found;
}

void
zb_check_grade (ZbReport *report, const ZbEvaluation *evaluation) {
  g_autofree char *folded = zb_text_fold (evaluation->grade != NULL ? evaluation->grade : "");
  const ZbCheckWord *said = zb_check_word_lookup (ZB_CHECK_WORD_GRADE, folded);
  ZbFact *score = said != NULL ? find_score (report, evaluation) : NULL;
  const ZbCheckWord *due = score != NULL ? word_for (score->value) : NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (due == NULL || g_str_equal (due->value, said->value))
    return;
  facts = g_ptr_array_new ();
  g_ptr_array_add (facts, score);
  zb_check_fail (report, "eval.grade_of_score", facts, ZB_NO_FLAG);
}

static gboolean
is_measured (const char *folded) {
  return strpbrk (folded, "0123456789") != NULL
         || zb_words_inside (zb_check_words (ZB_CHECK_WORD_MEASURED), folded) != NULL;
}

void
zb_check_measured (ZbReport *report, const ZbEvaluation *evaluation) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < evaluation->rows->len; i++) {
    ZbEvaluationRow *row = g_ptr_array_index (evaluation->rows, i);
    g_autofree char *folded = zb_text_fold (row->actual.raw != NULL ? row->actual.raw : "");

    if (row->target.value != NULL && *folded != '\0' && !is_measured (folded))
      g_ptr_array_add (rows, row);
  }
  if (rows->len > 0)
    zb_check_fail_rows (report, "eval.outcome_measured", evaluation, rows, ZB_NO_FLAG);
}
