/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"
#include "project-context.h"
#include "text-tokens.h"

G_BEGIN_DECLS

/* What a paragraph takes from what stands before it. */
typedef struct {
  const char *fund;    /* of the open heading; NULL where none names one */
  const char *list_fund; /* of the sentence that opened the list; NULL where none named one */
  const char *heading; /* the open heading, folded; NULL where none is */
  ZbPathContext paths;
  ZbProjectContext project;
  gboolean has_heading_code; /* the block before was nothing but a path of 类款项 … */
  const char *heading_code;  /* … with this code; NULL: one that is not listed */
} ZbSentenceContext;

/* Turns the sentences of block @block of the document into facts; updates @context. */
void zb_sentences_map (ZbMapper *mapper, guint block, ZbSentenceContext *context);

G_END_DECLS
