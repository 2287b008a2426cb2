/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* One printed line of a page or of a cell. */
typedef struct {
  char *text; /* no space between Han characters; one between words and at wide gaps */
  ZbBox box;
  double font_size; /* of most of its glyphs */
  gboolean bold;    /* most of its glyphs are */
  ZbRecognition recognition; /* of any of its glyphs */
  gboolean furniture; /* a running head or a page number; see zb_layout_furniture_mark() */
  guint glyphs;
} ZbLine;

/* The lines that @glyphs (ZbGlyph, sorted in place) make, from top to bottom. The caller frees
 * the array, which owns its ZbLine members. */
GPtrArray *zb_layout_lines_new (GArray *glyphs);

/* The text of @glyphs as a cell of @width points holds it: its lines joined. A number goes on on the
 * next line only where its own had no room left; else two numbers stand one above the other, and a
 * space parts them. @lines (may be NULL) takes the number of lines. The caller frees the text. */
char *zb_layout_lines_fold (GArray *glyphs, double width, guint *lines);

G_END_DECLS
