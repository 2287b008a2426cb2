/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word of a data file of printed words. */
typedef struct {
  guint kind;
  guint line;   /* of the file, for messages */
  char **parts; /* of the third field, as they are written; NULL where it is empty */
} ZbWordKind;

/* Reads the data file @name of extract/, whose lines are a word, the name of its kind and, where
 * @with_parts, alternatives with | between them. @kinds are the @count names, those that are NULL none. The
 * caller unrefs the result: folded word → ZbWordKind *, owned by it. NULL with ZB_ERROR_DATA naming the line
 * of an unknown kind, an empty word or one that stands there twice. */
GHashTable *zb_word_kinds_read (const char *name, const char *const *kinds, guint count,
                                gboolean with_parts, GError **error);

G_END_DECLS
