/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-columns.h"

#include "scan-number.h"
#include "scan-reading.h"

/* Where this share of a column's numbers, and so many, have equally many decimals, all should. */
static const double NEARLY_ALL = 0.8;
static const guint ENOUGH = 4;

/* The number of decimals that nearly all numbers of @column have, or -1. */
static gint
find_decimals (const GPtrArray *readings, gint column) {
  guint counts[8] = { 0 }, all = 0;

  for (guint i = 0; i < readings->len; i++) {
    const ZbScanReading *reading = g_ptr_array_index (readings, i);
    gint decimals = reading->column == column && reading->number
                      ? zb_scan_number_count_decimals (reading->text) : -1;

    if (decimals < 0 || g_str_equal (reading->text, "0"))
      continue;
    all++;
    counts[MIN (decimals, 7)]++;
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (all >= ENOUGH && counts[i] >= NEARLY_ALL * all)
      return (gint) i;
  return -1;
}

void
zb_scan_columns_compare (GPtrArray *readings) {
  gint columns = 0;

  for (guint i = 0; i < readings->len; i++)
    columns = MAX (columns, ((const ZbScanReading *) g_ptr_array_index (readings, i))->column + 1);
  for (gint column = 0; column < columns; column++) {
    gint decimals = find_decimals (readings, column);

    for (guint i = 0; decimals >= 0 && i < readings->len; i++) {
      ZbScanReading *reading = g_ptr_array_index (readings, i);

      if (reading->column == column && reading->number && !g_str_equal (reading->text, "0")
          && zb_scan_number_count_decimals (reading->text) != decimals)
        reading->suspect = TRUE;
    }
  }
}
