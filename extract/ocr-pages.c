/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ocr-pages.h"

#include <math.h>

#include "layout-page.h"
#include "text-fold.h"

/* A4 in points: the page of an official report where the source does not say its resolution. */
static const double A4_SHORT = 595.3;
/* A page beyond this is no paper, and a coordinate no place on it. */
static const double MAX_PAGE = 14400, MAX_COORDINATE = 1e6;
/* Below this a word is doubtful; below the other, so is a page. */
static const double LOW_CONFIDENCE = 0.6, LOW_MEAN = 0.8;
/* Lines whose heights differ by less than this share are set in one size: the height of a box
 * depends on the characters in it. */
static const double SAME_HEIGHT = 0.3;
/* A separator thicker than this is a bar, not a ruling; points. */
static const double MAX_THICKNESS = 6;

typedef struct {
  char *text;
  gboolean placed;
  ZbBox box; /* points */
} Word;

static void
clear_word (gpointer word) {
  g_free (((Word *) word)->text);
}

void
zb_ocr_pages_init (ZbOcrPages *pages, ZbDocument *document, const ZbReadOptions *options) {
  *pages = (ZbOcrPages){ .document = document, .options = options };
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_content_free);
  pages->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (pages->words, clear_word);
  pages->heights = g_array_new (FALSE, FALSE, sizeof (double));
  pages->ends = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
zb_ocr_pages_clear (ZbOcrPages *pages) {
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->words);
  g_array_unref (pages->heights);
  g_array_unref (pages->ends);
}

gboolean
zb_ocr_pages_parse_number (const char *text, double *number, const char **end) {
  char *rest = NULL;
  double value = g_ascii_strtod (text, &rest);

  if (end != NULL)
    *end = rest;
  if (rest == text || !isfinite (value))
    return FALSE;
  *number = CLAMP (value, -MAX_COORDINATE, MAX_COORDINATE);
  return TRUE;
}

static ZbPageContent *
open_page (const ZbOcrPages *pages) {
  return pages->pages->len > 0 ? g_ptr_array_index (pages->pages, pages->pages->len - 1) : NULL;
}

static gint
compare_doubles (gconstpointer a, gconstpointer b) {
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* Gives the glyphs of each line a font size: the usual height of the page's lines, or the line's
 * own where it differs much. */
static void
set_font_sizes (ZbOcrPages *pages) {
  g_autoptr (GArray) sorted = g_array_copy (pages->heights);
  ZbPageContent *page = open_page (pages);
  double usual = 0;

  if (sorted->len == 0)
    return;
  g_array_sort (sorted, compare_doubles);
  usual = g_array_index (sorted, double, sorted->len / 2);
  for (guint line = 0; line < pages->heights->len; line++) {
    double height = g_array_index (pages->heights, double, line);
    guint end = line + 1 < pages->ends->len ? g_array_index (pages->ends, guint, line + 1)
                                            : page->glyphs->len;

    if (fabs (height - usual) < SAME_HEIGHT * usual)
      height = usual;
    for (guint i = g_array_index (pages->ends, guint, line); i < end; i++)
      g_array_index (page->glyphs, ZbGlyph, i).font_size = height;
  }
}

static void
report_page (const ZbOcrPages *pages) {
  guint number = pages->pages->len;
  double mean = pages->judged > 0 ? pages->confidences / pages->judged : 1;

  if (pages->judged > 0)
    zb_diagnostics_add (pages->document->diagnostics,
                        mean < LOW_MEAN ? ZB_SEVERITY_WARNING : ZB_SEVERITY_INFO,
                        "ocr_confidence", number,
                        "the recogniser's mean confidence is %.0f %%; %u of %u words are below %.0f %%",
                        mean * 100, pages->doubtful, pages->judged, LOW_CONFIDENCE * 100);
  if (pages->placeless > 0)
    zb_diagnostics_add (pages->document->diagnostics, ZB_SEVERITY_WARNING, "glyph_without_place",
                        number, "%u characters have no place on the page", pages->placeless);
}

static void
end_page (ZbOcrPages *pages) {
  if (pages->pages->len == 0)
    return;
  zb_ocr_pages_end_line (pages);
  set_font_sizes (pages);
  report_page (pages);
  g_array_set_size (pages->heights, 0);
  g_array_set_size (pages->ends, 0);
  pages->judged = pages->doubtful = pages->placeless = 0;
  pages->confidences = 0;
}

gboolean
zb_ocr_pages_begin (ZbOcrPages *pages, double width, double height, double dpi, GError **error) {
  double shorter = MIN (width, height);

  end_page (pages);
  if (pages->pages->len >= pages->options->max_pages) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more than max_pages %u pages",
                 pages->options->max_pages);
    return FALSE;
  }
  pages->scale = dpi > 1 ? 72 / dpi : shorter > 1 ? A4_SHORT / shorter : 1;
  width = CLAMP (width * pages->scale, 1, MAX_PAGE);
  height = CLAMP (height * pages->scale, 1, MAX_PAGE);
  g_ptr_array_add (pages->pages, zb_page_content_new (pages->pages->len + 1, width, height));
  return TRUE;
}

/* The box in points on the page; FALSE where it has no extent there. */
static gboolean
place_box (const ZbOcrPages *pages, const ZbBox *box, ZbBox *placed) {
  const ZbPageContent *page = open_page (pages);

  placed->x0 = CLAMP (box->x0 * pages->scale, 0, page->width);
  placed->x1 = CLAMP (box->x1 * pages->scale, 0, page->width);
  placed->y0 = CLAMP (box->y0 * pages->scale, 0, page->height);
  placed->y1 = CLAMP (box->y1 * pages->scale, 0, page->height);
  return placed->x1 > placed->x0 && placed->y1 > placed->y0;
}

void
zb_ocr_pages_add_word (ZbOcrPages *pages, const char *text, const ZbBox *box, double confidence) {
  Word word = { .text = g_strdup (text) };

  if (open_page (pages) == NULL)
    zb_ocr_pages_begin (pages, 0, 0, 0, NULL);
  word.placed = box != NULL && place_box (pages, box, &word.box);
  g_array_append_val (pages->words, word);
  if (confidence < 0)
    return;
  pages->judged++;
  pages->confidences += MIN (confidence, 1);
  pages->doubtful += confidence < LOW_CONFIDENCE;
}

/* The columns that a character takes of its word's box. */
static guint
get_columns (gunichar character) {
  return zb_character_is_cjk (character) ? 2 : 1;
}

/* The characters share the box by their usual widths. */
static void
add_glyphs (ZbPageContent *page, const Word *word) {
  guint columns = 0, before = 0;

  for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char (at))
    columns += get_columns (g_utf8_get_char (at));
  for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char (at)) {
    ZbGlyph glyph = { .character = g_utf8_get_char (at), .box = word->box };
    double step = (word->box.x1 - word->box.x0) / columns;

    glyph.box.x0 = word->box.x0 + before * step;
    before += get_columns (glyph.character);
    glyph.box.x1 = word->box.x0 + before * step;
    if (!g_unichar_isspace (glyph.character))
      g_array_append_val (page->glyphs, glyph);
  }
}

/* The middle one of the tops or bottoms of the words: what most of a line agrees on, though the
 * page may lie askew. */
static double
find_middle (const GArray *words, gboolean top) {
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    double value = top ? word->box.y0 : word->box.y1;

    if (word->placed)
      g_array_append_val (values, value);
  }
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

void
zb_ocr_pages_end_line (ZbOcrPages *pages) {
  ZbPageContent *page = open_page (pages);
  double top = find_middle (pages->words, TRUE), bottom = find_middle (pages->words, FALSE);
  double height = MAX (bottom - top, 1);
  guint start = page != NULL ? page->glyphs->len : 0;

  for (guint i = 0; i < pages->words->len; i++) {
    Word *word = &g_array_index (pages->words, Word, i);
    guint64 glyphs = zb_text_count_glyphs (word->text);

    pages->document->coverage.glyphs += glyphs;
    if (!word->placed) {
      pages->placeless += (guint) glyphs;
      pages->document->coverage.left_out += glyphs;
      continue;
    }
    if (bottom > top && fabs ((word->box.y0 + word->box.y1) / 2 - (top + bottom) / 2) < height) {
      word->box.y0 = top;
      word->box.y1 = bottom;
    }
    add_glyphs (page, word);
  }
  g_array_set_size (pages->words, 0);
  if (page == NULL || page->glyphs->len == start)
    return;
  g_array_append_val (pages->heights, height);
  g_array_append_val (pages->ends, start);
}

void
zb_ocr_pages_add_separator (ZbOcrPages *pages, const ZbBox *box) {
  ZbBox placed;
  ZbRuling ruling = { 0 };
  double width, height;

  if (open_page (pages) == NULL || !place_box (pages, box, &placed))
    return;
  width = placed.x1 - placed.x0;
  height = placed.y1 - placed.y0;
  if (MIN (width, height) > MAX_THICKNESS)
    return;
  ruling.vertical = height > width;
  ruling.at = ruling.vertical ? (placed.x0 + placed.x1) / 2 : (placed.y0 + placed.y1) / 2;
  ruling.from = ruling.vertical ? placed.y0 : placed.x0;
  ruling.to = ruling.vertical ? placed.y1 : placed.x1;
  g_array_append_val (open_page (pages)->rulings, ruling);
}

gboolean
zb_ocr_pages_finish (ZbOcrPages *pages, GError **error) {
  g_autoptr (GPtrArray) layouts
      = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_page_layout_free);

  end_page (pages);
  for (guint i = 0; i < pages->pages->len; i++)
    g_ptr_array_add (layouts, zb_page_layout_new (g_ptr_array_index (pages->pages, i)));
  if (!zb_page_layout_check_cells (layouts, pages->options->max_cells, error))
    return FALSE;
  pages->document->pages = pages->pages->len;
  pages->document->text_origin = ZB_TEXT_ORIGIN_OCR_EXTERNAL;
  zb_page_layout_mark_furniture (layouts);
  zb_page_layout_join_tables (layouts, pages->document->diagnostics);
  zb_page_layout_emit (layouts, pages->document);
  return TRUE;
}
