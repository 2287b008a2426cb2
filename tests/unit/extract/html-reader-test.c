/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#define PAGE(body) "<!DOCTYPE html><html><head><title>年度决算-云溪市</title></head><body>" body "</body></html>"

static ZbDocument *
read_bytes (const char *data, gsize length) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  ZbDocument *document = NULL;

  g_assert_cmpuint (zb_html_reader.recognize (bytes, NULL), >, 20);
  document = zb_html_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  g_assert_no_error (error);
  return document;
}

static ZbDocument *
read_page (const char *page) {
  return read_bytes (page, strlen (page));
}

static const ZbBlock *
block_at (const ZbDocument *document, guint index) {
  g_assert_cmpuint (index, <, document->blocks->len);
  return g_ptr_array_index (document->blocks, index);
}

static const char *
cell_text (const ZbBlock *block, guint row, guint col) {
  g_assert_cmpint (block->kind, ==, ZB_BLOCK_TABLE);
  return zb_table_lookup (block->table, row, col)->text;
}

static void
test_article (void) {
  g_autoptr (ZbDocument) document = read_page (
      "\n<html><head><meta name='PubDate' content='2024-08-30'><title>年度决算公开-云溪市</title>"
      "<style>p{color:red}</style></head><body>"
      "<div class='nav'><a href='/'>首页</a><a href='/b'>公开</a></div><h1>年度决算公开</h1>"
      "<p align=center><b>第一部分 概况</b></p><p>一、主要\n职能。<br>　　负责<span>档案</span>管理。</p>"
      "<div style='display: none'>看不见</div><script>var a = 1;</script>"
      "<p>Total of\n10 items</p></body></html>");
  const char *const texts[] = { "年度决算公开-云溪市", "2024-08-30", "年度决算公开", "第一部分 概况",
                                "一、主要职能。", "负责档案管理。", "Total of 10 items" };

  g_assert_cmpuint (document->blocks->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (block_at (document, i)->text, ==, texts[i]);
  g_assert_cmpint (block_at (document, 0)->kind, ==, ZB_BLOCK_FURNITURE);
  g_assert_cmpuint (block_at (document, 2)->heading_level, ==, 1);
  g_assert_true (block_at (document, 3)->centred);
  g_assert_true (block_at (document, 3)->bold);
  g_assert_false (block_at (document, 4)->bold);
  g_assert_cmpuint (document->coverage.left_out, ==, 4 + 3 + 7);
}

static void
test_tables (void) {
  g_autoptr (ZbDocument) document = read_page (PAGE (
      "<table><tr><td><table border=1><caption>收入决算表</caption>"
      "<tr><th rowspan=2>项目</th><th colspan=2>金额</th></tr><tr><td>预<br>算</td><td>决算</td></tr>"
      "<tr><td>合计</td><td><p>10</p></td><td>9.5</td></tr></table></td></tr>"
      "<tr><td>注：本表为决算数。</td></tr></table>"));
  const ZbBlock *block = block_at (document, 2);

  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpuint (block_at (document, 0)->heading_level, ==, 1);
  g_assert_cmpstr (block_at (document, 1)->text, ==, "收入决算表");
  g_assert_cmpuint (block->table->rows, ==, 3);
  g_assert_cmpuint (block->table->cols, ==, 3);
  g_assert_cmpuint (zb_table_lookup (block->table, 1, 0)->rowspan, ==, 2);
  g_assert_cmpstr (cell_text (block, 1, 1), ==, "预算");
  g_assert_cmpstr (cell_text (block, 2, 1), ==, "10");
  g_assert_cmpstr (block_at (document, 3)->text, ==, "注：本表为决算数。");
}

/* @text in @codeset behind a page head that declares @charset. */
static void
assert_decodes (const char *codeset, const char *charset, const char *text) {
  g_autofree char *page = g_strdup_printf (
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=%s'></head>"
      "<body><p>%s</p></body></html>",
      charset, text);
  gsize length = 0;
  g_autofree char *bytes
      = g_convert (page, -1, codeset, "UTF-8", NULL, &length, NULL);
  g_autoptr (ZbDocument) document = NULL;

  g_assert_nonnull (bytes);
  document = read_bytes (bytes, length);
  g_assert_cmpstr (block_at (document, 0)->text, ==, text);
  g_assert_cmpuint (document->diagnostics->len, ==, 0);
}

static void
test_encodings (void) {
  assert_decodes ("UTF-8", "utf-8", "部门整体支出绩效自评报告");
  assert_decodes ("UTF-8", "gb2312", "部门整体支出绩效自评报告");
  assert_decodes ("GB18030", "gb2312", "部门整体支出绩效自评报告");
  assert_decodes ("GB18030", "utf-8", "部门整体支出绩效自评报告");
  assert_decodes ("GB18030", "", "部门整体支出绩效自评报告");
  assert_decodes ("BIG5", "big5", "部門整體支出績效自評報告");
  assert_decodes ("BIG5", "", "部門整體支出績效自評報告，年度預算執行情況說明");
  assert_decodes ("UTF-16", "utf-16", "部门整体支出绩效自评报告");
}

static void
assert_page_fails (const char *page, const ZbReadOptions *options, const char *word) {
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_html_reader.read (bytes, options, &error);

  g_assert_null (document);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_hostile (void) {
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (ZbDocument) document = NULL;
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  document = read_page (PAGE ("<table>散<tr><td>甲<td rowspan=9999999 colspan=-3>乙<tr></table><td>丙"
                              "<table><tr><td><table><tr><td>丁</table></p></b>&#0;&#xFFFF;&nope;"));
  g_clear_pointer (&document, zb_document_free);
  document = read_page ("<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><p>&a;</p>");
  g_clear_pointer (&document, zb_document_free);
  document = read_page ("<html>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "底");
  assert_page_fails (deep->str, &ZB_READ_OPTIONS_DEFAULT, "max_xml_depth");
  options.max_cells = 10;
  assert_page_fails ("<html><table><tr><td colspan=1000 rowspan=1000>甲<td>乙</table>", &options,
                     "max_cells");
}

/* Somebody typed the break: the lines are two numbers, until the number itself proves otherwise. */
static void
test_typed_lines (void) {
  g_autoptr (ZbDocument) document = read_page (
    PAGE ("<table><tr><td>甲<br>乙<td>100<br>200<tr><td>丙<td>1,2<br>34.50</table>"));
  const ZbTable *table = NULL;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      table = block->table;
  }
  g_assert_nonnull (table);
  g_assert_cmpstr (zb_table_lookup (table, 0, 0)->text, ==, "甲乙");
  g_assert_cmpstr (zb_table_lookup (table, 0, 1)->text, ==, "100 200");
  g_assert_cmpstr (zb_table_lookup (table, 1, 1)->text, ==, "1,2 34.50");
}

static void
test_recognize (void) {
  static const char *const OTHERS[]
      = { "一、概况\n<table><tr><td>甲</td></tr></table>", "# 标题\n<html>",
          "<html><body><table><tr><td>甲</td></tr></table></body></html>\n\n# 二、收入", "<?xml version='1.0'?><alto/>" };

  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (OTHERS[i], strlen (OTHERS[i]));

    g_assert_cmpuint (zb_html_reader.recognize (bytes, "a.html"), ==, 0);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/html-reader/article", test_article);
  g_test_add_func ("/extract/html-reader/tables", test_tables);
  g_test_add_func ("/extract/html-reader/encodings", test_encodings);
  g_test_add_func ("/extract/html-reader/hostile", test_hostile);
  g_test_add_func ("/extract/html-reader/typed-lines", test_typed_lines);
  g_test_add_func ("/extract/html-reader/recognize", test_recognize);
  return g_test_run ();
}
