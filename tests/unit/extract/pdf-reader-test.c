/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

/* A comment among the attributes of a page that gives its font a table of wrong characters: each
 * digit is said to be the next. */
#define SHIFTED "%shifted\n"
#define SHIFTED_DIGITS \
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" \
  "1 begincodespacerange <00> <FF> endcodespacerange\n" \
  "2 beginbfrange <30> <38> <0031> <39> <39> <0030> endbfrange\n" \
  "endcmap end end"

/* A page of 600 × 800 points with @content, a stream of PDF operators; without the table of offsets,
 * which the decoder makes anew. */
static ZbDocument *
read_page_with (const char *attributes, const char *content, ZbOcrMode ocr) {
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
    "%%PDF-1.4\n"
    "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] %s\n"
    "  /Resources <</Font <</F1 4 0 R>>>> /Contents 5 0 R>> endobj\n"
    "4 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica %s>> endobj\n"
    "5 0 obj <</Length %u>>\nstream\n%s\nendstream\nendobj\n"
    "6 0 obj <</Length %u>>\nstream\n%s\nendstream\nendobj\n"
    "trailer <</Root 1 0 R>>\n",
    attributes, strstr (attributes, SHIFTED) != NULL ? "/ToUnicode 6 0 R" : "",
    (guint) strlen (content), content, (guint) strlen (SHIFTED_DIGITS), SHIFTED_DIGITS);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  ZbDocument *document = NULL;

  options.ocr = ocr;
  document = zb_pdf_reader.read (bytes, &options, &error);
  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  return document;
}

static ZbDocument *
read_page (const char *attributes, const char *content) {
  return read_page_with (attributes, content, ZB_READ_OPTIONS_DEFAULT.ocr);
}

/* Rules and words of two rows and three columns. */
#define TABLE \
  "0.5 w 100 700 m 400 700 l S 100 670 m 400 670 l S 100 640 m 400 640 l S " \
  "100 640 m 100 700 l S 200 640 m 200 700 l S 300 640 m 300 700 l S 400 640 m 400 700 l S " \
  "BT /F1 10 Tf 110 680 Td (Item) Tj 100 0 Td (Budget) Tj 100 0 Td (Actual) Tj " \
  "-200 -30 Td (Wages) Tj 100 0 Td (1,200.50) Tj 100 0 Td (980.25) Tj ET "

static const ZbTable *
get_table (const ZbDocument *document) {
  const ZbTable *table = NULL;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE) {
      g_assert_null (table);
      table = block->table;
    }
  }
  g_assert_nonnull (table);
  return table;
}

static gboolean
has_diagnostic (const ZbDocument *document, const char *code) {
  for (guint i = 0; i < document->diagnostics->len; i++)
    if (g_str_equal (((const ZbDiagnostic *) g_ptr_array_index (document->diagnostics, i))->code,
                     code))
      return TRUE;
  return FALSE;
}

/* The table is the same however the page or what is on it is turned; the boxes are those of the
 * page as it is shown. */
static void
test_turned (void) {
  static const struct {
    const char *attributes, *before;
    ZbBox box; /* of the cell 1,200.50 */
  } CASES[] = {
    { "", "", { 200, 130, 300, 160 } },
    { "", "0 1 -1 0 740 0 cm ", { 70, 500, 100, 600 } },
    { "", "0 -1 1 0 -140 500 cm ", { 500, 500, 530, 600 } },
    { "", "-1 0 0 -1 600 800 cm ", { 300, 640, 400, 670 } },
    { "/Rotate 90", "", { 640, 200, 670, 300 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *content = g_strconcat (CASES[i].before, TABLE, NULL);
    g_autoptr (ZbDocument) document = read_page (CASES[i].attributes, content);
    const ZbTable *table = get_table (document);
    const ZbCell *cell = zb_table_lookup (table, 1, 1);

    g_assert_cmpuint (table->rows, ==, 2);
    g_assert_cmpuint (table->cols, ==, 3);
    g_assert_cmpstr (zb_table_lookup (table, 0, 2)->text, ==, "Actual");
    g_assert_cmpstr (cell->text, ==, "1,200.50");
    g_test_message ("case %u: %g %g %g %g", i, cell->origin.box.x0, cell->origin.box.y0,
                    cell->origin.box.x1, cell->origin.box.y1);
    g_assert_cmpfloat_with_epsilon (cell->origin.box.x0, CASES[i].box.x0, 1);
    g_assert_cmpfloat_with_epsilon (cell->origin.box.y0, CASES[i].box.y0, 1);
    g_assert_cmpfloat_with_epsilon (cell->origin.box.x1, CASES[i].box.x1, 1);
    g_assert_cmpfloat_with_epsilon (cell->origin.box.y1, CASES[i].box.y1, 1);
  }
}

/* What nobody sees is no content, and is said. */
static void
test_hidden (void) {
  static const char *const HIDDEN[] = {
    "1 1 1 rg BT /F1 10 Tf 110 400 Td (White ground) Tj ET",
    "3 Tr BT /F1 10 Tf 110 400 Td (Without ink) Tj ET",
    "BT /F1 10 Tf 110 400 Td (Under a cover) Tj ET 0.9 g 100 390 200 30 re f",
  };

  for (guint i = 0; i < G_N_ELEMENTS (HIDDEN); i++) {
    g_autofree char *content = g_strconcat (TABLE, HIDDEN[i], NULL);
    g_autoptr (ZbDocument) document = read_page ("", content);

    g_assert_true (has_diagnostic (document, "hidden_text"));
    g_assert_cmpuint (document->blocks->len, ==, 1);
    g_assert_cmpuint (document->coverage.left_out, >=, 9);
  }
}

/* Of two lines in one place the one that its cell cuts off is not seen, though the other's ink is there. */
static void
test_hidden_under_print (void) {
  g_autoptr (ZbDocument) document
    = read_page ("", TABLE "q 100 300 60 20 re W n BT /F1 9 Tf 102 305 Td (seen) Tj "
                           "0 95 Td (cut off here) Tj 0 20 Td (kmzkmzkmzkmz) Tj ET Q "
                           "BT /F1 12 Tf 100 418 Td (Title of this page) Tj ET");
  gboolean title = FALSE;

  g_assert_true (has_diagnostic (document, "hidden_text"));
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    g_test_message ("%s", block->text);
    title |= g_strcmp0 (block->text, "Title of this page") == 0;
  }
  g_assert_true (title);
}

/* Grey print, small print and print on colour are seen. */
static void
test_seen (void) {
  g_autoptr (ZbDocument) document
    = read_page ("", TABLE "0.75 g BT /F1 10 Tf 110 400 Td (Grey words) Tj ET "
                           "0.2 0.3 0.6 rg 100 290 200 30 re f 1 g "
                           "BT /F1 10 Tf 110 300 Td (White on blue) Tj ET "
                           "0 g BT /F1 5 Tf 110 200 Td (Small print, 1 I l .) Tj ET");

  g_assert_false (has_diagnostic (document, "hidden_text"));
  g_assert_cmpuint (document->coverage.left_out, ==, 0);
}

static void
test_unseen_layer (void) {
  g_autoptr (ZbDocument) document
    = read_page ("", "3 Tr BT /F1 10 Tf 110 400 Td (Recognised by somebody) Tj ET");

  g_assert_true (has_diagnostic (document, "unseen_text"));
  g_assert_cmpuint (document->blocks->len, ==, 1);
}

#define DIGITS "BT /F1 10 Tf 110 400 Td (0123456789 0123456789) Tj ET"

static const char *
get_first_text (const ZbDocument *document) {
  return ((const ZbBlock *) g_ptr_array_index (document->blocks, 0))->text;
}

/* A font that says other digits than it shows is told from one that says what it shows. */
static void
test_wrong_digits (void) {
  static const char *const TURNS[] = { "", "/Rotate 90 " };

  for (guint i = 0; i < G_N_ELEMENTS (TURNS); i++) {
    g_autofree char *wrong = g_strconcat (TURNS[i], SHIFTED, NULL);
    g_autoptr (ZbDocument) right_document = read_page_with (TURNS[i], DIGITS, ZB_OCR_NEVER);
    g_autoptr (ZbDocument) wrong_document = read_page_with (wrong, DIGITS, ZB_OCR_NEVER);

    g_assert_false (has_diagnostic (right_document, "font_doubtful"));
    g_assert_false (zb_document_is_doubtful (right_document, 1));
    g_assert_true (has_diagnostic (wrong_document, "font_doubtful"));
    g_assert_true (zb_document_is_doubtful (wrong_document, 1));
    g_assert_cmpstr (get_first_text (wrong_document), ==, "1234567890 1234567890");
  }
}

/* What such a font shows is recognised; where recognition does not see that the page lies on its side, the
 * doubt stays. */
static void
test_recognised_digits (void) {
  static const char *const ATTRIBUTES[] = { SHIFTED, "/Rotate 90 " SHIFTED };

  for (guint i = 0; i < G_N_ELEMENTS (ATTRIBUTES); i++) {
    g_autoptr (ZbDocument) document = read_page_with (ATTRIBUTES[i], DIGITS, ZB_OCR_AUTO);
    gboolean lies = i > 0;

    g_assert_true (has_diagnostic (document, "font_doubtful"));
    g_assert_true (has_diagnostic (document, "text_layer_differs") == !lies);
    g_assert_true (zb_document_is_doubtful (document, 1) == lies);
    g_assert_cmpint (document->text_origin, ==, lies ? ZB_TEXT_ORIGIN_DIGITAL : ZB_TEXT_ORIGIN_OCR);
    g_assert_true (g_str_has_prefix (get_first_text (document), lies ? "1234567890" : "0123456789"));
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/pdf-reader/turned", test_turned);
  g_test_add_func ("/extract/pdf-reader/hidden", test_hidden);
  g_test_add_func ("/extract/pdf-reader/hidden-under-print", test_hidden_under_print);
  g_test_add_func ("/extract/pdf-reader/seen", test_seen);
  g_test_add_func ("/extract/pdf-reader/unseen-layer", test_unseen_layer);
  g_test_add_func ("/extract/pdf-reader/wrong-digits", test_wrong_digits);
  g_test_add_func ("/extract/pdf-reader/recognised-digits", test_recognised_digits);
  return g_test_run ();
}
