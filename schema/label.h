/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text folded for looking up in labels.tsv: numbering in front (一、 （一） 1. 其中：), a colon
 * behind and a bracketed unit or remark behind are taken off. The caller frees it. */
char *zb_label_fold (const char *text);

/* @folded without its leading numbering and 其中; points into @folded. */
const char *zb_label_skip_numbering (const char *folded);

/* The first year (1949…2099) that the folded text names, in digits of either form: 2024年, 二〇二四年. Sets
 * @behind to its 年. 0 where it names none. */
guint zb_label_find_year (const char *folded, const char **behind);

/* The year that a header or label names: the four digits of either form before 年, or @base minus one for 上年;
 * 0 where it names none. */
guint zb_label_year (const char *text, guint base);

G_END_DECLS
