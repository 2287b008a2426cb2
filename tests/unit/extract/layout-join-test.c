/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include "diagnostic.h"

/* A page of 800 points with a table of four columns, from @top to @bottom, under the same header. */
static ZbPageLayout *
make_page (guint number, double top, double bottom, gboolean header) {
  static const char *const TEXTS[2][4] = { { "项目", "总额", "目标", "指标" }, { "甲", "1.00", "乙", "丙" } };
  ZbPageLayout *page = g_new0 (ZbPageLayout, 1);
  ZbFoundTable *found = g_new0 (ZbFoundTable, 1);

  page->page = found->page = number;
  page->width = 600;
  page->height = 800;
  page->lines = g_ptr_array_new ();
  page->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_found_table_free);
  found->table = zb_table_new ();
  found->box = (ZbBox) { 100, top, 300, bottom };
  found->xs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint row = 0; row < 2; row++)
    for (guint col = 0; col < 4; col++)
      zb_table_add_cell (found->table, row, col, TEXTS[header ? row : 1][col])->origin.page = number;
  for (double x = 100; x <= 300; x += 50) /* of the column lines, in points */
    g_array_append_val (found->xs, x);
  zb_table_finish (found->table);
  zb_table_add_page (found->table, number);
  g_ptr_array_add (page->tables, found);
  return page;
}

static void
test_words_at_the_edge (void) {
  static const struct {
    gboolean header;        /* is repeated on the second page */
    double below, above;    /* where a line begins below the first table, above the second; 0: none */
    const char *text;
    gboolean joined;
  } CASES[] = {
    { FALSE, 0, 0, "", TRUE },
    { TRUE, 702, 0, "清淤", TRUE },   /* what is cut off the last cell */
    { FALSE, 702, 0, "清淤", FALSE }, /* it may as well be a note */
    { TRUE, 0, 94, "清淤", TRUE },    /* the edge runs through it */
    { TRUE, 0, 80, "。", TRUE },
    { TRUE, 0, 80, "另一张表", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GPtrArray) pages = g_ptr_array_new ();
    g_autoptr (GPtrArray) diagnostics = zb_diagnostics_new ();
    ZbPageLayout *first = make_page (1, 100, 700, TRUE);
    ZbPageLayout *second = make_page (2, 100, 700, CASES[i].header);
    ZbLine line = { .text = (char *) CASES[i].text };
    double y = CASES[i].below > 0 ? CASES[i].below : CASES[i].above;

    line.box = (ZbBox) { 100, y, 140, y + 8 };
    if (y > 0)
      g_ptr_array_add (CASES[i].below > 0 ? first->lines : second->lines, &line);
    g_ptr_array_add (pages, first);
    g_ptr_array_add (pages, second);
    zb_page_layout_join_tables (pages, diagnostics);
    g_assert_cmpint (((ZbFoundTable *) g_ptr_array_index (second->tables, 0))->table == NULL, ==,
                     CASES[i].joined);
    zb_page_layout_free (first);
    zb_page_layout_free (second);
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/layout-join/words-at-the-edge", test_words_at_the_edge);
  return g_test_run ();
}
