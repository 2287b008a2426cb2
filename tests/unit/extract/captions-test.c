/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

static ZbBlock *
add_block (ZbDocument *document, ZbBlockKind kind, const char *text) {
  ZbBlock *block = zb_block_new (kind, text, NULL);

  g_ptr_array_add (document->blocks, block);
  return block;
}

static ZbTable *
add_table (ZbDocument *document, const char *first, const char *second) {
  ZbTable *table = zb_table_new ();

  zb_table_add_cell (table, 0, 0, first);
  zb_table_add_cell (table, 0, 1, second);
  zb_table_add_cell (table, 1, 0, "甲");
  zb_table_add_cell (table, 1, 1, "1.00");
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  return table;
}

static void
test_above (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbBlock *body = add_block (document, ZB_BLOCK_PARAGRAPH, "本局概况如下表所示，均已核对。");
  ZbBlock *title;
  ZbTable *table;

  add_block (document, ZB_BLOCK_PARAGRAPH, "公开03表");
  title = add_block (document, ZB_BLOCK_PARAGRAPH, "二、某某收入明细表");
  add_block (document, ZB_BLOCK_FURNITURE, "- 3 -");
  add_block (document, ZB_BLOCK_PARAGRAPH, "部门：青石县测绘局 金额单位：万元");
  table = add_table (document, "项目", "金额");
  zb_captions_attach (document);
  g_assert_cmpstr (table->title, ==, "某某收入明细表");
  g_assert_cmpstr (table->unit, ==, "万元");
  g_assert_cmpstr (table->form, ==, "公开03表");
  g_assert_cmpstr (table->department, ==, "青石县测绘局");
  g_assert_cmpint (title->role, ==, ZB_ROLE_CAPTION);
  g_assert_cmpint (body->role, ==, ZB_ROLE_BODY);
}

static void
test_notes (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbTable *first, *second;

  add_block (document, ZB_BLOCK_PARAGRAPH, "甲情况表");
  first = add_table (document, "项目", "金额");
  add_block (document, ZB_BLOCK_PARAGRAPH, "注：1.四舍五入。");
  add_block (document, ZB_BLOCK_PARAGRAPH, "2.不含往来款。");
  add_block (document, ZB_BLOCK_PARAGRAPH, "2031年乙情况表");
  second = add_table (document, "项目", "金额");
  add_block (document, ZB_BLOCK_PARAGRAPH, "以上各表已经审核。");
  zb_captions_attach (document);
  g_assert_cmpuint (first->notes->len, ==, 2);
  g_assert_cmpstr (second->title, ==, "2031年乙情况表");
  g_assert_cmpuint (second->notes->len, ==, 0);
}

static void
test_no_caption (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbTable *table;

  add_block (document, ZB_BLOCK_PARAGRAPH, "第二部分 某某决算表");
  add_block (document, ZB_BLOCK_PARAGRAPH, "所属单位包括：");
  table = add_table (document, "序号", "名称");
  zb_captions_attach (document);
  g_assert_null (table->title);
  g_assert_null (table->unit);
}

static void
test_leading_row (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbTable *table = zb_table_new ();

  zb_table_add_cell (table, 0, 0, "项目自评表")->colspan = 2;
  zb_table_add_cell (table, 1, 0, "单位：万元")->colspan = 2;
  zb_table_add_cell (table, 2, 0, "项目");
  zb_table_add_cell (table, 2, 1, "金额");
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  zb_captions_attach (document);
  g_assert_cmpstr (table->title, ==, "项目自评表");
  g_assert_cmpstr (table->unit, ==, "万元");
  g_assert_cmpuint (table->rows, ==, 3);
}

/* The unit and the department side by side, below a line that is no caption by itself. */
static void
test_leading_rows (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbTable *table = zb_table_new ();

  zb_table_add_cell (table, 0, 0, "甲县乙局公开")->colspan = 3;
  zb_table_add_cell (table, 1, 0, "收支总表")->colspan = 3;
  zb_table_add_cell (table, 2, 0, "部门：甲县乙局");
  zb_table_add_cell (table, 2, 2, "单位：万元");
  zb_table_add_cell (table, 3, 0, "项目");
  zb_table_add_cell (table, 3, 1, "金额");
  zb_table_add_cell (table, 4, 0, "甲");
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  g_assert_cmpuint (zb_captions_count_rows (table), ==, 3);
  zb_captions_attach (document);
  g_assert_cmpstr (table->title, ==, "收支总表");
  g_assert_cmpstr (table->department, ==, "甲县乙局");
  g_assert_cmpstr (table->unit, ==, "万元");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/captions/above", test_above);
  g_test_add_func ("/extract/captions/notes", test_notes);
  g_test_add_func ("/extract/captions/no-caption", test_no_caption);
  g_test_add_func ("/extract/captions/leading-row", test_leading_row);
  g_test_add_func ("/extract/captions/leading-rows", test_leading_rows);
  return g_test_run ();
}
