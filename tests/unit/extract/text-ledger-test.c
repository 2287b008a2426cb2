/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"
#include "text-grid.h"

#define HEAD "支出决算表\n单位：万元\n项目 合计 基本支出 项目支出 经营支出\n编码 名称\n"
#define HEAD_GRID "项目|^|合计|基本支出|项目支出|经营支出\n编码|名称|^|^|^|^\n"

/* The sentences say the columns of the whole, the sums those of its parts. */
static void
test_sums (void) {
  assert_grid ("支出100万元，其中：基本支出70万元，项目支出为30万元。\n" HEAD
               "合计 100 70 30\n201 教育 60 50 10\n20101 教学 50 50\n20102 修缮 10 10\n205 文化 40 20 20\n",
               HEAD_GRID "|合计|100|70|30|\n201|教育|60|50|10|\n20101|教学|50|50||\n20102|修缮|10||10|\n"
                         "205|文化|40|20|20|\n");
}

/* Without them the totals alone are certain. */
static void
test_loose (void) {
  assert_grid (HEAD "合计 100 70 30\n201 教育 60 60\n205 文化 40 10 20 10\n",
               HEAD_GRID "|合计|100|||\n70 30|^|^|^|^|^\n201|教育|60|||\n60|^|^|^|^|^\n205|文化|40|10|20|10\n");
}

/* Sides are told by their names, or by the numbers of their lines. */
static void
test_sides (void) {
  assert_grid ("收入支出决算总表\n收入 支出\n项目 行次 金额 项目 行次 金额\n栏次 1 栏次 2\n一、拨款 1 9 一、教育 31 8\n"
               "2 二、文化 32 1\n三、其他 3 0.5 33\n本年合计 4 9.5 三、体育 34\n合计 5 合计\n",
               "收入|^|^|支出|^|^\n项目|行次|金额|项目|行次|金额\n栏次||1|栏次||2\n一、拨款|1|9|一、教育|31|8\n"
               "|2||二、文化|32|1\n三、其他|3|0.5||33|\n本年合计|4|9.5|三、体育|34|\n合计 5 合计|^|^|^|^|^\n");
  assert_grid ("收支预算总表\n收入 支出\n项目 金额 项目 金额\n拨款 9 教育 8\n体育 1\n合计 9 合计 9\n",
               "收入|^|支出|^\n项目|金额|项目|金额\n拨款|9|教育|8\n体育 1|^|^|^\n合计|9|合计|9\n");
}

/* Blocks side by side are told by their codes; three stand under two words. */
static void
test_codes (void) {
  assert_grid ("基本支出决算明细表\n人员经费 公用经费\n编码 名称 决算数 编码 名称 决算数 编码 名称 决算数\n"
               "301 工资 5 302 商品 3 310 资本 1\n30101 基本工资 5 30201 办公费 310 资本 1\n30202 印刷费 3\n",
               "人员经费|^|^|公用经费|^|^|^|^|^\n编码|名称|决算数|编码|名称|决算数|编码|名称|决算数\n"
               "301|工资|5|302|商品|3|310|资本|1\n30101|基本工资|5|30201|办公费||310|资本|1\n"
               "|||30202|印刷费|3|||\n");
}

/* The heads of “三公” stand over heads of their own, and rows of another section have other heads. */
static void
test_heads (void) {
  assert_grid ("“三公”经费支出决算表\n预算数 决算数\n合计 因公出国（境）费 公务用车购置及运行费 公务接待费 合计 "
               "因公出国（境）费 公务用车购置及运行费 公务接待费\n小计 购置费 运行费 小计 购置费 运行费\n"
               "9 1 5 0 5 3 8 1 4 0 4 3\n9 3\n",
               "预算数|^|^|^|^|^|决算数|^|^|^|^|^\n合计|因公出国（境）费|公务用车购置及运行费|^|^|公务接待费|合计|"
               "因公出国（境）费|公务用车购置及运行费|^|^|公务接待费\n^|^|小计|购置费|运行费|^|^|^|小计|购置费|运行费|^\n"
               "9|1|5|0|5|3|8|1|4|0|4|3\n9 3|^|^|^|^|^|^|^|^|^|^|^\n");
  assert_grid ("评价基础数据表\n人员情况 编制数 实有数\n46 43\n经费情况 预算数 决算数\n接待费 5 4\n"
               "场所情况 面积\n礼堂 5 4\n车辆情况 编制数 实有数\n轿车 2 1\n",
               "人员情况|编制数|实有数\n46 43|^|^\n经费情况|预算数|决算数\n接待费|5|4\n场所情况 面积|^|^\n"
               "礼堂 5 4|^|^\n车辆情况|编制数|实有数\n轿车|2|1\n");
}

/* Words without places of their own keep their lines as they are. */
static void
test_unknown_head (void) {
  assert_grid ("支出决算表\n甲 乙\n丙 丁 戊\n教育 1 2\n文化 3 4\n", "甲 乙\n丙 丁 戊\n教育 1 2\n文化 3 4\n");
}

/* The words of a head go under those that are known to have them; codes in pieces keep their columns; where a total
 * has two of three parts, the sums down say which. */
static void
test_head_tree (void) {
  assert_grid ("支出预算总表\n单位：元\n项目 支出预算\n科目编码 科目名称 合计 基本支出 项目支出\n类 款 小计 人员经费 "
               "公用经费\n205 教育 60 50 30 20 10\n205 08 培训 50 50 30 20\n205 09 修缮 10 10\n合计 60 50 30 20 10\n",
               "项目|^|^|支出预算|^|^|^|^\n科目编码|^|科目名称|合计|基本支出|^|^|项目支出\n"
               "类|款|^|^|小计|人员经费|公用经费|^\n205||教育|60|50|30|20|10\n205|08|培训|50|50|30|20|\n"
               "205|09|修缮|10||||10\n||合计|60|50|30|20|10\n");
}

/* One cell a line, blanks lost: rows begin with codes, or with names behind amounts. */
static void
test_one_cell_a_line (void) {
  assert_grid ("支出决算表\n单位：万元\n项目\n合计\n基本支出\n项目支出\n科目编码\n科目名称\n合计\n60\n40\n20\n201\n教育\n"
               "40\n40\n205\n文化\n20\n20\n",
               "项目|^|合计|基本支出|项目支出\n科目编码|科目名称|^|^|^\n|合计|60|40|20\n201|教育|40|40|\n205|文化|20||20\n");
  assert_grid ("收支预算总表\n单位：万元\n收入\n支出\n项目\n预算数\n项目\n预算数\n一、拨款\n9\n一、教育支出\n5\n二、事业收入\n"
               "二、文化支出\n4\n三、卫生支出\n收入总计\n9\n支出总计\n9\n",
               "收入|^|支出|^\n项目|预算数|项目|预算数\n一、拨款|9|一、教育支出|5\n二、事业收入||二、文化支出|4\n"
               "||三、卫生支出|\n收入总计|9|支出总计|9\n");
}

/* The last words of a head are no label of the first row, and without the title of a table there is none. */
static void
test_no_cells (void) {
  assert_grid ("人员名册\n项目\n合计\n基本支出\n60\n40\n20\n", "");
  assert_grid ("支出决算表\n项目\n合计\n今年开支情况良好。\n60\n40\n20\n", "");
}

/* As a web page is copied: every cell a paragraph, and between them empty lines, also around the numbers of columns. */
static void
test_paragraphs (void) {
  assert_grid ("收入支出决算总表\n\n单位：万元\n\n收入\n\n支出\n\n项目\n\n行次\n\n金额\n\n项目\n\n行次\n\n金额\n\n栏次\n\n\n1\n\n\n"
               "栏次\n\n\n2\n\n\n一、拨款收入\n\n1\n\n9.5\n\n一、教育支出\n\n29\n\n8\n\n二、事业收入\n\n2\n\n0.5\n\n"
               "二、文化支出\n\n30\n\n2.0\n",
               "收入|^|^|支出|^|^\n项目|行次|金额|项目|行次|金额\n栏次||1|栏次||2\n一、拨款收入|1|9.5|一、教育支出|29|8\n"
               "二、事业收入|2|0.5|二、文化支出|30|2.0\n");
}

/* A head in any order of its words is not taken where the rows do not bear it out; what is left is no prose. */
static void
test_disorder (void) {
  assert_grid ("支出预算表\n单位：万元\n功能分类科目\n预算数\n基本支出\n科目编码\n科目名称\n项目支出\n合计\n小计\n人员经费\n"
               "公用经费\n2050803\n培训支出\n66.25\n66.25\n2070101\n行政运行\n8.68\n8.68\n2070102\n管理事务\n2.41\n2.41\n",
               "科目名称\n项目支出\n合计\n小计\n人员经费\n公用经费\n2050803\n培训支出\n"
               "66.25\n66.25\n2070101\n行政运行\n8.68\n8.68\n2070102\n管理事务\n2.41\n2.41\n");
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-ledger/sums", test_sums);
  g_test_add_func ("/extract/text-ledger/loose", test_loose);
  g_test_add_func ("/extract/text-ledger/sides", test_sides);
  g_test_add_func ("/extract/text-ledger/codes", test_codes);
  g_test_add_func ("/extract/text-ledger/heads", test_heads);
  g_test_add_func ("/extract/text-ledger/unknown-head", test_unknown_head);
  g_test_add_func ("/extract/text-ledger/head-tree", test_head_tree);
  g_test_add_func ("/extract/text-ledger/one-cell-a-line", test_one_cell_a_line);
  g_test_add_func ("/extract/text-ledger/paragraphs", test_paragraphs);
  g_test_add_func ("/extract/text-ledger/disorder", test_disorder);
  g_test_add_func ("/extract/text-ledger/no-cells", test_no_cells);
  return g_test_run ();
}
