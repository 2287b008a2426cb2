/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#include <string.h>

#include "intern.h"
#include "sentence-clause.h"
#include "sentence-context.h"
#include "sentence-denial.h"
#include "sentence-fact.h"
#include "sentence-items.h"
#include "sentence-list.h"
#include "sentence-measure.h"
#include "sentence-narrow.h"
#include "sentence-sides.h"

/* A sentence of a report is a row of amounts, each introduced by the words since the amount before:
 *
 *   2024年度 财政拨款支出 1551.50万元 ，占 本年支出合计 的 100% ，与上年相比 增加 50.00万元 ，增长 3.33%
 *   year     subject      actual       share denominator   share compare    up   change       up   change_rate
 *
 * So the tokens between two amounts are read as one clause: its last name before 占 or 完成 is the
 * subject (kept from the clause before where there is none), its verbs say the measure. An amount
 * becomes a fact only where the words between subject and amount are all understood: otherwise it
 * speaks of something else, and stays unmapped. */

/* 年初预算数300万元，其中：基本支出250万元 goes on with the measure of the whole; 支出280万元，年初预算数300万元，其中：基本支出250万元
 * with the usual one, as the whole began. */
static void
note_measure (ZbSentenceReader *reader, const ZbClause *clause, const ZbQuantity *quantity) {
  if (!zb_sentence_is_money (quantity) || clause->verb != ZB_ROLE_VALUE || clause->last_year || clause->compare
      || g_strcmp0 (clause->measure, "adjustment") == 0)
    return;
  if (clause->measure != NULL)
    reader->amount_measure = clause->measure;
  else if (clause->subject.set)
    reader->amount_measure = clause->subject.measure != NULL ? clause->subject.measure : reader->whole_measure;
  if (clause->subject.set)
    reader->unmeasured = clause->measure == NULL && clause->subject.measure == NULL && reader->whole_measure == NULL;
}

/* The shortest unknown name, in characters. */
#define SHORTEST_NAME 2

/* 绿化养护费支出35.60万元，比上年增加: what follows speaks of the unknown name, or of the fund alone, not of the name before. */
static gboolean
names_something_else (const ZbClause *clause, const ZbQuantity *quantity) {
  return !clause->subject.set && clause->verb == ZB_ROLE_VALUE && zb_sentence_is_money (quantity)
         && (clause->noise >= SHORTEST_NAME || zb_clause_names_fund_alone (clause));
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
tell (ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject, const char *measure,
      guint years_back, const ZbToken *token, gsize clause_start) {
  zb_sentence_emit (reader, clause, subject, measure, years_back, token, clause_start);
  reader->compared |= clause->last_year; /* 上年为21.5万元，减少1.5万元 */
  if (clause->verb == ZB_ROLE_VALUE && years_back == 0 && zb_sentence_is_money (token->quantity))
    zb_sentence_note_side (reader, subject, token->quantity);
}

static void
take_quantity (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  const ZbQuantity *quantity = token->quantity;
  const ZbSubject *subject;
  const char *measure;
  guint years_back = 0;

  clause->noise += token->noise;
  clause->part_noise += token->noise;
  zb_sentence_narrow (reader, clause, token, clause_start);
  zb_sentence_complete_side (reader, clause);
  if (zb_sentence_take_listed (reader, clause, token, clause_start))
    return;
  subject = clause->subject.set ? &clause->subject : &reader->subject;
  if (zb_sentence_is_count (quantity)) {
    zb_sentence_take_count (reader, clause, token, clause_start);
    return;
  }
  measure = zb_sentence_measure (reader, clause, subject, token, &years_back);
  if (clause->noise > (subject->item ? 0 : ZB_TOLERATED_NOISE) || reader->elsewhere)
    measure = NULL;
  if (measure == NULL && names_something_else (clause, quantity))
    reader->subject = zb_clause_unknown_subject ();
  if (subject->set && !subject->count && clause->noise <= ZB_TOLERATED_NOISE)
    note_total (reader, subject);
  if (clause->subject.set && !clause->subject.count && !subject->project)
    reader->subject = clause->noise > ZB_TOLERATED_NOISE ? (ZbSubject){ 0 } : clause->subject;
  if (measure != NULL && subject->set && !subject->unlisted && !subject->count)
    tell (reader, clause, subject, measure, years_back, token, clause_start);
}

/* What was being said when a bracket opened. */
typedef struct {
  gboolean open;
  guint amounts, names; /* inside it */
  ZbClause clause;
  ZbSubject subject, itemized;
  gboolean compared;
} Bracket;

static void
open_bracket (ZbSentenceReader *reader, const ZbClause *clause, Bracket *bracket) {
  if (bracket->open)
    return;
  *bracket = (Bracket){ .open = TRUE, .clause = *clause, .subject = reader->subject,
                        .itemized = reader->itemized, .compared = reader->compared };
  if (!clause->subject.set && clause->noise == 0) /* 基本支出35万元（工资福利支出28万元） */
    zb_sentence_open_items (reader);
}

/* Behind a remark in brackets the sentence goes on where it stood: 2.5万元（购置费0万元）比上年减少. */
static void
close_bracket (ZbSentenceReader *reader, ZbClause *clause, Bracket *bracket) {
  if (bracket->open)
    reader->itemized = bracket->itemized;
  if (bracket->open && bracket->amounts > 0) {
    *clause = bracket->clause;
    reader->subject = bracket->subject;
    reader->compared = bracket->compared;
  } else if (bracket->open && !bracket->clause.subject.set && bracket->clause.noise == 0) {
    *clause = bracket->clause; /* 294万元（全部为公务用车运行费），占 */
  } else if (bracket->open && bracket->names == 0) {
    clause->noise = bracket->clause.noise;
  }
  bracket->open = FALSE;
}

/* 比上年减少5万元，其中：…: whether the sentence behind the token being read breaks something down itself. */
static gboolean
breaks_down_next (const ZbSentenceReader *reader) {
  for (guint i = reader->at + 1; i < reader->tokens->len; i++) {
    const ZbToken *token = &g_array_index (reader->tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_STOP)
      break;
    if (token->kind == ZB_TOKEN_WORD && token->label->role == ZB_ROLE_OF_WHICH)
      return TRUE;
  }
  return FALSE;
}

/* A sentence that is nothing but a name says the subject of the next: …行政运行（项）。年初预算为. What
 * follows a breakdown speaks of its whole: …，其中：公务接待费5万元。比上年减少; but not where its parts were
 * compared one by one, save that it breaks down the whole again. */
static void
end_sentence (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *stop) {
  gboolean alone = clause->part_start == reader->sentence_start && clause->part_noise <= ZB_TOLERATED_NOISE
                   && clause->noise == 0 && clause->verb == ZB_ROLE_VALUE && clause->reason_end == 0;

  zb_sentence_note_opened (reader, clause, stop);
  if (reader->broken_down && (!reader->compared || breaks_down_next (reader)))
    reader->subject = reader->whole;
  if (clause->subject.set && (clause->subject.function != NULL || alone) && !clause->subject.count
      && stop->noise == 0 && stop->start == clause->subject_end)
    reader->subject = clause->subject;
  reader->subject.of_year = FALSE;
  reader->compared_before = reader->compared;
  reader->compared = FALSE;
  reader->grand_income = NULL;
  reader->broken_down = FALSE;
  reader->purpose_of = (ZbSubject){ 0 };
  reader->as_of = reader->year = 0;
  reader->elsewhere = reader->counting = FALSE;
  reader->by_source = reader->against_budget = FALSE;
  reader->sentence_start = stop->end;
  reader->whole = reader->itemized = (ZbSubject){ 0 };
  reader->whole_measure = NULL;
  reader->listed_count = reader->list_left = 0;
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

/* 较年初预算数减少4万元，下降2%: up to the next amount that is no change, or is compared with the year before. */
static void
note_budget (ZbSentenceReader *reader, const ZbClause *clause) {
  gboolean change = clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN;

  if (clause->against_budget)
    reader->against_budget = TRUE;
  else if (!change || clause->compare || clause->subject.set)
    reader->against_budget = FALSE;
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
  note_budget (reader, clause);
  reader->counting = TRUE;
}

static gboolean
names_label (const GArray *tokens, const char *indicator) {
  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_LABEL && g_strcmp0 (token->label->indicators[0], indicator) == 0)
      return TRUE;
  }
  return FALSE;
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

    reader->at = i;
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
  zb_sentence_note_division (block, text.folded, &context->paths);
  tokens = zb_text_tokens_find (mapper->catalogue, &text, quantities, &context->paths);
  reader.both_kinds = names_label (tokens, "expenditure.basic") && names_label (tokens, "expenditure.project");
  if (context->has_heading_code) {
    reader.subject = (ZbSubject){ .set = TRUE, .function = context->heading_code,
                                .unlisted = context->heading_code == NULL,
                                .indicators = { zb_intern ("expenditure.total") } };
  }
  reader.tokens = tokens;
  zb_sentence_go_on_with_opened (&reader);
  read_tokens (&reader, tokens);
  zb_sentence_note_denials (mapper->report, tokens, context->fund);
  zb_sentence_note_heading_code (tokens, context);
  zb_sentence_note_list_fund (tokens, text.folded, context);
}
