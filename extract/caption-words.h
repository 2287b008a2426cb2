/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a line beside a table says about it; every field may be NULL. */
typedef struct {
  char *title;      /* 收入支出决算总表, without a number before it */
  char *unit;       /* 万元 */
  char *form;       /* 公开01表, 表一 */
  char *department; /* what stands behind 部门： */
  gboolean is_whole; /* nothing else stands in the line */
} ZbCaptionWords;

/* Reads @text; the caller clears the result with zb_caption_words_clear(). */
ZbCaptionWords zb_caption_words_read (const char *text);
void zb_caption_words_clear (ZbCaptionWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbCaptionWords, zb_caption_words_clear)

/* Whether @text is a note under a table: 注：…, or a statement that the table has no data. */
gboolean zb_caption_words_is_note (const char *text);

/* Whether @text is an item of a list: 1. …, (2) …. */
gboolean zb_caption_words_is_item (const char *text);

/* Whether the text starts with a number of a list or a heading: 一、, （一）, 1., （1）. */
gboolean zb_caption_words_is_numbered (const char *text);

/* Whether @text is nothing but a year or a date, as stands between a title and its table. */
gboolean zb_caption_words_is_period (const char *text);

/* Whether a printed line is never part of a running paragraph: a caption or a note's first line. */
gboolean zb_caption_words_stand_alone (const char *line);

G_END_DECLS
