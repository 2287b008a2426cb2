/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-encoding.h"

#include <string.h>

/* A declaration stands at the top; browsers look no further than this. */
enum { HEAD_BYTES = 4096 };

static const struct {
  const char *name;
  ZbEncoding encoding;
} NAMES[] = {
  { "utf-8", ZB_ENCODING_UTF8 },     { "utf8", ZB_ENCODING_UTF8 },
  { "gb2312", ZB_ENCODING_GB18030 }, { "gb18030", ZB_ENCODING_GB18030 },
  { "gbk", ZB_ENCODING_GB18030 },    { "x-gbk", ZB_ENCODING_GB18030 },
  { "cp936", ZB_ENCODING_GB18030 },  { "big5", ZB_ENCODING_BIG5 },
};

/* The encoding that charset= or an XML declaration's encoding= names. */
static ZbEncoding
find_declared (GBytes *bytes) {
  static const char *const KEYS[] = { "charset", "encoding" };
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, HEAD_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);

  for (guint key = 0; key < G_N_ELEMENTS (KEYS); key++)
    for (const char *at = strstr (lower, KEYS[key]); at != NULL; at = strstr (at, KEYS[key])) {
      at += strlen (KEYS[key]);
      at += strspn (at, " =\"'");
      for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
        if (g_str_has_prefix (at, NAMES[i].name))
          return NAMES[i].encoding;
    }
  return ZB_ENCODING_NONE;
}

ZbEncoding
zb_html_encoding_guess (GBytes *bytes) {
  ZbEncoding guess = zb_text_encoding_guess (bytes), declared;

  if (guess == ZB_ENCODING_UTF16_LE || guess == ZB_ENCODING_UTF16_BE)
    return guess;
  declared = find_declared (bytes);
  /* Bytes that are UTF-8 are so by no accident, and bytes that are not cannot be. Between the
   * encodings of two bytes the declaration knows better. */
  if (declared == ZB_ENCODING_NONE || guess == ZB_ENCODING_UTF8 || declared == ZB_ENCODING_UTF8)
    return guess != ZB_ENCODING_NONE ? guess : declared;
  return declared;
}
