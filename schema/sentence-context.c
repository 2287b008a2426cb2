/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-context.h"

#include "document-words.h"
#include "sentence-measure.h"

void
zb_sentence_note_heading_code (const GArray *tokens, ZbSentenceContext *context) {
  gboolean has_number = FALSE;

  context->has_heading_code = FALSE;
  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    has_number |= token->kind == ZB_TOKEN_QUANTITY
                  && (zb_sentence_is_money (token->quantity) || zb_sentence_is_percent (token->quantity));
    if (token->kind == ZB_TOKEN_FUNCTION) {
      context->has_heading_code = TRUE;
      context->heading_code = token->code;
    }
  }
  context->has_heading_code &= !has_number;
}

void
zb_sentence_note_list_fund (const GArray *tokens, const char *folded, ZbSentenceContext *context) {
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

void
zb_sentence_note_opened (ZbSentenceReader *reader, const ZbClause *clause, const ZbToken *stop) {
  gboolean opens = clause->of_which && !clause->subject.set && stop->noise == 0 && reader->whole.set
                   && !reader->whole.project && !reader->whole.count;

  if (!opens)
    return;
  reader->context->opened = reader->whole;
  reader->context->opened_measure = reader->whole_measure;
  reader->context->opened_before = FALSE;
}

/* Whether the first name of a block is that of an economic category, so that it may be one of a list. */
static gboolean
begins_with_category (const GArray *tokens) {
  for (guint i = 0; i < tokens->len; i++) {
    ZbTokenKind kind = g_array_index (tokens, ZbToken, i).kind;

    if (kind == ZB_TOKEN_ECONOMIC || kind == ZB_TOKEN_ITEM)
      return TRUE;
    if (kind == ZB_TOKEN_LABEL || kind == ZB_TOKEN_FUNCTION || kind == ZB_TOKEN_QUANTITY)
      return FALSE;
  }
  return FALSE;
}

void
zb_sentence_go_on_with_opened (ZbSentenceReader *reader) {
  ZbSentenceContext *context = reader->context;
  gboolean category = begins_with_category (reader->tokens);

  if (context->opened_before && !category)
    context->opened = (ZbSubject){ 0 };
  reader->whole = context->opened;
  reader->whole_measure = reader->whole.set ? context->opened_measure : NULL;
  if (!category)
    context->opened = (ZbSubject){ 0 };
  context->opened_before = TRUE;
}

void
zb_sentence_note_division (const ZbBlock *block, const char *folded, ZbPathContext *paths) {
  if (zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_BY_FUNCTION), folded) != NULL)
    paths->by_function = TRUE;
  else if (block->kind == ZB_BLOCK_HEADING
           || zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_BY_ELSE), folded) != NULL)
    paths->by_function = FALSE;
}
