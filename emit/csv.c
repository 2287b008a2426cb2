/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <string.h>

#include "fixed-point.h"
#include "text-sink.h"

static const char HEADER[]
  = "path,sha256,kind,entity,fiscal_year,id,indicator,label,period,measure,fund,function,economic,"
    "subject_kind,subject,value,unit,raw,raw_unit,source_kind,table,row,col,page,x0,y0,x1,y1,quote,"
    "confidence,flags,preferred,review,suggestion_value";

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct {
  ZbTextSink *sink;
  gboolean excel, begun; /* begun: the row has a field */
} Row;

static void
begin_field (Row *row) {
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

static void
append_text (Row *row, const char *text) {
  g_autofree char *guarded = NULL;
  g_autofree char *valid = NULL;

  begin_field (row);
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
static void
append_code (Row *row, const char *code) {
  g_autofree char *formula = NULL;

  begin_field (row);
  if (code == NULL)
    return;
  if (row->excel)
    code = formula = g_strdup_printf ("=\"%s\"", code);
  append_quoted (row->sink, code);
}

static void
append_period (Row *row, const char *period) {
  if (row->excel && period != NULL && strchr (period, '-') != NULL)
    append_code (row, period);
  else
    append_text (row, period);
}

static void
append_number (Row *row, guint number) {
  begin_field (row);
  zb_text_sink_printf (row->sink, "%u", number);
}

static void
append_known_number (Row *row, guint number) {
  if (number > 0)
    append_number (row, number);
  else
    begin_field (row);
}

static void
append_id (Row *row, char letter, guint number) {
  begin_field (row);
  zb_text_sink_printf (row->sink, "%c%u", letter, number);
}

static void
append_coordinate (Row *row, gboolean known, double coordinate) {
  g_autofree char *text = known ? zb_fixed_point_print (coordinate, 2) : NULL;

  append_text (row, text);
}

static void
append_bool (Row *row, gboolean value) {
  append_text (row, value ? "true" : "false");
}

static void
append_document (Row *row, const ZbReport *report) {
  append_text (row, report->document->path);
  append_text (row, report->document->sha256);
  append_text (row, report->kind);
  append_text (row, report->entity);
  append_known_number (row, report->fiscal_year);
}

static void
append_dimensions (Row *row, const ZbDimensions *dimensions) {
  append_period (row, dimensions->period);
  append_text (row, dimensions->measure);
  append_text (row, dimensions->fund);
  append_code (row, dimensions->function);
  append_code (row, dimensions->economic);
  append_text (row, dimensions->subject_kind);
  append_text (row, dimensions->subject);
}

static void
append_source (Row *row, const ZbFactSource *source) {
  const ZbOrigin *origin = &source->origin;
  gboolean in_table = source->kind == ZB_SOURCE_TABLE;

  append_text (row, in_table ? "table" : "text");
  if (in_table) {
    append_id (row, 't', source->table);
    append_number (row, source->row);
    append_number (row, source->col);
  } else {
    begin_field (row);
    begin_field (row);
    begin_field (row);
  }
  append_known_number (row, origin->page);
  append_coordinate (row, origin->has_box, origin->box.x0);
  append_coordinate (row, origin->has_box, origin->box.y0);
  append_coordinate (row, origin->has_box, origin->box.x1);
  append_coordinate (row, origin->has_box, origin->box.y1);
  append_text (row, in_table ? NULL : source->quote);
}

static void
append_fact (Row *row, const ZbReport *report, const ZbFact *fact) {
  g_autofree char *value = zb_decimal_print_plain (fact->value);
  g_autofree char *confidence = zb_fixed_point_print_confidence (fact->confidence);
  g_autofree char *flags = zb_flags_print (fact->flags);

  append_document (row, report);
  append_id (row, 'f', fact->number);
  append_text (row, fact->dimensions.indicator);
  append_text (row, fact->label);
  append_dimensions (row, &fact->dimensions);
  append_text (row, value);
  append_text (row, fact->unit);
  append_text (row, fact->raw);
  append_text (row, fact->raw_unit);
  append_source (row, &fact->source);
  append_text (row, confidence);
  append_text (row, flags);
  append_bool (row, fact->preferred);
  append_bool (row, fact->review);
  append_text (row, fact->suggestion != NULL ? fact->suggestion->value : NULL);
}

gboolean
zb_csv_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
             GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  const char *line_end = options->excel ? "\r\n" : "\n";

  if (options->header) {
    zb_text_sink_append (sink, options->excel ? BYTE_ORDER_MARK : "");
    zb_text_sink_append (sink, HEADER);
    zb_text_sink_append (sink, line_end);
  }
  for (guint i = 0; i < report->facts->len; i++) {
    Row row = { .sink = sink, .excel = options->excel };

    append_fact (&row, report, g_ptr_array_index (report->facts, i));
    zb_text_sink_append (sink, line_end);
  }
  return zb_text_sink_finish (sink, error);
}
