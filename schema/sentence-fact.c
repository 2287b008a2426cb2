/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-fact.h"

#include <string.h>

#include "document-words.h"
#include "intern.h"

static char *
quote_of (const ZbSentenceReader *reader, gsize start, gsize end) {
  const GArray *offsets = reader->text->offsets;
  gsize from = g_array_index (offsets, gsize, start);
  gsize to = g_array_index (offsets, gsize, MIN (end, offsets->len - 1));

  return g_strndup (reader->text->source + from, to - from);
}

/* 财政专户管理资金收入 is a source itself, whatever fund the heading above it is about. */
static gboolean
is_own_source (const char *indicator) {
  return g_str_has_prefix (indicator, "income.") && !g_str_equal (indicator, "income.fiscal")
         && !g_str_equal (indicator, "income.total")
         && !g_str_equal (indicator, "income.grand_total");
}

static const char *
fund_of (const ZbSentenceReader *reader, const ZbSubject *subject, const char *indicator) {
  const ZbSentenceContext *context = reader->context;

  if (!zb_mapper_has_fund (indicator))
    return NULL;
  if (subject->fund != NULL)
    return subject->fund;
  if (is_own_source (indicator))
    return NULL;
  return context->fund != NULL ? context->fund : context->list_fund;
}

static const char *
label_of (const ZbSentenceReader *reader, const ZbSubject *subject) {
  if (subject->project)
    return reader->context->project.name;
  return subject->label != NULL ? subject->label : subject->function;
}

/* 2023年收入合计100万元，支出合计90万元: the year that opens a sentence holds for all of it. */
static guint
year_of (const ZbSentenceReader *reader, const ZbClause *clause) {
  if (clause->year > 0)
    return clause->year;
  return reader->year > 0 ? reader->year : reader->mapper->report->fiscal_year;
}

/* The characters in front of @token that belong to no token; free with g_free. */
static char *
unknown_before (const ZbSentenceReader *reader, const ZbToken *token) {
  const char *end = reader->text->folded + token->start, *start = end;

  for (guint i = 0; i < token->noise && start > reader->text->folded; i++)
    start = g_utf8_prev_char (start);
  return g_strndup (start, (gsize) (end - start));
}

/* 年初结转结余项目50万元, 收入计划90万元: behind the name stand words that may make it the name of something else. */
static gboolean
is_name_continued (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *amount) {
  const GPtrArray *harmless = zb_document_words (ZB_DOCUMENT_WORD_BEHIND_NAME);

  if (!clause->subject.set || clause->noise == 0 || clause->verb != ZB_ROLE_VALUE
      || zb_sentence_is_count (amount->quantity))
    return FALSE;
  for (guint i = reader->at; i > 0; i--) {
    const ZbToken *token = &g_array_index (reader->tokens, ZbToken, i);
    g_autofree char *unknown = token->noise > 0 ? unknown_before (reader, token) : NULL;

    if (token->start <= clause->subject_end)
      break;
    if (unknown != NULL && zb_words_equal (harmless, unknown) == NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether @words end in the name of a body, or in a word for one; 干部 is none. */
static gboolean
ends_as_body (const char *words) {
  if (zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_SEEMS_BODY), words) != NULL)
    return FALSE;
  return zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_NO_BODY), words) != NULL
         || zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_BODY_END), words) != NULL;
}

/* 干部培训费, 绿化养护机关运行经费: in front of the name stand words that may make it the name of a part, or of something
 * else; a body, 我局 or a number may stand there. */
static gboolean
is_name_prefixed (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *amount) {
  g_autofree char *unknown = NULL;

  if (!clause->subject.set || clause->name == NULL || clause->name->noise == 0
      || zb_sentence_is_count (amount->quantity))
    return FALSE;
  unknown = unknown_before (reader, clause->name);
  return !ends_as_body (unknown) && zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_BEFORE_NAME), unknown) == NULL;
}

/* An amount that no word calls a budget or what was spent, in a document that is not known to be of either. */
static gboolean
is_measure_assumed (const ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject,
                    const char *measure) {
  return g_strcmp0 (reader->mapper->report->kind, "other") == 0 && clause->measure == NULL && subject->measure == NULL
         && reader->whole_measure == NULL && clause->verb == ZB_ROLE_VALUE
         && (!subject->count || g_str_has_prefix (subject->indicators[0], "three_public."))
         && g_str_equal (measure, zb_mapper_default_measure (reader->mapper));
}

/* What is to be said of a fact of a recognised clause with characters that belong to no known word: they may be
 * what is left of one that would make it another fact. That is to be feared where the clause itself does not
 * name what it is about, and where recognition was unsure of a character in its lines. */
static ZbFlags
doubt_words (const ZbBlock *block, const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token,
             gsize clause_start) {
  ZbRecognition feared = ZB_RECOGNISED_UNSURE | ZB_RECOGNISED_WORD_UNSURE;
  gsize at = g_array_index (reader->text->offsets, gsize, clause_start);
  gboolean lost = FALSE;

  if (clause->noise == 0)
    return 0;
  if (!clause->subject.set)
    feared |= ZB_RECOGNISED;
  for (; !lost && at <= token->quantity->number_start; at++)
    lost = (zb_block_lookup_origin (block, at)->recognition & feared) != 0;
  return lost ? ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY) | ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE) : 0;
}

void
zb_sentence_emit (ZbSentenceReader *reader, const ZbClause *clause, const ZbSubject *subject, const char *measure,
           guint years_back, const ZbToken *token, gsize clause_start) {
  ZbMapper *mapper = reader->mapper;
  const ZbBlock *block = g_ptr_array_index (mapper->document->blocks, reader->block);
  guint year = year_of (reader, clause);
  ZbQuantity signed_quantity = *token->quantity;
  ZbFlags doubts = doubt_words (block, reader, clause, token, clause_start);
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
        .measure = zb_intern (measure),
        .fund = fund_of (reader, subject, subject->indicators[i]),
        .function = subject->function,
        .economic = subject->economic,
        .subject_kind = subject->project ? zb_intern ("project") : NULL,
        .subject = subject->project ? reader->context->project.name : NULL,
      },
      .label = label_of (reader, subject),
      .source = { .kind = ZB_SOURCE_TEXT, .block = reader->block, .quote = quote,
                  .offset = token->quantity->number_start,
                  .origin = *zb_block_lookup_origin (block, token->quantity->number_start) },
    };

    if (is_name_continued (reader, clause, token) || is_name_prefixed (reader, clause, token))
      reading.flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_AMBIGUOUS);
    if (is_measure_assumed (reader, clause, subject, measure))
      reading.flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
    reading.flags |= doubts;
    if (clause->year_suspect)
      reading.flags |= ZB_FLAG_BIT (ZB_FLAG_YEAR_SUSPECT);
    if (clause->year == 0)
      reading.flags |= ZB_FLAG_BIT (ZB_FLAG_YEAR_INFERRED);
    zb_mapper_add (mapper, &reading, &signed_quantity);
  }
}

void
zb_sentence_mention (ZbSentenceReader *reader, const ZbToken *token, gsize clause_start) {
  const ZbBlock *block = g_ptr_array_index (reader->mapper->document->blocks, reader->block);
  g_autofree char *quote = quote_of (reader, clause_start, token->end);
  ZbFactSource source = { .kind = ZB_SOURCE_TEXT, .block = reader->block, .quote = quote,
                          .offset = token->quantity->number_start,
                          .origin = *zb_block_lookup_origin (block,
                                                             token->quantity->number_start) };

  zb_mapper_mention (reader->mapper, token->quantity, &source);
}

gboolean
zb_sentence_is_count (const ZbQuantity *quantity) {
  return quantity->unit != NULL && quantity->unit->dimension == ZB_DIMENSION_COUNT;
}

/* What is to be bought is not yet owned: 安排购置车辆0辆，其中：机要通信用车0辆. */
static gboolean
is_to_be_bought (const ZbSentenceReader *reader, const ZbSubject *subject, gsize at) {
  const char *start = reader->text->folded + reader->sentence_start;
  const char *found = g_strstr_len (start, (gssize) (at - reader->sentence_start), "购置");

  return g_str_has_prefix (subject->indicators[0], "assets.") && found != NULL;
}

static void
emit_count (ZbSentenceReader *reader, ZbClause *clause, const ZbSubject *subject, const ZbToken *token,
            gsize clause_start) {
  gboolean counted_at_date = clause->year == 0 && reader->as_of > 0;
  const char *measure = g_str_has_prefix (subject->indicators[0], "three_public.")
                                && !counted_at_date
                            ? zb_mapper_default_measure (reader->mapper) : "actual";

  if (is_to_be_bought (reader, subject, token->start))
    return;
  if (counted_at_date)
    clause->year = reader->as_of;
  zb_sentence_emit (reader, clause, subject, measure, 0, token, clause_start);
}

/* A short name such as 退休, and any of those who have retired, is a subject only at the start of a clause: not in
 * 在职人员转退休1人, 慰问退休职工38人. */
static gboolean
opens_part (const ZbSentenceReader *reader, gsize start) {
  const char *before = start > 0 ? g_utf8_prev_char (reader->text->folded + start) : ",";

  return g_unichar_ispunct (g_utf8_get_char (before));
}

/* 保有量45辆 behind what cars cost; of what else, 机动车保有量 and the like do not say. */
static gboolean
lacks_expense (const ZbSentenceReader *reader, const ZbClause *clause, gsize start) {
  const char *of = reader->subject.indicators[0];

  return g_str_equal (clause->subject.label, "保有量")
         && !(opens_part (reader, start) && of != NULL && g_str_has_prefix (of, "three_public."));
}

/* 内设3个事业单位: bodies of their own, and no divisions of this one. */
static gboolean
counts_bodies (const ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *token) {
  return g_str_equal (clause->subject.indicators[0], "org.divisions")
         && zb_words_at_start (zb_document_words (ZB_DOCUMENT_WORD_NO_DIVISION), reader->text->folded + token->end)
                != NULL;
}

static gboolean
stands_alone (const ZbSentenceReader *reader, const ZbClause *clause) {
  gsize length = strlen (clause->subject.label), start = clause->subject_end - length;
  const char *before;

  if (lacks_expense (reader, clause, start))
    return FALSE;
  if ((length > 2 * strlen ("退") && !g_str_has_prefix (clause->subject.indicators[0], "staff.retired"))
      || start == 0 || g_str_equal (clause->subject.label, "编制"))
    return TRUE;
  before = g_utf8_prev_char (reader->text->folded + start);
  return opens_part (reader, start) || g_str_has_prefix (before, "设")
         || g_str_has_prefix (before, "有")
         || (start >= strlen ("其中") && g_str_has_prefix (before - strlen ("其"), "其中"));
}

/* A unit may tell what is counted where the words name only the expense: 公务接待14批次、96人次. */
static const char *
counted_by_unit (const ZbSubject *subject, const char *unit) {
  static const struct {
    const char *subject, *units, *counted;
  } COUNTED[] = {
    { "three_public.reception", "批次 批 个 次", "three_public.reception_batches" },
    { "three_public.reception", "人次 人", "three_public.reception_people" },
    { "three_public.reception_batches", "人次 人", "three_public.reception_people" },
    { "three_public.overseas", "批次 批 个", "three_public.overseas_groups" },
    { "three_public.overseas", "人次 人", "three_public.overseas_people" },
    { "three_public.overseas_groups", "人次 人", "three_public.overseas_people" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (COUNTED); i++) {
    g_auto (GStrv) units = g_strsplit (COUNTED[i].units, " ", -1);

    if (g_strcmp0 (subject->indicators[0], COUNTED[i].subject) == 0
        && g_strv_contains ((const char *const *) units, unit))
      return zb_intern (COUNTED[i].counted);
  }
  return NULL;
}

/* The count of a subject that only the unit tells from its expense; FALSE where it is none. */
static gboolean
take_count_by_unit (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                    gsize clause_start) {
  const ZbSubject *before = reader->counted.set ? &reader->counted : &reader->subject;
  const ZbSubject *subject = clause->subject.set ? &clause->subject : before;
  ZbSubject counted = { .set = TRUE, .count = TRUE, .label = subject->label };

  if (!subject->set || clause->noise > ZB_TOLERATED_NOISE || clause->verb != ZB_ROLE_VALUE)
    return FALSE;
  counted.indicators[0] = counted_by_unit (subject, token->quantity->unit->canonical);
  if (counted.indicators[0] == NULL)
    return FALSE;
  reader->counted = counted;
  emit_count (reader, clause, &counted, token, clause_start);
  return TRUE;
}

void
zb_sentence_take_count (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  ZbSubject counted = { .set = TRUE };

  if (reader->elsewhere)
    return;
  if (token->label != NULL) {
    counted.indicators[0] = token->label->indicators[0];
    counted.label = token->label->phrase;
    emit_count (reader, clause, &counted, token, clause_start);
    return;
  }
  if (clause->aside) {
    reader->counted = (ZbSubject){ 0 };
    reader->subject = clause->subject;
    return;
  }
  if (take_count_by_unit (reader, clause, token, clause_start))
    return;
  if (!clause->subject.set && reader->counted.set && clause->noise <= ZB_TOLERATED_NOISE
      && (clause->verb == ZB_ROLE_UP || clause->verb == ZB_ROLE_DOWN)
      && (clause->compare || reader->compared)) {
    zb_sentence_emit (reader, clause, &reader->counted, "change", 0, token, clause_start);
    return;
  }
  if (!clause->subject.set || !clause->subject.count || clause->noise > ZB_TOLERATED_NOISE
      || clause->verb != ZB_ROLE_VALUE || !stands_alone (reader, clause) || counts_bodies (reader, clause, token))
    return;
  reader->counted = clause->subject;
  emit_count (reader, clause, &clause->subject, token, clause_start);
}
