/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-content.h"

#include <errno.h>
#include <unistd.h>

/* A file that was written this short before it was hashed may be written again within the same tick
 * of the clock, so its times prove nothing. */
static const gint64 FRESH_NANOSECONDS = 100 * 1000 * 1000;
static const gint64 SECOND = 1000 * 1000 * 1000;
enum { PIECE = 1 << 18 };

ZbFileMark
zb_file_content_mark (const struct stat *status) {
  return (ZbFileMark) {
    .size = status->st_size,
    .inode = (gint64) status->st_ino,
    .modified = status->st_mtim.tv_sec * SECOND + status->st_mtim.tv_nsec,
    .changed = status->st_ctim.tv_sec * SECOND + status->st_ctim.tv_nsec,
  };
}

char *
zb_file_content_hash (int input) {
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *piece = g_malloc (PIECE);
  gssize count;

  while ((count = read (input, piece, PIECE)) != 0) {
    if (count < 0 && errno != EINTR)
      return NULL;
    if (count > 0)
      g_checksum_update (checksum, piece, count);
  }
  return g_strdup (g_checksum_get_string (checksum));
}

ZbFileMark
zb_file_content_settle (int input, const ZbFileMark *before) {
  ZbFileMark mark = *before;
  struct stat status;
  gint64 now = g_get_real_time () * 1000;

  if (fstat (input, &status) == 0)
    mark = zb_file_content_mark (&status);
  if (mark.changed > now - FRESH_NANOSECONDS || mark.changed != before->changed
      || mark.modified != before->modified)
    mark.changed = 0;
  return mark;
}
