/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "function-path.h"

/* The code of the only path in the folded text; "" where it is not listed, NULL where none stands. */
static const char *
find_code (const ZbCatalogue *catalogue, const char *folded, ZbPathContext *context) {
  g_autoptr (GArray) paths = zb_function_paths_find (catalogue, folded, context);

  g_assert_cmpuint (paths->len, <=, 1);
  if (paths->len == 0)
    return NULL;
  return g_array_index (paths, ZbToken, 0).code != NULL ? g_array_index (paths, ZbToken, 0).code
                                                        : "";
}

static void
test_paths (void) {
  static const struct {
    const char *text, *code;
  } CASES[] = {
    { "一般公共服务(类)组织事务(款)行政运行(项)12万元", "2013201" },
    { "1、一般公共服务支出(类)组织事务(款)", "20132" },
    { "用于教育支出(类)12万元", "205" },
    { "公共安全支出(204类)司法(06款)行政运行(01项)", "2040601" },
    { "一般公共服务(类)从未有过的事务(款)", "" },
    { "某某管理的行政单位离退休(项)", "" },
    { "行政运行支出12万元", NULL },
    { "(类似情况)", NULL },
  };
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    ZbPathContext context = { 0 };

    g_assert_cmpstr (find_code (catalogue, CASES[i].text, &context), ==, CASES[i].code);
  }
}

/* A list names the 类 once and goes on with 款 and 项. */
static void
test_context (void) {
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (NULL);
  ZbPathContext context = { 0 };

  g_assert_cmpstr (find_code (catalogue, "一般公共服务(类)", &context), ==, "201");
  g_assert_cmpstr (find_code (catalogue, "1.政协事务(款)行政运行(项)5万元", &context), ==, "2010201");
  g_assert_cmpstr (find_code (catalogue, "2.一般行政管理事务(项)5万元", &context), ==, "2010202");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/function-path/paths", test_paths);
  g_test_add_func ("/schema/function-path/context", test_context);
  return g_test_run ();
}
