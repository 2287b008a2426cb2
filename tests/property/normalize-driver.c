/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers questions about numbers, a line each, tab-separated, so that a test in another language
 * can compare: `add A B`, `subtract A B`, `multiply A B`, `divide A B SCALE`, `compare A B`,
 * `shift A POWER`, `print A`, `plain A`, `half A`, `sum A B…`; `find TEXT` and `cell TEXT` list
 * quantities. A result that does not fit, or an unreadable number, is `-`. */
#include <stdio.h>
#include <stdlib.h>

#include "quantity.h"

static char *
print_quantity (const ZbQuantity *quantity) {
  g_autofree char *value = zb_decimal_print_plain (quantity->value);

  return g_strdup_printf ("%s|%s|%s|%s|%u", quantity->raw,
                          quantity->raw_unit != NULL ? quantity->raw_unit : "", value,
                          quantity->unit != NULL ? quantity->unit->canonical : "",
                          (guint) quantity->flags);
}

static char *
answer_text (const char *verb, const char *escaped) {
  g_autofree char *text = g_strcompress (escaped);
  g_autoptr (GString) answer = g_string_new (NULL);

  if (g_str_equal (verb, "cell")) {
    g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (text);

    return quantity != NULL ? print_quantity (quantity) : g_strdup ("-");
  }
  g_autoptr (GPtrArray) quantities = zb_quantities_find (text);
  for (guint i = 0; i < quantities->len; i++) {
    g_autofree char *one = print_quantity (g_ptr_array_index (quantities, i));

    g_string_append_printf (answer, "%s%s", i > 0 ? "\t" : "", one);
  }
  return g_strdup (answer->len > 0 ? answer->str : "-");
}

static char *
answer_one (const char *verb, ZbDecimal a) {
  if (g_str_equal (verb, "print"))
    return zb_decimal_print (a);
  if (g_str_equal (verb, "plain"))
    return zb_decimal_print_plain (a);
  return zb_decimal_print (zb_decimal_half_unit (a));
}

/* @b is text, because it is a decimal for some verbs and a plain integer for `shift`. */
static char *
answer_two (const char *verb, ZbDecimal a, const char *b, const char *scale) {
  ZbDecimal other = { 0 }, result = { 0 };
  gboolean fits;

  if (g_str_equal (verb, "shift"))
    return zb_decimal_shift (a, atoi (b), &result) ? zb_decimal_print (result) : g_strdup ("-");
  if (!zb_decimal_parse (b, &other))
    return g_strdup ("-");
  if (g_str_equal (verb, "compare"))
    return g_strdup_printf ("%d", zb_decimal_compare (a, other));
  if (g_str_equal (verb, "add"))
    fits = zb_decimal_add (a, other, &result);
  else if (g_str_equal (verb, "subtract"))
    fits = zb_decimal_subtract (a, other, &result);
  else if (g_str_equal (verb, "multiply"))
    fits = zb_decimal_multiply (a, other, &result);
  else
    fits = zb_decimal_divide (a, other, (guint8) atoi (scale != NULL ? scale : "0"), &result);
  return fits ? zb_decimal_print (result) : g_strdup ("-");
}

/* The sum of numbers with spaces between them. */
static char *
answer_sum (const char *numbers) {
  g_auto (GStrv) parts = g_strsplit (numbers, " ", -1);
  ZbDecimal sum = { 0 }, part;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!zb_decimal_parse (parts[i], &part) || !zb_decimal_add (sum, part, &sum))
      return g_strdup ("-");
  return zb_decimal_print (sum);
}

static char *
answer (char **fields) {
  ZbDecimal a;

  if (fields[0] == NULL || fields[1] == NULL)
    return g_strdup ("?");
  if (g_str_equal (fields[0], "find") || g_str_equal (fields[0], "cell"))
    return answer_text (fields[0], fields[1]);
  if (g_str_equal (fields[0], "sum"))
    return answer_sum (fields[1]);
  if (!zb_decimal_parse (fields[1], &a))
    return g_strdup ("-");
  if (fields[2] == NULL)
    return answer_one (fields[0], a);
  return answer_two (fields[0], a, fields[2], fields[3]);
}

int
main (void) {
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0) {
    g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 4);
    g_autofree char *text = answer (fields);

    puts (g_strdelimit (text, "\n", ' ')); /* a line break in a number does not end the answer */
  }
  free (line);
  return 0;
}
