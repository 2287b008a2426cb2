/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* Glyphs that follow each other on one line without a wide gap: a word, a number, a cell's line. */
typedef struct {
  ZbBox box;
  guint line;         /* 0-based, from the top of the page */
  guint first, count; /* its glyphs in ZbTextRuns */
  double size;        /* font size */
  gboolean value;     /* a number, a share, or a dash for one; years are none */
  guint col, span;    /* its columns, once those are known (zb_table_columns_place_runs()) */
} ZbTextRun;

/* One line of runs, from left to right. */
typedef struct {
  guint first, count; /* its runs */
  guint values;       /* how many of them are values */
  double top, bottom;
} ZbRunLine;

typedef struct {
  GArray *glyphs; /* ZbGlyph, by line, then from left to right */
  GArray *runs;   /* ZbTextRun, by line, then from left to right */
  GArray *lines;  /* ZbRunLine, from top to bottom */
  double slack;   /* as in ZbPageContent */
} ZbTextRuns;

/* The runs that @glyphs (ZbGlyph) make. The caller frees the result. */
ZbTextRuns *zb_text_runs_new (const GArray *glyphs);
void zb_text_runs_free (ZbTextRuns *runs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTextRuns, zb_text_runs_free)

/* Cuts run @index between its glyphs @at - 1 and @at (counted within the run). */
void zb_text_runs_split (ZbTextRuns *runs, guint index, guint at);

/* The characters of a run; the caller frees them. */
char *zb_text_runs_get_text (const ZbTextRuns *runs, const ZbTextRun *run);

G_END_DECLS
