/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#include "text-encoding.h"
#include "text-fold.h"
#include "text-form-words.h"
#include "text-head-words.h"
#include "text-indicator-columns.h"
#include "text-lines.h"
#include "text-paragraphs.h"
#include "text-table.h"

/* Somebody else's recognised text: plain or Markdown. The lines are taken in order; at each, the
 * finders below look for a table, and what belongs to none becomes headings and paragraphs. */

/* Text is what is left when no other reader wants the bytes, so it never outbids one. */
#define SURE_OF_UTF8 20
#define SURE_OF_GB18030 15

/* A paragraph beyond this is a file without structure; joining on would cost quadratic time. */
#define LONGEST_PARAGRAPH 32768

static const struct {
  ZbTextTableFinder find;
  gboolean skips_page_numbers; /* lines that are page numbers are left to the reader */
} FINDERS[] = {
  { zb_text_html_table_find, FALSE }, { zb_text_indicator_table_find, FALSE }, { zb_text_pipe_table_find, FALSE },
  { zb_text_cell_table_find, TRUE },  { zb_text_tab_table_find, TRUE },
  { zb_text_flat_table_find, TRUE }, { zb_text_print_table_find, TRUE },
  { zb_text_word_table_find, TRUE },
  { zb_text_line_cells_find, TRUE }, { zb_text_print_rows_find, TRUE },
  { zb_text_scraps_find, TRUE },
};

typedef struct {
  ZbDocument *document;
  ZbTextSource source;
  ZbBlock *open;        /* the paragraph that may go on; borrowed */
  guint last;           /* its last line */
  gboolean in_contents; /* under 目录: its tabs lead to page numbers */
} TextReading;

static guint
recognize (GBytes *bytes, const char *filename) {
  switch (zb_text_encoding_guess (bytes)) {
  case ZB_ENCODING_NONE:
    return 0;
  case ZB_ENCODING_GB18030:
  case ZB_ENCODING_BIG5:
    return SURE_OF_GB18030;
  default:
    return SURE_OF_UTF8;
  }
}

static void
add_furniture (TextReading *reading, const ZbTextLine *line) {
  g_autofree char *text = zb_text_trim (line->text);

  g_ptr_array_add (reading->document->blocks, zb_block_new (ZB_BLOCK_FURNITURE, text, NULL));
}

static void
begin_block (TextReading *reading, const ZbTextLine *line, const char *text) {
  ZbBlockKind kind = line->heading_level > 0 ? ZB_BLOCK_HEADING : ZB_BLOCK_PARAGRAPH;
  ZbBlock *block = zb_block_new (kind, text, NULL);

  block->heading_level = line->heading_level;
  block->bold = line->bold;
  g_ptr_array_add (reading->document->blocks, block);
  reading->open = block;
}

static void
take_line (TextReading *reading, guint index) {
  const ZbTextLine *line = zb_text_lines_get (reading->source.lines, index);
  g_autofree char *text = NULL;

  if (line->page_number) {
    add_furniture (reading, line);
    return;
  }
  text = zb_text_trim (line->text);
  if (line->image)
    zb_diagnostics_add (reading->document->diagnostics, ZB_SEVERITY_INFO, "image_skipped", 0,
                        "line %u: %s", index + 1, text);
  if (line->image || *text == '\0')
    return;
  if (reading->open != NULL && strlen (reading->open->text) < LONGEST_PARAGRAPH
      && zb_text_paragraphs_continue (reading->source.lines, reading->last, index,
                                      reading->open->text))
    zb_block_append_line (reading->open, text, NULL);
  else
    begin_block (reading, line, text);
  reading->last = index;
}

/* Page numbers between the rows of a table are no rows. */
static void
take_furniture (TextReading *reading, guint first, guint end) {
  for (guint i = first; i < end; i++) {
    const ZbTextLine *line = zb_text_lines_get (reading->source.lines, i);

    if (line->page_number && strchr (line->text, '\t') == NULL)
      add_furniture (reading, line);
  }
}

/* The line after the table that begins at @first, which then is in the document; else @first. */
static guint
take_table (TextReading *reading, guint first) {
  for (guint i = 0; i < G_N_ELEMENTS (FINDERS); i++) {
    ZbTable *table = NULL;
    guint end;

    reading->source.unplaced = 0;
    end = FINDERS[i].find (&reading->source, first, &table);
    if (table == NULL && end > first)
      return end;
    if (table == NULL)
      continue;
    if (reading->source.unplaced > 0)
      zb_diagnostics_add (reading->document->diagnostics, ZB_SEVERITY_WARNING, "rows_without_columns",
                          0,
                          "lines %u to %u: of %u rows of this table it is not certain in which columns "
                          "their amounts stand; they are kept as they are printed",
                          first + 1, end, reading->source.unplaced);
    g_ptr_array_add (reading->document->blocks, zb_block_new_table (table));
    if (FINDERS[i].skips_page_numbers)
      take_furniture (reading, first, end);
    reading->open = NULL;
    return end;
  }
  return first;
}

/* Keeps track of whether the lines are a contents page, which lasts as long as they carry page
 * numbers behind tabs. */
static void
follow_contents (TextReading *reading, const ZbTextLine *line) {
  g_autofree char *folded = NULL;
  const char *tab = strrchr (line->text, '\t');

  if (line->blank)
    return;
  folded = zb_text_fold (line->text);
  if (g_str_equal (folded, "目录"))
    reading->in_contents = TRUE;
  else if (tab == NULL || strspn (tab + 1, "0123456789- ") != strlen (tab + 1))
    reading->in_contents = FALSE;
}

static gboolean
take_lines (TextReading *reading, GError **error) {
  const GPtrArray *lines = reading->source.lines;

  for (guint i = 0; i < lines->len;) {
    guint end = i;

    follow_contents (reading, zb_text_lines_get (lines, i));
    if (!reading->in_contents)
      end = take_table (reading, i);
    if (reading->source.too_large) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "line %u: more table cells than the limit",
                   i + 1);
      return FALSE;
    }
    if (end == i)
      take_line (reading, end++);
    i = end;
  }
  return TRUE;
}

/* What is left out are marks of Markdown and HTML and references to pictures. */
static void
count_coverage (TextReading *reading, const char *text) {
  ZbTextCoverage *coverage = &reading->document->coverage;
  guint64 placed;

  coverage->glyphs = zb_text_count_glyphs (text);
  coverage->in_furniture = reading->source.repeated_glyphs;
  zb_document_count_blocks (reading->document);
  placed = coverage->in_cells + coverage->in_blocks + coverage->in_furniture;
  coverage->left_out = coverage->glyphs - placed;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  TextReading reading = { .document = document };
  gboolean complete;

  if (!zb_text_form_words_load (error) || !zb_text_head_words_load (error)
      || !zb_text_indicator_columns_load (error))
    return NULL;
  text = zb_text_encoding_decode (bytes, zb_text_encoding_guess (bytes), document->diagnostics);
  lines = zb_text_lines_split (text);
  reading.source.lines = lines;
  reading.source.cells_left = options->max_cells;
  document->text_origin = ZB_TEXT_ORIGIN_OCR_EXTERNAL;
  complete = take_lines (&reading, error);
  g_free (reading.source.folded);
  g_clear_pointer (&reading.source.prints, g_ptr_array_unref);
  if (!complete)
    return NULL;
  count_coverage (&reading, text);
  return g_steal_pointer (&document);
}

const ZbReader zb_text_reader = {
  .name = "text",
  .media_type = "text/plain",
  .recognize = recognize,
  .read = read_document,
};
