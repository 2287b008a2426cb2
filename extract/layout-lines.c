/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-lines.h"

#include <math.h>
#include <string.h>

#include "text-fold.h"

/* Glyphs that overlap in height by this share of the lower one share a line. */
static const double SAME_LINE = 0.55;
/* A gap of this share of the font size parts two words … */
static const double WORD_GAP = 0.18;
/* … and one of this many font sizes parts anything: columns set with tabs. */
static const double COLUMN_GAP = 2.6;

/* A line that leaves this many font sizes of its cell free had room for another digit. */
static const double NUMBER_ROOM = 1.8;

static double
middle (const ZbGlyph *glyph) {
  return (glyph->box.y0 + glyph->box.y1) / 2;
}

static double
height (const ZbGlyph *glyph) {
  return MAX (glyph->box.y1 - glyph->box.y0, 1);
}

static gint
compare_middles (gconstpointer a, gconstpointer b) {
  double left = middle (a), right = middle (b);

  return left < right ? -1 : left > right;
}

static gint
compare_left_edges (gconstpointer a, gconstpointer b) {
  const ZbGlyph *left = a, *right = b;

  if (left->box.x0 != right->box.x0)
    return left->box.x0 < right->box.x0 ? -1 : 1;
  return compare_middles (a, b);
}

/* Whether white space stands between two neighbours of one line. */
static gboolean
is_gap (const ZbGlyph *before, const ZbGlyph *after) {
  double gap = after->box.x0 - before->box.x1;
  double size = MAX (MAX (before->font_size, after->font_size), 1);

  if (gap > COLUMN_GAP * size)
    return TRUE;
  if (zb_character_is_cjk (before->character) || zb_character_is_cjk (after->character))
    return FALSE;
  return gap > WORD_GAP * size;
}

static void
line_free (gpointer data) {
  ZbLine *line = data;

  g_free (line->text);
  g_free (line);
}

static ZbLine *
line_new (ZbGlyph *glyphs, guint count) {
  ZbLine *line = g_new0 (ZbLine, 1);
  GString *text = g_string_new (NULL);
  guint bold = 0, longest = 0, run = 0;

  qsort (glyphs, count, sizeof *glyphs, compare_left_edges);
  line->box = glyphs[0].box;
  for (guint i = 0; i < count; i++) {
    const ZbBox *box = &glyphs[i].box;

    if (i > 0 && is_gap (&glyphs[i - 1], &glyphs[i]))
      g_string_append_c (text, ' ');
    g_string_append_unichar (text, glyphs[i].character);
    line->box.x0 = MIN (line->box.x0, box->x0);
    line->box.y0 = MIN (line->box.y0, box->y0);
    line->box.x1 = MAX (line->box.x1, box->x1);
    line->box.y1 = MAX (line->box.y1, box->y1);
    bold += glyphs[i].bold != FALSE;
    line->recognition |= glyphs[i].recognition;
    run = i > 0 && fabs (glyphs[i].font_size - glyphs[i - 1].font_size) < 0.1 ? run + 1 : 1;
    if (run > longest) {
      longest = run;
      line->font_size = glyphs[i].font_size;
    }
  }
  line->bold = bold * 2 > count;
  line->glyphs = count;
  line->text = g_string_free (text, FALSE);
  return line;
}

/* Whether @glyph overlaps the mean extent of the @count glyphs of a line, whose sums these are. */
static gboolean
is_on_line (const ZbGlyph *glyph, double tops, double bottoms, guint count) {
  double top = tops / count, bottom = bottoms / count;
  double overlap = MIN (bottom, glyph->box.y1) - MAX (top, glyph->box.y0);

  return overlap >= SAME_LINE * MIN (MAX (bottom - top, 1), height (glyph));
}

GPtrArray *
zb_layout_lines_new (GArray *glyphs) {
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  ZbGlyph *all = (ZbGlyph *) (void *) glyphs->data;
  double tops = 0, bottoms = 0;
  guint start = 0;

  g_array_sort (glyphs, compare_middles);
  for (guint i = 0; i <= glyphs->len; i++) {
    if (i > start
        && (i == glyphs->len || !is_on_line (&all[i], tops, bottoms, i - start))) {
      g_ptr_array_add (lines, line_new (all + start, i - start));
      start = i;
      tops = bottoms = 0;
    }
    if (i < glyphs->len) {
      tops += all[i].box.y0;
      bottoms += all[i].box.y1;
    }
  }
  return lines;
}

/* Whether @above ends and @below starts with a digit although there was room for more. */
static gboolean
are_two_numbers (const ZbLine *above, const ZbLine *below, double width) {
  gsize length = strlen (above->text);

  return length > 0 && g_ascii_isdigit (above->text[length - 1]) && g_ascii_isdigit (*below->text)
         && width - (above->box.x1 - above->box.x0) > NUMBER_ROOM * above->font_size;
}

char *
zb_layout_lines_fold (GArray *glyphs, double width, guint *lines) {
  g_autoptr (GPtrArray) parts = NULL;
  GString *text = g_string_new (NULL);

  if (glyphs->len > 0)
    parts = zb_layout_lines_new (glyphs);
  for (guint i = 0; parts != NULL && i < parts->len; i++) {
    const ZbLine *line = g_ptr_array_index (parts, i);

    if (i > 0 && are_two_numbers (g_ptr_array_index (parts, i - 1), line, width))
      g_string_append_printf (text, " %s", line->text);
    else
      zb_text_append_line (text, line->text);
  }
  if (lines != NULL)
    *lines = parts != NULL ? parts->len : 0;
  return g_string_free (text, FALSE);
}
