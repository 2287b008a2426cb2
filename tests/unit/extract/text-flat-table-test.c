/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "reader.h"
#include "text-flat-row.h"

typedef struct {
  const char *line, *name, *target, *actual, *weight, *score, *deviation;
} Case;

static void
test_rows (void) {
  static const Case CASES[] = {
    { "走访户数 10 户 12 5 4", "走访户数", "10 户", "12", "5", "4", NULL },
    { "植树 ≥9 棵 10 棵 5 5 天旱 补种", "植树", "≥9 棵", "10 棵", "5", "5", "天旱 补种" },
    { "合格率 >60% 75% 2.5 2", "合格率", ">60%", "75%", "2.5", "2", NULL },
    { "工期 2031 年 6 2031年6月 5 5", "工期", "2031 年 6", "2031年6月", "5", "5", NULL },
    { "形象 提升 提升 3 3", "形象", "提升", "提升", "3", "3", NULL },
    { "100% 90% 10 9", NULL, "100%", "90%", "10", "9", NULL },
    { "一人一策", NULL, NULL, NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_auto (GStrv) words = g_strsplit (CASES[i].line, " ", -1);
    g_auto (ZbTextFlatRow) row = { 0 };
    gboolean found
        = zb_text_flat_row_parse ((const char *const *) words, g_strv_length (words), &row);

    g_test_message ("%s", CASES[i].line);
    g_assert_cmpint (found, ==, CASES[i].weight != NULL);
    g_assert_cmpstr (row.name, ==, CASES[i].name);
    g_assert_cmpstr (row.target, ==, CASES[i].target);
    g_assert_cmpstr (row.actual, ==, CASES[i].actual);
    g_assert_cmpstr (row.weight, ==, CASES[i].weight);
    g_assert_cmpstr (row.score, ==, CASES[i].score);
    g_assert_cmpstr (row.deviation, ==, CASES[i].deviation);
  }
}

static const char FORM[]
    = "某某项目绩效自评表\n\n资金情况\n\n（万元）\n\n年度资金总额 年初预算数\n全年预算\n\n数\n"
      "全年执行数 分值\n\n执行\n率\n\n得分\n\n合计 12.5 13\n\n13 10 100% 10其中：当年财政拨款 12.5 "
      "90%\n\n"
      "年度总\n体目标\n\n预期目标 实际完成情况\n\n完成全年各项任务，服务水平\n\n进一步提高。\n\n"
      "1.完成任务，\n\n群众满意。\n\n绩\n\n效\n\n指\n\n标\n\n一级指标 二级指标 "
      "三级指标\n年度\n指标值\n\n"
      "实际\n完成值\n\n分值 得分\n\n产出\n\n指标\n\n(50分)\n\n数量指标\n\n走访户数 10 户 10 5 "
      "5\n\n\n\n7\n\n\n\n"
      "质量指标 合格率 100% 90% 5 4 返工\n\n成本指标\n\n经济成本指标\n\n入户“一户\n\n一档”\n90% "
      "80% 10 9\n\n"
      "总分 100 96 等级：优\n\n备注：无\n";

static void
assert_cell (const ZbTable *table, guint row, guint col, const char *text) {
  g_assert_cmpstr (zb_table_lookup (table, row, col)->text, ==, text);
}

static void
test_form (void) {
  g_autoptr (GBytes) bytes = g_bytes_new_static (FORM, strlen (FORM));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  const ZbBlock *block;
  const ZbTable *table;

  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  g_assert_cmpuint (document->coverage.left_out, ==, 0);
  block = g_ptr_array_index (document->blocks, 1);
  table = block->table;
  g_assert_nonnull (table);
  assert_cell (table, 0, 0, "资金情况（万元）");
  assert_cell (table, 0, 4, "全年预算数");
  assert_cell (table, 1, 5, "13");
  assert_cell (table, 1, 8, "10");
  assert_cell (table, 2, 1, "其中：当年财政拨款");
  assert_cell (table, 2, 7, "90%");
  assert_cell (table, 4, 1, "完成全年各项任务，服务水平进一步提高。");
  assert_cell (table, 4, 5, "1.完成任务，群众满意。");
  assert_cell (table, 5, 0, "绩效指标");
  assert_cell (table, 6, 1, "产出指标(50分)");
  assert_cell (table, 6, 4, "10 户");
  assert_cell (table, 7, 8, "返工");
  assert_cell (table, 8, 1, "成本指标");
  assert_cell (table, 8, 3, "入户“一户一档”");
  assert_cell (table, 9, 7, "96");
  g_assert_true (zb_table_lookup (table, 6, 4)->flags & ZB_CELL_COLUMN_INFERRED);
  g_assert_cmpuint (table->rows, ==, 10);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-flat-table/rows", test_rows);
  g_test_add_func ("/extract/text-flat-table/form", test_form);
  return g_test_run ();
}
