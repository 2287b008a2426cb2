/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-runs.h"

#include <stdlib.h>
#include <string.h>

#include "text-fold.h"

/* A gap of this many font sizes parts two runs. */
static const double RUN_GAP = 0.8;
/* Glyphs that overlap in height by this share of the lower one share a line. */
static const double SAME_LINE = 0.55;

static double
middle (const ZbGlyph *glyph) {
  return (glyph->box.y0 + glyph->box.y1) / 2;
}

static gint
compare_middles (gconstpointer a, gconstpointer b) {
  double left = middle (a), right = middle (b);

  return left < right ? -1 : left > right;
}

static gint
compare_left_edges (gconstpointer a, gconstpointer b) {
  const ZbGlyph *left = a, *right = b;

  return left->box.x0 < right->box.x0 ? -1 : left->box.x0 > right->box.x0;
}

static gboolean
is_year (const char *folded) {
  return strlen (folded) == 4 && strspn (folded, "0123456789") == 4
         && (g_str_has_prefix (folded, "19") || g_str_has_prefix (folded, "20"));
}

/* 1,523.68, -3.2%, (5), ≥95, n.a., or a dash that stands for a number. */
static gboolean
is_value (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gsize length = strlen (folded);

  if (length == 0 || length > 24 || is_year (folded))
    return FALSE;
  if (strspn (folded, "0123456789.,-+%()*") == length)
    return strpbrk (folded, "0123456789") != NULL || strspn (folded, "-") == length;
  return g_str_equal (folded, "—") || g_str_equal (folded, "–") || g_str_equal (folded, "——")
         || g_str_equal (folded, "n.a.") || g_str_equal (folded, "n/a");
}

char *
zb_text_runs_get_text (const ZbTextRuns *runs, const ZbTextRun *run) {
  GString *text = g_string_new (NULL);

  for (guint i = run->first; i < run->first + run->count; i++)
    g_string_append_unichar (text, g_array_index (runs->glyphs, ZbGlyph, i).character);
  return g_string_free (text, FALSE);
}

/* Sets box, size and value from the glyphs of the run. */
static void
measure_run (const ZbTextRuns *runs, ZbTextRun *run) {
  const ZbGlyph *glyph = &g_array_index (runs->glyphs, ZbGlyph, run->first);
  g_autofree char *text = zb_text_runs_get_text (runs, run);

  run->box = glyph->box;
  run->size = 1;
  for (guint i = 0; i < run->count; i++, glyph++) {
    run->box.x1 = MAX (run->box.x1, glyph->box.x1);
    run->box.y0 = MIN (run->box.y0, glyph->box.y0);
    run->box.y1 = MAX (run->box.y1, glyph->box.y1);
    run->size = MAX (run->size, glyph->font_size);
  }
  run->value = is_value (text);
}

static void
add_run (ZbTextRuns *runs, ZbRunLine *line, guint first, guint end) {
  ZbTextRun run = { .line = runs->lines->len, .first = first, .count = end - first };

  measure_run (runs, &run);
  line->top = line->count == 0 ? run.box.y0 : MIN (line->top, run.box.y0);
  line->bottom = line->count == 0 ? run.box.y1 : MAX (line->bottom, run.box.y1);
  line->count++;
  line->values += run.value != FALSE;
  g_array_append_val (runs->runs, run);
}

/* The glyphs from @first to @end are one line. */
static void
add_line (ZbTextRuns *runs, guint first, guint end) {
  ZbGlyph *glyphs = (ZbGlyph *) (void *) runs->glyphs->data;
  ZbRunLine line = { .first = runs->runs->len };
  guint start = first;

  qsort (glyphs + first, end - first, sizeof *glyphs, compare_left_edges);
  for (guint i = first + 1; i <= end; i++) {
    double size = i < end ? MAX (MAX (glyphs[i].font_size, glyphs[i - 1].font_size), 1) : 0;

    if (i < end && glyphs[i].box.x0 - glyphs[i - 1].box.x1 <= RUN_GAP * size)
      continue;
    add_run (runs, &line, start, i);
    start = i;
  }
  g_array_append_val (runs->lines, line);
}

ZbTextRuns *
zb_text_runs_new (const GArray *glyphs) {
  ZbTextRuns *runs = g_new0 (ZbTextRuns, 1);
  double top = 0, bottom = 0;
  guint start = 0;

  runs->glyphs = g_array_new (FALSE, FALSE, sizeof (ZbGlyph));
  runs->runs = g_array_new (FALSE, FALSE, sizeof (ZbTextRun));
  runs->lines = g_array_new (FALSE, FALSE, sizeof (ZbRunLine));
  if (glyphs->len > 0)
    g_array_append_vals (runs->glyphs, glyphs->data, glyphs->len);
  g_array_sort (runs->glyphs, compare_middles);
  for (guint i = 0; i <= glyphs->len; i++) {
    const ZbGlyph *glyph = &g_array_index (runs->glyphs, ZbGlyph, i);

    if (i > start
        && (i == glyphs->len
            || MIN (bottom, glyph->box.y1) - MAX (top, glyph->box.y0)
                 < SAME_LINE * MIN (bottom - top, glyph->box.y1 - glyph->box.y0))) {
      add_line (runs, start, i);
      start = i;
    }
    if (i == start && i < glyphs->len) {
      top = glyph->box.y0;
      bottom = glyph->box.y1;
    }
  }
  return runs;
}

void
zb_text_runs_free (ZbTextRuns *runs) {
  g_array_unref (runs->glyphs);
  g_array_unref (runs->runs);
  g_array_unref (runs->lines);
  g_free (runs);
}

void
zb_text_runs_split (ZbTextRuns *runs, guint index, guint at) {
  ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, index);
  ZbTextRun rest = { .line = run->line, .first = run->first + at, .count = run->count - at };
  ZbRunLine *line = &g_array_index (runs->lines, ZbRunLine, run->line);

  line->values -= run->value != FALSE;
  run->count = at;
  measure_run (runs, run);
  measure_run (runs, &rest);
  line->values += (run->value != FALSE) + (rest.value != FALSE);
  line->count++;
  for (guint i = rest.line + 1; i < runs->lines->len; i++)
    g_array_index (runs->lines, ZbRunLine, i).first++;
  g_array_insert_val (runs->runs, index + 1, rest);
}
