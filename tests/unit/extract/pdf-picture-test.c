/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-picture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "reader.h"
#include "scan-image.h"

/* A page of 2 by 1.5 inches at 300 dpi; nothing of it is symmetrical. */
enum { WIDTH = 600, HEIGHT = 448, DPI = 300, MOST_STRIPS = 16 };
enum { DARK = 128 };

typedef enum { FLATE, CCITT, JBIG2 } Coding;

typedef struct {
  const char *name;
  Coding coding;
  guint strips;
  guint quarters; /* clockwise turns that the page asks for, and that its picture lacks */
  double dpi;
} Shape;

static void
fill (PIX *pix, int x, int y, int width, int height) {
  pixRasterop (pix, x, y, width, height, PIX_SET, NULL, 0, 0);
}

static PIX *
draw_page (void) {
  PIX *pix = pixCreate (WIDTH, HEIGHT, 1);

  fill (pix, 40, 30, 300, 6);
  fill (pix, 40, 30, 6, 300);
  fill (pix, 340, 200, 200, 3);
  for (int i = 0; i < 30; i++)
    fill (pix, 60 + 17 * i, 60 + 11 * i, 5 + i % 7, 4 + i % 5);
  return pix;
}

/* What the fax code of T.6 makes of @pix. */
static GBytes *
encode_fax (PIX *pix) {
  g_autofree char *name = NULL;
  int file = g_file_open_tmp ("zhibiao-XXXXXX.tif", &name, NULL);
  L_COMP_DATA *data;
  GBytes *bytes;

  g_assert_cmpint (file, >=, 0);
  close (file);
  g_assert_cmpint (pixWrite (name, pix, IFF_TIFF_G4), ==, 0);
  data = l_generateG4Data (name, 0);
  g_assert_nonnull (data);
  bytes = g_bytes_new (data->datacomp, data->nbytescomp);
  l_CIDataDestroy (&data);
  g_unlink (name);
  return bytes;
}

static void
add_number (GByteArray *to, guint32 number, guint bytes) {
  while (bytes-- > 0) {
    guint8 byte = (guint8) (number >> 8 * bytes);

    g_byte_array_append (to, &byte, 1);
  }
}

/* The head of a JBIG2 segment on page 1 (ITU-T T.88, 7.2). */
static void
add_segment (GByteArray *to, guint number, guint type, gsize length) {
  add_number (to, number, 4);
  add_number (to, type, 1);
  add_number (to, 0, 1); /* refers to none */
  add_number (to, 1, 1);
  add_number (to, (guint32) length, 4);
}

/* JBIG2 as PDF holds it: a page and a generic region, whose code may be that of fax machines. */
static GBytes *
encode_jbig2 (PIX *pix) {
  enum { PAGE_INFORMATION = 48, PAGE_LENGTH = 19, GENERIC_REGION = 38, REGION_LENGTH = 18, MMR = 1 };
  g_autoptr (GBytes) fax = encode_fax (pix);
  GByteArray *stream = g_byte_array_new ();
  guint32 width = (guint32) pixGetWidth (pix), height = (guint32) pixGetHeight (pix);

  add_segment (stream, 0, PAGE_INFORMATION, PAGE_LENGTH);
  add_number (stream, width, 4);
  add_number (stream, height, 4);
  for (guint i = 0; i < PAGE_LENGTH - 8; i++)
    add_number (stream, 0, 1);
  add_segment (stream, 1, GENERIC_REGION, REGION_LENGTH + g_bytes_get_size (fax));
  add_number (stream, width, 4);
  add_number (stream, height, 4);
  for (guint i = 0; i < REGION_LENGTH - 9; i++)
    add_number (stream, 0, 1);
  add_number (stream, MMR, 1);
  g_byte_array_append (stream, g_bytes_get_data (fax, NULL), (guint) g_bytes_get_size (fax));
  return g_byte_array_free_to_bytes (stream);
}

/* The rows of @pix, 1 for black, packed. */
static GBytes *
encode_rows (PIX *pix) {
  g_autoptr (PIX) whole = pixCopy (NULL, pix);
  guint bytes = ((guint) pixGetWidth (pix) + 7) / 8;
  GByteArray *rows = g_byte_array_new ();

  pixEndianByteSwap (whole);
  for (int y = 0; y < pixGetHeight (whole); y++)
    g_byte_array_append (rows, (const guint8 *) (pixGetData (whole) + (gsize) y * (gsize) pixGetWpl (whole)),
                         bytes);
  return g_byte_array_free_to_bytes (rows);
}

/* A PDF file in the making; offsets of its objects, from 1 on. */
typedef struct {
  GByteArray *file;
  GArray *offsets;
} Pdf;

static void G_GNUC_PRINTF (2, 3)
add_text (Pdf *pdf, const char *format, ...) {
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_byte_array_append (pdf->file, (const guint8 *) text, (guint) strlen (text));
}

static void
start_object (Pdf *pdf) {
  guint offset = pdf->file->len;

  g_array_append_val (pdf->offsets, offset);
  add_text (pdf, "%u 0 obj\n", pdf->offsets->len);
}

static void
add_stream (Pdf *pdf, const char *entries, GBytes *data) {
  start_object (pdf);
  add_text (pdf, "<<%s/Length %zu>>\nstream\n", entries, g_bytes_get_size (data));
  g_byte_array_append (pdf->file, g_bytes_get_data (data, NULL), (guint) g_bytes_get_size (data));
  add_text (pdf, "\nendstream\nendobj\n");
}

static void
add_picture (Pdf *pdf, PIX *pix, Coding coding) {
  int width = pixGetWidth (pix), height = pixGetHeight (pix);
  g_autoptr (GBytes) data = coding == FLATE   ? encode_rows (pix)
                            : coding == CCITT ? encode_fax (pix) : encode_jbig2 (pix);
  g_autofree char *filter
    = coding == FLATE   ? g_strdup ("/Decode[1 0]")
      : coding == CCITT ? g_strdup_printf ("/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns %d/Rows %d>>",
                                           width, height)
                        : g_strdup ("/Filter/JBIG2Decode");
  g_autofree char *entries
    = g_strdup_printf ("/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1"
                       "/ColorSpace/DeviceGray%s",
                       width, height, filter);

  add_stream (pdf, entries, data);
}

/* The content of a page of @width by @height points, whose @strips pictures are objects from 4 on. */
static void
add_content (Pdf *pdf, double width, double height, guint strips) {
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < strips; i++)
    g_string_append_printf (content, "q %.2f 0 0 %.2f 0 %.2f cm /I%u Do Q\n", width, height / strips,
                            height * (strips - 1 - i) / strips, i);
  bytes = g_bytes_new (content->str, content->len);
  add_stream (pdf, "", bytes);
}

static void
add_page (Pdf *pdf, double width, double height, const Shape *shape) {
  start_object (pdf);
  add_text (pdf, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.2f %.2f]/Rotate %u/Contents %u 0 R"
                 "/Resources<</XObject<<",
            width, height, 90 * shape->quarters, 4 + shape->strips);
  for (guint i = 0; i < shape->strips; i++)
    add_text (pdf, "/I%u %u 0 R", i, 4 + i);
  add_text (pdf, ">>>>>>\nendobj\n");
}

static void
finish (Pdf *pdf) {
  guint start = pdf->file->len;

  add_text (pdf, "xref\n0 %u\n0000000000 65535 f \n", pdf->offsets->len + 1);
  for (guint i = 0; i < pdf->offsets->len; i++)
    add_text (pdf, "%010u 00000 n \n", g_array_index (pdf->offsets, guint, i));
  add_text (pdf, "trailer\n<</Size %u/Root 1 0 R>>\nstartxref\n%u\n%%%%EOF\n", pdf->offsets->len + 1,
            start);
}

/* A file of one page that shows @pix, which is upright, in the way of @shape. */
static GBytes *
make_pdf (PIX *pix, const Shape *shape) {
  g_autoptr (PIX) lying = pixRotateOrth (pix, (int) ((4 - shape->quarters) % 4));
  int rows = pixGetHeight (lying) / (int) shape->strips;
  double width = pixGetWidth (lying) * 72 / shape->dpi;
  double height = pixGetHeight (lying) * 72 / shape->dpi;
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  Pdf pdf = { g_byte_array_new (), offsets };

  add_text (&pdf, "%%PDF-1.7\n");
  start_object (&pdf);
  add_text (&pdf, "<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
  start_object (&pdf);
  add_text (&pdf, "<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
  add_page (&pdf, width, height, shape);
  for (guint i = 0; i < shape->strips; i++) {
    BOX *box = boxCreate (0, (int) i * rows, pixGetWidth (lying), rows);
    g_autoptr (PIX) strip = pixClipRectangle (lying, box, NULL);

    add_picture (&pdf, strip, shape->coding);
    boxDestroy (&box);
  }
  add_content (&pdf, width, height, shape->strips);
  finish (&pdf);
  return g_byte_array_free_to_bytes (pdf.file);
}

static const Shape SHAPES[] = {
  { "rows", FLATE, 1, 0, DPI },
  { "fax", CCITT, 1, 0, DPI },
  { "jbig2", JBIG2, 1, 0, DPI },
  { "fax in strips", CCITT, MOST_STRIPS, 0, DPI },
  { "jbig2 in strips", JBIG2, MOST_STRIPS, 0, DPI },
  { "fax on its side", CCITT, 1, 1, DPI },
  { "jbig2 upside down", JBIG2, 1, 2, DPI },
  { "fax in strips on its side", CCITT, 8, 3, DPI },
};

/* The pixels of @picture that are not as black or white as those of @pix. */
static guint
count_differences (const ZbScanPicture *picture, PIX *pix) {
  guint count = 0;

  for (guint y = 0; y < picture->height; y++)
    for (guint x = 0; x < picture->width; x++) {
      l_uint32 set = 0;
      guint grey = picture->pixels[(gsize) y * picture->width + x] & 0xFF;

      pixGetPixel (pix, (int) x, (int) y, &set);
      count += (grey < DARK) != (set == 1);
    }
  return count;
}

/* However a page holds its picture, what is drawn of it is the picture, upright. */
static void
test_codings (void) {
  g_autoptr (PIX) pix = draw_page ();

  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++) {
    g_autoptr (GBytes) bytes = make_pdf (pix, &SHAPES[i]);
    g_autoptr (GError) error = NULL;
    gpointer source = zb_pdf_picture_source.open (bytes, &error);
    g_autoptr (ZbScanPicture) picture = NULL;

    g_test_message ("%s", SHAPES[i].name);
    g_assert_no_error (error);
    picture = zb_pdf_picture_source.draw (source, 1, &error);
    g_assert_no_error (error);
    zb_pdf_picture_source.close (source);
    g_assert_cmpuint (picture->width, ==, WIDTH);
    g_assert_cmpuint (picture->height, ==, HEIGHT);
    g_assert_cmpuint (count_differences (picture, pix), ==, 0);
  }
}

/* A page is a picture although no single strip covers it. */
static void
test_strips_are_a_picture (void) {
  g_autoptr (PIX) pix = draw_page ();
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  options.ocr = ZB_OCR_NEVER;
  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++) {
    g_autoptr (GBytes) bytes = make_pdf (pix, &SHAPES[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (ZbDocument) document = zb_pdf_reader.read (bytes, &options, &error);
    const ZbDiagnostic *first;

    g_test_message ("%s", SHAPES[i].name);
    g_assert_no_error (error);
    g_assert_cmpuint (document->diagnostics->len, >, 0);
    first = g_ptr_array_index (document->diagnostics, 0);
    g_assert_cmpstr (first->code, ==, "page_without_text");
    g_assert_cmpuint (first->page, ==, 1);
  }
}

/* A picture that is half as fine as needed is made finer without steps: between black and white there is
 * grey. */
static void
test_smooth (void) {
  g_autoptr (PIX) pix = draw_page ();
  g_autoptr (PIX) coarse = pixReduceRankBinary2 (pix, 2, NULL);
  const Shape shape = { "coarse", FLATE, 1, 0, DPI / 2.0 };
  g_autoptr (GBytes) bytes = make_pdf (coarse, &shape);
  g_autoptr (ZbScanPicture) picture = NULL;
  gpointer source;
  guint grey = 0;

  source = zb_pdf_picture_source.open (bytes, NULL);
  picture = zb_pdf_picture_source.draw (source, 1, NULL);
  zb_pdf_picture_source.close (source);
  g_assert_cmpuint (picture->width, ==, WIDTH);
  for (gsize i = 0; i < (gsize) picture->width * picture->height; i++)
    grey += (picture->pixels[i] & 0xFF) > 40 && (picture->pixels[i] & 0xFF) < 215;
  g_assert_cmpuint (grey, >, 0);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/pdf-picture/codings", test_codings);
  g_test_add_func ("/extract/pdf-picture/strips-are-a-picture", test_strips_are_a_picture);
  g_test_add_func ("/extract/pdf-picture/smooth", test_smooth);
  return g_test_run ();
}
