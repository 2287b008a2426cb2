/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text-fold.h"
#include "text-table.h"

/* Each search goes through the whole text. */
#define MOST_SEARCHES 2000

static const char *
fold_lines (ZbTextSource *source) {
  GString *folded;

  if (source->folded != NULL)
    return source->folded;
  folded = g_string_new (NULL);
  for (guint i = 0; i < source->lines->len; i++) {
    g_autofree char *line = zb_text_fold (zb_text_lines_get (source->lines, i)->text);

    g_string_append (folded, line);
  }
  return source->folded = g_string_free (folded, FALSE);
}

/* What may stand between the words and the number. */
static const char *
skip_copula (const char *text) {
  static const char *const COPULAS[] = { "为", "是", ":" };

  for (guint i = 0; i < G_N_ELEMENTS (COPULAS); i++)
    if (g_str_has_prefix (text, COPULAS[i]))
      return text + strlen (COPULAS[i]);
  return text;
}

gboolean
zb_text_source_prints (ZbTextSource *source, const char *words, const char *number) {
  g_autofree char *wanted = zb_text_fold (words);
  gsize length = strlen (number);

  if (*wanted == '\0' || source->searches++ >= MOST_SEARCHES)
    return FALSE;
  for (const char *p = fold_lines (source); (p = strstr (p, wanted)) != NULL;) {
    const char *behind = skip_copula (p + strlen (wanted));

    if (strncmp (behind, number, length) == 0 && !g_ascii_isdigit (behind[length])
        && behind[length] != '.' && behind[length] != ',')
      return TRUE;
    p += strlen (wanted);
  }
  return FALSE;
}
