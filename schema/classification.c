/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "classification.h"

#include <string.h>

#include "data-table.h"
#include "intern.h"
#include "schema-data.h"
#include "text-fold.h"

#define TOP_LEVEL_DIGITS 3
#define SUFFIX "支出"
/* Sentences name the categories of 部门预算 (3xx); those of 政府预算 (5xx) share names with them. */
#define GOVERNMENT_CODES '5'
/* 款 of the economic classification; the functional one has a level more, which sentences name by its path. */
#define ITEM_DIGITS 5

struct _ZbClassification {
  GHashTable *names;   /* interned code → interned name */
  GHashTable *by_name; /* folded name without 支出 → GPtrArray of interned codes */
  GHashTable *top_names; /* the same names of the top level alone → interned code */
  GHashTable *items;     /* first character → GPtrArray of the folded names of the lowest level, longest first */
};

/* 一般公共服务 and 一般公共服务支出 are one name. */
static char *
name_key (const char *folded) {
  gsize length = strlen (folded);

  if (length > strlen (SUFFIX) && g_str_has_suffix (folded, SUFFIX))
    length -= strlen (SUFFIX);
  return g_strndup (folded, length);
}

static void
add_item (ZbClassification *classification, const char *folded) {
  gpointer first = GUINT_TO_POINTER (g_utf8_get_char (folded));
  GPtrArray *names = g_hash_table_lookup (classification->items, first);
  guint at = 0;

  if (names == NULL) {
    names = g_ptr_array_new ();
    g_hash_table_insert (classification->items, first, names);
  }
  while (at < names->len && strlen (g_ptr_array_index (names, at)) >= strlen (folded))
    at++;
  g_ptr_array_insert (names, (gint) at, (gpointer) zb_intern (folded));
}

static void
add_name (ZbClassification *classification, const char *code, const char *name) {
  g_autofree char *folded = zb_text_fold (name);
  g_autofree char *key = name_key (folded);
  GPtrArray *codes = g_hash_table_lookup (classification->by_name, key);

  if (*key == '\0')
    return;
  if (strlen (code) == ITEM_DIGITS && *code != GOVERNMENT_CODES)
    add_item (classification, folded);
  if (strlen (code) != TOP_LEVEL_DIGITS || *code == GOVERNMENT_CODES)
    ;
  else if (strlen (key) > strlen ("其他"))
    g_hash_table_insert (classification->top_names, g_strdup (key), (gpointer) code);
  else
    g_hash_table_insert (classification->top_names, g_strdup (folded), (gpointer) code);
  if (codes == NULL) {
    codes = g_ptr_array_new ();
    g_hash_table_insert (classification->by_name, g_steal_pointer (&key), codes);
  }
  if (!g_ptr_array_find (codes, code, NULL))
    g_ptr_array_add (codes, (gpointer) code);
}

ZbClassification *
zb_classification_load (const char *path, GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (zb_schema_data_get_resource (), path, 3, error);
  ZbClassification *classification;

  if (rows == NULL)
    return NULL;
  classification = g_new0 (ZbClassification, 1);
  classification->names = g_hash_table_new (g_str_hash, g_str_equal);
  classification->top_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  classification->items = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                                 (GDestroyNotify) g_ptr_array_unref);
  classification->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                   (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    const char *code = zb_intern (row->fields[0]);
    g_auto (GStrv) aliases = g_strsplit (row->fields[2], ";", -1);

    g_hash_table_insert (classification->names, (gpointer) code,
                         (gpointer) zb_intern (row->fields[1]));
    add_name (classification, code, row->fields[1]);
    for (guint k = 0; aliases[k] != NULL; k++)
      add_name (classification, code, aliases[k]);
  }
  return classification;
}

void
zb_classification_free (ZbClassification *classification) {
  g_hash_table_unref (classification->names);
  g_hash_table_unref (classification->by_name);
  g_hash_table_unref (classification->top_names);
  g_hash_table_unref (classification->items);
  g_free (classification);
}

const char *
zb_classification_name (const ZbClassification *classification, const char *code) {
  return g_hash_table_lookup (classification->names, code);
}

static gboolean
is_below (const char *code, const char *parent) {
  gsize length;

  if (parent == NULL)
    return TRUE;
  length = strlen (parent);
  if (length == 0)
    return strlen (code) == TOP_LEVEL_DIGITS;
  return strlen (code) == length + 2 && strncmp (code, parent, length) == 0;
}

const char *
zb_classification_lookup (const ZbClassification *classification, const char *parent,
                          const char *folded) {
  g_autofree char *key = name_key (folded);
  const GPtrArray *codes = g_hash_table_lookup (classification->by_name, key);
  const char *found = NULL;

  for (guint i = 0; codes != NULL && i < codes->len; i++) {
    const char *code = g_ptr_array_index (codes, i);

    if (!is_below (code, parent))
      continue;
    if (*code == GOVERNMENT_CODES && found != NULL && *found != GOVERNMENT_CODES)
      continue;
    if (found != NULL && (*found != GOVERNMENT_CODES || *code == GOVERNMENT_CODES))
      return NULL;
    found = code;
  }
  return found;
}

gboolean
zb_classification_has_name (const ZbClassification *classification, const char *folded) {
  g_autofree char *key = name_key (folded);

  return g_hash_table_contains (classification->by_name, key);
}

const char *
zb_classification_lookup_shortest (const ZbClassification *classification, const char *digits,
                                   const char *folded) {
  g_autofree char *key = name_key (folded);
  const GPtrArray *codes = g_hash_table_lookup (classification->by_name, key);
  const char *found = NULL;
  gboolean single = FALSE;

  for (guint i = 0; codes != NULL && i < codes->len; i++) {
    const char *code = g_ptr_array_index (codes, i);

    if (!g_str_has_prefix (code, digits) || (found != NULL && strlen (code) > strlen (found)))
      continue;
    single = found == NULL || strlen (code) < strlen (found);
    found = code;
  }
  return single ? found : NULL;
}

const char *
zb_classification_match (const ZbClassification *classification, const char *text,
                         gsize *length) {
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  gsize best_length = 0;

  g_hash_table_iter_init (&iter, classification->top_names);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    gsize size = strlen (key);

    if (size > best_length && g_str_has_prefix (text, key)) {
      best = value;
      best_length = size;
    }
  }
  if (best != NULL && g_str_has_prefix (text + best_length, SUFFIX))
    best_length += strlen (SUFFIX);
  *length = best_length;
  return best;
}

gsize
zb_classification_match_item (const ZbClassification *classification, const char *text) {
  const GPtrArray *names
      = *text != '\0' ? g_hash_table_lookup (classification->items,
                                             GUINT_TO_POINTER (g_utf8_get_char (text)))
                      : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_has_prefix (text, g_ptr_array_index (names, i)))
      return strlen (g_ptr_array_index (names, i));
  return 0;
}
