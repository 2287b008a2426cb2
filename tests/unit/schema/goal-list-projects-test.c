/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-list-projects.h"

typedef struct {
  guint page;
  const char *name, *amount, *goal;
} Row;

static ZbTable *
make_table (const Row *rows, guint count) {
  ZbTable *table = zb_table_new ();

  for (guint row = 0; row < count; row++) {
    const char *texts[] = { rows[row].name, rows[row].amount, rows[row].goal };

    for (guint col = 0; col < G_N_ELEMENTS (texts); col++)
      zb_table_add_cell (table, row, col, texts[col])->origin.page = rows[row].page;
  }
  zb_table_finish (table);
  return table;
}

static GPtrArray *
find (const Row *rows, guint count) {
  g_autoptr (ZbTable) table = make_table (rows, count);
  g_autoptr (GArray) funds = g_array_new (FALSE, FALSE, sizeof (guint));
  const ZbGoalColumns columns = { 0, 2, funds };
  guint amount = 1;

  g_array_append_val (funds, amount);
  return zb_goal_projects_find (table, 0, &columns);
}

/* The last project before a page break and the first words behind it. */
static void
test_cut (void) {
  static const struct {
    Row before, after;
    guint projects;
    const char *name;
    ZbFlags flags;
  } CASES[] = {
    /* the line in the middle stands on both pages */
    { { 1, "河道清淤与水质", "5.00", "" }, { 2, "与水质监测", "5.00", "" }, 1, "河道清淤与水质监测",
      ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED) },
    { { 1, "河道清淤", "5.00", "完成全部河段清淤" }, { 2, "监测", "5.00", "全部河段清淤任务" }, 1,
      "河道清淤监测", ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED) },
    /* the amounts stand on one of them */
    { { 1, "河道清淤", "", "" }, { 2, "监测项目", "5.00", "" }, 1, "河道清淤监测项目",
      ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED) },
    { { 1, "河道清淤项目", "5.00", "" }, { 2, "", "", "" }, 1, "河道清淤项目", 0 },
    { { 1, "", "", "" }, { 2, "河道清淤项目", "5.00", "" }, 1, "河道清淤项目", 0 },
    /* names of this list begin with a code */
    { { 1, "33000022T0001-河道", "5.00", "" }, { 2, "清淤", "5.00", "" }, 1, "33000022T0001-河道清淤",
      ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED) },
    { { 1, "33000022T0001-河道", "5.00", "" }, { 2, "33000022T0002-清淤", "5.00", "" }, 2,
      "33000022T0001-河道", 0 },
    { { 1, "33000022T00", "5.00", "" }, { 2, "33000022T0001-河道", "5.00", "" }, 1,
      "33000022T0001-河道", ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED) },
    /* nothing proves it */
    { { 1, "河道清淤", "5.00", "完成" }, { 2, "监测项目", "5.00", "" }, 2, "河道清淤",
      ZB_FLAG_BIT (ZB_FLAG_CUT_OFF) },
    { { 1, "河道清淤", "5.00", "" }, { 2, "监测项目", "6.00", "" }, 2, "河道清淤", 0 },
    { { 1, "河道清淤", "5.00", "" }, { 1, "清淤监测", "5.00", "" }, 2, "河道清淤", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    const Row rows[] = { { CASES[i].before.page, "测试", "1.00", "测试" },
                         CASES[i].before, CASES[i].after };
    g_autoptr (GPtrArray) projects = find (rows, G_N_ELEMENTS (rows));
    const ZbGoalProject *project = g_ptr_array_index (projects, 1);

    g_assert_cmpuint (projects->len, ==, CASES[i].projects + 1);
    g_assert_cmpstr (project->name, ==, CASES[i].name);
    g_assert_cmpuint (project->flags, ==, CASES[i].flags);
  }
}

static void
test_goal_over_pages (void) {
  static const Row ROWS[] = { { 1, "清淤项目", "5.00", "完成全部河段的清淤，" },
                              { 2, "", "", "河段的清淤，改善水质。" } };
  g_autoptr (GPtrArray) projects = find (ROWS, 2);
  const ZbGoalProject *project = g_ptr_array_index (projects, 0);

  g_assert_cmpuint (projects->len, ==, 1);
  g_assert_cmpstr (project->goal, ==, "完成全部河段的清淤，改善水质。");
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/goal-list-projects/cut", test_cut);
  g_test_add_func ("/schema/goal-list-projects/goal-over-pages", test_goal_over_pages);
  return g_test_run ();
}
