/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encoding.h"

#include "row.h"

static const guint64 NUMBERS[] = { 0, 1, 127, 128, 16383, 16384, G_MAXUINT32, G_MAXINT64, G_MAXUINT64 };

static void
test_numbers (void) {
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ZbDecoder decoder = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    zb_encode_number (bytes, NUMBERS[i]);
  decoder = (ZbDecoder){ .data = bytes->data, .length = bytes->len };
  for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
    g_assert_cmpuint (zb_decode_number (&decoder), ==, NUMBERS[i]);
  g_assert_false (decoder.failed);
  g_assert_cmpuint (decoder.place, ==, decoder.length);
  g_assert_cmpuint (zb_decode_number (&decoder), ==, 0);
  g_assert_true (decoder.failed);
}

static void
test_numbers_that_are_none (void) {
  static const guint8 endless[] = { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01 };
  static const guint8 large[] = { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02 };
  ZbDecoder decoder = { .data = endless, .length = sizeof endless };

  zb_decode_number (&decoder);
  g_assert_true (decoder.failed);
  decoder = (ZbDecoder){ .data = large, .length = sizeof large };
  zb_decode_number (&decoder);
  g_assert_true (decoder.failed);
}

static void
test_texts (void) {
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ZbDecoder decoder = { 0 };
  g_autofree char *some = NULL, *empty = NULL, *none = NULL, *wrong = NULL;

  zb_encode_text (bytes, "万元");
  zb_encode_text (bytes, "");
  zb_encode_text (bytes, NULL);
  zb_encode_real (bytes, -81.02);
  zb_encode_blob (bytes, "\xFF", 1);
  decoder = (ZbDecoder){ .data = bytes->data, .length = bytes->len };
  some = zb_decode_text (&decoder);
  empty = zb_decode_text (&decoder);
  none = zb_decode_text (&decoder);
  g_assert_cmpstr (some, ==, "万元");
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (none);
  g_assert_cmpfloat (zb_decode_real (&decoder), ==, -81.02);
  g_assert_false (decoder.failed);
  wrong = zb_decode_text (&decoder);
  g_assert_null (wrong);
  g_assert_true (decoder.failed);
}

/* Whatever bytes a worker sends, reading them ends, and ends within them. */
static void
test_rows_of_a_liar (void) {
  for (guint round = 0; round < 20000; round++) {
    guint8 bytes[24];
    ZbDecoder decoder = { .data = bytes, .length = (gsize) g_test_rand_int_range (0, sizeof bytes) };
    ZbRow row;

    for (guint i = 0; i < sizeof bytes; i++)
      bytes[i] = (guint8) g_test_rand_int_range (0, i % 3 == 0 ? 256 : 6);
    while (zb_row_next (&decoder, &row))
      for (guint i = 0; i < row.count; i++)
        if (row.values[i].data != NULL)
          g_assert_true (row.values[i].data >= bytes
                         && row.values[i].data + row.values[i].length <= bytes + decoder.length);
    g_assert_cmpuint (decoder.place, <=, decoder.length);
  }
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/batch/encoding/numbers", test_numbers);
  g_test_add_func ("/batch/encoding/numbers-that-are-none", test_numbers_that_are_none);
  g_test_add_func ("/batch/encoding/texts", test_texts);
  g_test_add_func ("/batch/encoding/rows-of-a-liar", test_rows_of_a_liar);
  return g_test_run ();
}
