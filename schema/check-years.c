/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-years.h"

#include "check-record.h"
#include "intern.h"

/* Whether the two stand for the same number: a whole amount, for small counts agree by chance. */
static gboolean
agrees (const ZbFact *a, const ZbFact *b) {
  ZbDecimal difference, tolerance;

  return zb_decimal_sign (a->value) != 0 && zb_decimal_subtract (a->value, b->value, &difference)
         && zb_decimal_add (a->half_unit, b->half_unit, &tolerance)
         && zb_decimal_compare (zb_decimal_absolute (difference), tolerance) <= 0;
}

/* The fact of the reported year that @fact repeats under another one; NULL where none does. */
static ZbFact *
find_repeated (const ZbReport *report, const ZbFact *fact, const char *year) {
  ZbDimensions wanted = fact->dimensions;

  wanted.period = year;
  if (zb_fact_index_lookup (report->index, &wanted, ZB_FACT_INDEX_ANY, ZB_FACT_INDEX_ANY, fact)
      == NULL)
    return NULL;
  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *other = g_ptr_array_index (report->facts, i);

    if (zb_dimensions_equal (&other->dimensions, &wanted) && agrees (fact, other)
        && other->source.block != fact->source.block)
      return other;
  }
  return NULL;
}

void
zb_check_years (ZbReport *report) {
  g_autofree char *printed = g_strdup_printf ("%u", report->fiscal_year);
  const char *year = zb_intern (printed);

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);
    g_autoptr (GPtrArray) facts = NULL;

    if (fact->source.kind != ZB_SOURCE_TEXT || fact->dimensions.period == year
        || g_strcmp0 (fact->unit, "CNY") != 0 || find_repeated (report, fact, year) == NULL)
      continue;
    facts = g_ptr_array_new ();
    g_ptr_array_add (facts, fact);
    zb_check_fail (report, "text.year", facts, ZB_FLAG_YEAR_SUSPECT);
  }
}
