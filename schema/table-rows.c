/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-rows.h"

#include <string.h>

#include "body-name.h"
#include "intern.h"
#include "label-variant.h"
#include "label.h"
#include "table-classification.h"
#include "table-row-cells.h"
#include "table-row-code.h"
#include "text-fold.h"

static void
set_label (ZbRowKey *key, const ZbLabel *label, ZbRowContext *context) {
  key->known = TRUE;
  key->fund = label->fund;
  key->measure = label->measure;
  key->indicator = label->indicators[0];
  if (key->indicator == NULL)
    key->indicator = context->indicator;
  else if (!g_str_has_suffix (key->indicator, "total"))
    context->indicator = key->indicator;
  else
    context->indicator = NULL;
}

/* What a row continues with where it names only a fund. */
static const char *
fund_indicator (gboolean income, const ZbRowContext *context) {
  if (context->indicator != NULL && g_str_has_prefix (context->indicator, "balance."))
    return context->indicator;
  return zb_intern (income ? "income.fiscal" : "expenditure.total");
}

/* 一、本年收入 … 二、上年结转 … 收入合计: the second total of a side holds what was brought over, too. */
static void
settle_total (ZbRowKey *key, gboolean income, ZbRowContext *context) {
  const char *total = income ? "income.total" : "expenditure.total";

  if (key->indicator == NULL)
    return;
  if (g_str_has_prefix (key->indicator, "balance."))
    context->balanced = TRUE;
  if (!g_str_equal (key->indicator, total))
    return;
  if (context->totalled && context->balanced)
    key->indicator = zb_intern (income ? "income.grand_total" : "expenditure.grand_total");
  context->totalled = TRUE;
}

/* 其中：经费拨款 under 一般公共预算拨款: what of itself would mean the same is only a part of it there. */
static gboolean
names_part_of (const char *text, const ZbLabel *label, const ZbLabel *above) {
  g_autofree char *folded = zb_text_fold (text);

  return above != NULL && g_str_has_prefix (folded, "其中") && label->indicators[0] != NULL
         && label->indicators[0] == above->indicators[0] && label->fund == above->fund;
}

/* The economic classes that a side by nature lists under 基本支出 and 项目支出. */
static gboolean
set_class_of_nature (const ZbMapper *mapper, const char *word, const ZbRowContext *context, /* of economy */
                     ZbRowKey *key) {
  const char *code = NULL;

  if (g_strcmp0 (context->indicator, "expenditure.basic") == 0
      || g_strcmp0 (context->indicator, "expenditure.project") == 0)
    code = zb_catalogue_lookup_economic (mapper->catalogue, "3", word);
  if (code == NULL)
    return FALSE;
  key->known = TRUE;
  key->indicator = context->indicator;
  key->economic = zb_intern (code);
  return TRUE;
}

static ZbRowKey
resolve_side (const ZbMapper *mapper, const char *text, gboolean income, ZbRowContext *context) {
  ZbRowKey key = { .label = text };
  g_autofree char *word = zb_label_fold (text);
  const ZbLabel *label = zb_catalogue_lookup_label (
      mapper->catalogue, income ? ZB_SCOPE_INCOME : ZB_SCOPE_EXPENDITURE, word);
  const char *code;

  if (label != NULL && names_part_of (text, label, context->label))
    return key;
  if (label != NULL) {
    set_label (&key, label, context);
    context->label = label;
    if (label->indicators[0] == NULL)
      key.indicator = fund_indicator (income, context);
    else if (label->fund == NULL)
      settle_total (&key, income, context);
    return key;
  }
  if (!income && set_class_of_nature (mapper, word, context, &key))
    return key;
  code = income ? NULL : zb_row_code_lookup (mapper, word, NULL, FALSE);
  if (code != NULL && strlen (code) == 3) {
    zb_row_code_set (&key, code, FALSE, context);
    key.indicator = zb_intern ("expenditure.total");
  }
  return key;
}

static void
set_subject (ZbRowKey *key, const char *kind, const char *name) {
  g_autofree char *trimmed = zb_text_trim (name);

  key->known = TRUE;
  key->subject_kind = zb_intern (kind);
  key->subject = zb_intern (trimmed);
}

/* Cuts a code that a province divides further to the length that the classification knows. FALSE where the row is a
 * part of the row above, of which the classification knows nothing. */
static gboolean
cut_economic_code (const ZbRowCells *cells, gboolean economic, ZbRowContext *context, ZbRowKey *key) {
  if (!economic || cells->code->len <= ZB_ECONOMIC_DIGITS) {
    context->has_parent = cells->code->len == ZB_ECONOMIC_DIGITS;
    return TRUE;
  }
  g_string_truncate (cells->code, ZB_ECONOMIC_DIGITS);
  if (context->has_parent && g_strcmp0 (context->code, cells->code->str) == 0)
    return FALSE;
  context->has_parent = FALSE;
  key->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY); /* a part of what its code is cut to */
  return TRUE;
}

/* A row of a classification whose name is no class: another label of the catalogue, or the unit whose rows follow. */
static void
resolve_unclassified (const ZbMapper *mapper, const ZbTableKind *kind, const ZbRowCells *cells,
                      ZbRowContext *context, ZbRowKey *key) {
  ZbScope scope = g_strcmp0 (kind->indicator, "income.total") == 0 ? ZB_SCOPE_INCOME
                                                                   : ZB_SCOPE_EXPENDITURE;
  g_autofree char *word = zb_label_fold (cells->label != NULL ? cells->label : "");
  const ZbLabel *label = zb_catalogue_lookup_label (mapper->catalogue, scope, word);

  if (label != NULL) {
    set_label (key, label, context);
    if (label->indicators[0] == NULL)
      key->indicator = fund_indicator (scope == ZB_SCOPE_INCOME, context);
  } else if (cells->code->len == 0 && zb_body_name_is (mapper->report, cells->label, TRUE)) {
    set_subject (key, "unit", cells->label);
    context->unit = key->subject;
  }
}

/* 类, 款 and 项 in columns of their own, each printed where it begins: the piece 06 in the third column goes on with
 * the 类 and 款 of the row above. */
static void
complete_code (const ZbRowCells *cells, const ZbRowContext *context) {
  gsize above = 1 + 2 * cells->levels_above;

  if (cells->levels_above == 0 || cells->code->len != 2 || context->code == NULL
      || strlen (context->code) < above)
    return;
  g_string_prepend_len (cells->code, context->code, (gssize) above);
}

static ZbRowKey
resolve_classified (const ZbMapper *mapper, const ZbTableKind *kind, const ZbRowCells *cells,
                    ZbRowContext *context) {
  gboolean economic = kind->layout == ZB_LAYOUT_ECONOMIC;
  ZbRowKey key = { .label = cells->label };
  g_autofree char *word = zb_label_fold (cells->label != NULL ? cells->label : "");
  const char *code;

  complete_code (cells, context);
  if (!cut_economic_code (cells, economic, context, &key))
    return key;
  if (zb_row_code_has_length (cells->code->len, economic)) {
    zb_row_code_set (&key, cells->code->str, economic, context);
    return key;
  }
  if (zb_row_is_total_word (word)) {
    key.known = TRUE;
    return key;
  }
  code = cells->code->len == 0 ? zb_row_code_lookup (mapper, word, context->code, economic) : NULL;
  if (code != NULL) {
    zb_row_code_set (&key, code, economic, context);
    key.flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
  } else {
    resolve_unclassified (mapper, kind, cells, context, &key);
  }
  return key;
}

static ZbRowKey
resolve_named (const ZbMapper *mapper, ZbScope scope, const char *text) {
  ZbRowKey key = { .label = text };
  g_autofree char *word = zb_label_fold (text != NULL ? text : "");
  const ZbLabel *label = zb_label_lookup_variant (mapper->catalogue, scope, word);

  if (label != NULL && label->indicators[0] != NULL) {
    key.indicator = label->indicators[0];
    key.known = TRUE;
  }
  return key;
}

/* Of a form whose lines are not catalogued only the total is. */
static ZbRowKey
resolve_total (const ZbRowCells *cells) {
  ZbRowKey key = { .label = cells->label };
  g_autofree char *word = zb_label_fold (cells->label != NULL ? cells->label : "");

  key.known = zb_row_is_total_word (word);
  return key;
}

/* A row a project, under rows that name the units they belong to. */
static ZbRowKey
resolve_project (const ZbMapper *mapper, const char *text) {
  ZbRowKey key = { .label = text };
  g_autofree char *word = zb_label_fold (text != NULL ? text : "");

  if (*word == '\0')
    return key;
  if (zb_row_is_total_word (word))
    key.known = TRUE;
  else
    set_subject (&key, zb_body_name_is (mapper->report, text, FALSE) ? "unit" : "project", text);
  return key;
}

static ZbRowKey
resolve_by_layout (const ZbMapper *mapper, const ZbTableKind *kind, gboolean income, ZbRowCells *cells,
                   ZbRowContext *context) {
  ZbRowKey key = { 0 };

  switch (kind->layout) {
  case ZB_LAYOUT_TWO_SIDED:
    return cells->label != NULL ? resolve_side (mapper, cells->label, income, context) : key;
  case ZB_LAYOUT_THREE_PUBLIC:
    return resolve_named (mapper, ZB_SCOPE_THREE_PUBLIC, cells->label);
  case ZB_LAYOUT_PROCUREMENT:
    return resolve_named (mapper, ZB_SCOPE_PROCUREMENT, cells->label);
  case ZB_LAYOUT_TOTAL:
    return resolve_total (cells);
  case ZB_LAYOUT_PROJECT:
    return resolve_project (mapper, cells->label);
  default:
    break;
  }
  zb_row_cells_split_code (cells);
  if (cells->label != NULL || cells->code->len > 0)
    key = resolve_classified (mapper, kind, cells, context);
  if (cells->economic != NULL && kind->layout == ZB_LAYOUT_FUNCTION)
    zb_row_code_set_economic (mapper, cells->economic, &key);
  key.known |= cells->columns == 0;
  return key;
}

/* A cell that names the unit whose amounts these are; in a list of projects, the project where it names no body. */
static void
take_unit (const ZbMapper *mapper, const ZbTableKind *kind, const ZbRowCells *cells, ZbRowKey *key) {
  gboolean projects = kind->layout == ZB_LAYOUT_PROJECT;
  g_autofree char *name = NULL;
  g_autofree char *word = NULL;

  if (cells->unit == NULL || zb_row_code_is_named (mapper, key, cells->unit)
      || (projects && key->subject != NULL))
    return;
  name = zb_text_trim (cells->unit);
  word = zb_label_fold (name);
  if (!zb_row_is_total_word (word) && (key->known || cells->label == NULL)) {
    set_subject (key, projects && !zb_body_name_is (mapper->report, name, FALSE) ? "project" : "unit", name);
    key->label = key->label != NULL ? key->label : cells->unit;
  }
  key->known |= cells->label == NULL && cells->code->len == 0;
}

/* Doubts about a code that was recognised, unless its own name stands beside it. */
static void
doubt_code (const ZbMapper *mapper, const ZbRowCells *cells, ZbRecognition recognition, ZbRowKey *key) {
  if (cells->label != NULL && zb_row_code_is_named (mapper, key, cells->label))
    return;
  key->flags |= zb_flags_of_recognition (recognition);
  if (recognition & ZB_RECOGNISED && zb_row_code_is_misnamed (mapper, key, cells->label))
    key->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_AMBIGUOUS);
}

ZbRowKey
zb_row_key_resolve (const ZbMapper *mapper, const ZbTable *table, const ZbTableKind *kind,
                    const GArray *columns, guint row, guint group, ZbRowContext *context) {
  g_auto (ZbRowCells) cells = { NULL };
  ZbRowKey key;

  zb_row_cells_collect (&cells, table, columns, row, group, kind->layout == ZB_LAYOUT_ECONOMIC);
  key = resolve_by_layout (mapper, kind, group == 0, &cells, context);
  take_unit (mapper, kind, &cells, &key);
  if (key.function != NULL || key.economic != NULL) {
    doubt_code (mapper, &cells, zb_row_recognition_of_codes (mapper, table, columns, row, group), &key);
    if (key.subject == NULL && key.known && context->unit != NULL)
      set_subject (&key, "unit", context->unit);
  }
  if (key.label != NULL)
    key.unit = zb_columns_find_unit (key.label);
  key.year = zb_row_find_year (table, columns, row);
  return key;
}
