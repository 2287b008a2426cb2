/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "error.h"

G_BEGIN_DECLS

/* By what pages are read: the version of the program, and behind a plus sign the checksum of the sources
 * of its readers. */
const char *zb_program_version (void);

/* By what documents are understood: the checksum of all data files, those that $ZHIBIAO_CATALOGUE puts
 * in the place of built-in ones among them, and of the sources that interpret them. Equal knowledge,
 * equal version. 16 hexadecimal digits; the caller frees it. NULL with ZB_ERROR_DATA where a file cannot be
 * read. */
char *zb_rules_version_new (GError **error);

G_END_DECLS
