/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-shift.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "quantity.h"
#include "text-fold.h"

/* Longer slips are not looked for. */
#define LONGEST_SHIFT 5
/* Sums of so many codes have to hold with the amounts moved, and so many to fail without: one may do so by chance. */
#define FEWEST_SUMS 2
#define SHORTEST_CODE 3
#define LONGEST_CODE 7

/* A row of the table that has a code, and its amount in one column. */
typedef struct {
  char code[LONGEST_CODE + 1];
  guint row;
  gboolean filled;
  ZbDecimal value, half_unit; /* as printed, in the unit of the table */
} Line;

static gboolean
read_code (const char *text, char *code) {
  g_autofree char *folded = zb_text_fold (text);
  gsize length = strspn (folded, "0123456789");

  if (length < SHORTEST_CODE || length > LONGEST_CODE || length % 2 == 0 || folded[length] != '\0')
    return FALSE;
  memcpy (code, folded, length + 1);
  return TRUE;
}

static void
read_amount (const ZbTable *table, guint row, guint col, Line *line) {
  const ZbCell *cell = zb_table_lookup (table, row, col);
  g_autoptr (ZbQuantity) quantity
      = cell != NULL && *cell->text != '\0' ? zb_quantity_parse_cell (cell->text) : NULL;

  line->filled = quantity != NULL;
  line->value = quantity != NULL ? quantity->value : (ZbDecimal){ 0 };
  line->half_unit = zb_decimal_half_unit (line->value);
}

/* The rows with a code in column @code_col, with their amounts in @col. The caller frees the array. */
static GArray *
read_lines (const ZbTable *table, guint code_col, guint col) {
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));

  for (guint row = table->header_rows; row < table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, code_col);
    Line line = { .row = row };

    if (cell == NULL || cell->row != row || !read_code (cell->text, line.code))
      continue;
    read_amount (table, row, col, &line);
    g_array_append_val (lines, line);
  }
  return lines;
}

/* How many sums of codes hold and fail. */
typedef struct {
  guint holding, failing;
} Tally;

/* Whether @code is right below @above. */
static gboolean
is_below (const char *code, const char *above) {
  gsize length = strlen (above);

  return strlen (code) == length + 2 && strncmp (code, above, length) == 0;
}

/* Counts the sum of the codes below that of line @index, which follow it. Without amounts there is none. */
static void
count_sum (const GArray *lines, guint index, Tally *tally) {
  const Line *above = &g_array_index (lines, Line, index);
  ZbDecimal rest = above->value, tolerance = above->half_unit;
  gboolean filled = above->filled, parts = FALSE, exact = TRUE;

  for (guint i = index + 1; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);

    if (!g_str_has_prefix (line->code, above->code))
      break;
    if (!is_below (line->code, above->code))
      continue;
    parts = TRUE;
    filled |= line->filled;
    exact = exact && zb_decimal_subtract (rest, line->value, &rest)
            && zb_decimal_add (tolerance, line->half_unit, &tolerance);
  }
  if (!parts || !filled || !exact)
    return;
  if (zb_decimal_compare (zb_decimal_absolute (rest), tolerance) <= 0)
    tally->holding++;
  else
    tally->failing++;
}

static Tally
count_sums (const GArray *lines) {
  Tally tally = { 0 };

  for (guint i = 0; i < lines->len; i++)
    count_sum (lines, i, &tally);
  return tally;
}

/* The lines with the amounts from @first on taken from @shift lines below (above, where it is negative); NULL where
 * an amount would fall off. The caller frees the array. */
static GArray *
move_amounts (const GArray *lines, guint first, gint shift) {
  GArray *moved = g_array_copy ((GArray *) lines);

  for (guint i = first; i < lines->len; i++) {
    gint from = (gint) i + shift;
    Line *line = &g_array_index (moved, Line, i);

    line->filled = FALSE;
    line->value = line->half_unit = (ZbDecimal){ 0 };
    if (from < (gint) first || from >= (gint) lines->len)
      continue;
    line->filled = g_array_index (lines, Line, from).filled;
    line->value = g_array_index (lines, Line, from).value;
    line->half_unit = g_array_index (lines, Line, from).half_unit;
  }
  return moved;
}

/* Whether the amounts that moving takes off one end of the lines are none. */
static gboolean
keeps_amounts (const GArray *lines, guint first, gint shift) {
  guint from = shift > 0 ? first : lines->len - MIN ((guint) -shift, lines->len - first);
  guint end = shift > 0 ? MIN (first + (guint) shift, lines->len) : lines->len;

  for (guint i = from; i < end; i++)
    if (g_array_index (lines, Line, i).filled)
      return FALSE;
  return TRUE;
}

/* A slip that makes every sum hold; shift 0: none does. */
typedef struct {
  guint first;
  gint shift;
} Slip;

static Slip
find_slip (const GArray *lines) {
  for (gint size = 1; size <= LONGEST_SHIFT; size++)
    for (guint first = 0; first + (guint) size < lines->len; first++)
      for (gint sign = -1; sign <= 1; sign += 2) {
        g_autoptr (GArray) moved = NULL;
        Tally tally;

        if (!keeps_amounts (lines, first, sign * size))
          continue;
        moved = move_amounts (lines, first, sign * size);
        tally = count_sums (moved);
        if (tally.failing == 0 && tally.holding >= FEWEST_SUMS)
          return (Slip){ first, sign * size };
      }
  return (Slip){ 0, 0 };
}

static void
tell (ZbReport *report, const ZbRule *rule, const ZbReportTable *table, const GArray *lines,
      Slip slip, guint col) {
  g_autoptr (GPtrArray) facts = zb_facts_of_table (report, table);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  guint row = g_array_index (lines, Line, slip.first).row;
  ZbCheck *check;

  for (guint i = 0; i < facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (facts, i);

    if (fact->source.col == col && fact->source.row >= row)
      g_ptr_array_add (moved, fact);
  }
  if (moved->len == 0)
    return;
  check = zb_check_fail (report, rule->name, moved, ZB_FLAG_LABEL_AMBIGUOUS);
  if (check != NULL) {
    g_autofree char *message = g_steal_pointer (&check->message);

    check->message = g_strdup_printf ("%s：自科目%s起下列金额%s移%d行，各级合计即都相符", message,
                                      g_array_index (lines, Line, slip.first).code,
                                      slip.shift > 0 ? "上" : "下", ABS (slip.shift));
  }
}

static void
check_column (ZbReport *report, const ZbRule *rule, const ZbReportTable *table, guint code_col,
              guint col) {
  g_autoptr (GArray) lines = read_lines (table->table, code_col, col);
  Slip slip;

  if (count_sums (lines).failing < FEWEST_SUMS)
    return;
  slip = find_slip (lines);
  if (slip.shift != 0)
    tell (report, rule, table, lines, slip, col);
}

static gboolean
has_codes (const ZbTable *table, guint col) {
  guint count = 0;

  for (guint row = table->header_rows; row < table->rows; row++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    char code[LONGEST_CODE + 1];

    count += cell != NULL && cell->col == col && read_code (cell->text, code);
  }
  return count > FEWEST_SUMS;
}

void
zb_check_shift (ZbReport *report, const ZbRule *rule) {
  for (guint t = 0; t < report->tables->len; t++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, t);
    guint code_col = G_MAXUINT;

    if (!zb_rule_has_scope (rule, table->kind))
      continue;
    for (guint col = 0; col < table->table->cols; col++)
      if (has_codes (table->table, col))
        code_col = col;
      else if (code_col != G_MAXUINT)
        check_column (report, rule, table, code_col, col);
  }
}
