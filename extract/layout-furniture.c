/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include <math.h>
#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* Running heads and page numbers stand in this share of the page's height, at its top or foot. */
static const double MARGIN = 0.1;
/* A number between dashes is a page number in this wider share already. */
static const double WIDE_MARGIN = 0.16;
/* The same words at the same height on this many pages are a running head. */
static const guint MIN_REPEATS = 3;

static gboolean
is_in_margin (const ZbPageLayout *layout, const ZbLine *line, double margin) {
  return line->box.y1 < margin * layout->height || line->box.y0 > (1 - margin) * layout->height;
}

/* How many bytes at @at are a word or a mark that stands around page numbers. Recognition makes 一3一 of
 * — 3 —; printed so, it would be words. */
static gsize
skip_word (const char *at, gboolean recognised) {
  static const char *const WORDS[] = { "第", "页", "共", "-", "/", "page", "of", "·", ",", "~" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (at, WORDS[i]))
      return strlen (WORDS[i]);
  return recognised && g_str_has_prefix (at, "一") ? strlen ("一") : 0;
}

/* 3, -3-, 第3页, 第3页共9页, 3/9, iv: nothing but a number and the words around page numbers. */
static gboolean
is_page_number (const char *folded, gboolean recognised) {
  gboolean digits = FALSE;

  if (g_utf8_strlen (folded, -1) > 14)
    return FALSE;
  if (strspn (folded, "ivx") == strlen (folded))
    return *folded != '\0';
  while (*folded != '\0') {
    gsize step = skip_word (folded, recognised);

    if (step == 0 && !g_ascii_isdigit (*folded))
      return FALSE;
    digits |= step == 0;
    folded += MAX (step, 1);
  }
  return digits;
}

/* A unit line or the title of a form is content on every page that prints it. */
static gboolean
is_caption (const char *text) {
  g_auto (ZbCaptionWords) words = zb_caption_words_read (text);

  return words.title != NULL || words.unit != NULL || words.department != NULL;
}

static gboolean
is_beyond_tables (const ZbPageLayout *layout, const ZbLine *line) {
  for (guint i = 0; i < layout->tables->len; i++) {
    const ZbFoundTable *found = g_ptr_array_index (layout->tables, i);

    if (line->box.y0 < found->box.y1 && line->box.y1 > found->box.y0)
      return FALSE;
  }
  return TRUE;
}

static char *
repeat_key (const char *folded, const ZbLine *line) {
  return g_strdup_printf ("%d %s", (int) floor (line->box.y0 / 6), folded);
}

/* Whether the line's words stand at its height, or one step beside it, on enough pages. */
static gboolean
is_repeated (GHashTable *counts, const char *folded, const ZbLine *line) {
  guint count = 0;

  for (int i = -1; i <= 1; i++) {
    g_autofree char *key
      = g_strdup_printf ("%d %s", (int) floor (line->box.y0 / 6) + i, folded);

    count += GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  }
  return count >= MIN_REPEATS;
}

typedef void (*LineVisitor) (const ZbPageLayout *layout, ZbLine *line, const char *folded,
                             GHashTable *counts);

static void
visit_margins (GPtrArray *pages, LineVisitor visit, GHashTable *counts) {
  for (guint i = 0; i < pages->len; i++) {
    const ZbPageLayout *layout = g_ptr_array_index (pages, i);

    for (guint j = 0; j < layout->lines->len; j++) {
      ZbLine *line = g_ptr_array_index (layout->lines, j);

      if (is_in_margin (layout, line, WIDE_MARGIN)) {
        g_autofree char *folded = zb_text_fold (line->text);

        visit (layout, line, folded, counts);
      }
    }
  }
}

static void
count_line (const ZbPageLayout *layout, ZbLine *line, const char *folded, GHashTable *counts) {
  char *key = repeat_key (folded, line);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_replace (counts, key, GUINT_TO_POINTER (count + 1));
}

static void
mark_line (const ZbPageLayout *layout, ZbLine *line, const char *folded, GHashTable *counts) {
  gboolean narrow = is_in_margin (layout, line, MARGIN);

  if (!is_beyond_tables (layout, line))
    return;
  line->furniture = (is_page_number (folded, line->recognition != 0) && (narrow || !g_ascii_isdigit (*folded)))
                    || (narrow && !is_caption (line->text) && is_repeated (counts, folded, line));
}

void
zb_page_layout_mark_furniture (GPtrArray *pages) {
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_margins (pages, count_line, counts);
  visit_margins (pages, mark_line, counts);
}
