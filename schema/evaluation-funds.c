/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evaluation-funds.h"

#include <string.h>

#include "evaluation-words.h"
#include "intern.h"
#include "label-variant.h"
#include "label.h"
#include "table-columns.h"
#include "text-fold.h"

static guint
read_month (const char **p) {
  char *end;
  guint64 month = g_ascii_isdigit (**p) ? g_ascii_strtoull (*p, &end, 10) : 0;

  if (month == 0 || month > 12)
    return 0;
  *p = end;
  return (guint) month;
}

/* The months that the folded head begins with, 1-7月 or 上半年; sets @rest to what stands behind them. */
static ZbMonths
read_months (const char *folded, const char **rest) {
  static const char *const TO[] = { "-", "~", "至", "到" };
  static const char HALF[] = "上半年", MONTH[] = "月";
  const char *p = folded;
  guint first, last = 0;

  *rest = folded;
  if (g_str_has_prefix (folded, HALF)) {
    *rest = folded + strlen (HALF);
    return (ZbMonths){ 1, 6 };
  }
  first = read_month (&p);
  if (g_str_has_prefix (p, MONTH))
    p += strlen (MONTH);
  for (guint i = 0; first > 0 && last == 0 && i < G_N_ELEMENTS (TO); i++)
    if (g_str_has_prefix (p, TO[i])) {
      p += strlen (TO[i]);
      last = read_month (&p);
    }
  if (last <= first || !g_str_has_prefix (p, MONTH))
    return (ZbMonths){ 0, 0 };
  p += strlen (MONTH);
  *rest = p + (g_str_has_prefix (p, "份") ? strlen ("份") : 0);
  return (ZbMonths){ (guint8) first, (guint8) last };
}

static const char *
measure_of (const ZbMapper *mapper, const char *text, ZbMonths *months) {
  g_autofree char *folded = zb_text_fold (text);
  const char *rest;
  g_autofree char *word = NULL;
  const ZbLabel *label;

  *months = read_months (folded, &rest);
  word = zb_label_fold (months->last > 0 ? rest : text);
  label = zb_catalogue_lookup_label (mapper->catalogue, ZB_SCOPE_COLUMN, word);
  return label != NULL && label->indicators[0] == NULL ? label->measure : NULL;
}

/* The unit of money that @text names, else @otherwise. */
static const ZbUnit *
money_unit (const char *text, const ZbUnit *otherwise) {
  const ZbUnit *unit = zb_columns_find_unit (text);

  return unit != NULL && unit->dimension == ZB_DIMENSION_MONEY ? unit : otherwise;
}

/* A row with two or more measures is a header; it also names the unit, in itself or on its left. */
static gboolean
read_header (const ZbMapper *mapper, const ZbTable *table, guint row, ZbFundsBlock *block) {
  ZbFundsBlock found = { .header_row = row + 1, .unit = block->unit };
  ZbMonths part = { 0, 0 };
  guint count = 0;

  for (guint col = 0; col < MIN (table->cols, G_N_ELEMENTS (found.measures)); col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (cell->col != col || strlen (cell->text) > 90)
      continue;
    found.measures[col] = measure_of (mapper, cell->text, &found.months[col]);
    if (found.months[col].last == 0 && g_strcmp0 (found.measures[col], "execution_rate") == 0)
      found.months[col] = part; /* 执行率 beside 1-7月执行数 */
    else if (found.months[col].last > 0)
      part = found.months[col];
    count += found.measures[col] != NULL;
    if (found.measures[col] != NULL)
      found.unit = money_unit (cell->text, found.unit);
  }
  if (count < 2)
    return FALSE;
  *block = found;
  return TRUE;
}

/* 2024 and 1-7月 are 2024-01/2024-07. */
static const char *
period_of (const char *year, ZbMonths months) {
  g_autofree char *period = NULL;

  if (year == NULL || months.last == 0)
    return year;
  period = g_strdup_printf ("%s-%02u/%s-%02u", year, months.first, year, months.last);
  return zb_intern (period);
}

static ZbReading
start_reading (const ZbReportTable *place, const ZbCell *cell, const ZbDimensions *subject,
               const ZbFundsBlock *block) {
  ZbReading reading = {
    .dimensions = *subject,
    .unit = block->unit != NULL ? block->unit
            : place->table->unit != NULL ? zb_unit_lookup (place->table->unit) : NULL,
    .unit_place = block->unit != NULL ? ZB_UNIT_ROW : ZB_UNIT_TABLE,
    .source = { .kind = ZB_SOURCE_TABLE, .table = place->number, .row = cell->row,
                .col = cell->col, .origin = cell->origin, .block = place->block },
  };

  return reading;
}

static gboolean
is_points (const char *measure) {
  return g_strcmp0 (measure, "weight") == 0 || g_strcmp0 (measure, "score") == 0;
}

/* All points of a form are a hundred, so what is more was printed under another header. */
static gboolean
exceeds_all_points (const ZbQuantity *quantity) {
  return zb_decimal_compare (quantity->number, zb_decimal_from_int (100)) > 0;
}

static gboolean
map_amount (ZbMapper *mapper, const ZbReportTable *place, const ZbCell *cell,
            const ZbDimensions *subject, const ZbFundsBlock *block, const ZbLabel *label,
            const char *measure) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);
  ZbReading reading = start_reading (place, cell, subject, block);

  if (quantity == NULL || (is_points (measure) && exceeds_all_points (quantity)))
    return FALSE;
  reading.dimensions.indicator = label->indicators[0];
  reading.dimensions.fund = label->fund;
  reading.dimensions.measure = measure;
  reading.dimensions.period = period_of (
      reading.dimensions.period,
      cell->col + block->shift < G_N_ELEMENTS (block->months) && !block->pairs
          ? block->months[cell->col + block->shift] : (ZbMonths){ 0, 0 });
  reading.flags = block->shift > 0 ? ZB_FLAG_BIT (ZB_FLAG_COLUMN_INFERRED) : 0;
  reading.label = label->phrase;
  return zb_mapper_add (mapper, &reading, quantity) != NULL;
}

/* Whether @cell holds words, so that what is printed behind it belongs to another label. */
static gboolean
holds_words (const ZbCell *cell) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (cell->text);
  guint letters = 0;

  for (const char *p = cell->text; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalpha (g_utf8_get_char (p));
  return quantity == NULL && letters > 1;
}

/* The most cells that the rows of a copy may have lost on their left. */
#define MOST_LOST 2

/* In a copy without spans a row lacks the cell that it shares with those above, and all of it stands that much too far
 * left. Its percentage tells, which is under an amount and belongs under the rate; a row without one is as the last. */
static guint
find_shift (const ZbTable *table, guint row, guint from, const ZbFundsBlock *block) {
  for (guint col = from; col < MIN (table->cols, G_N_ELEMENTS (block->measures)); col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    gboolean own = cell->row == row && cell->col == col;
    g_autoptr (ZbQuantity) quantity = own ? zb_quantity_parse_cell (cell->text) : NULL;

    if (own && holds_words (cell))
      break;
    if (quantity == NULL || quantity->unit == NULL || quantity->unit->dimension != ZB_DIMENSION_PERCENT)
      continue;
    for (guint shift = 0; shift <= MOST_LOST && col + shift < G_N_ELEMENTS (block->measures); shift++)
      if (g_strcmp0 (block->measures[col + shift], "execution_rate") == 0)
        return shift;
    return 0;
  }
  return block->shift;
}

static const char *
measure_of_pair (const ZbReportTable *place) {
  return zb_intern (g_str_has_prefix (place->kind, "goal.") ? "budget" : "actual");
}

/* The amounts right of @label_cell, up to the next cell with words: under the measures of the header,
 * or, among pairs of name and amount, the one amount. */
static guint
map_line (ZbMapper *mapper, const ZbReportTable *place, guint row, const ZbCell *label_cell,
          const ZbDimensions *subject, ZbFundsBlock *block, const ZbLabel *label) {
  const ZbTable *table = place->table;
  guint added = 0, from = label_cell->col + label_cell->colspan;

  block->shift = block->pairs ? 0 : find_shift (table, row, from, block);
  for (guint col = from; col < MIN (table->cols, G_N_ELEMENTS (block->measures) - block->shift); col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    const char *measure = block->pairs ? measure_of_pair (place) : block->measures[col + block->shift];

    if (cell->col != col || cell->row != row)
      continue;
    if (holds_words (cell) || (block->pairs && added > 0))
      break;
    if (measure != NULL)
      added += map_amount (mapper, place, cell, subject, block, label, measure);
  }
  return added;
}

/* A cell that holds name and amount: 政府性基金拨款：0. */
static guint
map_pair (ZbMapper *mapper, const ZbReportTable *place, const ZbCell *cell,
          const ZbDimensions *subject, const ZbFundsBlock *block) {
  g_autofree char *folded = zb_text_fold (cell->text);
  const char *plain = zb_label_skip_numbering (folded);
  const char *colon = strrchr (plain, ':');
  g_autofree char *name = colon != NULL ? g_strndup (plain, (gsize) (colon - plain)) : NULL;
  g_autoptr (GPtrArray) quantities = NULL;
  const ZbLabel *label;
  ZbReading reading;

  if (name == NULL || colon[1] == '\0')
    return 0;
  label = zb_label_lookup_variant (mapper->catalogue, ZB_SCOPE_FUNDS, name);
  quantities = zb_quantities_find (cell->text);
  if (label == NULL || quantities->len != 1)
    return 0;
  reading = start_reading (place, cell, subject, block);
  reading.dimensions.indicator = label->indicators[0];
  reading.dimensions.fund = label->fund;
  reading.dimensions.measure = measure_of_pair (place);
  reading.label = label->phrase;
  return zb_mapper_add (mapper, &reading, g_ptr_array_index (quantities, 0)) != NULL;
}

/* A goal form gives the one amount of a line right beside its name: 年度资金总额 | 260.00. */
static guint
map_goal_line (ZbMapper *mapper, const ZbReportTable *place, guint row, const ZbCell *label_cell,
               const ZbDimensions *subject, const ZbFundsBlock *block, const ZbLabel *label) {
  const ZbTable *table = place->table;
  guint next = label_cell->col + label_cell->colspan;
  const ZbCell *cell = next < table->cols ? zb_table_lookup (table, row, next) : NULL;

  if (cell == NULL || cell->row != row || !g_str_has_prefix (place->kind, "goal.")
      || (g_str_equal (place->kind, "goal.project") && subject->subject == NULL))
    return 0;
  return map_amount (mapper, place, cell, subject, block, label, zb_intern ("budget"));
}

/* 按收入性质分： | 按支出性质分： the rows below hold pairs of name and amount, not the columns of the header. */
static gboolean
begins_pairs (const ZbTable *table, guint row) {
  for (guint col = 0; col < table->cols; col++)
    if (zb_evaluation_word_within (ZB_EVALUATION_WORD_BY_NATURE, zb_table_lookup (table, row, col)->text))
      return TRUE;
  return FALSE;
}

guint
zb_funds_block_read (ZbMapper *mapper, const ZbReportTable *place, guint row,
                     const ZbDimensions *subject, ZbFundsBlock *block) {
  const ZbTable *table = place->table;
  guint added = 0;

  block->unit = money_unit (zb_table_lookup (table, row, 0)->text, block->unit);
  if (read_header (mapper, table, row, block))
    return 0;
  block->pairs |= begins_pairs (table, row);
  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);
    g_autofree char *word = NULL;
    const ZbLabel *label;

    if (cell->col != col || *cell->text == '\0' || strlen (cell->text) > 150)
      continue;
    added += map_pair (mapper, place, cell, subject, block);
    word = zb_label_fold (cell->text);
    label = zb_label_lookup_variant (mapper->catalogue, ZB_SCOPE_FUNDS, word);
    if (label != NULL && block->header_row > 0)
      added += map_line (mapper, place, row, cell, subject, block, label);
    else if (label != NULL)
      added += map_goal_line (mapper, place, row, cell, subject, block, label);
  }
  return added;
}
