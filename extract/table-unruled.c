/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

#include <math.h>
#include <string.h>

#include "layout-lines.h"
#include "structure.h"
#include "table-regions.h"

/* More runs on one page are no table that a person could read. */
static const guint MAX_RUNS = 6000;
/* A table has at most this many columns. */
static const guint MAX_COLUMNS = 60;
/* This share of the lines of a table's body has a value, and this one where its text is aligned. */
static const double MIN_VALUE_LINES = 0.3, MIN_ALIGNED_VALUE_LINES = 0.1;
/* Text is aligned where this share of the runs starts or ends with its column. */
static const double MIN_ALIGNED = 0.8;
/* This share of the values stands in columns of values … */
static const double MIN_SETTLED = 0.7;
/* … at most this share of the runs spans columns … */
static const double MAX_SPANNING = 0.25;
/* … and at most this share of the lines has a stop or a comma of running text. */
static const double MAX_STOPS = 0.15;
/* Body and header reach this many points beyond their text. */
static const double MARGIN = 2.0;

/* The grid being filled; places that no cell owns are NULL. */
typedef struct {
  ZbFoundTable *found;
  GPtrArray *owners; /* ZbCell *, rows × cols; borrowed */
  GPtrArray *glyphs; /* GArray of ZbGlyph per owner, in the order of the table's cells */
  guint rows, cols;
} Grid;

static const ZbRunLine *
line_at (const ZbTextTable *table, guint line) {
  return &g_array_index (table->runs->lines, ZbRunLine, line);
}

static const ZbTextRun *
run_at (const ZbTextTable *table, guint run) {
  return &g_array_index (table->runs->runs, ZbTextRun, run);
}

/* A run that reaches over the next columns spans them. */
static guint
count_columns (const ZbTextTable *table, const ZbBox *box, guint *first) {
  guint count = 0;

  *first = zb_table_columns_lookup (table->columns, box);
  for (guint i = 0; i < table->columns->len; i++) {
    const ZbTextColumn *column = &g_array_index (table->columns, ZbTextColumn, i);

    if (MIN (column->x1, box->x1) - MAX (column->x0, box->x0) <= 0.5)
      continue;
    if (count++ == 0)
      *first = i;
  }
  return MAX (count, 1);
}

/* Whether the last column counts pages: two columns, and whole numbers that never fall. */
static gboolean
is_contents (const ZbTextTable *table) {
  gint64 before = 0;

  if (table->columns->len != 2)
    return FALSE;
  for (guint i = table->body; i < table->to; i++) {
    const ZbRunLine *line = line_at (table, i);
    const ZbTextRun *run = run_at (table, line->first + line->count - 1);
    g_autofree char *text = zb_text_runs_get_text (table->runs, run);
    gint64 number = g_ascii_strtoll (text, NULL, 10);

    if (!run->value)
      continue;
    if (strspn (text, "0123456789") != strlen (text) || number < before || number > 2000)
      return FALSE;
    before = number;
  }
  return TRUE;
}

static gboolean
has_stop (const ZbTextTable *table, const ZbTextRun *run) {
  g_autofree char *text = zb_text_runs_get_text (table->runs, run);

  return strstr (text, "，") != NULL || strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

/* What the body is made of. */
typedef struct {
  guint *runs, *values; /* of each column */
  guint all, spanning, stops; /* runs, those over several columns, lines with a stop */
  guint lines, most;    /* lines with values, and the most values on one */
} Census;

static void
count_line (const ZbTextTable *table, const ZbRunLine *line, Census *census) {
  gboolean stops = FALSE;

  census->lines += line->values > 0 && line->count > 1;
  census->most = MAX (census->most, line->values);
  for (guint i = line->first; i < line->first + line->count; i++) {
    const ZbTextRun *run = run_at (table, i);
    guint col, span = count_columns (table, &run->box, &col);

    census->all++;
    census->spanning += span > 1;
    stops |= has_stop (table, run);
    if (span == 1) {
      census->runs[col]++;
      census->values[col] += run->value != FALSE;
    }
  }
  census->stops += stops;
}

/* Whether most values stand in columns that hold little else. */
static gboolean
is_settled (const ZbTextTable *table, const Census *census) {
  guint values = 0, settled = 0;

  for (guint i = 0; i < table->columns->len; i++) {
    values += census->values[i];
    if (census->values[i] * 2 >= census->runs[i]
        && (census->values[i] > 1 || census->lines == 1))
      settled += census->values[i];
  }
  return settled > 0 && settled >= MIN_SETTLED * values;
}

/* Whether the runs start or end where those of their column do. */
static gboolean
is_aligned (const ZbTextTable *table) {
  guint first = line_at (table, table->body)->first, all = 0, aligned = 0;
  guint end = line_at (table, table->to - 1)->first + line_at (table, table->to - 1)->count;

  for (guint i = first; i < end; i++) {
    const ZbTextRun *run = run_at (table, i);
    const ZbTextColumn *column
      = &g_array_index (table->columns, ZbTextColumn,
                        zb_table_columns_lookup (table->columns, &run->box));

    all++;
    aligned += fabs (run->box.x0 - column->x0) < 2 || fabs (run->box.x1 - column->x1) < 2;
  }
  return aligned >= MIN_ALIGNED * all;
}

/* A table has several columns, and values in at least one of them on several rows, or in most of
 * its columns on one. */
static gboolean
is_table (const ZbTextTable *table) {
  guint count = table->to - table->body;
  g_autofree guint *runs = g_new0 (guint, table->columns->len + 1);
  g_autofree guint *values = g_new0 (guint, table->columns->len + 1);
  Census census = { .runs = runs, .values = values };
  double share;

  if (table->columns->len < 2 || table->columns->len > MAX_COLUMNS || is_contents (table))
    return FALSE;
  for (guint i = table->body; i < table->to; i++)
    count_line (table, line_at (table, i), &census);
  share = is_aligned (table) ? MIN_ALIGNED_VALUE_LINES : MIN_VALUE_LINES;
  if (census.lines < share * count || census.spanning > MAX_SPANNING * census.all
      || (census.stops > 1 && census.stops > MAX_STOPS * count) || !is_settled (table, &census))
    return FALSE;
  return census.lines >= 3 || (census.lines >= 1 && census.most >= 3 && table->body > table->from)
         || (census.lines >= 2 && census.most >= 2);
}

static void
array_unref (gpointer data) {
  g_array_unref (data);
}

static ZbCell **
owner_at (Grid *grid, guint row, guint col) {
  return (ZbCell **) &grid->owners->pdata[row * grid->cols + col];
}

static gboolean
is_free (Grid *grid, guint row, guint col, guint rowspan, guint colspan) {
  for (guint i = row; i < row + rowspan; i++)
    for (guint j = col; j < col + colspan; j++)
      if (*owner_at (grid, i, j) != NULL)
        return FALSE;
  return TRUE;
}

/* The cell at the place, new or there already; a span that is not free is not made. */
static ZbCell *
claim_cell (Grid *grid, guint row, guint col, guint rowspan, guint colspan) {
  ZbCell *cell = *owner_at (grid, row, col);

  if (cell != NULL)
    return cell;
  if (!is_free (grid, row, col, rowspan, colspan))
    rowspan = colspan = 1;
  cell = zb_table_add_cell (grid->found->table, row, col, NULL);
  cell->rowspan = rowspan;
  cell->colspan = colspan;
  for (guint i = row; i < row + rowspan; i++)
    for (guint j = col; j < col + colspan; j++)
      *owner_at (grid, i, j) = cell;
  g_ptr_array_add (grid->glyphs, g_array_new (FALSE, FALSE, sizeof (ZbGlyph)));
  return cell;
}

static void
add_run (Grid *grid, const ZbTextTable *table, ZbCell *cell, const ZbTextRun *run) {
  const GPtrArray *cells = grid->found->table->cells;
  guint index = 0;

  for (index = cells->len - 1; index > 0 && g_ptr_array_index (cells, index) != cell;)
    index--;
  g_array_append_vals (g_ptr_array_index (grid->glyphs, index),
                       &g_array_index (table->runs->glyphs, ZbGlyph, run->first), run->count);
  grid->found->glyphs += run->count;
}

static void
fill_header (Grid *grid, const ZbTextTable *table, const GPtrArray *header) {
  for (guint i = 0; i < header->len; i++) {
    const ZbHeaderCell *head = g_ptr_array_index (header, i);
    ZbCell *cell = claim_cell (grid, head->row, head->col, head->rowspan, head->colspan);

    for (guint j = 0; j < head->runs->len; j++)
      add_run (grid, table, cell, run_at (table, g_array_index (head->runs, guint, j)));
  }
}

static void
fill_body (Grid *grid, const ZbTextTable *table, guint header_rows) {
  for (guint i = table->body; i < table->to; i++) {
    guint row = header_rows + g_array_index (table->rows, guint, i - table->body);

    for (guint j = 0; j < line_at (table, i)->count; j++) {
      const ZbTextRun *run = run_at (table, line_at (table, i)->first + j);
      guint col, span = count_columns (table, &run->box, &col);

      if (span > 1 && !is_free (grid, row, col, 1, span))
        col = zb_table_columns_lookup (table->columns, &run->box);
      add_run (grid, table, claim_cell (grid, row, col, 1, span), run);
    }
  }
}

/* Column lines: half way from column to column. */
static GArray *
get_column_lines (const ZbTextTable *table) {
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));
  const ZbTextColumn *columns = (const ZbTextColumn *) (const void *) table->columns->data;
  guint count = table->columns->len;
  double at = columns[0].x0 - MARGIN;

  g_array_append_val (lines, at);
  for (guint i = 1; i < count; i++) {
    at = (columns[i - 1].x1 + columns[i].x0) / 2;
    g_array_append_val (lines, at);
  }
  at = columns[count - 1].x1 + MARGIN;
  g_array_append_val (lines, at);
  return lines;
}

static void
finish_cells (Grid *grid) {
  GPtrArray *cells = grid->found->table->cells;

  for (guint i = 0; i < cells->len; i++) {
    ZbCell *cell = g_ptr_array_index (cells, i);
    GArray *glyphs = g_ptr_array_index (grid->glyphs, i);
    double width = g_array_index (grid->found->xs, double, cell->col + cell->colspan)
                   - g_array_index (grid->found->xs, double, cell->col);
    guint lines = 0;

    cell->origin = (ZbOrigin) { grid->found->page, TRUE, g_array_index (glyphs, ZbGlyph, 0).box, 0 };
    for (guint j = 0; j < glyphs->len; j++) {
      const ZbBox *box = &g_array_index (glyphs, ZbGlyph, j).box;

      cell->origin.recognition |= g_array_index (glyphs, ZbGlyph, j).recognition;
      cell->origin.box = (ZbBox) { MIN (cell->origin.box.x0, box->x0),
                                   MIN (cell->origin.box.y0, box->y0),
                                   MAX (cell->origin.box.x1, box->x1),
                                   MAX (cell->origin.box.y1, box->y1) };
    }
    g_free (cell->text);
    cell->text = zb_layout_lines_fold (glyphs, width, &lines);
    if (lines > 1)
      cell->flags |= ZB_CELL_JOINED;
  }
}

static ZbFoundTable *
build_table (const ZbTextTable *table, guint page) {
  Grid grid = { .found = g_new0 (ZbFoundTable, 1), .cols = table->columns->len };
  guint header_rows = 0;
  g_autoptr (GPtrArray) header = zb_table_unruled_get_header (table, &header_rows);

  grid.rows = header_rows + g_array_index (table->rows, guint, table->rows->len - 1) + 1;
  grid.owners = g_ptr_array_new ();
  g_ptr_array_set_size (grid.owners, (gint) (grid.rows * grid.cols));
  grid.glyphs = g_ptr_array_new_with_free_func (array_unref);
  grid.found->table = zb_table_new ();
  grid.found->page = page;
  grid.found->xs = get_column_lines (table);
  grid.found->box
    = (ZbBox) { g_array_index (grid.found->xs, double, 0), line_at (table, table->from)->top - MARGIN,
                g_array_index (grid.found->xs, double, grid.cols),
                line_at (table, table->to - 1)->bottom + MARGIN };
  fill_header (&grid, table, header);
  fill_body (&grid, table, header_rows);
  finish_cells (&grid);
  grid.found->table->header_rows = header_rows;
  zb_table_add_page (grid.found->table, page);
  zb_table_finish (grid.found->table);
  g_ptr_array_unref (grid.owners);
  g_ptr_array_unref (grid.glyphs);
  return grid.found;
}

/* Takes the glyphs of the lines that became tables out of the page. */
static void
keep_others (ZbPageContent *content, const ZbTextRuns *runs, const gboolean *taken) {
  g_array_set_size (content->glyphs, 0);
  for (guint i = 0; i < runs->runs->len; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);

    if (!taken[run->line])
      g_array_append_vals (content->glyphs, &g_array_index (runs->glyphs, ZbGlyph, run->first),
                           run->count);
  }
}

static ZbFoundTable *
find_table (ZbTextRuns *runs, const ZbTextRegion *region, guint page) {
  ZbTextTable table = { .runs = runs, .from = region->from, .body = region->body,
                        .to = region->to };
  ZbFoundTable *found = NULL;

  table.columns = zb_table_columns_new (runs, table.body, table.to);
  table.rows = g_array_new (FALSE, FALSE, sizeof (guint));
  zb_table_columns_split_runs (table.columns, runs, table.from, table.to);
  if (is_table (&table)) {
    zb_table_unruled_set_rows (&table);
    found = build_table (&table, page);
  }
  g_array_unref (table.columns);
  g_array_unref (table.rows);
  return found;
}

static void
found_table_free (gpointer data) {
  zb_found_table_free (data);
}

GPtrArray *
zb_table_unruled_run (ZbPageContent *content) {
  GPtrArray *tables = g_ptr_array_new_with_free_func (found_table_free);
  g_autoptr (ZbTextRuns) runs = zb_text_runs_new (content->glyphs);
  g_autoptr (GArray) regions = NULL;
  g_autofree gboolean *taken = g_new0 (gboolean, runs->lines->len + 1);

  if (runs->runs->len > MAX_RUNS)
    return tables;
  regions = zb_table_regions_new (runs);
  for (guint i = 0; i < regions->len; i++) {
    const ZbTextRegion *region = &g_array_index (regions, ZbTextRegion, i);
    ZbFoundTable *found = find_table (runs, region, content->page);

    if (found == NULL)
      continue;
    g_ptr_array_add (tables, found);
    for (guint line = region->from; line < region->to; line++)
      taken[line] = TRUE;
  }
  if (tables->len > 0)
    keep_others (content, runs, taken);
  return tables;
}
