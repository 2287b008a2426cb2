/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>

#include "store.h"

G_BEGIN_DECLS

/* What tells whether a file has changed. */

/* Without reading it. */
ZbFileMark zb_file_content_mark (const struct stat *status);

/* SHA-256 of the rest of the open @input as lower-case hexadecimal; the caller frees it. NULL with errno
 * set. */
char *zb_file_content_hash (int input);

/* The mark of @input after it was hashed, given the one from @before: it never equals a later one of the
 * file where the file may have been written meanwhile. */
ZbFileMark zb_file_content_settle (int input, const ZbFileMark *before);

G_END_DECLS
