/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "scan-page.h"

#include <string.h>

#include "scan-file.h"

/* The scan among the samples is a JPEG picture within a PDF file. */
static GBytes *
load_jpeg (void) {
  g_autofree char *data = NULL;
  gsize length = 0;
  const char *start, *end;

  g_assert_true (g_file_get_contents (SAMPLES "/scanned-form.pdf", &data, &length, NULL));
  start = memmem (data, length, "\xff\xd8\xff", 3);
  g_assert_nonnull (start);
  end = memmem (start, length - (gsize) (start - data), "endstream", 9);
  g_assert_nonnull (end);
  return g_bytes_new (start, (gsize) (end - start));
}

static ZbScanPicture *
load_picture (void) {
  g_autoptr (GBytes) bytes = load_jpeg ();
  g_autoptr (GError) error = NULL;
  gpointer source = zb_scan_file_source.open (bytes, &error);
  ZbScanPicture *picture = zb_scan_file_source.draw (source, 1, &error);

  g_assert_no_error (error);
  zb_scan_file_source.close (source);
  return picture;
}

/* @picture after a clockwise quarter turn. */
static ZbScanPicture *
turn (const ZbScanPicture *picture) {
  ZbScanPicture *turned = zb_scan_picture_new (picture->height, picture->width, picture->dpi);

  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++)
      turned->pixels[(gsize) x * turned->width + (turned->width - 1 - y)]
        = picture->pixels[(gsize) y * picture->width + x];
  return turned;
}

static char *
print_page (const ZbScanPage *page) {
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < page->content->glyphs->len; i++)
    g_string_append_unichar (text, g_array_index (page->content->glyphs, ZbGlyph, i).character);
  return g_string_free (text, FALSE);
}

/* A page on its side is turned, and its boxes are given back on the sheet as it lay. */
static void
test_turned (void) {
  g_autoptr (ZbScanPicture) picture = load_picture ();
  g_autoptr (ZbScanPicture) turned = turn (picture);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbScanRecogniser) recogniser = zb_scan_recogniser_new ("chi_sim", &error);
  g_autoptr (ZbScanPage) page = NULL;
  g_autofree char *text = NULL;
  ZbBox box;

  g_assert_no_error (error);
  page = zb_scan_page_read (recogniser, turned, 5);
  g_assert_null (page->problem);
  g_assert_cmpuint (page->content->page, ==, 5);
  g_assert_cmpuint (page->pose.quarters, ==, 3);
  g_assert_cmpfloat_with_epsilon (page->pose.angle * 180 / G_PI, -0.5, 0.15);
  g_assert_cmpuint (page->seals, ==, 1);
  text = print_page (page);
  g_assert_nonnull (strstr (text, "因公出国(境)费"));
  g_assert_nonnull (strstr (text, "17.50"));
  /* what is at the top of the page lies at the right of the sheet */
  box = g_array_index (page->content->glyphs, ZbGlyph, 0).box;
  box = zb_scan_pose_map (&page->pose, &box);
  g_assert_cmpfloat (box.x0, >, page->pose.height / 2);
}

static void
test_blank (void) {
  g_autoptr (ZbScanPicture) picture = zb_scan_picture_new (1000, 1400, 150);
  g_autoptr (ZbScanRecogniser) recogniser = zb_scan_recogniser_new ("chi_sim", NULL);
  g_autoptr (ZbScanPage) page = NULL;

  for (gsize i = 0; i < (gsize) picture->width * picture->height; i++)
    picture->pixels[i] = 0xF4F4F4;
  page = zb_scan_page_read (recogniser, picture, 1);
  g_assert_null (page->problem);
  g_assert_cmpuint (page->content->glyphs->len, ==, 0);
  g_assert_cmpuint (page->content->rulings->len, ==, 0);
}

static void
test_no_model (void) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbScanRecogniser) recogniser = zb_scan_recogniser_new ("no_such", &error);

  g_assert_null (recogniser);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "tesseract-ocr-no-such"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-page/turned", test_turned);
  g_test_add_func ("/extract/scan-page/blank", test_blank);
  g_test_add_func ("/extract/scan-page/no-model", test_no_model);
  return g_test_run ();
}
