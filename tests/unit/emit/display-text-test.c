/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display-text.h"

#include "grid-text.h"
#include "sample-report.h"

static void
test_clean (void) {
  static const struct {
    const char *text, *clean;
  } cases[] = {
    { NULL, "" },
    { "收入\n合计\t", "收入 合计 " },
    { "\033[31mred", "\xEF\xBF\xBD[31mred" },
    { "a\xC2\x9B" "b", "a\xEF\xBF\xBD" "b" },                 /* the 8-bit CSI */
    { "\xE2\x80\xAE" "01", "\xEF\xBF\xBD" "01" },             /* right-to-left override */
    { "a\xFF", "a\xEF\xBF\xBD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *clean = zb_display_text_clean (cases[i].text);

    g_assert_cmpstr (clean, ==, cases[i].clean);
  }
}

static void
test_fit (void) {
  static const struct {
    const char *text;
    guint width;
    gboolean right;
    const char *fitted;
  } cases[] = {
    { "收入", 6, FALSE, "收入  " }, { "收入", 6, TRUE, "  收入" },  { "收入合计", 5, FALSE, "收入…" },
    { "收入合计", 6, FALSE, "收入… " }, { "e\xCC\x81", 2, FALSE, "e\xCC\x81 " }, { "abc", 3, TRUE, "abc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *fitted
      = zb_display_text_fit (cases[i].text, cases[i].width, cases[i].right);

    g_assert_cmpstr (fitted, ==, cases[i].fitted);
    g_assert_cmpuint (zb_display_text_width (fitted), ==, cases[i].width);
  }
}

static void
test_take_line (void) {
  const char *rest = "一二三四";
  g_autofree char *first = zb_display_text_take_line (&rest, 5);
  g_autofree char *second = zb_display_text_take_line (&rest, 5);
  const char *wide = "一";
  g_autofree char *narrow = zb_display_text_take_line (&wide, 1); /* must move on all the same */

  g_assert_cmpstr (first, ==, "一二 ");
  g_assert_cmpstr (second, ==, "三四 ");
  g_assert_cmpstr (rest, ==, "");
  g_assert_cmpstr (narrow, ==, "一");
}

static char *
draw (const ZbTable *table) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (stream);

  zb_grid_text_append (sink, table);
  g_assert_true (zb_text_sink_finish (sink, NULL));
  return sample_text_steal (stream);
}

static void
test_grid (void) {
  g_autoptr (ZbTable) table = zb_table_new ();
  g_autofree char *text = NULL;

  zb_table_add_cell (table, 0, 0, "科目")->rowspan = 2;
  zb_table_add_cell (table, 0, 1, "合并的表头")->colspan = 2;
  zb_table_add_cell (table, 1, 1, "a");
  zb_table_add_cell (table, 1, 2, "b");
  zb_table_add_cell (table, 2, 0, "一二三四五六七八九十一二三四五六七");
  zb_table_add_cell (table, 2, 1, "1.5");
  zb_table_finish (table);
  table->header_rows = 2;
  text = draw (table);
  g_assert_cmpstr (text, ==,
                   "+----------------------------------+------+------+\n"
                   "| 科目                             | 合并的表头  |\n"
                   "|                                  | a    | b    |\n"
                   "+----------------------------------+------+------+\n"
                   "| 一二三四五六七八九十一二三四五六 | 1.5  |      |\n"
                   ": 七                               :      :      :\n"
                   "+----------------------------------+------+------+\n");
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/emit/display-text/clean", test_clean);
  g_test_add_func ("/emit/display-text/fit", test_fit);
  g_test_add_func ("/emit/display-text/take-line", test_take_line);
  g_test_add_func ("/emit/grid-text/spans-and-wrapping", test_grid);
  return g_test_run ();
}
