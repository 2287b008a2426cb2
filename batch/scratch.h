/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"

G_BEGIN_DECLS

/* The folder in @folder for what converters need for a moment, emptied of what a killed run may have left
 * there. Its path, which the caller frees; NULL with ZB_ERROR_IO. */
char *zb_scratch_new (const char *folder, GError **error);

/* Removes the folder at @path with all that is in it. */
void zb_scratch_remove (const char *path);

G_END_DECLS
