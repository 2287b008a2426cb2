/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-sides.h"

#include <string.h>

#include "intern.h"

#define GRAND "总计"
#define OF_YEAR "本年"

static gboolean
is (const ZbSubject *subject, const char *indicator) {
  return subject->set && g_strcmp0 (subject->indicators[0], indicator) == 0;
}

/* Whether the sentence goes on with 支出总计, and not with 本年支出总计. */
static gboolean
names_grand_expenditure (const char *p) {
  const char *stop = strstr (p, "。");
  const char *found = g_strstr_len (p, stop != NULL ? stop - p : -1, "支出" GRAND);

  return found != NULL
         && (found - p < (gssize) strlen (OF_YEAR)
             || memcmp (found - strlen (OF_YEAR), OF_YEAR, strlen (OF_YEAR)) != 0);
}

/* Whether the sentence goes on with 其中：本年收入: then what came before it is more than that of the year. */
static gboolean
has_part_of_year (const char *p, const char *side) {
  static const char PART[] = "其中";
  const char *stop = strstr (p, "。");
  const char *found = g_strstr_len (p, stop != NULL ? stop - p : -1, PART);
  g_autofree char *of_year = g_strconcat (OF_YEAR, side, NULL);

  if (found == NULL)
    return FALSE;
  found += strlen (PART);
  return g_str_has_prefix (*found == ':' || *found == ',' ? found + 1 : found, of_year);
}

void
zb_sentence_match_sides (const ZbSentenceReader *reader, const ZbToken *token, ZbSubject *subject) {
  const char *behind = reader->text->folded + token->end;
  gboolean of_year = g_str_has_prefix (token->label->phrase, OF_YEAR);

  if (is (subject, "income.total")
      && ((g_str_has_suffix (token->label->phrase, GRAND) && names_grand_expenditure (behind))
          || (!of_year && has_part_of_year (behind, "收入"))))
    subject->indicators[0] = zb_intern ("income.grand_total");
  else if (is (subject, "expenditure.total") && !of_year && has_part_of_year (behind, "支出"))
    subject->indicators[0] = zb_intern ("expenditure.grand_total");
}

void
zb_sentence_complete_side (const ZbSentenceReader *reader, ZbClause *clause) {
  const ZbSubject *income = &reader->subject;

  if (clause->side == NULL || clause->side->label->role != ZB_ROLE_SIDE_EXPENDITURE
      || clause->side->start != clause->part_start || clause->part_noise > 0 || clause->subject.set
      || clause->verb != ZB_ROLE_VALUE || clause->compare || clause->last_year
      || (!is (income, "income.total") && !is (income, "income.fiscal")) || income->indicators[1] != NULL)
    return;
  clause->subject = (ZbSubject){ .set = TRUE, .indicators = { zb_intern ("expenditure.total") },
                                 .fund = income->fund, .measure = income->measure,
                                 .label = clause->side->label->phrase };
  clause->subject_end = clause->side->end;
  clause->noise = 0;
}

void
zb_sentence_note_side (ZbSentenceReader *reader, const ZbSubject *subject, const ZbQuantity *quantity) {
  if (is (subject, "income.grand_total") && subject->indicators[1] == NULL) {
    reader->grand_income = quantity;
    reader->grand_fund = subject->fund;
  } else if (is (subject, "expenditure.grand_total") && reader->grand_income != NULL
             && reader->grand_fund == subject->fund
             && zb_decimal_compare (reader->grand_income->value, quantity->value) == 0) {
    reader->subject.indicators[0] = zb_intern ("income.grand_total");
    reader->subject.indicators[1] = zb_intern ("expenditure.grand_total");
  }
}

gboolean
zb_sentence_names_whole (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token) {
  static const char WITHIN[] = "中";
  gsize end = MAX (clause->subject_end, clause->measure_end); /* “三公”经费财政拨款预算中， */

  return clause->subject.set && !clause->subject.count && clause->verb == ZB_ROLE_VALUE
         && token->start == end + strlen (WITHIN) && g_str_has_prefix (reader->text->folded + end, WITHIN);
}
