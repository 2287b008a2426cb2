/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"
#include "project-context.h"
#include "text-tokens.h"

G_BEGIN_DECLS

/* What an amount is about, as a sentence names it. Strings are interned, or live as long as the
 * catalogue. */
typedef struct {
  const char *indicators[2], *fund, *function, *economic, *label;
  const char *measure; /* that the name itself carries: 预算收入 */
  gboolean set, count, unlisted;
  gboolean of_year; /* one of what a fund brought over, took in, spent and has left, told in this sentence */
  gboolean project; /* the project that the paragraph is about */
  gboolean item;    /* an item of what is being broken down: every word behind it must be known */
} ZbSubject;

/* What a paragraph takes from what stands before it. */
typedef struct {
  const char *fund;    /* of the open heading; NULL where none names one */
  const char *list_fund; /* of the sentence that opened the list; NULL where none named one */
  const char *heading; /* the open heading, folded; NULL where none is */
  ZbPathContext paths;
  ZbProjectContext project;
  ZbSubject opened; /* what the block before ended in breaking down: 行政运行90万元，其中：; unset: it did not */
  const char *opened_measure;
  gboolean opened_before; /* not in the block right before, but in one that only economic categories stand between */
  gboolean has_heading_code; /* the block before was nothing but a path of 类款项 … */
  const char *heading_code;  /* … with this code; NULL: one that is not listed */
} ZbSentenceContext;

/* Turns the sentences of block @block of the document into facts; updates @context. */
void zb_sentences_map (ZbMapper *mapper, guint block, ZbSentenceContext *context);

G_END_DECLS
