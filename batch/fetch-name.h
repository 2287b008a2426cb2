/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch-transfer.h"

G_BEGIN_DECLS

/* The ending (".pdf") that the document at @address should have: that of the address or of the name
 * the server gives it, else what its bytes or its media type say; "" where nothing tells. The caller
 * frees it. */
char *zb_fetch_name_ending (const char *address, const ZbFetchAnswer *answer);

/* The ending that @address alone promises; "" for none. The caller frees it. */
char *zb_fetch_name_promised (const char *address);

/* A file name without folder for the document that is linked as @text: the text where it says
 * anything, else the name within the address. Never hidden, never longer than a file system takes. The
 * caller frees it. */
char *zb_fetch_name_print (const char *text, const char *address, const char *ending);

G_END_DECLS
