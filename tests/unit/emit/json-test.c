/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <string.h>

#include "sample-report.h"
#include "stage-dump.h"

static char *
emit_json (const SampleReport *sample, const ZbEmitOptions *options) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_true (zb_json_emit (&sample->report, options, stream, NULL));
  return sample_text_steal (stream);
}

static void
assert_line (const char *text, const char *line) {
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **p = lines; *p != NULL; p++)
    if (g_str_equal (g_strstrip (*p), line))
      return;
  g_error ("no line %s in\n%s", line, text);
}

static void
test_document (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  text = emit_json (&sample, &(ZbEmitOptions){ 0 });
  g_assert_true (g_str_has_prefix (text, "{\n  \"schema_version\": \"1.0\",\n"
                                         "  \"generator\": {\"name\": \"zhibiao\", \"version\": "));
  assert_line (text, "\"pages\": 2");
  assert_line (text, "\"kind\": \"final_accounts\",");
  assert_line (text, "\"text_coverage\": {\"glyphs\": 10, \"in_cells\": 6, \"in_blocks\": 4, "
                     "\"in_furniture\": 0, \"left_out\": 0},");
  assert_line (text, "\"text_origin\": \"digital\"");
  assert_line (text, "\"id\": \"t1\",");
  assert_line (text, "\"kind\": \"final.02\",");
  assert_line (text, "\"pages\": [2],");
  assert_line (text, "{\"row\": 0, \"col\": 0, \"rowspan\": 1, \"colspan\": 1, \"text\": \"项目\", "
                     "\"page\": null, \"bbox\": null},");
  assert_line (text, "{\"row\": 1, \"col\": 1, \"rowspan\": 1, \"colspan\": 1, \"text\": "
                     "\"-5.50\", \"page\": 2, \"bbox\": [10.00, 20.00, 30.50, 0.00]}");
  assert_line (text, "\"state\": \"filled\"");
  assert_line (text, "\"facts\": [],");
  assert_line (text, "\"diagnostics\": []");
  g_assert_null (strstr (text, "mentions"));
  g_assert_true (g_str_has_suffix (text, "}\n"));
}

static void
test_unknown_is_null (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  g_clear_pointer (&sample.report.title, g_free);
  g_clear_pointer (&sample.report.entity, g_free);
  sample.report.fiscal_year = 0;
  sample.document->pages = 0;
  text = emit_json (&sample, &(ZbEmitOptions){ 0 });
  assert_line (text, "\"title\": null,");
  assert_line (text, "\"entity\": null,");
  assert_line (text, "\"fiscal_year\": null,");
  assert_line (text, "\"pages\": null");
}

static void
test_facts (void) {
  static ZbSuggestion suggestion = { "12", "1.2", "final.01.sum", ZB_SLIP_POINT };
  g_auto (SampleReport) sample;
  ZbFact *first = sample_fact_new (1, "123456789012345678901234.5600");
  ZbFact *second = sample_fact_new (2, "0");
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  first->dimensions.function = "201";
  first->dimensions.subject_kind = "unit";
  first->dimensions.subject = "丙县文化馆";
  first->flags = ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE) | ZB_FLAG_BIT (ZB_FLAG_UNIT_INHERITED);
  second->source = (ZbFactSource){ .kind = ZB_SOURCE_TEXT, .quote = g_strdup ("为 0 元") };
  second->dimensions.fund = NULL;
  first->unit_place = ZB_UNIT_COLUMN;
  second->raw_unit = g_strdup ("元");
  second->confidence = 0.125;
  second->preferred = FALSE;
  second->review = TRUE;
  second->suggestion = g_memdup2 (&suggestion, sizeof suggestion);
  g_ptr_array_add (sample.report.facts, first);
  g_ptr_array_add (sample.report.facts, second);
  text = emit_json (&sample, &(ZbEmitOptions){ 0 });
  assert_line (
    text,
    "{\"id\": \"f1\", \"indicator\": \"income.total\", \"label\": \"合计\", \"period\": \"2024\", "
    "\"measure\": \"actual\", \"fund\": \"all\", \"function\": \"201\", \"economic\": null, "
    "\"subject\": {\"unit\": \"丙县文化馆\"}, \"value\": \"123456789012345678901234.56\", \"unit\": "
    "\"CNY\", \"raw\": \"123456789012345678901234.5600\", \"raw_unit\": null, \"unit_from\": "
    "\"column\", \"source\": {\"kind\": \"table\", \"table\": \"t1\", \"row\": 1, \"col\": 1, \"page\": 2, \"bbox\": null}, "
    "\"confidence\": 0.97, \"flags\": [\"unit_inherited\", \"low_ocr_confidence\"], \"preferred\": "
    "true, \"review\": false, \"suggestion\": null},");
  assert_line (
    text,
    "{\"id\": \"f2\", \"indicator\": \"income.total\", \"label\": \"合计\", \"period\": \"2024\", "
    "\"measure\": \"actual\", \"fund\": null, \"function\": null, \"economic\": null, \"subject\": "
    "null, \"value\": \"0\", \"unit\": \"CNY\", \"raw\": \"0\", \"raw_unit\": \"元\", "
    "\"unit_from\": \"printed\", \"source\": {\"kind\": \"text\", \"page\": null, \"bbox\": null, \"quote\": \"为 0 元\"}, \"confidence\": "
    "0.125, \"flags\": [], \"preferred\": false, \"review\": true, \"suggestion\": {\"value\": "
    "\"12\", \"raw\": \"1.2\", \"evidence\": \"final.01.sum\"}}");
}

static void
test_evaluation (void) {
  g_auto (SampleReport) sample;
  ZbEvaluationRow row = { .number = 7,
                          .row = 7,
                          .level1 = (char *) "产出指标",
                          .level3 = (char *) "培训场次",
                          .target = { .raw = (char *) "≥3场",
                                      .op = ">=",
                                      .value = (char *) "3",
                                      .unit = (char *) "场" },
                          .weight = (char *) "10",
                          .origin = { .page = 4 },
                          .confidence = 0.9 };
  ZbEvaluation form = { .number = 1,
                        .phase = "goal",
                        .scope = "project",
                        .name = (char *) "阅读推广",
                        .table = 1,
                        .rows = g_ptr_array_new (),
                        .total_weight = (char *) "100" };
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  g_ptr_array_add (form.rows, &row);
  g_ptr_array_add (sample.report.evaluations, &form);
  text = emit_json (&sample, &(ZbEmitOptions){ 0 });
  assert_line (text, "\"phase\": \"goal\",");
  assert_line (text, "\"year\": null,");
  assert_line (text, "\"expected\": null,");
  assert_line (
    text, "{\"id\": \"e1.r7\", \"level1\": \"产出指标\", \"level1_weight\": null, \"level2\": null, "
          "\"level3\": \"培训场次\", \"target\": {\"raw\": \"≥3场\", \"op\": \">=\", \"value\": "
          "\"3\", \"unit\": \"场\"}, \"actual\": null, \"weight\": \"10\", \"score\": null, "
          "\"deviation\": null, \"source\": {\"kind\": \"table\", \"table\": \"t1\", \"row\": 7, "
          "\"page\": 4}, \"confidence\": 0.90, \"flags\": [], \"review\": false}");
  assert_line (text, "\"total\": {\"weight\": \"100\", \"score\": null},");
  g_ptr_array_unref (form.rows);
}

static void
test_check_and_diagnostic (void) {
  g_auto (SampleReport) sample;
  ZbCheck check = { .number = 3,
                    .rule = "final.01.sum",
                    .facts = g_ptr_array_new (),
                    .expected = (char *) "10",
                    .message = (char *) "不平" };
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  g_ptr_array_add (check.facts, (char *) "f1");
  g_ptr_array_add (check.facts, (char *) "e1.r3");
  g_ptr_array_add (sample.report.checks, &check);
  zb_diagnostics_add (sample.report.diagnostics, ZB_SEVERITY_WARNING, "odd", 0, "strange");
  text = emit_json (&sample, &(ZbEmitOptions){ 0 });
  assert_line (text, "{\"id\": \"c3\", \"rule\": \"final.01.sum\", \"status\": \"fail\", \"facts\": "
                     "[\"f1\", \"e1.r3\"], \"expected\": \"10\", \"found\": null, \"difference\": "
                     "null, \"tolerance\": null, \"message\": \"不平\"}");
  assert_line (text, "{\"severity\": \"warning\", \"code\": \"odd\", \"message\": \"strange\", "
                     "\"page\": null}");
  g_ptr_array_unref (check.facts);
}

static void
test_mentions (void) {
  g_auto (SampleReport) sample;
  ZbFact *mention = sample_fact_new (1, "30");
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  mention->dimensions = (ZbDimensions){ 0 };
  mention->unit = NULL;
  mention->flags = ZB_FLAG_BIT (ZB_FLAG_APPROXIMATE);
  mention->source = (ZbFactSource){ .kind = ZB_SOURCE_TEXT, .quote = g_strdup ("约30") };
  g_ptr_array_add (sample.report.mentions, mention);
  text = emit_json (&sample, &(ZbEmitOptions){ .mentions = TRUE });
  assert_line (text, "{\"raw\": \"30\", \"value\": \"30\", \"unit\": null, \"qualifier\": "
                     "\"approximate\", \"quote\": \"约30\", \"source\": {\"kind\": \"text\", "
                     "\"page\": null, \"bbox\": null, \"quote\": \"约30\"}}");
}

static void
test_line (void) {
  g_auto (SampleReport) sample;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  g_assert_true (zb_json_emit_line (&sample.report, &(ZbEmitOptions){ 0 }, stream, NULL));
  text = sample_text_steal (stream);
  g_assert_true (strchr (text, '\n') == text + strlen (text) - 1);
}

static void
test_extract_dump (void) {
  g_autoptr (ZbDocument) document = sample_document_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;

  g_assert_true (
    zb_stage_dump_lookup ("extract", "json")->emit (document, stream, NULL));
  text = sample_text_steal (stream);
  assert_line (text, "{\"kind\": \"heading\", \"role\": \"body\", \"level\": null, \"number\": null, "
                     "\"page\": 2, \"bbox\": [10.00, 20.00, 30.50, 0.00], \"text\": "
                     "\"一、收入\\u2028情况\", \"page_breaks\": []},");
  assert_line (text, "\"header_rows\": 1,");
  g_assert_null (zb_stage_dump_lookup ("extract", "csv"));
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/emit/json/document", test_document);
  g_test_add_func ("/emit/json/unknown-is-null", test_unknown_is_null);
  g_test_add_func ("/emit/json/facts", test_facts);
  g_test_add_func ("/emit/json/evaluation", test_evaluation);
  g_test_add_func ("/emit/json/check-and-diagnostic", test_check_and_diagnostic);
  g_test_add_func ("/emit/json/mentions", test_mentions);
  g_test_add_func ("/emit/json/line", test_line);
  g_test_add_func ("/emit/stage-dump/extract", test_extract_dump);
  return g_test_run ();
}
