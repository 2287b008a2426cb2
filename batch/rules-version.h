/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "error.h"

G_BEGIN_DECLS

/* The checksum of all data files by which documents are understood, those that $ZHIBIAO_CATALOGUE
 * puts in the place of built-in ones among them: equal knowledge, equal version. 16 hexadecimal digits; the
 * caller frees it. NULL with ZB_ERROR_DATA where a file cannot be read. */
char *zb_rules_version_new (GError **error);

G_END_DECLS
