/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_FORM_WORD_NONE,
  ZB_FORM_WORD_LEVEL1, /* 产出指标 … */
  ZB_FORM_WORD_LEVEL2, /* 数量指标 … */
  ZB_FORM_WORD_FUND,   /* 上年结转资金 … */
  ZB_FORM_WORD_HEADER, /* 三级指标, 分值 … */
  ZB_FORM_WORD_GOAL,   /* 年度总体目标 … */
  ZB_FORM_WORD_TOTAL,  /* 总分 */
  ZB_FORM_WORD_LABEL,  /* 实施单位 …: stands in the middle of a row */
} ZbFormWord;

/* Reads the words, which are lines of form-words.tsv; called before the first look-up, an error can be
 * reported. Errors: ZB_ERROR_DATA. */
gboolean zb_text_form_words_load (GError **error);

/* What @text is in the printed forms of performance evaluation; spaces and a weight in brackets
 * behind it, （50分）, do not matter. */
ZbFormWord zb_text_form_words_lookup (const char *text);

/* Whether @text is a weight in brackets: （50分）. */
gboolean zb_text_form_words_is_weight (const char *text);

/* Whether @text is a printed label of such a form and so never the rest of another cell. */
gboolean zb_text_form_words_is_label (const char *text);

G_END_DECLS
