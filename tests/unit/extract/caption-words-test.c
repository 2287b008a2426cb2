/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caption-words.h"

static void
test_read (void) {
  static const struct {
    const char *text, *title, *unit, *form, *department;
  } CASES[] = {
    { "收入明细表", "收入明细表", NULL, NULL, NULL },
    { "三、支出情况表（按科目）", "支出情况表（按科目）", NULL, NULL, NULL },
    { "表1 收支总表", "收支总表", NULL, "表1", NULL },
    { "附表一：收支总表", "收支总表", NULL, "附表一", NULL },
    { "支出明细表—一般公共预算", "支出明细表—一般公共预算", NULL, NULL, NULL },
    { "见支出明细表一般公共预算", NULL, NULL, NULL, NULL }, /* 一 is no dash */
    { "公开05表", NULL, NULL, "公开05表", NULL },
    { "单位：万元", NULL, "万元", NULL, NULL },
    { "（单位:元）", NULL, "元", NULL, NULL },
    { "金额单位：人民币千元", NULL, "千元", NULL, NULL },
    { "编制单位：青石县粮库 单位：元", NULL, "元", NULL, "青石县粮库" },
    { "单位名称：青石县粮库", NULL, NULL, NULL, "青石县粮库" },
    { "有关情况见下表", NULL, NULL, NULL, NULL },
    { "第二部分 部门决算表", NULL, NULL, NULL, NULL },
    { "全年支出较上年下降。", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_auto (ZbCaptionWords) words = zb_caption_words_read (CASES[i].text);

    g_test_message ("%s", CASES[i].text);
    g_assert_cmpstr (words.title, ==, CASES[i].title);
    g_assert_cmpstr (words.unit, ==, CASES[i].unit);
    g_assert_cmpstr (words.form, ==, CASES[i].form);
    g_assert_cmpstr (words.department, ==, CASES[i].department);
  }
}

static void
test_notes (void) {
  g_assert_true (zb_caption_words_is_note ("注：本表以万元为单位。"));
  g_assert_true (zb_caption_words_is_note ("本单位无此类支出，故本表为空表。"));
  g_assert_false (zb_caption_words_is_note ("注册资本增加。"));
  g_assert_true (zb_caption_words_is_item ("2.含结转。"));
  g_assert_false (zb_caption_words_is_item ("2031年收支总表"));
  g_assert_true (zb_caption_words_is_period ("（2031年度）"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/caption-words/read", test_read);
  g_test_add_func ("/extract/caption-words/notes", test_notes);
  return g_test_run ();
}
