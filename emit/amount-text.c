/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "amount-text.h"

#include "text-fold.h"

/* The units that money is printed in, by the power of ten that makes yuan of them. */
static const struct {
  int power;
  const char *word;
} MONEY[] = { { 0, "元" }, { 3, "千元" }, { 4, "万元" }, { 6, "百万元" }, { 8, "亿元" } };

/* Canonical units whose word is not what people write. */
static const struct {
  const char *unit, *word;
} OTHERS[] = { { "m2", "平方米" }, { "point", "分" }, { "%", "%" } };

char *
zb_amount_text_group (ZbDecimal value) {
  g_autofree char *plain = zb_decimal_print_plain (value);
  GString *grouped = g_string_new (plain);
  gsize point = 0, first = plain[0] == '-';

  while (plain[point] != '\0' && plain[point] != '.')
    point++;
  for (gsize place = point; place > first + 3; place -= 3)
    g_string_insert_c (grouped, (gssize) place - 3, ',');
  return g_string_free (grouped, FALSE);
}

/* The digits of what is printed, without separators and sign. */
static gboolean
parse_printed (const ZbFact *fact, ZbDecimal *value) {
  g_autofree char *folded = zb_text_fold (fact->raw != NULL ? fact->raw : "");
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) || *p == '.')
      g_string_append_c (digits, *p);
  if (digits->len > 0 && digits->str[digits->len - 1] == '.')
    g_string_truncate (digits, digits->len - 1);
  return zb_decimal_parse (digits->str, value);
}

/* The index of the unit of money that the number is printed in: 元 where nothing fits. */
static guint
find_money (const ZbFact *fact) {
  ZbDecimal printed, shifted;

  if (parse_printed (fact, &printed) && zb_decimal_sign (printed) != 0)
    for (guint i = 0; i < G_N_ELEMENTS (MONEY); i++)
      if (zb_decimal_shift (printed, MONEY[i].power, &shifted)
          && zb_decimal_compare (shifted, zb_decimal_absolute (fact->value)) == 0)
        return i;
  return 0;
}

static gboolean
is_money (const ZbFact *fact) {
  return g_strcmp0 (fact->unit, "CNY") == 0;
}

const char *
zb_amount_text_unit (const ZbFact *fact) {
  if (is_money (fact))
    return MONEY[find_money (fact)].word;
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    if (g_strcmp0 (fact->unit, OTHERS[i].unit) == 0)
      return OTHERS[i].word;
  return fact->unit != NULL ? fact->unit : "";
}

char *
zb_amount_text_printed (const ZbFact *fact) {
  const char *raw = fact->raw != NULL ? fact->raw : "";
  const char *unit = fact->raw_unit != NULL ? fact->raw_unit : zb_amount_text_unit (fact);

  if (fact->raw_unit == NULL && zb_decimal_sign (fact->value) == 0)
    return g_strdup (raw); /* nothing has no unit */
  return g_strconcat (raw, *unit == '%' || *unit == '\0' ? "" : " ", unit, NULL);
}

char *
zb_amount_text_like (const ZbFact *fact, ZbDecimal value, guint8 decimals) {
  const char *unit = zb_amount_text_unit (fact);
  ZbDecimal shifted = value, rounded;
  g_autofree char *text = NULL;

  if (is_money (fact))
    zb_decimal_shift (value, -MONEY[find_money (fact)].power, &shifted);
  if (shifted.scale > decimals
      && zb_decimal_divide (shifted, zb_decimal_from_int (1), decimals, &rounded))
    shifted = rounded;
  text = zb_amount_text_group (shifted);
  return g_strconcat (text, *unit == '%' || *unit == '\0' ? "" : " ", unit, NULL);
}

guint8
zb_amount_text_decimals (const ZbFact *fact) {
  ZbDecimal printed;

  return parse_printed (fact, &printed) ? printed.scale : 2;
}
