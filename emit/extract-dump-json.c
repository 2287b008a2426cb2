/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage-dump.h"

#include "json-parts.h"

static const char *
kind_name (ZbBlockKind kind) {
  static const char *const names[] = { "heading", "paragraph", "furniture", "table" };

  return names[kind];
}

static const char *
role_name (ZbBlockRole role) {
  static const char *const names[] = { "body", "caption", "note", "contents" };

  return names[role];
}

/* Where the text goes on on another page: the page, and how many characters stand before it. */
static void
write_page_breaks (ZbJsonWriter *writer, const ZbBlock *block) {
  guint page = zb_block_lookup_origin (block, 0)->page;

  zb_json_writer_open_array (writer, "page_breaks", ZB_JSON_INLINE);
  for (guint i = 0; i < block->pieces->len; i++) {
    const ZbTextPiece *piece = &g_array_index (block->pieces, ZbTextPiece, i);

    if (piece->origin.page == page)
      continue;
    page = piece->origin.page;
    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_writer_number_or_null (writer, "page", page);
    zb_json_writer_number_or_null (
      writer, "after", (guint) g_utf8_strlen (block->text, (gssize) piece->start));
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}

static void
write_text_block (ZbJsonWriter *writer, const ZbBlock *block) {
  const ZbOrigin *origin = zb_block_lookup_origin (block, 0);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_string (writer, "kind", kind_name (block->kind));
  zb_json_writer_string (writer, "role", role_name (block->role));
  zb_json_writer_number_or_null (writer, "level", block->heading_level);
  zb_json_writer_string (writer, "number", block->heading_number);
  zb_json_writer_number_or_null (writer, "page", origin->page);
  zb_json_parts_box (writer, origin);
  zb_json_writer_string (writer, "text", block->text);
  write_page_breaks (writer, block);
  zb_json_writer_close (writer);
}

static void
write_table_block (ZbJsonWriter *writer, const ZbTable *table) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "kind", kind_name (ZB_BLOCK_TABLE));
  zb_json_writer_string (writer, "form", table->form);
  zb_json_writer_string (writer, "department", table->department);
  zb_json_parts_table (writer, table);
  zb_json_writer_open_array (writer, "notes", ZB_JSON_SPREAD);
  for (guint i = 0; i < table->notes->len; i++)
    zb_json_writer_string (writer, NULL, g_ptr_array_index (table->notes, i));
  zb_json_writer_close (writer);
  zb_json_writer_close (writer);
}

static gboolean
write_document (const ZbDocument *document, gboolean pretty, GOutputStream *out, GError **error) {
  g_autoptr (ZbJsonWriter) writer = zb_json_writer_new (out, pretty);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_SPREAD);
  zb_json_parts_source (writer, document);
  zb_json_parts_coverage (writer, &document->coverage);
  zb_json_writer_string (writer, "text_origin",
                         zb_json_parts_text_origin (document->text_origin));
  zb_json_writer_open_array (writer, "blocks", ZB_JSON_SPREAD);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      write_table_block (writer, block->table);
    else
      write_text_block (writer, block);
  }
  zb_json_writer_close (writer);
  zb_json_parts_diagnostics (writer, document->diagnostics);
  zb_json_writer_close (writer);
  return zb_json_writer_finish (writer, error);
}

gboolean
zb_stage_dump_extract_json (const ZbDocument *document, GOutputStream *out, GError **error) {
  return write_document (document, TRUE, out, error);
}

gboolean
zb_stage_dump_extract_line (const ZbDocument *document, GOutputStream *out, GError **error) {
  return write_document (document, FALSE, out, error);
}
