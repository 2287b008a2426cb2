/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "text-lines.h"

G_BEGIN_DECLS

/* What the finders of tables read from and count against. Lives on the reader's stack. */
typedef struct {
  const GPtrArray *lines;
  guint64 cells_left;       /* of the limit for one document */
  gboolean too_large;       /* a table would have gone beyond it */
  guint64 repeated_glyphs;  /* of header rows that a later page repeats */
  char *folded;             /* all lines as one folded text, once it was asked for; owned */
  guint searches;           /* in it, which are limited */
  guint unplaced;           /* rows of the table just found that are not put in columns */
  GPtrArray *prints;        /* ZbTextPrintTable *: the tables of a print, once they were looked for; owned */
  guint html_tried, cells_tried, scraps_tried; /* up to these lines a finder has looked and found no table */
} ZbTextSource;

/* Whether @number is printed anywhere right behind @words; FALSE too where too much was asked already. */
gboolean zb_text_source_prints (ZbTextSource *source, const char *words, const char *number);

/* Whether @line is nothing but a title, a unit, a form number, a body or a date, as stand above a table. */
gboolean zb_text_source_is_caption (const ZbTextLine *line, gboolean *title);

/* Whether the lines above @first are captions and one of them is the title of a table. */
gboolean zb_text_source_has_title (const ZbTextSource *source, guint first);

/* Each finder looks for one shape of table that begins at line @first. Returns the line after it
 * and sets *@table (owned by the caller), or returns @first and leaves *@table alone. */
typedef guint (*ZbTextTableFinder) (ZbTextSource *source, guint first, ZbTable **table);

/* Rows whose cells are separated by tabs. */
guint zb_text_tab_table_find (ZbTextSource *source, guint first, ZbTable **table);
/* One cell a line: a tab begins a cell, an empty line a row. */
guint zb_text_cell_table_find (ZbTextSource *source, guint first, ZbTable **table);
/* Markdown: | cell | cell |. */
guint zb_text_pipe_table_find (ZbTextSource *source, guint first, ZbTable **table);
/* <table> … </table>. */
guint zb_text_html_table_find (ZbTextSource *source, guint first, ZbTable **table);

/* A self-evaluation form without rulings whose words have run together. */
guint zb_text_flat_table_find (ZbTextSource *source, guint first, ZbTable **table);

/* A table of indicators with a column for the kind of target, 指标性质: a row or a cell a line. */
guint zb_text_indicator_table_find (ZbTextSource *source, guint first, ZbTable **table);

/* Appends the rows of such a table that begins at line @first, its head among them, to @rows. Returns the line behind
 * it; @first, and nothing appended, where none begins there. */
guint zb_text_indicator_table_add (ZbTextSource *source, guint first, GPtrArray *rows);

/* Rows of words under the title of a table: a label and figures. */
guint zb_text_word_table_find (ZbTextSource *source, guint first, ZbTable **table);

/* Rows whose cells spaces keep in columns, over all pages. *@table stays NULL for the lines of a page that belong to
 * a table found before. */
guint zb_text_print_table_find (ZbTextSource *source, guint first, ZbTable **table);

/* The rows of such a table of which the columns are not certain, each as it is printed: text that is no prose. */
guint zb_text_print_rows_find (ZbTextSource *source, guint first, ZbTable **table);

/* Whether a table of a print begins at line @first. */
gboolean zb_text_print_begins (ZbTextSource *source, guint first);

/* Whether a print of which the columns are not certain stands on one of the lines from @first to before @end. */
gboolean zb_text_print_is_doubtful (ZbTextSource *source, guint first, guint end);

/* One cell a line under the title of a table: the words of its head, then labels and figures. */
guint zb_text_line_cells_find (ZbTextSource *source, guint first, ZbTable **table);

/* Amounts, most of them alone in their lines, and short labels between them: what is left of a table when nothing
 * tells its rows. Each line is a row, as it is printed: text that is no prose. */
guint zb_text_scraps_find (ZbTextSource *source, guint first, ZbTable **table);

/* One cell of a row that is still being read. Owned by its row. */
typedef struct {
  GString *text;
  ZbCellFlags flags;
  guint lines;   /* non-empty lines that it was put together from */
  guint colspan, rowspan; /* at least 1 */
  gboolean covered;       /* another cell covers its place */
} ZbTextCell;

/* A row: an array of ZbTextCell * that frees its members. */
GPtrArray *zb_text_row_new (void);
/* The places that the cells of a row take. */
guint zb_text_row_measure (const GPtrArray *row);
/* Inserts @count blank cells at the front of a row whose first columns cells from above cover. */
void zb_text_row_indent (GPtrArray *row, guint count);
/* Appends a cell; borrowed. */
ZbTextCell *zb_text_row_add (GPtrArray *row, const char *text);
/* The cell at @col, borrowed; NULL behind the last. */
ZbTextCell *zb_text_row_get (const GPtrArray *row, guint col);
/* Adds one more line to the cell's text. */
void zb_text_cell_append (ZbTextCell *cell, const char *line);

/* Merges the cells of rows whose writer repeats a merged cell in every place it covers. */
void zb_text_repeated_merge (GPtrArray *rows);

/* Finds out which cell of a row with too few of them is a merged one, or which columns its cells
 * leave out, by the kinds of values that the columns hold in the other rows; marks what it moves with
 * ZB_CELL_COLUMN_INFERRED. */
void zb_text_spans_infer (GPtrArray *rows);

/* Moves the cells of indicator rows that stand beside their columns, as weight and score or a known
 * level word show, and says so with ZB_CELL_COLUMN_INFERRED. FALSE where there is no head of such
 * rows. */
gboolean zb_text_form_align (GPtrArray *rows);

/* All of this: puts the cells of rows into their columns as far as the rows tell. */
void zb_text_rows_settle (GPtrArray *rows);

/* The grid of @rows (arrays as above, not empty); cells stand side by side. The last cell of a
 * row with fewer cells than the widest covers the rest where @stretch is set; otherwise blank
 * cells do. NULL, and source->too_large, where the limit of cells forbids the grid. */
ZbTable *zb_text_rows_build (ZbTextSource *source, const GPtrArray *rows, gboolean stretch);

G_END_DECLS
