/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-layer.h"

#include <string.h>

#include "scan-number.h"

/* A layer of fewer characters is a stamp or a page number. */
static const guint LEAST = 30;
/* Two recognitions of one page agree in more than this share of their characters; what agrees in less
 * says something else. */
static const double AGREES = 0.8;

static char *
print_characters (const ZbPageContent *content) {
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < content->glyphs->len; i++) {
    gunichar character = g_array_index (content->glyphs, ZbGlyph, i).character;

    if (!g_unichar_isspace (character))
      g_string_append_unichar (text, character);
  }
  return g_string_free (text, FALSE);
}

char *
zb_scan_layer_print (const ZbPageContent *content) {
  return content->glyphs->len >= LEAST ? print_characters (content) : NULL;
}

/* How often each character stands in @text. */
static GHashTable *
count_characters (const char *text) {
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gpointer key = GUINT_TO_POINTER (g_utf8_get_char (at));
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

    g_hash_table_replace (counts, key, GUINT_TO_POINTER (count + 1));
  }
  return counts;
}

double
zb_scan_layer_compare (const char *layer, const char *recognised) {
  g_autoptr (GHashTable) ours = count_characters (recognised);
  g_autoptr (GHashTable) theirs = count_characters (layer);
  glong all = g_utf8_strlen (layer, -1) + g_utf8_strlen (recognised, -1), common = 0;
  GHashTableIter at;
  gpointer key, count;

  g_hash_table_iter_init (&at, theirs);
  while (g_hash_table_iter_next (&at, &key, &count))
    common += MIN (GPOINTER_TO_UINT (count), GPOINTER_TO_UINT (g_hash_table_lookup (ours, key)));
  return all > 0 ? 2.0 * (double) common / (double) all : 1;
}

/* How many of the items of @wanted are among those of @found, each taken once. */
static guint
count_found (char *const *wanted, GHashTable *found) {
  guint count = 0;

  for (guint i = 0; wanted[i] != NULL; i++) {
    guint left = GPOINTER_TO_UINT (g_hash_table_lookup (found, wanted[i]));

    if (left > 0)
      g_hash_table_replace (found, wanted[i], GUINT_TO_POINTER (left - 1));
    count += left > 0;
  }
  return count;
}

/* The numbers of @text without the points and commas of the sentence around them. */
static char **
split_numbers (const char *text) {
  char **numbers = zb_scan_number_split (text);

  for (guint i = 0; numbers[i] != NULL; i++) {
    char *end = numbers[i] + strlen (numbers[i]), *start = numbers[i] + strspn (numbers[i], ".,");

    while (end > start && strchr (".,", end[-1]) != NULL)
      *--end = '\0';
    memmove (numbers[i], start, strlen (start) + 1);
  }
  return numbers;
}

static double
find_numbers (const char *layer, const char *recognised) {
  g_auto (GStrv) wanted = split_numbers (layer), numbers = split_numbers (recognised);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  guint count = g_strv_length (wanted);

  for (guint i = 0; numbers[i] != NULL; i++)
    g_hash_table_replace (found, numbers[i],
                          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (found, numbers[i])) + 1));
  return count > 0 ? (double) count_found (wanted, found) / count : 1;
}

double
zb_scan_layer_find (const char *layer, const char *recognised) {
  g_autoptr (GHashTable) wanted = count_characters (layer);
  g_autoptr (GHashTable) found = count_characters (recognised);
  guint all = 0, common = 0;
  GHashTableIter at;
  gpointer key, count;

  g_hash_table_iter_init (&at, wanted);
  while (g_hash_table_iter_next (&at, &key, &count)) {
    if (g_unichar_isspace (GPOINTER_TO_UINT (key)))
      continue;
    all += GPOINTER_TO_UINT (count);
    common += MIN (GPOINTER_TO_UINT (count), GPOINTER_TO_UINT (g_hash_table_lookup (found, key)));
  }
  return all > 0 ? MIN ((double) common / all, find_numbers (layer, recognised)) : 1;
}

void
zb_scan_layer_report (const char *layer, const ZbPageContent *recognised, ZbDocument *document) {
  g_autofree char *text = print_characters (recognised);
  double share = zb_scan_layer_compare (layer, text);

  zb_diagnostics_add (document->diagnostics, share < AGREES ? ZB_SEVERITY_WARNING : ZB_SEVERITY_INFO,
                      share < AGREES ? "text_layer_differs" : "text_layer_agrees", recognised->page,
                      "the text layer agrees with what was recognised in %.0f %% of the characters; "
                      "what was recognised is used",
                      share * 100);
}
