/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-regions.h"

#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* Lines that are this many font sizes apart are of one table only if their columns agree. */
static const double MAX_STEP = 4.0;
/* The last line of a wrapped cell is at most this many font sizes below the one before. */
static const double WRAP_STEP = 1.6;
/* Positions that differ by less than this many points are the same. */
static const double SAME_PLACE = 2.0;
/* A run of more glyphs is running text. */
static const guint MAX_CELL_LINE = 45;
/* No header has more lines. */
static const guint MAX_HEADER_LINES = 8;

static const ZbRunLine *
line_at (const ZbTextRuns *runs, guint line) {
  return &g_array_index (runs->lines, ZbRunLine, line);
}

static const ZbTextRun *
run_at (const ZbTextRuns *runs, guint run) {
  return &g_array_index (runs->runs, ZbTextRun, run);
}

static char *
get_line_text (const ZbTextRuns *runs, const ZbRunLine *line) {
  GString *text = g_string_new (NULL);

  for (guint i = line->first; i < line->first + line->count; i++) {
    g_autofree char *part = zb_text_runs_get_text (runs, run_at (runs, i));

    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, part);
  }
  return g_string_free (text, FALSE);
}

static gboolean
has_leaders (const char *text) {
  return strstr (text, "…………") != NULL || strstr (text, "......") != NULL
         || strstr (text, "······") != NULL || strstr (text, ". . . .") != NULL;
}

/* Whether no table has such a line: a caption, a line of contents, or running text. */
static gboolean
parts_tables (const ZbTextRuns *runs, guint at) {
  const ZbRunLine *line = line_at (runs, at);
  g_autofree char *text = get_line_text (runs, line);
  g_auto (ZbCaptionWords) words = zb_caption_words_read (text);

  if (words.is_whole || has_leaders (text) || zb_caption_words_is_note (text))
    return TRUE;
  for (guint i = line->first; i < line->first + line->count; i++)
    if (run_at (runs, i)->count > MAX_CELL_LINE)
      return TRUE;
  return FALSE;
}

/* Whether every run of the line stands under or over a run of the lines @from to @to. */
static gboolean
fits_columns (const ZbTextRuns *runs, guint at, guint from, guint to) {
  const ZbRunLine *line = line_at (runs, at);
  guint first = line_at (runs, from)->first;
  guint end = line_at (runs, to - 1)->first + line_at (runs, to - 1)->count;

  for (guint i = line->first; i < line->first + line->count; i++) {
    const ZbBox *box = &run_at (runs, i)->box;
    gboolean fits = FALSE;

    for (guint j = first; j < end && !fits; j++)
      fits = MIN (box->x1, run_at (runs, j)->box.x1) - MAX (box->x0, run_at (runs, j)->box.x0) > 0.5;
    if (!fits)
      return FALSE;
  }
  return TRUE;
}

/* Whether a line of one run starts or ends where a run of the lines @from to @at does. */
static gboolean
is_aligned (const ZbTextRuns *runs, guint from, guint at) {
  const ZbBox *box = &run_at (runs, line_at (runs, at)->first)->box;
  guint end = line_at (runs, at - 1)->first + line_at (runs, at - 1)->count;

  for (guint i = line_at (runs, from)->first; i < end; i++)
    if (ABS (run_at (runs, i)->box.x0 - box->x0) < SAME_PLACE
        || ABS (run_at (runs, i)->box.x1 - box->x1) < SAME_PLACE)
      return TRUE;
  return FALSE;
}

static gboolean
continues (const ZbTextRuns *runs, guint at, guint from, guint last_full) {
  const ZbRunLine *line = line_at (runs, at), *above = line_at (runs, at - 1);
  double size = run_at (runs, line->first)->size;
  double step = line->top - above->top;

  if (parts_tables (runs, at))
    return FALSE;
  if (line->count == 1)
    return step < MAX_STEP * size && (at - last_full < 4 || is_aligned (runs, from, at));
  return step < MAX_STEP * size
         || (line->count >= 3 && line->values > 0 && fits_columns (runs, at, from, at));
}

/* The lines at the end that have one run are no rows, but for the last lines of wrapped cells and
 * for those of a column that is not the first. */
static guint
trim_end (const ZbTextRuns *runs, guint from, guint last_full, guint to) {
  double left = G_MAXDOUBLE;
  guint end = last_full + 1;

  for (guint i = from; i < end; i++)
    left = MIN (left, run_at (runs, line_at (runs, i)->first)->box.x0);
  for (; end < to; end++) {
    const ZbTextRun *run = run_at (runs, line_at (runs, end)->first);
    gboolean wraps = line_at (runs, end)->top - line_at (runs, end - 1)->top < WRAP_STEP * run->size
                     && fits_columns (runs, end, end > from + 1 ? end - 2 : from, end);

    if (!wraps && (run->box.x0 < left + 4 * run->size || !is_aligned (runs, from, end)))
      break;
  }
  return end;
}

/* A word over several columns may stand alone on a line of the header, and so may one beside two
 * lines of others, half a line above the lower. */
static guint
extend_start (const ZbTextRuns *runs, guint from, guint floor) {
  const ZbTextRun *first = run_at (runs, line_at (runs, from)->first);
  guint start = from;

  for (; start > floor && from - start < 4 && line_at (runs, start - 1)->count == 1; start--) {
    const ZbTextRun *above = run_at (runs, line_at (runs, start - 1)->first);
    double step = line_at (runs, start)->top - above->box.y0;

    if (step > 2.2 * above->size || ABS (above->size - first->size) > 0.5 || above->count >= 20
        || (step > above->size + 1 && above->box.x0 < first->box.x0 + above->size)
        || parts_tables (runs, start - 1))
      break;
  }
  return start;
}

static void
add_region (const ZbTextRuns *runs, guint from, guint to, GArray *regions) {
  ZbTextRegion region = { .from = from, .body = from, .to = to };

  while (region.body < to && line_at (runs, region.body)->values == 0)
    region.body++;
  if (region.body == to)
    return;
  while (region.body > from
         && line_at (runs, region.body - 1)->bottom > line_at (runs, region.body)->top)
    region.body--;
  if (region.body - region.from > MAX_HEADER_LINES)
    region.from = region.body - MAX_HEADER_LINES;
  g_array_append_val (regions, region);
}

GArray *
zb_table_regions_new (const ZbTextRuns *runs) {
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (ZbTextRegion));
  guint floor = 0;

  for (guint from = 0; from < runs->lines->len;) {
    guint to = from + 1, last_full = from;

    if (line_at (runs, from)->count < 2 || parts_tables (runs, from)) {
      floor = parts_tables (runs, from) ? from + 1 : floor;
      from++;
      continue;
    }
    for (; to < runs->lines->len && continues (runs, to, from, last_full); to++)
      if (line_at (runs, to)->count > 1)
        last_full = to;
    to = trim_end (runs, from, last_full, to);
    add_region (runs, extend_start (runs, from, floor), to, regions);
    floor = from = to;
  }
  return regions;
}
