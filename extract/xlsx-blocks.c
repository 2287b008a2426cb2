/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-blocks.h"

#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* More pieces side by side than this are a row of data. */
static const guint MAX_CAPTIONS = 4;

/* The rows @top to before @bottom, whose cells are those from @first to before @end. */
typedef struct {
  const ZbXlsxSheet *sheet;
  guint first, end;
  guint top, bottom, left, right;
  gboolean ruled; /* most cells are */
} Band;

static const ZbXlsxCell *
cell_at (const ZbXlsxSheet *sheet, guint i) {
  return g_ptr_array_index (sheet->cells, i);
}

static gboolean
has_text (const ZbXlsxCell *cell) {
  return zb_text_count_glyphs (cell->text) > 0;
}

/* The text with its line breaks folded; the caller frees it. */
static char *
fold_lines (const char *text) {
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r\v\f", -1);
  GString *folded = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    zb_text_append_line (folded, *line);
  return g_string_free (folded, FALSE);
}

/* The first cell behind the row of the cell at @first. */
static guint
row_end (const Band *band, guint first) {
  guint end = first;

  while (end < band->end && cell_at (band->sheet, end)->row == cell_at (band->sheet, first)->row)
    end++;
  return end;
}

/* What the row of cells from @first to before @end holds. */
typedef struct {
  guint texts, next_row;
  gboolean ruled, at_left, all_captions;
} Row;

static gboolean
is_caption (const char *text) {
  g_auto (ZbCaptionWords) words = zb_caption_words_read (text);

  return zb_caption_words_is_period (text)
         || (words.is_whole
             && (words.title != NULL || words.unit != NULL || words.form != NULL
                 || words.department != NULL));
}

static Row
look_at_row (const Band *band, guint first, guint end) {
  Row row = { .next_row = cell_at (band->sheet, first)->row + 1, .all_captions = TRUE };

  for (guint i = first; i < end; i++) {
    const ZbXlsxCell *cell = cell_at (band->sheet, i);

    row.ruled = row.ruled || cell->style->ruled;
    if (!has_text (cell))
      continue;
    row.texts++;
    row.next_row = MAX (row.next_row, cell->row + cell->rowspan);
    row.at_left = row.at_left || cell->col == band->left || cell->colspan > 1 || cell->style->centred;
    if (row.texts <= MAX_CAPTIONS)
      row.all_captions = row.all_captions && is_caption (cell->text);
  }
  return row;
}

static gboolean
is_caption_row (const Row *row) {
  if (row->ruled || row->texts > MAX_CAPTIONS)
    return FALSE;
  return row->texts == 0 || row->all_captions || (row->texts == 1 && row->at_left);
}

static void
add_paragraph (ZbXlsxStory *story, const ZbXlsxCell *cell, const char *text) {
  g_autofree char *folded = fold_lines (text);
  g_autofree char *trimmed = zb_text_trim (folded);
  ZbBlock *block = zb_block_new (ZB_BLOCK_PARAGRAPH, trimmed, NULL);

  block->bold = cell->style->bold;
  block->centred = cell->style->centred;
  block->font_size = cell->style->font_size;
  g_ptr_array_add (story->document->blocks, block);
}

/* Each cell above a grid says a thing of its own: the department, the unit. */
static void
add_cells (ZbXlsxStory *story, const Band *band, guint first, guint end) {
  for (guint i = first; i < end; i++)
    if (has_text (cell_at (band->sheet, i)))
      add_paragraph (story, cell_at (band->sheet, i), cell_at (band->sheet, i)->text);
}

/* The cells of a line below a grid are one line. */
static void
add_line (ZbXlsxStory *story, const Band *band, guint first, guint end) {
  g_autoptr (GString) line = g_string_new (NULL);
  const ZbXlsxCell *leader = NULL;

  for (guint i = first; i < end; i++) {
    const ZbXlsxCell *cell = cell_at (band->sheet, i);

    if (!has_text (cell))
      continue;
    leader = leader != NULL ? leader : cell;
    g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", cell->text);
  }
  if (leader != NULL)
    add_paragraph (story, leader, line->str);
}

/* Takes the lines above the grid. Where nothing but such lines is left, all are paragraphs. */
static void
take_top (ZbXlsxStory *story, Band *band) {
  while (band->first < band->end) {
    guint end = row_end (band, band->first);
    Row row = look_at_row (band, band->first, end);

    if (!is_caption_row (&row)
        || (end < band->end && cell_at (band->sheet, end)->row < row.next_row
            && has_text (cell_at (band->sheet, end))))
      return;
    add_cells (story, band, band->first, end);
    band->first = end;
    band->top = MAX (band->top, row.next_row);
  }
}

static guint
row_start (const Band *band, guint last) {
  guint start = last;

  while (start > band->first
         && cell_at (band->sheet, start - 1)->row == cell_at (band->sheet, last)->row)
    start--;
  return start;
}

/* Whether the row at the bottom stands below the grid: one without rulings below a ruled grid, or
 * a note. */
static gboolean
is_remark_row (const Band *band, guint first, guint end) {
  Row row = look_at_row (band, first, end);
  const char *text = NULL;

  for (guint i = first; i < end && text == NULL; i++)
    if (has_text (cell_at (band->sheet, i)))
      text = cell_at (band->sheet, i)->text;
  if (row.ruled || row.next_row != band->bottom)
    return FALSE;
  return text == NULL || band->ruled
         || (row.texts == 1 && (zb_caption_words_is_note (text) || strstr (text, "。") != NULL));
}

/* For each cell of the band the row behind those that the cells before it reach; the caller unrefs
 * the array. */
static GArray *
measure_reach (const Band *band) {
  GArray *reaches = g_array_new (FALSE, FALSE, sizeof (guint));
  guint reach = 0;

  for (guint i = band->first; i < band->end; i++) {
    g_array_append_val (reaches, reach);
    reach = MAX (reach, cell_at (band->sheet, i)->row + cell_at (band->sheet, i)->rowspan);
  }
  return reaches;
}

/* Cuts the lines below the grid off the band; the first of their cells is its new end. */
static void
cut_bottom (Band *band) {
  g_autoptr (GArray) reaches = measure_reach (band);

  while (TRUE) {
    guint first = row_start (band, band->end - 1);

    if (first == band->first || !is_remark_row (band, first, band->end)
        || g_array_index (reaches, guint, first - band->first)
               > cell_at (band->sheet, first)->row)
      return;
    band->bottom = cell_at (band->sheet, first)->row;
    band->end = first;
  }
}

static void
measure_columns (Band *band) {
  guint ruled = 0, counted = 0;

  band->left = G_MAXUINT;
  band->right = 0;
  for (guint i = band->first; i < band->end; i++) {
    const ZbXlsxCell *cell = cell_at (band->sheet, i);

    if (!has_text (cell) && !cell->style->ruled)
      continue;
    band->left = MIN (band->left, cell->col);
    band->right = MAX (band->right, cell->col + cell->colspan);
    counted++;
    ruled += cell->style->ruled;
  }
  band->ruled = 2 * ruled > counted;
}

static gboolean
add_grid (ZbXlsxStory *story, const Band *band, GError **error) {
  g_autoptr (ZbTable) table = NULL;
  guint64 area = (guint64) (band->bottom - band->top) * (band->right - band->left);

  story->cells += area;
  if (story->cells > story->options->max_cells) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more table cells than max_cells %u",
                 story->options->max_cells);
    return FALSE;
  }
  table = zb_table_new ();
  table->rows = band->bottom - band->top;
  table->cols = band->right - band->left;
  for (guint i = band->first; i < band->end; i++) {
    const ZbXlsxCell *from = cell_at (band->sheet, i);
    g_autofree char *text = NULL;
    ZbCell *cell = NULL;

    if (from->row < band->top || from->row >= band->bottom || from->col < band->left
        || from->col >= band->right)
      continue;
    text = fold_lines (from->text);
    cell = zb_table_add_cell (table, from->row - band->top, from->col - band->left, text);
    cell->rowspan = MIN (from->rowspan, band->bottom - from->row);
    cell->colspan = MIN (from->colspan, band->right - from->col);
  }
  zb_table_finish (table);
  g_ptr_array_add (story->document->blocks, zb_block_new_table (g_steal_pointer (&table)));
  return TRUE;
}

/* Cuts rows without text off both ends. FALSE where nothing is left. */
static gboolean
trim_band (Band *band) {
  guint first = band->end, bottom = 0;

  for (guint i = band->first; i < band->end; i++) {
    const ZbXlsxCell *cell = cell_at (band->sheet, i);

    if (!has_text (cell))
      continue;
    if (first == band->end)
      first = row_start (band, i);
    bottom = MAX (bottom, cell->row + cell->rowspan);
  }
  band->first = first;
  band->bottom = bottom;
  if (first == band->end)
    return FALSE;
  while (cell_at (band->sheet, band->end - 1)->row >= bottom)
    band->end--;
  band->top = cell_at (band->sheet, first)->row;
  return TRUE;
}

static gboolean
add_band (ZbXlsxStory *story, Band *band, GError **error) {
  guint all;

  if (!trim_band (band))
    return TRUE;
  measure_columns (band);
  take_top (story, band);
  if (band->first == band->end)
    return TRUE;
  all = band->end;
  cut_bottom (band);
  measure_columns (band);
  if (!add_grid (story, band, error))
    return FALSE;
  band->first = band->end;
  band->end = all;
  while (band->first < band->end) {
    guint end = row_end (band, band->first);

    add_line (story, band, band->first, end);
    band->first = end;
  }
  return TRUE;
}

gboolean
zb_xlsx_blocks_add (ZbXlsxStory *story, const ZbXlsxSheet *sheet, GError **error) {
  Band band = { .sheet = sheet };
  guint reach = 0;

  for (guint i = 0; i < sheet->cells->len; i++) {
    const ZbXlsxCell *cell = cell_at (sheet, i);
    gboolean counts = has_text (cell) || cell->style->ruled;

    if (i > band.first && counts && cell->row > reach) {
      Band complete = band;

      complete.end = i;
      if (!add_band (story, &complete, error))
        return FALSE;
      band.first = i;
    }
    if (counts)
      reach = MAX (reach, cell->row + cell->rowspan);
  }
  band.end = sheet->cells->len;
  return band.first == band.end || add_band (story, &band, error);
}
