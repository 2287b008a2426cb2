/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#include <string.h>

/* A sentence of a report is a row of amounts, each introduced by the words since the amount before:
 *
 *   2024年度 财政拨款支出 2475.18万元 ，占 本年支出合计 的 100% ，与上年相比 增加 79.81万元 ，增长 3.33%
 *   year     subject      actual       share denominator   share compare    up   change       up   change_rate
 *
 * So the tokens between two amounts are read as one clause: its last name before 占 or 完成 is the
 * subject (kept from the clause before where there is none), its verbs say the measure. An amount
 * becomes a fact only where the words between subject and amount are all understood: otherwise it
 * speaks of something else, and stays unmapped. */

/* Characters that belong to no known word and may yet stand between a name and its amount. */
#define TOLERATED_NOISE 4

typedef struct {
  const char *indicators[2], *fund, *function, *economic, *label;
  const char *measure; /* that the name itself carries: 预算收入 */
  gboolean set, count, unlisted;
} Subject;

/* What the tokens since the last amount say. */
typedef struct {
  Subject subject;
  const char *fund;    /* a fund named alone, waiting for its noun */
  const char *measure; /* 年初预算, 决算数 … */
  ZbLabelRole verb;    /* UP, DOWN, SHARE or EXECUTION; VALUE where none */
  gboolean compare, last_year;
  gboolean parted; /* a comma stood behind the subject */
  guint year, noise;
  gsize subject_end;
} Clause;

typedef struct {
  ZbMapper *mapper;
  guint block;
  const ZbNumberText *text;
  ZbSentenceContext *context;
  Subject subject; /* of the clause before */
  Subject whole;   /* that 其中 breaks down */
  Subject counted; /* of the last count */
  guint as_of;     /* 截至2025年8月31日: the year of the counts in this sentence */
  gboolean compared; /* 比上年 was said in this sentence */
  gsize sentence_start;
} Reader;

static const char *
indicator_for_code (const Reader *reader, gboolean economic) {
  gboolean basic = economic && reader->whole.set && reader->whole.indicators[0] != NULL
                   && g_str_equal (reader->whole.indicators[0], "expenditure.basic");

  return g_intern_string (basic ? "expenditure.basic" : "expenditure.total");
}

static gboolean
is_income (const char *indicator) {
  return g_str_has_prefix (indicator, "income.");
}

static const char *
fund_of_label (const ZbLabel *label) {
  if (label->fund != NULL || label->indicators[0] == NULL)
    return label->fund;
  if (g_str_equal (label->indicators[0], "income.special_account"))
    return g_intern_static_string ("special_account");
  if (g_str_equal (label->indicators[0], "income.unit_funds"))
    return g_intern_static_string ("unit_funds");
  return NULL;
}

/* 上年结转结余的一般公共预算收入 is what one fund brought over, no income. */
static gboolean
narrows_balance (const Clause *clause, const ZbToken *token) {
  return clause->subject.set && clause->subject.indicators[0] != NULL
         && g_str_has_prefix (clause->subject.indicators[0], "balance.")
         && fund_of_label (token->label) != NULL
         && token->start <= clause->subject_end + strlen ("的");
}

/* Right behind a name, a word for a total only completes it: 公务用车运行费全年支出. */
static gboolean
completes (const Clause *clause, const Subject *subject) {
  return clause->subject.set && !clause->parted && subject->fund == NULL
         && g_str_has_suffix (subject->indicators[0], ".total")
         && !g_str_has_prefix (subject->indicators[0], "three_public")
         && !g_str_has_prefix (subject->indicators[0], "procurement")
         && clause->subject.indicators[0] != NULL;
}

/* Verbs before a name belong to what was said before it: 人员经费相应减少，公用经费 113.31万元. */
static void
take_new_subject (Clause *clause) {
  if (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN) {
    clause->verb = ZB_ROLE_VALUE;
    clause->compare = FALSE;
  }
  clause->parted = FALSE;
}

static void
take_code (const Reader *reader, Clause *clause, const ZbToken *token) {
  gboolean economic = token->kind == ZB_TOKEN_ECONOMIC;
  Subject subject = {
    .set = TRUE,
    .unlisted = token->code == NULL,
    .indicators = { indicator_for_code (reader, economic), NULL },
    .fund = economic ? reader->whole.fund : reader->whole.function == NULL ? reader->whole.fund : NULL,
  };

  take_new_subject (clause);
  if (economic)
    subject.economic = token->code;
  else
    subject.function = token->code;
  clause->subject = subject;
  clause->noise = 0;
  clause->subject_end = token->end;
}

static void
take_label (Clause *clause, const ZbToken *token, gboolean adjacent) {
  const ZbLabel *label = token->label;
  Subject subject = {
    .set = TRUE,
    .indicators = { label->indicators[0], label->indicators[1] },
    .fund = label->fund,
    .measure = label->measure,
    .label = label->phrase,
    .count = label->role == ZB_ROLE_COUNT,
  };

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
  take_new_subject (clause);
  if (subject.fund == NULL && clause->fund != NULL && adjacent)
    subject.fund = clause->fund;
  clause->subject = subject;
  clause->fund = NULL;
  clause->noise = 0;
  clause->subject_end = token->end;
}

static void
take_word (Clause *clause, const ZbToken *token) {
  switch (token->label->role) {
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
    clause->verb = token->label->role;
    if (token->label->measure != NULL)
      clause->measure = token->label->measure;
    break;
  case ZB_ROLE_SHARE:
  case ZB_ROLE_EXECUTION:
    clause->verb = token->label->role;
    break;
  case ZB_ROLE_COMPARE:
    clause->compare = TRUE;
    break;
  case ZB_ROLE_LAST_YEAR:
    clause->last_year = TRUE;
    break;
  case ZB_ROLE_MEASURE:
    clause->measure = token->label->measure;
    break;
  default:
    break;
  }
}

static gboolean
is_said_before (const Reader *reader, gsize at, const char *word) {
  gsize length = strlen (word);

  return at >= length && memcmp (reader->text->folded + at - length, word, length) == 0;
}

static gboolean
is_compared_year (const Reader *reader, const ZbToken *token, const Clause *clause) {
  static const char *const WORDS[] = { "比", "较", "与", "同比" };

  if (clause->compare)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (is_said_before (reader, token->start, WORDS[i]))
      return TRUE;
  return FALSE;
}

static void
take_year (Reader *reader, Clause *clause, const ZbToken *token) {
  const char *behind = reader->text->folded + token->end;
  gboolean date = g_unichar_isdigit (g_utf8_get_char (behind));

  if (is_compared_year (reader, token, clause))
    clause->compare = TRUE;
  else if (is_said_before (reader, token->start, "截至") || is_said_before (reader, token->start, "截止"))
    reader->as_of = token->year;
  else if (!date)
    clause->year = token->year;
}

static void
take_token (Reader *reader, Clause *clause, const ZbToken *token) {
  gboolean named = clause->verb == ZB_ROLE_SHARE || clause->verb == ZB_ROLE_EXECUTION;

  clause->noise += token->noise;
  switch (token->kind) {
  case ZB_TOKEN_FUNCTION:
  case ZB_TOKEN_ECONOMIC:
    if (!named)
      take_code (reader, clause, token);
    break;
  case ZB_TOKEN_LABEL:
    if (!named && !(clause->subject.function != NULL && token->start == clause->subject_end
                    && !is_income (token->label->indicators[0] != NULL
                                       ? token->label->indicators[0] : "")))
      take_label (clause, token, token->noise == 0);
    break;
  case ZB_TOKEN_WORD:
    if (token->label->role == ZB_ROLE_OF_WHICH && reader->subject.set)
      reader->whole = reader->subject;
    take_word (clause, token);
    break;
  case ZB_TOKEN_YEAR:
    take_year (reader, clause, token);
    break;
  case ZB_TOKEN_BREAK:
    if (reader->text->folded[token->start] == ';')
      *clause = (Clause){ 0 };
    clause->parted = TRUE;
    break;
  case ZB_TOKEN_STOP:
  case ZB_TOKEN_QUANTITY:
    break;
  }
}

/* The measure of an amount of money, or NULL where the clause does not say that it is one of the
 * catalogued ones; sets @years_back for last year's amount. */
static const char *
measure_of_money (const Reader *reader, const Clause *clause, const Subject *subject,
                  guint *years_back) {
  if (clause->measure != NULL && g_str_equal (clause->measure, "adjustment"))
    return clause->measure;
  if (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN)
    return reader->compared || clause->compare ? "change" : NULL;
  if (clause->verb != ZB_ROLE_VALUE)
    return NULL;
  if ((clause->compare || clause->last_year) && !clause->subject.set) {
    *years_back = 1;
    return zb_mapper_default_measure (reader->mapper);
  }
  if (!clause->subject.set && clause->measure == NULL)
    return NULL;
  if (clause->measure != NULL)
    return clause->measure;
  return subject->measure != NULL ? subject->measure : zb_mapper_default_measure (reader->mapper);
}

static const char *
measure_of_percent (const Reader *reader, const Clause *clause) {
  switch (clause->verb) {
  case ZB_ROLE_SHARE:
    return "share";
  case ZB_ROLE_EXECUTION:
    return "execution_rate";
  case ZB_ROLE_UP:
  case ZB_ROLE_DOWN:
    return reader->compared || clause->compare ? "change_rate" : NULL;
  default:
    return NULL;
  }
}

static char *
quote_of (const Reader *reader, gsize start, gsize end) {
  const GArray *offsets = reader->text->offsets;
  gsize from = g_array_index (offsets, gsize, start);
  gsize to = g_array_index (offsets, gsize, MIN (end, offsets->len - 1));

  return g_strndup (reader->text->source + from, to - from);
}

static const char *
fund_of (const Reader *reader, const Subject *subject, const char *indicator) {
  const ZbSentenceContext *context = reader->context;

  if (!zb_mapper_has_fund (indicator))
    return NULL;
  if (subject->fund != NULL)
    return subject->fund;
  return context->fund != NULL ? context->fund : context->list_fund;
}

static void
emit_fact (Reader *reader, const Clause *clause, const Subject *subject, const char *measure,
           guint years_back, const ZbToken *token, gsize clause_start) {
  ZbMapper *mapper = reader->mapper;
  const ZbBlock *block = g_ptr_array_index (mapper->document->blocks, reader->block);
  guint year = clause->year > 0 ? clause->year : mapper->report->fiscal_year;
  ZbQuantity signed_quantity = *token->quantity;
  g_autofree char *quote = quote_of (reader, clause_start, token->end);
  gboolean signed_measure = g_str_has_prefix (measure, "change")
                            || g_str_equal (measure, "adjustment");

  if (clause->verb == ZB_ROLE_DOWN && signed_measure)
    signed_quantity.number = zb_decimal_negate (signed_quantity.number);
  for (guint i = 0; i < 2 && subject->indicators[i] != NULL; i++) {
    ZbReading reading = {
      .dimensions = {
        .indicator = subject->indicators[i],
        .period = zb_mapper_period (year > years_back ? year - years_back : 0),
        .measure = g_intern_string (measure),
        .fund = fund_of (reader, subject, subject->indicators[i]),
        .function = subject->function,
        .economic = subject->economic,
      },
      .label = subject->label != NULL ? subject->label : subject->function,
      .source = { .kind = ZB_SOURCE_TEXT, .block = reader->block, .quote = quote,
                  .offset = token->quantity->number_start,
                  .origin = *zb_block_lookup_origin (block, token->quantity->number_start) },
    };

    if (clause->year == 0)
      reading.flags |= ZB_FLAG_BIT (ZB_FLAG_YEAR_INFERRED);
    zb_mapper_add (mapper, &reading, &signed_quantity);
  }
}

static gboolean
is_count_unit (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_COUNT;
}

/* A short name such as 退休 is a subject only at the start of a clause: not in 在职人员转退休1人. */
static gboolean
stands_alone (const Reader *reader, const Clause *clause) {
  gsize length = strlen (clause->subject.label), start = clause->subject_end - length;
  const char *before;

  if (length > 2 * strlen ("退") || start == 0 || g_str_equal (clause->subject.label, "编制"))
    return TRUE;
  before = g_utf8_prev_char (reader->text->folded + start);
  return g_unichar_ispunct (g_utf8_get_char (before)) || g_str_has_prefix (before, "设")
         || g_str_has_prefix (before, "有");
}

/* What is to be bought is not yet owned: 安排购置车辆0辆，其中：机要通信用车0辆. */
static gboolean
is_to_be_bought (const Reader *reader, const Subject *subject, gsize at) {
  const char *start = reader->text->folded + reader->sentence_start;
  const char *found = g_strstr_len (start, (gssize) (at - reader->sentence_start), "购置");

  return g_str_has_prefix (subject->indicators[0], "assets.") && found != NULL;
}

static void
emit_count (Reader *reader, Clause *clause, const Subject *subject, const ZbToken *token,
            gsize clause_start) {
  const char *measure = g_str_has_prefix (subject->indicators[0], "three_public.")
                            ? zb_mapper_default_measure (reader->mapper) : "actual";

  if (is_to_be_bought (reader, subject, token->start))
    return;
  if (clause->year == 0)
    clause->year = reader->as_of;
  emit_fact (reader, clause, subject, measure, 0, token, clause_start);
}

static void
take_count (Reader *reader, Clause *clause, const ZbToken *token, gsize clause_start) {
  Subject counted = { .set = TRUE };

  if (token->label != NULL) {
    counted.indicators[0] = token->label->indicators[0];
    counted.label = token->label->phrase;
    emit_count (reader, clause, &counted, token, clause_start);
    return;
  }
  if (!clause->subject.set && reader->counted.set && clause->noise <= TOLERATED_NOISE
      && (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN)
      && (clause->compare || reader->compared)) {
    emit_fact (reader, clause, &reader->counted, "change", 0, token, clause_start);
    return;
  }
  if (!clause->subject.set || !clause->subject.count || clause->noise > TOLERATED_NOISE
      || clause->verb != ZB_ROLE_VALUE || !stands_alone (reader, clause))
    return;
  reader->counted = clause->subject;
  emit_count (reader, clause, &clause->subject, token, clause_start);
}

static gboolean
is_percent (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_PERCENT;
}

static gboolean
is_money (const ZbQuantity *quantity) {
  return quantity->unit != NULL
         && (quantity->unit->dimension == ZB_DIMENSION_MONEY
             || quantity->unit->dimension == ZB_DIMENSION_SCALE);
}

/* 会议费当年开支 0.43，: an amount whose unit was left out. */
static gboolean
is_bare_amount (const ZbQuantity *quantity) {
  return quantity->unit == NULL && quantity->number.scale > 0
         && !(quantity->flags & (ZB_QUANTITY_ORDINAL | ZB_QUANTITY_DATE));
}

static void
take_quantity (Reader *reader, Clause *clause, const ZbToken *token, gsize clause_start) {
  const Subject *subject = clause->subject.set ? &clause->subject : &reader->subject;
  const ZbQuantity *quantity = token->quantity;
  const char *measure = NULL;
  guint years_back = 0;

  clause->noise += token->noise;
  if (is_count_unit (quantity)) {
    take_count (reader, clause, token, clause_start);
    return;
  }
  if (is_percent (quantity))
    measure = measure_of_percent (reader, clause);
  else if (is_money (quantity) || (clause->subject.set && is_bare_amount (quantity)))
    measure = measure_of_money (reader, clause, subject, &years_back);
  if (clause->noise > TOLERATED_NOISE)
    measure = NULL;
  if (clause->subject.set && !clause->subject.count)
    reader->subject = clause->noise > TOLERATED_NOISE ? (Subject){ 0 } : clause->subject;
  if (measure != NULL && subject->set && !subject->unlisted && !subject->count)
    emit_fact (reader, clause, subject, measure, years_back, token, clause_start);
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

static void
read_tokens (Reader *reader, const GArray *tokens) {
  Clause clause = { 0 };
  gsize clause_start = 0;

  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_QUANTITY && !(token->quantity->flags & ZB_QUANTITY_ORDINAL)) {
      take_quantity (reader, &clause, token, clause_start);
      reader->compared |= clause.compare;
      clause = (Clause){ 0 };
      clause_start = token->end;
      continue;
    }
    take_token (reader, &clause, token);
    if (token->kind == ZB_TOKEN_STOP) {
      clause = (Clause){ 0 };
      reader->compared = FALSE;
      reader->as_of = 0;
      reader->sentence_start = token->end;
      reader->whole = (Subject){ 0 };
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
  Reader reader = { .mapper = mapper, .block = index, .text = &text, .context = context };

  zb_number_text_init (&text, block->text);
  tokens = zb_text_tokens_find (mapper->catalogue, &text, quantities, &context->paths);
  if (context->has_heading_code) {
    reader.subject = (Subject){ .set = TRUE, .function = context->heading_code,
                                .unlisted = context->heading_code == NULL,
                                .indicators = { g_intern_static_string ("expenditure.total") } };
  }
  read_tokens (&reader, tokens);
  note_heading_code (tokens, context);
  note_list_fund (tokens, text.folded, context);
}
