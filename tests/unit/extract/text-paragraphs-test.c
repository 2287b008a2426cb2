/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "reader.h"
#include "text-paragraphs.h"

static char *
read_paragraphs (const char *source) {
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    g_string_append_printf (found, "%s\n", block->text);
  }
  return g_string_free (found, FALSE);
}

static void
run_case (const char *text) {
  const char *source = strchr (text, '\n') + 1;
  const char *split = strstr (source, "\n--\n");
  g_autoptr (GString) lines = g_string_new_len (source, split - source);
  g_autofree char *found = NULL;

  g_string_replace (lines, "~", "", 0);
  found = read_paragraphs (lines->str);
  g_test_message ("%.*s", (int) (source - text), text);
  g_assert_cmpstr (found, ==, split + strlen ("\n--\n"));
}

static void
test_cases (void) {
  g_autofree char *contents = NULL;
  g_auto (GStrv) cases = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (TEST_DATA "/cases/paragraphs.txt", &contents, NULL, &error);
  g_assert_no_error (error);
  cases = g_strsplit (contents, "## ", -1);
  g_assert_cmpuint (g_strv_length (cases), >, 5);
  for (guint i = 1; cases[i] != NULL; i++)
    run_case (cases[i]);
}

static void
test_numbers (void) {
  static const struct {
    const char *text;
    guint style;
    const char *number;
  } CASES[] = {
    { "第三部分 说明", 1, "第三部分" },
    { "十一、收入", 2, "十一、" },
    { "(二) 支出", 3, "(二)" },
    { "3. 2031 年度", 4, "3." },
    { "3.2031 年度", 4, "3." },
    { "3.25 万元", 0, "" },
    { "12 月", 0, "" },
    { "（4）其他", 5, "（4）" },
    { "②.做法", 6, "②." },
    { "（新闻）", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    guint style = 99;

    g_test_message ("%s", CASES[i].text);
    g_assert_cmpuint (zb_text_paragraphs_measure_number (CASES[i].text, &style), ==,
                      strlen (CASES[i].number));
    g_assert_cmpuint (style, ==, CASES[i].style);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/text-paragraphs/cases", test_cases);
  g_test_add_func ("/extract/text-paragraphs/numbers", test_numbers);
  return g_test_run ();
}
