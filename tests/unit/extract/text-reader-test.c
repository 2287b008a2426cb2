/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

static ZbDocument *
read_bytes (const void *data, gsize length) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  ZbDocument *document = NULL;

  g_assert_cmpuint (zb_text_reader.recognize (bytes, NULL), >, 0);
  g_assert_cmpuint (zb_text_reader.recognize (bytes, NULL), <=, 20);
  document = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_no_error (error);
  zb_document_check (document, &error);
  g_assert_no_error (error);
  return document;
}

static ZbDocument *
read_text (const char *text) {
  return read_bytes (text, strlen (text));
}

static const ZbBlock *
get_block (const ZbDocument *document, guint index) {
  g_assert_cmpuint (index, <, document->blocks->len);
  return g_ptr_array_index (document->blocks, index);
}

static const ZbTable *
get_table (const ZbDocument *document, guint index) {
  const ZbBlock *block = get_block (document, index);

  g_assert_cmpint (block->kind, ==, ZB_BLOCK_TABLE);
  return block->table;
}

static void
assert_cell (const ZbTable *table, guint row, guint col, const char *text) {
  const ZbCell *cell = zb_table_lookup (table, row, col);

  g_assert_nonnull (cell);
  g_assert_cmpstr (cell->text, ==, text);
}

static void
test_encodings (void) {
  static const guint8 LITTLE[] = { 0xFF, 0xFE, 0x70, 0x65, 0x2F, 0x00 };
  static const guint8 BIG[] = { 0xFE, 0xFF, 0x65, 0x70, 0x00, 0x2F };
  static const guint8 GB[] = { 0xD6, 0xA7, 0xB3, 0xF6, 0xBA, 0xCF, 0xBC, 0xC6 };
  g_autoptr (ZbDocument) bom = read_text ("\xEF\xBB\xBF支出");
  g_autoptr (ZbDocument) little = read_bytes (LITTLE, sizeof LITTLE);
  g_autoptr (ZbDocument) big = read_bytes (BIG, sizeof BIG);
  g_autoptr (ZbDocument) gb = read_bytes (GB, sizeof GB);

  g_assert_cmpstr (get_block (bom, 0)->text, ==, "支出");
  g_assert_cmpstr (get_block (little, 0)->text, ==, "数/");
  g_assert_cmpstr (get_block (big, 0)->text, ==, "数/");
  g_assert_cmpstr (get_block (gb, 0)->text, ==, "支出合计");
  g_assert_cmpint (bom->text_origin, ==, ZB_TEXT_ORIGIN_OCR_EXTERNAL);
  g_assert_cmpuint (bom->diagnostics->len, ==, 0);
}

/* @text in @codeset, without a byte order mark. */
static void
assert_decodes (const char *codeset, const char *text) {
  gsize length = 0;
  g_autofree char *bytes = g_convert (text, -1, codeset, "UTF-8", NULL, &length, NULL);
  g_autoptr (ZbDocument) document = NULL;

  g_assert_nonnull (bytes);
  document = read_bytes ((const guint8 *) bytes, length);
  g_assert_cmpstr (get_block (document, 0)->text, ==, text);
  g_assert_cmpuint (document->diagnostics->len, ==, 0);
}

static void
test_encodings_without_mark (void) {
  assert_decodes ("BIG5", "二、部門整體支出績效目標完成情況：本年度預算執行率為百分之九十八");
  assert_decodes ("GB18030", "二、部门整体支出绩效目标完成情况：本年度预算执行率为百分之九十八");
  assert_decodes ("GB18030", "萬元、預算執行與績效目標的完成情況，開闢鑒證書類");
  assert_decodes ("UTF-16LE", "收入支出决算总表 2023年度，单位：万元");
  assert_decodes ("UTF-16BE", "收入支出决算总表 2023年度，单位：万元");
}

static void
test_invalid_byte (void) {
  g_autoptr (ZbDocument) document = read_text ("支出\xFF合计");
  const ZbDiagnostic *diagnostic = g_ptr_array_index (document->diagnostics, 0);

  g_assert_cmpstr (get_block (document, 0)->text, ==, "支出\xEF\xBF\xBD合计");
  g_assert_cmpstr (diagnostic->code, ==, "invalid_byte");
  g_assert_nonnull (strstr (diagnostic->message, "offset 6"));
}

static void
test_binary (void) {
  static const char *const OTHERS[] = { "%PDF-1.4\n", "{\\rtf1 x}", "PK\003\004" };
  g_autoptr (GBytes) nul = g_bytes_new_static ("ab\0cd", 5);

  g_assert_cmpuint (zb_text_reader.recognize (nul, "a.txt"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (OTHERS[i], strlen (OTHERS[i]));

    g_assert_cmpuint (zb_text_reader.recognize (bytes, "a.txt"), ==, 0);
  }
}

static void
test_markdown (void) {
  g_autoptr (ZbDocument) document = read_text ("## **二、收入** 情况\n\n- 面积 5 m<sup>2</sup>\n\n"
                                               "某某街道  \n部门决算\n\n![图](a.png)\n");

  g_assert_cmpint (get_block (document, 0)->kind, ==, ZB_BLOCK_HEADING);
  g_assert_cmpuint (get_block (document, 0)->heading_level, ==, 2);
  g_assert_cmpstr (get_block (document, 0)->text, ==, "二、收入 情况");
  g_assert_cmpstr (get_block (document, 1)->text, ==, "面积 5 m2");
  g_assert_cmpstr (get_block (document, 2)->text, ==, "某某街道");
  g_assert_cmpstr (get_block (document, 3)->text, ==, "部门决算");
  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpuint (document->diagnostics->len, ==, 1);
}

static void
test_page_number (void) {
  g_autoptr (ZbDocument) document
      = read_text ("本年收入有所增加，主要是因为新\n\n— 3 —\n\n增项目较多。\n");

  g_assert_cmpstr (get_block (document, 0)->text, ==, "本年收入有所增加，主要是因为新增项目较多。");
  g_assert_cmpuint (get_block (document, 0)->pieces->len, ==, 2);
  g_assert_cmpint (get_block (document, 1)->kind, ==, ZB_BLOCK_FURNITURE);
  g_assert_cmpuint (document->coverage.in_furniture, ==, 3);
}

static void
test_tab_rows (void) {
  g_autoptr (ZbDocument) document
      = read_text ("科目\t决算数\t备注\n办公费\t1.5\t\n\n水费\t2\t\n\n说明：无\n");
  const ZbTable *table = get_table (document, 0);

  g_assert_cmpuint (table->rows, ==, 3);
  g_assert_cmpuint (table->cols, ==, 3);
  assert_cell (table, 2, 0, "水费");
  assert_cell (table, 1, 2, "");
  g_assert_cmpstr (get_block (document, 1)->text, ==, "说明：无");
}

static void
test_tab_row_cut (void) {
  g_autoptr (ZbDocument) document = read_text ("\t数量指标\t慰问老党\t5次\t5\n\t\t植树\t9棵\t5\n"
                                               "\t\t走访困难群\t3次\t5\n\n\t\t众家庭\t\t\n"
                                               "\t\t\t其他资金\t\n");
  const ZbTable *table = get_table (document, 0);

  g_assert_cmpuint (table->rows, ==, 4);
  assert_cell (table, 2, 2, "走访困难群众家庭");
  g_assert_true (zb_table_lookup (table, 2, 2)->flags & ZB_CELL_ROW_JOINED);
  assert_cell (table, 3, 3, "其他资金");
}

static void
test_tab_label_after_break (void) {
  g_autoptr (ZbDocument) document = read_text ("\t年度资金总额\t7\t7\n\t当年财政拨款\t7\t7\n\n"
                                               "\t上年结转资金\t\t\n");

  g_assert_cmpuint (get_table (document, 0)->rows, ==, 3);
}

static void
test_tab_header_repeated (void) {
  g_autoptr (ZbDocument) document = read_text ("科目\t数\t注\nA\t1\tx\n\n科目\t数\t注\nB\t2\ty\n");
  const ZbTable *table = get_table (document, 0);

  g_assert_cmpuint (table->rows, ==, 3);
  assert_cell (table, 2, 0, "B");
  g_assert_cmpuint (document->coverage.in_furniture, ==, 4);
  g_assert_cmpuint (document->coverage.left_out, ==, 0);
}

static void
test_tab_rows_aligned (void) {
  g_autoptr (ZbDocument) document
      = read_text ("绩效\t一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\t偏差\n"
                   "\t产出指标\t数量指标\t植树\t9\t10\t5\t\t\n"
                   "\t\t\t时效指标\t完成时间\t6月前\t5月\t5\t4\n"
                   "办会费用\t\t\t3 万\t2.9 万\t2\t1\t\t\n"
                   "成本指标(20分)\t\t经济成本指标\t单价\t1\t2\t3\t3\t\n"
                   "总分\t\t\t\t\t100\t98\t\t\n"
                   "\t总分\t\t\t\t\t\t100\t97\n");
  const ZbTable *table = get_table (document, 0);

  assert_cell (table, 1, 5, "10");
  assert_cell (table, 1, 6, "5");
  assert_cell (table, 2, 2, "时效指标");
  assert_cell (table, 2, 7, "4");
  assert_cell (table, 3, 3, "办会费用");
  assert_cell (table, 3, 4, "3 万");
  assert_cell (table, 3, 7, "1");
  g_assert_true (zb_table_lookup (table, 3, 3)->flags & ZB_CELL_COLUMN_INFERRED);
  g_assert_false (zb_table_lookup (table, 1, 3)->flags & ZB_CELL_COLUMN_INFERRED);
  assert_cell (table, 4, 1, "成本指标(20分)");
  assert_cell (table, 5, 6, "100");
  assert_cell (table, 5, 7, "98");
  assert_cell (table, 6, 0, "总分");
  assert_cell (table, 6, 6, "100");
  assert_cell (table, 6, 7, "97");
}

static void
test_cell_a_line (void) {
  g_autoptr (ZbDocument) document
      = read_text ("自评表\n\n\t年度预\n\n算申请\n（万元）\n\t\n\t年初数\n\t得分\n\n"
                   "\t\n\t总额\n\t5\n\t10\n\n\t目标\n\t完成\n\n"
                   "\t绩\n\n效\n\n\n\t一级\n\t二级\n\t三级\n\n\n填表人：某某\n");
  const ZbTable *table = get_table (document, 1);

  g_assert_cmpuint (table->rows, ==, 4);
  g_assert_cmpuint (table->cols, ==, 4);
  assert_cell (table, 0, 0, "年度预算申请（万元）");
  assert_cell (table, 1, 3, "10");
  g_assert_cmpuint (zb_table_lookup (table, 2, 1)->colspan, ==, 3);
  assert_cell (table, 3, 0, "绩效");
  assert_cell (table, 3, 3, "三级");
  g_assert_cmpstr (get_block (document, 2)->text, ==, "填表人：某某");
}

static void
test_indented_paragraphs (void) {
  g_autoptr (ZbDocument) document = read_text (
      "\t本年度收入合计增加，主要原因是年中追加了专项经费，另有上年结转的部分资金一并列入。\n"
      "\t本年度支出合计增加，主要原因是年中追加了专项经费，另有上年结转的部分资金一并列入。\n");

  g_assert_cmpint (get_block (document, 0)->kind, ==, ZB_BLOCK_PARAGRAPH);
}

static void
test_pipes (void) {
  g_autoptr (ZbDocument) document
      = read_text ("| 科目 | **决算**数 |\n| --- | :--: |\n| a\\|b | 1<br>2 |\n后文\n");
  const ZbTable *table = get_table (document, 0);

  g_assert_cmpuint (table->rows, ==, 2);
  assert_cell (table, 0, 1, "决算数");
  assert_cell (table, 1, 0, "a|b");
  assert_cell (table, 1, 1, "12");
}

static void
test_pipes_between (void) {
  g_autoptr (ZbDocument) document
      = read_text ("首页 | 信息公开\n\n科目 | 预算数 | 决算数\n--- | ---: | ---:\n教育支出 | 2 |\n | 1 | 3\n后文 | 前文\n");
  const ZbTable *table = get_table (document, 1);

  g_assert_cmpuint (table->rows, ==, 3);
  g_assert_cmpuint (table->cols, ==, 3);
  assert_cell (table, 0, 2, "决算数");
  assert_cell (table, 1, 1, "2");
  assert_cell (table, 2, 2, "3");
  g_assert_cmpstr (get_block (document, 2)->text, ==, "后文 | 前文");
}

static void
test_html (void) {
  g_autoptr (ZbDocument) document = read_text (
      "前文。\n<table><tr><td rowspan=\"2\">类</td><th colspan=2>决算<br>数</th></tr>\n"
      "<tr><td>1</td><td>2&amp;3</td></tr><tr><td rowspan=99>x</td></tr></table>\n后文\n");
  const ZbTable *table = get_table (document, 1);

  g_assert_cmpuint (table->rows, ==, 3);
  g_assert_cmpuint (table->cols, ==, 3);
  assert_cell (table, 1, 0, "类");
  assert_cell (table, 0, 2, "决算数");
  assert_cell (table, 1, 2, "2&3");
  g_assert_cmpstr (get_block (document, 2)->text, ==, "后文");
}

static void
test_cell_limit (void) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, i == 0 ? "a\tb\tc\td\te\tf\n" : "a\tb\n");
  bytes = g_bytes_new (text->str, text->len);
  options.max_cells = 500;
  g_assert_null (zb_text_reader.read (bytes, &options, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_LIMIT);
}

/* As PaddleOCR writes: everything that is centred on the page stands in a division of its own. */
static void
test_divisions (void) {
  g_autoptr (ZbDocument) document = read_text (
      "## 2023年度部门决算\n\n<div style=\"text-align: center;\">收入决算表</div>\n\n单位：万元\n\n"
      "<div style=\"text-align: center;\"><img src=\"imgs/1.jpg\" alt=\"Image\" width=\"20%\" /></div>\n\n"
      "<div style=\"text-align: center;\"><table border=1><tr><td colspan=\"2\">项目</td></tr>"
      "<tr><td>合计</td><td>12.60</td></tr></table></div>\n");

  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpstr (get_block (document, 1)->text, ==, "收入决算表");
  assert_cell (get_table (document, 3), 1, 1, "12.60");
  g_assert_cmpuint (document->diagnostics->len, ==, 1);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-reader/divisions", test_divisions);
  g_test_add_func ("/extract/text-reader/encodings", test_encodings);
  g_test_add_func ("/extract/text-reader/encodings-without-mark", test_encodings_without_mark);
  g_test_add_func ("/extract/text-reader/invalid-byte", test_invalid_byte);
  g_test_add_func ("/extract/text-reader/binary", test_binary);
  g_test_add_func ("/extract/text-reader/markdown", test_markdown);
  g_test_add_func ("/extract/text-reader/page-number", test_page_number);
  g_test_add_func ("/extract/text-reader/tab-rows", test_tab_rows);
  g_test_add_func ("/extract/text-reader/tab-row-cut", test_tab_row_cut);
  g_test_add_func ("/extract/text-reader/tab-label-after-break", test_tab_label_after_break);
  g_test_add_func ("/extract/text-reader/tab-header-repeated", test_tab_header_repeated);
  g_test_add_func ("/extract/text-reader/tab-rows-aligned", test_tab_rows_aligned);
  g_test_add_func ("/extract/text-reader/cell-a-line", test_cell_a_line);
  g_test_add_func ("/extract/text-reader/indented-paragraphs", test_indented_paragraphs);
  g_test_add_func ("/extract/text-reader/pipes", test_pipes);
  g_test_add_func ("/extract/text-reader/pipes-between", test_pipes_between);
  g_test_add_func ("/extract/text-reader/html", test_html);
  g_test_add_func ("/extract/text-reader/cell-limit", test_cell_limit);
  return g_test_run ();
}
