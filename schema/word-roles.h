/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "error.h"

G_BEGIN_DECLS

/* A data file of words by what they are for; its columns are role, word and value. */

typedef struct {
  char *word;  /* folded */
  char *value; /* "" where the role needs none */
} ZbRoleWord;

/* What the first column of a file may say. */
typedef struct {
  const char *name;
  gboolean (*knows) (const char *value); /* whether a word of the role may have @value; NULL: it has none */
} ZbWordRole;

typedef struct _ZbWordRoles ZbWordRoles;

/* Reads schema/@file, whose roles are @known. NULL with ZB_ERROR_DATA naming file and line where a line has no such
 * role, no word or a value that its role does not know; made for zb_data_once_load(), so that nobody frees it. */
ZbWordRoles *zb_word_roles_load (const char *file, const ZbWordRole *known, guint count, GError **error);

/* The words of a role (ZbRoleWord *), in the order of the file; borrowed. */
const GPtrArray *zb_word_roles_words (const ZbWordRoles *roles, guint role);

/* The first of @words that @folded is, begins with, ends in or has in it; NULL where it has none. */
const ZbRoleWord *zb_words_equal (const GPtrArray *words, const char *folded);
const ZbRoleWord *zb_words_at_start (const GPtrArray *words, const char *folded);
const ZbRoleWord *zb_words_at_end (const GPtrArray *words, const char *folded);
const ZbRoleWord *zb_words_inside (const GPtrArray *words, const char *folded);

G_END_DECLS
