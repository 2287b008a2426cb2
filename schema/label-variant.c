/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label-variant.h"

#include <string.h>

/* Endings that may take each other's place. */
static const char *const AMOUNTS[] = { "金额", "数", "额", "", NULL };
static const char *const EXPENSES[] = { "经费", "费用", "支出", "费", NULL };

/* @word with each other ending of @endings in place of the one it has. */
static const ZbLabel *
lookup_with (const ZbCatalogue *catalogue, ZbScope scope, const char *word, const char *const *endings) {
  const char *own = NULL;

  for (guint i = 0; endings[i] != NULL && own == NULL; i++)
    if (g_str_has_suffix (word, endings[i]) && strlen (word) > strlen (endings[i]))
      own = endings[i];
  for (guint i = 0; own != NULL && endings[i] != NULL; i++) {
    g_autofree char *stem = g_strndup (word, strlen (word) - strlen (own));
    g_autofree char *other = g_strconcat (stem, endings[i], NULL);
    const ZbLabel *label = zb_catalogue_lookup_label (catalogue, scope, other);

    if (label != NULL)
      return label;
  }
  return NULL;
}

const ZbLabel *
zb_label_lookup_variant (const ZbCatalogue *catalogue, ZbScope scope, const char *word) {
  const ZbLabel *label = zb_catalogue_lookup_label (catalogue, scope, word);

  if (label == NULL)
    label = lookup_with (catalogue, scope, word, AMOUNTS);
  return label != NULL ? label : lookup_with (catalogue, scope, word, EXPENSES);
}
