/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"

G_BEGIN_DECLS

/* Whether the text layer says what is printed. A font may give its glyphs no characters or wrong
 * ones; then the page looks right and its text is nonsense. What each font of a document says is
 * counted over all pages. */
typedef struct ZbFontTrust ZbFontTrust;

ZbFontTrust *zb_font_trust_new (void);
void zb_font_trust_free (ZbFontTrust *trust);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFontTrust, zb_font_trust_free)

/* Counts the glyphs and the digit shapes of one page. */
void zb_font_trust_add (ZbFontTrust *trust, const ZbPageContent *content);

/* Why the text of the font @name is doubted, in words that a diagnostic gives; NULL where it is
 * not. The caller frees it. */
char *zb_font_trust_get_doubt (const ZbFontTrust *trust, const char *name);

/* The pages (guint, ascending) that print the font; borrowed. */
const GArray *zb_font_trust_get_pages (const ZbFontTrust *trust, const char *name);

/* What the font says on the page that is number @i of those, as zb_page_content_print() gives it;
 * borrowed. */
const char *zb_font_trust_get_text (const ZbFontTrust *trust, const char *name, guint i);

/* The names of the fonts (char *) in the order in which they appeared; borrowed. */
const GPtrArray *zb_font_trust_get_names (const ZbFontTrust *trust);

/* How many areas of its ground the shape of a digit may enclose: 8 has two, 6 one, 7 none. */
gboolean zb_font_trust_fits_digit (guint digit, guint enclosed);

G_END_DECLS
