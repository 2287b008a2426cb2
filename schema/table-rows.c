/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-rows.h"

#include <string.h>

#include "body-name.h"
#include "intern.h"
#include "label-variant.h"
#include "label.h"
#include "table-classification.h"
#include "table-row-cells.h"
#include "text-fold.h"

#define ECONOMIC_DIGITS 5

static gboolean
is_code_length (gsize length, gboolean economic) {
  return length == 3 || length == 5 || (length == 7 && !economic);
}

/* The code of a name that stands without one: below the row above, beside it, or anywhere. */
static const char *
lookup_by_name (const ZbMapper *mapper, const char *name, const char *above, gboolean economic) {
  const char *(*lookup) (const ZbCatalogue *, const char *, const char *)
      = economic ? zb_catalogue_lookup_economic : zb_catalogue_lookup_function;
  g_autofree char *parent = g_strdup (above != NULL ? above : "");
  const char *found;

  for (;;) {
    gsize length = strlen (parent);

    found = lookup (mapper->catalogue, parent, name);
    if (found != NULL || length == 0)
      break;
    parent[length > 3 ? length - 2 : 0] = '\0';
  }
  return found != NULL ? found : lookup (mapper->catalogue, NULL, name);
}

/* Functions have codes from 2 on, economic classes 3xx and 5xx, whatever the title of the form says. */
static gboolean
is_economic_code (const char *code, gboolean economic) {
  return strchr ("35", *code) != NULL || (economic && *code != '2');
}

static void
set_code (ZbRowKey *key, const char *code, gboolean economic, ZbRowContext *context) {
  if (is_economic_code (code, economic))
    key->economic = zb_intern (code);
  else
    key->function = zb_intern (code);
  key->known = TRUE;
  context->code = zb_intern (code);
  context->indicator = NULL;
}

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
  code = income ? NULL : lookup_by_name (mapper, word, NULL, FALSE);
  if (code != NULL && strlen (code) == 3) {
    set_code (&key, code, FALSE, context);
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

static ZbRowKey
resolve_classified (const ZbMapper *mapper, const ZbTableKind *kind, const ZbRowCells *cells,
                    ZbRowContext *context) {
  gboolean economic = kind->layout == ZB_LAYOUT_ECONOMIC;
  ZbRowKey key = { .label = cells->label };
  g_autofree char *word = cells->label != NULL ? zb_label_fold (cells->label) : g_strdup ("");
  ZbScope scope = g_strcmp0 (kind->indicator, "income.total") == 0 ? ZB_SCOPE_INCOME
                                                                   : ZB_SCOPE_EXPENDITURE;
  const ZbLabel *label;
  const char *code;

  if (economic && cells->code->len > ECONOMIC_DIGITS) {
    g_string_truncate (cells->code, ECONOMIC_DIGITS);
    if (context->has_parent && g_strcmp0 (context->code, cells->code->str) == 0)
      return key; /* a part of the row above, of which the classification knows nothing */
    context->has_parent = FALSE;
    key.flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY); /* a part of what its code is cut to */
  } else {
    context->has_parent = cells->code->len == ECONOMIC_DIGITS;
  }
  if (is_code_length (cells->code->len, economic)) {
    set_code (&key, cells->code->str, economic, context);
    return key;
  }
  if (zb_row_is_total_word (word)) {
    key.known = TRUE;
    return key;
  }
  code = cells->code->len == 0 ? lookup_by_name (mapper, word, context->code, economic) : NULL;
  if (code != NULL) {
    set_code (&key, code, economic, context);
    key.flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
    return key;
  }
  label = zb_catalogue_lookup_label (mapper->catalogue, scope, word);
  if (label == NULL) {
    if (cells->code->len == 0 && zb_body_name_is (mapper->report, cells->label, TRUE)) {
      set_subject (&key, "unit", cells->label);
      context->unit = key.subject;
    }
    return key;
  }
  set_label (&key, label, context);
  if (label->indicators[0] == NULL)
    key.indicator = fund_indicator (scope == ZB_SCOPE_INCOME, context);
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

/* 单位名称（科目）: a column for both, whose cell may name what the code of its row means. */
static gboolean
is_name_of_code (const ZbMapper *mapper, const ZbRowKey *key, const char *text) {
  g_autofree char *word = zb_label_fold (text);
  const char *code = key->function != NULL ? key->function : key->economic;
  const char *name;
  g_autofree char *official = NULL;

  if (code == NULL)
    return FALSE;
  name = key->function != NULL ? zb_catalogue_function_name (mapper->catalogue, code)
                               : zb_catalogue_economic_name (mapper->catalogue, code);
  official = zb_text_fold (name != NULL ? name : "");
  return g_str_equal (word, official);
}

/* Where a form crosses both classifications, the row carries both codes. */
static void
set_economic (const ZbMapper *mapper, const char *text, ZbRowKey *key) {
  g_autofree char *code = zb_table_leading_code (text);
  g_autofree char *word = zb_label_fold (text);

  if (code != NULL && strlen (code) > ECONOMIC_DIGITS) {
    code[ECONOMIC_DIGITS] = '\0'; /* some provinces divide a 款 further: 3021503 is a part of 30215 */
    key->flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY);
  }
  if (code != NULL && is_code_length (strlen (code), TRUE))
    key->economic = zb_intern (code);
  else if (!zb_row_is_total_word (word))
    key->economic = lookup_by_name (mapper, word, NULL, TRUE);
}

/* Whether @text is the name of another function than the code says: a piece of the code was not read. */
static gboolean
is_name_of_another (const ZbMapper *mapper, const ZbRowKey *key, const char *text) {
  g_autofree char *word = zb_label_fold (text != NULL ? text : "");

  return key->function != NULL && lookup_by_name (mapper, word, NULL, FALSE) != NULL;
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
    set_economic (mapper, cells->economic, &key);
  key.known |= cells->columns == 0;
  return key;
}

/* A cell that names the unit whose amounts these are; in a list of projects, the project where it names no body. */
static void
take_unit (const ZbMapper *mapper, const ZbTableKind *kind, const ZbRowCells *cells, ZbRowKey *key) {
  gboolean projects = kind->layout == ZB_LAYOUT_PROJECT;
  g_autofree char *name = NULL;
  g_autofree char *word = NULL;

  if (cells->unit == NULL || is_name_of_code (mapper, key, cells->unit)
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
  if (cells->label != NULL && is_name_of_code (mapper, key, cells->label))
    return;
  key->flags |= zb_flags_of_recognition (recognition);
  if (recognition & ZB_RECOGNISED && is_name_of_another (mapper, key, cells->label))
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
