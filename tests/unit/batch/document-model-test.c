/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-model.h"

#include <gio/gio.h>
#include <string.h>

#include "json.h"
#include "reader.h"
#include "stage-dump.h"

static char *
print_output (const ZbDocument *document, const ZbCatalogue *catalogue) {
  g_autoptr (ZbReport) report = zb_report_new (document, catalogue);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const ZbEmitOptions options = { .mentions = TRUE };

  g_assert_true (zb_json_emit_line (report, &options, stream, NULL));
  g_assert_true (zb_stage_dump_extract_line (document, stream, NULL));
  g_assert_true (zb_stage_dump_normalize_line (document, stream, NULL));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
check_file (const char *path, const ZbCatalogue *catalogue) {
  g_autoptr (ZbDocument) document = zb_document_read (path, &ZB_READ_OPTIONS_DEFAULT, NULL);
  g_autoptr (GBytes) model = NULL, again = NULL;
  g_autoptr (ZbDocument) unpacked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;

  if (document == NULL)
    return;
  model = zb_document_model_pack (document);
  unpacked = zb_document_model_unpack (model, &error);
  g_assert_no_error (error);
  first = print_output (document, catalogue);
  second = print_output (unpacked, catalogue);
  g_assert_cmpstr (first, ==, second);
  again = zb_document_model_pack (unpacked);
  g_assert_true (g_bytes_equal (model, again));
}

static guint
check_folder (const char *folder, const ZbCatalogue *catalogue) {
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint count = 0;

  g_assert_nonnull (directory);
  for (const char *name; (name = g_dir_read_name (directory)) != NULL;) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_str_has_suffix (name, ".doc"))
      continue;
    check_file (path, catalogue);
    count++;
  }
  return count;
}

/* What is made of the stored model is what was made of the document, to the byte. */
static void
test_round_trip (void) {
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (NULL);

  g_assert_cmpuint (check_folder (SAMPLES, catalogue), >, 5);
  g_assert_cmpuint (check_folder (SAMPLES "/bad", catalogue), >, 5);
}

static void
refuse (const guint8 *data, gsize length) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_document_model_unpack (bytes, &error);

  if (document == NULL)
    g_assert_nonnull (error);
}

/* Cut and altered models are refused, or are some document; they never crash the program. */
static void
test_damaged (void) {
  g_autoptr (ZbDocument) document
    = zb_document_read (SAMPLES "/annex.html", &ZB_READ_OPTIONS_DEFAULT, NULL);
  g_autoptr (GBytes) model = zb_document_model_pack (document);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (model, &length);
  g_autoptr (GByteArray) plain = zb_document_model_inflate (data + 4, length - 4, G_MAXUINT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  g_assert_null (zb_document_model_unpack (empty, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  for (gsize cut = 0; cut < length; cut += 97)
    refuse (data, cut);
  for (guint i = 0; i < plain->len; i += 41) {
    g_autoptr (GByteArray) altered = g_byte_array_new ();
    g_autoptr (GBytes) packed = NULL;
    guint8 kept = plain->data[i];
    gsize size = 0;
    gconstpointer bytes;

    plain->data[i] ^= (guint8) (1 + i % 255);
    packed = zb_document_model_deflate (plain->data, plain->len);
    plain->data[i] = kept;
    bytes = g_bytes_get_data (packed, &size);
    g_byte_array_append (altered, data, 4);
    g_byte_array_append (altered, bytes, (guint) size);
    refuse (altered->data, altered->len);
  }
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/batch/document-model/round-trip", test_round_trip);
  g_test_add_func ("/batch/document-model/damaged", test_damaged);
  return g_test_run ();
}
