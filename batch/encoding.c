/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encoding.h"

#include <string.h>

enum { BITS = 7, MORE = 0x80, MAX_SHIFT = 63 };

void
zb_encode_number (GByteArray *bytes, guint64 number) {
  guint8 piece[10];
  guint count = 0;

  while (number >= MORE) {
    piece[count++] = (guint8) (number | MORE);
    number >>= BITS;
  }
  piece[count++] = (guint8) number;
  g_byte_array_append (bytes, piece, count);
}

void
zb_encode_real (GByteArray *bytes, double geometry) {
  guint64 bits;

  memcpy (&bits, &geometry, sizeof bits);
  bits = GUINT64_TO_LE (bits);
  g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
}

void
zb_encode_blob (GByteArray *bytes, gconstpointer data, gsize length) {
  zb_encode_number (bytes, data != NULL ? length + 1 : 0);
  if (data != NULL)
    g_byte_array_append (bytes, data, (guint) length);
}

void
zb_encode_text (GByteArray *bytes, const char *text) {
  zb_encode_blob (bytes, text, text != NULL ? strlen (text) : 0);
}

guint64
zb_decode_number (ZbDecoder *decoder) {
  guint64 number = 0;

  for (guint shift = 0; shift <= MAX_SHIFT; shift += BITS) {
    guint8 byte;

    if (decoder->failed || decoder->place == decoder->length)
      break;
    byte = decoder->data[decoder->place++];
    if (shift == MAX_SHIFT && byte > 1)
      break;
    number |= (guint64) (byte & (MORE - 1)) << shift;
    if (!(byte & MORE))
      return number;
  }
  decoder->failed = TRUE;
  return 0;
}

guint
zb_decode_bounded (ZbDecoder *decoder, guint limit) {
  guint64 number = zb_decode_number (decoder);

  if (number <= limit)
    return (guint) number;
  decoder->failed = TRUE;
  return 0;
}

double
zb_decode_real (ZbDecoder *decoder) {
  guint64 bits;
  double geometry;

  if (decoder->failed || decoder->length - decoder->place < sizeof bits) {
    decoder->failed = TRUE;
    return 0;
  }
  memcpy (&bits, decoder->data + decoder->place, sizeof bits);
  decoder->place += sizeof bits;
  bits = GUINT64_FROM_LE (bits);
  memcpy (&geometry, &bits, sizeof bits);
  return geometry;
}

const guint8 *
zb_decode_blob (ZbDecoder *decoder, gsize *length) {
  guint64 size = zb_decode_number (decoder);
  const guint8 *data = decoder->data + decoder->place;

  *length = 0;
  if (decoder->failed || size == 0)
    return NULL;
  if (size - 1 > decoder->length - decoder->place) {
    decoder->failed = TRUE;
    return NULL;
  }
  *length = (gsize) (size - 1);
  decoder->place += *length;
  return data;
}

char *
zb_decode_text (ZbDecoder *decoder) {
  gsize length = 0;
  const guint8 *data = zb_decode_blob (decoder, &length);

  if (data == NULL)
    return NULL;
  if (!g_utf8_validate ((const char *) data, (gssize) length, NULL)) {
    decoder->failed = TRUE;
    return NULL;
  }
  return g_strndup ((const char *) data, length);
}
