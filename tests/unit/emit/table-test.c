/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include <string.h>

#include "sample-report.h"

static char *
emit_table (const SampleReport *sample, gboolean colour) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  ZbEmitOptions options = { .colour = colour };

  g_assert_true (zb_table_emit (&sample->report, &options, stream, NULL));
  return sample_text_steal (stream);
}

/* One sound fact, one of low confidence, one that a sum contradicts. */
static void
add_facts (SampleReport *sample) {
  ZbFact *facts[] = { sample_fact_new (1, "14904700.50"), sample_fact_new (2, "-1000"),
                      sample_fact_new (3, "999") };

  g_free (facts[1]->label);
  facts[1]->label = g_strdup ("Total\033[2J");
  facts[1]->confidence = 0.5;
  facts[1]->review = TRUE;
  facts[2]->flags = ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_ptr_array_add (sample->report.facts, facts[i]);
}

static void
test_columns (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  sample_report_init (&sample);
  add_facts (&sample);
  text = emit_table (&sample, FALSE);
  g_assert_null (strchr (text, '\033'));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "丙县档案馆2024年度部门决算");
  g_assert_cmpstr (lines[1], ==, "丙县档案馆 · 2024 · final_accounts · 报告.pdf");
  g_assert_cmpstr (
    lines[3], ==,
    "   indicator     label      period  measure  of          value  unit  where      conf  flags");
  g_assert_cmpstr (
    lines[4], ==,
    "   income.total  合计       2024    actual   all  14,904,700.5  CNY   p2 t1 1:1  0.97");
  g_assert_cmpstr (
    lines[5], ==,
    "?  income.total  Total\xEF\xBF\xBD[2J  2024    actual   all        -1,000  CNY   p2 t1 1:1  "
    "0.50");
  g_assert_true (g_str_has_prefix (lines[6], "?  "));
  g_assert_true (g_str_has_suffix (lines[6], "  0.97  sum_mismatch"));
  g_assert_cmpstr (lines[8], ==,
                   "3 facts, 1 to review; 0 checks passed, 0 failed; 0 diagnostics");
}

static void
test_colour (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  sample_report_init (&sample);
  add_facts (&sample);
  text = emit_table (&sample, TRUE);
  lines = g_strsplit (text, "\n", -1);
  g_assert_null (strchr (lines[4], '\033'));
  g_assert_true (g_str_has_prefix (lines[5], "\033[33m?"));
  g_assert_true (g_str_has_suffix (lines[5], "\033[0m"));
  g_assert_null (strstr (text, "\033[2J"));
  g_assert_true (g_str_has_prefix (lines[6], "\033[31m?"));
}

static void
test_nothing_found (void) {
  g_auto (SampleReport) sample;
  g_autofree char *text = NULL;

  sample_report_init (&sample);
  g_clear_pointer (&sample.report.title, g_free);
  g_clear_pointer (&sample.report.entity, g_free);
  sample.report.fiscal_year = 0;
  text = emit_table (&sample, FALSE);
  g_assert_cmpstr (text, ==,
                   "title unknown\nentity unknown · year unknown · final_accounts · 报告.pdf\n\n\n"
                   "0 facts, 0 to review; 0 checks passed, 0 failed; 0 diagnostics\n\n");
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/emit/table/columns", test_columns);
  g_test_add_func ("/emit/table/colour", test_colour);
  g_test_add_func ("/emit/table/nothing-found", test_nothing_found);
  return g_test_run ();
}
