/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-row-code.h"

#include <string.h>

#include "intern.h"
#include "label.h"
#include "table-classification.h"
#include "table-row-cells.h"
#include "text-fold.h"

gboolean
zb_row_code_has_length (gsize length, gboolean economic) {
  return length == 3 || length == 5 || (length == 7 && !economic);
}

const char *
zb_row_code_lookup (const ZbMapper *mapper, const char *name, const char *above, gboolean economic) {
  const char *(*lookup) (const ZbCatalogue *, const char *, const char *)
      = economic ? zb_catalogue_lookup_economic : zb_catalogue_lookup_function;
  g_autofree char *parent = g_strdup (above != NULL ? above : "");
  const char *found;

  for (;;) {
    gsize length = strlen (parent);

    found = lookup (mapper->catalogue, parent, name);
    if (found != NULL || length == 0)
      break;
    parent[length > 3 ? length - 2 : 0] = '\0';
  }
  return found != NULL ? found : lookup (mapper->catalogue, NULL, name);
}

/* Functions have codes from 2 on, economic classes 3xx and 5xx, whatever the title of the form says. */
static gboolean
is_economic_code (const char *code, gboolean economic) {
  return strchr ("35", *code) != NULL || (economic && *code != '2');
}

void
zb_row_code_set (ZbRowKey *key, const char *code, gboolean economic, ZbRowContext *context) {
  if (is_economic_code (code, economic))
    key->economic = zb_intern (code);
  else
    key->function = zb_intern (code);
  key->known = TRUE;
  context->code = zb_intern (code);
  context->indicator = NULL;
}

gboolean
zb_row_code_is_named (const ZbMapper *mapper, const ZbRowKey *key, const char *text) {
  g_autofree char *word = zb_label_fold (text);
  const char *code = key->function != NULL ? key->function : key->economic;
  const char *name;
  g_autofree char *official = NULL;

  if (code == NULL)
    return FALSE;
  name = key->function != NULL ? zb_catalogue_function_name (mapper->catalogue, code)
                               : zb_catalogue_economic_name (mapper->catalogue, code);
  official = zb_text_fold (name != NULL ? name : "");
  return g_str_equal (word, official);
}

void
zb_row_code_set_economic (const ZbMapper *mapper, const char *text, ZbRowKey *key) {
  g_autofree char *code = zb_table_leading_code (text);
  g_autofree char *word = zb_label_fold (text);

  if (code != NULL && strlen (code) > ZB_ECONOMIC_DIGITS) {
    code[ZB_ECONOMIC_DIGITS] = '\0'; /* some provinces divide a 款 further: 3021503 is a part of 30215 */
    key->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
  }
  if (code != NULL && zb_row_code_has_length (strlen (code), TRUE))
    key->economic = zb_intern (code);
  else if (!zb_row_is_total_word (word))
    key->economic = zb_row_code_lookup (mapper, word, NULL, TRUE);
}

gboolean
zb_row_code_is_misnamed (const ZbMapper *mapper, const ZbRowKey *key, const char *text) {
  g_autofree char *word = zb_label_fold (text != NULL ? text : "");

  return key->function != NULL && zb_row_code_lookup (mapper, word, NULL, FALSE) != NULL;
}
