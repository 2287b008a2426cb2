/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#define HOCR(body)                                                                                 \
  "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'x.dtd'>"   \
  "<html xmlns='http://www.w3.org/1999/xhtml'><head><meta name='ocr-system' content='x'/>"         \
  "<title>图</title></head><body><div class='ocr_page' title='image \"a; b.png\"; bbox 0 0 1654 "  \
  "2339; scan_res 200 200'>" body "</div></body></html>"
#define LINE(box, words) "<span class='ocr_line' title='bbox " box "'>" words "</span>"
#define WORD(box, sure, text)                                                                      \
  "<span class='ocrx_word' title='bbox " box "; x_wconf " sure "'>" text "</span> "

static ZbDocument *
read_with (const ZbReader *reader, const char *data) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (GError) error = NULL;
  ZbDocument *document = NULL;

  for (const ZbReader *const *other = zb_readers; *other != NULL; other++)
    if (*other != reader)
      g_assert_cmpuint ((*other)->recognize (bytes, NULL), <, reader->recognize (bytes, NULL));
  document = reader->read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (document->text_origin, ==, ZB_TEXT_ORIGIN_OCR_EXTERNAL);
  return document;
}

static const ZbBlock *
block_at (const ZbDocument *document, guint index) {
  g_assert_cmpuint (index, <, document->blocks->len);
  return g_ptr_array_index (document->blocks, index);
}

static const ZbDiagnostic *
find_diagnostic (const ZbDocument *document, const char *code) {
  for (guint i = 0; i < document->diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (document->diagnostics, i);

    if (g_str_equal (diagnostic->code, code))
      return diagnostic;
  }
  return NULL;
}

/* 200 dots an inch: a pixel is 0.36 points. */
static void
test_hocr (void) {
  g_autoptr (ZbDocument) document = read_with (
      &zb_hocr_reader,
      HOCR ("<div class='ocr_carea'><p class='ocr_par'>"
            LINE ("200 300 900 340", WORD ("200 300 400 340", "95", "部门整体") WORD ("410 302 900 338", "85", "支出情况"))
            LINE ("200 700 900 740", WORD ("200 700 500 740", "30", "合计") "<b>" WORD ("680 700 900 740", "90", "12.5") "</b>")
            "</p></div><p>无处</p>"));
  const ZbBlock *block = block_at (document, 0);
  const ZbOrigin *origin = zb_block_lookup_origin (block, 0);

  g_assert_cmpuint (document->pages, ==, 1);
  g_assert_cmpstr (block->text, ==, "部门整体支出情况");
  g_assert_cmpuint (origin->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (origin->box.x0, 72, 0.01);
  g_assert_cmpfloat_with_epsilon (origin->box.y0, 300 * 0.36, 1);
  g_assert_cmpstr (block_at (document, 1)->text, ==, "合计 12.5");
  g_assert_nonnull (strstr (find_diagnostic (document, "ocr_confidence")->message, "1 of 4"));
  g_assert_nonnull (find_diagnostic (document, "glyph_without_place"));
  g_assert_cmpuint (document->coverage.left_out, ==, 2);
}

static void
test_alto (void) {
  g_autoptr (ZbDocument) document = read_with (
      &zb_alto_reader,
      "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\n<!-- 图 --><alto "
      "xmlns='http://www.loc.gov/standards/alto/ns-v4#'>"
      "<Description><MeasurementUnit>mm10</MeasurementUnit></Description><Layout>"
      "<Page WIDTH='2100' HEIGHT='2970'><PrintSpace><TextBlock><TextLine>"
      "<String HPOS='254' VPOS='508' WIDTH='200' HEIGHT='50' CONTENT='收入' WC='0.9'/><SP/>"
      "<String HPOS='454' VPOS='508' WIDTH='200' HEIGHT='50' CONTENT='情况'/>"
      "</TextLine></TextBlock></PrintSpace></Page>"
      "<Page WIDTH='2100' HEIGHT='2970'/></Layout></alto>");
  const ZbOrigin *origin = zb_block_lookup_origin (block_at (document, 0), 0);

  g_assert_cmpuint (document->pages, ==, 2);
  g_assert_cmpstr (block_at (document, 0)->text, ==, "收入情况");
  g_assert_cmpfloat_with_epsilon (origin->box.x0, 72, 0.01);
  g_assert_cmpfloat_with_epsilon (origin->box.y0, 144, 0.01);
}

#define REGION(points, text)                                                                       \
  "<pc:TextRegion><pc:TextLine><pc:Coords points='" points "'/><pc:TextEquiv conf='0.9'>"          \
  "<pc:Unicode>" text "</pc:Unicode></pc:TextEquiv></pc:TextLine></pc:TextRegion>"
#define RULE(points) "<pc:SeparatorRegion><pc:Coords points='" points "'/></pc:SeparatorRegion>"

/* Separators are rulings, and rulings make a grid. */
static void
test_page_grid (void) {
  g_autoptr (ZbDocument) document = read_with (
      &zb_page_reader,
      "<pc:PcGts xmlns:pc='http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15'>"
      "<pc:Page imageWidth='1654' imageHeight='2339' imageXResolution='200' "
      "imageResolutionUnit='PPI'>"
      RULE ("200,300 1000,302") RULE ("200,400 1000,402") RULE ("200,500 1000,502")
      RULE ("200,300 202,502") RULE ("600,300 602,502") RULE ("998,300 1000,502")
      REGION ("220,330 400,330 400,370 220,370", "项目") REGION ("620,330 800,370", "金额")
      REGION ("220,430 400,470", "合计") REGION ("620,430 800,470", "12.50")
      "</pc:Page></pc:PcGts>");
  const ZbBlock *block = block_at (document, 0);

  g_assert_cmpint (block->kind, ==, ZB_BLOCK_TABLE);
  g_assert_cmpuint (block->table->rows, ==, 2);
  g_assert_cmpuint (block->table->cols, ==, 2);
  g_assert_cmpstr (zb_table_lookup (block->table, 1, 1)->text, ==, "12.50");
  g_assert_cmpuint (document->coverage.in_cells, ==, 2 + 2 + 2 + 5);
}

/* Wild coordinates and missing pages lose a place, not the program. */
static void
test_hostile (void) {
  static const char *const PAGES[] = {
    HOCR (LINE ("1e999 nan -5 x", WORD ("9 9 1 1", "-7", "甲")) LINE ("0 0 1e300 1e300", "乙")),
    "<html><head><meta name='ocr-system'></head><span class=ocr_line title='bbox 1 1 9 9'>丙",
    "<html><div class=ocr_page title='bbox 0 0 -1 0; scan_res 0 0'><div class='ocr_separator' "
    "title='bbox 5 5 5 5'></div><span class=ocr_line>丁</span>",
  };
  static const char *const FAILURES[] = {
    "<!DOCTYPE alto [<!ENTITY a 'b'>]><alto>&a;</alto>",
    "<alto><Layout><Page>",
    "<alto><a><b><c><d/></c></b></a></alto>",
    "<alto><Page/><Page/><Page/></alto>",
  };
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++) {
    g_autoptr (ZbDocument) document = read_with (&zb_hocr_reader, PAGES[i]);

    g_assert_cmpuint (document->coverage.glyphs, >, 0);
  }
  options.max_xml_depth = 4;
  options.max_pages = 2;
  for (guint i = 0; i < G_N_ELEMENTS (FAILURES); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (FAILURES[i], strlen (FAILURES[i]));
    g_autoptr (GError) error = NULL;
    g_autoptr (ZbDocument) document = zb_alto_reader.read (bytes, &options, &error);

    g_assert_null (document);
    g_assert_error (error, ZB_ERROR, (i < 2 ? ZB_ERROR_CORRUPT : ZB_ERROR_LIMIT));
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/ocr-pages/hocr", test_hocr);
  g_test_add_func ("/extract/ocr-pages/alto", test_alto);
  g_test_add_func ("/extract/ocr-pages/page-grid", test_page_grid);
  g_test_add_func ("/extract/ocr-pages/hostile", test_hostile);
  return g_test_run ();
}
