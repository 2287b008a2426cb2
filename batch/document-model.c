/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-model.h"

#include <gio/gio.h>
#include <string.h>

#include "encoding.h"
#include "intern.h"

/* Four letters and the version of what follows: to be raised with every change of the model. */
static const char MAGIC[] = { 'Z', 'B', 'M', 2 };
/* A report of a thousand pages packs some ten MiB. */
static const gsize MAX_UNPACKED = (gsize) 1 << 30;
/* Speed counts here: the store holds many, and each is written once. */
enum { COMPRESSION_LEVEL = 5, PIECE = 1 << 16 };

/* A field that is added to the model must be packed and unpacked here, and then counted. */
#if GLIB_SIZEOF_VOID_P == 8
G_STATIC_ASSERT (sizeof (ZbDocument) == 104);
G_STATIC_ASSERT (sizeof (ZbBlock) == 64);
G_STATIC_ASSERT (sizeof (ZbTable) == 72);
G_STATIC_ASSERT (sizeof (ZbCell) == 80);
G_STATIC_ASSERT (sizeof (ZbTextPiece) == 56);
G_STATIC_ASSERT (sizeof (ZbOrigin) == 48);
G_STATIC_ASSERT (sizeof (ZbTextCoverage) == 40);
#endif

static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize length, gsize limit) {
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize place = 0;

  for (;;) {
    gsize read = 0, written = 0;
    GConverterResult result
      = g_converter_convert (converter, data + place, length - place, piece, PIECE,
                             G_CONVERTER_INPUT_AT_END, &read, &written, NULL);

    if (result == G_CONVERTER_ERROR || out->len + written > limit)
      return NULL;
    g_byte_array_append (out, piece, (guint) written);
    place += read;
    if (result == G_CONVERTER_FINISHED)
      return g_steal_pointer (&out);
  }
}

GBytes *
zb_document_model_deflate (gconstpointer data, gsize length) {
  g_autoptr (GZlibCompressor) compressor
    = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL);

  return g_byte_array_free_to_bytes (
    convert (G_CONVERTER (compressor), data, length, G_MAXUINT));
}

GByteArray *
zb_document_model_inflate (gconstpointer data, gsize length, gsize limit) {
  g_autoptr (GZlibDecompressor) decompressor
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (decompressor), data, length, limit);
}

/* Page, recognition and whether there is a box are one number. */
enum { RECOGNITION_SHIFT = 1, RECOGNITION_BITS = 4, PAGE_SHIFT = RECOGNITION_SHIFT + RECOGNITION_BITS };

static void
pack_origin (GByteArray *bytes, const ZbOrigin *origin) {
  zb_encode_number (bytes, (guint64) origin->page << PAGE_SHIFT
                             | (guint64) origin->recognition << RECOGNITION_SHIFT
                             | (origin->has_box ? 1 : 0));
  if (!origin->has_box)
    return;
  zb_encode_real (bytes, origin->box.x0);
  zb_encode_real (bytes, origin->box.y0);
  zb_encode_real (bytes, origin->box.x1);
  zb_encode_real (bytes, origin->box.y1);
}

static void
pack_pages (GByteArray *bytes, const GArray *pages) {
  zb_encode_number (bytes, pages->len);
  for (guint i = 0; i < pages->len; i++)
    zb_encode_number (bytes, g_array_index (pages, guint, i));
}

static void
pack_cell (GByteArray *bytes, const ZbCell *cell) {
  zb_encode_number (bytes, cell->row);
  zb_encode_number (bytes, cell->col);
  zb_encode_number (bytes, cell->rowspan);
  zb_encode_number (bytes, cell->colspan);
  zb_encode_number (bytes, cell->flags);
  zb_encode_text (bytes, cell->text);
  pack_origin (bytes, &cell->origin);
}

static void
pack_table (GByteArray *bytes, const ZbTable *table) {
  zb_encode_text (bytes, table->title);
  zb_encode_text (bytes, table->unit);
  zb_encode_text (bytes, table->form);
  zb_encode_text (bytes, table->department);
  zb_encode_number (bytes, table->notes->len);
  for (guint i = 0; i < table->notes->len; i++)
    zb_encode_text (bytes, g_ptr_array_index (table->notes, i));
  pack_pages (bytes, table->pages);
  zb_encode_number (bytes, table->rows);
  zb_encode_number (bytes, table->cols);
  zb_encode_number (bytes, table->header_rows);
  zb_encode_number (bytes, table->cells->len);
  for (guint i = 0; i < table->cells->len; i++)
    pack_cell (bytes, g_ptr_array_index (table->cells, i));
}

static void
pack_block (GByteArray *bytes, const ZbBlock *block) {
  zb_encode_number (bytes, block->kind);
  zb_encode_number (bytes, block->role);
  if (block->kind == ZB_BLOCK_TABLE) {
    pack_table (bytes, block->table);
    return;
  }
  zb_encode_text (bytes, block->text);
  zb_encode_number (bytes, block->heading_level);
  zb_encode_text (bytes, block->heading_number);
  zb_encode_real (bytes, block->font_size);
  zb_encode_number (bytes, (block->bold ? 1 : 0) | (block->centred ? 2 : 0));
  zb_encode_number (bytes, block->pieces->len);
  for (guint i = 0; i < block->pieces->len; i++) {
    const ZbTextPiece *piece = &g_array_index (block->pieces, ZbTextPiece, i);

    zb_encode_number (bytes, piece->start);
    pack_origin (bytes, &piece->origin);
  }
}

static void
pack_coverage (GByteArray *bytes, const ZbTextCoverage *coverage) {
  zb_encode_number (bytes, coverage->glyphs);
  zb_encode_number (bytes, coverage->in_cells);
  zb_encode_number (bytes, coverage->in_blocks);
  zb_encode_number (bytes, coverage->in_furniture);
  zb_encode_number (bytes, coverage->left_out);
}

static void
pack_diagnostics (GByteArray *bytes, const GPtrArray *diagnostics) {
  zb_encode_number (bytes, diagnostics->len);
  for (guint i = 0; i < diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    zb_encode_number (bytes, diagnostic->severity);
    zb_encode_text (bytes, diagnostic->code);
    zb_encode_text (bytes, diagnostic->message);
    zb_encode_number (bytes, diagnostic->page);
  }
}

GBytes *
zb_document_model_pack (const ZbDocument *document) {
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  GByteArray *whole = g_byte_array_new ();
  gsize length = 0;
  gconstpointer data;

  zb_encode_text (bytes, document->path);
  zb_encode_text (bytes, document->sha256);
  zb_encode_text (bytes, document->media_type);
  zb_encode_number (bytes, document->bytes);
  zb_encode_number (bytes, document->pages);
  zb_encode_number (bytes, document->text_origin);
  pack_coverage (bytes, &document->coverage);
  pack_pages (bytes, document->doubtful_pages);
  pack_diagnostics (bytes, document->diagnostics);
  zb_encode_number (bytes, document->blocks->len);
  for (guint i = 0; i < document->blocks->len; i++)
    pack_block (bytes, g_ptr_array_index (document->blocks, i));
  packed = zb_document_model_deflate (bytes->data, bytes->len);
  data = g_bytes_get_data (packed, &length);
  g_byte_array_append (whole, (const guint8 *) MAGIC, sizeof MAGIC);
  g_byte_array_append (whole, data, (guint) length);
  return g_byte_array_free_to_bytes (whole);
}

static void
unpack_origin (ZbDecoder *decoder, ZbOrigin *origin) {
  guint64 packed = zb_decode_number (decoder);

  origin->page = (guint) (packed >> PAGE_SHIFT);
  origin->recognition
    = (ZbRecognition) (packed >> RECOGNITION_SHIFT & ((1 << RECOGNITION_BITS) - 1));
  origin->has_box = packed & 1;
  if (!origin->has_box)
    return;
  origin->box.x0 = zb_decode_real (decoder);
  origin->box.y0 = zb_decode_real (decoder);
  origin->box.x1 = zb_decode_real (decoder);
  origin->box.y1 = zb_decode_real (decoder);
}

static void
unpack_pages (ZbDecoder *decoder, GArray *pages) {
  guint count = zb_decode_bounded (decoder, G_MAXINT);

  for (guint i = 0; i < count && !decoder->failed; i++) {
    guint page = zb_decode_bounded (decoder, G_MAXINT);

    g_array_append_val (pages, page);
  }
}

static void
unpack_cell (ZbDecoder *decoder, ZbTable *table) {
  guint row = zb_decode_bounded (decoder, G_MAXINT), col = zb_decode_bounded (decoder, G_MAXINT);
  ZbCell *cell = zb_table_add_cell (table, row, col, NULL);

  cell->rowspan = zb_decode_bounded (decoder, G_MAXINT);
  cell->colspan = zb_decode_bounded (decoder, G_MAXINT);
  cell->flags = (ZbCellFlags) zb_decode_bounded (decoder, G_MAXINT);
  g_free (cell->text);
  cell->text = zb_decode_text (decoder);
  unpack_origin (decoder, &cell->origin);
}

static ZbTable *
unpack_table (ZbDecoder *decoder) {
  ZbTable *table = zb_table_new ();
  guint count;

  table->title = zb_decode_text (decoder);
  table->unit = zb_decode_text (decoder);
  table->form = zb_decode_text (decoder);
  table->department = zb_decode_text (decoder);
  count = zb_decode_bounded (decoder, G_MAXINT);
  for (guint i = 0; i < count && !decoder->failed; i++)
    g_ptr_array_add (table->notes, zb_decode_text (decoder));
  unpack_pages (decoder, table->pages);
  table->rows = zb_decode_bounded (decoder, G_MAXINT);
  table->cols = zb_decode_bounded (decoder, G_MAXINT);
  table->header_rows = zb_decode_bounded (decoder, G_MAXINT);
  count = zb_decode_bounded (decoder, G_MAXINT);
  for (guint i = 0; i < count && !decoder->failed; i++)
    unpack_cell (decoder, table);
  return table;
}

static ZbBlock *
unpack_block (ZbDecoder *decoder) {
  ZbBlockKind kind = (ZbBlockKind) zb_decode_bounded (decoder, ZB_BLOCK_TABLE);
  ZbBlockRole role = (ZbBlockRole) zb_decode_bounded (decoder, ZB_ROLE_CONTENTS);
  ZbBlock *block;
  guint count, style;

  if (kind == ZB_BLOCK_TABLE) {
    block = zb_block_new_table (unpack_table (decoder));
    block->role = role;
    return block;
  }
  block = zb_block_new (kind, NULL, NULL);
  block->role = role;
  block->text = zb_decode_text (decoder);
  block->heading_level = zb_decode_bounded (decoder, G_MAXINT);
  block->heading_number = zb_decode_text (decoder);
  block->font_size = zb_decode_real (decoder);
  style = zb_decode_bounded (decoder, 3);
  block->bold = style & 1;
  block->centred = (style & 2) != 0;
  g_array_set_size (block->pieces, 0);
  count = zb_decode_bounded (decoder, G_MAXINT);
  for (guint i = 0; i < count && !decoder->failed; i++) {
    ZbTextPiece piece = { .start = zb_decode_number (decoder) };

    unpack_origin (decoder, &piece.origin);
    g_array_append_val (block->pieces, piece);
  }
  return block;
}

static void
unpack_diagnostics (ZbDecoder *decoder, GPtrArray *diagnostics) {
  guint count = zb_decode_bounded (decoder, G_MAXINT);

  for (guint i = 0; i < count && !decoder->failed; i++) {
    guint severity = zb_decode_bounded (decoder, ZB_SEVERITY_ERROR);
    g_autofree char *code = zb_decode_text (decoder);
    g_autofree char *message = zb_decode_text (decoder);
    guint page = zb_decode_bounded (decoder, G_MAXINT);

    zb_diagnostics_add (diagnostics, (ZbSeverity) severity, code, page, "%s",
                        message != NULL ? message : "");
  }
}

static void
unpack_document (ZbDecoder *decoder, ZbDocument *document) {
  g_autofree char *media_type = NULL;
  guint count;

  document->path = zb_decode_text (decoder);
  document->sha256 = zb_decode_text (decoder);
  media_type = zb_decode_text (decoder);
  document->media_type = zb_intern (media_type);
  document->bytes = zb_decode_number (decoder);
  document->pages = zb_decode_bounded (decoder, G_MAXINT);
  document->text_origin = (ZbTextOrigin) zb_decode_bounded (decoder, ZB_TEXT_ORIGIN_MIXED);
  document->coverage.glyphs = zb_decode_number (decoder);
  document->coverage.in_cells = zb_decode_number (decoder);
  document->coverage.in_blocks = zb_decode_number (decoder);
  document->coverage.in_furniture = zb_decode_number (decoder);
  document->coverage.left_out = zb_decode_number (decoder);
  unpack_pages (decoder, document->doubtful_pages);
  unpack_diagnostics (decoder, document->diagnostics);
  count = zb_decode_bounded (decoder, G_MAXINT);
  for (guint i = 0; i < count && !decoder->failed; i++)
    g_ptr_array_add (document->blocks, unpack_block (decoder));
}

ZbDocument *
zb_document_model_unpack (GBytes *bytes, GError **error) {
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GByteArray) plain = NULL;
  g_autoptr (ZbDocument) document = zb_document_new ();
  ZbDecoder decoder = { 0 };

  if (length > sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0)
    plain = zb_document_model_inflate (data + sizeof MAGIC, length - sizeof MAGIC, MAX_UNPACKED);
  if (plain != NULL) {
    decoder.data = plain->data;
    decoder.length = plain->len;
    unpack_document (&decoder, document);
  }
  if (plain == NULL || decoder.failed || decoder.place != decoder.length
      || document->media_type == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the stored model of the document is damaged");
    return NULL;
  }
  return zb_document_check (document, error) ? g_steal_pointer (&document) : NULL;
}
