/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "structure.h"

const ZbReader *const zb_readers[] = { &zb_pdf_reader, &zb_docx_reader, &zb_xlsx_reader,
                                       &zb_hocr_reader, &zb_html_reader, &zb_alto_reader,
                                       &zb_page_reader, &zb_doc_reader,
                                       &zb_xls_reader, &zb_rtf_reader, &zb_png_reader,
                                       &zb_jpeg_reader, &zb_tiff_reader, &zb_text_reader,
                                       NULL };

const ZbReadOptions ZB_READ_OPTIONS_DEFAULT = {
  .max_bytes = 200u << 20,
  .max_pages = 3000,
  .max_unpacked_bytes = 256u << 20,
  .max_zip_entries = 2000,
  .max_inflate_ratio = 100,
  .max_xml_depth = 128,
  .max_cells = 2000000,
  .max_convert_seconds = 120,
  .languages = "chi_sim",
};

/* Reads until the end of the file, or one byte past the limit, so that a pipe without end stops. */
static GBytes *
load_descriptor (int descriptor, guint64 limit, GError **error) {
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[1 << 16];

  while (bytes->len <= limit) {
    gssize count = read (descriptor, buffer, sizeof buffer);

    if (count == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", g_strerror (errno));
      return NULL;
    }
    g_byte_array_append (bytes, buffer, (guint) count);
  }
  g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "larger than %" G_GUINT64_FORMAT " bytes", limit);
  return NULL;
}

/* Whether @file is there, a file and not too large. */
static gboolean
may_load (GFile *file, guint64 limit, GError **error) {
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, "standard::type,standard::size",
                                                  G_FILE_QUERY_INFO_NONE, NULL, &local);

  if (info == NULL) {
    gboolean missing = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s",
                 missing ? "no such file" : local->message);
    return FALSE;
  }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR) {
    gboolean directory = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;

    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s",
                 directory ? "is a directory" : "is not a regular file");
    return FALSE;
  }
  if ((guint64) g_file_info_get_size (info) > limit) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "%" G_GINT64_FORMAT " bytes, more than the limit of %" G_GUINT64_FORMAT,
                 g_file_info_get_size (info), limit);
    return FALSE;
  }
  return TRUE;
}

static GBytes *
load_file (const char *path, guint64 limit, GError **error) {
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local = NULL;
  char *contents = NULL;
  gsize length = 0;

  if (g_str_equal (path, "-"))
    return load_descriptor (STDIN_FILENO, limit, error);
  file = g_file_new_for_path (path);
  if (!may_load (file, limit, error))
    return NULL;
  if (!g_file_load_contents (file, NULL, &contents, &length, NULL, &local)) {
    gboolean denied = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s",
                 denied ? "permission denied" : local->message);
    return NULL;
  }
  return g_bytes_new_take (contents, length);
}

static const ZbReader *
lookup_reader (GBytes *bytes, const char *path) {
  const ZbReader *best = NULL;
  guint best_score = 0;

  for (const ZbReader *const *reader = zb_readers; *reader != NULL; reader++) {
    guint score = (*reader)->recognize (bytes, path);

    if (score > best_score) {
      best = *reader;
      best_score = score;
    }
  }
  return best;
}

static ZbDocument *
read_bytes (GBytes *bytes, const char *path, const ZbReadOptions *options, GError **error) {
  const ZbReader *reader = NULL;
  ZbDocument *document = NULL;

  if (g_bytes_get_size (bytes) == 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the file is empty");
    return NULL;
  }
  reader = lookup_reader (bytes, path);
  if (reader == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED,
                 "the content is neither PDF, Word, Excel, RTF, HTML, hOCR, ALTO, PAGE XML, "
                 "a PNG, JPEG or TIFF picture, "
                 "nor text in UTF-8, UTF-16, GB18030 or Big5");
    return NULL;
  }
  document = reader->read (bytes, options, error);
  if (document == NULL)
    return NULL;
  document->media_type = reader->media_type;
  document->bytes = g_bytes_get_size (bytes);
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  zb_structure_run (document);
  return document;
}

/* Reads what load_file() or load_descriptor() found; NULL @bytes pass their error on. */
static ZbDocument *
read_loaded (GBytes *bytes, const char *path, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = NULL;

  if (bytes != NULL)
    document = read_bytes (bytes, path, options, error);
  if (document == NULL) {
    g_prefix_error (error, "%s: ", g_str_equal (path, "-") ? "standard input" : path);
    return NULL;
  }
  document->path = g_strdup (path);
#ifndef NDEBUG
  if (!zb_document_check (document, error)) {
    g_prefix_error (error, "%s: the reader broke its promise: ", path);
    return NULL;
  }
#endif
  return g_steal_pointer (&document);
}

ZbDocument *
zb_document_read (const char *path, const ZbReadOptions *options, GError **error) {
  g_autoptr (GBytes) bytes = load_file (path, options->max_bytes, error);

  return read_loaded (bytes, path, options, error);
}

ZbDocument *
zb_document_read_descriptor (int descriptor, const char *path, const ZbReadOptions *options,
                             GError **error) {
  g_autoptr (GBytes) bytes = load_descriptor (descriptor, options->max_bytes, error);

  return read_loaded (bytes, path, options, error);
}
