/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"
#include "xml-document.h"

G_BEGIN_DECLS

/* The first bytes of @bytes where these are an HTML page, else NULL; the caller frees them. */
char *zb_html_page_get_head (GBytes *bytes);

/* The tree of the page @bytes; the caller frees it. Wrong bytes are added to @diagnostics.
 * Errors: ZB_ERROR_CORRUPT, ZB_ERROR_LIMIT for elements nested too deep. */
xmlDoc *zb_html_page_parse (GBytes *bytes, const ZbReadOptions *options, GPtrArray *diagnostics,
                            GError **error);

G_END_DECLS
