/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-goal-list.h"

/* One row of a list of projects, on @page. */
static ZbTable *
make_row (guint page, const char *level1, const char *level2) {
  ZbTable *table = zb_table_new ();

  zb_table_add_page (table, page);
  zb_table_add_cell (table, 0, 1, level1);
  zb_table_add_cell (table, 0, 2, level2);
  zb_table_add_cell (table, 0, 3, "3");
  zb_table_finish (table);
  return table;
}

static void
test_continues (void) {
  static const struct {
    guint page;
    const char *level1, *level2, *title;
    guint cols;
    gboolean continues;
  } CASES[] = {
    { 5, "产出指标", "数量指标", NULL, 4, TRUE },
    { 6, "产出指标", "数量指标", NULL, 4, FALSE },           /* a page lies between */
    { 4, "产出指标", "数量指标", NULL, 4, FALSE },           /* on the same page */
    { 5, "基本支出", "人员经费", NULL, 4, FALSE },           /* another form */
    { 5, "产出指标", "数量指标", "项目绩效目标表", 4, FALSE }, /* begins anew */
    { 5, "产出指标", "数量指标", NULL, 5, FALSE },           /* of other columns */
  };
  g_autoptr (ZbTable) before = make_row (4, "产出指标", "质量指标");

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbTable) table = make_row (CASES[i].page, CASES[i].level1, CASES[i].level2);

    table->title = g_strdup (CASES[i].title);
    table->cols = CASES[i].cols;
    g_assert_cmpint (zb_goal_list_continues (table, before), ==, CASES[i].continues);
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/goal-list/continues", test_continues);
  return g_test_run ();
}
