/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-prose.h"

static void
test_read (void) {
  static const struct {
    const char *text, *level1[2], *level2[2], *name[2], *target[2];
    guint count;
  } CASES[] = {
    { "1、1－产出指标，11－数量指标，简报期数；实施周期指标值：≥24期，年度指标值：≥12期；2、2－效益指标，22－社会效益，"
      "投诉办结率；实施周期指标值：95%，年度指标值：≥90%;",
      { "产出指标", "效益指标" }, { "数量指标", "社会效益" }, { "简报期数", "投诉办结率" },
      { "≥12期", "≥90%" }, 2 },
    { "1.1-产出指标；13-时效指标；响应时间.；实施周期指标值:＜5秒；年度指标值:＜5秒。3、3-满意度指标；"
      "31-服务对象满意度；满意度（%）；实施周期指标值:≥98%",
      { "产出指标", "满意度指标" }, { "时效指标", "服务对象满意度" }, { "响应时间.", "满意度（%）" },
      { "＜5秒", "≥98%" }, 2 },
    { "1、1－产出指标，12－质量指标，制度；实施周期指标值：合规得满分，不合规不得分。年度指标值：合规，且有记录；",
      { "产出指标" }, { "质量指标" }, { "制度" }, { "合规，且有记录" }, 1 },
    { "3－本期没有指标，12期简报", { NULL }, { NULL }, { NULL }, { NULL }, 0 },
    { "", { NULL }, { NULL }, { NULL }, { NULL }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GPtrArray) rows = zb_goal_prose_read (CASES[i].text);

    g_assert_cmpuint (rows->len, ==, CASES[i].count);
    for (guint k = 0; k < rows->len; k++) {
      const ZbEvaluationRow *row = g_ptr_array_index (rows, k);

      g_assert_cmpuint (row->number, ==, k + 1);
      g_assert_cmpstr (row->level1, ==, CASES[i].level1[k]);
      g_assert_cmpstr (row->level2, ==, CASES[i].level2[k]);
      g_assert_cmpstr (row->level3, ==, CASES[i].name[k]);
      g_assert_cmpstr (row->target.raw, ==, CASES[i].target[k]);
    }
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/goal-prose/read", test_read);
  return g_test_run ();
}
