/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-place.h"

#include <string.h>

#define BETWEEN " › "
/* More names in front of a number are other things of its row. */
#define MOST_NAMES 3

const ZbReportTable *
zb_fact_place_table (const ZbReport *report, guint number) {
  if (number > 0 && number <= report->tables->len) /* they are numbered from 1 on */
    return g_ptr_array_index (report->tables, number - 1);
  return NULL;
}

char *
zb_fact_place_title (const ZbReportTable *table) {
  GString *text = g_string_new (NULL);

  g_string_printf (text, "表%u", table->number);
  if (table->table->title != NULL)
    g_string_append_printf (text, "《%s》", table->table->title);
  if (table->table->form != NULL)
    g_string_append_printf (text, "（%s）", table->table->form);
  return g_string_free (text, FALSE);
}

static gboolean
has_letter (const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

GPtrArray *
zb_fact_place_header (const ZbTable *table, guint col) {
  GPtrArray *cells = g_ptr_array_new ();

  for (guint row = 0; row < table->header_rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    gboolean known = cells->len > 0 && g_ptr_array_index (cells, cells->len - 1) == cell;

    if (cell == NULL || known || !has_letter (cell->text)
        || (cell->colspan == table->cols && table->cols > 1))
      continue;
    g_ptr_array_add (cells, (gpointer) cell);
  }
  return cells;
}

GPtrArray *
zb_fact_place_names (const ZbTable *table, guint row, guint col) {
  GPtrArray *cells = g_ptr_array_new ();

  for (guint at = col; at > 0 && cells->len < MOST_NAMES; at--) {
    const ZbCell *cell = zb_table_lookup (table, row, at - 1);
    gboolean name = cell != NULL && cell->row + cell->rowspan > table->header_rows
                    && has_letter (cell->text);

    if (cell != NULL && cells->len > 0 && g_ptr_array_index (cells, 0) == cell)
      continue;
    if (name)
      g_ptr_array_insert (cells, 0, (gpointer) cell);
    else if (cells->len > 0)
      break;
  }
  return cells;
}

/* NULL where there are no cells. */
static char *
join_texts (const GPtrArray *cells) {
  GString *text = NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (cells, i);

    if (text == NULL)
      text = g_string_new (cell->text);
    else
      g_string_append_printf (text, BETWEEN "%s", cell->text);
  }
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

static const ZbReportTable *
lookup_table (const ZbReport *report, const ZbFact *fact) {
  return fact->source.kind == ZB_SOURCE_TABLE ? zb_fact_place_table (report, fact->source.table)
                                              : NULL;
}

static gboolean
is_form (const char *kind) {
  return g_str_has_prefix (kind, "eval.") || g_str_has_prefix (kind, "goal.");
}

char *
zb_fact_place_row (const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table = lookup_table (report, fact);
  g_autoptr (GPtrArray) cells
    = table != NULL ? zb_fact_place_names (table->table, fact->source.row, fact->source.col) : NULL;

  return join_texts (cells);
}

char *
zb_fact_place_column (const ZbReport *report, const ZbFact *fact) {
  const ZbReportTable *table = lookup_table (report, fact);
  g_autoptr (GPtrArray) cells
    = table != NULL ? zb_fact_place_header (table->table, fact->source.col) : NULL;

  /* above the columns of a form stand its other boxes */
  if (cells != NULL && cells->len > 1 && is_form (table->kind))
    g_ptr_array_remove_range (cells, 0, cells->len - 1);
  return join_texts (cells);
}

const ZbBlock *
zb_fact_place_heading (const ZbDocument *document, guint block) {
  for (guint i = MIN (block + 1, document->blocks->len); i > 0; i--) {
    const ZbBlock *heading = g_ptr_array_index (document->blocks, i - 1);

    if (heading->kind == ZB_BLOCK_HEADING)
      return heading;
  }
  return NULL;
}

const char *
zb_fact_place_quote (const ZbFact *fact) {
  const char *quote = fact->source.quote;

  if (quote == NULL)
    return "";
  while (*quote != '\0' && g_unichar_ispunct (g_utf8_get_char (quote)))
    quote = g_utf8_next_char (quote);
  return quote;
}

char *
zb_fact_place_describe (const ZbReport *report, const ZbFact *fact) {
  g_autofree char *row = zb_fact_place_row (report, fact);
  g_autofree char *column = zb_fact_place_column (report, fact);
  GString *text = g_string_new (NULL);

  if (fact->source.kind == ZB_SOURCE_TEXT) {
    const char *quote = zb_fact_place_quote (fact);

    g_string_printf (text, "正文「%s」", quote);
    if (fact->label != NULL && has_letter (fact->label) && strstr (quote, fact->label) == NULL)
      g_string_append_printf (text, "（%s）", fact->label); /* named in a clause before */
    return g_string_free (text, FALSE);
  }
  if (row != NULL)
    g_string_append_printf (text, "「%s」行", row);
  else
    g_string_append_printf (text, "第%u行", fact->source.row + 1);
  if (column != NULL)
    g_string_append_printf (text, "、「%s」列", column);
  else
    g_string_append_printf (text, "、第%u列", fact->source.col + 1);
  return g_string_free (text, FALSE);
}
