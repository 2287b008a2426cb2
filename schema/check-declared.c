/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-declared.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "document-words.h"
#include "text-fold.h"

static const char *
title_of (const ZbReportTable *table) {
  return table->table->title != NULL ? table->table->title : table->kind;
}

static gboolean
says_empty (const char *folded) {
  return zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_EMPTY_TABLE), folded) != NULL;
}

/* What is printed below @table and says that it is empty, folded; NULL where nothing does. The caller frees it. */
static char *
find_declaration (const ZbReportTable *table) {
  for (guint i = 0; i < table->table->notes->len; i++) {
    g_autofree char *folded = zb_text_fold (g_ptr_array_index (table->table->notes, i));

    if (says_empty (folded))
      return g_steal_pointer (&folded);
  }
  return NULL;
}

/* Whether a word of @fund stands in @folded; with @other, a word of another fund. */
static gboolean
names_fund (const char *folded, const char *fund, gboolean other) {
  const GPtrArray *words = zb_document_words (ZB_DOCUMENT_WORD_FUND);

  for (guint i = 0; i < words->len; i++) {
    const ZbRoleWord *word = g_ptr_array_index (words, i);

    if (g_str_equal (word->value, fund) != other && strstr (folded, word->word) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* Whether a line of the text says of the fund that there is nothing, even outside a sentence: (无政府性基金支出). */
static gboolean
is_denied (const ZbReport *report, const char *fund) {
  if (g_ptr_array_find (report->denied, fund, NULL))
    return TRUE;
  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    g_autofree char *folded = block->text != NULL ? zb_text_fold (block->text) : NULL;

    if (folded != NULL && names_fund (folded, fund, FALSE) && says_empty (folded))
      return TRUE;
  }
  return FALSE;
}

void
zb_check_undeclared (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);

    if (zb_rule_has_scope (rule, table->kind) && table->state == ZB_STATE_TEMPLATE
        && !is_denied (report, rule->left.fund))
      zb_check_fail_words (report, rule->name, table->block, title_of (table));
  }
}

void
zb_check_declared_for (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autofree char *declaration = NULL;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    declaration = find_declaration (table);
    if (declaration != NULL && names_fund (declaration, rule->left.fund, TRUE)
        && !names_fund (declaration, rule->left.fund, FALSE))
      zb_check_fail_words (report, rule->name, table->block, declaration);
  }
}

static gboolean
has_amounts (const ZbReport *report, const ZbReportTable *table) {
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);

  for (guint i = 0; i < facts->len; i++)
    if (zb_decimal_sign (((const ZbFact *) g_ptr_array_index (facts, i))->value) != 0)
      return TRUE;
  return FALSE;
}

void
zb_check_declared_empty (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autofree char *declaration = NULL;

    if (!zb_rule_has_scope (rule, table->kind) || !has_amounts (report, table))
      continue;
    declaration = find_declaration (table);
    if (declaration != NULL)
      zb_check_fail_words (report, rule->name, table->block, declaration);
  }
}
