/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-head-words.h"

G_BEGIN_DECLS

enum { ZB_TEXT_HEAD_MOST_LINES = 5, ZB_TEXT_HEAD_MOST_WORDS = 64 };

/* The words of the head of a table in reading order, and what they are. */
typedef struct {
  GPtrArray *texts; /* const char *, borrowed */
  GArray *kinds;    /* ZbHeadWord */
  GByteArray *totals, *parts; /* of each word whether it heads a sum; of each pair whether the second may
                                 stand under the first */
} ZbTextHeadWords;

/* One way in which the words stand over one another. */
typedef struct {
  guint lines, ends[ZB_TEXT_HEAD_MOST_LINES]; /* the word behind each line */
  guint counts[ZB_TEXT_HEAD_MOST_WORDS];      /* how many words of the next line stand under each */
  guint cost;                                 /* 0 where nothing of it is unusual */
} ZbTextHeadTree;

/* @texts (const char *) are borrowed as long as the result lives; the caller clears it. */
void zb_text_head_words_init (ZbTextHeadWords *words, const GPtrArray *texts);
void zb_text_head_words_clear (ZbTextHeadWords *words);

/* The likeliest ways (ZbTextHeadTree *) in which @words stand over one another, all equally likely, at most
 * @most of them. @ends are the ends of their @lines, or NULL where it is not known where a line ends. The
 * caller unrefs the array, which is empty where no way is likely at all. */
GPtrArray *zb_text_head_tree_find (const ZbTextHeadWords *words, const guint *ends, guint lines, guint most);

G_END_DECLS
