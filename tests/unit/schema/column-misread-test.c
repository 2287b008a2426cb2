/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-misread.h"

/* A form of code, name and two more columns, the headers of which @recognition read. */
static ZbTable *
make_form (ZbRecognition recognition, const char *third, const char *fourth) {
  const char *const texts[][4] = {
    { "科目编码", "科目名称", "使额", "备注" }, { "301", "工资福利支出", third, fourth },
    { "302", "商品和服务支出", "", "" },
  };
  ZbTable *table = zb_table_new ();

  for (guint row = 0; row < G_N_ELEMENTS (texts); row++)
    for (guint col = 0; col < 4; col++)
      zb_table_add_cell (table, row, col, texts[row][col])->origin.recognition = recognition;
  zb_table_finish (table);
  table->header_rows = 1;
  return table;
}

static void
test_settle (void) {
  static const struct {
    ZbRecognition recognition;
    const char *third, *fourth;
    ZbLabelRole after; /* of the third column */
  } CASES[] = {
    { ZB_RECOGNISED, "12.50", "", ZB_ROLE_VALUE },
    { ZB_RECOGNISED, "见说明", "", ZB_ROLE_SKIP },
    { ZB_RECOGNISED, "12.50", "3", ZB_ROLE_SKIP }, /* either may be it */
    { 0, "12.50", "", ZB_ROLE_SKIP },              /* really printed so */
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbTable) table = make_form (CASES[i].recognition, CASES[i].third, CASES[i].fourth);
    ZbColumn list[] = { { .role = ZB_ROLE_CODE }, { .role = ZB_ROLE_LABEL }, { .role = ZB_ROLE_SKIP },
                        { .role = ZB_ROLE_SKIP } };
    g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (ZbColumn));

    g_array_append_vals (columns, list, G_N_ELEMENTS (list));
    zb_columns_settle_misread (columns, table);
    g_test_message ("case %u", i);
    g_assert_cmpint (g_array_index (columns, ZbColumn, 2).role, ==, CASES[i].after);
    g_assert_cmpint (g_array_index (columns, ZbColumn, 3).role, ==, ZB_ROLE_SKIP);
    g_assert_cmpuint (g_array_index (columns, ZbColumn, 2).flags, ==,
                      CASES[i].after == ZB_ROLE_VALUE ? ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY) : 0);
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/column-misread/settle", test_settle);
  return g_test_run ();
}
