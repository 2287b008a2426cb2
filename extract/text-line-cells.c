/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-ledger.h"
#include "text-paragraphs.h"

/* A table of which every cell has become a line, blank ones lost or left as empty lines:
 *
 *     支出决算表
 *     科目编码
 *     科目名称
 *     合计
 *     201
 *     教育支出
 *     12.00
 *
 * The head ends somewhere before the first figures; the end is taken that suits the rows best. */

enum {
  LEAST_FIGURES = 3,
  MOST_LINES = 20000,
  MOST_LABELS = 4,    /* before the first figure that may belong to the first row */
  LONGEST_CELL = 60,  /* characters */
  MOST_BLANKS = 40,   /* empty lines side by side */
};

typedef struct {
  const ZbTextSource *source;
  GPtrArray *lines; /* GArray * of one ZbTextWord */
  GArray *places;   /* guint: the line of each */
  guint figures, first_figure;
} Cells;

/* Whether @line can be the text of one cell. */
static gboolean
is_cell (const ZbTextLine *line, const char *text) {
  gboolean title = FALSE;

  return line->heading_level == 0 && !line->bold && strpbrk (line->raw, "\t|") == NULL
         && g_utf8_strlen (text, -1) <= LONGEST_CELL && strstr (text, "。") == NULL
         && strstr (text, "；") == NULL && strstr (text, "，") == NULL
         && !zb_text_paragraphs_is_remark (line->text) && !zb_text_source_is_caption (line, &title);
}

static void
add_cell (Cells *cells, guint index, const char *text) {
  GArray *row = zb_text_word_rows_new ();
  ZbTextWord word = { .text = g_strdup (text), .figure = zb_text_word_is_figure (text) };

  g_array_append_val (row, word);
  if (word.figure && cells->figures++ == 0)
    cells->first_figure = cells->lines->len;
  g_ptr_array_add (cells->lines, row);
  g_array_append_val (cells->places, index);
}

static void
read_cells (Cells *cells, guint index) {
  const ZbTextLine *line;
  guint blanks = 0;

  for (; (line = zb_text_lines_get (cells->source->lines, index)) != NULL
         && cells->lines->len < MOST_LINES && blanks < MOST_BLANKS;
       index++) {
    g_autofree char *text = NULL;

    if (line->blank || line->page_number) {
      blanks++;
      continue;
    }
    text = zb_text_trim (line->text);
    if (!is_cell (line, text))
      break;
    blanks = 0;
    add_cell (cells, index, text);
  }
}

static const ZbTextWord *
cell_at (const Cells *cells, guint i) {
  return &g_array_index ((GArray *) g_ptr_array_index (cells->lines, i), ZbTextWord, 0);
}

/* Labels behind the last figure belong to what follows the table. */
static void
cut_labels (Cells *cells) {
  guint count = cells->lines->len;

  while (count > 0 && !cell_at (cells, count - 1)->figure)
    count--;
  g_ptr_array_set_size (cells->lines, (int) count);
  g_array_set_size (cells->places, count);
}

/* Whether the label @i before the first figure can be of the first row: no word that heads a column is, but for one
 * of a total. */
static gboolean
can_be_label (const Cells *cells, guint i) {
  const char *text = cell_at (cells, i)->text;

  return !zb_text_head_words_is_known (text) || zb_text_head_words_is_total (text);
}

/* Whether the first figure is a code, before which no row has anything. */
static gboolean
begins_with_code (const Cells *cells) {
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (ZbTextWord));

  for (guint i = cells->first_figure; i < cells->first_figure + 4 && i < cells->lines->len; i++)
    g_array_append_vals (words, cell_at (cells, i), 1);
  return zb_text_ledger_measure_code (words, 0) > 0;
}

/* The number of lines that are the head; 0 where none suits the rows. */
static guint
find_heads (const Cells *cells) {
  guint most = begins_with_code (cells) ? 0 : MOST_LABELS, found = 0;
  gint best = 0;

  for (guint labels = 0; labels <= most && labels < cells->first_figure; labels++) {
    gint weight;

    if (labels > 0 && !can_be_label (cells, cells->first_figure - labels))
      break;
    weight = zb_text_ledger_try (cells->lines, cells->first_figure - labels, TRUE);

    if (weight > best) {
      best = weight;
      found = cells->first_figure - labels;
    }
  }
  return found;
}

guint
zb_text_line_cells_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) rows = NULL;
  Cells cells = { .source = source, .lines = lines, .places = places };
  const ZbTextLine *line = zb_text_lines_get (source->lines, first);
  guint heads;

  if (line->blank || line->page_number || !zb_text_head_words_is_known (line->text)
      || !zb_text_source_has_title (source, first))
    return first;
  read_cells (&cells, first);
  cut_labels (&cells);
  if (cells.figures < LEAST_FIGURES)
    return first;
  heads = find_heads (&cells);
  if (heads == 0)
    return first;
  rows = zb_text_ledger_table (lines, heads, TRUE, source);
  if (rows == NULL)
    return first;
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? g_array_index (places, guint, places->len - 1) + 1 : first;
}
