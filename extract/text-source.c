/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "caption-words.h"
#include "text-fold.h"
#include "text-table.h"

/* Each search goes through the whole text. */
#define MOST_SEARCHES 2000
/* Lines between a title and its table. */
#define MOST_CAPTIONS 6

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

gboolean
zb_text_source_is_caption (const ZbTextLine *line, gboolean *title) {
  g_autofree char *text = line->width <= 120 ? zb_text_trim (line->text) : g_strdup ("");
  g_auto (ZbCaptionWords) words = zb_caption_words_read (text);

  *title = words.title != NULL;
  return (words.is_whole && (words.title != NULL || words.unit != NULL || words.form != NULL
                             || words.department != NULL))
         || zb_caption_words_is_period (text);
}

gboolean
zb_text_source_has_title (const ZbTextSource *source, guint first) {
  for (guint seen = 0; first > 0 && seen < MOST_CAPTIONS;) {
    const ZbTextLine *line = zb_text_lines_get (source->lines, --first);
    gboolean title = FALSE;

    if (line->blank || line->page_number)
      continue;
    if (!zb_text_source_is_caption (line, &title))
      return FALSE;
    if (title)
      return TRUE;
    seen++;
  }
  return FALSE;
}
