/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-list.h"

#include <string.h>

#include "sentence-fact.h"
#include "sentence-measure.h"

static gboolean
is_income (const ZbSubject *subject) {
  return subject->indicators[0] != NULL && g_str_has_prefix (subject->indicators[0], "income.");
}

void
zb_clause_join_name (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  static const char *const JOINTS[] = { "、", "和", "及", "与", "以及", "、以及", NULL };
  g_autofree char *between = NULL;

  if (clause->subject.set && token->start > clause->subject_end)
    between = g_strndup (reader->text->folded + clause->subject_end, token->start - clause->subject_end);
  if (between == NULL || !g_strv_contains (JOINTS, between) || clause->verb != ZB_ROLE_VALUE
      || clause->subject.count)
    clause->name_count = 0;
  else if (clause->name_count == G_N_ELEMENTS (clause->names))
    clause->crowded = TRUE;
  else
    clause->names[clause->name_count++] = clause->subject;
}

/* 财政拨款收入、支出总计: both sides come to the same. */
static gboolean
is_two_sided (const ZbClause *clause) {
  return clause->name_count == 1 && is_income (&clause->names[0]) && !is_income (&clause->subject);
}

/* 社保中心30万元、20万元: another name than the subject of the clause before. */
static gboolean
names_unknown (const ZbClause *clause) {
  return !clause->subject.set && clause->verb == ZB_ROLE_VALUE && clause->noise > 0;
}

/* The names that the amounts behind them belong to, at most ZB_MOST_NAMES; 0 where there is but one. */
static guint
collect_names (const ZbSentenceReader *reader, const ZbClause *clause, ZbSubject *names) {
  const ZbSubject *pair = clause->subject.set ? &clause->subject : &reader->subject;

  if (clause->name_count > 0) {
    memcpy (names, clause->names, clause->name_count * sizeof *names);
    names[clause->name_count] = clause->subject;
    return clause->name_count + 1;
  }
  if (pair->set && pair->indicators[1] != NULL && !names_unknown (clause)) {
    for (guint i = 0; i < 2; i++) {
      names[i] = *pair;
      names[i].indicators[0] = pair->indicators[i];
      names[i].indicators[1] = NULL;
    }
    return 2;
  }
  if (!clause->subject.set && (clause->respective || clause->each)) {
    memcpy (names, reader->listed, reader->listed_count * sizeof *names);
    return reader->listed_count;
  }
  return 0;
}

/* 100万元，1、财政拨款: a number that names its item, or a date, is no amount. */
static gboolean
is_amount (const ZbToken *token) {
  return token->kind == ZB_TOKEN_QUANTITY
         && !(token->quantity->flags & (ZB_QUANTITY_ORDINAL | ZB_QUANTITY_DATE | ZB_QUANTITY_PIECE));
}

static gboolean
goes_on (const ZbSentenceReader *reader, const ZbToken *last, const ZbToken *next) {
  const char *between = reader->text->folded + last->end;
  gsize length = next->start - last->end;

  return is_amount (next)
         && ((length == 1 && *between == ',')
             || (length == strlen ("、") && (g_str_has_prefix (between, "、") || g_str_has_prefix (between, "和")
                                             || g_str_has_prefix (between, "与")
                                             || g_str_has_prefix (between, "及"))));
}

/* How many amounts of one kind stand side by side from the current one on; sets the unit that they share. */
static guint
count_amounts (const ZbSentenceReader *reader, const ZbUnit **unit) {
  const ZbToken *last = &g_array_index (reader->tokens, ZbToken, reader->at);
  gboolean percent = zb_sentence_is_percent (last->quantity);
  guint count = 1;

  *unit = last->quantity->unit;
  for (guint i = reader->at + 1; i < reader->tokens->len; i++) {
    const ZbToken *next = &g_array_index (reader->tokens, ZbToken, i);

    if (next->kind == ZB_TOKEN_BREAK && next->noise == 0)
      continue;
    if (!goes_on (reader, last, next)
        || (next->quantity->unit != NULL && *unit != NULL
            && (percent != zb_sentence_is_percent (next->quantity)
                || zb_sentence_is_money (last->quantity) != zb_sentence_is_money (next->quantity))))
      break;
    if (next->quantity->unit != NULL)
      *unit = next->quantity->unit;
    last = next;
    count++;
  }
  return count;
}

/* Makes the amount @token one of @name. */
static void
share_out (ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *name, const ZbToken *token,
           gsize clause_start) {
  ZbClause of_name = *clause;
  ZbQuantity quantity = *token->quantity;
  ZbToken amount = *token;
  const char *measure;
  guint years_back = 0;

  if (quantity.unit == NULL && reader->list_unit != NULL
      && !zb_quantity_apply_unit (&quantity, reader->list_unit))
    return;
  amount.quantity = &quantity;
  if (clause->subject.set)
    of_name.subject = *name;
  measure = zb_sentence_measure (reader, &of_name, name, &amount, &years_back);
  if (measure != NULL && !name->unlisted && clause->noise <= ZB_TOLERATED_NOISE && !reader->elsewhere)
    zb_sentence_emit (reader, &of_name, name, measure, years_back, &amount, clause_start);
}

static void
keep_names (ZbSentenceReader *reader, const ZbSubject *names, guint count) {
  memmove (reader->listed, names, count * sizeof *names);
  reader->listed_count = count;
}

/* What stands behind several amounts is about none of the names alone. */
static void
forget_subject (ZbSentenceReader *reader, const ZbClause *clause) {
  if (clause->subject.set && clause->subject.indicators[1] != NULL)
    reader->subject = clause->subject;
  else if (clause->name_count > 0)
    reader->subject = zb_clause_unknown_subject ();
}

static void
begin_list (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token, gsize clause_start) {
  reader->list_clause = *clause;
  reader->list_left = reader->listed_count - 1;
  share_out (reader, clause, &reader->listed[0], token, clause_start);
}

static void
give_to_each (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token, gsize clause_start) {
  for (guint i = 0; i < reader->listed_count; i++)
    share_out (reader, clause, &reader->listed[i], token, clause_start);
}

/* Names within a project or a function are not told apart from those outside of it. */
static gboolean
is_within (const ZbSentenceReader *reader) {
  return reader->context->project.name != NULL || (reader->whole.set && reader->whole.function != NULL);
}

gboolean
zb_sentence_take_listed (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  ZbSubject names[ZB_MOST_NAMES];
  gboolean pair;
  guint count, amounts;

  if (reader->list_left > 0) {
    share_out (reader, &reader->list_clause, &reader->listed[reader->listed_count - reader->list_left], token,
               clause_start);
    reader->list_left--;
    return TRUE;
  }
  count = collect_names (reader, clause, names);
  amounts = count_amounts (reader, &reader->list_unit);
  pair = count == 2 && clause->name_count == 0;
  if ((count == 0 && !clause->respective && !(clause->each && amounts > 1)) || is_two_sided (clause)
      || (pair && amounts == 1 && !clause->respective))
    return FALSE;
  if (count <= 1 || clause->crowded || is_within (reader) || zb_sentence_is_count (token->quantity)
      || (amounts != count && !(amounts == 1 && clause->each))) {
    zb_clause_step_aside (clause);
    return FALSE;
  }
  keep_names (reader, names, count);
  if (amounts == count)
    begin_list (reader, clause, token, clause_start);
  else
    give_to_each (reader, clause, token, clause_start);
  forget_subject (reader, clause);
  return TRUE;
}
