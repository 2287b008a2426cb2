/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-prose.h"

#include <string.h>

#include "evaluation-rows.h"
#include "evaluation-value.h"
#include "evaluation-words.h"
#include "text-fold.h"

static gboolean
is_any (const char *p, const char *set) {
  return *p != '\0' && g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL;
}

#define SEPARATORS "，,；;、。:："
#define DASHES "-－–—"

/* The code of a level, @digits long, with its dash: 11－; the rest behind it, or NULL. */
static const char *
skip_code (const char *p, gsize digits) {
  const char *end = p + strspn (p, "0123456789");

  return (gsize) (end - p) == digits && is_any (end, DASHES) ? g_utf8_next_char (end) : NULL;
}

static const char *
find_separator (const char *p) {
  while (*p != '\0' && !is_any (p, SEPARATORS))
    p = g_utf8_next_char (p);
  return p;
}

#define LONGEST_LEVEL 12 /* characters */

/* What stands between @start and the next separator; NULL where that is no name of a level. */
static char *
take_level (const char *start, const char **behind) {
  const char *end = find_separator (start);

  if (*end == '\0' || end == start || g_utf8_strlen (start, end - start) > LONGEST_LEVEL)
    return NULL;
  *behind = g_utf8_next_char (end);
  return g_strndup (start, (gsize) (end - start));
}

/* One indicator, found by the codes of its levels. */
typedef struct {
  const char *start; /* of the first code */
  const char *rest;  /* behind the second level */
  char *level1, *level2;
} Item;

static void
item_clear (Item *item) {
  g_clear_pointer (&item->level1, g_free);
  g_clear_pointer (&item->level2, g_free);
}

static gboolean
read_item (const char *p, Item *item) {
  const char *first = skip_code (p, 1), *second;

  *item = (Item) { .start = p };
  item->level1 = first != NULL ? take_level (first, &item->rest) : NULL;
  second = item->level1 != NULL ? skip_code (item->rest + strspn (item->rest, " "), 2) : NULL;
  item->level2 = second != NULL ? take_level (second, &item->rest) : NULL;
  if (item->level2 != NULL)
    return TRUE;
  item_clear (item);
  return FALSE;
}

/* The first indicator at or behind @p; FALSE where there is none. */
static gboolean
find_item (const char *p, Item *item) {
  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p) && read_item (p, item))
      return TRUE;
  return FALSE;
}

/* The text without separators at its ends, nor the number of the next indicator behind it. */
static char *
trim_value (const char *start, const char *end) {
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  char *from = text, *last;

  g_strchomp (text);
  last = text + strlen (text);
  if (*end != '\0') { /* the number of the next: 2、 or 2. */
    char *mark = g_utf8_find_prev_char (text, last), *digits;

    if (mark != NULL && is_any (mark, "、.．")) {
      for (digits = mark; digits > text && g_ascii_isdigit (digits[-1]);)
        digits--;
      if (digits < mark)
        *digits = '\0';
    }
  }
  for (last = g_utf8_find_prev_char (text, text + strlen (text));
       last != NULL && (is_any (last, SEPARATORS) || g_ascii_isspace (*last));
       last = g_utf8_find_prev_char (text, last))
    *last = '\0';
  while (is_any (from, SEPARATORS " "))
    from = g_utf8_next_char (from);
  return g_strdup (from);
}

/* The roles of the words that head the values: that of the year counts, else that of the whole period. */
static const ZbEvaluationWordRole VALUES[] = { ZB_EVALUATION_WORD_VALUE_OF_YEAR, ZB_EVALUATION_WORD_VALUE_OF_PERIOD };

/* Where a word of @role stands first in the text from @start to @end, and what stands behind it; NULL: nowhere. */
static const char *
find_head (const char *start, const char *end, ZbEvaluationWordRole role, const char **behind) {
  const GPtrArray *words = zb_evaluation_words (role);
  const char *first = NULL;

  for (guint i = 0; i < words->len; i++) {
    const char *word = ((const ZbRoleWord *) g_ptr_array_index (words, i))->word;
    const char *at = g_strstr_len (start, end - start, word);

    if (at == NULL || (first != NULL && at >= first))
      continue;
    first = at;
    *behind = at + strlen (word);
  }
  return first;
}

/* The value headed by a word of @role in the text from @start to @end; NULL where it is not there. */
static char *
find_value (const char *start, const char *end, ZbEvaluationWordRole role) {
  const char *at = NULL, *stop = end, *behind;

  if (find_head (start, end, role, &at) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++) {
    const char *other = find_head (at, stop, VALUES[i], &behind);

    stop = other != NULL ? other : stop;
  }
  return trim_value (at, stop);
}

/* The name ends where its first value is headed. */
static char *
find_name (const char *start, const char *end) {
  const char *behind;

  for (guint i = 0; i < G_N_ELEMENTS (VALUES); i++) {
    const char *at = find_head (start, end, VALUES[i], &behind);

    end = at != NULL ? at : end;
  }
  return trim_value (start, end);
}

static ZbEvaluationRow *
make_row (const Item *item, const char *end) {
  ZbEvaluationRow *row = g_new0 (ZbEvaluationRow, 1);
  g_autofree char *target = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (VALUES) && target == NULL; i++)
    target = find_value (item->rest, end, VALUES[i]);
  row->level1 = g_strdup (item->level1);
  row->level2 = g_strdup (item->level2);
  row->level3 = find_name (item->rest, end);
  row->target = zb_evaluation_value_parse (target != NULL ? target : "");
  return row;
}

GPtrArray *
zb_goal_prose_read (const char *text) {
  GPtrArray *rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_evaluation_row_free);
  Item item, next;
  gboolean found = find_item (text, &item);

  while (found) {
    ZbEvaluationRow *row;

    found = find_item (item.rest, &next);
    row = make_row (&item, found ? next.start : item.rest + strlen (item.rest));
    row->number = rows->len + 1;
    g_ptr_array_add (rows, row);
    item_clear (&item);
    item = next;
  }
  return rows;
}
