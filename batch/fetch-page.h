/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sandbox.h"

G_BEGIN_DECLS

/* A link of a page. */
typedef struct {
  char *address; /* absolute, without fragment */
  char *text;    /* as a browser shows it, else its title; "" for none */
} ZbFetchLink;

/* The links of the HTML page @bytes from @address, in reading order: ZbFetchLink *, which the caller
 * frees with the array. Pages in GBK and other encodings are understood; only http and https count.
 * NULL where the bytes are no HTML page. */
GPtrArray *zb_fetch_page_list_links (GBytes *bytes, const char *address);

/* The same, read by a process in @sandbox, since pages are other people's. *@problem (the caller frees
 * it) says why there is no result. */
GPtrArray *zb_fetch_page_list_confined (const ZbSandbox *sandbox, GBytes *bytes,
                                        const char *address, char **problem);

/* Whether @bytes look like an HTML page, whatever their name says. */
gboolean zb_fetch_page_is_html (GBytes *bytes);

G_END_DECLS
