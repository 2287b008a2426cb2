/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "data-table.h"
#include "normalize-data.h"
#include "text-fold.h"

#define UNIT_COLUMNS 5

static const char *const DIMENSION_NAMES[] = {
  [ZB_DIMENSION_MONEY] = "money",   [ZB_DIMENSION_PERCENT] = "percent",
  [ZB_DIMENSION_AREA] = "area",     [ZB_DIMENSION_LENGTH] = "length",
  [ZB_DIMENSION_POINT] = "point",   [ZB_DIMENSION_COUNT] = "count",
  [ZB_DIMENSION_TIME] = "time",     [ZB_DIMENSION_RATE] = "rate",
  [ZB_DIMENSION_SCALE] = "scale",
};

/* Every unit by its folded spelling, and the length in bytes of the longest spelling. */
typedef struct {
  GHashTable *by_spelling;
  gsize longest;
} UnitTable;

static gboolean
parse_unit (const ZbDataRow *row, ZbUnit *unit) {
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (DIMENSION_NAMES); i++)
    if (g_str_equal (DIMENSION_NAMES[i], row->fields[2])) {
      unit->dimension = (ZbDimension) i;
      found = TRUE;
    }
  unit->spelling = zb_text_fold (row->fields[0]);
  unit->canonical = g_strdup (row->fields[1]);
  unit->misread = g_str_equal (row->fields[4], "misread");
  return found && *unit->spelling != '\0' && zb_decimal_parse (row->fields[3], &unit->factor);
}

static UnitTable *
load_units (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = zb_data_table_load (
      zb_normalize_data_get_resource (), "/zhibiao/normalize/units.tsv", UNIT_COLUMNS, &error);
  UnitTable *table = g_new0 (UnitTable, 1);

  if (rows == NULL)
    g_error ("%s", error->message);
  table->by_spelling = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    ZbUnit *unit = g_new0 (ZbUnit, 1);

    if (!parse_unit (row, unit) || g_hash_table_contains (table->by_spelling, unit->spelling))
      g_error ("units.tsv: line %u: not a unit, or a second time the same", row->line);
    table->longest = MAX (table->longest, strlen (unit->spelling));
    g_hash_table_insert (table->by_spelling, unit->spelling, unit);
  }
  return table;
}

static const UnitTable *
units (void) {
  static gsize once = 0;
  static UnitTable *table;

  if (g_once_init_enter (&once)) {
    table = load_units ();
    g_once_init_leave (&once, 1);
  }
  return table;
}

const ZbUnit *
zb_unit_lookup (const char *spelling) {
  g_autofree char *folded = zb_text_fold (spelling);

  return g_hash_table_lookup (units ()->by_spelling, folded);
}

/* The longest unit at the start of @text, compounds left aside. */
static const ZbUnit *
match_simple (const char *text, gsize *length) {
  const UnitTable *table = units ();
  char buffer[64];
  gsize most = MIN (MIN (strlen (text), table->longest), sizeof buffer - 1);

  for (gsize size = most; size > 0; size--) {
    const ZbUnit *unit;

    if ((text[size] & 0xC0) == 0x80)
      continue;
    memcpy (buffer, text, size);
    buffer[size] = '\0';
    unit = g_hash_table_lookup (table->by_spelling, buffer);
    if (unit != NULL) {
      *length = size;
      return unit;
    }
  }
  return NULL;
}

/* 元/人/天 and the like: made once a spelling and kept. */
static const ZbUnit *
lookup_compound (const char *text, gsize length, const ZbUnit *first) {
  static GMutex mutex;
  static GHashTable *compounds;
  g_autofree char *spelling = g_strndup (text, length);
  ZbUnit *unit;

  g_mutex_lock (&mutex);
  if (compounds == NULL)
    compounds = g_hash_table_new (g_str_hash, g_str_equal);
  unit = g_hash_table_lookup (compounds, spelling);
  if (unit == NULL) {
    unit = g_new0 (ZbUnit, 1);
    unit->spelling = g_steal_pointer (&spelling);
    unit->canonical = g_strdup_printf (
        "%s%s", first->dimension == ZB_DIMENSION_MONEY ? "元" : first->canonical,
        strchr (unit->spelling, '/'));
    unit->dimension = ZB_DIMENSION_RATE;
    unit->factor = first->factor;
    g_hash_table_insert (compounds, unit->spelling, unit);
  }
  g_mutex_unlock (&mutex);
  return unit;
}

const ZbUnit *
zb_unit_match (const char *text, gsize *length) {
  gsize first_length = 0, end, part;
  const ZbUnit *first = match_simple (text, &first_length);

  if (first == NULL)
    return NULL;
  end = first_length;
  while (text[end] == '/' && match_simple (text + end + 1, &part) != NULL)
    end += 1 + part;
  *length = end;
  return end > first_length ? lookup_compound (text, end, first) : first;
}
