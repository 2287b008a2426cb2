/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-layer.h"

static ZbPageContent *
make_content (const char *text) {
  ZbPageContent *content = zb_page_content_new (3, 600, 800);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    ZbGlyph glyph = { .character = g_utf8_get_char (at) };

    g_array_append_val (content->glyphs, glyph);
  }
  return content;
}

static void
test_compare (void) {
  static const struct {
    const char *layer, *recognised;
    double share;
  } CASES[] = {
    { "收入1200", "收入1200", 1 },
    { "1200收入", "收入1200", 1 }, /* the columns were read the other way round */
    { "收入1280", "收入1200", 5 / 6.0 },
    { "!\"#$%&", "收入1200", 0 },
    { "1111", "1", 0.4 },
    { "", "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpfloat_with_epsilon (zb_scan_layer_compare (CASES[i].layer, CASES[i].recognised),
                                    CASES[i].share, 1e-9);
}

/* What else is recognised on the page does not count; the same digits in other numbers do. */
static void
test_find (void) {
  static const struct {
    const char *layer, *recognised;
    double share;
  } CASES[] = {
    { "收入1200.50", "一、收入 1200.50 支出 80", 1 },
    { "1200.50 80", "收入1200.50,支出80.", 1 }, /* the marks of the sentence are no part of a number */
    { "1200.50 80", "1200.05 80", 0.5 },
    { "1200 1200", "1200 收入 2001", 0.5 },
    { "收入", "支出", 0 },
    { "收入", "", 0 },
    { "", "收入", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpfloat_with_epsilon (zb_scan_layer_find (CASES[i].layer, CASES[i].recognised),
                                    CASES[i].share, 1e-9);
}

/* A layer that says something else is a warning; a page number is no layer. */
static void
test_report (void) {
  const char *print = "一、收入支出预算总体情况 本年收入1200.50万元，支出1200.50万元。";
  const struct {
    const char *layer, *code;
  } CASES[] = { { print, "text_layer_agrees" },
                { "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~abcdef", "text_layer_differs" },
                { "— 3 —", NULL } };
  g_autoptr (ZbPageContent) recognised = make_content (print);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbPageContent) content = make_content (CASES[i].layer);
    g_autoptr (ZbDocument) document = zb_document_new ();
    g_autofree char *layer = zb_scan_layer_print (content);
    const ZbDiagnostic *said;

    g_assert_cmpint (layer == NULL, ==, CASES[i].code == NULL);
    if (layer == NULL)
      continue;
    zb_scan_layer_report (layer, recognised, document);
    g_assert_cmpuint (document->diagnostics->len, ==, 1);
    said = g_ptr_array_index (document->diagnostics, 0);
    g_assert_cmpstr (said->code, ==, CASES[i].code);
    g_assert_cmpuint (said->page, ==, 3);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/scan-layer/compare", test_compare);
  g_test_add_func ("/extract/scan-layer/find", test_find);
  g_test_add_func ("/extract/scan-layer/report", test_report);
  return g_test_run ();
}
