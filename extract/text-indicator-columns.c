/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-indicator-columns.h"

#include <string.h>

#include "data-table.h"
#include "text-flat-row.h"
#include "text-fold.h"
#include "text-sums.h"
#include "text-word-kinds.h"

enum {
  LONGEST_UNIT = 6, /* characters */
  MOST_WAYS = 64,
  MOST_COLUMNS = 16,
};

static const char *const KIND_NAMES[] = {
  [ZB_INDICATOR_COLUMN_LEVEL] = "level",       [ZB_INDICATOR_COLUMN_NAME] = "name",
  [ZB_INDICATOR_COLUMN_RELATION] = "relation", [ZB_INDICATOR_COLUMN_VALUE] = "value",
  [ZB_INDICATOR_COLUMN_UNIT] = "unit",         [ZB_INDICATOR_COLUMN_NUMBER] = "number",
  [ZB_INDICATOR_COLUMN_WORDS] = "words",
};

static gpointer
load_words (GError **error) {
  return zb_word_kinds_read ("indicator-columns.tsv", KIND_NAMES, G_N_ELEMENTS (KIND_NAMES), FALSE, error);
}

static ZbDataOnce loaded;

gboolean
zb_text_indicator_columns_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

ZbIndicatorColumn
zb_text_indicator_columns_lookup (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  char *bracket = strchr (folded, '(');
  const ZbWordKind *word;

  if (bracket != NULL && bracket != folded)
    *bracket = '\0';
  word = g_hash_table_lookup (zb_data_once_lookup (&loaded, load_words), folded);
  return word != NULL ? (ZbIndicatorColumn) word->kind : ZB_INDICATOR_COLUMN_NONE;
}

gboolean
zb_text_indicator_is_relation (const char *text) {
  static const char *const RELATIONS[] = { "≥", "≤", "=", ">", "<", ">=", "<=", "≧", "≦", "定性" };
  g_autofree char *folded = zb_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (RELATIONS); i++)
    if (g_str_equal (folded, RELATIONS[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_unit (const char *text) {
  return g_str_equal (text, "%") || g_str_equal (text, "％") || g_str_equal (text, "‰")
         || g_str_equal (text, "℃")
         || (g_utf8_strlen (text, -1) <= LONGEST_UNIT && zb_character_is_cjk (g_utf8_get_char (text)));
}

gboolean
zb_text_indicator_fits (const char *text, ZbIndicatorColumn kind) {
  gboolean number = zb_text_flat_row_is_number (text);

  switch (kind) {
  case ZB_INDICATOR_COLUMN_VALUE:
    return *text == '\0' || !is_unit (text) || g_utf8_strlen (text, -1) > 1;
  case ZB_INDICATOR_COLUMN_UNIT:
    return *text == '\0' || is_unit (text);
  case ZB_INDICATOR_COLUMN_NUMBER:
    return *text == '\0' || number || g_str_equal (text, "/");
  case ZB_INDICATOR_COLUMN_WORDS:
    return *text == '\0' || !number;
  default:
    return FALSE;
  }
}

typedef struct {
  const char *const *cells;
  const ZbIndicatorColumn *kinds;
  guint count, cols;
  GArray *ways;
} Trial;

static void
try_columns (Trial *trial, guint next, guint col, guint32 taken) {
  if (trial->ways->len > MOST_WAYS)
    return;
  if (next == trial->count) {
    g_array_append_val (trial->ways, taken);
    return;
  }
  for (; col + (trial->count - next) <= trial->cols; col++) {
    if (next == 0 && col > 0)
      return;
    if (zb_text_indicator_fits (trial->cells[next], trial->kinds[col]))
      try_columns (trial, next + 1, col + 1, taken | (guint32) 1 << col);
  }
}

GArray *
zb_text_indicator_ways (const char *const *cells, guint count, const ZbIndicatorColumn *kinds, guint cols) {
  Trial trial = { cells, kinds, count, cols, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  if (count > 0 && cols <= MOST_COLUMNS)
    try_columns (&trial, 0, 0, 0);
  if (trial.ways->len > MOST_WAYS)
    g_array_set_size (trial.ways, 0);
  return trial.ways;
}
