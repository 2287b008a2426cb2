/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slip.h"

#include <string.h>

#include "decimal.h"

/* From 元 to 万元, and back. */
#define FARTHEST_POINT 4

static void
slip_clear (gpointer data) {
  g_free (((ZbSlip *) data)->meant);
}

/* Whether a number equal to @value is among @slips. */
static gboolean
is_listed (const GArray *slips, ZbDecimal value) {
  for (guint i = 0; i < slips->len; i++) {
    ZbDecimal other;

    if (zb_decimal_parse (g_array_index (slips, ZbSlip, i).meant, &other)
        && zb_decimal_compare (other, value) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
add_slip (GArray *slips, const char *printed, ZbSlipKind kind, char *take_meant) {
  ZbSlip slip = { kind, take_meant };
  ZbDecimal before, value;

  if (zb_decimal_parse (printed, &before) && zb_decimal_parse (slip.meant, &value)
      && zb_decimal_compare (before, value) != 0 && zb_decimal_sign (value) != 0
      && !is_listed (slips, value))
    g_array_append_val (slips, slip);
  else
    g_free (slip.meant);
}

/* No number begins with a zero that is not its only digit before the point. */
static gboolean
has_idle_zero (const char *number) {
  const char *digits = number + strspn (number, "-");

  return digits[0] == '0' && g_ascii_isdigit (digits[1]);
}

static void
add_changed_digits (GArray *slips, const char *printed) {
  for (gsize i = 0; printed[i] != '\0'; i++)
    for (char digit = '0'; g_ascii_isdigit (printed[i]) && digit <= '9'; digit++) {
      char *meant = g_strdup (printed);

      meant[i] = digit;
      if (has_idle_zero (meant))
        g_free (meant);
      else
        add_slip (slips, printed, ZB_SLIP_DIGIT, meant);
    }
}

static void
add_dropped_digits (GArray *slips, const char *printed) {
  for (gsize i = strspn (printed, "-"); i <= strlen (printed); i++)
    for (char digit = '0'; digit <= '9'; digit++) {
      char *meant = g_strdup_printf ("%.*s%c%s", (int) i, printed, digit, printed + i);

      if (has_idle_zero (meant))
        g_free (meant);
      else
        add_slip (slips, printed, ZB_SLIP_DROPPED, meant);
    }
}

static void
add_transposed_digits (GArray *slips, const char *printed) {
  for (gsize i = 0; printed[i] != '\0'; i++) {
    gsize next = printed[i + 1] == '.' ? i + 2 : i + 1;
    char *meant;

    if (!g_ascii_isdigit (printed[i]) || !g_ascii_isdigit (printed[next]))
      continue;
    meant = g_strdup (printed);
    meant[i] = printed[next];
    meant[next] = printed[i];
    if (has_idle_zero (meant))
      g_free (meant);
    else
      add_slip (slips, printed, ZB_SLIP_TRANSPOSED, meant);
  }
}

/* A lost point leaves more digits before it, never fewer decimals than money has. */
static void
add_shifted_points (GArray *slips, const char *printed) {
  ZbDecimal value;

  if (!zb_decimal_parse (printed, &value))
    return;
  for (int power = -FARTHEST_POINT; power <= FARTHEST_POINT; power++) {
    ZbDecimal shifted;

    if (power != 0 && zb_decimal_shift (value, power, &shifted))
      add_slip (slips, printed, ZB_SLIP_POINT, zb_decimal_print (shifted));
  }
}

GArray *
zb_slips_list (const char *printed) {
  GArray *slips = g_array_new (FALSE, FALSE, sizeof (ZbSlip));
  ZbDecimal value;

  g_array_set_clear_func (slips, slip_clear);
  if (!zb_decimal_parse (printed, &value) || zb_decimal_sign (value) == 0)
    return slips;
  add_changed_digits (slips, printed);
  add_transposed_digits (slips, printed);
  add_shifted_points (slips, printed);
  add_dropped_digits (slips, printed);
  add_slip (slips, printed, ZB_SLIP_SIGN,
            zb_decimal_sign (value) < 0 ? g_strdup (printed + 1) : g_strdup_printf ("-%s", printed));
  return slips;
}
