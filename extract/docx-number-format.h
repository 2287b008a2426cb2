/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @value as Word writes it in the number format @format (ST_NumberFormat: decimal, chineseCounting,
 * …). Formats that are not known, and values that a format cannot write, come out as decimal. The
 * caller frees it. */
char *zb_docx_number_format (guint value, const char *format);

G_END_DECLS
