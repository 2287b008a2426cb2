/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_RULE_SUM,
  ZB_RULE_AT_MOST,
  ZB_RULE_CHILDREN,
  ZB_RULE_RATIO,
  ZB_RULE_CHANGE,
  ZB_RULE_CHANGE_RATE,
  ZB_RULE_PRESENT,
  ZB_RULE_CODES_WITHIN,
  ZB_RULE_WITHIN,
  ZB_RULE_DENIED,
} ZbRuleType;

/* One term of a formula: an indicator, and a fund and a measure where the formula fixes them.
 * Strings are interned. */
typedef struct {
  const char *indicator; /* NULL: any, the same on both sides (*) */
  const char *fund, *measure;
  gboolean whole;        /* the amount without function and economic code (!) */
  gboolean optional;     /* may be one of the other parts already (?) */
} ZbTerm;

/* One line of checks.tsv. */
typedef struct {
  const char *name; /* interned */
  ZbRuleType type;
  char **scope;     /* kinds of table, or "document" */
  ZbTerm left;
  GArray *right;    /* ZbTerm: parts, or the readings of a numerator */
  GArray *divisor;  /* ZbTerm: the readings of a denominator; empty unless the rule is a ratio */
  char *message;
  gboolean economic; /* of a children rule: by economic instead of functional code */
} ZbRule;

/* The rules of the data file; NULL with ZB_ERROR_DATA. The caller frees the array. */
GPtrArray *zb_rules_load (GError **error);

gboolean zb_rule_has_scope (const ZbRule *rule, const char *kind);

G_END_DECLS
