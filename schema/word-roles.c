/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-roles.h"

#include <string.h>

#include "data-table.h"
#include "schema-data.h"
#include "text-fold.h"

#define COLUMNS 3
#define FOLDER "/zhibiao/schema/"

struct _ZbWordRoles {
  guint count;
  GPtrArray **words; /* by role */
};

static void
word_free (gpointer data) {
  ZbRoleWord *word = data;

  g_free (word->word);
  g_free (word->value);
  g_free (word);
}

static void
word_roles_free (ZbWordRoles *roles) {
  for (guint role = 0; role < roles->count; role++)
    g_ptr_array_unref (roles->words[role]);
  g_free (roles->words);
  g_free (roles);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbWordRoles, word_roles_free)

/* What is wrong with a row that has @role, one of @count; NULL where nothing is. */
static const char *
find_mistake (const ZbDataRow *row, const ZbWordRole *known, guint role, guint count) {
  const char *value = row->fields[2];

  if (role == count)
    return "no such role";
  if (*row->fields[1] == '\0')
    return "no word";
  if (known[role].knows == NULL)
    return *value != '\0' ? "a word of this role has no value" : NULL;
  return known[role].knows (value) ? NULL : "no such value";
}

/* Adds the word of @row; what is wrong with it, NULL where nothing is. */
static const char *
add_word (ZbWordRoles *roles, const ZbWordRole *known, const ZbDataRow *row) {
  const char *mistake;
  guint role = 0;
  ZbRoleWord *word;

  while (role < roles->count && !g_str_equal (known[role].name, row->fields[0]))
    role++;
  mistake = find_mistake (row, known, role, roles->count);
  if (mistake != NULL)
    return mistake;
  word = g_new0 (ZbRoleWord, 1);
  word->word = zb_text_fold (row->fields[1]);
  word->value = g_strdup (row->fields[2]);
  g_ptr_array_add (roles->words[role], word);
  return NULL;
}

ZbWordRoles *
zb_word_roles_load (const char *file, const ZbWordRole *known, guint count, GError **error) {
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  g_autoptr (GPtrArray) rows
      = zb_data_table_load (zb_schema_data_get_resource (), path, COLUMNS, error);
  g_autoptr (ZbWordRoles) roles = NULL;

  if (rows == NULL)
    return NULL;
  roles = g_new0 (ZbWordRoles, 1);
  roles->count = count;
  roles->words = g_new0 (GPtrArray *, count);
  for (guint role = 0; role < count; role++)
    roles->words[role] = g_ptr_array_new_with_free_func (word_free);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    const char *mistake = add_word (roles, known, row);

    if (mistake != NULL) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "%s: line %u: %s", file, row->line, mistake);
      return NULL;
    }
  }
  return g_steal_pointer (&roles);
}

const GPtrArray *
zb_word_roles_words (const ZbWordRoles *roles, guint role) {
  return roles->words[role];
}

typedef gboolean (*Fits) (const char *text, const char *word);

static const ZbRoleWord *
find_word (const GPtrArray *words, const char *folded, Fits fits) {
  for (guint i = 0; i < words->len; i++) {
    const ZbRoleWord *word = g_ptr_array_index (words, i);

    if (fits (folded, word->word))
      return word;
  }
  return NULL;
}

static gboolean
is_equal (const char *text, const char *word) {
  return g_str_equal (text, word);
}

static gboolean
ends_in (const char *text, const char *word) {
  return g_str_has_suffix (text, word);
}

static gboolean
begins_with (const char *text, const char *word) {
  return g_str_has_prefix (text, word);
}

static gboolean
contains (const char *text, const char *word) {
  return strstr (text, word) != NULL;
}

const ZbRoleWord *
zb_words_equal (const GPtrArray *words, const char *folded) {
  return find_word (words, folded, is_equal);
}

const ZbRoleWord *
zb_words_at_start (const GPtrArray *words, const char *folded) {
  return find_word (words, folded, begins_with);
}

const ZbRoleWord *
zb_words_at_end (const GPtrArray *words, const char *folded) {
  return find_word (words, folded, ends_in);
}

const ZbRoleWord *
zb_words_inside (const GPtrArray *words, const char *folded) {
  return find_word (words, folded, contains);
}
