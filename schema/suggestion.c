/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "suggestion.h"

#include <stdlib.h>
#include <string.h>

/* What the sums say of one fact. */
typedef struct {
  guint failed, held;   /* sums that it takes part in */
  gboolean disagree;    /* the failed ones do not ask for the same change */
  ZbDecimal change;     /* what the failed ones ask for */
  GString *evidence;    /* c3 rule, c7 rule */
} Charge;

static void
charge_clear (gpointer data) {
  g_string_free (((Charge *) data)->evidence, TRUE);
}

/* The index of the fact named "f12"; -1 where @id names none. */
static int
index_of (const ZbReport *report, const char *id) {
  int number = *id == 'f' ? atoi (id + 1) : 0;

  return number > 0 && (guint) number <= report->facts->len ? number - 1 : -1;
}

static void
add_charge (Charge *charge, const ZbCheck *check, gboolean total) {
  ZbDecimal change = total ? zb_decimal_negate (check->excess) : check->excess;

  if (check->passed) {
    charge->held++;
    return;
  }
  charge->disagree |= charge->failed > 0 && zb_decimal_compare (charge->change, change) != 0;
  charge->change = change;
  charge->failed++;
  g_string_append_printf (charge->evidence, "%sc%u %s", charge->evidence->len > 0 ? ", " : "",
                          check->number, check->rule);
}

static GArray *
collect_charges (const ZbReport *report) {
  GArray *charges = g_array_sized_new (FALSE, TRUE, sizeof (Charge), report->facts->len);

  g_array_set_clear_func (charges, charge_clear);
  g_array_set_size (charges, report->facts->len);
  for (guint i = 0; i < charges->len; i++)
    g_array_index (charges, Charge, i).evidence = g_string_new (NULL);
  for (guint c = 0; c < report->checks->len; c++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, c);

    for (guint i = 0; check->equation && i < check->facts->len; i++) {
      int at = index_of (report, g_ptr_array_index (check->facts, i));

      if (at >= 0)
        add_charge (&g_array_index (charges, Charge, at), check, i == 0);
    }
  }
  return charges;
}

static char *
digits_of (const char *number) {
  GString *digits = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p++)
    if (g_ascii_isdigit (*p) && (digits->len > 0 || *p != '0'))
      g_string_append_c (digits, *p);
  while (digits->len > 0 && digits->str[digits->len - 1] == '0')
    g_string_truncate (digits, digits->len - 1);
  return g_string_free (digits, FALSE);
}

static gboolean
is_one_digit_changed (const char *printed, const char *meant) {
  guint changed = 0;

  if (strlen (printed) != strlen (meant))
    return FALSE;
  for (gsize i = 0; printed[i] != '\0'; i++) {
    if ((printed[i] == '.') != (meant[i] == '.'))
      return FALSE;
    changed += printed[i] != meant[i];
  }
  return changed == 1;
}

static gboolean
is_one_digit_dropped (const char *printed, const char *meant) {
  gsize same = 0;

  if (strlen (printed) + 1 != strlen (meant))
    return FALSE;
  while (printed[same] != '\0' && printed[same] == meant[same])
    same++;
  return g_ascii_isdigit (meant[same]) && strcmp (printed + same, meant + same + 1) == 0;
}

gboolean
zb_suggestion_is_slip (const char *printed, const char *meant) {
  g_autofree char *printed_digits = digits_of (printed);
  g_autofree char *meant_digits = digits_of (meant);

  if (*printed_digits == '\0' || *meant_digits == '\0' || g_str_equal (printed, meant))
    return FALSE;
  return is_one_digit_changed (printed, meant) || is_one_digit_dropped (printed, meant)
         || g_str_equal (printed_digits, meant_digits);
}

/* @raw without the commas between its digits. */
static char *
plain_number (const char *raw) {
  g_auto (GStrv) parts = g_strsplit (raw, ",", -1);

  return g_strjoinv ("", parts);
}

/* The power of ten between the printed number and its value in the canonical unit. */
static gboolean
find_power (ZbDecimal printed, ZbDecimal value, int *power) {
  static const int POWERS[] = { 0, 4, 8, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (POWERS); i++) {
    ZbDecimal shifted;

    if (zb_decimal_shift (printed, POWERS[i], &shifted)
        && zb_decimal_compare (shifted, value) == 0) {
      *power = POWERS[i];
      return TRUE;
    }
  }
  return FALSE;
}

static gsize
count_decimals (const char *number) {
  const char *point = strchr (number, '.');

  return point != NULL ? strlen (point + 1) : 0;
}

/* @meant with the digits of @printed where they are the same, else with as many decimals. */
static char *
print_like (ZbDecimal meant, const char *printed) {
  g_autofree char *shortest = zb_decimal_print_plain (meant);
  g_autofree char *digits = digits_of (shortest), *printed_digits = digits_of (printed);
  gboolean moved = g_str_equal (digits, printed_digits);
  GString *text = g_string_new (shortest);
  gsize decimals = count_decimals (shortest);

  while (moved ? text->len < strlen (printed) : decimals < count_decimals (printed)) {
    g_string_append (text, decimals == 0 ? ".0" : "0");
    decimals++;
  }
  return g_string_free (text, FALSE);
}

/* The slip that would explain what is charged to @fact; NULL where none does. */
static ZbSuggestion *
find_slip (const ZbFact *fact, const Charge *charge) {
  g_autofree char *printed = plain_number (fact->raw);
  g_autofree char *meant = NULL;
  ZbDecimal number, value, raw;
  ZbSuggestion *suggestion;
  int power;

  if (charge->failed == 0 || charge->held > 0 || charge->disagree
      || !zb_decimal_parse (printed, &number) || zb_decimal_sign (number) <= 0
      || !find_power (number, fact->value, &power)
      || !zb_decimal_add (fact->value, charge->change, &value) || zb_decimal_sign (value) <= 0
      || !zb_decimal_shift (value, -power, &raw))
    return NULL;
  meant = print_like (raw, printed);
  if (!zb_suggestion_is_slip (printed, meant))
    return NULL;
  suggestion = g_new0 (ZbSuggestion, 1);
  suggestion->value = zb_decimal_print_plain (value);
  suggestion->raw = g_steal_pointer (&meant);
  suggestion->evidence = g_strdup (charge->evidence->str);
  return suggestion;
}

static void
suggestion_free (ZbSuggestion *suggestion) {
  if (suggestion == NULL)
    return;
  g_free (suggestion->value);
  g_free (suggestion->raw);
  g_free (suggestion->evidence);
  g_free (suggestion);
}

/* Of the members of a failed sum, the only one that a slip explains. */
static void
offer_for (ZbReport *report, const ZbCheck *check, const GArray *charges) {
  ZbSuggestion *found = NULL;
  ZbFact *guilty = NULL;
  guint candidates = 0;

  for (guint i = 0; i < check->facts->len; i++) {
    int at = index_of (report, g_ptr_array_index (check->facts, i));
    ZbFact *fact = at >= 0 ? g_ptr_array_index (report->facts, at) : NULL;
    ZbSuggestion *slip = at >= 0 ? find_slip (fact, &g_array_index (charges, Charge, at)) : NULL;

    if (slip == NULL)
      continue;
    candidates++;
    suggestion_free (found);
    found = slip;
    guilty = fact;
  }
  if (candidates == 1 && guilty->suggestion == NULL)
    guilty->suggestion = g_steal_pointer (&found);
  suggestion_free (found);
}

void
zb_suggestions_offer (ZbReport *report) {
  g_autoptr (GArray) charges = collect_charges (report);

  for (guint i = 0; i < report->checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, i);

    if (check->equation && !check->passed)
      offer_for (report, check, charges);
  }
}
