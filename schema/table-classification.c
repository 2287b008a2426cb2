/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-classification.h"

#include <string.h>

#include "label.h"
#include "text-fold.h"

char *
zb_table_leading_code (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  const char *p = *folded == '[' ? folded + 1 : folded;
  gsize digits = strspn (p, "0123456789");

  if ((digits != 3 && digits != 5 && digits != 7) || p[digits] == '.' || p[digits] == ',')
    return NULL;
  return g_strndup (p, digits);
}

typedef struct {
  guint functions, economy;
  guint others; /* words that are no name of either */
} Votes;

/* Amounts without separators may look like codes: only those that the classification lists count. */
static void
vote_code (const ZbCatalogue *catalogue, const char *code, Votes *votes) {
  if (*code == '2')
    votes->functions += zb_catalogue_function_name (catalogue, code) != NULL;
  else
    votes->economy += zb_catalogue_economic_name (catalogue, code) != NULL;
}

static void
vote_name (const ZbCatalogue *catalogue, const char *text, Votes *votes) {
  g_autofree char *name = zb_label_fold (text);

  if (zb_catalogue_lookup_economic (catalogue, NULL, name) != NULL)
    votes->economy++;
  else if (zb_catalogue_lookup_function (catalogue, NULL, name) != NULL)
    votes->functions++;
  else if (g_unichar_isalpha (g_utf8_get_char (name)))
    votes->others++;
}

ZbRowClassification
zb_table_find_classification (const ZbCatalogue *catalogue, const ZbTable *table) {
  Votes codes = { 0 }, names = { 0 };
  const Votes *votes = &codes;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *code = NULL;

    if (cell->row < table->header_rows || *cell->text == '\0')
      continue;
    code = zb_table_leading_code (cell->text);
    if (code != NULL)
      vote_code (catalogue, code, &codes);
    else
      vote_name (catalogue, cell->text, &names);
  }
  if (codes.functions + codes.economy == 0)
    votes = &names;
  if (votes->functions == votes->economy || votes->others > votes->functions + votes->economy)
    return ZB_ROWS_UNCLASSIFIED;
  return votes->functions > votes->economy ? ZB_ROWS_OF_FUNCTIONS : ZB_ROWS_OF_ECONOMY;
}
