/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text becomes a report without a crash: its text is accounted for, every fact has a place and
 * exactly one of those with equal dimensions is preferred, and what is written is valid UTF-8. */
#include <stdint.h>
#include <string.h>

#include "json.h"
#include "reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Loaded once: it is the same for every input. */
static const ZbCatalogue *
load_catalogue (void) {
  static ZbCatalogue *catalogue = NULL;

  if (catalogue == NULL)
    catalogue = zb_catalogue_new (NULL);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static void
check_coverage (const ZbTextCoverage *coverage) {
  g_assert_cmpuint (coverage->glyphs, ==,
                    coverage->in_cells + coverage->in_blocks + coverage->in_furniture
                        + coverage->left_out);
}

static guint
hash_dimensions (gconstpointer key) {
  const ZbDimensions *dimensions = key;

  return g_direct_hash (dimensions->indicator) ^ g_direct_hash (dimensions->measure)
         ^ g_direct_hash (dimensions->function) ^ g_direct_hash (dimensions->economic)
         ^ g_direct_hash (dimensions->subject);
}

static gboolean
equal_dimensions (gconstpointer a, gconstpointer b) {
  return zb_dimensions_equal (a, b);
}

static void
check_facts (const ZbReport *report) {
  g_autoptr (GHashTable) all = g_hash_table_new (hash_dimensions, equal_dimensions);
  g_autoptr (GHashTable) preferred = g_hash_table_new (hash_dimensions, equal_dimensions);

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    g_assert_cmpuint (fact->number, ==, i + 1);
    g_assert_nonnull (fact->dimensions.indicator);
    g_assert_nonnull (fact->dimensions.measure);
    g_assert_nonnull (fact->unit);
    g_assert_true (fact->confidence >= 0 && fact->confidence <= 1);
    g_assert_true (fact->source.kind == ZB_SOURCE_TEXT
                   || (fact->source.table > 0 && fact->source.table <= report->tables->len));
    g_hash_table_add (all, &fact->dimensions);
    if (fact->preferred)
      g_assert_true (g_hash_table_add (preferred, &fact->dimensions));
  }
  g_assert_cmpuint (g_hash_table_size (all), ==, g_hash_table_size (preferred));
}

static void
check_output (const ZbReport *report) {
  const ZbEmitOptions options = { .mentions = TRUE };
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (out);

  g_assert_true (zb_json_emit_line (report, &options, out, NULL));
  g_assert_true (g_utf8_validate (g_memory_output_stream_get_data (memory),
                                  (gssize) g_memory_output_stream_get_data_size (memory), NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size) {
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ZbDocument) document
      = zb_text_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, NULL);
  g_autoptr (ZbReport) report = NULL;

  if (document == NULL)
    return 0;
  check_coverage (&document->coverage);
  report = zb_report_new (document, load_catalogue ());
  check_facts (report);
  check_output (report);
  return 0;
}
