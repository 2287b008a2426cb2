/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

/* Tables of which spaces keep the columns apart. */

static ZbDocument *
read_text (const char *text) {
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;
  ZbDocument *document = zb_text_reader.read (bytes, &options, &error);

  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  return document;
}

/* The table @n of the document; NULL where there are fewer. */
static const ZbTable *
find_table (const ZbDocument *document, guint n) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE && n-- == 0)
      return block->table;
  }
  return NULL;
}

/* The document of a text, and its first table, which it must have. */
typedef struct {
  ZbDocument *document;
  const ZbTable *table; /* borrowed */
} Print;

static Print
open_print (const char *text) {
  Print print = { .document = read_text (text) };

  print.table = find_table (print.document, 0);
  g_assert_nonnull (print.table);
  return print;
}

static void
print_clear (Print *print) {
  zb_document_free (print->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Print, print_clear)

static void
assert_cell (const ZbTable *table, guint row, guint col, const char *text) {
  g_assert_cmpstr (zb_table_lookup (table, row, col)->text, ==, text);
}

/* As `pdftotext -layout` writes: every character has one place, cells are one space apart, numbers to the right of
 * what heads them, and a column without a number. */
static void
test_by_characters (void) {
  g_auto (Print) print = open_print ("                 收入决算表\n"
                 "                                                      单位：万元\n"
                 "项目                                                附属单位上缴收\n"
                 "                   本年收入合计     财政拨款收入    事业收入               其他收入\n"
                 "科目编码     科目名称                                        入\n"
                 "         栏次           1           2         3      4        5\n"
                 "         合计                 42.65     38.75                     3.90\n"
                 "201      一般公共服务支出           40.15     36.25                     3.90\n"
                 "         机关事业单位养老保险\n"
                 "2080505                      2.50      2.50\n"
                 "         缴费\n");
  const ZbTable *table = print.table;

  g_assert_cmpuint (table->cols, ==, 7);
  g_assert_cmpuint (table->header_rows, ==, 3);
  assert_cell (table, 0, 0, "项目");
  assert_cell (table, 1, 1, "科目名称");
  assert_cell (table, 0, 5, "附属单位上缴收入");
  assert_cell (table, 3, 2, "42.65");
  assert_cell (table, 3, 6, "3.90");
  assert_cell (table, 4, 3, "36.25");
  assert_cell (table, 4, 4, "");
  assert_cell (table, 5, 1, "机关事业单位养老保险缴费");
  assert_cell (table, 5, 2, "2.50");
  g_assert_cmpuint (table->rows, ==, 6);
  g_assert_true (zb_table_lookup (table, 5, 2)->flags & ZB_CELL_COLUMN_INFERRED);
  g_assert_true (zb_table_lookup (table, 5, 1)->flags & ZB_CELL_JOINED);
}

/* Programs that know of Chinese characters give them two places. */
static void
test_by_width (void) {
  g_auto (Print) print = open_print ("支出决算表\n单位：元\n"
                 "项目                  合计    基本支出    项目支出\n"
                 "一、教育支出         12.00       10.00        2.00\n"
                 "二、文化旅游支出      8.00                    8.00\n"
                 "三、其他              1.00        1.00\n"
                 "合计                 21.00       11.00       10.00\n");
  const ZbTable *table = print.table;

  g_assert_cmpuint (table->cols, ==, 4);
  assert_cell (table, 2, 2, "");
  assert_cell (table, 2, 3, "8.00");
  assert_cell (table, 3, 2, "1.00");
  assert_cell (table, 3, 3, "");
}

/* Two sides a space apart, and rows that reach a place under those of others. */
static void
test_sides (void) {
  g_auto (Print) print = open_print ("收入支出决算总表\n单位：万元\n"
                 "            收入                           支出\n"
                 "       项目     行次    决算数             项目     行次     决算数\n"
                 "一、财政拨款收入      1   2998.75 一、一般公共服务支出      28   2354.50\n"
                 "二、事业收入        2           二、外交支出          29\n"
                 "本年收入合计        3   2998.75 本年支出合计          30   2354.50\n"
                 "年初结转和结余       4     40.18 年末结转和结余         31    684.43\n"
                 "总计            5   3038.93 总计              32   3038.93\n");
  const ZbTable *table = print.table;

  g_assert_cmpuint (table->cols, ==, 6);
  assert_cell (table, 0, 0, "收入");
  g_assert_cmpuint (zb_table_lookup (table, 0, 0)->colspan, ==, 3);
  assert_cell (table, 2, 2, "2998.75");
  assert_cell (table, 2, 3, "一、一般公共服务支出");
  assert_cell (table, 3, 2, "");
  assert_cell (table, 3, 3, "二、外交支出");
  assert_cell (table, 5, 5, "684.43");
}

/* The numbers of the second column stand as well under one word as under the next, and no sum tells: they go into
 * no column. */
static void
test_uncertain (void) {
  g_auto (Print) print = open_print ("政府性基金预算支出表\n单位：万元\n"
                 "科目编码       科目名称            合计     基本支出   项目支出\n"
                 "2070799    其他专项资金支出   6,389.000000   6,389.000000\n"
                 "2070801    其他文物支出       1,011.500000   1,011.500000\n"
                 "           合计               7,400.500000   7,400.500000\n");
  const ZbTable *table = print.table;
  guint whole = 0;

  g_assert_cmpuint (table->cols, ==, 5);
  for (guint row = 1; row < table->rows; row++)
    if (zb_table_lookup (table, row, 0)->colspan == 1) {
      assert_cell (table, row, 3, "");
      assert_cell (table, row, 4, "");
    } else
      whole++;
  g_assert_cmpuint (whole, ==, 3);
}

/* The header stands again on the next page. */
static void
test_pages (void) {
  g_auto (Print) print = open_print ("支出决算表\n单位：元\n"
                 "项目                  合计    基本支出    项目支出\n"
                 "一、教育支出         12.00       10.00        2.00\n"
                 "二、文化旅游支出      8.00        3.00        5.00\n"
                 "三、其他              1.00        1.00        0.00\n\n\n          — 3 —\n"
                 "\f项目                  合计    基本支出    项目支出\n"
                 "四、卫生             12.00       10.00        2.00\n"
                 "五、农林水            8.00        3.00        5.00\n"
                 "六、住房              1.00        1.00        0.00\n\n\n          — 4 —\n");
  const ZbTable *table = print.table;

  g_assert_cmpuint (table->rows, ==, 7);
  assert_cell (table, 4, 0, "四、卫生");
  assert_cell (table, 6, 3, "0.00");
  g_assert_null (find_table (print.document, 1));
}

#define HEADED_PAGE                                             \
  "支出预算表\n单位：万元\n"                                      \
  "科目编码    科目名称        合计    基本支出    项目支出\n"      \
  "2050803     培训支出       12.00       10.00        2.00\n"      \
  "2070101     行政运行        8.00        8.00        0.00\n"      \
  "2070102     机关服务        9.00        3.00        6.00\n\f"

/* The next page has no head, its columns other places, and one of them no amount: the sums tell which. */
static void
test_headless_page (void) {
  g_auto (Print) print = open_print (HEADED_PAGE "2070103  文化活动    11.00    7.00    4.00\n"
                                                 "2070104  出版发行    10.00             10.00\n"
                                                 "2070105  版权管理     5.00             5.00\n");

  g_assert_cmpuint (print.table->rows, ==, 7);
  assert_cell (print.table, 4, 3, "7.00");
  assert_cell (print.table, 5, 3, "");
  assert_cell (print.table, 6, 4, "5.00");
  g_assert_true (zb_table_lookup (print.table, 6, 4)->flags & ZB_CELL_COLUMN_INFERRED);
}

/* They do not where every row has its whole in one column. */
static void
test_uncertain_page (void) {
  g_auto (Print) print = open_print (HEADED_PAGE "2070103  文化活动    11.00    11.00\n"
                                                 "2070104  出版发行    10.00    10.00\n"
                                                 "2070105  版权管理     5.00     5.00\n");

  g_assert_cmpuint (print.table->rows, ==, 4);
}

/* Words of the head alone in their lines. */
static void
test_lone_heads (void) {
  g_auto (Print) print = open_print ("支出情况表\n单位：万元\n"
                                     "                            一般公共预算支出\n"
                                     "    功能科目名称\n"
                                     "                       小计     基本支出    项目支出\n"
                                     "[205]教育支出         12.00       10.00        2.00\n"
                                     "[207]文化支出          8.00        3.00        5.00\n"
                                     "[208]其他支出          1.00        1.00        0.00\n");

  assert_cell (print.table, 0, 0, "功能科目名称");
  assert_cell (print.table, 0, 1, "一般公共预算支出");
  assert_cell (print.table, 1, 3, "项目支出");
  assert_cell (print.table, 2, 3, "2.00");
}

/* Two rows, of which nothing tells the columns, are no prose. */
static void
test_rest_of_page (void) {
  g_auto (Print) print = open_print ("\f[312]对企业补助                                   41,939.63\n"
                                     " [31299]其他对企业补助                              41,939.63\n");

  g_assert_cmpuint (print.table->rows, ==, 2);
  g_assert_cmpuint (print.table->cols, ==, 1);
}

/* Sentences with gaps are none. */
static void
test_prose (void) {
  g_autoptr (ZbDocument) document
    = read_text ("  本年收入 3066.00 万元，其中：  财政拨款收入 3023.95 万元，\n"
                 "事业收入  30.00 万元，其他收入  12.05 万元。收入预算比上年\n"
                 "增加  172.36 万元，增长  5.96 %。\n");

  g_assert_null (find_table (document, 0));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-print/by-characters", test_by_characters);
  g_test_add_func ("/extract/text-print/by-width", test_by_width);
  g_test_add_func ("/extract/text-print/sides", test_sides);
  g_test_add_func ("/extract/text-print/uncertain", test_uncertain);
  g_test_add_func ("/extract/text-print/pages", test_pages);
  g_test_add_func ("/extract/text-print/headless-page", test_headless_page);
  g_test_add_func ("/extract/text-print/uncertain-page", test_uncertain_page);
  g_test_add_func ("/extract/text-print/lone-heads", test_lone_heads);
  g_test_add_func ("/extract/text-print/rest-of-page", test_rest_of_page);
  g_test_add_func ("/extract/text-print/prose", test_prose);
  return g_test_run ();
}
