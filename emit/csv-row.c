/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv-row.h"

#include <string.h>

#include "fixed-point.h"

const char zb_csv_row_header[]
  = "path,sha256,kind,entity,fiscal_year,id,indicator,label,period,measure,fund,function,economic,"
    "subject_kind,subject,value,unit,raw,raw_unit,source_kind,table,row,col,page,x0,y0,x1,y1,quote,"
    "confidence,flags,preferred,review,suggestion_value";

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void
zb_csv_row_skip (ZbCsvRow *row) {
  if (row->begun)
    zb_text_sink_append (row->sink, ",");
  row->begun = TRUE;
}

static void
append_quoted (ZbTextSink *sink, const char *text) {
  zb_text_sink_append (sink, "\"");
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1) {
    zb_text_sink_append_bytes (sink, text, (gsize) (quote - text));
    zb_text_sink_append (sink, "\"\"");
  }
  zb_text_sink_append (sink, text);
  zb_text_sink_append (sink, "\"");
}

static gboolean
is_number (const char *text) {
  gsize digits;

  if (*text == '-' || *text == '+')
    text++;
  digits = strspn (text, "0123456789,");
  if (digits == 0)
    return FALSE;
  text += digits;
  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  return *text == '\0' || g_str_equal (text, "%");
}

/* What a spreadsheet may take for a formula; the full-width signs count in an East Asian locale. */
static gboolean
begins_formula (const char *text) {
  static const char *const signs[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return !is_number (text);
  return FALSE;
}

void
zb_csv_row_text (ZbCsvRow *row, const char *text) {
  g_autofree char *guarded = NULL;
  g_autofree char *valid = NULL;

  zb_csv_row_skip (row);
  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (row->excel && begins_formula (text))
    text = guarded = g_strconcat ("'", text, NULL);
  if (strpbrk (text, ",\"\r\n") != NULL)
    append_quoted (row->sink, text);
  else
    zb_text_sink_append (row->sink, text);
}

/* Digits that are a name: not to lose zeros, nor to become a date (2024-12). */
void
zb_csv_row_code (ZbCsvRow *row, const char *code) {
  g_autofree char *formula = NULL;

  zb_csv_row_skip (row);
  if (code == NULL)
    return;
  if (row->excel)
    code = formula = g_strdup_printf ("=\"%s\"", code);
  append_quoted (row->sink, code);
}

void
zb_csv_row_period (ZbCsvRow *row, const char *period) {
  if (row->excel && period != NULL && strchr (period, '-') != NULL)
    zb_csv_row_code (row, period);
  else
    zb_csv_row_text (row, period);
}

void
zb_csv_row_number (ZbCsvRow *row, guint number) {
  zb_csv_row_skip (row);
  zb_text_sink_printf (row->sink, "%u", number);
}

void
zb_csv_row_known_number (ZbCsvRow *row, guint number) {
  if (number > 0)
    zb_csv_row_number (row, number);
  else
    zb_csv_row_skip (row);
}

void
zb_csv_row_id (ZbCsvRow *row, char letter, guint number) {
  zb_csv_row_skip (row);
  zb_text_sink_printf (row->sink, "%c%u", letter, number);
}

void
zb_csv_row_coordinate (ZbCsvRow *row, gboolean known, double coordinate) {
  g_autofree char *text = known ? zb_fixed_point_print (coordinate, 2) : NULL;

  zb_csv_row_text (row, text);
}

void
zb_csv_row_bool (ZbCsvRow *row, gboolean value) {
  zb_csv_row_text (row, value ? "true" : "false");
}

void
zb_csv_row_begin_file (ZbTextSink *sink, gboolean excel) {
  zb_text_sink_append (sink, excel ? BYTE_ORDER_MARK : "");
  zb_text_sink_append (sink, zb_csv_row_header);
  zb_text_sink_append (sink, excel ? "\r\n" : "\n");
}

void
zb_csv_row_end (ZbCsvRow *row) {
  zb_text_sink_append (row->sink, row->excel ? "\r\n" : "\n");
  row->begun = FALSE;
}
