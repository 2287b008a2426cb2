/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-file.h"

#include <glib/gstdio.h>
#include <leptonica/allheaders.h>

static guint
count (const void *data, gsize length, guint limit) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return zb_scan_file_count_tiff (bytes, limit);
}

/* Two directories without entries, one behind the other. */
static const guint8 TWO_PAGES[] = { 'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

static void
test_count (void) {
  static const guint8 BIG_END[] = { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0 };

  g_assert_cmpuint (count (TWO_PAGES, sizeof TWO_PAGES, 10), ==, 2);
  g_assert_cmpuint (count (BIG_END, sizeof BIG_END, 10), ==, 1);
  g_assert_cmpuint (count (TWO_PAGES, 7, 10), ==, 0);
  g_assert_cmpuint (count (TWO_PAGES, 12, 10), ==, 1);
}

/* A chain that bites its tail ends at the limit. */
static void
test_loop (void) {
  static const guint8 LOOP[] = { 'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0 };

  g_assert_cmpuint (count (LOOP, sizeof LOOP, 100), ==, 101);
}

static void
test_resolution (void) {
  g_assert_cmpfloat (zb_scan_file_guess_dpi (2480, 3508, 300), ==, 300);
  g_assert_cmpfloat_with_epsilon (zb_scan_file_guess_dpi (2480, 3508, 0), 300, 1);
  /* a photograph that says 72 would be a poster */
  g_assert_cmpfloat_with_epsilon (zb_scan_file_guess_dpi (2480, 3508, 72), 300, 1);
  g_assert_cmpfloat (zb_scan_file_guess_dpi (800, 300, 0), ==, 96);
  g_assert_cmpfloat (zb_scan_file_guess_dpi (20000, 30000, 0), ==, 600);
}

static void
test_damage (void) {
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\nnothing else", 20);
  g_autoptr (GError) error = NULL;
  gpointer source = zb_scan_file_source.open (bytes, &error);

  g_assert_null (zb_scan_file_source.draw (source, 1, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  zb_scan_file_source.close (source);
}

/* The second of two pages, which is grey. */
static void
test_pages (void) {
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "zhibiao-scan-file-test.tiff", NULL);
  PIX *pages[2] = { pixCreate (1240, 1754, 1), pixCreate (877, 1240, 8) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ZbScanPicture) picture = NULL;
  char *data = NULL;
  gsize length = 0;
  gpointer source;

  pixSetAllArbitrary (pages[1], 0x80);
  pixSetResolution (pages[1], 150, 150);
  g_assert_cmpint (pixWriteTiff (path, pages[0], IFF_TIFF_G4, "w"), ==, 0);
  g_assert_cmpint (pixWriteTiff (path, pages[1], IFF_TIFF_LZW, "a"), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_unlink (path);
  bytes = g_bytes_new_take (data, length);
  g_assert_cmpuint (zb_scan_file_count_tiff (bytes, 10), ==, 2);
  source = zb_scan_file_source.open (bytes, &error);
  picture = zb_scan_file_source.draw (source, 2, &error);
  g_assert_no_error (error);
  /* 150 pixels an inch are brought to 300 */
  g_assert_cmpuint (picture->width, ==, 2 * 877);
  g_assert_cmpfloat_with_epsilon (picture->dpi, 300, 0.1);
  g_assert_cmphex (picture->pixels[0], ==, 0x808080);
  g_assert_null (zb_scan_file_source.draw (source, 3, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  zb_scan_file_source.close (source);
  pixDestroy (&pages[0]);
  pixDestroy (&pages[1]);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-file/count", test_count);
  g_test_add_func ("/extract/scan-file/loop", test_loop);
  g_test_add_func ("/extract/scan-file/resolution", test_resolution);
  g_test_add_func ("/extract/scan-file/damage", test_damage);
  g_test_add_func ("/extract/scan-file/pages", test_pages);
  return g_test_run ();
}
