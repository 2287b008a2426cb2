/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "word-roles.h"

G_BEGIN_DECLS

/* What the words of document-words.tsv are for; the file explains each. */
typedef enum {
  ZB_DOCUMENT_WORD_KIND,
  ZB_DOCUMENT_WORD_KIND_AT_END,
  ZB_DOCUMENT_WORD_BODY_END,
  ZB_DOCUMENT_WORD_NO_BODY,
  ZB_DOCUMENT_WORD_BEHIND_BODY,
  ZB_DOCUMENT_WORD_BEHIND_OPENER,
  ZB_DOCUMENT_WORD_NAMES_BODY,
  ZB_DOCUMENT_WORD_NAMES_PROJECT,
  ZB_DOCUMENT_WORD_COLUMN_HEAD,
  ZB_DOCUMENT_WORD_COVER_END,
  ZB_DOCUMENT_WORD_TITLE_END,
  ZB_DOCUMENT_WORD_NO_TITLE,
  ZB_DOCUMENT_WORD_BODY_IN_ROW,
  ZB_DOCUMENT_WORD_THING_IN_ROW,
  ZB_DOCUMENT_WORD_BY_FUNCTION,
  ZB_DOCUMENT_WORD_BY_ELSE,
  ZB_DOCUMENT_WORD_TOTAL_ROW,
  ZB_DOCUMENT_WORD_FUND,
  ZB_DOCUMENT_WORD_NO_FUND,
  ZB_DOCUMENT_WORD_GOVERNMENT_CLASSES,
  ZB_DOCUMENT_WORD_PROJECT_END,
  ZB_DOCUMENT_WORD_EMPTY_TABLE,
  ZB_DOCUMENT_WORD_BLANK_CELL,
  ZB_DOCUMENT_WORD_BEHIND_NAME,
  ZB_DOCUMENT_WORD_NO_DIVISION,
  ZB_N_DOCUMENT_WORDS,
} ZbDocumentWordRole;

/* Reads document-words.tsv, once for the process; FALSE with ZB_ERROR_DATA where it is wrong. */
gboolean zb_document_words_load (GError **error);

/* The words of a role (ZbRoleWord *), in the order of the file; borrowed. */
const GPtrArray *zb_document_words (ZbDocumentWordRole role);

G_END_DECLS
