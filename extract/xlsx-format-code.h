/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends to @text (NULL: nowhere) what stands literally at @at of a format code: "quoted", \c, !c,
 * [$¥-804], _c, *c and [Red], of which the last three show no character. Returns what follows it;
 * @at itself where a placeholder stands there. */
const char *zb_xlsx_format_code_take_literal (const char *at, GString *text);

/* The sections of @format, which are parted by semicolons; the caller frees them. */
char **zb_xlsx_format_code_split (const char *format);

G_END_DECLS
