/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"
#include "xlsx-styles.h"

G_BEGIN_DECLS

/* What the sheets of a workbook share, and what reading them adds up. Stands on the reader's
 * stack; the pointers are borrowed. */
typedef struct {
  const ZbReadOptions *options;
  ZbDocument *document;
  const ZbXlsxStyles *styles;
  const GPtrArray *strings; /* char *: the shared strings */
  gboolean date_1904;
  guint64 cells;       /* of all sheets, against max_cells */
  guint64 text_bytes;  /* of all displayed texts, against max_unpacked_bytes */
  guint formulas_open; /* formulas without a stored result */
  guint strings_lost;  /* cells whose shared string is missing */
} ZbXlsxStory;

/* One visible cell, at its place among the visible rows and columns. */
typedef struct {
  guint row, col, rowspan, colspan;
  char *text; /* as displayed; "" for a blank cell that is ruled or merged */
  const ZbXlsxStyle *style;
} ZbXlsxCell;

/* A sheet as it is seen: hidden rows and columns are gone. */
typedef struct {
  GPtrArray *cells;             /* ZbXlsxCell *, ordered by row, then column; no two overlap */
  guint hidden_rows, hidden_cols; /* that hold text */
  guint64 hidden_glyphs;        /* their text */
  guint64 covered_glyphs;       /* of cells under a merged one */
} ZbXlsxSheet;

/* Reads the worksheet @part; the caller frees the result. Counts the text into the document's
 * glyphs. Errors: ZB_ERROR_LIMIT. */
ZbXlsxSheet *zb_xlsx_sheet_new (ZbXlsxStory *story, const xmlDoc *part, GError **error);
void zb_xlsx_sheet_free (ZbXlsxSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbXlsxSheet, zb_xlsx_sheet_free)

G_END_DECLS
