/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text: quantities are found without a crash, stand in order inside the text, and say the same
 * as what they are made of. A text that is no UTF-8 is made valid first, as readers do. */
#include <stdint.h>
#include <string.h>

#include "quantity.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_parts (const ZbQuantity *quantity) {
  ZbDecimal value;

  g_assert_true (g_utf8_validate (quantity->raw, -1, NULL));
  if (quantity->unit == NULL)
    return;
  g_assert_true (zb_decimal_multiply (quantity->number, quantity->unit->factor, &value));
  g_assert_cmpint (zb_decimal_compare (value, quantity->value), ==, 0);
}

static void
check_quantities (const char *text) {
  g_autoptr (GPtrArray) quantities = zb_quantities_find (text);
  gsize end = 0, length = strlen (text);

  for (guint i = 0; i < quantities->len; i++) {
    const ZbQuantity *quantity = g_ptr_array_index (quantities, i);
    const char *raw = text + quantity->number_start;

    g_assert_cmpuint (quantity->start, <=, quantity->number_start);
    g_assert_cmpuint (quantity->number_start, >=, end);
    g_assert_cmpuint (quantity->end, >, quantity->number_start);
    g_assert_cmpuint (quantity->end, <=, length);
    g_assert_true (g_str_has_prefix (raw, quantity->raw));
    check_parts (quantity);
    end = quantity->end;
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size) {
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (ZbQuantity) cell = zb_quantity_parse_cell (text);

  if (cell != NULL)
    check_parts (cell);
  check_quantities (text);
  return 0;
}
