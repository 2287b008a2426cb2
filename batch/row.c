/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row.h"

void
zb_row_begin (GByteArray *bytes, ZbRowKind kind, guint count) {
  zb_encode_number (bytes, kind);
  zb_encode_number (bytes, count);
}

void
zb_row_null (GByteArray *bytes) {
  zb_encode_number (bytes, ZB_VALUE_NULL);
}

void
zb_row_integer (GByteArray *bytes, guint64 integer) {
  zb_encode_number (bytes, ZB_VALUE_INTEGER);
  zb_encode_number (bytes, integer);
}

void
zb_row_known (GByteArray *bytes, guint64 integer) {
  if (integer > 0)
    zb_row_integer (bytes, integer);
  else
    zb_row_null (bytes);
}

void
zb_row_real (GByteArray *bytes, double geometry) {
  zb_encode_number (bytes, ZB_VALUE_REAL);
  zb_encode_real (bytes, geometry);
}

void
zb_row_text (GByteArray *bytes, const char *text) {
  g_autofree char *valid = NULL;

  if (text == NULL) {
    zb_row_null (bytes);
    return;
  }
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  zb_encode_number (bytes, ZB_VALUE_TEXT);
  zb_encode_text (bytes, text);
}

void
zb_row_blob (GByteArray *bytes, GBytes *blob) {
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (blob, &length);

  zb_encode_number (bytes, ZB_VALUE_BLOB);
  zb_encode_blob (bytes, data, length);
}

static void
decode_value (ZbDecoder *decoder, ZbValue *value) {
  *value = (ZbValue) { .type = (ZbValueType) zb_decode_bounded (decoder, ZB_VALUE_BLOB) };
  switch (value->type) {
  case ZB_VALUE_INTEGER:
    value->integer = zb_decode_number (decoder);
    break;
  case ZB_VALUE_REAL:
    value->geometry = zb_decode_real (decoder);
    break;
  case ZB_VALUE_TEXT:
  case ZB_VALUE_BLOB:
    value->data = zb_decode_blob (decoder, &value->length);
    if (value->type == ZB_VALUE_TEXT
        && !g_utf8_validate ((const char *) value->data, (gssize) value->length, NULL))
      decoder->failed = TRUE;
    break;
  case ZB_VALUE_NULL:
    break;
  }
}

char *
zb_row_dup_text (const ZbRow *row, guint index) {
  const ZbValue *value = &row->values[index];

  return index < row->count && value->type == ZB_VALUE_TEXT
           ? g_strndup ((const char *) value->data, value->length)
           : NULL;
}

gboolean
zb_row_next (ZbDecoder *decoder, ZbRow *row) {
  if (decoder->failed || decoder->place == decoder->length)
    return FALSE;
  row->kind = (ZbRowKind) zb_decode_bounded (decoder, ZB_N_ROWS - 1);
  row->count = zb_decode_bounded (decoder, ZB_ROW_MAX_VALUES);
  for (guint i = 0; i < row->count && !decoder->failed; i++)
    decode_value (decoder, &row->values[i]);
  return !decoder->failed;
}
