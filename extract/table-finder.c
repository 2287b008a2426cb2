/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-finder.h"

#include "layout-lines.h"
#include "table-cells.h"
#include "table-strokes.h"

/* A finder takes the glyphs of its tables out of the page. Ruled tables are found first; a finder
 * of tables without rulings works on what this one leaves. */

/* A lattice narrower or lower than this many points is a drawing: an outlined glyph, a logo. */
static const double MIN_WIDTH = 60.0, MIN_HEIGHT = 8.0;

/* A line that a page break cuts lies across the border; it is the cell's if this many points of
 * its glyphs' body lie within. */
static const double MIN_WITHIN = 2.5;

static void
found_table_free (gpointer data) {
  zb_found_table_free (data);
}

void
zb_found_table_free (ZbFoundTable *found) {
  g_clear_pointer (&found->table, zb_table_free);
  g_clear_pointer (&found->xs, g_array_unref);
  g_free (found);
}

ZbTable *
zb_found_table_steal (ZbFoundTable *found) {
  return g_steal_pointer (&found->table);
}

static GArray *
collect_group (const GArray *edges, const guint *groups, guint group) {
  GArray *members = g_array_new (FALSE, FALSE, sizeof (ZbRuling));

  for (guint i = 0; i < edges->len; i++)
    if (groups[i] == group)
      g_array_append_val (members, g_array_index (edges, ZbRuling, i));
  return members;
}

/* For every place of the raster, the index of its cell. */
static guint *
map_places (const ZbRaster *raster, const GArray *cells) {
  guint *owners = g_new0 (guint, raster->rows * raster->cols);

  for (guint i = 0; i < cells->len; i++) {
    const ZbRasterCell *cell = &g_array_index (cells, ZbRasterCell, i);

    for (guint row = cell->row; row < cell->row + cell->rowspan; row++)
      for (guint col = cell->col; col < cell->col + cell->colspan; col++)
        owners[row * raster->cols + col] = i;
  }
  return owners;
}

/* The place of the raster that holds the middle of @glyph, as an index into owners, or -1. */
static gint
lookup_place (const ZbRaster *raster, const ZbGlyph *glyph) {
  double top = g_array_index (raster->ys, double, 0);
  double bottom = g_array_index (raster->ys, double, raster->rows);
  double middle = (glyph->box.y0 + glyph->box.y1) / 2;
  double reach = glyph->font_size / 2 - MIN_WITHIN;
  gint col = zb_raster_lookup (raster->xs, (glyph->box.x0 + glyph->box.x1) / 2);
  gint row;

  if (middle < top && middle + reach > top)
    middle = top;
  else if (middle >= bottom && middle - reach < bottom)
    middle = bottom - 0.1;
  row = zb_raster_lookup (raster->ys, middle);
  return col < 0 || row < 0 ? -1 : row * (gint) raster->cols + col;
}

static void
array_unref (gpointer data) {
  if (data != NULL)
    g_array_unref (data);
}

/* Moves each glyph whose middle lies in the raster to the glyphs of its cell (GArray of ZbGlyph,
 * or NULL for a blank cell). */
static GPtrArray *
take_glyphs (ZbPageContent *content, const ZbRaster *raster, const GArray *cells) {
  GPtrArray *taken = g_ptr_array_new_with_free_func (array_unref);
  g_autofree guint *owners = map_places (raster, cells);
  guint kept = 0;

  g_ptr_array_set_size (taken, (gint) cells->len);
  for (guint i = 0; i < content->glyphs->len; i++) {
    ZbGlyph glyph = g_array_index (content->glyphs, ZbGlyph, i);
    gint place = lookup_place (raster, &glyph);
    guint owner;

    if (place < 0) {
      g_array_index (content->glyphs, ZbGlyph, kept++) = glyph;
      continue;
    }
    owner = owners[place];
    if (taken->pdata[owner] == NULL)
      taken->pdata[owner] = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
    g_array_append_val ((GArray *) taken->pdata[owner], glyph);
  }
  g_array_set_size (content->glyphs, kept);
  return taken;
}

static void
add_cell (ZbFoundTable *found, const ZbRaster *raster, const ZbRasterCell *place, GArray *glyphs) {
  guint lines = 0;
  g_autofree char *text = glyphs != NULL ? zb_layout_lines_fold (glyphs, &lines) : NULL;
  ZbCell *cell = zb_table_add_cell (found->table, place->row, place->col, text);

  cell->rowspan = place->rowspan;
  cell->colspan = place->colspan;
  cell->origin.page = found->page;
  cell->origin.has_box = TRUE;
  cell->origin.box
    = (ZbBox) { g_array_index (raster->xs, double, place->col),
                g_array_index (raster->ys, double, place->row),
                g_array_index (raster->xs, double, place->col + place->colspan),
                g_array_index (raster->ys, double, place->row + place->rowspan) };
  if (lines > 1)
    cell->flags |= ZB_CELL_JOINED;
  found->glyphs += glyphs != NULL ? glyphs->len : 0;
}

/* How many cells hold the middle of a glyph; counts no further than 2. */
static guint
count_printed_cells (const ZbPageContent *content, const ZbRaster *raster, const GArray *cells) {
  g_autofree guint *owners = map_places (raster, cells);
  guint first = cells->len;

  for (guint i = 0; i < content->glyphs->len; i++) {
    gint place = lookup_place (raster, &g_array_index (content->glyphs, ZbGlyph, i));
    guint owner;

    if (place < 0)
      continue;
    owner = owners[place];
    if (first != cells->len && owner != first)
      return 2;
    first = owner;
  }
  return first != cells->len;
}

/* A table has several cells and words in two of them at least; only a grid without any word may
 * still turn out to be the blank end of the table on the page before. */
static gboolean
is_table (const ZbPageContent *content, const ZbRaster *raster, const GArray *cells) {
  double width = g_array_index (raster->xs, double, raster->cols)
                 - g_array_index (raster->xs, double, 0);
  double height = g_array_index (raster->ys, double, raster->rows)
                  - g_array_index (raster->ys, double, 0);

  return cells->len >= 2 && width >= MIN_WIDTH && height >= MIN_HEIGHT
         && count_printed_cells (content, raster, cells) != 1;
}

static ZbFoundTable *
find_table (ZbPageContent *content, const GArray *edges) {
  g_autoptr (ZbRaster) raster = zb_raster_new (edges);
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GPtrArray) glyphs = NULL;
  ZbFoundTable *found = NULL;

  if (raster == NULL || raster->cols < 2)
    return NULL;
  cells = zb_raster_get_cells (raster);
  if (!is_table (content, raster, cells))
    return NULL;
  glyphs = take_glyphs (content, raster, cells);
  found = g_new0 (ZbFoundTable, 1);
  found->table = zb_table_new ();
  found->page = content->page;
  found->xs = g_array_ref (raster->xs);
  found->box = (ZbBox) { g_array_index (raster->xs, double, 0),
                         g_array_index (raster->ys, double, 0),
                         g_array_index (raster->xs, double, raster->cols),
                         g_array_index (raster->ys, double, raster->rows) };
  for (guint i = 0; i < cells->len; i++)
    add_cell (found, raster, &g_array_index (cells, ZbRasterCell, i), glyphs->pdata[i]);
  zb_table_add_page (found->table, content->page);
  zb_table_finish (found->table);
  return found;
}

static gint
compare_tops (gconstpointer a, gconstpointer b) {
  const ZbFoundTable *left = *(const ZbFoundTable *const *) a;
  const ZbFoundTable *right = *(const ZbFoundTable *const *) b;

  return left->box.y0 < right->box.y0 ? -1 : left->box.y0 > right->box.y0;
}

GPtrArray *
zb_table_finder_run (ZbPageContent *content) {
  GPtrArray *tables = g_ptr_array_new_with_free_func (found_table_free);
  g_autoptr (GArray) edges = NULL;
  g_autofree guint *groups = NULL;
  guint lattices = 0;

  zb_table_strokes_remove (content);
  edges = zb_table_edges_new (content->rulings);
  groups = zb_table_edges_group (edges, &lattices);
  for (guint group = 0; group < lattices; group++) {
    g_autoptr (GArray) members = collect_group (edges, groups, group);
    ZbFoundTable *found = members->len < 4 ? NULL : find_table (content, members);

    if (found != NULL)
      g_ptr_array_add (tables, found);
  }
  g_ptr_array_sort (tables, compare_tops);
  return tables;
}
