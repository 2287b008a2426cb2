/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* OLE compound files: the container of .doc, .xls and .ppt, and of Office files with a password.
 * They are not read; this module says what they are. */

/* Whether @bytes begin as a compound file does. */
gboolean zb_docx_compound_recognize (GBytes *bytes);

/* Sets the error that says what the compound file holds: ZB_ERROR_ENCRYPTED where it is an
 * encrypted Office document, else ZB_ERROR_UNSUPPORTED with the name of the format. */
void zb_docx_compound_explain (GBytes *bytes, GError **error);

G_END_DECLS
