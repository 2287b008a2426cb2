/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ooxml-xml.h"
#include "reader.h"

G_BEGIN_DECLS

/* An Office package: a ZIP archive whose entries ("parts") name one another by relationships, or one
 * XML file of the same parts (Flat OPC). */
typedef struct ZbOoxmlPackage ZbOoxmlPackage;

/* What a package is looked for to be. The strings are static. */
typedef struct {
  const char *name;      /* for messages: "Word document" */
  const char *signs[4];  /* one of these stands in the content type of the main part */
  const char *folder;    /* of the main part where nothing declares its type: "word/" */
  const char *main_part; /* where no relationship leads to it: "word/document.xml" */
} ZbOoxmlKind;

extern const ZbOoxmlKind ZB_OOXML_WORD;
extern const ZbOoxmlKind ZB_OOXML_WORKBOOK;

/* Opens the package and finds its main part, which is of @kind. @options are borrowed and must
 * outlive the result; the caller frees it. Errors: ZB_ERROR_CORRUPT for a damaged archive,
 * ZB_ERROR_UNSUPPORTED where it is not of @kind, ZB_ERROR_ENCRYPTED, ZB_ERROR_LIMIT. */
ZbOoxmlPackage *zb_ooxml_package_open (GBytes *bytes, const ZbOoxmlKind *kind,
                                       const ZbReadOptions *options, GError **error);

/* How sure @bytes are a package of @kind, 0 to 100; a damaged one is recognised by its names. */
guint zb_ooxml_package_recognize (GBytes *bytes, const ZbOoxmlKind *kind);
void zb_ooxml_package_free (ZbOoxmlPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOoxmlPackage, zb_ooxml_package_free)

/* The name of the main document part, without a leading slash; borrowed. */
const char *zb_ooxml_package_main_part (const ZbOoxmlPackage *package);

/* The parts that @part points to with relationships whose type ends in "/@kind", in the order of
 * the relationships, each once; the caller frees the array of char *. */
GPtrArray *zb_ooxml_package_list_related (ZbOoxmlPackage *package, const char *part,
                                         const char *kind);

/* The parts that @part points to, by the id of the relationship; the caller unrefs the table of
 * char * to char *. */
GHashTable *zb_ooxml_package_map_related (ZbOoxmlPackage *package, const char *part);

/* The parsed part; the caller frees it. Errors: ZB_ERROR_CORRUPT, ZB_ERROR_LIMIT,
 * ZB_ERROR_ENCRYPTED; the messages name the part. */
xmlDoc *zb_ooxml_package_parse (ZbOoxmlPackage *package, const char *part, GError **error);

/* The bytes of a part that is no XML; the caller unrefs them. Errors: as for parsing, and
 * ZB_ERROR_UNSUPPORTED where the package is one XML file. */
GBytes *zb_ooxml_package_load (ZbOoxmlPackage *package, const char *part, GError **error);

G_END_DECLS
