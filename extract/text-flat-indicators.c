/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-flat-form.h"
#include "text-flat-row.h"
#include "text-fold.h"

static void
read_indicator_header (ZbTextFlatForm *form) {
  GPtrArray *row = NULL;
  ZbFormWord kind;
  guint count, col = 0;

  /* 实际完成情况 heads the column of outcomes too. */
  while ((count = zb_text_flat_form_match (form, form->at, &kind)) > 0
         && (kind == ZB_FORM_WORD_HEADER || (kind == ZB_FORM_WORD_GOAL && col > 0))) {
    g_autofree char *text = zb_text_flat_form_join (form, form->at, form->at + count);

    if (row == NULL)
      row = zb_text_flat_form_add_row (form);
    if (col == 0 && g_str_equal (text, "一级指标"))
      col = 1;
    zb_text_flat_form_set (row, col++, text, count > 1 ? ZB_CELL_JOINED : 0);
    form->at += count;
  }
}

/* Ends the row: its level words and the pieces of its name, then the values of @values. */
static void
finish_row (ZbTextFlatForm *form, const ZbTextFlatRow *values) {
  GPtrArray *row;
  ZbCellFlags joined = form->pieces > 1 ? ZB_CELL_JOINED : 0;

  if (values == NULL && form->name->len == 0 && form->level1 == NULL && form->level2 == NULL)
    return;
  row = zb_text_flat_form_add_row (form);
  zb_text_flat_form_set (row, ZB_FORM_COL_LEVEL1, form->level1, 0);
  zb_text_flat_form_set (row, ZB_FORM_COL_LEVEL2, form->level2, 0);
  zb_text_flat_form_set (row, ZB_FORM_COL_NAME, form->name->str, joined);
  if (values != NULL) {
    zb_text_flat_form_set (row, ZB_FORM_COL_TARGET, values->target, 0);
    zb_text_flat_form_set (row, ZB_FORM_COL_ACTUAL, values->actual, 0);
    zb_text_flat_form_set (row, ZB_FORM_COL_WEIGHT, values->weight, 0);
    zb_text_flat_form_set (row, ZB_FORM_COL_SCORE, values->score, 0);
    zb_text_flat_form_set (row, ZB_FORM_COL_DEVIATION, values->deviation, 0);
  }
  g_clear_pointer (&form->level1, g_free);
  g_clear_pointer (&form->level2, g_free);
  g_string_truncate (form->name, 0);
  form->pieces = 0;
}

/* 成本指标 is a first level where a weight or a kind of cost stands with it, else a second. */
static gboolean
is_first_level (const ZbTextFlatForm *form, ZbFormWord kind, guint count, const char *text) {
  g_autofree char *folded = zb_text_fold (text), *next = NULL;
  ZbFormWord next_kind;
  guint next_count;

  if (kind == ZB_FORM_WORD_LEVEL1 || !g_str_has_prefix (folded, "成本指标"))
    return kind == ZB_FORM_WORD_LEVEL1;
  next_count = zb_text_flat_form_match (form, form->at + count, &next_kind);
  next = zb_text_flat_form_join (form, form->at + count, form->at + count + next_count);
  return g_str_has_suffix (folded, "分)")
         || (next_kind == ZB_FORM_WORD_LEVEL2 && g_str_has_suffix (next, "成本指标"));
}

static void
take_level (ZbTextFlatForm *form, ZbFormWord kind, guint count) {
  g_autofree char *text = zb_text_flat_form_join (form, form->at, form->at + count);
  gboolean first = is_first_level (form, kind, count, text);

  if (form->name->len > 0 || (first ? form->level1 != NULL : form->level2 != NULL))
    finish_row (form, NULL);
  *(first ? &form->level1 : &form->level2) = g_steal_pointer (&text);
  form->at += count;
}

/* Reads the rest of the line at the current word. */
static void
take_indicator_line (ZbTextFlatForm *form) {
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (ZbTextFlatRow) row = { 0 };
  guint line = zb_text_flat_form_get (form, form->at)->line;

  for (; zb_text_flat_form_get (form, form->at) != NULL
         && zb_text_flat_form_get (form, form->at)->line == line;
       form->at++)
    g_ptr_array_add (words, zb_text_flat_form_get (form, form->at)->text);
  if (zb_text_flat_row_parse ((const char *const *) words->pdata, words->len, &row)) {
    if (row.name != NULL) {
      zb_text_append_line (form->name, row.name);
      form->pieces++;
    }
    finish_row (form, &row);
    return;
  }
  for (guint i = 0; i < words->len; i++)
    zb_text_append_line (form->name, g_ptr_array_index (words, i));
  form->pieces++;
}

static void
read_indicators (ZbTextFlatForm *form) {
  while (zb_text_flat_form_get (form, form->at) != NULL) {
    ZbFormWord kind;
    guint count = zb_text_flat_form_match (form, form->at, &kind);

    if (kind == ZB_FORM_WORD_TOTAL)
      break;
    if (kind == ZB_FORM_WORD_LEVEL1 || kind == ZB_FORM_WORD_LEVEL2)
      take_level (form, kind, count);
    else
      take_indicator_line (form);
  }
  finish_row (form, NULL);
}

/* 总分 100 96 等级：优 */
static void
read_total (ZbTextFlatForm *form) {
  GPtrArray *row;
  guint col = ZB_FORM_COL_WEIGHT;

  if (zb_text_flat_form_get (form, form->at) == NULL)
    return;
  row = zb_text_flat_form_add_row (form);
  zb_text_flat_form_set (row, 0, zb_text_flat_form_get (form, form->at++)->text, 0);
  for (; zb_text_flat_form_get (form, form->at) != NULL; form->at++) {
    const char *text = zb_text_flat_form_get (form, form->at)->text;
    gboolean number = col < ZB_FORM_COL_DEVIATION && zb_text_flat_row_is_number (text);

    zb_text_flat_form_set (row, number ? col++ : ZB_FORM_COL_DEVIATION, text, 0);
  }
}

void
zb_text_flat_indicators_read (ZbTextFlatForm *form) {
  read_indicator_header (form);
  read_indicators (form);
  read_total (form);
}
