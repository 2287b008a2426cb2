/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "page-content.h"

G_BEGIN_DECLS

/* The text layer that somebody laid over the picture of a page. It is not used, but held against what
 * is recognised. */

/* The characters of @content without white space; NULL where they are too few to tell. The caller
 * frees it. */
char *zb_scan_layer_print (const ZbPageContent *content);

/* The share of characters that both texts have, in whatever order, 0 to 1. */
double zb_scan_layer_compare (const char *layer, const char *recognised);

/* The share of the characters of @layer that @recognised has, too, or of its numbers where that is less;
 * 0 to 1. Digits that are all there, but in other numbers, are not what was printed. */
double zb_scan_layer_find (const char *layer, const char *recognised);

/* Adds to @document how far @layer agrees with what was @recognised on the page. */
void zb_scan_layer_report (const char *layer, const ZbPageContent *recognised, ZbDocument *document);

G_END_DECLS
