/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-subject.h"

#include <string.h>

#include "document-words.h"
#include "intern.h"
#include "sentence-items.h"
#include "sentence-list.h"
#include "sentence-sides.h"

static const char *
fund_of_label (const ZbLabel *label) {
  if (label->fund != NULL || label->indicators[0] == NULL)
    return label->fund;
  if (g_str_equal (label->indicators[0], "income.special_account"))
    return zb_intern ("special_account");
  if (g_str_equal (label->indicators[0], "income.unit_funds"))
    return zb_intern ("unit_funds");
  return NULL;
}

/* 上年结转结余的一般公共预算收入 is what one fund brought over, no income. */
static gboolean
narrows_balance (const ZbClause *clause, const ZbToken *token) {
  return clause->subject.set && clause->subject.indicators[0] != NULL
         && g_str_has_prefix (clause->subject.indicators[0], "balance.")
         && fund_of_label (token->label) != NULL
         && token->start <= clause->subject_end + strlen ("的");
}

/* 基本支出收入预算: an expenditure that is called an income. */
static gboolean
contradicts_side (const ZbClause *clause, const ZbSubject *subject) {
  return clause->subject.set && !clause->parted && clause->subject.indicators[0] != NULL
         && g_str_has_prefix (clause->subject.indicators[0], "expenditure.")
         && g_str_equal (subject->indicators[0], "income.total");
}

/* Right behind a name, a word for a total only completes it: 公务用车运行费全年支出, and with a fund that of what has none:
 * 因公出国费财政拨款支出. */
static gboolean
completes (const ZbClause *clause, const ZbSubject *subject) {
  if (contradicts_side (clause, subject))
    return FALSE;
  return clause->subject.set && !clause->parted && clause->subject.indicators[0] != NULL
         && (subject->fund == NULL || !zb_mapper_has_fund (clause->subject.indicators[0]))
         && g_str_has_suffix (subject->indicators[0], ".total")
         && !g_str_has_prefix (subject->indicators[0], "three_public")
         && !g_str_has_prefix (subject->indicators[0], "procurement");
}

/* Verbs before a name belong to what was said before it, 人员经费相应减少，公用经费20万元, but for one that the
 * name is the object of: 主要是增加人员经费20万元. */
static void
take_new_subject (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  gboolean object = token->noise == 0 && token->start == clause->verb_end;

  zb_clause_join_name (reader, clause, token);
  clause->each = clause->respective = clause->reached = FALSE;
  if ((clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN) && !object) {
    clause->verb = ZB_ROLE_VALUE;
    clause->compare = FALSE;
  }
  clause->parted = FALSE;
}

/* 货物, 工程 and 服务 mean procurement only where a total of procurement is being broken down. */
static gboolean
needs_procurement (const ZbSentenceReader *reader, const ZbLabel *label) {
  return label->indicators[0] != NULL && g_str_has_prefix (label->indicators[0], "procurement.")
         && strlen (label->phrase) <= strlen ("货物")
         && !(reader->whole.set
              && g_str_has_prefix (reader->whole.indicators[0], "procurement."));
}

/* 一般公共预算财政拨款支出90万元，其中：基本支出30万元: the parts come out of the fund of the whole. */
static gboolean
is_part_of_spending (const ZbSubject *whole, const ZbSubject *part) {
  return whole->set && whole->indicators[0] != NULL && part->indicators[0] != NULL
         && g_str_has_prefix (whole->indicators[0], "expenditure.")
         && g_str_has_prefix (part->indicators[0], "expenditure.");
}

/* 政府性基金预算年初结转和结余1万元，本年收入5万元，本年支出4万元，年末结转和结余2万元: one fund's year,
 * whatever fund the heading above is about. */
static void
follow_year_of_fund (const ZbSubject *before, ZbSubject *subject) {
  static const char *const FOLLOWING[] = { "income.total", "expenditure.total", "balance.closing",
                                           NULL };

  if (subject->fund != NULL) {
    subject->of_year = g_strcmp0 (subject->indicators[0], "balance.opening") == 0
                       || g_strcmp0 (subject->indicators[0], "income.total") == 0;
  } else if (before->of_year && g_strv_contains (FOLLOWING, subject->indicators[0])) {
    subject->fund = before->fund;
    subject->of_year = TRUE;
  }
}

/* 旅游总收入 is another name than 总收入; 我局总收入 is not. */
static gboolean
has_foreign_prefix (const ZbSentenceReader *reader, const ZbToken *token) {
  static const char *const TOTALS[] = { "总收入", "总支出", NULL };
  g_autofree char *before = NULL;

  if (token->noise == 0 || !g_strv_contains (TOTALS, token->label->phrase))
    return FALSE;
  before = g_strndup (reader->text->folded, token->start);
  return zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_BODY_END), before) == NULL
         && zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_NO_BODY), before) == NULL
         && !g_str_has_suffix (before, "单位");
}

/* FALSE where the name says nothing of its own but adds to the subject so far, which is then done. */
static gboolean
is_subject (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const ZbLabel *label = token->label;

  if (needs_procurement (reader, label)) {
    clause->noise += ZB_TOLERATED_NOISE; /* it names something else, and not the subject so far */
    return FALSE;
  }
  if (label->role == ZB_ROLE_MEASURE) {
    clause->measure = label->measure;
    return FALSE;
  }
  if (narrows_balance (clause, token)) {
    clause->subject.fund = fund_of_label (label);
    clause->subject_end = token->end;
    return FALSE;
  }
  if (label->indicators[0] == NULL) {
    clause->fund = label->fund;
    clause->subject_end = token->end;
    return FALSE;
  }
  return TRUE;
}

/* Unknown characters that may stand between a verb and its object: 增加了 */
#define LONGEST_PARTICLE 1

/* 增加绿化养护项目支出9万元: between the verb and the name stands what makes it the name of something else. */
static gboolean
is_foreign_object (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token) {
  const char *start = reader->text->folded + token->start;

  if ((clause->verb != ZB_ROLE_UP && clause->verb != ZB_ROLE_DOWN) || token->noise <= LONGEST_PARTICLE)
    return FALSE;
  for (guint i = 0; i < token->noise && start > reader->text->folded + clause->verb_end; i++)
    start = g_utf8_prev_char (start);
  return start == reader->text->folded + clause->verb_end;
}

static void
replace_subject (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                 ZbSubject subject) {
  subject.unlisted |= is_foreign_object (reader, clause, token);
  take_new_subject (reader, clause, token);
  if (subject.fund == NULL && clause->fund != NULL && token->noise == 0)
    subject.fund = clause->fund;
  else if (subject.fund == NULL && is_part_of_spending (&reader->whole, &subject))
    subject.fund = reader->whole.fund;
  follow_year_of_fund (&reader->subject, &subject);
  zb_sentence_match_sides (reader, token, &subject);
  clause->subject = subject;
  clause->name = token;
  clause->year = clause->compared_year > 0 ? clause->compared_year : clause->year;
  clause->other_name = clause->part_noise > 0;
  clause->fund = NULL;
  clause->name = token;
  clause->noise = 0;
  clause->subject_end = token->end;
}

void
zb_clause_take_name (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const ZbLabel *label = token->label;
  ZbSubject subject = {
    .set = TRUE,
    .indicators = { label->indicators[0], label->indicators[1] },
    .fund = label->fund,
    .measure = label->measure,
    .label = label->phrase,
    .count = label->role == ZB_ROLE_COUNT,
  };

  if (!is_subject (reader, clause, token))
    return;
  if (completes (clause, &subject)) { /* 会议费支出预算 is the budget of it */
    clause->measure = label->measure != NULL ? label->measure : clause->measure;
    return;
  }
  subject.unlisted = has_foreign_prefix (reader, token);
  if (contradicts_side (clause, &subject))
    clause->subject.unlisted = TRUE;
  else
    replace_subject (reader, clause, token, subject);
}

void
zb_clause_take_code (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  take_new_subject (reader, clause, token);
  if (token->kind == ZB_TOKEN_ECONOMIC)
    zb_clause_take_category (reader, clause, token);
  else
    clause->subject = (ZbSubject){
      .set = TRUE,
      .unlisted = token->code == NULL,
      .indicators = { zb_intern ("expenditure.total") },
      .fund = reader->whole.function == NULL ? reader->whole.fund : NULL,
      .function = token->code,
    };
  clause->name = token;
  clause->noise = 0;
  clause->subject_end = token->end;
}
