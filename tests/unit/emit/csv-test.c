/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <string.h>

#include "sample-report.h"

/* One record, cut at the commas that stand outside quotes; quotes are taken off. */
static GPtrArray *
split_record (const char *record) {
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = record; *p != '\0'; p++) {
    if (*p == '"' && quoted && p[1] == '"')
      g_string_append_c (field, *p++);
    else if (*p == '"')
      quoted = !quoted;
    else if (*p == ',' && !quoted) {
      g_ptr_array_add (fields, g_strdup (field->str));
      g_string_truncate (field, 0);
    } else
      g_string_append_c (field, *p);
  }
  g_ptr_array_add (fields, g_strdup (field->str));
  return fields;
}

static char *
emit_csv (const SampleReport *sample, gboolean header, gboolean excel) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  ZbEmitOptions options = { .header = header, .excel = excel };

  g_assert_true (zb_csv_emit (&sample->report, &options, stream, NULL));
  return sample_text_steal (stream);
}

static const char *
field_of (const GPtrArray *names, const GPtrArray *fields, const char *name) {
  g_assert_cmpuint (names->len, ==, fields->len);
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), name))
      return g_ptr_array_index (fields, i);
  g_assert_not_reached ();
}

static ZbFact *
fill_fact (SampleReport *sample) {
  ZbFact *fact = sample_fact_new (1, "-14904700.50");

  fact->dimensions.function = "2010301";
  fact->dimensions.period = "2024-12";
  fact->dimensions.subject_kind = "project";
  fact->dimensions.subject = "\"双拥\",一期";
  g_free (fact->label);
  fact->label = g_strdup ("=HYPERLINK(1)");
  g_free (fact->raw);
  fact->raw = g_strdup ("-14,904,700.50");
  fact->raw_unit = g_strdup ("@元");
  fact->source.origin.has_box = TRUE;
  fact->source.origin.box = (ZbBox){ 1, 2.345, 3, 4 };
  fact->flags = ZB_FLAG_BIT (ZB_FLAG_UNIT_INHERITED) | ZB_FLAG_BIT (ZB_FLAG_CORROBORATED);
  g_ptr_array_add (sample->report.facts, fact);
  return fact;
}

static void
test_record (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = NULL, fields = NULL;

  sample_report_init (&sample);
  fill_fact (&sample);
  text = emit_csv (&sample, TRUE, FALSE);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_null (strchr (text, '\r'));
  names = split_record (lines[0]);
  fields = split_record (lines[1]);
  g_assert_cmpstr (field_of (names, fields, "path"), ==, "报告.pdf");
  g_assert_cmpstr (field_of (names, fields, "fiscal_year"), ==, "2024");
  g_assert_cmpstr (field_of (names, fields, "label"), ==, "=HYPERLINK(1)");
  g_assert_cmpstr (field_of (names, fields, "function"), ==, "2010301");
  g_assert_nonnull (strstr (lines[1], ",\"2010301\","));
  g_assert_cmpstr (field_of (names, fields, "economic"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "subject"), ==, "\"双拥\",一期");
  g_assert_cmpstr (field_of (names, fields, "value"), ==, "-14904700.5");
  g_assert_cmpstr (field_of (names, fields, "raw"), ==, "-14,904,700.50");
  g_assert_cmpstr (field_of (names, fields, "table"), ==, "t1");
  g_assert_cmpstr (field_of (names, fields, "page"), ==, "2");
  g_assert_cmpstr (field_of (names, fields, "y0"), ==, "2.35");
  g_assert_cmpstr (field_of (names, fields, "flags"), ==, "unit_inherited corroborated");
  g_assert_cmpstr (field_of (names, fields, "preferred"), ==, "true");
  g_assert_cmpstr (field_of (names, fields, "suggestion_value"), ==, "");
}

static void
test_excel (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = NULL, fields = NULL;

  sample_report_init (&sample);
  fill_fact (&sample);
  text = emit_csv (&sample, TRUE, TRUE);
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBFpath,"));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  names = split_record (lines[0]);
  fields = split_record (lines[1]);
  g_assert_cmpstr (field_of (names, fields, "label"), ==, "'=HYPERLINK(1)");
  g_assert_cmpstr (field_of (names, fields, "raw_unit"), ==, "'@元");
  g_assert_cmpstr (field_of (names, fields, "function"), ==, "=\"2010301\"");
  g_assert_cmpstr (field_of (names, fields, "economic"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "period"), ==, "=\"2024-12\"");
  g_assert_cmpstr (field_of (names, fields, "value"), ==, "-14904700.5");
  g_assert_cmpstr (field_of (names, fields, "raw"), ==, "-14,904,700.50");
}

/* The second document of a stream has neither header nor byte order mark. */
static void
test_no_header (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  fill_fact (&sample);
  text = emit_csv (&sample, FALSE, TRUE);
  g_assert_true (g_str_has_prefix (text, "报告.pdf,"));
}

static void
test_text_source (void) {
  g_auto (SampleReport) sample;
  ZbFact *fact = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) names = NULL, fields = NULL;

  sample_report_init (&sample);
  fact = fill_fact (&sample);
  fact->source.kind = ZB_SOURCE_TEXT;
  fact->source.origin = (ZbOrigin){ 0 };
  fact->source.quote = g_strdup ("共 5 人");
  text = emit_csv (&sample, TRUE, FALSE);
  lines = g_strsplit (text, "\n", -1);
  names = split_record (lines[0]);
  fields = split_record (lines[1]);
  g_assert_cmpstr (field_of (names, fields, "source_kind"), ==, "text");
  g_assert_cmpstr (field_of (names, fields, "table"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "row"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "page"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "x0"), ==, "");
  g_assert_cmpstr (field_of (names, fields, "quote"), ==, "共 5 人");
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/emit/csv/record", test_record);
  g_test_add_func ("/emit/csv/excel", test_excel);
  g_test_add_func ("/emit/csv/no-header", test_no_header);
  g_test_add_func ("/emit/csv/text-source", test_text_source);
  return g_test_run ();
}
