/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"
#include "text-grid.h"
#include "text-indicator-columns.h"

#define HEAD "一级指标 二级指标 三级指标 指标性质 指标值 计量单位 完成值 权重 得分 原因分析\n"
#define HEAD_GRID "一级指标|二级指标|三级指标|指标性质|指标值|计量单位|完成值|权重|得分|原因分析\n"
#define ROWS \
  "产出指标 数量指标 维护系统数量 ≥ 12 个 12 20 20\n质量指标 系统可用率 ≥ 99.5 % 99.7 20 20\n" \
  "效益指标 社会效益指标 服务能力 定性 优良中低差 良好 30 28\n满意度指标 服务对象满意度指标 用户满意度 ≥ 95 % 92 20 18 样本少\n" \
  "合计 90 86\n"
#define ROWS_GRID \
  "产出指标|数量指标|维护系统数量|≥|12|个|12|20|20|\n|质量指标|系统可用率|≥|99.5|%|99.7|20|20|\n" \
  "效益指标|社会效益指标|服务能力|定性|优良中低差||良好|30|28|\n" \
  "满意度指标|服务对象满意度指标|用户满意度|≥|95|%|92|20|18|样本少\n合计|||||||90|86|\n"

static void
test_rows (void) {
  assert_grid (HEAD ROWS, HEAD_GRID ROWS_GRID);
}

/* The words of all rows one a line, with and without empty lines between them. */
static void
test_cells (void) {
  g_autofree char *cells = g_strdelimit (g_strdup (HEAD ROWS), " ", '\n');
  g_auto (GStrv) lines = g_strsplit (cells, "\n", -1);
  g_autofree char *spaced = g_strjoinv ("\n\n", lines);

  assert_grid (cells, HEAD_GRID ROWS_GRID);
  assert_grid (spaced, HEAD_GRID ROWS_GRID);
}

/* Of one number nothing tells whether it is the weight, but that all such together are 100; of two, nothing does. */
static void
test_weights (void) {
  assert_grid (HEAD "产出指标 数量指标 甲 ≥ 3 个 60\n效益指标 社会效益指标 乙 ≥ 9 % 40\n",
               HEAD_GRID "产出指标|数量指标|甲|≥|3|个||60||\n效益指标|社会效益指标|乙|≥|9|%||40||\n");
  assert_grid (HEAD "产出指标 数量指标 甲 ≥ 3 个 60\n效益指标 社会效益指标 乙 ≥ 9 % 30 30\n",
               HEAD_GRID "产出指标 数量指标 甲 ≥ 3 个 60|^|^|^|^|^|^|^|^|^\n"
                         "效益指标 社会效益指标 乙 ≥ 9 % 30 30|^|^|^|^|^|^|^|^|^\n");
}

/* A bar behind every cell tells the blanks. */
static void
test_bars (void) {
  assert_grid ("一级指标 |\n二级指标 |\n三级指标 |\n指标性质 |\n指标值 |\n度量单位 |\n完成值 |\n权重 |\n"
               "产出指标 |\n数量指标 |\n甲 |\n= |\n100 |\n% |\n|\n60 |\n效益指标 |\n社会效益指标 |\n乙 |\n= |\n100 |\n% |\n99 |\n|\n",
               "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重\n产出指标|数量指标|甲|=|100|%||60\n"
               "效益指标|社会效益指标|乙|=|100|%|99|\n");
}

/* Every line of the data file is read, and means what it says. */
static void
test_every_line (void) {
  static const char *const KINDS[] = { "", "level", "name", "relation", "value", "unit", "number", "words" };
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  g_assert_true (zb_text_indicator_columns_load (&error));
  g_assert_true (g_file_get_contents (TEST_DATA "/../extract/indicator-columns.tsv", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_assert_cmpuint (g_strv_length (fields), ==, 2);
    g_assert_cmpstr (KINDS[zb_text_indicator_columns_lookup (fields[0])], ==, fields[1]);
    seen++;
  }
  g_assert_cmpuint (seen, >, 0);
  g_assert_cmpint (zb_text_indicator_columns_lookup ("权重（90分）"), ==, ZB_INDICATOR_COLUMN_NUMBER);
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-indicator-table/rows", test_rows);
  g_test_add_func ("/extract/text-indicator-table/cells", test_cells);
  g_test_add_func ("/extract/text-indicator-table/weights", test_weights);
  g_test_add_func ("/extract/text-indicator-table/bars", test_bars);
  g_test_add_func ("/extract/text-indicator-table/every-line", test_every_line);
  return g_test_run ();
}
