/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "label.h"

static void
test_fold (void) {
  static const struct {
    const char *text, *folded;
  } CASES[] = {
    { "一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入" },
    { "（二）政府性基金预算", "政府性基金预算" },
    { "1. 一般公共预算", "一般公共预算" },
    { "其中：（一）因公出国（境）费", "因公出国(境)费" },
    { "1、公务用车购置和维护经费", "公务用车购置和维护经费" },
    { "二十九、其他支出", "其他支出" },
    { "上二、农林水支出", "农林水支出" }, /* misread */
    { "二上一、其他支出", "其他支出" },
    { "“、预算拨款", "预算拨款" },
    { "上缴上级支出", "上缴上级支出" },
    { "上级补助、其他收入", "上级补助、其他收入" },
    { "三公经费", "三公经费" },
    { "实际规模 （㎡）", "实际规模" },
    { "项目支出：", "项目支出" },
    { "（一）", "(一)" }, /* nothing would be left */
    { "１．５倍", "1.5倍" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *folded = zb_label_fold (CASES[i].text);

    g_assert_cmpstr (folded, ==, CASES[i].folded);
  }
}

static void
test_year (void) {
  static const struct {
    const char *text;
    guint base, year;
  } CASES[] = {
    { "2023年决算数", 2024, 2023 }, { "２０２４ 年预算数", 2024, 2024 },
    { "上年决算数", 2024, 2023 },   { "上年结转", 2024, 0 },
    { "决算数", 2024, 0 },          { "12年", 2024, 0 },
    { "第2100年", 2024, 0 },        { "二〇二四年度单位决算", 0, 2024 },
    { "二○二三年", 0, 2023 },       { "一九九八年预算", 0, 1998 },
    { "二十四年", 2024, 0 },        { "三年", 2024, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (zb_label_year (CASES[i].text, CASES[i].base), ==, CASES[i].year);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/label/fold", test_fold);
  g_test_add_func ("/schema/label/year", test_year);
  return g_test_run ();
}
