/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "repair-unsure.h"

#include <string.h>

/* A sum of so many numbers, the unsure one among them, speaks for itself. */
enum { FEW = 3 };
/* At most one part in so many of the digits was read otherwise. */
enum { MISREAD = 2 };

/* What the sums say of one number. */
typedef struct {
  ZbDecimal change; /* to be added to it */
  guint sums;       /* that say so */
  gboolean few;     /* one of them has few numbers */
  guint beside;     /* another fact of one of them, printed in the same unit */
} Verdict;

/* What another sum speaks for is sure, however it was read. */
static gboolean
is_unsure (const ZbReport *report, guint cell) {
  const ZbFact *fact = g_ptr_array_index (report->facts, cell);

  return fact->standing != ZB_STANDING_ACQUITTED && fact->standing != ZB_STANDING_CLEARED
         && (fact->flags & (ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT) | ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE))) != 0;
}

/* The sign of @cell in @equation; 0 where another of its numbers is unsure, too. *@other: one of the others. */
static int
find_sign (const ZbReport *report, const ZbEquations *equations, const ZbEquation *equation, guint cell,
           guint *other) {
  int sign = 0;

  for (guint i = 0; i < equation->count; i++) {
    const ZbEquationTerm *term = zb_equations_term (equations, equation, i);

    if (term->cell == cell)
      sign = term->sign;
    else if (is_unsure (report, term->cell))
      return 0;
    else
      *other = term->cell;
  }
  return sign;
}

/* What all sums say in which nothing but @cell is unsure; FALSE where they say different things, or too little. */
static gboolean
ask_sums (const ZbReport *report, const ZbEquations *equations, guint cell, Verdict *verdict) {
  guint count;
  const guint *list = zb_equations_of_cell (equations, cell, &count);

  for (guint i = 0; i < count; i++) {
    const ZbEquation *equation = zb_equations_get (equations, list[i]);
    gboolean lacks = equation->may_lack && zb_decimal_compare (equation->residual, zb_decimal_from_int (0)) > 0;
    int sign = equation->kind == ZB_EQUATION_SUM && !lacks
                 ? find_sign (report, equations, equation, cell, &verdict->beside) : 0;
    ZbDecimal change = sign > 0 ? zb_decimal_negate (equation->residual) : equation->residual;

    if (sign == 0)
      continue;
    if (!equation->failed || (verdict->sums > 0 && zb_decimal_compare (change, verdict->change) != 0))
      return FALSE;
    verdict->change = change;
    verdict->sums++;
    verdict->few |= equation->count <= FEW;
  }
  return verdict->few || verdict->sums > 1;
}

/* The digits of @text; the caller frees them. */
static char *
keep_digits (const char *text) {
  GString *digits = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_c (digits, *at);
  return g_string_free (digits, FALSE);
}

/* How many characters must be changed, put in or left out to make @b of @a. */
static guint
count_edits (const char *a, const char *b) {
  gsize width = strlen (b) + 1;
  g_autofree guint *row = g_new (guint, width);

  for (guint j = 0; j < width; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++) {
    guint corner = row[0];

    row[0] = i;
    for (guint j = 1; j < width; j++) {
      guint here = corner + (a[i - 1] != b[j - 1]);

      corner = row[j];
      row[j] = MIN (here, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[width - 1];
}

/* Whether @read may be what became of @meant: most of its digits are there, or it was read twice in a row. */
static gboolean
resembles (const char *read, const char *meant) {
  g_autofree char *have = keep_digits (read), *want = keep_digits (meant);
  g_autofree char *twice = g_strconcat (want, want, NULL);

  return g_str_equal (have, twice) || MISREAD * count_edits (have, want) <= MAX (strlen (have), strlen (want));
}

/* @value as it would be printed beside fact @other, with as many decimals; NULL where it has more. */
static char *
print_beside (ZbDecimal value, const ZbFact *other) {
  g_autofree char *plain = zb_repair_plain_number (other->raw), *text = NULL;
  guint decimals = zb_repair_count_decimals (plain), own;
  ZbDecimal printed;
  GString *padded;
  int power;

  if (!zb_repair_find_power (other, &power) || !zb_decimal_shift (value, -power, &printed))
    return NULL;
  text = zb_decimal_print_plain (printed);
  own = zb_repair_count_decimals (text);
  if (own > decimals)
    return NULL;
  padded = g_string_new (text);
  if (own == 0 && decimals > 0)
    g_string_append_c (padded, '.');
  for (; own < decimals; own++)
    g_string_append_c (padded, '0');
  return g_string_free (padded, FALSE);
}

void
zb_repair_find_unsure (const ZbReport *report, const ZbEquations *equations, guint cell, GPtrArray *repairs) {
  const ZbFact *fact = g_ptr_array_index (report->facts, cell);
  ZbCorrection correction = { .cell = cell };
  Verdict verdict = { .beside = cell };
  g_autofree char *meant = NULL;
  ZbRepair *repair;
  ZbDecimal value;

  if (!is_unsure (report, cell) || !ask_sums (report, equations, cell, &verdict) || verdict.beside == cell
      || !zb_decimal_add (fact->value, verdict.change, &value))
    return;
  meant = print_beside (value, g_ptr_array_index (report->facts, verdict.beside));
  if (meant == NULL || *meant == '-' || !resembles (fact->raw, meant))
    return;
  correction.change = verdict.change;
  repair = g_new0 (ZbRepair, 1);
  repair->kind = ZB_SLIP_READ;
  repair->meant = g_steal_pointer (&meant);
  repair->corrections = g_array_new (FALSE, FALSE, sizeof (ZbCorrection));
  g_array_append_val (repair->corrections, correction);
  g_ptr_array_add (repairs, repair);
}
