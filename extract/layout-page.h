/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"
#include "layout-lines.h"
#include "table-finder.h"

G_BEGIN_DECLS

/* One page taken apart: its tables, and the lines outside them. */
typedef struct {
  guint page;
  double width, height;
  guint turn; /* as in ZbPageContent */
  GPtrArray *lines;  /* ZbLine *, from top to bottom */
  GPtrArray *tables; /* ZbFoundTable *, from top to bottom; one without a table was joined */
} ZbPageLayout;

/* Finds the tables of @content and the lines of the rest; the caller frees the result. */
ZbPageLayout *zb_page_layout_new (ZbPageContent *content);
void zb_page_layout_free (ZbPageLayout *layout);

/* FALSE with @error (ZB_ERROR_LIMIT) set where the tables of @pages (ZbPageLayout *) have more than
 * @max_cells cells. */
gboolean zb_page_layout_check_cells (const GPtrArray *pages, guint max_cells, GError **error);

/* Marks the lines of all @pages (ZbPageLayout *) that are running heads or page numbers. */
void zb_page_layout_mark_furniture (GPtrArray *pages);

/* Joins tables that run over several @pages: the continuation's cells go into the table that it
 * continues, and its own entry keeps no table. Lines above it that repeat the captions become
 * furniture. Joins only what is proved to belong together: the next page, nothing in between but words that
 * a page break cuts off a cell (then the header must be repeated), and
 * what zb_table_join_continues() asks for. Words that a dropped header does not share with the one
 * kept are reported in @diagnostics (ZbDiagnostic *). */
void zb_page_layout_join_tables (GPtrArray *pages, GPtrArray *diagnostics);

/* Appends the content of @pages to the document's blocks in reading order, taking the tables,
 * and counts the glyphs of lines and cells into its coverage. Boxes become those of the pages as
 * they are, before any turn. */
void zb_page_layout_emit (GPtrArray *pages, ZbDocument *document);

G_END_DECLS
