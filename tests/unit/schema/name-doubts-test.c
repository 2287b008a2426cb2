/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "name-doubts.h"

#include "intern.h"

static ZbDocument *
make_document (const char *text, ZbRecognition recognition) {
  ZbDocument *document = zb_document_new ();
  ZbTable *table = zb_table_new ();

  zb_table_add_page (table, 1);
  zb_table_add_cell (table, 0, 0, text)->origin.recognition = ZB_RECOGNISED | recognition;
  zb_table_add_cell (table, 0, 1, "项目乙")->origin.recognition = ZB_RECOGNISED;
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  return document;
}

static void
test_lookup (void) {
  const ZbFlags fuzzy = ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY) | ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE);
  const struct {
    const char *text;
    ZbRecognition recognition;
    ZbFlags flags;
  } CASES[] = {
    { "4401A01-项目甲", ZB_RECOGNISED_DIGIT_SUSPECT, ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT) },
    { "项目甲", ZB_RECOGNISED_WORD_UNSURE, fuzzy },
    { "项目 甲", ZB_RECOGNISED_WORD_UNSURE, fuzzy }, /* broken over two lines */
    { "项目甲", 0, 0 },
    { "本年安排项目甲及其他各项工作的经费", ZB_RECOGNISED_WORD_UNSURE, 0 }, /* tells of it, names it not */
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbDocument) document = make_document (CASES[i].text, CASES[i].recognition);
    g_autoptr (ZbNameDoubts) doubts = zb_name_doubts_new (document);
    const char *name = zb_intern (g_str_has_prefix (CASES[i].text, "4401") ? CASES[i].text : "项目甲");

    g_test_message ("%s", CASES[i].text);
    g_assert_cmpuint (zb_name_doubts_lookup (doubts, name), ==, CASES[i].flags);
    g_assert_cmpuint (zb_name_doubts_lookup (doubts, name), ==, CASES[i].flags);
    g_assert_cmpuint (zb_name_doubts_lookup (doubts, zb_intern ("项目乙")), ==, 0);
    g_assert_cmpuint (zb_name_doubts_lookup (doubts, NULL), ==, 0);
  }
}

int
main (int argc, char *argv[]) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/name-doubts/lookup", test_lookup);
  return g_test_run ();
}
