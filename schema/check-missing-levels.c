/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-missing-levels.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "intern.h"
#include "text-fold.h"

/* Codes of 类: nothing is above them but the total. */
#define TOP_LENGTH 3
/* A form prints a level where so many of its codes are there, and at most one part in so many is missing. */
#define FEWEST_PRINTED 3
#define PRINTED_FOR_EACH_MISSING 4

static const char *
code_of (const ZbFact *fact, gboolean economic) {
  return economic ? fact->dimensions.economic : fact->dimensions.function;
}

/* The code right above that of @fact, interned; NULL where there is none. */
static const char *
code_above (const ZbFact *fact, gboolean economic) {
  const char *code = code_of (fact, economic);
  g_autofree char *above = NULL;

  if (code == NULL || strlen (code) <= TOP_LENGTH)
    return NULL;
  above = g_strndup (code, strlen (code) - 2);
  return zb_intern (above);
}

/* What a table prints of one level of its codes. */
typedef struct {
  GHashTable *rows;  /* interned code → its row + 1, be there an amount or not */
  GHashTable *places; /* row and column of each amount, as one number */
  guint cols;
} Printed;

static gpointer
place_key (guint row, guint col, guint cols) {
  return GUINT_TO_POINTER (row * cols + col + 1);
}

/* Rows of codes that print no amount at all. */
static void
note_blank_rows (Printed *printed, const ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *folded = zb_text_fold (cell->text);
    gsize length = strspn (folded, "0123456789");

    if ((length == TOP_LENGTH || length == TOP_LENGTH + 2) && folded[length] != '.') {
      const char *code;

      folded[length] = '\0';
      code = zb_intern (folded);
      if (!g_hash_table_contains (printed->rows, code))
        g_hash_table_insert (printed->rows, (gpointer) code, GUINT_TO_POINTER (cell->row + 1));
    }
  }
}

static void
note_printed (Printed *printed, const GPtrArray *facts, gboolean economic) {
  for (guint i = 0; i < facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (facts, i);
    const char *code = code_of (fact, economic);

    g_hash_table_add (printed->places,
                      place_key (fact->source.row, fact->source.col, printed->cols));
    if (code != NULL && !g_hash_table_contains (printed->rows, code))
      g_hash_table_insert (printed->rows, (gpointer) code, GUINT_TO_POINTER (fact->source.row + 1));
  }
}

/* Codes of one length whose level above is or is not printed. */
typedef struct {
  GHashTable *present; /* interned codes above that are printed */
  GPtrArray *orphans;  /* ZbFact *: the first of each code above that is not */
} Level;

static void
sort_fact (Level *level, const Printed *printed, GHashTable *missing, ZbFact *fact,
           const char *above) {
  if (g_hash_table_contains (printed->rows, above))
    g_hash_table_add (level->present, (gpointer) above);
  else if (!g_hash_table_contains (missing, above)) {
    g_hash_table_add (missing, (gpointer) above);
    g_ptr_array_add (level->orphans, fact);
  }
}

static void
check_level (ZbReport *report, const ZbRule *rule, const GPtrArray *facts, const Printed *printed,
             gsize length) {
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) orphans = g_ptr_array_new ();
  Level level = { present, orphans };

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);
    const char *above = code_above (fact, rule->economic);

    if (above != NULL && strlen (above) == length && zb_decimal_sign (fact->value) != 0)
      sort_fact (&level, printed, missing, fact, above);
  }
  if (orphans->len > 0 && g_hash_table_size (present) >= FEWEST_PRINTED
      && g_hash_table_size (present) >= orphans->len * PRINTED_FOR_EACH_MISSING)
    zb_check_fail (report, rule->name, orphans, ZB_NO_FLAG);
}

/* Amounts whose level above has a row with a blank where they have a number, in columns where others have both. */
static void
check_blanks (ZbReport *report, const ZbRule *rule, const GPtrArray *facts, const Printed *printed) {
  g_autoptr (GHashTable) filled = g_hash_table_new (NULL, NULL); /* column + 1 → rows above with both */
  g_autoptr (GPtrArray) bare = g_ptr_array_new ();
  g_autoptr (GPtrArray) doubted = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);
    const char *above = code_above (fact, rule->economic);
    guint row = above != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (printed->rows, above)) : 0;
    gpointer column = GUINT_TO_POINTER (fact->source.col + 1);

    if (row == 0 || zb_decimal_sign (fact->value) == 0)
      continue;
    if (!g_hash_table_contains (printed->places, place_key (row - 1, fact->source.col, printed->cols)))
      g_ptr_array_add (bare, fact);
    else
      g_hash_table_insert (filled, column,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (filled, column)) + 1));
  }
  for (guint i = 0; i < bare->len; i++) {
    ZbFact *fact = g_ptr_array_index (bare, i);

    if (GPOINTER_TO_UINT (g_hash_table_lookup (filled, GUINT_TO_POINTER (fact->source.col + 1)))
        >= FEWEST_PRINTED)
      g_ptr_array_add (doubted, fact);
  }
  if (doubted->len > 0)
    zb_check_fail (report, rule->name, doubted, ZB_NO_FLAG);
}

static gboolean
names_bodies (const GPtrArray *facts) { /* each of which has rows of its own */
  for (guint i = 0; i < facts->len; i++)
    if (((const ZbFact *) g_ptr_array_index (facts, i))->dimensions.subject != NULL)
      return TRUE;
  return FALSE;
}

void
zb_check_missing_levels (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    g_autoptr (GPtrArray) facts = NULL;
    g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL), places = g_hash_table_new (NULL, NULL);
    Printed printed = { rows, places, table->table->cols };

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    facts = zb_facts_of_table (report, table);
    if (names_bodies (facts))
      continue;
    note_printed (&printed, facts, rule->economic);
    note_blank_rows (&printed, table->table);
    for (gsize length = TOP_LENGTH; length <= TOP_LENGTH + 2; length += 2)
      check_level (report, rule, facts, &printed, length);
    check_blanks (report, rule, facts, &printed);
  }
}
