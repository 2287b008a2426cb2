/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-paragraphs.h"
#include "text-table.h"
#include "text-word-rows.h"

/* What is left of a table whose cells have become lines, in any order, as `pdftotext` writes them:
 *
 *     公用经费
 *     242.76
 *     3,275.38
 *     商业服务业等支出
 *
 * Which amount belongs to which label nothing tells, and the lines of a paragraph they are not. */

enum {
  LEAST_AMOUNTS = 4,
  MOST_LABELS = 6,   /* between two amounts */
  LONGEST_CELL = 40, /* characters */
  LONGEST_LABEL = 120, /* bytes */
  MOST_LINES = 20000,
};

typedef struct {
  ZbTextSource *source;
  GPtrArray *rows;
  guint amounts, labels; /* of the lines up to the last amount */
  guint since;           /* labels behind it */
  guint kept, end;       /* rows up to it, and the line behind it */
} Scraps;

/* A number of a list, a page or a year has few digits and no point. */
static gboolean
is_amount (const char *text) {
  return zb_text_word_is_figure (text)
         && (strpbrk (text, ".,") != NULL || strspn (text, "0123456789") > 4);
}

/* Whether @line is a label and behind a gap an amount: a row, though nothing tells of what. */
static gboolean
is_row (const ZbTextLine *line) {
  g_autofree char *text = g_strstrip (g_strdup (line->raw));
  const char *gap = strstr (text, "  "), *amount = gap != NULL ? gap + strspn (gap, " ") : NULL;

  return amount != NULL && is_amount (amount) && gap - text <= LONGEST_LABEL;
}

static gboolean
is_scrap (const ZbTextLine *line, const char *text) {
  gboolean title = FALSE;

  return line->heading_level == 0 && !line->bold && !line->image && strpbrk (line->raw, "\t|<") == NULL
         && (g_utf8_strlen (text, -1) <= LONGEST_CELL || is_row (line)) && strstr (text, "。") == NULL
         && strstr (text, "；") == NULL && strstr (text, "，") == NULL
         && !zb_text_paragraphs_is_remark (text) && !zb_text_source_is_caption (line, &title);
}

static void
take_scrap (Scraps *scraps, guint index, const char *text) {
  GPtrArray *row = zb_text_row_new ();
  gboolean labelled = is_row (zb_text_lines_get (scraps->source->lines, index));

  zb_text_row_add (row, text);
  g_ptr_array_add (scraps->rows, row);
  if (!is_amount (text) && !labelled) {
    scraps->since++;
    return;
  }
  /* Two rows are as much as four amounts. */
  scraps->amounts += labelled ? 2 : 1;
  scraps->labels += scraps->since;
  scraps->since = 0;
  scraps->kept = scraps->rows->len;
  scraps->end = index + 1;
}

static void
read_scraps (Scraps *scraps, guint first) {
  const ZbTextLine *line;

  for (guint i = first; (line = zb_text_lines_get (scraps->source->lines, i)) != NULL
                        && scraps->rows->len < MOST_LINES && scraps->since <= MOST_LABELS;
       i++) {
    g_autofree char *text = NULL;

    if (line->blank || line->page_number)
      continue;
    text = zb_text_trim (line->text);
    if (!is_scrap (line, text) || (i > first && zb_text_print_begins (scraps->source, i)))
      break;
    take_scrap (scraps, i, text);
  }
  g_ptr_array_set_size (scraps->rows, (int) scraps->kept);
}

guint
zb_text_scraps_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Scraps scraps = { .source = source, .rows = rows, .end = first };

  if (first < source->scraps_tried || zb_text_lines_get (source->lines, first)->blank)
    return first;
  read_scraps (&scraps, first);
  if (scraps.amounts < LEAST_AMOUNTS || scraps.labels > 2 * scraps.amounts) {
    source->scraps_tried = MAX (scraps.end, first + 1);
    return first;
  }
  *table = zb_text_rows_build (source, rows, FALSE);
  source->unplaced += rows->len;
  return *table != NULL ? scraps.end : first;
}
