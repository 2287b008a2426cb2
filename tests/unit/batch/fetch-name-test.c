/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-name.h"

#include <string.h>

static void
test_names (void) {
  static const struct {
    const char *text, *address, *ending, *name;
  } CASES[] = {
    { "甲局2024年部门预算", "http://a/1.pdf", ".pdf", "甲局2024年部门预算.pdf" },
    { "甲局2024年部门预算.pdf", "http://a/1.pdf", ".pdf", "甲局2024年部门预算.pdf" },
    { "甲局预算.PDF", "http://a/1.pdf", ".pdf", "甲局预算.pdf" },
    { "下载", "http://a/b/%E9%A2%84%E7%AE%97.pdf?x=/y", ".pdf", "预算.pdf" },
    { "", "http://a/", "", "document" },
    { "../../etc/passwd", "http://a/x", "", "_.._etc_passwd" },
    { "a\tb\nc \x01", "http://a/x", ".txt", "a b c.txt" },
    { ".hidden name", "http://a/x", "", "hidden name" },
    { "点击下载", "http://a/%00", ".pdf", "document.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *name
      = zb_fetch_name_print (CASES[i].text, CASES[i].address, CASES[i].ending);

    g_assert_cmpstr (name, ==, CASES[i].name);
  }
}

static void
test_long_names (void) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "预");
  name = zb_fetch_name_print (text->str, "http://a/x", ".pdf");
  g_assert_cmpuint (strlen (name), <, 210);
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_true (g_str_has_suffix (name, "预.pdf"));
}

static void
test_endings (void) {
  static const struct {
    const char *address, *media_type, *disposition, *body, *ending;
  } CASES[] = {
    { "http://a/1.PDF?x=.doc", "text/html", NULL, "x", ".pdf" },
    { "http://a.com", "application/pdf", NULL, "x", ".pdf" },
    { "http://a/down.jsp?id=3", "application/octet-stream", "attachment; filename=\"b.docx\"", "x",
      ".docx" },
    { "http://a/down", "application/octet-stream", NULL, "%PDF-1.4", ".pdf" },
    { "http://a/down", "text/html; charset=gbk", NULL, "x", ".html" },
    { "http://a/v1.2.2024", NULL, NULL, "x", ".2024" },
    { "http://a/down", NULL, NULL, "x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_auto (ZbFetchAnswer) answer = { .body = g_byte_array_new (),
                                      .media_type = g_strdup (CASES[i].media_type),
                                      .disposition = g_strdup (CASES[i].disposition) };
    g_autofree char *ending = NULL;

    g_byte_array_append (answer.body, (const guint8 *) CASES[i].body,
                         (guint) strlen (CASES[i].body));
    ending = zb_fetch_name_ending (CASES[i].address, &answer);
    g_assert_cmpstr (ending, ==, CASES[i].ending);
  }
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/batch/fetch-name/names", test_names);
  g_test_add_func ("/batch/fetch-name/long-names", test_long_names);
  g_test_add_func ("/batch/fetch-name/endings", test_endings);
  return g_test_run ();
}
