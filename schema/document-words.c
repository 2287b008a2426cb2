/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-words.h"

#include "data-table.h"
#include "document-identity.h"

static const ZbWordRole ROLES[ZB_N_DOCUMENT_WORDS] = {
  [ZB_DOCUMENT_WORD_KIND] = { "kind", zb_document_kind_is_known },
  [ZB_DOCUMENT_WORD_KIND_AT_END] = { "kind_at_end", zb_document_kind_is_known },
  [ZB_DOCUMENT_WORD_BODY_END] = { "body_end", NULL },
  [ZB_DOCUMENT_WORD_NO_BODY] = { "no_body", NULL },
  [ZB_DOCUMENT_WORD_BEHIND_BODY] = { "behind_body", NULL },
  [ZB_DOCUMENT_WORD_BEHIND_OPENER] = { "behind_opener", NULL },
  [ZB_DOCUMENT_WORD_NAMES_BODY] = { "names_body", NULL },
  [ZB_DOCUMENT_WORD_NAMES_PROJECT] = { "names_project", NULL },
  [ZB_DOCUMENT_WORD_COLUMN_HEAD] = { "column_head", NULL },
  [ZB_DOCUMENT_WORD_COVER_END] = { "cover_end", NULL },
  [ZB_DOCUMENT_WORD_TITLE_END] = { "title_end", NULL },
  [ZB_DOCUMENT_WORD_NO_TITLE] = { "no_title", NULL },
  [ZB_DOCUMENT_WORD_BODY_IN_ROW] = { "body_in_row", NULL },
  [ZB_DOCUMENT_WORD_THING_IN_ROW] = { "thing_in_row", NULL },
  [ZB_DOCUMENT_WORD_BY_FUNCTION] = { "by_function", NULL },
  [ZB_DOCUMENT_WORD_BY_ELSE] = { "by_else", NULL },
  [ZB_DOCUMENT_WORD_TOTAL_ROW] = { "total_row", NULL },
  [ZB_DOCUMENT_WORD_FUND] = { "fund", zb_fund_is_known },
  [ZB_DOCUMENT_WORD_NO_FUND] = { "no_fund", NULL },
  [ZB_DOCUMENT_WORD_GOVERNMENT_CLASSES] = { "government_classes", NULL },
  [ZB_DOCUMENT_WORD_PROJECT_END] = { "project_end", NULL },
  [ZB_DOCUMENT_WORD_EMPTY_TABLE] = { "empty_table", NULL },
  [ZB_DOCUMENT_WORD_BLANK_CELL] = { "blank_cell", NULL },
  [ZB_DOCUMENT_WORD_BEHIND_NAME] = { "behind_name", NULL },
  [ZB_DOCUMENT_WORD_BEFORE_NAME] = { "before_name", NULL },
  [ZB_DOCUMENT_WORD_NO_DIVISION] = { "no_division", NULL },
  [ZB_DOCUMENT_WORD_SEEMS_BODY] = { "seems_body", NULL },
};

static gpointer
load_words (GError **error) {
  return zb_word_roles_load ("document-words.tsv", ROLES, ZB_N_DOCUMENT_WORDS, error);
}

static ZbDataOnce loaded;

gboolean
zb_document_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

const GPtrArray *
zb_document_words (ZbDocumentWordRole role) {
  return zb_word_roles_words (zb_data_once_lookup (&loaded, load_words), role);
}
