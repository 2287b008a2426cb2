/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-rows.h"

#include "catalogue.h"
#include "report.h"

/* A row of a budget by function as it was read, and what its fact must be flagged with, and must not. */
typedef struct {
  const char *code, *name;
  ZbRecognition code_recognition, name_recognition;
  ZbFlags with, without;
} Case;

static void
add_cell (ZbTable *table, guint row, guint col, const char *text, ZbRecognition recognition) {
  zb_table_add_cell (table, row, col, text)->origin.recognition = recognition;
}

static ZbDocument *
make_document (const Case *row) {
  static const char *const HEADS[] = { "科目编码", "科目名称", "合计", "基本支出", "项目支出" };
  static const char *const AMOUNTS[] = { "12.00", "8.00", "4.00" };
  ZbDocument *document = zb_document_new ();
  ZbTable *table = zb_table_new ();

  zb_table_add_page (table, 1);
  table->title = g_strdup ("2024年一般公共预算支出表");
  table->unit = g_strdup ("万元");
  for (guint col = 0; col < G_N_ELEMENTS (HEADS); col++)
    zb_table_add_cell (table, 0, col, HEADS[col]);
  add_cell (table, 1, 0, row->code, row->code_recognition);
  add_cell (table, 1, 1, row->name, row->name_recognition);
  for (guint i = 0; i < G_N_ELEMENTS (AMOUNTS); i++)
    add_cell (table, 1, 2 + i, AMOUNTS[i], row->code_recognition & ZB_RECOGNISED);
  table->header_rows = 1;
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  return document;
}

/* The fact of the row's total. */
static const ZbFact *
find_total (const ZbReport *report, const char *code) {
  for (guint i = 0; i < report->facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (g_str_equal (fact->dimensions.indicator, "expenditure.total") && g_strcmp0 (fact->dimensions.function, code) == 0)
      return fact;
  }
  return NULL;
}

/* A doubtful code is doubtful in its fact, unless its own name stands beside it; the name of another
 * function contradicts a code that was recognised. */
static void
test_doubts_of_codes (void) {
  const ZbFlags suspect = ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT), ambiguous = ZB_FLAG_BIT (ZB_FLAG_LABEL_AMBIGUOUS);
  const ZbRecognition doubtful = ZB_RECOGNISED | ZB_RECOGNISED_DIGIT_SUSPECT;
  const Case CASES[] = {
    { "2010301", "行政运行", doubtful, ZB_RECOGNISED, 0, suspect | ambiguous },
    { "2010301", "一般行政运衍", doubtful, ZB_RECOGNISED, suspect, ambiguous },
    { "2010301", "一般行政运衍", ZB_RECOGNISED, ZB_RECOGNISED, 0, suspect | ambiguous },
    { "2010301", "行政单位离退休", ZB_RECOGNISED, ZB_RECOGNISED, ambiguous, suspect },
    { "2010301", "行政单位离退休", 0, 0, 0, ambiguous }, /* printed so, it is not for us to doubt */
  };
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbDocument) document = make_document (&CASES[i]);
    g_autoptr (ZbReport) report = zb_report_new (document, catalogue);
    const ZbFact *fact = find_total (report, CASES[i].code);

    g_test_message ("%u: %s %s", i, CASES[i].code, CASES[i].name);
    g_assert_nonnull (fact);
    g_assert_cmphex (fact->flags & CASES[i].with, ==, CASES[i].with);
    g_assert_cmphex (fact->flags & CASES[i].without, ==, 0);
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/table-rows/doubts-of-codes", test_doubts_of_codes);
  return g_test_run ();
}
