/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-code-names.h"

#include <string.h>

#include "check-record.h"
#include "text-fold.h"

/* Codes of 款 and 项; the names of 类 are printed with numbers and shortened. */
#define SHORTEST_CODE 5

/* The row's name alone: without a code, numbering or brackets around it. The caller frees it. */
static char *
fold_name (const ZbFact *fact) {
  char *folded = zb_text_fold (fact->label != NULL ? fact->label : "");
  gsize code = strspn (folded, "0123456789-[]");

  memmove (folded, folded + code, strlen (folded + code) + 1);
  return folded;
}

/* Whether the printed name is the official one of a code beside the row's, and not of its own. */
static gboolean
is_misnamed (const ZbCatalogue *catalogue, const ZbFact *fact, gboolean economic) {
  const char *code = economic ? fact->dimensions.economic : fact->dimensions.function;
  g_autofree char *name = fold_name (fact), *parent = NULL;
  const char *official, *named;

  if (code == NULL || strlen (code) < SHORTEST_CODE || *name == '\0')
    return FALSE;
  parent = g_strndup (code, strlen (code) - 2);
  official = economic ? zb_catalogue_economic_name (catalogue, code)
                      : zb_catalogue_function_name (catalogue, code);
  named = economic ? zb_catalogue_lookup_economic (catalogue, parent, name)
                   : zb_catalogue_lookup_function (catalogue, parent, name);
  return official != NULL && named != NULL && strlen (named) == strlen (code)
         && !g_str_equal (named, code);
}

void
zb_check_code_names (ZbReport *report, const ZbCatalogue *catalogue) {
  const ZbFact *before = NULL;

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);
    gboolean same_row = before != NULL && before->source.block == fact->source.block
                        && before->source.row == fact->source.row;
    g_autoptr (GPtrArray) facts = NULL;

    before = fact;
    if (same_row || fact->source.kind != ZB_SOURCE_TABLE
        || is_misnamed (catalogue, fact, FALSE) == is_misnamed (catalogue, fact, TRUE))
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, fact);
    zb_check_fail (report, "table.code_name", facts, ZB_FLAG_LABEL_AMBIGUOUS);
  }
}
