/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-cache.h"

#include <gio/gio.h>
#include <string.h>

/* Behind a record stands its checksum: a half-written or foreign file is no record. */
enum { CHECKSUM = 64 };

struct ZbScanCache {
  char *folder;
};

ZbScanCache *
zb_scan_cache_new (GBytes *bytes, const char *settings) {
  ZbScanCache *cache = g_new0 (ZbScanCache, 1);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_update (checksum, (const guchar *) settings, (gssize) strlen (settings));
  cache->folder = g_build_filename (g_get_user_cache_dir (), "zhibiao", "pages",
                                    g_checksum_get_string (checksum), NULL);
  return cache;
}

void
zb_scan_cache_free (ZbScanCache *cache) {
  g_free (cache->folder);
  g_free (cache);
}

static char *
print_path (const ZbScanCache *cache, guint page) {
  g_autofree char *name = g_strdup_printf ("%u", page);

  return g_build_filename (cache->folder, name, NULL);
}

GBytes *
zb_scan_cache_load (const ZbScanCache *cache, guint page) {
  g_autofree char *path = print_path (cache, page), *checksum = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &data, &length, NULL) || length < CHECKSUM)
    return NULL;
  length -= CHECKSUM;
  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
  if (memcmp (data + length, checksum, CHECKSUM) != 0)
    return NULL;
  return g_bytes_new (data, length);
}

void
zb_scan_cache_keep (const ZbScanCache *cache, guint page, GBytes *record) {
  g_autofree char *path = print_path (cache, page);
  g_autofree char *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, record);
  g_autoptr (GByteArray) file = g_byte_array_new ();

  if (g_mkdir_with_parents (cache->folder, 0700) != 0)
    return;
  g_byte_array_append (file, g_bytes_get_data (record, NULL), (guint) g_bytes_get_size (record));
  g_byte_array_append (file, (const guint8 *) checksum, CHECKSUM);
  g_file_set_contents (path, (const char *) file->data, file->len, NULL);
}
