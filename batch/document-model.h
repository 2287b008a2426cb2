/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "error.h"

G_BEGIN_DECLS

/* A document as stage 1 leaves it, in bytes: everything that later stages read, so that they make of
 * the document that comes back what they made of the first one, to the bit. Compressed. */

/* The caller unrefs it. */
GBytes *zb_document_model_pack (const ZbDocument *document);

/* The caller frees it. NULL with ZB_ERROR_CORRUPT where @bytes are no model, are one of another
 * version of the format, or break what document.h promises. */
ZbDocument *zb_document_model_unpack (GBytes *bytes, GError **error);

/* @length bytes at @data compressed as zlib does; the caller unrefs the result. */
GBytes *zb_document_model_deflate (gconstpointer data, gsize length);

/* The reverse, up to @limit bytes; NULL where the bytes are damaged or more. */
GByteArray *zb_document_model_inflate (gconstpointer data, gsize length, gsize limit);

G_END_DECLS
