/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-search.h"

#include <string.h>

#include "finding.h"
#include "text-fold.h"
#include "unit.h"

/* What was asked for, in every way it can be understood. */
typedef struct {
  char *folded;
  gboolean is_number;
  ZbDecimal number;       /* without its sign, as printed */
  const ZbUnit *unit;     /* NULL where none was given */
  ZbDecimal amount;       /* in the canonical unit, where there is a unit */
} Query;

static void
query_clear (Query *query) {
  g_free (query->folded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, query_clear)

/* The digits at the start of @folded without separators; *@rest is what follows. */
static gboolean
parse_number (const char *folded, ZbDecimal *number, const char **rest) {
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = folded;

  for (p += *p == '-'; g_ascii_isdigit (*p) || *p == '.' || *p == ','; p++)
    if (*p != ',')
      g_string_append_c (digits, *p);
  *rest = p;
  if (digits->len > 0 && digits->str[digits->len - 1] == '.') /* 1200. is cut off */
    g_string_truncate (digits, digits->len - 1);
  return zb_decimal_parse (digits->str, number);
}

static void
query_parse (Query *query, const char *words) {
  const char *rest = "";

  query->folded = zb_text_fold (words);
  query->is_number = parse_number (query->folded, &query->number, &rest);
  if (!query->is_number || *rest == '\0')
    return;
  query->unit = zb_unit_lookup (rest);
  query->is_number = query->unit != NULL
                     && zb_decimal_multiply (query->number, query->unit->factor, &query->amount);
}

static gboolean
has_number (const ZbFact *fact, const Query *query) {
  g_autofree char *raw = NULL;
  const char *rest;
  ZbDecimal printed;

  if (!query->is_number)
    return FALSE;
  if (query->unit != NULL)
    return zb_decimal_compare (zb_decimal_absolute (fact->value), query->amount) == 0
           && g_strcmp0 (fact->unit, query->unit->canonical) == 0;
  raw = zb_text_fold (fact->raw != NULL ? fact->raw : "");
  return (parse_number (raw, &printed, &rest) && zb_decimal_compare (printed, query->number) == 0)
         || zb_decimal_compare (zb_decimal_absolute (fact->value), query->number) == 0;
}

static gboolean
has_name (const ZbFact *fact, const ZbCatalogue *catalogue, const Query *query) {
  const ZbDimensions *dimensions = &fact->dimensions;
  const ZbIndicator *indicator;
  g_autofree char *label = zb_text_fold (fact->label != NULL ? fact->label : "");
  const char *name;

  if (g_strcmp0 (dimensions->indicator, query->folded) == 0
      || g_strcmp0 (dimensions->function, query->folded) == 0
      || g_strcmp0 (dimensions->economic, query->folded) == 0)
    return TRUE;
  if (query->is_number)
    return FALSE;
  indicator = zb_catalogue_lookup_indicator (catalogue, dimensions->indicator);
  name = indicator != NULL && indicator->name != NULL ? indicator->name : "";
  return strstr (label, query->folded) != NULL || strstr (name, query->folded) != NULL;
}

GPtrArray *
zb_fact_search (const ZbReport *report, const ZbCatalogue *catalogue, const char *words) {
  GPtrArray *found = g_ptr_array_new ();
  const ZbFact *fact = zb_finding_lookup_fact (report, words);
  g_auto (Query) query = { 0 };

  if (fact != NULL) {
    g_ptr_array_add (found, (gpointer) fact);
    return found;
  }
  query_parse (&query, words);
  for (guint i = 0; *query.folded != '\0' && i < report->facts->len; i++) {
    fact = g_ptr_array_index (report->facts, i);
    if (has_number (fact, &query) || has_name (fact, catalogue, &query))
      g_ptr_array_add (found, (gpointer) fact);
  }
  return found;
}
