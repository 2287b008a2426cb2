/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-header.h"

#include <string.h>

#include "structure.h"
#include "text-fold.h"

const ZbUnit *
zb_columns_find_unit (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  const ZbUnit *found = NULL;
  gsize length;

  for (const char *p = folded; *p != '\0'; p++) {
    const ZbUnit *unit;

    if (*p != '(' && *p != ':' && p != folded)
      continue;
    unit = zb_unit_match (*p == '(' || *p == ':' ? p + 1 : p, &length);
    if (unit == NULL || unit->misread)
      continue;
    if (*p == '(' && p[1 + length] != ')')
      continue;
    if (p == folded && *p != '(' && p[length] != '\0')
      continue;
    found = unit;
  }
  return found;
}

static gboolean
is_column_number (const char *folded) {
  return *folded != '\0' && strspn (folded, "0123456789=+-()") == strlen (folded);
}

/* The header text above @col in @row of a header that begins in @top. Where the source knows no spans, a blank place belongs to
 * the word on its left, unless a word stands above it (which then reaches down) or the row is the
 * last of the header. */
static const char *
header_text (const ZbTable *table, guint top, guint row, guint col, gboolean spans) {
  const ZbCell *cell = zb_table_lookup (table, row, col);

  if (cell->colspan >= table->cols)
    return "";
  while (!spans && *cell->text == '\0' && row + 1 < table->header_rows && cell->col > 0
         && (row == top || *zb_table_lookup (table, row - 1, cell->col)->text == '\0'))
    cell = zb_table_lookup (table, row, cell->col - 1);
  return cell->text;
}

GPtrArray *
zb_column_header_path (const ZbTable *table, guint col, gboolean spans) {
  GPtrArray *path = g_ptr_array_new ();
  const char *before = NULL;
  guint top = zb_captions_count_rows (table);

  for (guint row = top; row < table->header_rows; row++) {
    const char *text = header_text (table, top, row, col, spans);
    g_autofree char *folded = zb_text_fold (text);

    if (*folded == '\0' || is_column_number (folded) || text == before)
      continue;
    before = text;
    g_ptr_array_add (path, (gpointer) text);
  }
  return path;
}
