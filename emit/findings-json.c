/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings-json.h"

#include "fact-place.h"
#include "json-parts.h"

static const char *const SIDES[ZB_N_SIDES] = {
  [ZB_SIDE_CHECKED] = "checked", [ZB_SIDE_EQUAL] = "equal",  [ZB_SIDE_AT_MOST] = "at_most",
  [ZB_SIDE_AT_LEAST] = "at_least", [ZB_SIDE_PLUS] = "plus",  [ZB_SIDE_MINUS] = "minus",
  [ZB_SIDE_OVER] = "over",
  [ZB_SIDE_TIMES] = "times",
  [ZB_SIDE_CHANGE] = "change", [ZB_SIDE_LAST_YEAR] = "last_year",
  [ZB_SIDE_THIS_YEAR] = "this_year",     [ZB_SIDE_OTHER] = "other",  [ZB_SIDE_LISTED] = "listed",
};

static const char *const STANDINGS[] = {
  [ZB_STANDING_CLEAN] = "clean",       [ZB_STANDING_ACQUITTED] = "acquitted",
  [ZB_STANDING_CLEARED] = "cleared",   [ZB_STANDING_SUSPECT] = "suspect",
  [ZB_STANDING_GUILTY] = "guilty",
};

static void
write_table (ZbJsonWriter *writer, guint table) {
  if (table > 0)
    zb_json_parts_id (writer, "table", 't', table);
  else
    zb_json_writer_null (writer, "table");
}

static void
write_fact (ZbJsonWriter *writer, const ZbReport *report, const ZbFact *fact) {
  g_autofree char *value = zb_decimal_print_plain (fact->value);
  g_autofree char *row = zb_fact_place_row (report, fact);
  g_autofree char *column = zb_fact_place_column (report, fact);

  zb_json_parts_id (writer, "id", 'f', fact->number);
  zb_json_writer_string (writer, "indicator", fact->dimensions.indicator);
  zb_json_writer_string (writer, "raw", fact->raw);
  zb_json_writer_string (writer, "value", value);
  zb_json_writer_string (writer, "unit", fact->unit);
  zb_json_writer_number_or_null (writer, "page", fact->source.origin.page);
  write_table (writer, fact->source.table);
  zb_json_writer_string (writer, "row", row);
  zb_json_writer_string (writer, "column", column);
  zb_json_writer_string (writer, "quote", fact->source.quote);
  zb_json_parts_box (writer, &fact->source.origin);
  zb_json_writer_string (writer, "standing", STANDINGS[fact->standing]);
  zb_json_writer_string (writer, "suggestion",
                         fact->suggestion != NULL ? fact->suggestion->raw : NULL);
}

static void
write_row (ZbJsonWriter *writer, const ZbFindingTerm *term) {
  g_autofree char *id = g_strdup_printf ("e%u.r%u", term->evaluation->number, term->row->number);

  zb_json_writer_string (writer, "id", id);
  zb_json_writer_string (writer, "name", term->row->level3);
  zb_json_writer_string (writer, "target", term->row->target.raw);
  zb_json_writer_string (writer, "actual", term->row->actual.raw);
  zb_json_writer_string (writer, "weight", term->row->weight);
  zb_json_writer_string (writer, "score", term->row->score);
  zb_json_writer_number_or_null (writer, "page", term->row->origin.page);
  write_table (writer, term->evaluation->table);
}

static void
write_terms (ZbJsonWriter *writer, const ZbReport *report, const ZbFinding *finding) {
  zb_json_writer_open_array (writer, "terms", ZB_JSON_SPREAD);
  for (guint i = 0; i < finding->terms->len; i++) {
    const ZbFindingTerm *term = &g_array_index (finding->terms, ZbFindingTerm, i);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_writer_string (writer, "side", SIDES[term->side]);
    if (term->fact != NULL)
      write_fact (writer, report, term->fact);
    else
      write_row (writer, term);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}

static void
write_finding (ZbJsonWriter *writer, const ZbReport *report, const ZbFinding *finding) {
  const ZbCheck *check = finding->check;
  const ZbReportTable *table = zb_fact_place_table (report, finding->table);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "severity", zb_severity_name (finding->severity));
  zb_json_writer_string (writer, "message", finding->message);
  zb_json_writer_string (writer, "rule", check != NULL ? check->rule : NULL);
  if (check != NULL)
    zb_json_parts_id (writer, "check", 'c', check->number);
  else
    zb_json_writer_null (writer, "check");
  zb_json_writer_string (writer, "flag", check == NULL ? zb_flag_name (finding->flag) : NULL);
  zb_json_writer_number_or_null (writer, "page", finding->page);
  write_table (writer, finding->table);
  zb_json_writer_string (writer, "title", table != NULL ? table->table->title : NULL);
  zb_json_writer_string (writer, "expected", check != NULL ? check->expected : NULL);
  zb_json_writer_string (writer, "found", check != NULL ? check->found : NULL);
  zb_json_writer_string (writer, "difference", check != NULL ? check->difference : NULL);
  zb_json_writer_string (writer, "tolerance", check != NULL ? check->tolerance : NULL);
  zb_json_writer_bool (writer, "lacks_part", check != NULL && check->lacks_part);
  write_terms (writer, report, finding);
  zb_json_writer_close (writer);
}

gboolean
zb_findings_json_emit (const ZbReport *report, const ZbFindings *findings, GOutputStream *out,
                       GError **error) {
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, FALSE);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "path", report->document->path);
  zb_json_writer_string (writer, "title", report->title);
  zb_json_writer_string (writer, "entity", report->entity);
  zb_json_writer_number_or_null (writer, "fiscal_year", report->fiscal_year);
  zb_json_writer_integer (writer, "passed", findings->passed);
  zb_json_writer_integer (writer, "rounded", findings->rounded);
  zb_json_writer_open_array (writer, "findings", ZB_JSON_SPREAD);
  for (guint i = 0; i < findings->list->len; i++)
    write_finding (writer, report, g_ptr_array_index (findings->list, i));
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
  return zb_json_writer_finish (writer, error);
}
