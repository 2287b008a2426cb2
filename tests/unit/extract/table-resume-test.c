/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

static void
add_table (ZbDocument *document, const char *grid) {
  ZbTable *table = zb_table_new ();
  g_auto (GStrv) rows = g_strsplit (grid, "\n", -1);

  for (guint row = 0; rows[row] != NULL; row++) {
    g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);

    for (guint col = 0; cells[col] != NULL; col++)
      zb_table_add_cell (table, row, col, cells[col]);
  }
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
}

/* The rows of the tables that remain of @first, @second, and of a third one that is like neither. */
static void
assert_rows (const char *first, const char *second, ZbTextOrigin origin, const char *expected) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (GString) rows = g_string_new (NULL);

  document->text_origin = origin;
  add_table (document, first);
  add_table (document, second);
  g_ptr_array_add (document->blocks, zb_block_new (ZB_BLOCK_PARAGRAPH, "后", NULL));
  zb_tables_resume (document);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    g_string_append_printf (rows, "%u ", block->table != NULL ? block->table->rows : 0);
  }
  g_assert_cmpstr (rows->str, ==, expected);
}

#define FIRST "项目|金额\n甲|1.00\n乙|2.00"

static void
test_resumes (void) {
  assert_rows (FIRST, "丙|3.00\n合计|6.00", ZB_TEXT_ORIGIN_DIGITAL, "5 0 ");
}

static void
test_stays_apart (void) {
  assert_rows (FIRST, "丙|3.00\n合计|6.00", ZB_TEXT_ORIGIN_OCR_EXTERNAL, "3 2 0 ");
  assert_rows (FIRST, "项目|金额\n丙|3.00", ZB_TEXT_ORIGIN_DIGITAL, "3 2 0 ");
  assert_rows (FIRST, "3.00|丙\n6.00|合计", ZB_TEXT_ORIGIN_DIGITAL, "3 2 0 ");
  assert_rows (FIRST, "丙|3.00|4.00\n合计|6.00|8.00", ZB_TEXT_ORIGIN_DIGITAL, "3 2 0 ");
  assert_rows ("甲|1.00\n乙|2.00", "丙|3.00\n丁|4.00", ZB_TEXT_ORIGIN_DIGITAL, "2 2 0 ");
  assert_rows (FIRST, "甲|4.00\n乙|5.00", ZB_TEXT_ORIGIN_DIGITAL, "3 2 0 ");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/table-resume/resumes", test_resumes);
  g_test_add_func ("/extract/table-resume/stays-apart", test_stays_apart);
  return g_test_run ();
}
