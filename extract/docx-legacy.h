/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_LEGACY_NONE,
  ZB_LEGACY_WORD,     /* .doc, and .wps of Kingsoft and Works */
  ZB_LEGACY_WORKBOOK, /* .xls */
  ZB_LEGACY_RTF,
  ZB_LEGACY_WORD_XML, /* one XML file of Word 2003 */
  ZB_LEGACY_OTHER,    /* known, but not converted: encrypted, presentations, web archives */
} ZbLegacyKind;

/* What word processors write besides Word packages: OLE compound files (.doc, .xls, .ppt, and every
 * Office file with a password), RTF, and XML that goes by the name of .doc. They are not
 * read as they are; this module says what they are. */

/* Which of these formats @bytes are of. */
ZbLegacyKind zb_docx_legacy_classify (GBytes *bytes);

/* Whether @bytes are of one of these formats. */
gboolean zb_docx_legacy_recognize (GBytes *bytes);

/* Sets the error that names the format of @bytes: ZB_ERROR_ENCRYPTED where it is an encrypted
 * Office document, else ZB_ERROR_UNSUPPORTED. */
void zb_docx_legacy_explain (GBytes *bytes, GError **error);

G_END_DECLS
