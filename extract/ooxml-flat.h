/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ooxml-xml.h"
#include "reader.h"

G_BEGIN_DECLS

/* Flat OPC: a package as one XML file, whose pkg:part elements hold the parts (ISO/IEC 29500-2 knows
 * the package; Word's "Word XML document" is this form of it). */
typedef struct ZbOoxmlFlat ZbOoxmlFlat;

/* Whether @bytes begin like one. */
gboolean zb_ooxml_flat_recognize (GBytes *bytes);

/* The caller frees the result. Errors: ZB_ERROR_CORRUPT, and ZB_ERROR_LIMIT where there are more parts
 * than max_zip_entries or the XML is too deep. */
ZbOoxmlFlat *zb_ooxml_flat_open (GBytes *bytes, const ZbReadOptions *options, GError **error);
void zb_ooxml_flat_free (ZbOoxmlFlat *flat);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOoxmlFlat, zb_ooxml_flat_free)

/* Whether there is a part of this name, without a slash before it; names compare without case. */
gboolean zb_ooxml_flat_contains (const ZbOoxmlFlat *flat, const char *part);

/* The content type of the part; NULL where the file says none. Borrowed. */
const char *zb_ooxml_flat_lookup_type (const ZbOoxmlFlat *flat, const char *part);

/* The part as a document of its own; the caller frees it. Errors: ZB_ERROR_CORRUPT where it is missing
 * or no XML. */
xmlDoc *zb_ooxml_flat_parse (const ZbOoxmlFlat *flat, const char *part, GError **error);

G_END_DECLS
