/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-parts.h"

static void
write_value (ZbJsonWriter *writer, const char *key, const ZbEvaluationValue *value) {
  if (value->raw == NULL) {
    zb_json_writer_null (writer, key);
    return;
  }
  zb_json_writer_open_object (writer, key, ZB_JSON_INLINE);
  zb_json_writer_string (writer, "raw", value->raw);
  zb_json_writer_string (writer, "op", value->op);
  zb_json_writer_string (writer, "value", value->value);
  zb_json_writer_string (writer, "unit", value->unit);
  zb_json_writer_close (writer);
}

static void
write_row_source (ZbJsonWriter *writer, const ZbEvaluation *evaluation,
                  const ZbEvaluationRow *row) {
  zb_json_writer_open_object (writer, "source", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "kind", "table");
  zb_json_parts_id (writer, "table", 't', evaluation->table);
  zb_json_writer_integer (writer, "row", row->row);
  zb_json_writer_number_or_null (writer, "page", row->origin.page);
  zb_json_writer_close (writer);
}

static void
write_row (ZbJsonWriter *writer, const ZbEvaluation *evaluation, const ZbEvaluationRow *row) {
  char id[32];

  g_snprintf (id, sizeof id, "e%u.r%u", evaluation->number, row->number);
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_string (writer, "id", id);
  zb_json_writer_string (writer, "level1", row->level1);
  zb_json_writer_string (writer, "level1_weight", row->level1_weight);
  zb_json_writer_string (writer, "level2", row->level2);
  zb_json_writer_string (writer, "level3", row->level3);
  write_value (writer, "target", &row->target);
  write_value (writer, "actual", &row->actual);
  zb_json_writer_string (writer, "weight", row->weight);
  zb_json_writer_string (writer, "score", row->score);
  zb_json_writer_string (writer, "deviation", row->deviation);
  write_row_source (writer, evaluation, row);
  zb_json_writer_confidence (writer, "confidence", row->confidence);
  zb_json_parts_flags (writer, row->flags);
  zb_json_writer_bool (writer, "review", row->review);
  zb_json_writer_close (writer);
}

static void
write_evaluation (ZbJsonWriter *writer, const ZbEvaluation *evaluation) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_parts_id (writer, "id", 'e', evaluation->number);
  zb_json_writer_string (writer, "phase", evaluation->phase);
  zb_json_writer_string (writer, "scope", evaluation->scope);
  zb_json_writer_string (writer, "name", evaluation->name);
  zb_json_writer_number_or_null (writer, "year", evaluation->year);
  zb_json_writer_string (writer, "supervisor", evaluation->supervisor);
  zb_json_writer_string (writer, "implementer", evaluation->implementer);
  zb_json_parts_id (writer, "table", 't', evaluation->table);
  zb_json_writer_open_object (writer, "goals", ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "expected", evaluation->goal_expected);
  zb_json_writer_string (writer, "actual", evaluation->goal_actual);
  zb_json_writer_close (writer);
  zb_json_writer_open_array (writer, "indicators", ZB_JSON_SPREAD);
  for (guint i = 0; i < evaluation->rows->len; i++)
    write_row (writer, evaluation, g_ptr_array_index (evaluation->rows, i));
  zb_json_writer_close (writer);
  zb_json_writer_open_object (writer, "total", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "weight", evaluation->total_weight);
  zb_json_writer_string (writer, "score", evaluation->total_score);
  zb_json_writer_close (writer);
  zb_json_writer_string (writer, "grade", evaluation->grade);
  zb_json_writer_close (writer);
}

void
zb_json_parts_evaluations (ZbJsonWriter *writer, const GPtrArray *evaluations) {
  zb_json_writer_open_array (writer, "evaluations", ZB_JSON_SPREAD);
  for (guint i = 0; i < evaluations->len; i++)
    write_evaluation (writer, g_ptr_array_index (evaluations, i));
  zb_json_writer_close (writer);
}
