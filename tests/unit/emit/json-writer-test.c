/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-writer.h"

#include <float.h>
#include <math.h>

#include "fixed-point.h"
#include "sample-report.h"

static char *
write_string (const char *text) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (stream, TRUE);

  zb_json_writer_string (writer, NULL, text);
  g_assert_true (zb_json_writer_finish (writer, NULL));
  return sample_text_steal (stream);
}

static void
test_escapes (void) {
  static const struct {
    const char *text, *json;
  } cases[] = {
    { "", "\"\"\n" },
    { "万元", "\"万元\"\n" },
    { "a\"b\\c", "\"a\\\"b\\\\c\"\n" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"\n" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"\n" },
    { "\xE2\x80\xA8|\xE2\x80\xA9|\xC2\x85", "\"\\u2028|\\u2029|\\u0085\"\n" },
    { "\xF0\xA0\x80\x80", "\"\xF0\xA0\x80\x80\"\n" },
    { "a\xFF" "b", "\"a\xEF\xBF\xBD" "b\"\n" },
    { NULL, "null\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *json = write_string (cases[i].text);

    g_assert_cmpstr (json, ==, cases[i].json);
  }
}

static char *
write_nested (gboolean pretty) {
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (stream, pretty);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_open_array (writer, "empty", ZB_JSON_SPREAD);
  zb_json_writer_close (writer);
  zb_json_writer_open_array (writer, "rows", ZB_JSON_SPREAD);
  for (guint row = 0; row < 2; row++) {
    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_writer_integer (writer, "row", row);
    zb_json_writer_open_array (writer, "inner", ZB_JSON_SPREAD); /* inline wins */
    zb_json_writer_bool (writer, NULL, TRUE);
    zb_json_writer_number_or_null (writer, NULL, row);
    zb_json_writer_close (writer);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
  g_assert_true (zb_json_writer_finish (writer, NULL));
  return sample_text_steal (stream);
}

static void
test_layout (void) {
  g_autofree char *pretty = write_nested (TRUE);
  g_autofree char *compact = write_nested (FALSE);

  g_assert_cmpstr (pretty, ==,
                   "{\n"
                   "  \"empty\": [],\n"
                   "  \"rows\": [\n"
                   "    {\"row\": 0, \"inner\": [true, null]},\n"
                   "    {\"row\": 1, \"inner\": [true, 1]}\n"
                   "  ]\n"
                   "}\n");
  g_assert_cmpstr (compact, ==,
                   "{\"empty\":[],\"rows\":[{\"row\":0,\"inner\":[true,null]},"
                   "{\"row\":1,\"inner\":[true,1]}]}\n");
}

static void
test_fixed (void) {
  static const struct {
    double value;
    guint decimals;
    const char *text;
  } cases[] = {
    { 0, 2, "0.00" },      { -0.001, 2, "0.00" }, { -0.5, 0, "0" },      { -1.25, 2, "-1.25" },
    { 595.276, 2, "595.28" }, { 1e15, 2, "1000000000000000.00" }, { NAN, 2, NULL },
    { INFINITY, 2, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = zb_fixed_point_print (cases[i].value, cases[i].decimals);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
  {
    g_autofree char *huge = zb_fixed_point_print (-DBL_MAX, 2);

    g_assert_true (g_str_has_suffix (huge, ".00"));
  }
}

static void
test_confidence (void) {
  static const struct {
    double value;
    const char *text;
  } cases[] = { { 0.95, "0.95" },  { 0.9, "0.90" },   { 0.9876, "0.988" },
                { 1, "1.00" },     { 0.9996, "1.00" }, { -1, "0.00" },
                { NAN, "0.00" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = zb_fixed_point_print_confidence (cases[i].value);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

/* A stream that is full fails the whole document, and says why. */
static void
test_write_error (void) {
  guint8 little[16];
  g_autoptr (GOutputStream) stream
    = g_memory_output_stream_new (little, sizeof little, NULL, NULL);
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (stream, FALSE);
  g_autoptr (GError) error = NULL;

  zb_json_writer_open_array (writer, NULL, ZB_JSON_SPREAD);
  for (guint i = 0; i < 100000; i++)
    zb_json_writer_integer (writer, NULL, i);
  zb_json_writer_close (writer);
  g_assert_false (zb_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/emit/json-writer/escapes", test_escapes);
  g_test_add_func ("/emit/json-writer/layout", test_layout);
  g_test_add_func ("/emit/json-writer/write-error", test_write_error);
  g_test_add_func ("/emit/fixed-point/print", test_fixed);
  g_test_add_func ("/emit/fixed-point/confidence", test_confidence);
  return g_test_run ();
}
