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

/* A document in which every field differs from what it is in a new one. */
static ZbDocument *
make_full (void) {
  const ZbOrigin origin = { 3, TRUE, { 1.5, -2.25, 1e9, 0.1 },
                            ZB_RECOGNISED | ZB_RECOGNISED_DIGIT_SUSPECT };
  ZbDocument *document = zb_document_new ();
  ZbTable *table = zb_table_new ();
  ZbBlock *block = zb_block_new (ZB_BLOCK_HEADING, "第一部分 概况", &origin);
  ZbCell *cell = zb_table_add_cell (table, 0, 0, "1,490.47");
  const guint page = 7;

  document->path = g_strdup ("a.pdf");
  document->sha256 = g_strdup ("00");
  document->media_type = "application/pdf";
  document->bytes = G_MAXUINT64;
  document->pages = 9;
  document->text_origin = ZB_TEXT_ORIGIN_MIXED;
  document->coverage = (ZbTextCoverage){ 10, 1, 2, 3, 4 };
  g_array_append_val (document->doubtful_pages, page);
  zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_ERROR, "code", 5, "100 %%");
  block->role = ZB_ROLE_CONTENTS;
  block->heading_level = 2;
  block->heading_number = g_strdup ("第一部分");
  block->font_size = 10.5;
  block->bold = block->centred = TRUE;
  zb_block_append_line (block, "续", &origin);
  g_ptr_array_add (document->blocks, block);
  table->title = g_strdup ("收入支出决算总表");
  table->unit = g_strdup ("万元");
  table->form = g_strdup ("公开01表");
  table->department = g_strdup ("某局");
  g_ptr_array_add (table->notes, g_strdup ("注：无"));
  zb_table_add_page (table, 3);
  cell->rowspan = cell->colspan = 2;
  cell->origin = origin;
  cell->flags = ZB_CELL_CUT_OFF | ZB_CELL_JOINED;
  table->header_rows = 1;
  zb_table_finish (table);
  g_ptr_array_add (document->blocks, zb_block_new_table (table));
  return document;
}

static void
test_every_field (void) {
  g_autoptr (ZbDocument) document = make_full ();
  g_autoptr (GBytes) model = zb_document_model_pack (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) unpacked = zb_document_model_unpack (model, &error);
  const ZbBlock *heading, *table;
  const ZbCell *cell;

  g_assert_no_error (error);
  g_assert_cmpstr (unpacked->media_type, ==, "application/pdf");
  g_assert_cmpuint (unpacked->bytes, ==, G_MAXUINT64);
  g_assert_cmpuint (unpacked->text_origin, ==, ZB_TEXT_ORIGIN_MIXED);
  g_assert_true (zb_document_is_doubtful (unpacked, 7));
  g_assert_cmpstr (((ZbDiagnostic *) unpacked->diagnostics->pdata[0])->message, ==, "100 %");
  heading = unpacked->blocks->pdata[0];
  g_assert_cmpuint (heading->role, ==, ZB_ROLE_CONTENTS);
  g_assert_cmpuint (heading->heading_level, ==, 2);
  g_assert_cmpstr (heading->heading_number, ==, "第一部分");
  g_assert_true (heading->bold && heading->centred);
  g_assert_cmpuint (heading->pieces->len, ==, 2);
  table = unpacked->blocks->pdata[1];
  g_assert_cmpstr (table->table->department, ==, "某局");
  g_assert_cmpuint (table->table->notes->len, ==, 1);
  cell = table->table->cells->pdata[0];
  g_assert_cmpuint (cell->colspan, ==, 2);
  g_assert_cmpuint (cell->flags, ==, ZB_CELL_CUT_OFF | ZB_CELL_JOINED);
  g_assert_cmpfloat (cell->origin.box.y0, ==, -2.25);
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
  g_test_add_func ("/batch/document-model/every-field", test_every_field);
  g_test_add_func ("/batch/document-model/damaged", test_damaged);
  return g_test_run ();
}
