/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-finder.h"

#include "layout-lines.h"
#include "table-cells.h"
#include "table-parts.h"
#include "table-strokes.h"
#include "table-unruled.h"

/* A finder takes the glyphs of its tables out of the page. Ruled tables are found first; a finder
 * of tables without rulings works on what this one leaves. */

/* A lattice narrower or lower than this many points is a drawing: an outlined glyph, a logo. */
static const double MIN_WIDTH = 60.0, MIN_HEIGHT = 8.0;

/* A line that a page break cuts lies across the border; it is the cell's if this many points of
 * its glyphs' body lie within. */
static const double MIN_WITHIN = 2.5;

/* So many rulings across outside all lattices make it worth while to look for larger tables. */
static const guint MIN_LOOSE = 2;

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
  double width = g_array_index (raster->xs, double, place->col + place->colspan)
                 - g_array_index (raster->xs, double, place->col);
  g_autofree char *text = glyphs != NULL ? zb_layout_lines_fold (glyphs, width, &lines) : NULL;
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
  for (guint i = 0; glyphs != NULL && i < glyphs->len; i++)
    cell->origin.recognition |= g_array_index (glyphs, ZbGlyph, i).recognition;
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

static ZbBox
get_box (const ZbRaster *raster) {
  return (ZbBox) { g_array_index (raster->xs, double, 0), g_array_index (raster->ys, double, 0),
                   g_array_index (raster->xs, double, raster->cols),
                   g_array_index (raster->ys, double, raster->rows) };
}

static ZbFoundTable *
find_table (ZbPageContent *content, const ZbRaster *raster) {
  g_autoptr (GArray) cells = NULL;
  g_autoptr (GPtrArray) glyphs = NULL;
  ZbFoundTable *found = NULL;

  cells = zb_raster_get_cells (raster);
  if (!is_table (content, raster, cells))
    return NULL;
  glyphs = take_glyphs (content, raster, cells);
  found = g_new0 (ZbFoundTable, 1);
  found->table = zb_table_new ();
  found->page = content->page;
  found->xs = g_array_ref (raster->xs);
  found->box = get_box (raster);
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

static void
raster_free (gpointer data) {
  zb_raster_free (data);
}

GPtrArray *
zb_table_finder_collect_rasters (const GArray *edges) {
  GPtrArray *rasters = g_ptr_array_new_with_free_func (raster_free);
  g_autofree guint *groups = NULL;
  guint lattices = 0;

  groups = zb_table_edges_group (edges, &lattices);
  for (guint group = 0; group < lattices; group++) {
    g_autoptr (GArray) members = collect_group (edges, groups, group);
    ZbRaster *raster = members->len < 4 ? NULL : zb_raster_new (members);

    if (raster != NULL && raster->cols >= 2)
      g_ptr_array_add (rasters, raster);
    else if (raster != NULL)
      zb_raster_free (raster);
  }
  return rasters;
}

static gboolean
is_in_raster (const GPtrArray *rasters, const ZbRuling *edge) {
  for (guint i = 0; i < rasters->len; i++) {
    ZbBox box = get_box (g_ptr_array_index (rasters, i));

    if (edge->at > box.y0 - ZB_EDGE_REACH && edge->at < box.y1 + ZB_EDGE_REACH
        && edge->to > box.x0 && edge->from < box.x1)
      return TRUE;
  }
  return FALSE;
}

/* The tables that the text alone shows on a page with rulings across outside its lattices: some of
 * its tables have all their rulings at the header only. NULL where there are no such rulings. */
static GPtrArray *
find_larger_tables (const ZbPageContent *content, const GArray *edges, const GPtrArray *rasters) {
  g_autoptr (ZbPageContent) copy = NULL;
  guint loose = 0;

  for (guint i = 0; i < edges->len; i++) {
    const ZbRuling *edge = &g_array_index (edges, ZbRuling, i);

    loose += !edge->vertical && !is_in_raster (rasters, edge);
  }
  if (loose < MIN_LOOSE || rasters->len == 0 || content->glyphs->len == 0)
    return NULL;
  copy = zb_page_content_new (content->page, content->width, content->height);
  g_array_append_vals (copy->glyphs, content->glyphs->data, content->glyphs->len);
  return zb_table_unruled_run (copy);
}

static gboolean
do_overlap (const ZbBox *a, const ZbBox *b) {
  return MIN (a->x1, b->x1) > MAX (a->x0, b->x0) && MIN (a->y1, b->y1) > MAX (a->y0, b->y0);
}

/* Whether the lattice rules no more than the smaller part of one of the @larger tables, and no
 * other lattice stands within that. */
static gboolean
is_part (const GPtrArray *larger, const GPtrArray *rasters, const ZbRaster *raster) {
  ZbBox box = get_box (raster);

  for (guint i = 0; larger != NULL && i < larger->len; i++) {
    const ZbFoundTable *table = g_ptr_array_index (larger, i);
    double across = MIN (box.x1, table->box.x1) - MAX (box.x0, table->box.x0);
    guint within = 0;

    for (guint j = 0; j < rasters->len; j++) {
      ZbBox other = get_box (g_ptr_array_index (rasters, j));

      within += do_overlap (&other, &table->box);
    }
    if (within == 1 && do_overlap (&box, &table->box) && across > 0.8 * (box.x1 - box.x0)
        && 2 * (box.y1 - box.y0) < table->box.y1 - table->box.y0
        && table->table->rows > raster->rows + 2)
      return TRUE;
  }
  return FALSE;
}

static void
part_bands (const ZbPageContent *content, const GPtrArray *rasters) {
  g_autoptr (ZbTextRuns) runs = rasters->len > 0 ? zb_text_runs_new (content->glyphs) : NULL;

  for (guint i = 0; i < rasters->len; i++) {
    zb_raster_part_bands (g_ptr_array_index (rasters, i), runs);
    zb_raster_part_rows (g_ptr_array_index (rasters, i), content->glyphs);
  }
}

GPtrArray *
zb_table_finder_run (ZbPageContent *content) {
  GPtrArray *tables = g_ptr_array_new_with_free_func (found_table_free);
  g_autoptr (GArray) edges = NULL;
  g_autoptr (GPtrArray) rasters = NULL;
  g_autoptr (GPtrArray) larger = NULL;

  zb_table_strokes_remove (content);
  edges = zb_table_edges_new (content->rulings);
  rasters = zb_table_finder_collect_rasters (edges);
  part_bands (content, rasters);
  larger = find_larger_tables (content, edges, rasters);
  for (guint i = 0; i < rasters->len; i++) {
    const ZbRaster *raster = g_ptr_array_index (rasters, i);
    ZbFoundTable *found = is_part (larger, rasters, raster) ? NULL : find_table (content, raster);

    if (found != NULL)
      g_ptr_array_add (tables, found);
  }
  g_ptr_array_sort (tables, compare_tops);
  return tables;
}
