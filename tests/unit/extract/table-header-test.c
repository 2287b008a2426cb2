/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

/* "<" goes on with the cell to the left, "^" with the one above. */
static guint
count_header (const char *grid) {
  g_autoptr (ZbTable) table = zb_table_new ();
  g_auto (GStrv) rows = g_strsplit (grid, "\n", -1);

  for (guint row = 0; rows[row] != NULL; row++) {
    g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);

    for (guint col = 0; cells[col] != NULL; col++) {
      for (guint i = 0; i < table->cells->len; i++) {
        ZbCell *cell = g_ptr_array_index (table->cells, i);

        if (g_str_equal (cells[col], "<") && cell->row == row
            && cell->col + cell->colspan == col)
          cell->colspan++;
        if (g_str_equal (cells[col], "^") && cell->col == col
            && cell->row + cell->rowspan == row)
          cell->rowspan++;
      }
      if (!g_str_equal (cells[col], "<") && !g_str_equal (cells[col], "^"))
        zb_table_add_cell (table, row, col, cells[col]);
    }
  }
  zb_table_finish (table);
  zb_table_mark_header (table);
  return table->header_rows;
}

static void
test_counts (void) {
  static const struct {
    const char *grid;
    guint header;
  } CASES[] = {
    { "项目|金额\n甲|1.00", 1 },
    { "收入|<|支出|<\n项目|金额|项目|金额\n甲|1.00|乙|", 2 },
    { "科目|<|合计\n编码|名称|^\n501|甲|1.00", 2 },
    { "项目|2024年|2023\n甲|1|2", 1 },
    { "项目|金额\n栏次|1\n甲|5.00", 1 },
    { "项目|收入|支出\n栏次|1|2\n甲|5.00|6.00", 2 },
    { "501|甲|1.00\n502|乙|2.00", 0 },
    { "年末结余||分配|\n总计|1.00|总计|1.00", 0 },
    { "序号|名称\n1|某单位", 1 },
    { "科目|名称|合计\n无||\n合计||", 1 },
    { "合计|出国费|接待费|公务用车|<|<\n|||小计|购置费|运行费\n5|0|2|3|0|3", 2 },
    { "合计|出国费|接待费|住宿费|公务用车|<\n无||||小计|\n5|0|2|0|3|0", 1 },
    { "收支总表|<|<|<\n收入|<|支出|<\n项目|金额|项目|金额\n甲|1.00|乙|2.00", 3 },
    { "收支总表|<|<|<\n部门：甲局|<|单位：万元|<\n收入|<|支出|<\n项目|金额|项目|金额\n甲|1.00|乙|2.00", 4 },
    { "甲局决算公开|<|<\n收支总表|<|<\n||公开01表\n项目|金额|备注\n甲|1.00|", 4 },
    { "收支总表|\n部门：甲局|单位：元\n项目|金额\n甲|1.00", 3 },
    { "甲局概况|<\n项目|<\n甲|1.00", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_test_message ("%s", CASES[i].grid);
    g_assert_cmpuint (count_header (CASES[i].grid), ==, CASES[i].header);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-header/counts", test_counts);
  return g_test_run ();
}
