/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes in which a worker hands rows to its supervisor and a document model is kept: numbers of
 * seven bits a byte, the lowest first; text and blobs behind their length plus one, 0 being NULL;
 * binary floating point (geometry, confidence) as its eight bytes in little endian. */

void zb_encode_number (GByteArray *bytes, guint64 number);
void zb_encode_real (GByteArray *bytes, double geometry);
void zb_encode_blob (GByteArray *bytes, gconstpointer data, gsize length);
void zb_encode_text (GByteArray *bytes, const char *text);

/* Reads what others wrote, and trusts none of it: at the first thing that does not fit, `failed` is
 * set, and everything from then on is 0 or NULL. `data` is borrowed. */
typedef struct {
  const guint8 *data;
  gsize length, place;
  gboolean failed;
} ZbDecoder;

guint64 zb_decode_number (ZbDecoder *decoder);
/* The same, failing above @limit. */
guint zb_decode_bounded (ZbDecoder *decoder, guint limit);
double zb_decode_real (ZbDecoder *decoder);
/* Borrowed from the data; NULL for NULL, too. */
const guint8 *zb_decode_blob (ZbDecoder *decoder, gsize *length);
/* UTF-8 without zero bytes. The caller frees it. */
char *zb_decode_text (ZbDecoder *decoder);

G_END_DECLS
