/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-paragraphs.h"
#include "text-ledger.h"

/* A table of which only the words of its rows are left, one row a line: side by side, or with gaps that
 * keep them in columns as in a fixed-width print.
 *
 *     财政拨款“三公”经费支出决算表      a title, and perhaps a unit and a form number
 *     单位：万元
 *     项目 预算数 决算数               words without figures: the head
 *     合计 6.30 5.12                   a label and figures: the rows
 *     公务接待费 2.10 1.25
 *
 * Prose has figures too, so the title is asked for, and no row may be a sentence. No column is certain: every cell says ZB_CELL_COLUMN_INFERRED. */

enum {
  MOST_HEADS = 4,
  LEAST_ROWS = 2,
  MOST_COLUMNS = 64,
  LONGEST_LABEL = 40, /* characters */
};

typedef struct {
  ZbTextSource *source;
  GPtrArray *lines;        /* GArray * of ZbTextWord: the rows so far */
  GPtrArray *raws;         /* const char *: their lines as they stand; borrowed */
  guint heads, bodies;     /* rows without and with figures */
  guint gapped;            /* rows with wide gaps */
  gboolean head_gapped;    /* the head has them too */
  guint end;               /* the line behind the last row */
} WordRows;

/* Whether a word can stand in a cell: it is no piece of a sentence. */
static gboolean
is_cell (const ZbTextWord *word) {
  return word->figure
         || (g_utf8_strlen (word->text, -1) <= LONGEST_LABEL && strstr (word->text, "。") == NULL
             && strstr (word->text, "；") == NULL && strstr (word->text, "，") == NULL);
}

static guint
count_figures (const GArray *words) {
  guint count = 0;

  for (guint i = 0; i < words->len; i++)
    count += g_array_index (words, ZbTextWord, i).figure;
  return count;
}

static gboolean
are_cells (const GArray *words) {
  for (guint i = 0; i < words->len; i++)
    if (!is_cell (&g_array_index (words, ZbTextWord, i)))
      return FALSE;
  return words->len > 0 && words->len <= MOST_COLUMNS;
}

/* Whether @line can be the first row of a table: labels side by side. */
static gboolean
can_begin (const ZbTextLine *line) {
  gboolean gapped = FALSE;
  g_autoptr (GArray) words = NULL;

  if (line->blank || line->page_number
      || (strchr (line->text, ' ') == NULL && strstr (line->text, "\u3000") == NULL))
    return FALSE;
  words = zb_text_word_rows_split (line->text, &gapped);
  return words->len > 1 && are_cells (words) && count_figures (words) == 0;
}

/* Takes @line if it can be a row. Labels alone are the head, of the table or of a section in it. */
static gboolean
take_row (WordRows *rows, const ZbTextLine *line) {
  gboolean gapped = FALSE;
  g_autoptr (GArray) words = zb_text_word_rows_split (line->text, &gapped);
  guint figures = count_figures (words);

  if (!are_cells (words) || (figures == words->len && (rows->heads == 0 || words->len == 1)))
    return FALSE;
  if (figures == 0 && rows->bodies == 0 && (words->len < 2 || rows->heads == MOST_HEADS))
    return FALSE;
  rows->heads += figures == 0 && rows->bodies == 0;
  rows->head_gapped |= gapped && rows->bodies == 0 && figures == 0;
  rows->bodies += figures > 0;
  rows->gapped += gapped;
  g_ptr_array_add (rows->lines, g_steal_pointer (&words));
  g_ptr_array_add (rows->raws, line->raw);
  return TRUE;
}

/* The title, the number or the unit of the next table. */
static gboolean
begins_another (const ZbTextLine *line) {
  gboolean title = FALSE;

  return zb_text_source_is_caption (line, &title);
}

static void
read_rows (WordRows *rows, guint index) {
  const ZbTextLine *line;
  guint blanks = 0, labels = 0;

  for (; (line = zb_text_lines_get (rows->source->lines, index)) != NULL && blanks < 3; index++) {
    guint before = rows->bodies;

    if (line->blank || line->page_number) {
      blanks++;
      continue;
    }
    if (line->heading_level > 0 || strchr (line->raw, '\t') != NULL || strchr (line->raw, '|') != NULL
        || zb_text_paragraphs_is_remark (line->text) || begins_another (line) || !take_row (rows, line))
      break;
    blanks = 0;
    /* A label at the end belongs to what follows the table. */
    labels = rows->bodies > before || rows->bodies == 0 ? 0 : labels + 1;
    if (labels == 0)
      rows->end = index + 1;
  }
  g_ptr_array_set_size (rows->lines, (int) (rows->lines->len - labels));
}

/* Whether every word of the head is known, or all stand in one line. A print breaks the words of narrow columns
 * into pieces, one under the other. */
static gboolean
is_head_known (const WordRows *rows) {
  for (guint line = 0; line < rows->heads && rows->heads > 1; line++) {
    const GArray *words = g_ptr_array_index (rows->lines, line);

    for (guint i = 0; i < words->len; i++)
      if (!zb_text_head_words_is_known (g_array_index (words, ZbTextWord, i).text))
        return FALSE;
  }
  return TRUE;
}

/* The cells of @line where one space parts cells and a blank one is @blank spaces; NULL where they are not @cols. */
static GPtrArray *
split_row (const char *line, guint blank, guint cols) {
  g_autoptr (GPtrArray) row = zb_text_row_new ();
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  guint empty = 0;

  for (guint i = 0; parts[i] != NULL; i++) {
    empty = *parts[i] == '\0' ? empty + 1 : 0;
    if (empty > 0 && empty < blank + 1)
      continue;
    zb_text_row_add (row, parts[i])->flags |= empty == 0 ? ZB_CELL_COLUMN_INFERRED : 0;
    empty = 0;
  }
  return row->len == cols && empty == 0 ? g_steal_pointer (&row) : NULL;
}

/* Copies of pages leave a space, or nothing, where a cell is blank, between the spaces that part the cells: so it is
 * where every row then has as many as the head has words, and some are blank. NULL else. */
static GPtrArray *
split_rows (const WordRows *rows) {
  guint cols = ((const GArray *) g_ptr_array_index (rows->lines, 0))->len;

  for (guint blank = 0; blank < 2 && !rows->head_gapped && rows->heads == 1; blank++) {
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

    for (guint i = 0; i < rows->lines->len; i++) {
      GPtrArray *row = split_row (g_ptr_array_index (rows->raws, i), blank, cols);

      if (row == NULL)
        break;
      g_ptr_array_add (cells, row);
    }
    if (cells->len == rows->lines->len && rows->gapped > 0)
      return g_steal_pointer (&cells);
  }
  return NULL;
}

/* The rows of lines without gaps, in which a blank leaves no trace. */
static GPtrArray *
settle_rows (const WordRows *rows) {
  GPtrArray *cells = NULL;

  if (rows->gapped * 2 <= rows->lines->len || is_head_known (rows))
    cells = zb_text_ledger_table (rows->lines, rows->heads, FALSE, rows->source);
  if (cells != NULL)
    return cells;
  cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < rows->lines->len; i++)
    g_ptr_array_add (cells, zb_text_ledger_whole_row (g_ptr_array_index (rows->lines, i), 1));
  rows->source->unplaced += rows->bodies;
  return cells;
}

guint
zb_text_word_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) raws = g_ptr_array_new (), cells = NULL;
  WordRows rows = { .source = source, .lines = lines, .raws = raws, .end = first };
  const ZbTextLine *line = zb_text_lines_get (source->lines, first);
  gboolean title = FALSE;

  if (!can_begin (line) || zb_text_source_is_caption (line, &title) || !zb_text_source_has_title (source, first))
    return first;
  read_rows (&rows, first);
  if (rows.heads == 0 || rows.bodies < LEAST_ROWS)
    return first;
  cells = split_rows (&rows);
  /* Gaps leave room for blanks, but under a head without them they tell no places. */
  if (cells == NULL && rows.gapped * 2 > lines->len && rows.head_gapped
      && (rows.heads == 1 || !zb_text_print_is_doubtful (source, first, rows.end)))
    cells = zb_text_word_rows_align (lines, 0, lines->len, rows.heads);
  if (cells == NULL)
    cells = settle_rows (&rows);
  *table = zb_text_rows_build (source, cells, FALSE);
  return *table != NULL ? rows.end : first;
}
