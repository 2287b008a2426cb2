/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage-dump.h"

#include "candidate.h"
#include "display-text.h"
#include "json-parts.h"
#include "quantity.h"
#include "text-sink.h"

/* Where a quantity was found. */
typedef struct {
  guint block;        /* index in the document */
  guint table;        /* 1 for "t1"; 0 in text */
  const ZbCell *cell; /* NULL in text */
  guint page;         /* 0 where the format has none */
} Place;

typedef void (*Visit) (const ZbQuantity *quantity, const Place *place, gpointer data);

static const char *const FLAG_NAMES[]
  = { "approximate",   "at_least", "at_most", "strict", "truncated",
      "unit_repaired", "range",    "ordinal", "date",   "spaced",
      "fraction" };

static void
visit_text (const ZbBlock *block, Place *place, Visit visit, gpointer data) {
  g_autoptr (GPtrArray) quantities = zb_quantities_find (block->text);

  for (guint i = 0; i < quantities->len; i++) {
    const ZbQuantity *quantity = g_ptr_array_index (quantities, i);

    place->page = zb_block_lookup_origin (block, quantity->start)->page;
    visit (quantity, place, data);
  }
}

/* A cell is one quantity; where it is not, the numbers among its words are shown instead. */
static void
visit_cell (const ZbCell *cell, Place *place, Visit visit, gpointer data) {
  ZbQuantity *whole = zb_quantity_parse_cell (cell->text);
  g_autoptr (GPtrArray) quantities = NULL;

  place->cell = cell;
  place->page = cell->origin.page;
  if (whole != NULL) {
    visit (whole, place, data);
    zb_quantity_free (whole);
    return;
  }
  quantities = zb_quantities_find (cell->text);
  for (guint i = 0; i < quantities->len; i++)
    visit (g_ptr_array_index (quantities, i), place, data);
}

static void
visit_quantities (const ZbDocument *document, Visit visit, gpointer data) {
  guint tables = 0;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);
    Place place = { .block = i };

    if (block->kind != ZB_BLOCK_TABLE) {
      visit_text (block, &place, visit, data);
      continue;
    }
    place.table = ++tables;
    for (guint k = 0; k < block->table->cells->len; k++)
      visit_cell (g_ptr_array_index (block->table->cells, k), &place, visit, data);
  }
}

static void
write_quantity (const ZbQuantity *quantity, const Place *place, gpointer data) {
  ZbJsonWriter *writer = data;
  g_autofree char *value = zb_decimal_print_plain (quantity->value);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_integer (writer, "block", place->block);
  if (place->cell != NULL) {
    zb_json_parts_id (writer, "table", 't', place->table);
    zb_json_writer_integer (writer, "row", place->cell->row);
    zb_json_writer_integer (writer, "col", place->cell->col);
  }
  zb_json_writer_number_or_null (writer, "page", place->page);
  zb_json_writer_integer (writer, "start", quantity->start);
  zb_json_writer_integer (writer, "end", quantity->end);
  zb_json_writer_string (writer, "raw", quantity->raw);
  zb_json_writer_string (writer, "raw_unit", quantity->raw_unit);
  zb_json_writer_string (writer, "value", value);
  zb_json_writer_string (writer, "unit",
                         quantity->unit != NULL ? quantity->unit->canonical : NULL);
  zb_json_writer_open_array (writer, "flags", ZB_JSON_INLINE);
  for (guint i = 0; i < G_N_ELEMENTS (FLAG_NAMES); i++)
    if (quantity->flags & (1u << i))
      zb_json_writer_string (writer, NULL, FLAG_NAMES[i]);
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
}

static void
write_candidates (ZbJsonWriter *writer, const ZbCell *cell, guint table) {
  g_autoptr (GPtrArray) candidates = zb_candidates_find (cell->text, ZB_CONFUSION_NUMBER);

  for (guint i = 0; i < candidates->len; i++) {
    const ZbCandidate *candidate = g_ptr_array_index (candidates, i);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_parts_id (writer, "table", 't', table);
    zb_json_writer_integer (writer, "row", cell->row);
    zb_json_writer_integer (writer, "col", cell->col);
    zb_json_writer_string (writer, "text", cell->text);
    zb_json_writer_string (writer, "candidate", candidate->text);
    zb_json_writer_string (writer, "confusions", candidate->confusions);
    zb_json_writer_close (writer);
  }
}

static gboolean
has_digit (const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Cells with a digit that are no number but may have been one. */
static void
write_doubtful_cells (ZbJsonWriter *writer, const ZbDocument *document) {
  guint tables = 0;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind != ZB_BLOCK_TABLE)
      continue;
    tables++;
    for (guint k = 0; k < block->table->cells->len; k++) {
      const ZbCell *cell = g_ptr_array_index (block->table->cells, k);

      if (has_digit (cell->text))
        write_candidates (writer, cell, tables);
    }
  }
}

static gboolean
write_quantities (const ZbDocument *document, gboolean pretty, GOutputStream *out,
                  GError **error) {
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, pretty);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_parts_source (writer, document);
  zb_json_writer_open_array (writer, "quantities", ZB_JSON_SPREAD);
  visit_quantities (document, write_quantity, writer);
  zb_json_writer_close (writer);
  zb_json_writer_open_array (writer, "candidates", ZB_JSON_SPREAD);
  write_doubtful_cells (writer, document);
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
  return zb_json_writer_finish (writer, error);
}

gboolean
zb_stage_dump_normalize_json (const ZbDocument *document, GOutputStream *out, GError **error) {
  return write_quantities (document, TRUE, out, error);
}

gboolean
zb_stage_dump_normalize_line (const ZbDocument *document, GOutputStream *out, GError **error) {
  return write_quantities (document, FALSE, out, error);
}

static void
append_field (ZbTextSink *sink, const char *text, guint width, gboolean right) {
  g_autofree char *clean = zb_display_text_clean (text);
  g_autofree char *field
    = zb_display_text_fit (clean, MAX (width, zb_display_text_width (clean)), right);

  zb_text_sink_printf (sink, "%s  ", field);
}

static void
append_quantity (const ZbQuantity *quantity, const Place *place, gpointer data) {
  ZbTextSink *sink = data;
  g_autofree char *value = zb_decimal_print_plain (quantity->value);
  g_autofree char *where = NULL;

  if (place->cell != NULL)
    where = g_strdup_printf ("t%u %u:%u", place->table, place->cell->row, place->cell->col);
  else
    where = g_strdup_printf ("block %u", place->block);
  append_field (sink, where, 12, FALSE);
  append_field (sink, quantity->raw, 16, TRUE);
  append_field (sink, quantity->raw_unit, 8, FALSE);
  append_field (sink, value, 20, TRUE);
  zb_text_sink_append (sink, quantity->unit != NULL ? quantity->unit->canonical : "-");
  if (place->page > 0)
    zb_text_sink_printf (sink, "  p%u", place->page);
  for (guint i = 0; i < G_N_ELEMENTS (FLAG_NAMES); i++)
    if (quantity->flags & (1u << i))
      zb_text_sink_printf (sink, "  %s", FLAG_NAMES[i]);
  zb_text_sink_append (sink, "\n");
}

gboolean
zb_stage_dump_normalize_text (const ZbDocument *document, GOutputStream *out, GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  g_autofree char *path = zb_display_text_clean (document->path);

  zb_text_sink_printf (sink, "== %s\n", path);
  visit_quantities (document, append_quantity, sink);
  return zb_text_sink_finish (sink, error);
}
