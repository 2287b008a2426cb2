/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include "json-parts.h"

#define SCHEMA_VERSION "1.0"

static void
write_generator (ZbJsonWriter *writer) {
  zb_json_writer_open_object (writer, "generator", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "name", "zhibiao");
  zb_json_writer_string (writer, "version", ZHIBIAO_VERSION);
  zb_json_writer_close (writer);
}

static void
write_document (ZbJsonWriter *writer, const ZbReport *report) {
  const ZbDocument *document = report->document;

  zb_json_writer_open_object (writer, "document", ZB_JSON_SPREAD);
  zb_json_parts_source (writer, document);
  zb_json_writer_string (writer, "kind", report->kind);
  zb_json_writer_string (writer, "title", report->title);
  zb_json_writer_string (writer, "entity", report->entity);
  zb_json_writer_number_or_null (writer, "fiscal_year", report->fiscal_year);
  zb_json_parts_coverage (writer, &document->coverage);
  zb_json_writer_string (writer, "text_origin",
                         zb_json_parts_text_origin (document->text_origin));
  zb_json_writer_close (writer);
}

static void
write_sections (ZbJsonWriter *writer, const GPtrArray *sections) {
  zb_json_writer_open_array (writer, "sections", ZB_JSON_SPREAD);
  for (guint i = 0; i < sections->len; i++) {
    const ZbSection *section = g_ptr_array_index (sections, i);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_parts_id (writer, "id", 's', section->number);
    zb_json_writer_integer (writer, "level", section->level);
    zb_json_writer_string (writer, "number", section->heading_number);
    zb_json_writer_string (writer, "title", section->title);
    zb_json_writer_number_or_null (writer, "page", section->page);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}

static void
write_tables (ZbJsonWriter *writer, const GPtrArray *tables) {
  static const char *const states[] = { "filled", "template", "empty" };

  zb_json_writer_open_array (writer, "tables", ZB_JSON_SPREAD);
  for (guint i = 0; i < tables->len; i++) {
    const ZbReportTable *table = g_ptr_array_index (tables, i);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
    zb_json_parts_id (writer, "id", 't', table->number);
    zb_json_writer_string (writer, "kind", table->kind);
    zb_json_parts_table (writer, table->table);
    zb_json_writer_string (writer, "state", states[table->state]);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}

static void
write_check (ZbJsonWriter *writer, const ZbCheck *check) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_parts_id (writer, "id", 'c', check->number);
  zb_json_writer_string (writer, "rule", check->rule);
  zb_json_writer_string (writer, "status", check->passed ? "pass" : "fail");
  zb_json_writer_open_array (writer, "facts", ZB_JSON_INLINE);
  for (guint i = 0; i < check->facts->len; i++)
    zb_json_writer_string (writer, NULL, g_ptr_array_index (check->facts, i));
  zb_json_writer_close (writer);
  zb_json_writer_string (writer, "expected", check->expected);
  zb_json_writer_string (writer, "found", check->found);
  zb_json_writer_string (writer, "difference", check->difference);
  zb_json_writer_string (writer, "tolerance", check->tolerance);
  zb_json_writer_string (writer, "message", check->message);
  zb_json_writer_close (writer);
}

static void
write_checks (ZbJsonWriter *writer, const GPtrArray *checks) {
  zb_json_writer_open_array (writer, "checks", ZB_JSON_SPREAD);
  for (guint i = 0; i < checks->len; i++)
    write_check (writer, g_ptr_array_index (checks, i));
  zb_json_writer_close (writer);
}

static gboolean
write_report (const ZbReport *report, const ZbEmitOptions *options, gboolean pretty,
              GOutputStream *out, GError **error) {
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, pretty);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  if (options->facts_only) {
    zb_json_parts_source (writer, report->document);
    zb_json_parts_facts (writer, report->facts, options->evidence);
  } else {
    zb_json_writer_string (writer, "schema_version", SCHEMA_VERSION);
    write_generator (writer);
    write_document (writer, report);
    write_sections (writer, report->sections);
    write_tables (writer, report->tables);
    zb_json_parts_facts (writer, report->facts, options->evidence);
    zb_json_parts_evaluations (writer, report->evaluations);
    write_checks (writer, report->checks);
    zb_json_parts_diagnostics (writer, report->diagnostics);
    if (options->mentions)
      zb_json_parts_mentions (writer, report->mentions);
  }
  zb_json_writer_close (writer);
  return zb_json_writer_finish (writer, error);
}

gboolean
zb_json_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
              GError **error) {
  return write_report (report, options, TRUE, out, error);
}

gboolean
zb_json_emit_line (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
                   GError **error) {
  return write_report (report, options, FALSE, out, error);
}
