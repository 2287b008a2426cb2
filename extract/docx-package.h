/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-xml.h"
#include "reader.h"

G_BEGIN_DECLS

/* A Word package: a ZIP archive whose entries ("parts") name one another by relationships. */
typedef struct ZbDocxPackage ZbDocxPackage;

/* Opens the archive and finds the main document part. @options are borrowed and must outlive the
 * result; the caller frees it. Errors: ZB_ERROR_CORRUPT for a damaged archive, ZB_ERROR_UNSUPPORTED
 * where it is no Word document, ZB_ERROR_ENCRYPTED, ZB_ERROR_LIMIT. */
ZbDocxPackage *zb_docx_package_open (GBytes *bytes, const ZbReadOptions *options, GError **error);
void zb_docx_package_free (ZbDocxPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocxPackage, zb_docx_package_free)

/* The name of the main document part, without a leading slash; borrowed. */
const char *zb_docx_package_main_part (const ZbDocxPackage *package);

/* The parts that @part points to with relationships whose type ends in "/@kind", in the order of
 * the relationships, each once; the caller frees the array of char *. */
GPtrArray *zb_docx_package_list_related (ZbDocxPackage *package, const char *part,
                                         const char *kind);

/* The parsed part; the caller frees it. Errors: ZB_ERROR_CORRUPT, ZB_ERROR_LIMIT,
 * ZB_ERROR_ENCRYPTED; the messages name the part. */
xmlDoc *zb_docx_package_parse (ZbDocxPackage *package, const char *part, GError **error);

G_END_DECLS
