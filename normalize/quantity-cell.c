/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity.h"

#include <string.h>

#include "text-fold.h"

/* Whether @folded is nothing, punctuation that ends a cell or opens a value, or a remark in
 * brackets with or without it. */
static gboolean
is_remark (char *folded) {
  gsize start = strspn (folded, "=,;:.");
  gsize end;

  folded += start;
  while (g_str_has_suffix (folded, "。") || g_str_has_suffix (folded, "、"))
    folded[strlen (folded) - strlen ("。")] = '\0';
  end = strlen (folded);
  while (end > 0 && strchr (",;:.", folded[end - 1]) != NULL)
    folded[--end] = '\0';
  return end == 0 || (folded[0] == '(' && folded[end - 1] == ')');
}

static gboolean
is_remark_between (const char *text, gsize start, gsize end) {
  g_autofree char *part = g_strndup (text + start, end - start);
  g_autofree char *folded = zb_text_fold (part);

  return is_remark (folded);
}

/* (1,234.56) is a negative amount, with or without a minus; (3) is the mark of a list. */
static gboolean
is_bracketed_amount (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gsize length = strlen (folded);

  gsize sign = length > 1 && folded[1] == '-';

  return length > 2 + sign && folded[0] == '(' && folded[length - 1] == ')'
         && strspn (folded + 1 + sign, "0123456789.,") == length - 2 - sign
         && strpbrk (folded, ".,") != NULL && g_ascii_isdigit (folded[1 + sign])
         && g_ascii_isdigit (folded[length - 2]);
}

/* Makes @quantity, which stands in brackets that are all of @text, negative. */
static void
negate (ZbQuantity *quantity, const char *text) {
  quantity->number = zb_decimal_negate (zb_decimal_absolute (quantity->number));
  quantity->value = zb_decimal_negate (zb_decimal_absolute (quantity->value));
  quantity->flags &= ~(guint) ZB_QUANTITY_ORDINAL;
  g_free (quantity->raw);
  quantity->raw = zb_text_trim (text);
  quantity->start = quantity->number_start = 0;
  quantity->end = strlen (text);
}

ZbQuantity *
zb_quantity_parse_cell (const char *text) {
  g_autoptr (GPtrArray) quantities = zb_quantities_find_in_cell (text);
  ZbQuantity *quantity;

  if (quantities->len == 0)
    return NULL;
  quantity = g_ptr_array_index (quantities, 0);
  if (quantities->len == 1 && quantity->unit == NULL && is_bracketed_amount (text)) {
    negate (quantity, text);
    return g_ptr_array_steal_index (quantities, 0);
  }
  if (quantity->flags & (ZB_QUANTITY_DATE | ZB_QUANTITY_FRACTION)
      || !is_remark_between (text, 0, quantity->start)
      || !is_remark_between (text, quantity->end, strlen (text)))
    return NULL;
  if (quantity->flags & ZB_QUANTITY_ORDINAL && quantity->unit == NULL
      && (quantity->start > 0 || text[quantity->end] != '\0'
          || !g_unichar_isdigit (g_utf8_get_char (quantity->raw)))) /* ① */
    return NULL;
  return g_ptr_array_steal_index (quantities, 0);
}
