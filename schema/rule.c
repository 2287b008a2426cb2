/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule.h"

#include <string.h>

#include "data-table.h"
#include "intern.h"
#include "schema-data.h"

#define PATH "/zhibiao/schema/checks.tsv"

static const char *const TYPE_NAMES[ZB_N_RULE_TYPES] = {
  [ZB_RULE_SUM] = "sum",
  [ZB_RULE_AT_MOST] = "at_most",
  [ZB_RULE_AT_LEAST] = "at_least",
  [ZB_RULE_CHILDREN] = "children",
  [ZB_RULE_RATIO] = "ratio",
  [ZB_RULE_CHANGE] = "change",
  [ZB_RULE_CHANGE_RATE] = "change_rate",
  [ZB_RULE_PRESENT] = "present",
  [ZB_RULE_CODES_WITHIN] = "codes_within",
  [ZB_RULE_WITHIN] = "within",
  [ZB_RULE_DENIED] = "denied",
  [ZB_RULE_ROW_PARTS] = "row_parts",
  [ZB_RULE_ROW_TOTALS] = "row_totals",
  [ZB_RULE_OF_WHICH] = "of_which",
  [ZB_RULE_COUNTED] = "counted",
  [ZB_RULE_LABEL_YEAR] = "label_year",
  [ZB_RULE_DECIMALS] = "decimals",
  [ZB_RULE_LIST_SUM] = "list_sum",
  [ZB_RULE_CLASSES] = "classes",
  [ZB_RULE_COPIED] = "copied",
  [ZB_RULE_LEAP] = "leap",
  [ZB_RULE_STALE] = "stale",
  [ZB_RULE_UNDECLARED] = "undeclared",
  [ZB_RULE_DECLARED_FOR] = "declared_for",
  [ZB_RULE_DECLARED_EMPTY] = "declared_empty",
  [ZB_RULE_NEAR] = "near",
  [ZB_RULE_LEVELS] = "levels",
  [ZB_RULE_SHIFTED] = "shifted",
  [ZB_RULE_BUILT_IN] = "built_in",
};

static void
rule_free (gpointer data) {
  ZbRule *rule = data;

  g_strfreev (rule->scope);
  g_array_unref (rule->right);
  g_array_unref (rule->divisor);
  g_free (rule->message);
  g_free (rule);
}

/* Cuts @text off at the last @mark; what stood behind it, interned, NULL where there is none. */
static const char *
cut_off (char *text, char mark) {
  char *at = strrchr (text, mark);

  if (at == NULL)
    return NULL;
  *at = '\0';
  return zb_intern (at + 1);
}

/* [?]indicator[@fund][#measure][%economic][&function][!] */
static ZbTerm
parse_term (const char *text) {
  g_autofree char *plain = g_strdup (*text == '?' ? text + 1 : text);
  ZbTerm term = { .optional = *text == '?' };

  if (g_str_has_suffix (plain, "!")) {
    term.whole = TRUE;
    plain[strlen (plain) - 1] = '\0';
  }
  term.function = cut_off (plain, '&');
  term.economic = cut_off (plain, '%');
  term.measure = cut_off (plain, '#');
  term.fund = cut_off (plain, '@');
  if (!g_str_equal (plain, "*"))
    term.indicator = zb_intern (plain);
  return term;
}

/* The terms of one side, with + or - or | between them. */
static GArray *
parse_terms (const char *text) {
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (ZbTerm));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean subtracted = FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    g_auto (GStrv) readings = g_strsplit (words[i], "|", -1);

    if (g_str_equal (words[i], "-") || g_str_equal (words[i], "+")) {
      subtracted = *words[i] == '-';
      continue;
    }
    for (guint r = 0; readings[r] != NULL; r++)
      if (*readings[r] != '\0') {
        ZbTerm term = parse_term (readings[r]);

        term.subtracted = subtracted;
        g_array_append_val (terms, term);
      }
  }
  return terms;
}

/* The position of @name among @names; @count where it is none of them. */
static guint
position_of (const char *name, const char *const *names, guint count) {
  guint at = 0;

  while (at < count && !g_str_equal (names[at], name))
    at++;
  return at;
}

static const char *const SEVERITIES[] = {
  [ZB_SEVERITY_INFO] = "info", [ZB_SEVERITY_WARNING] = "warning", [ZB_SEVERITY_ERROR] = "error",
};

static ZbRule *
parse_rule (const ZbDataRow *row) {
  ZbRule *rule = g_new0 (ZbRule, 1);
  g_auto (GStrv) sides = g_strsplit (row->fields[5], " / ", 2);

  rule->name = zb_intern (row->fields[0]);
  rule->type = (ZbRuleType) position_of (row->fields[1], TYPE_NAMES, ZB_N_RULE_TYPES);
  rule->severity
      = (ZbSeverity) position_of (row->fields[2], SEVERITIES, G_N_ELEMENTS (SEVERITIES));
  rule->scope = g_strsplit (row->fields[3], ",", -1);
  rule->economic = g_str_equal (row->fields[4], "economic");
  rule->left = parse_term (row->fields[4]);
  rule->right = parse_terms (sides[0] != NULL ? sides[0] : "");
  rule->divisor = parse_terms (sides[0] != NULL && sides[1] != NULL ? sides[1] : "");
  rule->message = g_strdup (row->fields[6]);
  return rule;
}

typedef struct {
  ZbIndicatorKnown is_known;
  gpointer data;
} Known;

/* The first indicator of @terms that there is none of; NULL where all are known. */
static const char *
find_unknown (const ZbTerm *terms, guint count, const Known *known) {
  for (guint i = 0; i < count; i++)
    if (terms[i].indicator != NULL && *terms[i].indicator != '\0'
        && !known->is_known (terms[i].indicator, known->data))
      return terms[i].indicator;
  return NULL;
}

/* What is wrong with a rule; NULL where nothing is. The caller frees it. */
static char *
find_mistake (const ZbRule *rule, const Known *known) {
  const char *unknown = NULL;

  if (rule->type >= ZB_N_RULE_TYPES)
    return g_strdup ("no such type");
  if (rule->severity >= (ZbSeverity) G_N_ELEMENTS (SEVERITIES))
    return g_strdup ("no such severity");
  if (*rule->message == '\0')
    return g_strdup ("no message");
  if (rule->type != ZB_RULE_CHILDREN && rule->type != ZB_RULE_LEVELS)
    unknown = find_unknown (&rule->left, 1, known);
  if (unknown == NULL)
    unknown = find_unknown ((const ZbTerm *) rule->right->data, rule->right->len, known);
  if (unknown == NULL)
    unknown = find_unknown ((const ZbTerm *) rule->divisor->data, rule->divisor->len, known);
  return unknown != NULL ? g_strdup_printf ("%s is no indicator", unknown) : NULL;
}

GPtrArray *
zb_rules_load (ZbIndicatorKnown is_known, gpointer data, GError **error) {
  const Known known = { is_known, data };
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_schema_data_get_resource (), PATH, 7, error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (rule_free);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    ZbRule *rule = parse_rule (row);
    g_autofree char *mistake = NULL;

    g_ptr_array_add (rules, rule);
    mistake = find_mistake (rule, &known);
    if (mistake != NULL) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "checks.tsv: line %u: %s", row->line, mistake);
      return NULL;
    }
  }
  return g_steal_pointer (&rules);
}

const ZbRule *
zb_rule_lookup (const GPtrArray *rules, const char *name) {
  for (guint i = 0; i < rules->len; i++) {
    const ZbRule *rule = g_ptr_array_index (rules, i);

    if (g_str_equal (rule->name, name))
      return rule;
  }
  return NULL;
}

gboolean
zb_rule_has_scope (const ZbRule *rule, const char *kind) {
  return g_strv_contains ((const char *const *) rule->scope, kind);
}
