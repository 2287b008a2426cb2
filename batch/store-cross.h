/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Finding what documents of one body say about one amount. */

typedef enum { ZB_CROSS_SAME, ZB_CROSS_UNIT, ZB_CROSS_SUM } ZbCrossType;

/* One line of cross-checks.tsv; the strings are borrowed. */
typedef struct {
  const char *rule;
  ZbCrossType type;
  const char *kind, *indicators, *measure;
  int period;
  const char *other_kind, *other_measure;
  int other_year;
  const char *other_indicator, *other_fund; /* NULL: the same; other_fund "": none */
  const char *message;
} ZbCrossRule;

/* Two amounts to be compared. With ZB_CROSS_SUM several pairs with the same document and fact follow
 * each other, one for each of `parts` units. Borrowed until the next. */
typedef struct {
  gint64 document, other_document;
  guint fact, other_fact, parts;
  const char *value, *half_unit, *other_value, *other_half_unit;
} ZbCrossPair;

/* Prepares zb_store_cross_each() and empties the table cross_checks. */
gboolean zb_store_cross_begin (ZbStore *store, GError **error);

/* Calls @use for every pair, ordered. It returns FALSE with @error set to stop. */
gboolean zb_store_cross_each (ZbStore *store, const ZbCrossRule *rule,
                              gboolean (*use) (const ZbCrossPair *pair, gpointer data, GError **error),
                              gpointer data, GError **error);

/* The outcome of one comparison; plain decimals. */
typedef struct {
  gboolean passed;
  const char *expected, *found, *difference, *tolerance;
} ZbCrossOutcome;

/* other_document and other_fact are 0 for a sum. */
gboolean zb_store_cross_put (ZbStore *store, const ZbCrossRule *rule, const ZbCrossPair *pair,
                             const ZbCrossOutcome *outcome, GError **error);

guint zb_store_cross_count_failed (ZbStore *store);

G_END_DECLS
