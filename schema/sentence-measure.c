/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-measure.h"

#include <string.h>

#include "sentence-narrow.h"

gboolean
zb_sentence_is_money (const ZbQuantity *quantity) {
  return quantity->unit != NULL
         && (quantity->unit->dimension == ZB_DIMENSION_MONEY
             || quantity->unit->dimension == ZB_DIMENSION_SCALE);
}

/* A budget knows no other budget than its own, though it may call it that of the start of the year. */
static const char *
settle_measure (const ZbMapper *mapper, const char *measure) {
  const char *usual = zb_mapper_default_measure (mapper);

  return g_strcmp0 (measure, "budget_initial") == 0 && g_str_equal (usual, "budget") ? usual : measure;
}

/* In the accounts of a year, an amount of the next one is what is planned. */
static gboolean
is_still_to_come (const ZbSentenceReader *reader, const ZbClause *clause) {
  guint year = clause->year > 0 ? clause->year : reader->year;

  return reader->mapper->report->fiscal_year > 0 && year > reader->mapper->report->fiscal_year;
}

/* Whether a change is one from year to year. */
static gboolean
is_compared (const ZbSentenceReader *reader, const ZbClause *clause) {
  if (clause->against_budget)
    return FALSE;
  return clause->compare || (reader->compared && !reader->against_budget); /* 比预算增加0万元，比上年增加1万元 */
}

/* The measure of an amount of money, or NULL where the clause does not say that it is one of the
 * catalogued ones; sets @years_back for last year's amount. */
static const char *
measure_of_money (const ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject,
                  guint *years_back) {
  if (clause->measure != NULL && g_str_equal (clause->measure, "adjustment"))
    return clause->measure;
  if (zb_clause_names_fund_alone (clause))
    return NULL;
  if (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN)
    return is_compared (reader, clause) ? "change" : NULL;
  if (clause->verb != ZB_ROLE_VALUE || clause->reason_end > clause->part_start)
    return NULL;
  if ((clause->compare || clause->last_year) && !clause->subject.set) {
    *years_back = 1;
    return clause->measure != NULL ? settle_measure (reader->mapper, clause->measure)
                                   : zb_mapper_default_measure (reader->mapper);
  }
  if (!clause->subject.set && !clause->reached && (clause->measure == NULL || (clause->of_which && clause->noise > 0)))
    return NULL; /* 其中：某项预算: a part that is not known */
  if (clause->measure != NULL)
    return settle_measure (reader->mapper, clause->measure);
  if (subject->measure != NULL)
    return settle_measure (reader->mapper, subject->measure);
  if (reader->whole_measure != NULL)
    return settle_measure (reader->mapper, reader->whole_measure);
  return is_still_to_come (reader, clause) ? "budget" : zb_mapper_default_measure (reader->mapper);
}

static const char *
measure_of_percent (const ZbSentenceReader *reader, const ZbClause *clause) {
  switch (clause->verb) {
  case ZB_ROLE_SHARE:
    return "share";
  case ZB_ROLE_EXECUTION:
    return "execution_rate";
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
    return !zb_clause_names_fund_alone (clause) && is_compared (reader, clause) ? "change_rate" : NULL;
  default:
    return NULL;
  }
}

gboolean
zb_sentence_is_percent (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_PERCENT;
}

/* 支出预算为0，: nothing was spent, in whatever unit. */
static gboolean
is_bare_zero (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token) {
  static const char IS[] = "为";
  const char *folded = reader->text->folded, *behind = folded + token->end;

  return g_str_equal (token->quantity->raw, "0") && token->start >= strlen (IS)
         && g_str_has_prefix (folded + token->start - strlen (IS), IS)
         && (clause->subject.set || clause->measure != NULL)
         && (*behind == '\0' || *behind == ',' || *behind == ';' || *behind == ')' || g_str_has_prefix (behind, "。"));
}

/* 会议费当年开支 0.43，: an amount whose unit was left out. */
static gboolean
is_bare_amount (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token) {
  const ZbQuantity *quantity = token->quantity;

  return quantity->unit == NULL && !(quantity->flags & (ZB_QUANTITY_ORDINAL | ZB_QUANTITY_DATE))
         && ((clause->subject.set && quantity->number.scale > 0)
             || is_bare_zero (reader, clause, token));
}

/* 整体支出绩效得分96.5分. */
static gboolean
is_points (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_POINT;
}

const char *
zb_sentence_measure (const ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject,
                     const ZbToken *token, guint *years_back) {
  const ZbQuantity *quantity = token->quantity;

  if (clause->subject.item && (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN))
    return NULL; /* 主要原因是差旅费增加3万元: a reason, no part of what is broken down */
  if (zb_sentence_is_percent (quantity))
    return measure_of_percent (reader, clause);
  if (is_points (quantity))
    return clause->subject.set && clause->verb == ZB_ROLE_VALUE ? subject->measure : NULL;
  if (zb_sentence_is_money (quantity) || is_bare_amount (reader, clause, token))
    return measure_of_money (reader, clause, subject, years_back);
  return NULL;
}
