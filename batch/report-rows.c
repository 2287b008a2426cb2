/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-rows.h"

#include "document-model.h"
#include "fixed-point.h"
#include "json.h"
#include "json-parts.h"
#include "row.h"

/* As in all outputs: a hundredth of a point. */
enum { COORDINATE_DECIMALS = 2 };

static void
append_decimal (GByteArray *bytes, ZbDecimal value) {
  g_autofree char *text = zb_decimal_print_plain (value);

  zb_row_text (bytes, text);
}

static void
append_coordinate (GByteArray *bytes, const ZbOrigin *origin, double coordinate) {
  g_autofree char *printed
    = origin->has_box ? zb_fixed_point_print (coordinate, COORDINATE_DECIMALS) : NULL;

  if (printed != NULL)
    zb_row_real (bytes, g_ascii_strtod (printed, NULL));
  else
    zb_row_null (bytes);
}

static void
append_flags (GByteArray *bytes, ZbFlags flags) {
  g_autofree char *names = zb_flags_print (flags);

  zb_row_text (bytes, names);
}

static void
append_document (GByteArray *bytes, const ZbReport *report) {
  const ZbDocument *document = report->document;

  zb_row_begin (bytes, ZB_ROW_DOCUMENT, 13);
  zb_row_text (bytes, document->sha256);
  zb_row_text (bytes, document->media_type);
  zb_row_known (bytes, document->pages);
  zb_row_text (bytes, report->kind);
  zb_row_text (bytes, report->title);
  zb_row_text (bytes, report->entity);
  zb_row_known (bytes, report->fiscal_year);
  zb_row_text (bytes, zb_json_parts_text_origin (document->text_origin));
  zb_row_integer (bytes, document->coverage.glyphs);
  zb_row_integer (bytes, document->coverage.in_cells);
  zb_row_integer (bytes, document->coverage.in_blocks);
  zb_row_integer (bytes, document->coverage.in_furniture);
  zb_row_integer (bytes, document->coverage.left_out);
}

static void
append_sections (GByteArray *bytes, const GPtrArray *sections) {
  for (guint i = 0; i < sections->len; i++) {
    const ZbSection *section = g_ptr_array_index (sections, i);

    zb_row_begin (bytes, ZB_ROW_SECTION, 5);
    zb_row_integer (bytes, section->number);
    zb_row_integer (bytes, section->level);
    zb_row_text (bytes, section->heading_number);
    zb_row_text (bytes, section->title);
    zb_row_known (bytes, section->page);
  }
}

static void
append_tables (GByteArray *bytes, const GPtrArray *tables) {
  static const char *const states[] = { "filled", "template", "empty" };

  for (guint i = 0; i < tables->len; i++) {
    const ZbReportTable *table = g_ptr_array_index (tables, i);
    const GArray *pages = table->table->pages;

    zb_row_begin (bytes, ZB_ROW_TABLE, 10);
    zb_row_integer (bytes, table->number);
    zb_row_text (bytes, table->kind);
    zb_row_text (bytes, table->table->title);
    zb_row_text (bytes, table->table->unit);
    zb_row_known (bytes, pages->len > 0 ? g_array_index (pages, guint, 0) : 0);
    zb_row_known (bytes, pages->len > 0 ? g_array_index (pages, guint, pages->len - 1) : 0);
    zb_row_integer (bytes, table->table->rows);
    zb_row_integer (bytes, table->table->cols);
    zb_row_integer (bytes, table->table->header_rows);
    zb_row_text (bytes, states[table->state]);
  }
}

static void
append_source (GByteArray *bytes, const ZbFactSource *source) {
  const ZbOrigin *origin = &source->origin;

  if (source->kind == ZB_SOURCE_TABLE) {
    zb_row_text (bytes, "table");
    zb_row_integer (bytes, source->table);
    zb_row_integer (bytes, source->row);
    zb_row_integer (bytes, source->col);
  } else {
    zb_row_text (bytes, "text");
    zb_row_null (bytes);
    zb_row_null (bytes);
    zb_row_null (bytes);
  }
  zb_row_known (bytes, origin->page);
  append_coordinate (bytes, origin, origin->box.x0);
  append_coordinate (bytes, origin, origin->box.y0);
  append_coordinate (bytes, origin, origin->box.x1);
  append_coordinate (bytes, origin, origin->box.y1);
  zb_row_text (bytes, source->kind == ZB_SOURCE_TABLE ? NULL : source->quote);
}

static void
append_fact (GByteArray *bytes, const ZbFact *fact) {
  const ZbDimensions *dimensions = &fact->dimensions;

  zb_row_begin (bytes, ZB_ROW_FACT, 31);
  zb_row_integer (bytes, fact->number);
  zb_row_text (bytes, dimensions->indicator);
  zb_row_text (bytes, fact->label);
  zb_row_text (bytes, dimensions->period);
  zb_row_text (bytes, dimensions->measure);
  zb_row_text (bytes, dimensions->fund);
  zb_row_text (bytes, dimensions->function);
  zb_row_text (bytes, dimensions->economic);
  zb_row_text (bytes, dimensions->subject_kind);
  zb_row_text (bytes, dimensions->subject);
  append_decimal (bytes, fact->value);
  append_decimal (bytes, fact->half_unit);
  zb_row_text (bytes, fact->unit);
  zb_row_text (bytes, fact->raw);
  zb_row_text (bytes, fact->raw_unit);
  append_source (bytes, &fact->source);
  zb_row_real (bytes, fact->confidence);
  append_flags (bytes, fact->flags);
  zb_row_integer (bytes, fact->preferred);
  zb_row_integer (bytes, fact->review);
  zb_row_text (bytes, fact->suggestion != NULL ? fact->suggestion->value : NULL);
  zb_row_text (bytes, zb_unit_place_name (fact->unit_place));
}

static void
append_evaluation_row (GByteArray *bytes, guint evaluation, const ZbEvaluationRow *row) {
  zb_row_begin (bytes, ZB_ROW_EVALUATION_ROW, 21);
  zb_row_integer (bytes, evaluation);
  zb_row_integer (bytes, row->number);
  zb_row_text (bytes, row->level1);
  zb_row_text (bytes, row->level1_weight);
  zb_row_text (bytes, row->level2);
  zb_row_text (bytes, row->level3);
  zb_row_text (bytes, row->target.raw);
  zb_row_text (bytes, row->target.op);
  zb_row_text (bytes, row->target.value);
  zb_row_text (bytes, row->target.unit);
  zb_row_text (bytes, row->actual.raw);
  zb_row_text (bytes, row->actual.op);
  zb_row_text (bytes, row->actual.value);
  zb_row_text (bytes, row->actual.unit);
  zb_row_text (bytes, row->weight);
  zb_row_text (bytes, row->score);
  zb_row_text (bytes, row->deviation);
  zb_row_known (bytes, row->origin.page);
  zb_row_real (bytes, row->confidence);
  append_flags (bytes, row->flags);
  zb_row_integer (bytes, row->review);
}

static void
append_evaluations (GByteArray *bytes, const GPtrArray *evaluations) {
  for (guint i = 0; i < evaluations->len; i++) {
    const ZbEvaluation *evaluation = g_ptr_array_index (evaluations, i);

    zb_row_begin (bytes, ZB_ROW_EVALUATION, 13);
    zb_row_integer (bytes, evaluation->number);
    zb_row_text (bytes, evaluation->phase);
    zb_row_text (bytes, evaluation->scope);
    zb_row_text (bytes, evaluation->name);
    zb_row_known (bytes, evaluation->year);
    zb_row_text (bytes, evaluation->supervisor);
    zb_row_text (bytes, evaluation->implementer);
    zb_row_integer (bytes, evaluation->table);
    zb_row_text (bytes, evaluation->goal_expected);
    zb_row_text (bytes, evaluation->goal_actual);
    zb_row_text (bytes, evaluation->total_weight);
    zb_row_text (bytes, evaluation->total_score);
    zb_row_text (bytes, evaluation->grade);
    for (guint k = 0; k < evaluation->rows->len; k++)
      append_evaluation_row (bytes, evaluation->number, g_ptr_array_index (evaluation->rows, k));
  }
}

static void
append_checks (GByteArray *bytes, const GPtrArray *checks) {
  for (guint i = 0; i < checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (checks, i);
    g_autoptr (GString) facts = g_string_new (NULL);

    for (guint k = 0; k < check->facts->len; k++)
      g_string_append_printf (facts, "%s%s", k > 0 ? " " : "",
                              (const char *) g_ptr_array_index (check->facts, k));
    zb_row_begin (bytes, ZB_ROW_CHECK, 9);
    zb_row_integer (bytes, check->number);
    zb_row_text (bytes, check->rule);
    zb_row_text (bytes, check->passed ? "pass" : "fail");
    zb_row_text (bytes, facts->str);
    zb_row_text (bytes, check->expected);
    zb_row_text (bytes, check->found);
    zb_row_text (bytes, check->difference);
    zb_row_text (bytes, check->tolerance);
    zb_row_text (bytes, check->message);
  }
}

static void
append_diagnostics (GByteArray *bytes, const GPtrArray *diagnostics) {
  for (guint i = 0; i < diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    zb_row_begin (bytes, ZB_ROW_DIAGNOSTIC, 5);
    zb_row_integer (bytes, i + 1);
    zb_row_text (bytes, zb_severity_name (diagnostic->severity));
    zb_row_text (bytes, diagnostic->code);
    zb_row_text (bytes, diagnostic->message);
    zb_row_known (bytes, diagnostic->page);
  }
}

void
zb_report_rows_append (GByteArray *bytes, const ZbReport *report) {
  append_document (bytes, report);
  append_sections (bytes, report->sections);
  append_tables (bytes, report->tables);
  for (guint i = 0; i < report->facts->len; i++)
    append_fact (bytes, g_ptr_array_index (report->facts, i));
  append_evaluations (bytes, report->evaluations);
  append_checks (bytes, report->checks);
  append_diagnostics (bytes, report->diagnostics);
}

void
zb_report_rows_append_output (GByteArray *bytes, const ZbReport *report, gboolean mentions) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const ZbEmitOptions options = { .mentions = mentions };
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GBytes) packed = NULL;

  if (!zb_json_emit_line (report, &options, stream, NULL))
    return;
  packed = zb_document_model_deflate (g_memory_output_stream_get_data (memory),
                                      g_memory_output_stream_get_data_size (memory));
  zb_row_begin (bytes, ZB_ROW_OUTPUT, 2);
  zb_row_integer (bytes, g_memory_output_stream_get_data_size (memory));
  zb_row_blob (bytes, packed);
}
