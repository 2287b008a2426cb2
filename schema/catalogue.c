/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

#include <string.h>

#include "check-words.h"
#include "classification.h"
#include "data-table.h"
#include "document-words.h"
#include "evaluation-words.h"
#include "intern.h"
#include "label.h"
#include "schema-data.h"
#include "text-fold.h"
#include "text-form-words.h"
#include "quantity.h"

#define DATA "/zhibiao/schema/"

struct _ZbCatalogue {
  GArray *indicators;  /* ZbIndicator */
  GHashTable *by_id;   /* interned id → ZbIndicator * */
  GArray *kinds;       /* ZbTableKind */
  GHashTable *labels[ZB_N_SCOPES];   /* folded phrase → ZbLabel * */
  GHashTable *by_first[ZB_N_SCOPES]; /* first character → GPtrArray of ZbLabel *, longest first */
  GPtrArray *owned;    /* ZbLabel * */
  ZbClassification *functions, *economics;
  GPtrArray *rules; /* ZbRule * */
};

static const char *const SCOPE_NAMES[ZB_N_SCOPES] = {
  [ZB_SCOPE_INCOME] = "income", [ZB_SCOPE_EXPENDITURE] = "expenditure",
  [ZB_SCOPE_THREE_PUBLIC] = "three_public", [ZB_SCOPE_BASE] = "base",
  [ZB_SCOPE_PROCUREMENT] = "procurement",
  [ZB_SCOPE_FUNDS] = "funds", [ZB_SCOPE_COLUMN] = "column", [ZB_SCOPE_TEXT] = "text",
  [ZB_SCOPE_GRAMMAR] = "grammar", [ZB_SCOPE_AFTER] = "after",
};

static const char *const ROLE_NAMES[] = {
  [ZB_ROLE_VALUE] = "", [ZB_ROLE_CODE] = "code", [ZB_ROLE_LABEL] = "label",
  [ZB_ROLE_UNIT] = "unit", [ZB_ROLE_UNIT_CODE] = "unit_code", [ZB_ROLE_LINE] = "line",
  [ZB_ROLE_YEAR] = "year",
  [ZB_ROLE_SKIP] = "skip", [ZB_ROLE_ELSEWHERE] = "elsewhere", [ZB_ROLE_NEUTRAL] = "neutral", [ZB_ROLE_TOTAL] = "total",
  [ZB_ROLE_COUNT] = "count", [ZB_ROLE_MEASURE] = "measure",
  [ZB_ROLE_SIDE_INCOME] = "side_income", [ZB_ROLE_SIDE_EXPENDITURE] = "side_expenditure",
  [ZB_ROLE_INCOME_ONLY] = "income_only", [ZB_ROLE_UP] = "up", [ZB_ROLE_DOWN] = "down",
  [ZB_ROLE_COMPARE] = "compare", [ZB_ROLE_LAST_YEAR] = "last_year", [ZB_ROLE_SHARE] = "share",
  [ZB_ROLE_EXECUTION] = "execution", [ZB_ROLE_OF_WHICH] = "of_which",
  [ZB_ROLE_CONNECT] = "connect", [ZB_ROLE_DENY] = "deny",
  [ZB_ROLE_PURPOSE] = "purpose", [ZB_ROLE_EACH] = "each", [ZB_ROLE_RESPECTIVE] = "respective",
  [ZB_ROLE_REACH] = "reach",
  [ZB_ROLE_REASON] = "reason",
};

static const char *const LAYOUT_NAMES[] = {
  [ZB_LAYOUT_NONE] = "none", [ZB_LAYOUT_TWO_SIDED] = "two_sided",
  [ZB_LAYOUT_FUNCTION] = "function", [ZB_LAYOUT_ECONOMIC] = "economic",
  [ZB_LAYOUT_THREE_PUBLIC] = "three_public", [ZB_LAYOUT_PROJECT] = "project",
  [ZB_LAYOUT_PROCUREMENT] = "procurement", [ZB_LAYOUT_BASE_DATA] = "base_data",
  [ZB_LAYOUT_EVALUATION] = "evaluation", [ZB_LAYOUT_TOTAL] = "total",
};

/* The index of @name in @names, -1 where it is not there. */
static int
lookup_name (const char *const *names, guint count, const char *name) {
  for (guint i = 0; i < count; i++)
    if (g_str_equal (names[i], name))
      return (int) i;
  return -1;
}

static const char *
intern_or_null (const char *text) {
  return *text != '\0' ? zb_intern (text) : NULL;
}

static gboolean
fail (const ZbDataRow *row, const char *file, const char *reason, GError **error) {
  g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "%s: line %u: %s", file, row->line, reason);
  return FALSE;
}

static gboolean
load_indicators (ZbCatalogue *catalogue, GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (),
                                                   DATA "indicators.tsv", 4, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    g_auto (GStrv) units = g_strsplit (row->fields[1], " ", 2);
    ZbIndicator indicator = {
      .id = zb_intern (row->fields[0]), .name = zb_intern (row->fields[2]),
      .meaning = zb_intern (row->fields[3]),
    };

    if (units[0] != NULL) {
      indicator.unit = intern_or_null (units[0]);
      indicator.other_unit = units[1] != NULL ? intern_or_null (units[1]) : NULL;
    }
    if (g_hash_table_contains (catalogue->by_id, indicator.id))
      return fail (row, "indicators.tsv", "a second time the same id", error);
    g_array_append_val (catalogue->indicators, indicator);
    g_hash_table_insert (catalogue->by_id, (gpointer) indicator.id,
                         GUINT_TO_POINTER (catalogue->indicators->len));
  }
  return TRUE;
}

static gboolean
load_kinds (ZbCatalogue *catalogue, GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (),
                                                   DATA "table-kinds.tsv", 9, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    char **fields = row->fields;
    int layout = lookup_name (LAYOUT_NAMES, G_N_ELEMENTS (LAYOUT_NAMES), fields[2]);
    ZbTableKind kind = {
      .id = zb_intern (fields[0]), .family = zb_intern (fields[1]),
      .layout = (ZbLayout) layout, .words = g_strsplit (fields[3], " ", -1),
      .without = g_strsplit (fields[4], " ", -1), .indicator = intern_or_null (fields[5]),
      .fund = intern_or_null (fields[6]), .name = zb_intern (fields[7]),
      .meaning = zb_intern (fields[8]), .line = row->line,
    };

    g_array_append_val (catalogue->kinds, kind);
    if (layout < 0)
      return fail (row, "table-kinds.tsv", "no such layout", error);
    if (kind.indicator != NULL && !g_hash_table_contains (catalogue->by_id, kind.indicator))
      return fail (row, "table-kinds.tsv", "no such indicator", error);
  }
  return TRUE;
}

static gint
compare_longest_first (gconstpointer a, gconstpointer b) {
  const ZbLabel *left = *(const ZbLabel *const *) a, *right = *(const ZbLabel *const *) b;
  gsize left_length = strlen (left->phrase), right_length = strlen (right->phrase);

  return left_length > right_length ? -1 : left_length < right_length;
}

static gboolean
index_label (ZbCatalogue *catalogue, ZbScope scope, ZbLabel *label) {
  gpointer first = GUINT_TO_POINTER (g_utf8_get_char (label->phrase));
  GPtrArray *group;

  if (!g_hash_table_insert (catalogue->labels[scope], (gpointer) label->phrase, label))
    return FALSE;
  group = g_hash_table_lookup (catalogue->by_first[scope], first);
  if (group == NULL) {
    group = g_ptr_array_new ();
    g_hash_table_insert (catalogue->by_first[scope], first, group);
  }
  g_ptr_array_add (group, label);
  return TRUE;
}

static ZbLabel *
parse_label (ZbCatalogue *catalogue, const ZbDataRow *row, GError **error) {
  g_autofree char *folded = zb_text_fold (row->fields[0]);
  g_auto (GStrv) ids = g_strsplit (row->fields[3], " ", 2);
  int role = lookup_name (ROLE_NAMES, G_N_ELEMENTS (ROLE_NAMES), row->fields[2]);
  ZbLabel *label = g_new0 (ZbLabel, 1);

  g_ptr_array_add (catalogue->owned, label);
  label->phrase = zb_intern (folded);
  label->line = row->line;
  label->role = (ZbLabelRole) role;
  label->fund = intern_or_null (row->fields[4]);
  label->measure = intern_or_null (row->fields[5]);
  if (role < 0) {
    fail (row, "labels.tsv", "no such role", error);
    return NULL;
  }
  for (guint i = 0; ids[i] != NULL && i < 2; i++) {
    label->indicators[i] = zb_intern (ids[i]);
    if (!g_hash_table_contains (catalogue->by_id, label->indicators[i])) {
      fail (row, "labels.tsv", "no such indicator", error);
      return NULL;
    }
  }
  return label;
}

static gboolean
load_labels (ZbCatalogue *catalogue, GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (),
                                                   DATA "labels.tsv", 6, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    g_auto (GStrv) scopes = g_strsplit (row->fields[1], " ", -1);
    ZbLabel *label = parse_label (catalogue, row, error);

    if (label == NULL)
      return FALSE;
    for (guint k = 0; scopes[k] != NULL; k++) {
      int scope = lookup_name (SCOPE_NAMES, ZB_N_SCOPES, scopes[k]);

      if (scope < 0)
        return fail (row, "labels.tsv", "no such scope", error);
      if (!index_label (catalogue, (ZbScope) scope, label))
        return fail (row, "labels.tsv", "a second time the same phrase in one scope", error);
    }
  }
  for (guint scope = 0; scope < ZB_N_SCOPES; scope++) {
    GHashTableIter iter;
    gpointer group;

    g_hash_table_iter_init (&iter, catalogue->by_first[scope]);
    while (g_hash_table_iter_next (&iter, NULL, &group))
      g_ptr_array_sort (group, compare_longest_first);
  }
  return TRUE;
}

static gboolean
is_indicator (const char *id, gpointer catalogue) {
  return zb_catalogue_lookup_indicator (catalogue, id) != NULL;
}

ZbCatalogue *
zb_catalogue_new (GError **error) {
  g_autoptr (ZbCatalogue) catalogue = g_new0 (ZbCatalogue, 1);

  catalogue->indicators = g_array_new (FALSE, FALSE, sizeof (ZbIndicator));
  catalogue->by_id = g_hash_table_new (g_direct_hash, g_direct_equal);
  catalogue->kinds = g_array_new (FALSE, FALSE, sizeof (ZbTableKind));
  catalogue->owned = g_ptr_array_new_with_free_func (g_free);
  for (guint scope = 0; scope < ZB_N_SCOPES; scope++) {
    catalogue->labels[scope] = g_hash_table_new (g_str_hash, g_str_equal);
    catalogue->by_first[scope] = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);
  }
  if (!zb_text_form_words_load (error) || !zb_quantities_load (error)
      || !zb_check_words_load (error) || !zb_document_words_load (error)
      || !zb_evaluation_words_load (error))
    return NULL;
  catalogue->functions = zb_classification_load (DATA "function-codes.tsv", error);
  if (catalogue->functions == NULL)
    return NULL;
  catalogue->economics = zb_classification_load (DATA "economic-codes.tsv", error);
  if (catalogue->economics == NULL)
    return NULL;
  if (!load_indicators (catalogue, error) || !load_kinds (catalogue, error)
      || !load_labels (catalogue, error))
    return NULL;
  catalogue->rules = zb_rules_load (is_indicator, catalogue, error);
  if (catalogue->rules == NULL)
    return NULL;
  return g_steal_pointer (&catalogue);
}

void
zb_catalogue_free (ZbCatalogue *catalogue) {
  for (guint i = 0; i < catalogue->kinds->len; i++) {
    ZbTableKind *kind = &g_array_index (catalogue->kinds, ZbTableKind, i);

    g_strfreev (kind->words);
    g_strfreev (kind->without);
  }
  g_array_unref (catalogue->indicators);
  g_array_unref (catalogue->kinds);
  g_hash_table_unref (catalogue->by_id);
  g_ptr_array_unref (catalogue->owned);
  for (guint scope = 0; scope < ZB_N_SCOPES; scope++) {
    g_hash_table_unref (catalogue->labels[scope]);
    g_hash_table_unref (catalogue->by_first[scope]);
  }
  g_clear_pointer (&catalogue->functions, zb_classification_free);
  g_clear_pointer (&catalogue->economics, zb_classification_free);
  g_clear_pointer (&catalogue->rules, g_ptr_array_unref);
  g_free (catalogue);
}

const GPtrArray *
zb_catalogue_rules (const ZbCatalogue *catalogue) {
  return catalogue->rules;
}

guint
zb_catalogue_count_indicators (const ZbCatalogue *catalogue) {
  return catalogue->indicators->len;
}

const ZbIndicator *
zb_catalogue_indicator_at (const ZbCatalogue *catalogue, guint index) {
  return &g_array_index (catalogue->indicators, ZbIndicator, index);
}

const ZbIndicator *
zb_catalogue_lookup_indicator (const ZbCatalogue *catalogue, const char *id) {
  guint position = GPOINTER_TO_UINT (
      g_hash_table_lookup (catalogue->by_id, zb_intern (id)));

  return position > 0 ? zb_catalogue_indicator_at (catalogue, position - 1) : NULL;
}

guint
zb_catalogue_count_table_kinds (const ZbCatalogue *catalogue) {
  return catalogue->kinds->len;
}

const ZbTableKind *
zb_catalogue_table_kind_at (const ZbCatalogue *catalogue, guint index) {
  return &g_array_index (catalogue->kinds, ZbTableKind, index);
}

const ZbLabel *
zb_catalogue_lookup_label (const ZbCatalogue *catalogue, ZbScope scope, const char *folded) {
  return g_hash_table_lookup (catalogue->labels[scope], folded);
}

const ZbLabel *
zb_catalogue_match_label (const ZbCatalogue *catalogue, ZbScope scope, const char *text) {
  const GPtrArray *group;

  if (*text == '\0')
    return NULL;
  group = g_hash_table_lookup (catalogue->by_first[scope],
                               GUINT_TO_POINTER (g_utf8_get_char (text)));
  for (guint i = 0; group != NULL && i < group->len; i++) {
    const ZbLabel *label = g_ptr_array_index (group, i);

    if (g_str_has_prefix (text, label->phrase))
      return label;
  }
  return NULL;
}

const ZbClassification *
zb_catalogue_functions (const ZbCatalogue *catalogue) {
  return catalogue->functions;
}

const ZbClassification *
zb_catalogue_economics (const ZbCatalogue *catalogue) {
  return catalogue->economics;
}

gsize
zb_catalogue_match_economic_item (const ZbCatalogue *catalogue, const char *text) {
  return zb_classification_match_item (catalogue->economics, text);
}
