/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What word processors write besides Word packages: OLE compound files (.doc, .xls, .ppt, and every
 * Office file with a password), RTF, and XML that goes by the name of .doc. They are not
 * read; this module says what they are. */

/* Whether @bytes are of one of these formats. */
gboolean zb_docx_legacy_recognize (GBytes *bytes);

/* Sets the error that names the format of @bytes: ZB_ERROR_ENCRYPTED where it is an encrypted
 * Office document, else ZB_ERROR_UNSUPPORTED. */
void zb_docx_legacy_explain (GBytes *bytes, GError **error);

G_END_DECLS
