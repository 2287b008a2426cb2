/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "body-name.h"

#include <string.h>

#include "document-words.h"
#include "label.h"
#include "text-fold.h"

/* Bodies of one place begin alike: 某某市卫生局, 某某市第一医院. */
static gboolean
shares_place (const char *a, const char *b) {
  g_autofree char *place = NULL;
  const char *end = strstr (b, "市");

  if (end == NULL || end == b)
    return FALSE;
  place = g_strndup (b, (gsize) (end - b) + strlen ("市"));
  return g_str_has_prefix (a, place) && g_utf8_strlen (a, -1) > g_utf8_strlen (place, -1) + 2;
}

gboolean
zb_body_name_is (const ZbReport *report, const char *name, gboolean by_place) {
  g_autofree char *folded = zb_label_fold (name);
  g_autofree char *entity = zb_text_fold (report->entity != NULL ? report->entity : "");

  if (g_str_has_suffix (folded, ")") && strchr (folded, '(') > folded)
    *strchr (folded, '(') = '\0';
  if (zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_THING_IN_ROW), folded) != NULL)
    return FALSE;
  if (*entity != '\0'
      && (g_str_equal (folded, entity) || (by_place && shares_place (folded, entity))))
    return TRUE;
  return zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_BODY_IN_ROW), folded) != NULL;
}
