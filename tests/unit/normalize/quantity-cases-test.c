/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs every row of tests/cases/quantities.tsv; its head says what the columns are. */
#include <string.h>

#include "quantity.h"

#define COLUMNS 7
#define LEAST_ROWS 600

enum { INPUT, CONTEXT, RAW, RAW_UNIT, VALUE, UNIT, FLAGS };

static const char *const FLAG_NAMES[]
    = { "approximate",   "at_least", "at_most", "strict", "truncated", "unit_repaired", "range",
        "ordinal",       "date",     "spaced",  "fraction",
        "doubtful",      "piece" };

static char *
print_flags (ZbQuantityFlags flags) {
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (FLAG_NAMES); i++)
    if (flags & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", FLAG_NAMES[i]);
  return g_strdup (text->len > 0 ? text->str : "-");
}

/* Each column as a row of the file has it: the quantities' parts with " | " between them. */
static void
append_quantity (GString **columns, const ZbQuantity *quantity) {
  g_autofree char *value = zb_decimal_print_plain (quantity->value);
  g_autofree char *flags = print_flags (quantity->flags);
  const char *parts[COLUMNS] = {
    [RAW] = quantity->raw,
    [RAW_UNIT] = quantity->raw_unit != NULL ? quantity->raw_unit : "-",
    [VALUE] = value,
    [UNIT] = quantity->unit != NULL ? quantity->unit->canonical : "-",
    [FLAGS] = flags,
  };

  for (guint i = RAW; i < COLUMNS; i++)
    g_string_append_printf (columns[i], "%s%s", columns[i]->len > 0 ? " | " : "", parts[i]);
}

static void
assert_spans (const char *input, const ZbQuantity *quantity) {
  g_assert_cmpuint (quantity->start, <=, quantity->number_start);
  g_assert_cmpuint (quantity->number_start, <, quantity->end);
  g_assert_cmpuint (quantity->end, <=, strlen (input));
  g_assert_nonnull (strstr (input, quantity->raw));
}

static GPtrArray *
read_quantities (const char *input, gboolean cell) {
  GPtrArray *quantities;
  ZbQuantity *quantity;

  if (!cell)
    return zb_quantities_find (input);
  quantities = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_quantity_free);
  quantity = zb_quantity_parse_cell (input);
  if (quantity != NULL)
    g_ptr_array_add (quantities, quantity);
  return quantities;
}

/* Prints every difference of one row; FALSE where there is one. */
static gboolean
check_row (guint line, char **fields) {
  g_autofree char *input = g_strcompress (fields[INPUT]);
  gboolean same = TRUE;
  GString *columns[COLUMNS];
  g_autoptr (GPtrArray) quantities
      = read_quantities (input, g_str_equal (fields[CONTEXT], "cell"));

  for (guint i = 0; i < COLUMNS; i++)
    columns[i] = g_string_new (NULL);
  for (guint i = 0; i < quantities->len; i++) {
    assert_spans (input, g_ptr_array_index (quantities, i));
    append_quantity (columns, g_ptr_array_index (quantities, i));
  }
  for (guint i = RAW; i < COLUMNS; i++) {
    g_autofree char *expected = g_strcompress (fields[i]);
    const char *found = columns[i]->len > 0 ? columns[i]->str : "-";

    if (!g_str_equal (expected, found)) {
      g_test_message ("line %u: %s: %s instead of %s", line, fields[INPUT], found, expected);
      same = FALSE;
    }
  }
  for (guint i = 0; i < COLUMNS; i++)
    g_string_free (columns[i], TRUE);
  return same;
}

static void
test_cases (void) {
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint rows = 0, wrong = 0;

  g_assert_true (g_file_get_contents (TEST_DATA "/cases/quantities.tsv", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = NULL;

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    fields = g_strsplit (lines[i], "\t", -1);
    if (g_strv_length (fields) != COLUMNS) {
      g_test_message ("line %u: not %d columns", i + 1, COLUMNS);
      wrong++;
      continue;
    }
    rows++;
    wrong += !check_row (i + 1, fields);
  }
  g_test_message ("%u rows, %u wrong", rows, wrong);
  g_assert_cmpuint (wrong, ==, 0);
  g_assert_cmpuint (rows, >=, LEAST_ROWS);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/quantity/cases", test_cases);
  return g_test_run ();
}
