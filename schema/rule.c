/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule.h"

#include <string.h>

#include "data-table.h"
#include "intern.h"
#include "schema-data.h"

#define PATH "/zhibiao/schema/checks.tsv"

static const char *const TYPE_NAMES[] = {
  [ZB_RULE_SUM] = "sum",       [ZB_RULE_AT_MOST] = "at_most", [ZB_RULE_CHILDREN] = "children",
  [ZB_RULE_RATIO] = "ratio",   [ZB_RULE_CHANGE] = "change",   [ZB_RULE_CHANGE_RATE] = "change_rate",
  [ZB_RULE_PRESENT] = "present", [ZB_RULE_CODES_WITHIN] = "codes_within",
  [ZB_RULE_WITHIN] = "within", [ZB_RULE_DENIED] = "denied",
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

/* [?]indicator[@fund][#measure][!] */
static ZbTerm
parse_term (const char *text) {
  g_autofree char *plain = g_strstrip (g_strdup (text));
  ZbTerm term = { 0 };
  char *mark;

  if (*plain == '?') {
    term.optional = TRUE;
    memmove (plain, plain + 1, strlen (plain));
  }
  if (g_str_has_suffix (plain, "!")) {
    term.whole = TRUE;
    plain[strlen (plain) - 1] = '\0';
  }
  mark = strchr (plain, '#');
  if (mark != NULL) {
    term.measure = zb_intern (mark + 1);
    *mark = '\0';
  }
  mark = strchr (plain, '@');
  if (mark != NULL) {
    term.fund = zb_intern (mark + 1);
    *mark = '\0';
  }
  if (!g_str_equal (plain, "*"))
    term.indicator = zb_intern (plain);
  return term;
}

static GArray *
parse_terms (const char *text, const char *separator) {
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (ZbTerm));
  g_auto (GStrv) parts = g_strsplit (text, separator, -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    ZbTerm term = parse_term (parts[i]);

    if (*g_strstrip (parts[i]) != '\0')
      g_array_append_val (terms, term);
  }
  return terms;
}

static ZbRule *
parse_rule (const ZbDataRow *row) {
  ZbRule *rule = g_new0 (ZbRule, 1);
  g_auto (GStrv) sides = g_strsplit (row->fields[4], " / ", 2);
  guint type = 0;

  while (type < G_N_ELEMENTS (TYPE_NAMES) && !g_str_equal (TYPE_NAMES[type], row->fields[1]))
    type++;
  rule->name = zb_intern (row->fields[0]);
  rule->type = (ZbRuleType) type;
  rule->scope = g_strsplit (row->fields[2], ",", -1);
  rule->economic = g_str_equal (row->fields[3], "economic");
  rule->left = parse_term (row->fields[3]);
  rule->right = parse_terms (sides[0] != NULL ? sides[0] : "",
                             type == ZB_RULE_RATIO ? "|" : " + ");
  rule->divisor = parse_terms (sides[0] != NULL && sides[1] != NULL ? sides[1] : "", "|");
  rule->message = g_strdup (row->fields[5]);
  return rule;
}

GPtrArray *
zb_rules_load (GError **error) {
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_schema_data_get_resource (), PATH, 6, error);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (rule_free);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    ZbRule *rule = parse_rule (row);

    g_ptr_array_add (rules, rule);
    if (rule->type >= G_N_ELEMENTS (TYPE_NAMES)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "checks.tsv: line %u: no such type", row->line);
      return NULL;
    }
  }
  return g_steal_pointer (&rules);
}

gboolean
zb_rule_has_scope (const ZbRule *rule, const char *kind) {
  return g_strv_contains ((const char *const *) rule->scope, kind);
}
