/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-clause.h"

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

/* Right behind a name, a word for a total only completes it: 公务用车运行费全年支出. */
static gboolean
completes (const ZbClause *clause, const ZbSubject *subject) {
  if (contradicts_side (clause, subject))
    return FALSE;
  return clause->subject.set && !clause->parted && subject->fund == NULL
         && g_str_has_suffix (subject->indicators[0], ".total")
         && !g_str_has_prefix (subject->indicators[0], "three_public")
         && !g_str_has_prefix (subject->indicators[0], "procurement")
         && clause->subject.indicators[0] != NULL;
}

/* Verbs before a name belong to what was said before it, 人员经费相应减少，公用经费 113.31万元, but for one that the
 * name is the object of: 主要是增加人员经费 113.31万元. */
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

static void
take_label (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
            gboolean adjacent) {
  const ZbLabel *label = token->label;
  ZbSubject subject = {
    .set = TRUE,
    .indicators = { label->indicators[0], label->indicators[1] },
    .fund = label->fund,
    .measure = label->measure,
    .label = label->phrase,
    .count = label->role == ZB_ROLE_COUNT,
  };

  if (needs_procurement (reader, label)) {
    clause->noise += ZB_TOLERATED_NOISE; /* it names something else, and not the subject so far */
    return;
  }
  if (label->role == ZB_ROLE_MEASURE) {
    clause->measure = label->measure;
    return;
  }
  if (narrows_balance (clause, token)) {
    clause->subject.fund = fund_of_label (label);
    clause->subject_end = token->end;
    return;
  }
  if (label->indicators[0] == NULL) {
    clause->fund = label->fund;
    clause->subject_end = token->end;
    return;
  }
  if (completes (clause, &subject))
    return;
  subject.unlisted = has_foreign_prefix (reader, token);
  if (contradicts_side (clause, &subject)) {
    clause->subject.unlisted = TRUE;
    return;
  }
  take_new_subject (reader, clause, token);
  if (subject.fund == NULL && clause->fund != NULL && adjacent)
    subject.fund = clause->fund;
  else if (subject.fund == NULL && is_part_of_spending (&reader->whole, &subject))
    subject.fund = reader->whole.fund;
  follow_year_of_fund (&reader->subject, &subject);
  zb_sentence_match_sides (reader, token, &subject);
  clause->subject = subject;
  clause->other_name = clause->part_noise > 0;
  clause->fund = NULL;
  clause->noise = 0;
  clause->subject_end = token->end;
}

static void
take_code (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
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
  clause->noise = 0;
  clause->subject_end = token->end;
}

static gboolean
is_income (const char *indicator) {
  return g_str_has_prefix (indicator, "income.");
}

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

/* 全国 opens the name of some bodies. */
static gboolean
begins_own_name (const ZbSentenceReader *reader, const char *word) {
  const char *entity = reader->mapper->report->entity;

  return entity != NULL && g_str_has_prefix (entity, word);
}

static void
take_word (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  switch (token->label->role) {
  case ZB_ROLE_SIDE_INCOME:
  case ZB_ROLE_SIDE_EXPENDITURE:
    if (stands_at_part_start (clause, token))
      clause->side = token;
    break;
  case ZB_ROLE_PURPOSE:
    zb_sentence_open_items (reader);
    clause->items = 0;
    if (reader->subject.function != NULL)
      reader->purpose_of = reader->subject;
    clause->purpose_end = token->end;
    break;
  case ZB_ROLE_RESPECTIVE:
    clause->respective = TRUE;
    break;
  case ZB_ROLE_EACH:
    clause->each = TRUE;
    break;
  case ZB_ROLE_REACH:
    leave_purposes (clause, 0);
    clause->reached = TRUE;
    clause->verb = ZB_ROLE_VALUE;
    clause->compare = clause->last_year = FALSE;
    break;
  case ZB_ROLE_SKIP:
    zb_clause_step_aside (clause);
    break;
  case ZB_ROLE_ELSEWHERE:
    reader->elsewhere |= !reader->counting && !clause->subject.set && clause->noise == 0
                         && !begins_own_name (reader, token->label->phrase);
    break;
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
    leave_purposes (clause, 0);
    clause->verb = token->label->role;
    clause->verb_end = token->end;
    if (token->label->measure != NULL)
      clause->measure = token->label->measure;
    break;
  case ZB_ROLE_SHARE:
  case ZB_ROLE_EXECUTION:
    leave_purposes (clause, 0);
    clause->verb = token->label->role;
    break;
  case ZB_ROLE_COMPARE:
    leave_purposes (clause, 0);
    compare_side (reader, clause, 0);
    clause->compare = TRUE;
    break;
  case ZB_ROLE_LAST_YEAR:
    clause->last_year = TRUE;
    break;
  case ZB_ROLE_MEASURE:
    clause->measure = token->label->measure;
    clause->measure_end = token->end;
    break;
  default:
    break;
  }
}

static gboolean
is_said_before (const ZbSentenceReader *reader, gsize at, const char *word) {
  gsize length = strlen (word);

  return at >= length && memcmp (reader->text->folded + at - length, word, length) == 0;
}

static gboolean
is_compared_year (const ZbSentenceReader *reader, const ZbToken *token, const ZbClause *clause) {
  static const char *const WORDS[] = { "比", "较", "与", "同比" };

  if (clause->compare)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (is_said_before (reader, token->start, WORDS[i]))
      return TRUE;
  return FALSE;
}

/* Characters of 比 or 较 in front of a year. */
#define PREPOSITION 1

static void
take_year (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const char *behind = reader->text->folded + token->end;
  gboolean date = g_unichar_isdigit (g_utf8_get_char (behind));

  if (is_compared_year (reader, token, clause)) {
    leave_purposes (clause, PREPOSITION);
    compare_side (reader, clause, PREPOSITION);
    clause->year_suspect |= token->year == reader->mapper->report->fiscal_year;
    clause->compare = TRUE;
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

/* 与上年相比，支出合计减少50万元。其中：项目支出减少30万元: the parts are compared as the whole was. */
static void
break_down (ZbSentenceReader *reader, const ZbToken *token) {
  if (reader->subject.set)
    reader->whole = reader->subject;
  reader->whole_measure = reader->amount_measure;
  reader->broken_down = TRUE;
  zb_sentence_open_items (reader);
  if (token->start == reader->sentence_start)
    reader->compared = reader->compared_before;
}

void
zb_clause_take_token (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  gboolean named = clause->verb == ZB_ROLE_SHARE || clause->verb == ZB_ROLE_EXECUTION
                   || clause->aside;

  clause->noise += token->noise;
  clause->part_noise += token->noise;
  switch (token->kind) {
  case ZB_TOKEN_FUNCTION:
  case ZB_TOKEN_ECONOMIC:
    if (!named)
      take_code (reader, clause, token);
    break;
  case ZB_TOKEN_ITEM:
    if (!named)
      zb_clause_take_item (reader, clause, token);
    break;
  case ZB_TOKEN_LABEL:
    if (!named && zb_sentence_continues_items (reader, token))
      zb_clause_take_item (reader, clause, token);
    else if (!named && !(clause->subject.function != NULL && token->start == clause->subject_end
                    && !is_income (token->label->indicators[0] != NULL
                                       ? token->label->indicators[0] : "")))
      take_label (reader, clause, token, token->noise == 0);
    break;
  case ZB_TOKEN_WORD:
    if (token->label->role == ZB_ROLE_OF_WHICH) {
      break_down (reader, token);
      clause->items = 0;
      clause->of_which = TRUE;
    }
    take_word (reader, clause, token);
    break;
  case ZB_TOKEN_YEAR:
    take_year (reader, clause, token);
    break;
  case ZB_TOKEN_BREAK:
    if (zb_sentence_names_whole (reader, clause, token)) {
      reader->subject = clause->subject;
      reader->amount_measure = clause->measure != NULL ? clause->measure : clause->subject.measure;
      break_down (reader, token);
      *clause = (ZbClause){ .part_start = token->end, .year = clause->year };
      break;
    }
    if (reader->text->folded[token->start] == ';') {
      *clause = (ZbClause){ 0 };
      reader->purpose_of = (ZbSubject){ 0 };
    }
    clause->parted = TRUE;
    clause->part_noise = 0;
    clause->part_start = token->end;
    break;
  case ZB_TOKEN_OPEN:
  case ZB_TOKEN_CLOSE:
  case ZB_TOKEN_STOP:
  case ZB_TOKEN_QUANTITY:
    break;
  }
}
