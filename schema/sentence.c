/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#include <string.h>

#include "intern.h"
#include "sentence-clause.h"
#include "sentence-denial.h"
#include "sentence-fact.h"
#include "sentence-narrow.h"

/* A sentence of a report is a row of amounts, each introduced by the words since the amount before:
 *
 *   2024年度 财政拨款支出 2475.18万元 ，占 本年支出合计 的 100% ，与上年相比 增加 79.81万元 ，增长 3.33%
 *   year     subject      actual       share denominator   share compare    up   change       up   change_rate
 *
 * So the tokens between two amounts are read as one clause: its last name before 占 or 完成 is the
 * subject (kept from the clause before where there is none), its verbs say the measure. An amount
 * becomes a fact only where the words between subject and amount are all understood: otherwise it
 * speaks of something else, and stays unmapped. */

static gboolean
is_money (const ZbQuantity *quantity) {
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
    return reader->compared || clause->compare ? "change" : NULL;
  if (clause->verb != ZB_ROLE_VALUE)
    return NULL;
  if ((clause->compare || clause->last_year) && !clause->subject.set) {
    *years_back = 1;
    return clause->measure != NULL ? settle_measure (reader->mapper, clause->measure)
                                   : zb_mapper_default_measure (reader->mapper);
  }
  if (!clause->subject.set && clause->measure == NULL)
    return NULL;
  if (clause->measure != NULL)
    return settle_measure (reader->mapper, clause->measure);
  if (subject->measure != NULL)
    return settle_measure (reader->mapper, subject->measure);
  if (reader->whole_measure != NULL)
    return settle_measure (reader->mapper, reader->whole_measure);
  return is_still_to_come (reader, clause) ? "budget" : zb_mapper_default_measure (reader->mapper);
}

/* 年初预算数300万元，其中：基本支出250万元 goes on with the measure of the whole. */
static void
note_measure (ZbSentenceReader *reader, const ZbClause *clause, const ZbQuantity *quantity) {
  if (!is_money (quantity) || clause->verb != ZB_ROLE_VALUE || clause->last_year || clause->compare
      || g_strcmp0 (clause->measure, "adjustment") == 0)
    return;
  if (clause->measure != NULL)
    reader->amount_measure = clause->measure;
  else if (clause->subject.set)
    reader->amount_measure = clause->subject.measure;
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
    return !zb_clause_names_fund_alone (clause) && (reader->compared || clause->compare) ? "change_rate" : NULL;
  default:
    return NULL;
  }
}

static gboolean
is_percent (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_PERCENT;
}

/* 会议费当年开支 0.43，: an amount whose unit was left out. */
static gboolean
is_bare_amount (const ZbQuantity *quantity) {
  return quantity->unit == NULL && quantity->number.scale > 0
         && !(quantity->flags & (ZB_QUANTITY_ORDINAL | ZB_QUANTITY_DATE));
}

/* The shortest unknown name, in characters. */
#define SHORTEST_NAME 2

/* 绿化养护费支出35.60万元，比上年增加: what follows speaks of the unknown name, not of the one before. */
static gboolean
names_something_else (const ZbClause *clause, const ZbQuantity *quantity) {
  return !clause->subject.set && clause->verb == ZB_ROLE_VALUE && is_money (quantity)
         && clause->noise >= SHORTEST_NAME;
}

/* The whole that a later 支出比上年增加 speaks of. */
static void
note_total (ZbSentenceReader *reader, const ZbSubject *subject) {
  const char *indicator = subject->indicators[0];

  if (subject->function != NULL || subject->economic != NULL || subject->unlisted || subject->project)
    return;
  if (g_str_equal (indicator, "income.total") || g_str_equal (indicator, "income.grand_total"))
    reader->income = *subject;
  else if (g_str_equal (indicator, "expenditure.total")
           || g_str_equal (indicator, "expenditure.grand_total"))
    reader->expenditure = *subject;
}

static void
take_quantity (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  const ZbSubject *subject = clause->subject.set ? &clause->subject : &reader->subject;
  const ZbQuantity *quantity = token->quantity;
  const char *measure = NULL;
  guint years_back = 0;

  clause->noise += token->noise;
  clause->part_noise += token->noise;
  zb_sentence_narrow (reader, clause, token, clause_start);
  if (zb_sentence_is_count (quantity)) {
    zb_sentence_take_count (reader, clause, token, clause_start);
    return;
  }
  if (is_percent (quantity))
    measure = measure_of_percent (reader, clause);
  else if (is_money (quantity) || (clause->subject.set && is_bare_amount (quantity)))
    measure = measure_of_money (reader, clause, subject, &years_back);
  if (clause->noise > ZB_TOLERATED_NOISE || reader->elsewhere)
    measure = NULL;
  if (measure == NULL && names_something_else (clause, quantity))
    reader->subject = (ZbSubject){ 0 };
  if (subject->set && !subject->count && clause->noise <= ZB_TOLERATED_NOISE)
    note_total (reader, subject);
  if (clause->subject.set && !clause->subject.count && !subject->project)
    reader->subject = clause->noise > ZB_TOLERATED_NOISE ? (ZbSubject){ 0 } : clause->subject;
  if (measure != NULL && subject->set && !subject->unlisted && !subject->count)
    zb_sentence_emit (reader, clause, subject, measure, years_back, token, clause_start);
}

/* A block that is nothing but a path names the subject of the paragraph behind it. */
static void
note_heading_code (const GArray *tokens, ZbSentenceContext *context) {
  gboolean has_number = FALSE;

  context->has_heading_code = FALSE;
  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    has_number |= token->kind == ZB_TOKEN_QUANTITY
                  && (is_money (token->quantity) || is_percent (token->quantity));
    if (token->kind == ZB_TOKEN_FUNCTION) {
      context->has_heading_code = TRUE;
      context->heading_code = token->code;
    }
  }
  context->has_heading_code &= !has_number;
}

/* 财政拨款支出主要内容如下： gives its fund to the list that it opens. */
static void
note_list_fund (const GArray *tokens, const char *folded, ZbSentenceContext *context) {
  gboolean opens = g_str_has_suffix (folded, ":");
  const char *fund = NULL;

  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_LABEL && token->label->fund != NULL)
      fund = token->label->fund;
  }
  if (opens)
    context->list_fund = fund;
}

/* What was being said when a bracket opened. */
typedef struct {
  gboolean open;
  guint amounts, names; /* inside it */
  ZbClause clause;
  ZbSubject subject;
  gboolean compared;
} Bracket;

static void
open_bracket (const ZbSentenceReader *reader, const ZbClause *clause, Bracket *bracket) {
  if (!bracket->open)
    *bracket = (Bracket){ .open = TRUE, .clause = *clause, .subject = reader->subject,
                          .compared = reader->compared };
}

/* Behind a remark in brackets the sentence goes on where it stood: 2.5万元（购置费0万元）比上年减少. */
static void
close_bracket (ZbSentenceReader *reader, ZbClause *clause, Bracket *bracket) {
  if (bracket->open && bracket->amounts > 0) {
    *clause = bracket->clause;
    reader->subject = bracket->subject;
    reader->compared = bracket->compared;
  } else if (bracket->open && bracket->names == 0) {
    clause->noise = bracket->clause.noise;
  }
  bracket->open = FALSE;
}

/* A sentence that is nothing but a name says the subject of the next: …行政运行（项）。年初预算为. What
 * follows a breakdown speaks of its whole: …，其中：公务接待费5万元。比上年减少; but not where its parts were
 * compared one by one. */
static void
end_sentence (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *stop) {
  gboolean alone = clause->part_start == reader->sentence_start && clause->noise == 0;

  if (reader->whole.set && !reader->compared)
    reader->subject = reader->whole;
  if (clause->subject.set && (clause->subject.function != NULL || alone) && !clause->subject.count
      && stop->noise == 0 && stop->start == clause->subject_end)
    reader->subject = clause->subject;
  reader->subject.of_year = FALSE;
  reader->compared_before = reader->compared;
  reader->compared = FALSE;
  reader->as_of = reader->year = 0;
  reader->elsewhere = reader->counting = FALSE;
  reader->by_source = FALSE;
  reader->sentence_start = stop->end;
  reader->whole = (ZbSubject){ 0 };
  reader->whole_measure = NULL;
}

/* 1千20百万元: two numbers are found in what is one amount, and neither of them is printed. */
static void
refuse_piece (ZbSentenceReader *reader, const ZbToken *token, gsize clause_start) {
  const ZbBlock *block = g_ptr_array_index (reader->mapper->document->blocks, reader->block);
  const ZbQuantity *quantity = token->quantity;

  zb_diagnostics_add (reader->mapper->report->diagnostics, ZB_SEVERITY_WARNING, "number_unclear",
                      zb_block_lookup_origin (block, quantity->number_start)->page,
                      "%s%s stands against another number and may be a part of one; it gives no fact",
                      quantity->raw, quantity->raw_unit != NULL ? quantity->raw_unit : "");
  zb_sentence_mention (reader, token, clause_start);
}

static void
read_amount (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  guint before = reader->mapper->report->facts->len;

  if (token->quantity->flags & ZB_QUANTITY_PIECE) {
    refuse_piece (reader, token, clause_start);
    return;
  }
  take_quantity (reader, clause, token, clause_start);
  note_measure (reader, clause, token->quantity);
  if (reader->mapper->report->facts->len == before && token->quantity->unit != NULL
      && !(token->quantity->flags & ZB_QUANTITY_DATE))
    zb_sentence_mention (reader, token, clause_start);
  reader->compared |= clause->compare;
  reader->counting = TRUE;
}

static void
read_tokens (ZbSentenceReader *reader, const GArray *tokens) {
  ZbClause clause = { 0 };
  Bracket bracket = { .open = FALSE };
  gsize clause_start = 0;

  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);
    gboolean amount = token->kind == ZB_TOKEN_QUANTITY
                      && !(token->quantity->flags & ZB_QUANTITY_ORDINAL);
    gboolean stop = token->kind == ZB_TOKEN_STOP && reader->text->folded[token->end] != ')';

    if (amount)
      read_amount (reader, &clause, token, clause_start);
    else
      zb_clause_take_token (reader, &clause, token);
    if (token->kind == ZB_TOKEN_OPEN)
      open_bracket (reader, &clause, &bracket);
    else if (token->kind == ZB_TOKEN_CLOSE)
      close_bracket (reader, &clause, &bracket);
    bracket.amounts += amount;
    bracket.names += token->kind == ZB_TOKEN_LABEL || token->kind == ZB_TOKEN_FUNCTION
                     || token->kind == ZB_TOKEN_ECONOMIC;
    if (stop) {
      end_sentence (reader, &clause, token);
      bracket.open = FALSE;
    }
    if (amount || stop) {
      clause = (ZbClause){ .part_start = token->end };
      clause_start = token->end;
    }
  }
}

void
zb_sentences_map (ZbMapper *mapper, guint index, ZbSentenceContext *context) {
  const ZbBlock *block = g_ptr_array_index (mapper->document->blocks, index);
  g_autoptr (GPtrArray) quantities = zb_quantities_find (block->text);
  g_autoptr (GArray) tokens = NULL;
  g_auto (ZbNumberText) text = { 0 };
  ZbSentenceReader reader = { .mapper = mapper, .block = index, .text = &text, .context = context };

  zb_number_text_init (&text, block->text);
  tokens = zb_text_tokens_find (mapper->catalogue, &text, quantities, &context->paths);
  if (context->has_heading_code) {
    reader.subject = (ZbSubject){ .set = TRUE, .function = context->heading_code,
                                .unlisted = context->heading_code == NULL,
                                .indicators = { zb_intern ("expenditure.total") } };
  }
  read_tokens (&reader, tokens);
  zb_sentence_note_denials (mapper->report, tokens, context->fund);
  note_heading_code (tokens, context);
  note_list_fund (tokens, text.folded, context);
}
