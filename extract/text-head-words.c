/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-head-words.h"

#include <string.h>

#include "data-table.h"
#include "text-fold.h"
#include "text-word-kinds.h"

#define FILE_NAME "head-words.tsv"

static const char *const KIND_NAMES[] = {
  [ZB_HEAD_WORD_AMOUNT] = "amount", [ZB_HEAD_WORD_NAME] = "name",   [ZB_HEAD_WORD_CODE] = "code",
  [ZB_HEAD_WORD_LEVEL] = "level",   [ZB_HEAD_WORD_LINE] = "line",   [ZB_HEAD_WORD_TEXT] = "text",
  [ZB_HEAD_WORD_KEYS] = "keys",     [ZB_HEAD_WORD_OVER] = "over",   [ZB_HEAD_WORD_APART] = "apart",
  [ZB_HEAD_WORD_GROUP] = "group",
};

/* The words of the file, and what stands under each of them. */
typedef struct {
  GHashTable *words; /* folded → ZbWordKind * */
  GHashTable *parts; /* folded → GHashTable * of folded words */
  GHashTable *below; /* every word that stands under another */
} HeadWords;

static gboolean
may_have_parts (guint kind) {
  return kind >= ZB_HEAD_WORD_KEYS;
}

/* Adds the words of @names to @parts; a group stands for its own. */
static gboolean
add_parts (const HeadWords *head, char **names, GHashTable *parts, guint depth) {
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *folded = zb_text_fold (names[i]);
    const ZbWordKind *group = *folded == '@' ? g_hash_table_lookup (head->words, folded) : NULL;

    if (*folded == '\0' || (*folded == '@' && (group == NULL || group->parts == NULL || depth > 0)))
      return FALSE;
    if (group != NULL && !add_parts (head, group->parts, parts, depth + 1))
      return FALSE;
    g_hash_table_add (head->below, g_strdup (folded));
    g_hash_table_add (parts, g_steal_pointer (&folded));
  }
  return TRUE;
}

static gboolean
add_word (const HeadWords *head, const char *folded, const ZbWordKind *word) {
  GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (head->parts, g_strdup (folded), parts);
  if ((may_have_parts (word->kind) != (word->parts != NULL) && word->kind != ZB_HEAD_WORD_APART)
      || (word->kind == ZB_HEAD_WORD_GROUP) != (*folded == '@'))
    return FALSE;
  return word->parts == NULL || add_parts (head, word->parts, parts, 0);
}

static gpointer
load_words (GError **error) {
  HeadWords *head = g_new0 (HeadWords, 1);
  GHashTableIter iter;
  gpointer folded, word;

  head->words
      = zb_word_kinds_read (FILE_NAME, KIND_NAMES, G_N_ELEMENTS (KIND_NAMES), TRUE, error);
  if (head->words == NULL) {
    g_free (head);
    return NULL;
  }
  head->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_hash_table_unref);
  head->below = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, head->words);
  while (g_hash_table_iter_next (&iter, &folded, &word))
    if (!add_word (head, folded, word)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   FILE_NAME ": line %u: parts where none or no parts where some belong, or a group "
                             "that is not there",
                   ((const ZbWordKind *) word)->line);
      g_hash_table_unref (head->words);
      g_hash_table_unref (head->parts);
      g_hash_table_unref (head->below);
      g_free (head);
      return NULL;
    }
  return head;
}

static ZbDataOnce loaded;

gboolean
zb_text_head_words_load (GError **error) {
  return zb_data_once_load (&loaded, load_words, error) != NULL;
}

/* Without a year before it, 其中: and a colon behind it. */
static char *
fold_head (const char *text) {
  char *folded = zb_text_fold (text);
  const char *start = folded;
  gsize length;

  if (strspn (start, "0123456789") == 4 && g_str_has_prefix (start + 4, "年度"))
    start += 4 + strlen ("年度");
  else if (strspn (start, "0123456789") == 4 && g_str_has_prefix (start + 4, "年"))
    start += 4 + strlen ("年");
  if (g_str_has_prefix (start, "其中:") && start[strlen ("其中:")] != '\0')
    start += strlen ("其中:");
  length = strlen (start);
  length -= length > 0 && start[length - 1] == ':';
  memmove (folded, start, length);
  folded[length] = '\0';
  return folded;
}

/* @text as it is found in @table: as it is, or without the brackets behind it. */
static gpointer
find (GHashTable *table, const char *text, gboolean *found) {
  g_autofree char *folded = fold_head (text);
  char *bracket = g_str_has_suffix (folded, ")") ? strrchr (folded, '(') : NULL;

  *found = g_hash_table_contains (table, folded);
  if (!*found && bracket != NULL && bracket > folded) {
    *bracket = '\0';
    *found = g_hash_table_contains (table, folded);
  }
  return *found ? g_hash_table_lookup (table, folded) : NULL;
}

ZbHeadWord
zb_text_head_words_lookup (const char *text) {
  const HeadWords *head = zb_data_once_lookup (&loaded, load_words);
  gboolean found;
  const ZbWordKind *word = find (head->words, text, &found);

  return found ? (ZbHeadWord) word->kind : ZB_HEAD_WORD_AMOUNT;
}

gboolean
zb_text_head_words_is_known (const char *text) {
  const HeadWords *head = zb_data_once_lookup (&loaded, load_words);
  gboolean word, below;

  find (head->words, text, &word);
  find (head->below, text, &below);
  return word || below;
}

gboolean
zb_text_head_words_is_part (const char *over, const char *part) {
  const HeadWords *head = zb_data_once_lookup (&loaded, load_words);
  gboolean known, below = FALSE;
  GHashTable *parts = find (head->parts, over, &known);

  if (known)
    find (parts, part, &below);
  return below;
}

gboolean
zb_text_head_words_is_total (const char *text) {
  g_autofree char *folded = fold_head (text);

  return g_str_has_suffix (folded, "合计") || g_str_has_suffix (folded, "总计")
         || g_str_has_suffix (folded, "小计") || g_str_has_suffix (folded, "总额");
}
