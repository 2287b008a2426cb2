/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include "csv-row.h"
#include "fixed-point.h"

static void
append_document (ZbCsvRow *row, const ZbReport *report) {
  zb_csv_row_text (row, report->document->path);
  zb_csv_row_text (row, report->document->sha256);
  zb_csv_row_text (row, report->kind);
  zb_csv_row_text (row, report->entity);
  zb_csv_row_known_number (row, report->fiscal_year);
}

static void
append_dimensions (ZbCsvRow *row, const ZbDimensions *dimensions) {
  zb_csv_row_period (row, dimensions->period);
  zb_csv_row_text (row, dimensions->measure);
  zb_csv_row_text (row, dimensions->fund);
  zb_csv_row_code (row, dimensions->function);
  zb_csv_row_code (row, dimensions->economic);
  zb_csv_row_text (row, dimensions->subject_kind);
  zb_csv_row_text (row, dimensions->subject);
}

static void
append_source (ZbCsvRow *row, const ZbFactSource *source) {
  const ZbOrigin *origin = &source->origin;
  gboolean in_table = source->kind == ZB_SOURCE_TABLE;

  zb_csv_row_text (row, in_table ? "table" : "text");
  if (in_table) {
    zb_csv_row_id (row, 't', source->table);
    zb_csv_row_number (row, source->row);
    zb_csv_row_number (row, source->col);
  } else {
    zb_csv_row_skip (row);
    zb_csv_row_skip (row);
    zb_csv_row_skip (row);
  }
  zb_csv_row_known_number (row, origin->page);
  zb_csv_row_coordinate (row, origin->has_box, origin->box.x0);
  zb_csv_row_coordinate (row, origin->has_box, origin->box.y0);
  zb_csv_row_coordinate (row, origin->has_box, origin->box.x1);
  zb_csv_row_coordinate (row, origin->has_box, origin->box.y1);
  zb_csv_row_text (row, in_table ? NULL : source->quote);
}

static void
append_fact (ZbCsvRow *row, const ZbReport *report, const ZbFact *fact) {
  g_autofree char *value = zb_decimal_print_plain (fact->value);
  g_autofree char *confidence = zb_fixed_point_print_confidence (fact->confidence);
  g_autofree char *flags = zb_flags_print (fact->flags);

  append_document (row, report);
  zb_csv_row_id (row, 'f', fact->number);
  zb_csv_row_text (row, fact->dimensions.indicator);
  zb_csv_row_text (row, fact->label);
  append_dimensions (row, &fact->dimensions);
  zb_csv_row_text (row, value);
  zb_csv_row_text (row, fact->unit);
  zb_csv_row_text (row, fact->raw);
  zb_csv_row_text (row, fact->raw_unit);
  append_source (row, &fact->source);
  zb_csv_row_text (row, confidence);
  zb_csv_row_text (row, flags);
  zb_csv_row_bool (row, fact->preferred);
  zb_csv_row_bool (row, fact->review);
  zb_csv_row_text (row, fact->suggestion != NULL ? fact->suggestion->value : NULL);
}

gboolean
zb_csv_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
             GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);

  if (options->header)
    zb_csv_row_begin_file (sink, options->excel);
  for (guint i = 0; i < report->facts->len; i++) {
    ZbCsvRow row = { .sink = sink, .excel = options->excel };

    append_fact (&row, report, g_ptr_array_index (report->facts, i));
    zb_csv_row_end (&row);
  }
  return zb_text_sink_finish (sink, error);
}
