/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "ocr-options.h"

G_BEGIN_DECLS

/* The document at @path ("-": standard input), read as @options say, with a line on a terminal while pages are
 * recognised. NULL after a message. The caller frees it. */
ZbDocument *zb_document_reading_run (const char *path, const ZbReadOptions *options);

/* The catalogue; NULL after a message where it cannot be used. The caller frees it. */
ZbCatalogue *zb_document_reading_catalogue (void);

G_END_DECLS
