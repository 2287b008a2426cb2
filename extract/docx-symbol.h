/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The Unicode character that looks like @character of the symbol font @font (NULL: unknown).
 * Symbol fonts keep their glyphs at U+F000 and up; what is not known comes back as it is. */
gunichar zb_docx_symbol_map (const char *font, gunichar character);

G_END_DECLS
