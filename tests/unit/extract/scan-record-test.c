/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-record.h"

#include <math.h>

static ZbScanPage *
new_page (void) {
  ZbScanPage *page = zb_scan_page_new_problem (NULL);
  ZbGlyph glyph = { 0x8BA1, FALSE, 10.5, { 1, 2, 3, 4 }, 0,
                    ZB_RECOGNISED | ZB_RECOGNISED_UNSURE };
  ZbRuling ruling = { TRUE, 10, 20, 30 };

  page->content = zb_page_content_new (7, 595, 842);
  g_array_append_val (page->content->glyphs, glyph);
  g_array_append_val (page->content->rulings, ruling);
  page->pose = (ZbScanPose){ 1, 0.01, 595, 842 };
  page->seals = 2;
  page->lines = 1;
  return page;
}

static void
test_round_trip (void) {
  g_autoptr (ZbScanPage) page = new_page ();
  g_autoptr (GBytes) bytes = zb_scan_page_pack (page);
  g_autoptr (ZbScanPage) again = zb_scan_page_unpack (bytes, 7);

  g_assert_nonnull (again);
  g_assert_cmpuint (again->content->page, ==, 7);
  g_assert_cmpuint (again->content->glyphs->len, ==, 1);
  g_assert_cmpint (g_array_index (again->content->glyphs, ZbGlyph, 0).recognition, ==,
                   ZB_RECOGNISED | ZB_RECOGNISED_UNSURE);
  g_assert_true (g_array_index (again->content->rulings, ZbRuling, 0).vertical);
  g_assert_cmpuint (again->pose.quarters, ==, 1);
  g_assert_cmpuint (again->seals, ==, 2);
  g_assert_null (again->problem);
}

static void
test_problem (void) {
  g_autoptr (ZbScanPage) page = zb_scan_page_new_problem ("no picture");
  g_autoptr (GBytes) bytes = zb_scan_page_pack (page);
  g_autoptr (ZbScanPage) again = zb_scan_page_unpack (bytes, 1);

  g_assert_null (again->content);
  g_assert_cmpstr (again->problem, ==, "no picture");
}

static void
test_cut_off (void) {
  g_autoptr (ZbScanPage) page = new_page ();
  g_autoptr (GBytes) bytes = zb_scan_page_pack (page);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);

    g_assert_null (zb_scan_page_unpack (part, 1));
  }
}

static void
assert_box (const ZbBox *box, double x0, double y0, double x1, double y1) {
  g_assert_cmpfloat_with_epsilon (box->x0, x0, 0.01);
  g_assert_cmpfloat_with_epsilon (box->y0, y0, 0.01);
  g_assert_cmpfloat_with_epsilon (box->x1, x1, 0.01);
  g_assert_cmpfloat_with_epsilon (box->y1, y1, 0.01);
}

/* A page that was turned clockwise once to be upright: its top left corner was at the bottom left. */
static void
test_quarter_turn (void) {
  ZbScanPose pose = { 1, 0, 800, 600 };
  ZbBox box = { 10, 20, 110, 40 }, placed = zb_scan_pose_map (&pose, &box);

  assert_box (&placed, 20, 690, 40, 790);
}

static void
test_half_turn (void) {
  ZbScanPose pose = { 2, 0, 600, 800 };
  ZbBox box = { 10, 20, 110, 40 }, placed = zb_scan_pose_map (&pose, &box);

  assert_box (&placed, 490, 760, 590, 780);
}

/* Turning the page clockwise moves what is right of its middle down; back, it goes up. */
static void
test_skew (void) {
  ZbScanPose pose = { 0, 0.01, 600, 800 };
  ZbBox box = { 490, 395, 510, 405 }, placed = zb_scan_pose_map (&pose, &box);

  assert_box (&placed, 300 + 200 * cos (0.01) - 10, 400 - 200 * sin (0.01) - 5,
              300 + 200 * cos (0.01) + 10, 400 - 200 * sin (0.01) + 5);
}

/* Every piece and cell of the page is moved, and nothing of other pages. */
static void
test_apply (void) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbOrigin origins[2] = { { 1, TRUE, { 10, 20, 110, 40 }, 0 }, { 2, TRUE, { 10, 20, 110, 40 }, 0 } };
  ZbBlock *block = zb_block_new (ZB_BLOCK_PARAGRAPH, "甲", &origins[0]);
  ZbTable *table = zb_table_new ();
  ZbScanPose pose = { 2, 0, 600, 800 };

  zb_block_append_line (block, "乙", &origins[1]);
  zb_table_add_cell (table, 0, 0, "丙")->origin = origins[0];
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, block);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  zb_scan_pose_apply (&pose, 1, document);
  assert_box (&g_array_index (block->pieces, ZbTextPiece, 0).origin.box, 490, 760, 590, 780);
  assert_box (&g_array_index (block->pieces, ZbTextPiece, 1).origin.box, 10, 20, 110, 40);
  assert_box (&zb_table_lookup (table, 0, 0)->origin.box, 490, 760, 590, 780);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-record/round-trip", test_round_trip);
  g_test_add_func ("/extract/scan-record/problem", test_problem);
  g_test_add_func ("/extract/scan-record/cut-off", test_cut_off);
  g_test_add_func ("/extract/scan-record/quarter-turn", test_quarter_turn);
  g_test_add_func ("/extract/scan-record/half-turn", test_half_turn);
  g_test_add_func ("/extract/scan-record/skew", test_skew);
  g_test_add_func ("/extract/scan-record/apply", test_apply);
  return g_test_run ();
}
