/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-content.h"

#include <math.h>
#include <string.h>

/* A character drawn again within this share of its size is the same one: a shadow, or bold print
 * made by drawing twice. Boxes of some fonts are twice as high as their glyphs, so width and
 * height are compared each with its own. */
static const double SAME_PLACE = 0.25;

/* Places are looked up in squares of this many points. */
static const double SQUARE = 4.0;

/* Glyphs by the place where they start. */
typedef struct {
  GArray *glyphs;      /* ZbGlyph; borrowed */
  GHashTable *squares; /* each keeps the last glyph that starts in it, as index + 1 … */
  GArray *chain;       /* … and each glyph the one before it in its square */
} Places;

static gboolean
is_bold_font (const char *font) {
  static const char *const WORDS[] = { "bold", "black", "heavy", "simhei", "heiti" };
  g_autofree char *lower = g_ascii_strdown (font != NULL ? font : "", -1);

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strstr (lower, WORDS[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_drawn (gunichar character) {
  return !g_unichar_isspace (character) && g_unichar_type (character) != G_UNICODE_FORMAT;
}

/* Codes that a font gives to glyphs of which it does not say what they are. */
static gboolean
is_nameless (gunichar character) {
  return character == 0 || g_unichar_type (character) == G_UNICODE_CONTROL;
}

static gpointer
square_key (double x, double y) {
  guint column = (guint) (gint) floor (x / SQUARE), row = (guint) (gint) floor (y / SQUARE);

  return GUINT_TO_POINTER (((row & 0xFFFF) << 16) | (column & 0xFFFF));
}

static gboolean
is_same (const ZbGlyph *a, const ZbGlyph *b) {
  double width = MIN (a->box.x1 - a->box.x0, b->box.x1 - b->box.x0);
  double height = MIN (a->box.y1 - a->box.y0, b->box.y1 - b->box.y0);

  return a->character == b->character && fabs (a->box.x0 - b->box.x0) <= SAME_PLACE * width
         && fabs (a->box.y0 - b->box.y0) <= SAME_PLACE * MIN (height, 2 * width);
}

static gboolean
stands_already (const Places *places, const ZbGlyph *glyph) {
  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++) {
      gpointer key = square_key (glyph->box.x0 + i * SQUARE, glyph->box.y0 + j * SQUARE);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (places->squares, key));
      guint steps = 0;

      for (; at > 0 && steps < 64; at = g_array_index (places->chain, guint, at - 1), steps++)
        if (is_same (glyph, &g_array_index (places->glyphs, ZbGlyph, at - 1)))
          return TRUE;
    }
  return FALSE;
}

/* Removes what is drawn twice. */
static void
remove_repeated (GArray *glyphs) {
  g_autoptr (GHashTable) squares = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) chain = g_array_sized_new (FALSE, FALSE, sizeof (guint), glyphs->len);
  Places places = { glyphs, squares, chain };
  guint kept = 0;

  for (guint i = 0; i < glyphs->len; i++) {
    ZbGlyph glyph = g_array_index (glyphs, ZbGlyph, i);
    gpointer key = square_key (glyph.box.x0, glyph.box.y0);
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (squares, key));

    if (stands_already (&places, &glyph))
      continue;
    g_array_index (glyphs, ZbGlyph, kept++) = glyph;
    g_array_append_val (chain, before);
    g_hash_table_insert (squares, key, GUINT_TO_POINTER (kept));
  }
  g_array_set_size (glyphs, kept);
}

/* Fonts with wrong metrics give boxes that are far too low, standing on the baseline, or far too
 * high, around the glyph. Such a box becomes as high as the font size. */
static void
repair_height (ZbGlyph *glyph) {
  double height = glyph->box.y1 - glyph->box.y0, middle = (glyph->box.y0 + glyph->box.y1) / 2;

  if (height < 0.6 * glyph->font_size)
    glyph->box.y0 = glyph->box.y1 - glyph->font_size;
  else if (height > 1.5 * glyph->font_size && glyph->font_size > 0) {
    glyph->box.y0 = middle - glyph->font_size / 2;
    glyph->box.y1 = middle + glyph->font_size / 2;
  }
}

static gboolean
is_finite_box (const ZbBox *box) {
  const double LIMIT = 1e6;

  return fabs (box->x0) < LIMIT && fabs (box->y0) < LIMIT && fabs (box->x1) < LIMIT
         && fabs (box->y1) < LIMIT;
}

static guint
get_font (ZbPageContent *content, const char *name) {
  for (guint i = 0; i < content->fonts->len; i++)
    if (g_str_equal (g_ptr_array_index (content->fonts, i), name))
      return i + 1;
  g_ptr_array_add (content->fonts, g_strdup (name));
  return content->fonts->len;
}

static void
set_style (ZbGlyph *glyph, ZbPageContent *content, const PopplerTextAttributes *style) {
  const char *name = style != NULL && style->font_name != NULL ? style->font_name : "";

  glyph->font_size = style != NULL ? style->font_size : 0;
  glyph->bold = is_bold_font (name);
  glyph->font = get_font (content, name);
}

/* Poppler selects text as a mouse would, between two corners, and leaves out whole lines where that
 * of the page itself meets them; one that lies far outside leaves nothing out. */
static PopplerRectangle
get_area (const ZbPageContent *content) {
  return (PopplerRectangle) { .x1 = -content->width, .y1 = -content->height,
                              .x2 = 2 * content->width, .y2 = 2 * content->height };
}

/* Appends the characters of the text layer in its own order. */
static void
read_characters (PopplerPage *page, ZbPageContent *content, ZbPdfLosses *losses) {
  PopplerRectangle area = get_area (content);
  g_autofree char *text = poppler_page_get_text_for_area (page, &area);
  GList *attributes = poppler_page_get_text_attributes_for_area (page, &area);
  const GList *run = attributes;
  g_autofree PopplerRectangle *places = NULL;
  ZbGlyph glyph = { 0 };
  const PopplerTextAttributes *style = NULL;
  guint count = 0, index = 0;

  if (text == NULL || !poppler_page_get_text_layout_for_area (page, &area, &places, &count))
    count = 0;
  for (const char *p = text; index < count && *p != '\0'; p = g_utf8_next_char (p), index++) {
    const PopplerTextAttributes *now;

    while (run != NULL && (guint) ((PopplerTextAttributes *) run->data)->end_index < index)
      run = run->next;
    now = run != NULL ? run->data : NULL;
    if (now != style || index == 0)
      set_style (&glyph, content, now);
    style = now;
    glyph.character = g_utf8_get_char (p);
    glyph.box = (ZbBox) { places[index].x1, places[index].y1, places[index].x2, places[index].y2 };
    if (!is_drawn (glyph.character))
      continue;
    if (is_nameless (glyph.character))
      losses->nameless++;
    else if (!is_finite_box (&glyph.box))
      losses->placeless++;
    else
      g_array_append_val (content->glyphs, glyph);
  }
  poppler_page_free_text_attributes (attributes);
}

void
zb_pdf_glyphs_read (PopplerPage *page, ZbPageContent *content, ZbPdfLosses *losses) {
  read_characters (page, content, losses);
  zb_page_content_turn (content, zb_page_content_find_turn (content->glyphs));
  for (guint i = 0; i < content->glyphs->len; i++)
    repair_height (&g_array_index (content->glyphs, ZbGlyph, i));
  remove_repeated (content->glyphs);
}
