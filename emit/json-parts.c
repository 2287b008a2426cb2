/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-parts.h"

#include <math.h>

/* Points: a hundredth is finer than any print and hides the noise of the last bits. */
#define BOX_DECIMALS 2

void
zb_json_parts_id (ZbJsonWriter *writer, const char *key, char letter, guint number) {
  char id[16];

  g_snprintf (id, sizeof id, "%c%u", letter, number);
  zb_json_writer_string (writer, key, id);
}

void
zb_json_parts_box (ZbJsonWriter *writer, const ZbOrigin *origin) {
  const ZbBox *box = &origin->box;

  if (!origin->has_box || !isfinite (box->x0) || !isfinite (box->y0) || !isfinite (box->x1)
      || !isfinite (box->y1)) {
    zb_json_writer_null (writer, "bbox");
    return;
  }
  zb_json_writer_open_array (writer, "bbox", ZB_JSON_INLINE);
  zb_json_writer_fixed (writer, NULL, box->x0, BOX_DECIMALS);
  zb_json_writer_fixed (writer, NULL, box->y0, BOX_DECIMALS);
  zb_json_writer_fixed (writer, NULL, box->x1, BOX_DECIMALS);
  zb_json_writer_fixed (writer, NULL, box->y1, BOX_DECIMALS);
  zb_json_writer_close (writer);
}

void
zb_json_parts_flags (ZbJsonWriter *writer, ZbFlags flags) {
  zb_json_writer_open_array (writer, "flags", ZB_JSON_INLINE);
  for (guint flag = 0; flag < ZB_N_FLAGS; flag++)
    if (flags & ZB_FLAG_BIT (flag))
      zb_json_writer_string (writer, NULL, zb_flag_name ((ZbFlag) flag));
  zb_json_writer_close (writer);
}

const char *
zb_json_parts_text_origin (ZbTextOrigin origin) {
  switch (origin) {
  case ZB_TEXT_ORIGIN_OCR:
    return "ocr";
  case ZB_TEXT_ORIGIN_OCR_EXTERNAL:
    return "ocr_external";
  case ZB_TEXT_ORIGIN_MIXED:
    return "mixed";
  case ZB_TEXT_ORIGIN_DIGITAL:
  default:
    return "digital";
  }
}

void
zb_json_parts_source (ZbJsonWriter *writer, const ZbDocument *document) {
  zb_json_writer_open_object (writer, "source", ZB_JSON_SPREAD);
  zb_json_writer_string (writer, "path", document->path);
  zb_json_writer_string (writer, "sha256", document->sha256);
  zb_json_writer_string (writer, "media_type", document->media_type);
  zb_json_writer_integer (writer, "bytes", document->bytes);
  zb_json_writer_number_or_null (writer, "pages", document->pages);
  zb_json_writer_close (writer);
}

void
zb_json_parts_coverage (ZbJsonWriter *writer, const ZbTextCoverage *coverage) {
  zb_json_writer_open_object (writer, "text_coverage", ZB_JSON_INLINE);
  zb_json_writer_integer (writer, "glyphs", coverage->glyphs);
  zb_json_writer_integer (writer, "in_cells", coverage->in_cells);
  zb_json_writer_integer (writer, "in_blocks", coverage->in_blocks);
  zb_json_writer_integer (writer, "in_furniture", coverage->in_furniture);
  zb_json_writer_integer (writer, "left_out", coverage->left_out);
  zb_json_writer_close (writer);
}

static void
write_cell (ZbJsonWriter *writer, const ZbCell *cell) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_integer (writer, "row", cell->row);
  zb_json_writer_integer (writer, "col", cell->col);
  zb_json_writer_integer (writer, "rowspan", cell->rowspan);
  zb_json_writer_integer (writer, "colspan", cell->colspan);
  zb_json_writer_string (writer, "text", cell->text);
  zb_json_writer_number_or_null (writer, "page", cell->origin.page);
  zb_json_parts_box (writer, &cell->origin);
  zb_json_writer_close (writer);
}

void
zb_json_parts_table (ZbJsonWriter *writer, const ZbTable *table) {
  zb_json_writer_string (writer, "title", table->title);
  zb_json_writer_string (writer, "unit", table->unit);
  zb_json_writer_open_array (writer, "pages", ZB_JSON_INLINE);
  for (guint i = 0; i < table->pages->len; i++)
    zb_json_writer_integer (writer, NULL, g_array_index (table->pages, guint, i));
  zb_json_writer_close (writer);
  zb_json_writer_integer (writer, "rows", table->rows);
  zb_json_writer_integer (writer, "cols", table->cols);
  zb_json_writer_integer (writer, "header_rows", table->header_rows);
  zb_json_writer_open_array (writer, "cells", ZB_JSON_SPREAD);
  for (guint i = 0; i < table->cells->len; i++)
    write_cell (writer, g_ptr_array_index (table->cells, i));
  zb_json_writer_close (writer);
}

void
zb_json_parts_diagnostics (ZbJsonWriter *writer, const GPtrArray *diagnostics) {
  zb_json_writer_open_array (writer, "diagnostics", ZB_JSON_SPREAD);
  for (guint i = 0; i < diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_writer_string (writer, "severity", zb_severity_name (diagnostic->severity));
    zb_json_writer_string (writer, "code", diagnostic->code);
    zb_json_writer_string (writer, "message", diagnostic->message);
    zb_json_writer_number_or_null (writer, "page", diagnostic->page);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}
