/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "diagnostic.h"

G_BEGIN_DECLS

typedef enum {
  ZB_RULE_SUM,
  ZB_RULE_AT_MOST,
  ZB_RULE_AT_LEAST,
  ZB_RULE_CHILDREN,
  ZB_RULE_RATIO,
  ZB_RULE_CHANGE,
  ZB_RULE_CHANGE_RATE,
  ZB_RULE_PRESENT,
  ZB_RULE_CODES_WITHIN,
  ZB_RULE_WITHIN,
  ZB_RULE_DENIED,
  ZB_RULE_ROW_PARTS,
  ZB_RULE_ROW_TOTALS,
  ZB_RULE_OF_WHICH,
  ZB_RULE_COUNTED,
  ZB_RULE_LABEL_YEAR,
  ZB_RULE_DECIMALS,
  ZB_RULE_LIST_SUM,
  ZB_RULE_CLASSES,
  ZB_RULE_COPIED,
  ZB_RULE_LEAP,
  ZB_RULE_STALE,
  ZB_RULE_UNDECLARED,
  ZB_RULE_DECLARED_FOR,
  ZB_RULE_DECLARED_EMPTY,
  ZB_RULE_NEAR,
  ZB_RULE_LEVELS,
  ZB_RULE_SHIFTED,
  ZB_RULE_BUILT_IN,
  ZB_N_RULE_TYPES,
} ZbRuleType;

/* One term of a formula: an indicator, and a fund, a measure and a code of either classification
 * where the formula fixes them. Strings are interned. */
typedef struct {
  const char *indicator; /* NULL: any, the same on both sides (*) */
  const char *fund, *measure, *economic, *function;
  gboolean subtracted;   /* taken from the sum, not added to it */
  gboolean whole;        /* the amount without function and economic code (!) */
  gboolean optional;     /* may be one of the other parts already (?) */
} ZbTerm;

/* One line of checks.tsv. */
typedef struct {
  const char *name; /* interned */
  ZbRuleType type;
  ZbSeverity severity; /* what a failure is: a mistake, a doubt, something to know */
  char **scope;     /* kinds of table, "document" or "anywhere" */
  ZbTerm left;
  GArray *right;    /* ZbTerm: parts, or the readings of a numerator */
  GArray *divisor;  /* ZbTerm: the readings of a denominator; empty unless the rule is a ratio */
  char *message;
  gboolean economic; /* of a children rule: by economic instead of functional code */
} ZbRule;

/* Whether there is an indicator of this id; @data is the caller's. */
typedef gboolean (*ZbIndicatorKnown) (const char *id, gpointer data);

/* The rules of the data file, whose indicators must all be known; NULL with ZB_ERROR_DATA naming the line.
 * The caller frees the array. */
GPtrArray *zb_rules_load (ZbIndicatorKnown is_known, gpointer data, GError **error);

/* The rule of that name among @rules; NULL where the data file has none, which turns it off. */
const ZbRule *zb_rule_lookup (const GPtrArray *rules, const char *name);

gboolean zb_rule_has_scope (const ZbRule *rule, const char *kind);

G_END_DECLS
