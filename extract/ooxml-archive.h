/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* The ZIP archive of a package, whose entries are its parts. */
typedef struct ZbOoxmlArchive ZbOoxmlArchive;

/* @options are borrowed and must outlive the result; the caller frees it. Errors: ZB_ERROR_CORRUPT,
 * and ZB_ERROR_LIMIT for more than max_zip_entries entries or where the sizes that they declare add up
 * to more than max_unpacked_bytes. */
ZbOoxmlArchive *zb_ooxml_archive_open (GBytes *bytes, const ZbReadOptions *options, GError **error);
void zb_ooxml_archive_free (ZbOoxmlArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOoxmlArchive, zb_ooxml_archive_free)

/* Whether there is an entry for @part. Names compare without case and with either slash. */
gboolean zb_ooxml_archive_contains (const ZbOoxmlArchive *archive, const char *part);

/* The bytes of @part; the caller unrefs them. Errors: ZB_ERROR_CORRUPT, ZB_ERROR_ENCRYPTED, and
 * ZB_ERROR_LIMIT where what is unpacked exceeds max_inflate_ratio or, with all parts that were loaded
 * before, max_unpacked_bytes. */
GBytes *zb_ooxml_archive_load (ZbOoxmlArchive *archive, const char *part, GError **error);

G_END_DECLS
