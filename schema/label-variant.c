/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label-variant.h"

#include <string.h>

/* Endings that may take each other's place. */
static const char *const AMOUNTS[] = { "金额", "数", "额", "", NULL };
static const char *const EXPENSES[] = { "经费", "费用", "支出", "费", NULL };
static const char *const SOURCES[] = { "拨款", "资金", NULL };

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
  static const char *const *const ENDINGS[] = { AMOUNTS, EXPENSES, SOURCES };
  const ZbLabel *label = zb_catalogue_lookup_label (catalogue, scope, word);

  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS) && label == NULL; i++)
    label = lookup_with (catalogue, scope, word, ENDINGS[i]);
  return label;
}

const ZbLabel *
zb_label_match_part (const ZbCatalogue *catalogue, ZbScope scope, const char *word) {
  const ZbLabel *best = NULL;
  gsize best_length = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    const ZbLabel *label = zb_catalogue_match_label (catalogue, scope, p);
    gsize length = label != NULL ? strlen (label->phrase) : 0;

    if (length > best_length && length * 2 >= strlen (word) && length >= 2 * strlen ("一")) {
      best = label;
      best_length = length;
    }
  }
  return best;
}
