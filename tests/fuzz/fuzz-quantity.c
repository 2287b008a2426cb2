/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text: quantities are found without a crash, stand in order inside the text, and say the same
 * as what they are made of. A text that is no UTF-8 is made valid first, as readers do. */
#include <stdint.h>
#include <string.h>

#include "quantity.h"
#include "candidate.h"

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

static char *
copy_digits (const char *text) {
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      g_string_append_unichar (digits, g_utf8_get_char (p));
  return g_strdup (digits->str);
}

/* A candidate for a number keeps every digit of it, and adds the ones that it makes of letters. */
static void
check_candidates (const char *token) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find (token, ZB_CONFUSION_NUMBER);
  g_autofree char *printed = copy_digits (token);

  for (guint i = 0; i < candidates->len; i++) {
    const ZbCandidate *candidate = g_ptr_array_index (candidates, i);
    g_autofree char *digits = copy_digits (candidate->text);
    const char *next = digits;

    g_assert_cmpuint (candidate->count, >, 0);
    for (const char *p = printed; *p != '\0'; p = g_utf8_next_char (p)) {
      next = g_utf8_strchr (next, -1, g_utf8_get_char (p));
      g_assert_nonnull (next);
      next = g_utf8_next_char (next);
    }
  }
}

/* The first characters of an input, as a token of a cell. */
#define TOKEN_CHARACTERS 10

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size) {
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (ZbQuantity) cell = zb_quantity_parse_cell (text);

  if (cell != NULL)
    check_parts (cell);
  check_quantities (text);
  if (g_utf8_strlen (text, -1) > TOKEN_CHARACTERS)
    *g_utf8_offset_to_pointer (text, TOKEN_CHARACTERS) = '\0';
  check_candidates (text);
  return 0;
}
