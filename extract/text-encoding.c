/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-encoding.h"

#include <string.h>

#include "diagnostic.h"

/* Diagnostics of single bytes before the rest is only counted: a broken file would fill the
 * output with them otherwise. */
#define MOST_BYTES_REPORTED 20

/* The guess looks at so much of the file; enough to see the encoding, cheap for any file. */
#define BYTES_SAMPLED (1u << 20)

/* Fewer bytes prove no encoding that nothing declares. */
#define FEWEST_UTF16_BYTES 16

typedef struct {
  GString *text;
  GPtrArray *diagnostics;
  guint wrong;
} Decoder;

static void
replace_byte (Decoder *decoder, gsize offset, guint value) {
  g_string_append (decoder->text, "\xEF\xBF\xBD");
  if (decoder->wrong++ < MOST_BYTES_REPORTED)
    zb_diagnostics_add (decoder->diagnostics, ZB_SEVERITY_WARNING, "invalid_byte", 0,
                        "byte 0x%02X at offset %" G_GSIZE_FORMAT " is no text; read as U+FFFD",
                        value, offset);
}

/* The length of the valid, NUL-free UTF-8 character at @data; 0 where there is none. */
static gsize
measure_character (const guint8 *data, gsize length) {
  gunichar character = g_utf8_get_char_validated ((const char *) data, (gssize) MIN (length, 6));

  if (character == (gunichar) -1 || character == (gunichar) -2 || character == 0)
    return 0;
  return (gsize) g_unichar_to_utf8 (character, NULL);
}

static gboolean
is_control (guint8 byte) {
  return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1A && byte != 0x1B)
         || byte == 0x7F;
}

static gboolean
looks_binary (const guint8 *data, gsize length) {
  static const char *const OTHER_FORMATS[] = { "%PDF-", "{\\rtf", "PK\003\004", "%!PS" };
  gsize controls = 0;

  for (guint i = 0; i < G_N_ELEMENTS (OTHER_FORMATS); i++) {
    gsize size = strlen (OTHER_FORMATS[i]);

    if (length >= size && memcmp (data, OTHER_FORMATS[i], size) == 0)
      return TRUE;
  }
  if (memchr (data, 0, length) != NULL)
    return TRUE;
  for (gsize i = 0; i < length; i++)
    controls += is_control (data[i]);
  return controls * 100 > length;
}

/* The length of the GB18030 character at @data: 1, 2 or 4; 0 where the bytes are none. */
static gsize
measure_gb18030 (const guint8 *data, gsize length) {
  if (data[0] < 0x80)
    return 1;
  if (data[0] == 0x80 || data[0] == 0xFF || length < 2)
    return 0;
  if (data[1] >= 0x40 && data[1] != 0x7F && data[1] != 0xFF)
    return 2;
  if (length >= 4 && data[1] >= 0x30 && data[1] <= 0x39 && data[2] >= 0x81 && data[2] != 0xFF
      && data[3] >= 0x30 && data[3] <= 0x39)
    return 4;
  return 0;
}

/* The length of the Big5 character at @data: 1 or 2; 0 where the bytes are none. */
static gsize
measure_big5 (const guint8 *data, gsize length) {
  if (data[0] < 0x80)
    return 1;
  if (length < 2 || data[0] < 0xA1 || data[0] > 0xF9)
    return 0;
  return (data[1] >= 0x40 && data[1] <= 0x7E) || (data[1] >= 0xA1 && data[1] <= 0xFE) ? 2 : 0;
}

/* Whether text that is valid in both is Big5: a third of its characters have a low second byte,
 * which in GB18030 only rare ones have. */
static gboolean
is_big5 (const guint8 *data, gsize length) {
  gsize wide = 0, low = 0, wrong = 0;

  for (gsize i = 0; i < length;) {
    gsize size = measure_big5 (data + i, length - i);

    wrong += size == 0;
    wide += size == 2;
    low += size == 2 && data[i + 1] < 0x7F;
    i += MAX (size, 1);
  }
  return wide > 0 && wrong * 20 < wide && low * 6 > wide;
}

/* Whether nearly all code units are ASCII, CJK or full-width forms. The caller knows that there
 * are zero bytes. */
static gboolean
is_utf16 (const guint8 *data, gsize length, gboolean big_endian) {
  gsize known = 0, ascii = 0;

  for (gsize i = 0; i + 1 < length; i += 2) {
    guint unit = big_endian ? data[i] << 8u | data[i + 1] : data[i + 1] << 8u | data[i];
    gboolean plain = (unit >= 0x20 && unit < 0x7F) || (unit >= '\t' && unit <= '\r');

    ascii += plain;
    known += plain || (unit >= 0x2000 && unit < 0xA000 && unit != 0x2020) || unit >= 0xF900;
  }
  return ascii > 0 && known * 100 >= (length / 2) * 97;
}

/* Counts the characters beyond ASCII and the bytes that belong to none. */
static void
count_characters (const guint8 *data, gsize length, gsize (*measure) (const guint8 *, gsize),
                  gsize *wide, gsize *wrong) {
  *wide = *wrong = 0;
  for (gsize i = 0; i < length;) {
    gsize size = measure (data + i, length - i);

    *wide += size > 1;
    *wrong += size == 0;
    i += MAX (size, 1);
  }
}

ZbEncoding
zb_text_encoding_guess (GBytes *bytes) {
  gsize length, wide, wrong;
  gboolean few;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return length >= 4 && data[2] == 0 && data[3] == 0 ? ZB_ENCODING_NONE : ZB_ENCODING_UTF16_LE;
  if (length >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return ZB_ENCODING_UTF16_BE;
  if (length >= FEWEST_UTF16_BYTES && length % 2 == 0
      && memchr (data, 0, MIN (length, BYTES_SAMPLED)) != NULL) {
    gsize sampled = MIN (length, BYTES_SAMPLED);

    if (is_utf16 (data, sampled, FALSE))
      return ZB_ENCODING_UTF16_LE;
    if (is_utf16 (data, sampled, TRUE))
      return ZB_ENCODING_UTF16_BE;
  }
  if (length == 0 || looks_binary (data, length))
    return ZB_ENCODING_NONE;
  length = MIN (length, BYTES_SAMPLED);
  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    return ZB_ENCODING_UTF8;
  count_characters (data, length, measure_character, &wide, &wrong);
  if (wrong * 2 <= wide)
    return ZB_ENCODING_UTF8;
  few = wrong <= 4;
  if (is_big5 (data, length))
    return ZB_ENCODING_BIG5;
  count_characters (data, length, measure_gb18030, &wide, &wrong);
  if (wrong * 20 < wide)
    return ZB_ENCODING_GB18030;
  return few ? ZB_ENCODING_UTF8 : ZB_ENCODING_NONE;
}

static void
decode_utf8 (Decoder *decoder, const guint8 *data, gsize length) {
  gsize start = length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  for (gsize i = start; i < length;) {
    gsize size = measure_character (data + i, length - i);

    if (size == 0)
      replace_byte (decoder, i, data[i]);
    else
      g_string_append_len (decoder->text, (const char *) data + i, (gssize) size);
    i += MAX (size, 1);
  }
}

static void
decode_utf16 (Decoder *decoder, const guint8 *data, gsize length, gboolean big_endian) {
  gsize high = big_endian ? 0 : 1, low = 1 - high;

  gboolean marked = length >= 2 && data[high] == 0xFE && data[low] == 0xFF;

  for (gsize i = marked ? 2 : 0; i + 1 < length; i += 2) {
    gunichar unit = (gunichar) data[i + high] << 8 | data[i + low];

    if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < length) {
      gunichar next = (gunichar) data[i + 2 + high] << 8 | data[i + 2 + low];

      if (next >= 0xDC00 && next < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
        i += 2;
      }
    }
    if (unit == 0 || (unit >= 0xD800 && unit < 0xE000))
      replace_byte (decoder, i, unit);
    else
      g_string_append_unichar (decoder->text, unit);
  }
  if (length % 2 == 1)
    replace_byte (decoder, length - 1, data[length - 1]);
}

/* An encoding of one byte for ASCII and more for others. */
typedef struct {
  const char *name; /* for g_convert() */
  gsize (*measure) (const guint8 *data, gsize length);
} Multibyte;

static const Multibyte GB18030 = { "GB18030", measure_gb18030 };
static const Multibyte BIG5 = { "BIG5-HKSCS", measure_big5 };

/* Appends the characters of @size bytes; FALSE where a code among them is not assigned. */
static gboolean
append_converted (GString *text, const Multibyte *encoding, const guint8 *data, gsize size) {
  g_autofree char *converted = g_convert ((const char *) data, (gssize) size, "UTF-8",
                                          encoding->name, NULL, NULL, NULL);

  if (converted == NULL)
    return FALSE;
  g_string_append (text, converted);
  return TRUE;
}

/* Runs between wrong bytes are converted whole, because a conversion costs the same for one
 * character as for a page; only a run that fails is taken character by character. */
static void
convert_run (Decoder *decoder, const Multibyte *encoding, const guint8 *data, gsize length,
             gsize start) {
  if (start == length
      || append_converted (decoder->text, encoding, data + start, length - start))
    return;
  for (gsize i = start; i < length;) {
    gsize size = encoding->measure (data + i, length - i);

    if (append_converted (decoder->text, encoding, data + i, size)) {
      i += size;
      continue;
    }
    for (gsize last = i + size; i < last; i++)
      replace_byte (decoder, i, data[i]);
  }
}

static void
decode_multibyte (Decoder *decoder, const Multibyte *encoding, const guint8 *data, gsize length) {
  gsize start = 0, i = 0;

  while (i < length) {
    gsize size = data[i] == 0 ? 0 : encoding->measure (data + i, length - i);

    if (size > 0 && i + size - start < 4096) {
      i += size;
      continue;
    }
    convert_run (decoder, encoding, data, i, start);
    if (size == 0) {
      replace_byte (decoder, i, data[i]);
      i++;
    }
    start = i;
    i += size;
  }
  convert_run (decoder, encoding, data, i, start);
}

char *
zb_text_encoding_decode (GBytes *bytes, ZbEncoding encoding, GPtrArray *diagnostics) {
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Decoder decoder = { .text = g_string_sized_new (length + 1), .diagnostics = diagnostics };

  if (encoding == ZB_ENCODING_UTF16_LE || encoding == ZB_ENCODING_UTF16_BE)
    decode_utf16 (&decoder, data, length, encoding == ZB_ENCODING_UTF16_BE);
  else if (encoding == ZB_ENCODING_GB18030)
    decode_multibyte (&decoder, &GB18030, data, length);
  else if (encoding == ZB_ENCODING_BIG5)
    decode_multibyte (&decoder, &BIG5, data, length);
  else
    decode_utf8 (&decoder, data, length);
  if (decoder.wrong > MOST_BYTES_REPORTED)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_WARNING, "invalid_byte", 0,
                        "%u bytes in all are no text; each is read as U+FFFD", decoder.wrong);
  return g_string_free (decoder.text, FALSE);
}
