/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-items.h"

#include <string.h>

#include "intern.h"

#define CLASS_DIGITS 3

static gboolean
begins_with (const char *text, const char *prefix) {
  return text != NULL && g_str_has_prefix (text, prefix);
}

/* 机关运行经费, which has items and is no category of expenditure. */
static gboolean
is_agency_operating (const ZbSubject *whole) {
  return whole->set && g_strcmp0 (whole->indicators[0], "agency_operating") == 0;
}

void
zb_sentence_open_items (ZbSentenceReader *reader) {
  const ZbSubject *whole = &reader->subject;

  if (!whole->set || whole->project || whole->count || whole->unlisted || whole->function != NULL
      || (!begins_with (whole->indicators[0], "expenditure.") && !is_agency_operating (whole))
      || (whole->economic != NULL && strlen (whole->economic) > CLASS_DIGITS))
    return;
  reader->itemized = *whole;
  reader->items = 0;
}

/* What an item of @whole is: expenditure.basic of everything that is part of basic expenditure. NULL where the
 * catalogue has no items of it. */
static const char *
indicator_of_items (const ZbSubject *whole) {
  static const char *const ITEMIZED[] = { "expenditure.basic", "expenditure.project",
                                          "expenditure.total" };

  for (guint i = 0; whole->set && i < G_N_ELEMENTS (ITEMIZED); i++)
    if (g_str_equal (whole->indicators[0], ITEMIZED[i])
        || (i == 0 && g_str_has_prefix (whole->indicators[0], "expenditure.basic.")))
      return zb_intern (ITEMIZED[i]);
  return NULL;
}

static gboolean
is_basic (const ZbSubject *whole) {
  return whole->set && begins_with (whole->indicators[0], "expenditure.basic");
}

/* What a name stands for that a share is told of: NULL where it is no kind of expenditure. */
static const char *
kind_of_expenditure (const ZbToken *token) {
  const char *indicator = token->kind == ZB_TOKEN_LABEL ? token->label->indicators[0] : NULL;

  if (begins_with (indicator, "expenditure.basic"))
    return zb_intern ("expenditure.basic");
  return g_strcmp0 (indicator, "expenditure.project") == 0 ? indicator : NULL;
}

/* 工资福利支出9万元，占基本支出的80%: the share says what the category is of. NULL where none is told before the next name. */
static const char *
whole_of_share (const ZbSentenceReader *reader) {
  gboolean share = FALSE;

  for (guint i = reader->at + 1; i < reader->tokens->len; i++) {
    const ZbToken *token = &g_array_index (reader->tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_STOP || token->kind == ZB_TOKEN_FUNCTION || token->kind == ZB_TOKEN_ECONOMIC
        || token->kind == ZB_TOKEN_ITEM)
      return NULL;
    if (token->kind == ZB_TOKEN_LABEL && share)
      return kind_of_expenditure (token);
    share |= token->kind == ZB_TOKEN_WORD && token->label->role == ZB_ROLE_SHARE;
  }
  return NULL;
}

/* What the categories are of: those of project expenditure are no part of what is told of all. */
static const char *
indicator_of_category (const ZbSubject *whole, gboolean itemized) {
  if (is_basic (whole) && (itemized || g_str_equal (whole->indicators[0], "expenditure.basic")))
    return zb_intern ("expenditure.basic");
  if (whole->set && g_strcmp0 (whole->indicators[0], "expenditure.project") == 0)
    return zb_intern ("expenditure.project");
  return zb_intern ("expenditure.total");
}

void
zb_clause_take_category (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  gboolean itemized = is_basic (&reader->itemized);
  const ZbSubject *whole = itemized ? &reader->itemized : &reader->whole;
  const char *told = whole_of_share (reader);

  clause->subject = (ZbSubject){
    .set = TRUE,
    .unlisted = token->code == NULL,
    .indicators = { told != NULL ? told : indicator_of_category (whole, itemized) },
    .fund = whole->fund,
    .economic = token->code,
  };
}

static const char *
code_of_item (const ZbSentenceReader *reader, const ZbToken *token) {
  const ZbSubject *whole = &reader->itemized;
  g_autofree char *name = g_strndup (reader->text->folded + token->start, token->end - token->start);
  const char *code = zb_catalogue_lookup_economic (reader->mapper->catalogue, whole->economic, name);
  const char *indicator = whole->set ? whole->indicators[0] : "";

  if (code == NULL || strlen (code) <= CLASS_DIGITS)
    return NULL;
  if (g_str_equal (indicator, "expenditure.basic.personnel"))
    return begins_with (code, "301") || begins_with (code, "303") ? code : NULL;
  if (g_str_equal (indicator, "expenditure.basic.operating"))
    return begins_with (code, "302") || begins_with (code, "310") ? code : NULL;
  return code;
}

/* 六、委托业务费安排情况: what a heading is about is all that is spent on it. */
static gboolean
names_heading (const ZbSentenceReader *reader, const ZbToken *token) {
  const char *heading = reader->context->heading;
  g_autofree char *name = g_strndup (reader->text->folded + token->start, token->end - token->start);

  return heading != NULL && strstr (heading, name) != NULL;
}

void
zb_clause_take_item (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token) {
  const char *indicator = indicator_of_items (&reader->itemized);
  guint characters = (guint) g_utf8_strlen (reader->text->folded + token->start,
                                            (gssize) (token->end - token->start));
  const char *code;

  if (indicator == NULL && names_heading (reader, token)) {
    clause->subject = (ZbSubject){ .set = TRUE, .indicators = { zb_intern ("expenditure.total") },
                                   .fund = clause->fund, .economic = code_of_item (reader, token) };
    clause->subject.unlisted = clause->subject.economic == NULL;
    clause->fund = NULL;
    clause->noise = 0;
    clause->subject_end = token->end;
    return;
  }
  if (indicator == NULL) {
    reader->items += reader->itemized.set;
    clause->noise += characters;
    clause->part_noise += characters;
    return;
  }
  code = clause->items == 0 ? code_of_item (reader, token) : NULL; /* 办公费、水电费20万元 is of both */
  clause->subject = (ZbSubject){
    .set = TRUE,
    .unlisted = code == NULL,
    .indicators = { indicator },
    .fund = reader->itemized.fund,
    .economic = code,
    .item = TRUE,
  };
  clause->items++;
  reader->items++;
  clause->noise = 0;
  clause->subject_end = token->end;
}

gboolean
zb_sentence_continues_items (const ZbSentenceReader *reader, const ZbToken *token) {
  gboolean services = g_strcmp0 (reader->itemized.economic, "302") == 0;

  return (is_basic (&reader->itemized) || is_agency_operating (&reader->itemized))
         && (services || reader->items > 0)
         && !token->label->fund && code_of_item (reader, token) != NULL;
}
