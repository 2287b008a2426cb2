/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-glyphs.h"

#include "scan-reading.h"
#include "text-fold.h"

/* Below this mean a piece of print is a picture, or as good as one. */
static const double LEAST_CONFIDENCE = 0.4;
/* Below this a line or a number is one to be unsure of. */
static const double SURE = 0.8;
/* Lines whose height is nearer to the usual one than this share are set in its size. */
static const double SAME_HEIGHT = 0.35;
/* A mark such as ； fills this share of the character's room from its print on. */
static const double MARK = 0.85;

typedef struct {
  ZbScanPage *page;
  int usual;    /* height of lines, pixels */
  double scale; /* points a pixel */
} Placing;

/* Spreads the characters from @start to @end evenly over the place that they take together: the
 * recogniser's guess at one of them is rough. */
static void
spread (GArray *glyphs, guint start, guint end) {
  double from = g_array_index (glyphs, ZbGlyph, start).box.x0;
  double to = g_array_index (glyphs, ZbGlyph, end - 1).box.x1;

  for (guint i = start; i < end; i++) {
    ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;

    box->x0 = from + (to - from) * (i - start) / (end - start);
    box->x1 = from + (to - from) * (i + 1 - start) / (end - start);
  }
}

/* Evens out the words of Latin letters and digits among the glyphs from @start on. */
static void
even_words (const ZbScanReading *reading, GArray *glyphs, guint start) {
  guint from = 0;

  for (guint i = 1; i <= reading->symbols->len; i++) {
    const ZbScanSymbol *first = &g_array_index (reading->symbols, ZbScanSymbol, from);

    if (i < reading->symbols->len
        && !g_array_index (reading->symbols, ZbScanSymbol, i).starts_word
        && zb_character_is_cjk (first->character)
             == zb_character_is_cjk (g_array_index (reading->symbols, ZbScanSymbol, i).character))
      continue;
    if (!zb_character_is_cjk (first->character))
      spread (glyphs, start + from, start + i);
    from = i;
  }
}

/* The height of the line's print on the page in points, and its top; what has no full height, such
 * as a dash, gets it. */
static double
measure_line (const Placing *placing, const ZbScanReading *reading, double *top) {
  const ZbScanBox *box = &reading->line.box;
  double height = (box->y1 - box->y0) / (double) reading->line.lines, usual = placing->usual;
  double middle = (box->y0 + box->y1) / 2.0;

  if (height < (1 + SAME_HEIGHT) * usual)
    height = usual;
  *top = (middle - height / 2) * placing->scale;
  return height * placing->scale;
}

static ZbRecognition
judge_symbol (const ZbScanReading *reading, const ZbScanSymbol *symbol) {
  ZbRecognition recognition = ZB_RECOGNISED;
  gboolean numeric = g_unichar_isdigit (symbol->character) || symbol->character == '.'
                     || symbol->character == ',';

  if (symbol->confidence < SURE && (reading->number || numeric))
    recognition |= ZB_RECOGNISED_UNSURE;
  else if (symbol->confidence < SURE && g_unichar_isalpha (symbol->character))
    recognition |= ZB_RECOGNISED_WORD_UNSURE;
  if (symbol->doubtful || (reading->suspect && (reading->number || numeric)))
    recognition |= ZB_RECOGNISED_DIGIT_SUSPECT;
  return recognition;
}

/* Gives marks at the ends of a line the room of a whole character that print leaves for them: lines
 * of one paragraph then end at one margin. */
static void
fill_ends (GArray *glyphs, guint start, double size) {
  ZbGlyph *first = &g_array_index (glyphs, ZbGlyph, start);
  ZbGlyph *last = &g_array_index (glyphs, ZbGlyph, glyphs->len - 1);

  if (first->character == '(' || first->character == 0xFF08 || first->character == 0x201C)
    first->box.x0 = MIN (first->box.x0, first->box.x1 - MARK * size);
  if (g_unichar_ispunct (last->character))
    last->box.x1 = MAX (last->box.x1, last->box.x0 + MARK * size);
}

/* The recogniser's boxes overlap; the characters from @start on stand one after the other. */
static void
part_boxes (GArray *glyphs, guint start) {
  for (guint i = start + 1; i < glyphs->len; i++) {
    ZbBox *before = &g_array_index (glyphs, ZbGlyph, i - 1).box;
    ZbBox *box = &g_array_index (glyphs, ZbGlyph, i).box;
    double least = before->x0 + 0.1;

    if (box->x0 >= before->x1)
      continue;
    before->x1 = box->x0 = MAX ((before->x1 + box->x0) / 2, least);
    box->x1 = MAX (box->x1, box->x0 + 0.1);
  }
}

static void
add_glyphs (const Placing *placing, const ZbScanReading *reading) {
  GArray *glyphs = placing->page->content->glyphs;
  double top, height = measure_line (placing, reading, &top);
  guint start = glyphs->len;

  for (guint i = 0; i < reading->symbols->len; i++) {
    const ZbScanSymbol *symbol = &g_array_index (reading->symbols, ZbScanSymbol, i);
    ZbGlyph glyph = { .character = symbol->character, .font_size = height };
    double x0 = CLAMP (symbol->box.x0, reading->line.box.x0, reading->line.box.x1);
    double x1 = CLAMP (symbol->box.x1, x0, reading->line.box.x1);

    glyph.recognition = judge_symbol (reading, symbol);
    glyph.box = (ZbBox){ x0 * placing->scale, top, MAX (x1, x0 + 1) * placing->scale, top + height };
    if (reading->line.lines > 1) {
      glyph.box.y0 = symbol->box.y0 * placing->scale;
      glyph.box.y1 = symbol->box.y1 * placing->scale;
    }
    g_array_append_val (glyphs, glyph);
  }
  if (reading->number && glyphs->len > start) {
    g_array_index (glyphs, ZbGlyph, start).box.x0 = reading->line.box.x0 * placing->scale;
    g_array_index (glyphs, ZbGlyph, glyphs->len - 1).box.x1 = reading->line.box.x1 * placing->scale;
    spread (glyphs, start, glyphs->len);
  } else if (reading->line.lines == 1) {
    part_boxes (glyphs, start);
    even_words (reading, glyphs, start);
    if (glyphs->len > start)
      fill_ends (glyphs, start, height);
  }
}

void
zb_scan_glyphs_take (ZbScanPage *page, const GPtrArray *readings, int usual, double scale) {
  Placing placing = { page, usual, scale };
  double sum = 0;
  guint characters = 0;

  for (guint i = 0; i < readings->len; i++) {
    const ZbScanReading *reading = g_ptr_array_index (readings, i);

    if (reading->symbols->len == 0 || reading->confidence < LEAST_CONFIDENCE) {
      page->unread++;
      continue;
    }
    add_glyphs (&placing, reading);
    page->lines++;
    page->doubtful += reading->confidence < SURE || reading->suspect;
    sum += reading->confidence * reading->symbols->len;
    characters += reading->symbols->len;
  }
  page->confidence = characters > 0 ? sum / characters : 0;
}
