/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "data-table.h"
#include "normalize-data.h"
#include "text-fold.h"

#define UNIT_COLUMNS 5
#define NOT_BEFORE "not before "
#define YUAN "元"

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
  gboolean first[256]; /* whether a spelling begins with this byte */
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
  if (g_str_has_prefix (row->fields[4], NOT_BEFORE))
    unit->barred = zb_text_fold (row->fields[4] + strlen (NOT_BEFORE));
  else if (*row->fields[4] != '\0' && !unit->misread)
    return FALSE;
  return found && *unit->spelling != '\0' && zb_decimal_parse (row->fields[3], &unit->factor);
}

static void
unit_free (gpointer data) {
  ZbUnit *unit = data;

  g_free (unit->spelling);
  g_free (unit->canonical);
  g_free (unit->barred);
  g_free (unit);
}

static void
unit_table_free (UnitTable *table) {
  g_hash_table_unref (table->by_spelling);
  g_free (table);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnitTable, unit_table_free)

static gpointer
load_units (GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (
      zb_normalize_data_get_resource (), "/zhibiao/normalize/units.tsv", UNIT_COLUMNS, error);
  g_autoptr (UnitTable) table = NULL;

  if (rows == NULL)
    return NULL;
  table = g_new0 (UnitTable, 1);
  table->by_spelling = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unit_free);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    ZbUnit *unit = g_new0 (ZbUnit, 1);

    if (!parse_unit (row, unit) || g_hash_table_contains (table->by_spelling, unit->spelling)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "units.tsv: line %u: not a unit, or a second time the same", row->line);
      unit_free (unit);
      return NULL;
    }
    table->first[(guchar) *unit->spelling] = TRUE;
    table->longest = MAX (table->longest, strlen (unit->spelling));
    g_hash_table_insert (table->by_spelling, unit->spelling, unit);
  }
  return g_steal_pointer (&table);
}

static ZbDataOnce loaded;

gboolean
zb_units_load (GError **error) {
  return zb_data_once_load (&loaded, load_units, error) != NULL;
}

static const UnitTable *
units (void) {
  return zb_data_once_lookup (&loaded, load_units);
}

/* Whether the character behind a unit shows that its own last one begins or ends a word, or that
 * digits follow a digit of the unit. */
static gboolean
is_barred (const ZbUnit *unit, const char *next) {
  char last = next[-1];
  char character[7] = { 0 };

  if (*next == '\0')
    return FALSE;
  if (g_ascii_isdigit (last) && g_ascii_isdigit (*next))
    return TRUE;
  if (g_ascii_isalpha (last) && g_ascii_isalpha (*next))
    return TRUE;
  if (unit->misread && !g_str_has_suffix (unit->spelling, YUAN)
      && zb_character_is_cjk (g_utf8_get_char (next))
      && g_unichar_isalpha (g_utf8_get_char (next)))
    return TRUE;
  if (unit->barred == NULL)
    return FALSE;
  g_unichar_to_utf8 (g_utf8_get_char (next), character);
  return strstr (unit->barred, character) != NULL;
}

/* The longest line of the table at the start of @text. */
static const ZbUnit *
match_line (const char *text, gsize *length) {
  const UnitTable *table = units ();
  char buffer[64];
  gsize most = strnlen (text, MIN (table->longest, sizeof buffer - 1));

  if (!table->first[(guchar) *text])
    return NULL;
  for (gsize size = most; size > 0; size--) {
    const ZbUnit *unit;

    if ((text[size] & 0xC0) == 0x80)
      continue;
    memcpy (buffer, text, size);
    buffer[size] = '\0';
    unit = g_hash_table_lookup (table->by_spelling, buffer);
    if (unit != NULL && !is_barred (unit, text + size)) {
      *length = size;
      return unit;
    }
  }
  return NULL;
}

/* Units that are made of lines of the table, each once a spelling, kept as long as the process.
 * Their number is that of the table's lines to the power of the parts that a text joins, and
 * MOST_PARTS keeps it small. */
static const ZbUnit *
keep_unit (const char *spelling, gsize length, const ZbUnit *made) {
  static GMutex mutex;
  static GHashTable *kept;
  g_autofree char *key = g_strndup (spelling, length);
  ZbUnit *unit;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new (g_str_hash, g_str_equal);
  unit = g_hash_table_lookup (kept, key);
  if (unit == NULL) {
    unit = g_memdup2 (made, sizeof *made);
    unit->spelling = g_steal_pointer (&key);
    unit->canonical = g_strdup (made->canonical);
    g_hash_table_insert (kept, unit->spelling, unit);
  }
  g_mutex_unlock (&mutex);
  return unit;
}

const ZbUnit *
zb_unit_scale (const ZbUnit *scale, const ZbUnit *unit) {
  g_autofree char *spelling = g_strconcat (scale->spelling, unit->spelling, NULL);
  const ZbUnit *line = g_hash_table_lookup (units ()->by_spelling, spelling);
  ZbUnit made = *unit;

  if (line != NULL)
    return line;
  if (unit->dimension == ZB_DIMENSION_TIME || unit->dimension == ZB_DIMENSION_PERCENT
      || unit->dimension == ZB_DIMENSION_POINT || unit->misread
      || !zb_decimal_multiply (scale->factor, unit->factor, &made.factor))
    return NULL;
  if (unit->dimension == ZB_DIMENSION_SCALE)
    made.canonical = spelling;
  return keep_unit (spelling, strlen (spelling), &made);
}

/* 万辆, 百亿元: a scale and what it multiplies. */
static const ZbUnit *
match_scaled (const char *text, gsize *length, guint depth) {
  const ZbUnit *first = match_line (text, length), *rest, *whole;
  gsize behind = 0;

  if (first == NULL || first->dimension != ZB_DIMENSION_SCALE || depth == 0)
    return first;
  rest = match_scaled (text + *length, &behind, depth - 1);
  whole = rest != NULL ? zb_unit_scale (first, rest) : NULL;
  if (whole == NULL)
    return first;
  *length += behind;
  return whole;
}

/* 项(次): the unit as it is printed. */
static const ZbUnit *
match_bracketed (const char *text, gsize *length, const ZbUnit *first) {
  gsize inner = 0;
  ZbUnit made = *first;
  const ZbUnit *second = NULL;
  g_autofree char *spelling = NULL;

  if (text[*length] == '(' && first->dimension == ZB_DIMENSION_COUNT)
    second = match_line (text + *length + 1, &inner);
  if (second == NULL || second->dimension != ZB_DIMENSION_COUNT
      || text[*length + 1 + inner] != ')')
    return first;
  spelling = g_strdup_printf ("%s(%s)", first->canonical, second->canonical);
  made.canonical = spelling;
  *length += inner + 2;
  return keep_unit (text, *length, &made);
}

/* 艘次: how often, of a thing counted. */
static const ZbUnit *
match_times (const char *text, gsize *length, const ZbUnit *first) {
  static const char TIMES[] = "次";
  const ZbUnit *times = g_hash_table_lookup (units ()->by_spelling, TIMES);
  ZbUnit made = *first;
  g_autofree char *canonical = NULL;
  gsize end = *length + strlen (TIMES);

  if (first->dimension != ZB_DIMENSION_COUNT || times == NULL || first->misread
      || g_str_has_suffix (first->spelling, TIMES)
      || !g_str_has_prefix (text + *length, TIMES) || is_barred (times, text + end))
    return first;
  canonical = g_strconcat (first->canonical, TIMES, NULL);
  made.canonical = canonical;
  *length = end;
  return keep_unit (text, end, &made);
}

#define MOST_PARTS 3

/* The length of the mark before a further part: 元/人, 元/人·天. */
static gsize
match_per (const char *text, guint parts) {
  if (*text == '/')
    return 1;
  if (parts > 1 && g_str_has_prefix (text, "·"))
    return strlen ("·");
  return parts > 1 && g_str_has_prefix (text, "•") ? strlen ("•") : 0;
}

/* 元/m2 for 元/㎡ and 元/平方米; a part in another measure than its canonical one stays as printed. */
static void
append_part (GString *canonical, const ZbUnit *part) {
  gboolean same = zb_decimal_compare (part->factor, zb_decimal_from_int (1)) == 0;

  g_string_append_printf (canonical, "/%s", same ? part->canonical : part->spelling);
}

/* 元/人/天: the first unit's factor, the others by their canonical names. */
static const ZbUnit *
match_rate (const char *text, gsize *length, const ZbUnit *first) {
  gsize end = *length, length_of_part;
  ZbUnit made = *first;
  g_autoptr (GString) canonical = NULL;

  for (guint parts = 1; parts < MOST_PARTS; parts++) {
    gsize mark = match_per (text + end, parts);
    const ZbUnit *part = mark > 0 ? match_line (text + end + mark, &length_of_part) : NULL;

    if (part == NULL)
      break;
    if (canonical == NULL)
      canonical = g_string_new (g_str_equal (first->canonical, "CNY") ? YUAN : first->canonical);
    append_part (canonical, part);
    end += mark + length_of_part;
  }
  if (canonical == NULL)
    return first;
  made.canonical = canonical->str;
  made.dimension = ZB_DIMENSION_RATE;
  *length = end;
  return keep_unit (text, end, &made);
}

const ZbUnit *
zb_unit_match (const char *text, gsize *length) {
  const ZbUnit *first = match_scaled (text, length, 2);

  if (first == NULL)
    return NULL;
  first = match_times (text, length, match_bracketed (text, length, first));
  return match_rate (text, length, first);
}

const ZbUnit *
zb_unit_lookup (const char *spelling) {
  g_autofree char *folded = zb_text_fold (spelling);
  const ZbUnit *unit = g_hash_table_lookup (units ()->by_spelling, folded);
  gsize length = 0;

  if (unit != NULL)
    return unit;
  unit = zb_unit_match (folded, &length);
  return unit != NULL && folded[length] == '\0' ? unit : NULL;
}

GPtrArray *
zb_unit_list (void) {
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer unit;

  g_hash_table_iter_init (&iter, units ()->by_spelling);
  while (g_hash_table_iter_next (&iter, NULL, &unit))
    g_ptr_array_add (list, unit);
  return list;
}
