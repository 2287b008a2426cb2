/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

/* A small report made by hand, so that stage 4 is tested without the stages before it. Everything
 * in it is static or lives as long as the test program. */
typedef struct {
  ZbDocument *document;
  ZbReport report;
} SampleReport;

static inline ZbDocument *
sample_document_new (void) {
  ZbDocument *document = zb_document_new ();
  ZbTable *table = zb_table_new ();
  ZbOrigin origin = { .page = 2, .has_box = TRUE, .box = { 10, 20.004, 30.5, -0.001 } };

  document->path = g_strdup ("报告.pdf");
  document->sha256 = g_strnfill (64, 'a');
  document->media_type = "application/pdf";
  document->bytes = 123;
  document->pages = 2;
  document->coverage = (ZbTextCoverage){ .glyphs = 10, .in_cells = 6, .in_blocks = 4 };
  g_ptr_array_add (document->blocks,
                   zb_block_new (ZB_BLOCK_HEADING, "一、收入\xE2\x80\xA8情况", &origin));
  table->title = g_strdup ("收入表");
  table->unit = g_strdup ("万元");
  zb_table_add_page (table, 2);
  zb_table_add_cell (table, 0, 0, "项目");
  zb_table_add_cell (table, 0, 1, "金额");
  zb_table_add_cell (table, 1, 0, "合计");
  zb_table_add_cell (table, 1, 1, "-5.50")->origin = origin;
  zb_table_finish (table);
  table->header_rows = 1;
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  return document;
}

static inline ZbFact *
sample_fact_new (guint number, const char *value) {
  ZbFact *fact = g_new0 (ZbFact, 1);

  fact->number = number;
  fact->dimensions = (ZbDimensions){
    .indicator = "income.total", .period = "2024", .measure = "actual", .fund = "all"
  };
  fact->label = g_strdup ("合计");
  g_assert_true (zb_decimal_parse (value, &fact->value));
  fact->unit = "CNY";
  fact->raw = g_strdup (value);
  fact->source = (ZbFactSource){ .kind = ZB_SOURCE_TABLE, .table = 1, .row = 1, .col = 1 };
  fact->source.origin.page = 2;
  fact->confidence = 0.97;
  fact->preferred = TRUE;
  return fact;
}

static inline void
sample_report_init (SampleReport *sample) {
  ZbReport *report = &sample->report;
  ZbReportTable *table = g_new0 (ZbReportTable, 1);

  sample->document = sample_document_new ();
  table->number = 1;
  table->block = 1;
  table->table = ((ZbBlock *) g_ptr_array_index (sample->document->blocks, 1))->table;
  table->kind = "final.02";
  *report = (ZbReport){ .document = sample->document,
                        .kind = "final_accounts",
                        .title = g_strdup ("丙县档案馆2024年度部门决算"),
                        .entity = g_strdup ("丙县档案馆"),
                        .fiscal_year = 2024,
                        .sections = g_ptr_array_new (),
                        .tables = g_ptr_array_new (),
                        .facts = g_ptr_array_new (),
                        .evaluations = g_ptr_array_new (),
                        .checks = g_ptr_array_new (),
                        .mentions = g_ptr_array_new (),
                        .diagnostics = zb_diagnostics_new () };
  g_ptr_array_add (report->tables, table);
}

static inline void
sample_fact_free (gpointer data) {
  ZbFact *fact = data;

  g_free (fact->label);
  g_free (fact->raw);
  g_free (fact->raw_unit);
  g_free (fact->source.quote);
  g_free (fact->suggestion);
  g_free (fact);
}

static inline void
sample_report_clear (SampleReport *sample) {
  ZbReport *report = &sample->report;

  g_free (g_ptr_array_index (report->tables, 0));
  g_free (report->title);
  g_free (report->entity);
  g_ptr_array_set_free_func (report->facts, sample_fact_free);
  g_ptr_array_set_free_func (report->mentions, sample_fact_free);
  g_ptr_array_unref (report->sections);
  g_ptr_array_unref (report->tables);
  g_ptr_array_unref (report->facts);
  g_ptr_array_unref (report->evaluations);
  g_ptr_array_unref (report->checks);
  g_ptr_array_unref (report->mentions);
  g_ptr_array_unref (report->diagnostics);
  zb_document_free (sample->document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SampleReport, sample_report_clear)

/* What was written to @stream, a memory stream. The caller frees it. */
static inline char *
sample_text_steal (GOutputStream *stream) {
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  return g_strndup (g_memory_output_stream_get_data (memory),
                    g_memory_output_stream_get_data_size (memory));
}
