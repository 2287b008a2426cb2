/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ooxml-xml.h"

G_BEGIN_DECLS

/* What the look of a cell says. */
typedef struct {
  char *format; /* a number format code */
  gboolean ruled, centred, bold;
  double font_size; /* points, 0 where unknown */
} ZbXlsxStyle;

typedef struct ZbXlsxStyles ZbXlsxStyles;

/* The cell styles of @part, which may be NULL; the caller frees the result. It keeps nothing of
 * @part. */
ZbXlsxStyles *zb_xlsx_styles_new (const xmlDoc *part);
void zb_xlsx_styles_free (ZbXlsxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbXlsxStyles, zb_xlsx_styles_free)

/* The style @index of a cell (its attribute s); a plain one where there is none. Borrowed. */
const ZbXlsxStyle *zb_xlsx_styles_lookup (const ZbXlsxStyles *styles, int index);

G_END_DECLS
