/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_ENCODING_NONE, /* no text */
  ZB_ENCODING_UTF8,
  ZB_ENCODING_UTF16_LE,
  ZB_ENCODING_UTF16_BE,
  ZB_ENCODING_GB18030,
  ZB_ENCODING_BIG5,
} ZbEncoding;

/* In what encoding @bytes are text. A byte order mark decides; without one UTF-8 with a few wrong
 * bytes is still UTF-8, because GB18030 breaks UTF-8 in almost every character. Big5 is told from
 * GB18030, which allows nearly the same bytes, by second bytes that simplified Chinese hardly uses;
 * UTF-16 by zero bytes that only stand where its ASCII characters have them. */
ZbEncoding zb_text_encoding_guess (GBytes *bytes);

/* @bytes as valid UTF-8 without byte order mark and without NUL. Every byte (for UTF-16: every
 * code unit) that is wrong becomes U+FFFD and a warning `invalid_byte` with its offset; beyond
 * some tens of them one more diagnostic gives the count. The caller frees the result. */
char *zb_text_encoding_decode (GBytes *bytes, ZbEncoding encoding, GPtrArray *diagnostics);

G_END_DECLS
