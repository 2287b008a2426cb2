/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-unruled.h"

/* Han characters of 10 points, others of 5. */
static void
add_text (ZbPageContent *content, double x, double y, const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    double width = character < 0x80 ? 5 : 10;
    ZbGlyph glyph = { character, FALSE, 10, { x, y, x + width, y + 10 }, 0, 0 };

    if (character != ' ')
      g_array_append_val (content->glyphs, glyph);
    x += width;
  }
}

static const char *
text_at (const GPtrArray *tables, guint row, guint col) {
  return zb_table_lookup (((const ZbFoundTable *) g_ptr_array_index (tables, 0))->table, row, col)
    ->text;
}

static ZbPageContent *
new_content (void) {
  ZbPageContent *content = zb_page_content_new (1, 600, 800);

  add_text (content, 220, 60, "单位：万元");
  add_text (content, 100, 100, "项目");
  add_text (content, 200, 100, "预算数");
  add_text (content, 300, 100, "决算数");
  return content;
}

static void
test_plain (void) {
  g_autoptr (ZbPageContent) content = new_content ();
  g_autoptr (GPtrArray) tables = NULL;
  const ZbFoundTable *found;

  add_text (content, 100, 125, "一、教育支出");
  add_text (content, 205, 125, "12.50");
  add_text (content, 305, 125, "11.00");
  add_text (content, 100, 150, "二、国防支出");
  add_text (content, 100, 175, "三、其他支出");
  add_text (content, 205, 175, "7.00");
  add_text (content, 305, 175, "6.25");
  add_text (content, 100, 200, "合计");
  add_text (content, 205, 200, "19.50");
  add_text (content, 305, 200, "17.25");
  tables = zb_table_unruled_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  found = g_ptr_array_index (tables, 0);
  g_assert_cmpuint (found->table->rows, ==, 5);
  g_assert_cmpuint (found->table->cols, ==, 3);
  g_assert_cmpuint (found->table->header_rows, ==, 1);
  g_assert_cmpstr (text_at (tables, 0, 2), ==, "决算数");
  g_assert_cmpstr (text_at (tables, 2, 0), ==, "二、国防支出");
  g_assert_cmpstr (text_at (tables, 2, 1), ==, "");
  g_assert_cmpstr (text_at (tables, 4, 1), ==, "19.50");
  g_assert_cmpuint (content->glyphs->len, ==, 5);
}

/* The number stands between the two lines of its label. */
static void
test_wrapped_label (void) {
  g_autoptr (ZbPageContent) content = new_content ();
  g_autoptr (GPtrArray) tables = NULL;

  for (guint i = 0; i < 3; i++) {
    add_text (content, 100, 125 + 40 * i, "政府性基金预");
    add_text (content, 205, 131 + 40 * i, "12.50");
    add_text (content, 305, 131 + 40 * i, "11.00");
    add_text (content, 100, 138 + 40 * i, "算拨款");
  }
  tables = zb_table_unruled_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  g_assert_cmpuint (((ZbFoundTable *) tables->pdata[0])->table->rows, ==, 4);
  g_assert_cmpstr (text_at (tables, 3, 0), ==, "政府性基金预算拨款");
  g_assert_cmpstr (text_at (tables, 3, 1), ==, "12.50");
}

static void
test_header_span (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;
  const ZbCell *cell;

  add_text (content, 100, 110, "科目");
  add_text (content, 255, 100, "支出");
  add_text (content, 200, 120, "人员经费");
  add_text (content, 300, 120, "公用经费");
  for (guint i = 0; i < 3; i++) {
    add_text (content, 100, 145 + 25 * i, "教育支出");
    add_text (content, 210, 145 + 25 * i, "12.50");
    add_text (content, 310, 145 + 25 * i, "11.00");
  }
  tables = zb_table_unruled_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  g_assert_cmpuint (((ZbFoundTable *) tables->pdata[0])->table->header_rows, ==, 2);
  cell = zb_table_lookup (((ZbFoundTable *) tables->pdata[0])->table, 0, 1);
  g_assert_cmpstr (cell->text, ==, "支出");
  g_assert_cmpuint (cell->colspan, ==, 2);
  cell = zb_table_lookup (((ZbFoundTable *) tables->pdata[0])->table, 0, 0);
  g_assert_cmpuint (cell->rowspan, ==, 2);
}

/* A number and the label of the next column touch on one line. */
static void
test_touching_columns (void) {
  g_autoptr (ZbPageContent) content = zb_page_content_new (1, 600, 800);
  g_autoptr (GPtrArray) tables = NULL;

  for (guint i = 0; i < 3; i++) {
    add_text (content, 100, 125 + 25 * i, "教育收入");
    add_text (content, i == 1 ? 180 : 200, 125 + 25 * i, i == 1 ? "1234567.89" : "12.50");
    add_text (content, 230 + (i == 1 ? 0 : 5), 125 + 25 * i, "教育支出");
    add_text (content, 305, 125 + 25 * i, "11.00");
  }
  tables = zb_table_unruled_run (content);
  g_assert_cmpuint (tables->len, ==, 1);
  g_assert_cmpstr (text_at (tables, 1, 1), ==, "1234567.89");
  g_assert_cmpstr (text_at (tables, 1, 2), ==, "教育支出");
}

static void
assert_no_table (ZbPageContent *content) {
  g_autoptr (GPtrArray) tables = zb_table_unruled_run (content);
  guint glyphs = content->glyphs->len;

  g_assert_cmpuint (tables->len, ==, 0);
  g_assert_cmpuint (content->glyphs->len, ==, glyphs);
  zb_page_content_free (content);
}

static void
test_no_table (void) {
  ZbPageContent *contents = zb_page_content_new (1, 600, 800);
  ZbPageContent *text = zb_page_content_new (1, 600, 800);
  ZbPageContent *signature = zb_page_content_new (1, 600, 800);

  for (guint i = 0; i < 6; i++) {
    g_autofree char *number = g_strdup_printf ("%u", 3 + 2 * i);

    add_text (contents, 100, 100 + 20 * i, "一、部门职能");
    add_text (contents, 400, 100 + 20 * i, number);
    add_text (text, 100, 100 + 20 * i, "本年收入，");
    add_text (text, 170 + 17 * i, 100 + 20 * i, "12.50");
    add_text (text, 220 + 17 * i, 100 + 20 * i, "万元，比上年增长。");
  }
  add_text (signature, 100, 100, "单位负责人：某某");
  add_text (signature, 300, 100, "填表人：某某");
  add_text (signature, 300, 120, "2031年3月");
  assert_no_table (contents);
  assert_no_table (text);
  assert_no_table (signature);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-unruled/plain", test_plain);
  g_test_add_func ("/extract/table-unruled/wrapped-label", test_wrapped_label);
  g_test_add_func ("/extract/table-unruled/header-span", test_header_span);
  g_test_add_func ("/extract/table-unruled/touching-columns", test_touching_columns);
  g_test_add_func ("/extract/table-unruled/no-table", test_no_table);
  return g_test_run ();
}
