/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-clause.h"

#include <string.h>

#include "intern.h"
#include "sentence-items.h"
#include "sentence-sides.h"
#include "sentence-subject.h"

ZbSubject
zb_clause_unknown_subject (void) {
  return (ZbSubject){ .set = TRUE, .unlisted = TRUE, .indicators = { zb_intern ("expenditure.total") } };
}

/* 货物采购授予中小企业合同金额, 涉及一般公共预算当年拨款: part of what the names behind it mean. */
void
zb_clause_step_aside (ZbClause *clause) {
  clause->aside = TRUE;
  clause->subject = zb_clause_unknown_subject ();
}

static gboolean
stands_at_part_start (const ZbClause *clause, const ZbToken *token) {
  return clause->subject_end <= clause->part_start && token->start == clause->part_start;
}

/* 基本支出300万元，主要用于办公费、水电费等支出，比上年减少10万元: the verb behind the purposes has the subject before
 * them. @noise is that of a preposition in front of the verb. */
static void
leave_purposes (ZbClause *clause, guint noise) {
  if (clause->purpose_end == 0 || clause->purpose_end > clause->part_start
      || clause->subject_end > clause->part_start || clause->part_noise > noise)
    return;
  clause->subject = (ZbSubject){ 0 };
  clause->fund = NULL;
  clause->noise = 0;
  clause->purpose_end = 0;
}

/* 教育支出15万元，住房保障支出5万元；支出比上年增加2万元: a side alone that is compared is all of that side, save where
 * the paragraph is about one function. @noise is that of a preposition in front of the comparison. */
static void
compare_side (const ZbSentenceReader *reader, ZbClause *clause, guint noise) {
  gboolean income = clause->side != NULL && clause->side->label->role == ZB_ROLE_SIDE_INCOME;
  const ZbSubject *total = income ? &reader->income : &reader->expenditure;

  if (clause->side == NULL || clause->part_noise > noise || clause->subject.set
      || (!total->set && reader->subject.function != NULL) || reader->subject.project)
    return;
  clause->subject = total->set ? *total
                               : (ZbSubject){ .set = TRUE, .indicators = { zb_intern (
                                   income ? "income.total" : "expenditure.total") } };
  clause->subject_end = clause->side->end;
  clause->noise = 0;
}

/* 与上年相比，支出合计减少50万元。其中：项目支出减少30万元: the parts are compared as the whole was. */
static void
break_down (ZbSentenceReader *reader, const ZbToken *token) {
  if (reader->subject.set)
    reader->whole = reader->subject;
  reader->whole_measure = reader->unmeasured ? NULL : reader->amount_measure;
  reader->broken_down = TRUE;
  zb_sentence_open_items (reader);
  if (token->start == reader->sentence_start)
    reader->compared = reader->compared_before;
}

static void
take_verb (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const ZbLabel *label = token->label;

  leave_purposes (clause, 0);
  if (label->role == ZB_ROLE_COMPARE) {
    compare_side (reader, clause, 0);
    clause->compare = TRUE;
    clause->compared_year = 0; /* 与2023年相比 */
    return;
  }
  clause->verb = label->role;
  if (label->role != ZB_ROLE_UP && label->role != ZB_ROLE_DOWN)
    return;
  clause->verb_end = token->end;
  if (clause->compared_year > 0) /* 比2023年度总收入减少: the change is that of the year told of */
    clause->year = clause->compared_year = 0;
  if (label->measure != NULL)
    clause->measure = label->measure;
}

/* 主要用于: what is named behind it is what the money is for. */
static void
open_purposes (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  zb_sentence_open_items (reader);
  clause->items = 0;
  if (reader->subject.function != NULL)
    reader->purpose_of = reader->subject;
  clause->purpose_end = token->end;
}

static gboolean
is_said_before (const ZbSentenceReader *reader, gsize at, const char *word) {
  gsize length = strlen (word);

  return at >= length && memcmp (reader->text->folded + at - length, word, length) == 0;
}

/* 较 of 较年初预算数减少. */
static gboolean
is_preposition_before (const ZbSentenceReader *reader, gsize at) {
  static const char *const WORDS[] = { "比", "较", "与" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (is_said_before (reader, at, WORDS[i]))
      return TRUE;
  return FALSE;
}

/* 全国 opens the name of some bodies. */
static gboolean
begins_own_name (const ZbSentenceReader *reader, const char *word) {
  const char *entity = reader->mapper->report->entity;

  return entity != NULL && g_str_has_prefix (entity, word);
}

/* 由上年的9万元增加到10万元: the amount is no change. */
static void
reach (ZbClause *clause) {
  leave_purposes (clause, 0);
  clause->reached = TRUE;
  clause->verb = ZB_ROLE_VALUE;
  clause->compare = clause->last_year = FALSE;
}

/* Words that say something of the clause alone. */
static void
mark_clause (ZbClause *clause, const ZbToken *token) {
  switch (token->label->role) {
  case ZB_ROLE_SIDE_INCOME:
  case ZB_ROLE_SIDE_EXPENDITURE:
    if (stands_at_part_start (clause, token))
      clause->side = token;
    break;
  case ZB_ROLE_SKIP:
    zb_clause_step_aside (clause);
    break;
  case ZB_ROLE_RESPECTIVE:
    clause->respective = TRUE;
    break;
  case ZB_ROLE_EACH:
    clause->each = TRUE;
    break;
  case ZB_ROLE_REACH:
    reach (clause);
    break;
  case ZB_ROLE_REASON:
    clause->reason_end = token->end;
    clause->noise += ZB_TOLERATED_NOISE;
    break;
  case ZB_ROLE_LAST_YEAR:
    clause->last_year = TRUE;
    break;
  default:
    break;
  }
}

static void
take_measure (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  clause->measure = token->label->measure;
  clause->measure_end = token->end;
  clause->against_budget |= g_str_has_prefix (clause->measure, "budget")
                            && is_preposition_before (reader, token->start);
}

static void
take_word (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  switch (token->label->role) {
  case ZB_ROLE_PURPOSE:
    open_purposes (reader, clause, token);
    break;
  case ZB_ROLE_ELSEWHERE:
    reader->elsewhere |= (!reader->counting || clause->part_start == token->start) && !clause->subject.set
                         && clause->noise == 0
                         && !begins_own_name (reader, token->label->phrase);
    break;
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
  case ZB_ROLE_SHARE:
  case ZB_ROLE_EXECUTION:
  case ZB_ROLE_COMPARE:
    take_verb (reader, clause, token);
    break;
  case ZB_ROLE_MEASURE:
    take_measure (reader, clause, token);
    break;
  case ZB_ROLE_OF_WHICH:
    break_down (reader, token);
    clause->items = 0;
    clause->of_which = TRUE;
    break;
  default:
    mark_clause (clause, token);
    break;
  }
}

static gboolean
is_compared_year (const ZbSentenceReader *reader, const ZbToken *token, const ZbClause *clause) {
  return clause->compare || is_preposition_before (reader, token->start);
}

/* 与2024年度预算相比 in the accounts of 2024: no change from year to year. */
static gboolean
is_own_budget (const ZbSentenceReader *reader, const ZbToken *token) {
  static const char *const BUDGETS[] = { "预算", "年初预算" };
  const char *behind = reader->text->folded + token->end;

  if (token->year != reader->mapper->report->fiscal_year
      || g_str_equal (zb_mapper_default_measure (reader->mapper), "budget"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (BUDGETS); i++)
    if (g_str_has_prefix (behind, BUDGETS[i]))
      return TRUE;
  return FALSE;
}

/* Characters of 比 or 较 in front of a year. */
#define PREPOSITION 1

static void
take_year (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const char *behind = reader->text->folded + token->end;
  gboolean date = g_unichar_isdigit (g_utf8_get_char (behind));

  if (is_compared_year (reader, token, clause) && is_own_budget (reader, token)) {
    clause->against_budget = TRUE;
  } else if (is_compared_year (reader, token, clause)) {
    leave_purposes (clause, PREPOSITION);
    compare_side (reader, clause, PREPOSITION);
    clause->year_suspect |= token->year == reader->mapper->report->fiscal_year;
    clause->compare = TRUE;
    clause->compared_year = token->year;
    if (token->year >= reader->year) /* 2023年执行数90万元，2024年比2023年增加: not the year of what follows */
      reader->year = 0;
  } else if (is_said_before (reader, token->start, "截至")
             || is_said_before (reader, token->start, "截止")) {
    reader->as_of = token->year;
  } else if (!date) {
    clause->year = token->year;
    if (!reader->counting || token->year > reader->year) /* 2023年为9万元，2024年为8万元，减少1万元: the later one's change */
      reader->year = token->year;
  }
}

/* 教育支出预算: right behind a function, a name that is not that of an income only completes it. */
static gboolean
completes_function (const ZbClause *clause, const ZbToken *token) {
  const char *indicator = token->label->indicators[0];

  return clause->subject.function != NULL && token->start == clause->subject_end
         && (indicator == NULL || !g_str_has_prefix (indicator, "income."));
}

/* A name of any kind. */
static void
take_name (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  if (clause->verb == ZB_ROLE_SHARE || clause->verb == ZB_ROLE_EXECUTION || clause->aside)
    return;
  if (token->kind == ZB_TOKEN_FUNCTION || token->kind == ZB_TOKEN_ECONOMIC)
    zb_clause_take_code (reader, clause, token);
  else if (token->kind == ZB_TOKEN_ITEM || zb_sentence_continues_items (reader, token)) {
    clause->name = NULL;
    zb_clause_take_item (reader, clause, token);
  }
  else if (!completes_function (clause, token))
    zb_clause_take_name (reader, clause, token);
}

static void
take_break (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  if (zb_sentence_names_whole (reader, clause, token)) {
    reader->subject = clause->subject;
    reader->amount_measure = clause->measure != NULL ? clause->measure : clause->subject.measure;
    reader->unmeasured = FALSE;
    break_down (reader, token);
    *clause = (ZbClause){ .part_start = token->end, .year = clause->year };
    return;
  }
  if (reader->text->folded[token->start] == ';') {
    *clause = (ZbClause){ 0 };
    reader->purpose_of = (ZbSubject){ 0 };
  }
  if (clause->reason_end > 0 && clause->subject.set && clause->subject_end > clause->reason_end)
    clause->subject = zb_clause_unknown_subject (); /* 主要原因是项目支出减少，下降5%: of which of them, it does not say */
  clause->parted = TRUE;
  clause->compared_year = 0;
  clause->part_noise = 0;
  clause->part_start = token->end;
}

void
zb_clause_take_token (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  clause->noise += token->noise;
  clause->part_noise += token->noise;
  switch (token->kind) {
  case ZB_TOKEN_FUNCTION:
  case ZB_TOKEN_ECONOMIC:
  case ZB_TOKEN_ITEM:
  case ZB_TOKEN_LABEL:
    take_name (reader, clause, token);
    break;
  case ZB_TOKEN_WORD:
    take_word (reader, clause, token);
    break;
  case ZB_TOKEN_YEAR:
    take_year (reader, clause, token);
    break;
  case ZB_TOKEN_BREAK:
    take_break (reader, clause, token);
    break;
  case ZB_TOKEN_OPEN:
  case ZB_TOKEN_CLOSE:
  case ZB_TOKEN_STOP:
  case ZB_TOKEN_QUANTITY:
    break;
  }
}
