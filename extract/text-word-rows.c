/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-word-rows.h"

#include <string.h>

#include "text-fold.h"

static void
clear_word (gpointer data) {
  g_free (((ZbTextWord *) data)->text);
}

gboolean
zb_text_word_is_figure (const char *text) {
  gsize length = strspn (text, "0123456789.,%-+/");

  if (g_str_equal (text, "—") || g_str_equal (text, "——") || g_str_equal (text, "－"))
    return TRUE;
  return length > 0 && text[length] == '\0';
}

/* A figure reaches up to what stands beside it where that leaves no room for a wide gap. */
static gboolean
is_figure_until (const char *start, const char *end) {
  g_autofree char *text = g_strndup (start, (gsize) (end - start));

  return zb_text_word_is_figure (text) && strpbrk (text, "0123456789") != NULL;
}

static guint
width_of (gunichar character) {
  return zb_character_is_cjk (character) ? 2 : 1;
}

/* Whether the run of spaces at @p is a wide gap. */
static gboolean
is_gap (const char *p) {
  guint width = 0;

  for (; *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    width += width_of (g_utf8_get_char (p));
  return width > 1 && *p != '\0';
}

static gboolean
has_gaps (const char *line) {
  const char *p = line;

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)) && is_gap (p))
      return TRUE;
  return FALSE;
}

static void
add_word (GArray *words, const char *start, const char *end, const ZbTextReach *reach) {
  ZbTextWord word = { .text = g_strndup (start, (gsize) (end - start)) };

  memcpy (word.reach, reach, sizeof word.reach);

  word.figure = zb_text_word_is_figure (word.text);
  g_array_append_val (words, word);
}

GArray *
zb_text_word_rows_new (void) {
  GArray *words = g_array_new (FALSE, FALSE, sizeof (ZbTextWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

GArray *
zb_text_word_rows_split (const char *line, gboolean *gapped) {
  GArray *words = zb_text_word_rows_new ();
  const char *start = NULL, *end = NULL;
  guint at[ZB_TEXT_COUNTINGS] = { 0 };
  ZbTextReach reach[ZB_TEXT_COUNTINGS] = { 0 };

  *gapped = has_gaps (line);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);
    gboolean space = g_unichar_isspace (character), begins = !space && start == NULL;

    if (space && start != NULL && (!*gapped || is_gap (p) || is_figure_until (start, end))) {
      add_word (words, start, end, reach);
      start = NULL;
    }
    if (begins)
      start = p;
    if (!space)
      end = g_utf8_next_char (p);
    for (guint i = 0; i < ZB_TEXT_COUNTINGS; i++) {
      if (begins)
        reach[i].x0 = at[i];
      at[i] += i == ZB_TEXT_BY_WIDTH ? width_of (character) : 1;
      if (!space)
        reach[i].x1 = at[i];
    }
  }
  if (start != NULL)
    add_word (words, start, end, reach);
  return words;
}

static const ZbTextWord *
word_at (const GArray *words, guint index) {
  return &g_array_index (words, ZbTextWord, index);
}

static gboolean
overlaps (const ZbTextReach *a, const ZbTextReach *b) {
  return a->x0 < b->x1 && b->x0 < a->x1;
}

/* Adds @reach to the columns, which are in order; those that it joins become one. */
static void
add_reach (GArray *columns, ZbTextReach reach) {
  guint i = 0;

  while (i < columns->len && g_array_index (columns, ZbTextReach, i).x1 <= reach.x0)
    i++;
  while (i < columns->len && overlaps (&g_array_index (columns, ZbTextReach, i), &reach)) {
    reach.x0 = MIN (reach.x0, g_array_index (columns, ZbTextReach, i).x0);
    reach.x1 = MAX (reach.x1, g_array_index (columns, ZbTextReach, i).x1);
    g_array_remove_index (columns, i);
  }
  g_array_insert_val (columns, i, reach);
}

static gboolean
is_free (const GArray *columns, const ZbTextReach *reach) {
  for (guint i = 0; i < columns->len; i++)
    if (overlaps (&g_array_index (columns, ZbTextReach, i), reach))
      return FALSE;
  return TRUE;
}

/* Whether a line under the head has words in two of the columns from @first to @last. */
static gboolean
stand_together (const GPtrArray *lines, guint begin, guint end, guint counting, const GArray *columns,
                guint first, guint last) {
  ZbTextReach reach = { g_array_index (columns, ZbTextReach, first).x0,
                        g_array_index (columns, ZbTextReach, last).x1 };

  for (guint line = begin; line < end; line++) {
    const GArray *words = g_ptr_array_index (lines, line);
    guint count = 0;

    for (guint i = 0; i < words->len; i++)
      count += overlaps (&word_at (words, i)->reach[counting], &reach);
    if (count > 1)
      return TRUE;
  }
  return FALSE;
}

/* A number in the middle of a column and amounts at its right edge stand under one word of the head: columns
 * under a word of line @head of which no line below has two are one. */
static void
join_columns (const GPtrArray *lines, guint head, guint end, guint counting, GArray *columns) {
  const GArray *words = g_ptr_array_index (lines, head);

  for (guint i = 0; i < words->len; i++) {
    const ZbTextReach *word = &word_at (words, i)->reach[counting];
    guint first = 0, last;

    while (first < columns->len && g_array_index (columns, ZbTextReach, first).x1 <= word->x0)
      first++;
    for (last = first; last + 1 < columns->len
                       && g_array_index (columns, ZbTextReach, last + 1).x0 < word->x1;)
      last++;
    if (last < columns->len && last > first
        && !stand_together (lines, head + 1, end, counting, columns, first, last))
      add_reach (columns, (ZbTextReach){ g_array_index (columns, ZbTextReach, first).x0,
                                         g_array_index (columns, ZbTextReach, last).x1 });
  }
}

/* What the cells under the head reach over, and the words of the head, from below, with nothing under them. */
static GArray *
find_columns (const GPtrArray *lines, guint first, guint end, guint heads, guint counting) {
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (ZbTextReach));

  for (guint line = first + heads; line < end; line++) {
    const GArray *words = g_ptr_array_index (lines, line);

    for (guint i = 0; i < words->len; i++)
      add_reach (columns, word_at (words, i)->reach[counting]);
  }
  for (guint line = first + heads; line-- > first;) {
    const GArray *words = g_ptr_array_index (lines, line);

    for (guint i = 0; i < words->len; i++)
      if (is_free (columns, &word_at (words, i)->reach[counting]))
        add_reach (columns, word_at (words, i)->reach[counting]);
  }
  for (guint line = first + heads; line-- > first;)
    join_columns (lines, line, end, counting, columns);
  return columns;
}

/* The column that @word has most of itself in, else the one nearest to it; from @first on. */
static guint
choose_column (const GArray *columns, const ZbTextReach *word, guint first) {
  guint best = first;
  int most = G_MININT;

  for (guint col = first; col < columns->len; col++) {
    const ZbTextReach *column = &g_array_index (columns, ZbTextReach, col);
    int common = (int) MIN (column->x1, word->x1) - (int) MAX (column->x0, word->x0);

    if (common > most) {
      most = common;
      best = col;
    }
  }
  return best;
}

/* NULL where two words would stand in one column. */
static GPtrArray *
align_line (const GArray *columns, const GArray *words, guint counting) {
  g_autoptr (GPtrArray) row = zb_text_row_new ();
  guint next = 0;

  for (guint col = 0; col < columns->len; col++) {
    gboolean here = next < words->len
                    && choose_column (columns, &word_at (words, next)->reach[counting], col) == col;
    ZbTextCell *cell = zb_text_row_add (row, here ? word_at (words, next)->text : "");

    cell->flags |= here ? ZB_CELL_COLUMN_INFERRED : 0;
    next += here;
  }
  return next == words->len ? g_steal_pointer (&row) : NULL;
}

/* Whether a label, of the head or of the head of a section, stands over every amount: one without would mean
 * what the table means as a whole. */
static gboolean
are_headed (const GPtrArray *rows, guint cols) {
  for (guint col = 0; col < cols; col++) {
    const char *text = "";

    for (guint i = 0; i < rows->len && *text == '\0'; i++)
      text = zb_text_row_get (g_ptr_array_index (rows, i), col)->text->str;
    if (zb_text_word_is_figure (text))
      return FALSE;
  }
  return TRUE;
}

static GPtrArray *
align_lines (const GPtrArray *lines, guint first, guint end, guint heads, guint counting) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) columns = find_columns (lines, first, end, heads, counting);

  for (guint line = first; line < end; line++) {
    GPtrArray *row = align_line (columns, g_ptr_array_index (lines, line), counting);

    if (row == NULL)
      return NULL;
    g_ptr_array_add (rows, row);
  }
  if (heads > 0 && !are_headed (rows, columns->len))
    return NULL;
  return g_steal_pointer (&rows);
}

/* At how many places figures end; aligned to the right, they do so at one for each column. */
static guint
count_ends (const GPtrArray *lines, guint first, guint end, guint counting) {
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);

  for (guint line = first; line < end; line++) {
    const GArray *words = g_ptr_array_index (lines, line);

    for (guint i = 0; i < words->len; i++)
      if (word_at (words, i)->figure)
        g_hash_table_add (ends, GUINT_TO_POINTER (word_at (words, i)->reach[counting].x1));
  }
  return g_hash_table_size (ends);
}

GPtrArray *
zb_text_word_rows_align (const GPtrArray *lines, guint first, guint end, guint heads) {
  guint counting = count_ends (lines, first, end, ZB_TEXT_BY_CHARACTERS)
                           < count_ends (lines, first, end, ZB_TEXT_BY_WIDTH)
                       ? ZB_TEXT_BY_CHARACTERS
                       : ZB_TEXT_BY_WIDTH;
  GPtrArray *rows = align_lines (lines, first, end, heads, counting);

  return rows != NULL ? rows : align_lines (lines, first, end, heads, ZB_TEXT_BY_CHARACTERS - counting);
}
