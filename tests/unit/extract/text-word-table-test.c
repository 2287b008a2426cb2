/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "reader.h"

static ZbDocument *
read_text (const char *text) {
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ZbDocument *document = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  return document;
}

/* The only table of the document; NULL where there is none. */
static const ZbTable *
find_table (const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      return block->table;
  }
  return NULL;
}

static void
assert_cell (const ZbTable *table, guint row, guint col, const char *text) {
  g_assert_nonnull (table);
  g_assert_cmpstr (zb_table_lookup (table, row, col)->text, ==, text);
}

static void
test_words (void) {
  g_autoptr (ZbDocument) document
      = read_text ("甲县支出决算表\n单位：万元\n\n项目 合计 基本支出\n编码 名称\n合计 30.5 1,200.00\n\n207 文化支出 "
                   "20.5 10\n208 社会 保障 10 ——\n210 卫生支出 3 3\n211 节能支出 1 1\n注：无\n");
  const ZbTable *table = find_table (document);

  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows, ==, 7);
  g_assert_cmpuint (table->cols, ==, 4);
  assert_cell (table, 0, 2, "合计");
  assert_cell (table, 1, 1, "名称");
  assert_cell (table, 2, 1, "合计");
  assert_cell (table, 2, 3, "1,200.00");
  assert_cell (table, 4, 1, "社会 保障");
  g_assert_cmpint (zb_table_lookup (table, 2, 2)->flags, ==, ZB_CELL_COLUMN_INFERRED);
}

/* Two sides, of which one row has lost an amount. */
static void
test_two_sides (void) {
  g_autoptr (ZbDocument) document
      = read_text ("收入支出决算总表\n收入 支出\n项目 行次 金额 项目 行次 金额\n一、拨款 1 9.5 一、教育 31 8\n"
                   "二、其他 2 二、文化 32 1\n合计 3 9.5 合计 33 9\n");
  const ZbTable *table = find_table (document);

  assert_cell (table, 0, 3, "支出");
  assert_cell (table, 3, 1, "2");
  assert_cell (table, 3, 2, "");
  assert_cell (table, 3, 5, "1");
}

static void
test_print (void) {
  g_autoptr (ZbDocument) document
      = read_text ("收入决算表\n单位：元\n项目              合计      拨款    其他\n"
                   "一、教育 支出     12.00     10.00    2.00\n二、文化           8.00              8.00\n");
  const ZbTable *table = find_table (document);

  g_assert_nonnull (table);
  g_assert_cmpuint (table->cols, ==, 4);
  assert_cell (table, 1, 0, "一、教育支出");
  assert_cell (table, 2, 1, "8.00");
  assert_cell (table, 2, 2, "");
  assert_cell (table, 2, 3, "8.00");
}

/* A print that counts Chinese characters as one place each; a head of a column that is blank, a figure that
 * reaches up to the name beside it, and the next table right behind. */
static void
test_print_by_characters (void) {
  g_autoptr (ZbDocument) document
      = read_text ("收入决算表\n单位：元\n项目            合计    拨款    其他\n"
                   "一、教育支出     12.00           二、文化\n三、农林水支出      2.00 四、其他\n"
                   "三、城乡社区与住房保障  3.00\n支出决算表\n项目   合计   基本\n一、教育   1   2\n");
  const ZbTable *table = find_table (document);

  g_assert_nonnull (table);
  g_assert_cmpuint (table->rows, ==, 4);
  assert_cell (table, 0, 2, "拨款");
  assert_cell (table, 1, 1, "12.00");
  assert_cell (table, 1, 2, "");
  assert_cell (table, 2, 1, "2.00");
  assert_cell (table, 2, 2, "四、其他");
  assert_cell (table, 3, 1, "3.00");
}

/* A column of amounts under no head is none that can be told; the rows are read by their words. */
static void
test_print_without_head (void) {
  g_autoptr (ZbDocument) document
      = read_text ("收入决算表\n单位：元\n项目       合计       拨款\n一、教育    12.00                         2.00\n"
                   "二、文化     8.00                         8.00\n");
  const ZbTable *table = find_table (document);

  g_assert_nonnull (table);
  g_assert_cmpuint (table->cols, ==, 3);
  assert_cell (table, 1, 2, "2.00");
}

/* Figures in prose, and lines under no title, are no table. */
static void
test_no_table (void) {
  static const char *const TEXTS[] = {
    "收入决算表\n\n本年收入 12 万元，比上年 10 万元增加 2 万元。\n支出 3 4\n结余 5 6\n",
    "一、人员情况\n项目 人数\n编制 10\n实有 9\n",
    "收入决算表\n项目 金额\n合计 5\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (ZbDocument) document = read_text (TEXTS[i]);

    g_assert_null (find_table (document));
  }
}

#define INDICATORS "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t完成值\t权重\t自评得分\n"

/* A form whose merged cells are written once, and whose second sheet is as it should be. */
static void
test_form_written_once (void) {
  g_autoptr (ZbDocument) document
      = read_text ("项目资金\t\t年初预算数\t全年预算数\t全年执行数\n资金总额\t1\t2\t3\n年度总体目标\t预期目标\t"
                   "实际完成情况\n做好。\t做完。\n" INDICATORS
                   "产出指标\t数量指标\t人数\t2人\t2人\t10\t9\n次数\t2次\t2次\t5\t5\n时效指标\t按时\t是\t是\t5\t5\n"
                   "总分\t20\t19\n");
  const ZbTable *table = find_table (document);

  assert_cell (table, 1, 1, "资金总额");
  assert_cell (table, 1, 2, "1");
  assert_cell (table, 3, 2, "做完。");
  assert_cell (table, 5, 1, "产出指标");
  assert_cell (table, 6, 3, "次数");
  assert_cell (table, 7, 2, "时效指标");
  assert_cell (table, 8, 7, "19");
  g_assert_cmpuint (zb_table_lookup (table, 8, 0)->colspan, ==, 6);
}

/* The amounts of a row that lost its blanks are placed where the sums of the columns want them. */
static void
test_funds (void) {
  g_autoptr (ZbDocument) document = read_text (
      "项目绩效自评表\n主管部门 甲局 实施单位 乙馆\n资金 年初预算 全年预算 全年执行 分值 执行率 得分\n资金总额 100 120.5 "
      "118.5 10 98% 9.8\n财政拨款 100 100 98\n上年结转 20.5 20.5\n预期目标 实际完成情况\n做好。 做完。\n"
      "一级指标 二级指标 三级指标 指标值 完成值 权重 评分\n产出指标 数量指标 人数 2人 2人 10 9\n总分 20 19\n");
  const ZbTable *table = find_table (document);

  assert_cell (table, 0, 1, "甲局");
  assert_cell (table, 0, 5, "实施单位");
  assert_cell (table, 0, 6, "乙馆");
  assert_cell (table, 4, 3, "");
  assert_cell (table, 4, 4, "20.5");
  assert_cell (table, 4, 5, "20.5");
  assert_cell (table, 6, 1, "做好。");
  assert_cell (table, 6, 5, "做完。");
}

/* With one cell a line, the name of the project stands below its label; a label stands for itself. */
static void
test_name_below (void) {
  g_autoptr (ZbDocument) document = read_text (
      "项目绩效自评表\n项目名称\n机房改造\n主管部门\n甲局\n资金 年初预算 全年预算 全年执行 分值 执行率 得分\n资金总额 1 1 1 10 "
      "100% 10\n一级指标 二级指标 三级指标 指标值 完成值 权重 评分\n产出指标 数量指标 人数 2人 2人 10 9\n总分 20 19\n");
  const ZbTable *table = find_table (document);

  assert_cell (table, 0, 0, "项目名称");
  assert_cell (table, 0, 1, "机房改造");
  assert_cell (table, 1, 0, "主管部门");
}

/* A space for a blank cell, between those that part the cells: every row has as many as the head. Where one has not, the
 * places say nothing. */
static void
test_blank_spaces (void) {
  static const char HEAD[] = "“三公”经费预算情况表\n单位：元\n项目 2016年执行数 2017年预算数\n一、支出合计   250000\n";
  g_autofree char *even = g_strconcat (HEAD, "1、因公出国费用    \n2、公务接待费 30 150000\n", NULL);
  g_autofree char *uneven = g_strconcat (HEAD, "1、因公出国费用     7\n2、公务接待费 30 150000\n", NULL);
  g_autoptr (ZbDocument) document = read_text (even), other = read_text (uneven);
  const ZbTable *table = find_table (document);

  assert_cell (table, 1, 1, "");
  assert_cell (table, 1, 2, "250000");
  assert_cell (table, 3, 1, "30");
  assert_cell (find_table (other), 1, 1, "");
  assert_cell (find_table (other), 1, 2, "");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-word-table/words", test_words);
  g_test_add_func ("/extract/text-word-table/two-sides", test_two_sides);
  g_test_add_func ("/extract/text-word-table/print", test_print);
  g_test_add_func ("/extract/text-word-table/print-by-characters", test_print_by_characters);
  g_test_add_func ("/extract/text-word-table/print-without-head", test_print_without_head);
  g_test_add_func ("/extract/text-word-table/no-table", test_no_table);
  g_test_add_func ("/extract/text-word-table/form-written-once", test_form_written_once);
  g_test_add_func ("/extract/text-word-table/funds", test_funds);
  g_test_add_func ("/extract/text-word-table/name-below", test_name_below);
  g_test_add_func ("/extract/text-word-table/blank-spaces", test_blank_spaces);
  return g_test_run ();
}
