/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "number.h"
#include "quantity.h"

G_BEGIN_DECLS

typedef enum {
  ZB_TOKEN_LABEL,    /* a phrase of scope text */
  ZB_TOKEN_WORD,     /* a phrase of scope grammar */
  ZB_TOKEN_FUNCTION, /* a path of 类款项 */
  ZB_TOKEN_ECONOMIC, /* the name of an economic category */
  ZB_TOKEN_ITEM,     /* the name of an item of one: 办公费 */
  ZB_TOKEN_YEAR,     /* 2024年 */
  ZB_TOKEN_QUANTITY,
  ZB_TOKEN_BREAK,    /* ， ； ： 、 */
  ZB_TOKEN_OPEN,     /* （ */
  ZB_TOKEN_CLOSE,    /* ） */
  ZB_TOKEN_STOP,     /* 。 ！ ？ or the end of the text */
} ZbTokenKind;

typedef struct {
  ZbTokenKind kind;
  gsize start, end;       /* bytes of the folded text */
  guint noise;            /* characters right before it that belong to no token */
  const ZbLabel *label;   /* LABEL, WORD; for a QUANTITY the thing counted behind it, or NULL */
  const char *code;       /* FUNCTION (NULL: a path that is not listed), ECONOMIC */
  guint year;             /* YEAR */
  const ZbQuantity *quantity; /* QUANTITY; borrowed from the list that made it */
} ZbToken;

/* The codes that a path without its upper levels goes on from; kept from paragraph to paragraph. */
typedef struct {
  const char *function_class, *function_group; /* 201, 20132; NULL where none */
  gboolean by_function; /* what is told is divided by 支出功能分类: names alone are of that classification */
} ZbPathContext;

/* The tokens of a paragraph, from left to right. The array is the caller's; @quantities must be
 * those of the same text and outlive it. */
GArray *zb_text_tokens_find (const ZbCatalogue *catalogue, const ZbNumberText *text,
                             const GPtrArray *quantities, ZbPathContext *context);

G_END_DECLS
