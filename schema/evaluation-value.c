/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-value.h"

#include <string.h>

#include "quantity.h"
#include "text-fold.h"

static const char *
relation_of (ZbQuantityFlags flags) {
  if (flags & ZB_QUANTITY_AT_LEAST)
    return flags & ZB_QUANTITY_STRICT ? ">" : ">=";
  if (flags & ZB_QUANTITY_AT_MOST)
    return flags & ZB_QUANTITY_STRICT ? "<" : "<=";
  return flags & ZB_QUANTITY_APPROXIMATE ? "~" : "=";
}

/* The longest word that may follow a number as a unit nobody knows, in characters. */
#define LONGEST_UNIT 4

static gboolean
is_word_of_unit (const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return *text != '\0' && g_utf8_strlen (text, -1) <= LONGEST_UNIT;
}

/* ≥494个数: behind a relation and a number the rest is the unit, known or not. */
static void
take_rest_as_unit (ZbQuantity *quantity, const char *text) {
  gsize known = quantity->raw_unit != NULL ? strlen (quantity->raw_unit) : 0;

  g_free (quantity->raw_unit);
  quantity->raw_unit = g_strdup (text + quantity->end - known);
  quantity->end = strlen (text);
}

/* ＝100%, ≤11月: forms with a column for the relation print it before any number, months too. */
static ZbQuantity *
parse_target (const char *raw) {
  gunichar first = g_utf8_get_char (raw);
  const char *plain = first == '=' || first == 0xFF1D ? g_utf8_next_char (raw) : raw;
  g_autoptr (GPtrArray) quantities = zb_quantities_find (plain);
  ZbQuantity *quantity = quantities->len == 1 ? g_ptr_array_index (quantities, 0) : NULL;
  gboolean related = plain != raw || (quantity != NULL && quantity->number_start > 0);

  if (related && quantity != NULL && quantity->start == 0 && is_word_of_unit (plain + quantity->end))
    take_rest_as_unit (quantity, plain);
  if (related && quantity != NULL && quantity->start == 0 && plain[quantity->end] == '\0')
    return g_ptr_array_steal_index (quantities, 0);
  return zb_quantity_parse_cell (plain);
}

ZbEvaluationValue
zb_evaluation_value_parse (const char *text) {
  ZbEvaluationValue value = { 0 };
  g_autofree char *trimmed = zb_text_trim (text);
  g_autoptr (ZbQuantity) quantity = NULL;

  if (*trimmed == '\0')
    return value;
  value.raw = g_steal_pointer (&trimmed);
  quantity = parse_target (value.raw);
  if (quantity == NULL)
    return value;
  value.op = relation_of (quantity->flags);
  value.value = zb_decimal_print_plain (quantity->number);
  value.unit = g_strdup (quantity->raw_unit);
  return value;
}

void
zb_evaluation_value_clear (ZbEvaluationValue *value) {
  g_free (value->raw);
  g_free (value->value);
  g_free (value->unit);
}

char *
zb_evaluation_value_number (const char *text) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (text);

  return quantity != NULL ? zb_decimal_print (quantity->number) : NULL;
}
