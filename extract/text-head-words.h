/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_HEAD_WORD_AMOUNT, /* and every word that is not known */
  ZB_HEAD_WORD_NAME,   /* 科目名称 */
  ZB_HEAD_WORD_CODE,   /* 科目编码 */
  ZB_HEAD_WORD_LEVEL,  /* 类, 款, 项: may stand under a code and hold a piece of it */
  ZB_HEAD_WORD_LINE,   /* 行次 */
  ZB_HEAD_WORD_TEXT,   /* 绩效目标: words behind the amounts */
  ZB_HEAD_WORD_KEYS,   /* 项目: may stand over code and name */
  ZB_HEAD_WORD_OVER,   /* 本年支出: may stand over several columns */
  ZB_HEAD_WORD_APART,  /* 其中: as before, and the total beside it does not add it up */
  ZB_HEAD_WORD_GROUP,  /* @funds: a name for words that others have under them */
} ZbHeadWord;

/* Reads the words, which are lines of head-words.tsv; called before the first look-up, an error can
 * be reported. Errors: ZB_ERROR_DATA. */
gboolean zb_text_head_words_load (GError **error);

/* What the column is that @text heads. A year before it, 其中： and brackets behind it do not matter. */
ZbHeadWord zb_text_head_words_lookup (const char *text);

/* Whether @text is a word of the list, alone or under another. */
gboolean zb_text_head_words_is_known (const char *text);

/* Whether @part may stand under @over. */
gboolean zb_text_head_words_is_part (const char *over, const char *part);

/* Whether @text heads the sum of the columns beside it: 合计, 本年支出合计. */
gboolean zb_text_head_words_is_total (const char *text);

G_END_DECLS
