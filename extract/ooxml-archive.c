/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ooxml-archive.h"

#include <zip.h>

/* Below this size a high ratio is a harmless run of blanks. */
enum { RATIO_FREE_BYTES = 1 << 20, READ_BYTES = 1 << 16 };

struct ZbOoxmlArchive {
  GBytes *bytes;
  const ZbReadOptions *options;
  zip_t *zip;
  guint64 unpacked; /* bytes, of the parts read so far */
};

void
zb_ooxml_archive_free (ZbOoxmlArchive *archive) {
  g_clear_pointer (&archive->zip, zip_discard);
  g_bytes_unref (archive->bytes);
  g_free (archive);
}

static gboolean
open_zip (ZbOoxmlArchive *archive, GError **error) {
  zip_error_t failure;
  gsize length = 0;
  const void *data = g_bytes_get_data (archive->bytes, &length);
  zip_source_t *source = NULL;

  zip_error_init (&failure);
  source = zip_source_buffer_create (data, length, 0, &failure);
  if (source != NULL)
    archive->zip = zip_open_from_source (source, ZIP_RDONLY, &failure);
  if (archive->zip == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "damaged or truncated ZIP archive: %s",
                 zip_error_strerror (&failure));
    g_clear_pointer (&source, zip_source_free);
  }
  zip_error_fini (&failure);
  return archive->zip != NULL;
}

static gboolean
check_limits (const ZbOoxmlArchive *archive, GError **error) {
  const ZbReadOptions *options = archive->options;
  zip_int64_t entries = zip_get_num_entries (archive->zip, 0);
  guint64 total = 0;

  if (entries > (zip_int64_t) options->max_zip_entries) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "%" G_GINT64_FORMAT " ZIP entries, more than max_zip_entries %u",
                 (gint64) entries, options->max_zip_entries);
    return FALSE;
  }
  for (zip_int64_t i = 0; i < entries; i++) {
    zip_stat_t stat;

    if (zip_stat_index (archive->zip, (zip_uint64_t) i, 0, &stat) != 0
        || !(stat.valid & ZIP_STAT_SIZE))
      continue;
    if (stat.size > options->max_unpacked_bytes - total) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                   "unpacks to more than max_unpacked_bytes %" G_GUINT64_FORMAT,
                   options->max_unpacked_bytes);
      return FALSE;
    }
    total += stat.size;
  }
  return TRUE;
}

/* The entry of a part: names compare without case, and some writers use backslashes. */
static zip_int64_t
locate_part (const ZbOoxmlArchive *archive, const char *part) {
  zip_int64_t index = zip_name_locate (archive->zip, part, 0);
  g_autofree char *windows = NULL;

  if (index < 0)
    index = zip_name_locate (archive->zip, part, ZIP_FL_NOCASE);
  if (index < 0) {
    windows = g_strdelimit (g_strdup (part), "/", '\\');
    index = zip_name_locate (archive->zip, windows, ZIP_FL_NOCASE);
  }
  return index;
}

ZbOoxmlArchive *
zb_ooxml_archive_open (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlArchive) archive = g_new0 (ZbOoxmlArchive, 1);

  archive->bytes = g_bytes_ref (bytes);
  archive->options = options;
  return open_zip (archive, error) && check_limits (archive, error) ? g_steal_pointer (&archive)
                                                                    : NULL;
}

gboolean
zb_ooxml_archive_contains (const ZbOoxmlArchive *archive, const char *part) {
  return locate_part (archive, part) >= 0;
}

/* Whether the first @length bytes of an entry with @packed bytes stay within the limits. */
static gboolean
check_growth (const ZbOoxmlArchive *archive, gsize length, guint64 packed, GError **error) {
  const ZbReadOptions *options = archive->options;

  if (length > options->max_unpacked_bytes
      || archive->unpacked > options->max_unpacked_bytes - length) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "unpacks to more than max_unpacked_bytes %" G_GUINT64_FORMAT,
                 options->max_unpacked_bytes);
    return FALSE;
  }
  if (length > RATIO_FREE_BYTES && length / MAX (packed, 1) >= options->max_inflate_ratio) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT,
                 "unpacks to more than max_inflate_ratio %u times its size",
                 options->max_inflate_ratio);
    return FALSE;
  }
  return TRUE;
}

static GBytes *
inflate_entry (ZbOoxmlArchive *archive, zip_file_t *file, guint64 packed, GError **error) {
  g_autoptr (GByteArray) contents = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);

  while (TRUE) {
    zip_int64_t count = zip_fread (file, buffer, READ_BYTES);

    if (count < 0) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "damaged ZIP entry: %s",
                   zip_file_strerror (file));
      return NULL;
    }
    if (count == 0)
      break;
    g_byte_array_append (contents, buffer, (guint) count);
    if (!check_growth (archive, contents->len, packed, error))
      return NULL;
  }
  archive->unpacked += contents->len;
  return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
}

GBytes *
zb_ooxml_archive_load (ZbOoxmlArchive *archive, const char *part, GError **error) {
  zip_int64_t index = locate_part (archive, part);
  zip_stat_t stat;
  zip_file_t *file = NULL;
  GBytes *bytes = NULL;

  if (index < 0 || zip_stat_index (archive->zip, (zip_uint64_t) index, 0, &stat) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "the part is missing");
    return NULL;
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_ENCRYPTED, "the archive needs a password");
    return NULL;
  }
  file = zip_fopen_index (archive->zip, (zip_uint64_t) index, 0);
  if (file == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_CORRUPT, "damaged ZIP entry: %s",
                 zip_strerror (archive->zip));
    return NULL;
  }
  bytes = inflate_entry (archive, file, stat.comp_size, error);
  zip_fclose (file);
  return bytes;
}
