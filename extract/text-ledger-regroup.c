/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <string.h>

#include "caption-words.h"

/* Words one a line, and the rows that they were:
 *
 *     201 教育支出 60 40 20        a code, or a name behind an amount, begins a row;
 *     一、拨款 1 9.5 一、教育 31 8   where lines are counted, the next number does;
 *     二、其他 二、文化 1            names with the same number stand side by side
 */

typedef struct {
  const GArray *words;
  const ZbTextHeads *heads;
  guint blocks;
  gboolean coded, numbered;
  GPtrArray *rows;
  guint entries;  /* of the row that is open */
  guint line;     /* the number that its next row is counted with */
  guint number;   /* that the name of its first entry begins with */
  gboolean whole; /* that name is one of a total */
  const char *code; /* that its first entry begins with */
} Regrouping;

static const ZbTextWord *
word_at (const Regrouping *state, guint i) {
  return i < state->words->len ? &g_array_index (state->words, ZbTextWord, i) : NULL;
}

static gboolean
is_figure (const Regrouping *state, guint i) {
  const ZbTextWord *word = word_at (state, i);

  return word != NULL && word->figure;
}

static gboolean
is_number (const Regrouping *state, guint i, guint number) {
  g_autofree char *text = g_strdup_printf ("%u", number);

  return is_figure (state, i) && g_str_equal (word_at (state, i)->text, text);
}

/* Whether the words at @i begin a row of a form whose lines are counted. */
static gboolean
begins_line (Regrouping *state, guint i) {
  const ZbTextWord *word = word_at (state, i);

  if (word->figure ? !is_number (state, i, state->line) || is_figure (state, i + 1) || !is_figure (state, i - 1)
                   : !is_number (state, i + 1, state->line))
    return FALSE;
  state->line += !g_str_equal (word->text, "栏次");
  return TRUE;
}

/* Whether an entry begins at @i: a code, or a name that is not behind one. */
static gboolean
begins_entry (const Regrouping *state, guint i, guint code_end) {
  const ZbTextWord *word = word_at (state, i);
  guint names = zb_text_heads_count (state->heads, 0, ZB_HEAD_WORD_NAME, NULL);

  if (state->coded && zb_text_ledger_measure_code (state->words, i) > 0)
    return i >= code_end;
  if (word->figure)
    return FALSE;
  if (i == code_end && code_end > 0)
    return FALSE;
  return i == 0 || is_figure (state, i - 1) || names < 2 || zb_text_head_words_is_total (word->text);
}

/* Whether the entry at @i stands in the row that is open, beside those that are in it. */
static gboolean
stands_beside (const Regrouping *state, guint i) {
  const char *text = word_at (state, i)->text;

  if (state->entries == 0 || state->entries >= state->blocks)
    return FALSE;
  if (state->coded)
    return state->code != NULL && zb_text_ledger_measure_code (state->words, i) > 0
           && strncmp (state->code, text, 3) != 0;
  return (state->number > 0 && zb_text_sides_number (text) == state->number)
         || (state->whole && zb_text_head_words_is_total (text));
}

static void
begin_row (Regrouping *state, guint i) {
  const char *text = word_at (state, i)->text;

  g_ptr_array_add (state->rows, g_array_new (FALSE, FALSE, sizeof (ZbTextWord)));
  state->entries = 0;
  state->number = zb_text_sides_number (text);
  state->whole = zb_text_head_words_is_total (text);
  state->code = zb_text_ledger_measure_code (state->words, i) > 0 ? text : NULL;
}

static void
take_word (Regrouping *state, guint i, guint *code_end) {
  guint code = state->coded ? zb_text_ledger_measure_code (state->words, i) : 0;

  if (state->numbered ? begins_line (state, i) || i == 0 : begins_entry (state, i, *code_end)) {
    if (state->numbered || !stands_beside (state, i))
      begin_row (state, i);
    state->entries++;
  } else if (state->rows->len == 0) {
    begin_row (state, i);
  }
  if (code > 0 && i >= *code_end)
    *code_end = i + code;
  g_array_append_vals (g_ptr_array_index (state->rows, state->rows->len - 1), word_at (state, i), 1);
}

static gboolean
has_codes (const ZbTextHeads *heads) {
  return zb_text_heads_count (heads, 0, ZB_HEAD_WORD_CODE, NULL)
             + zb_text_heads_count (heads, 0, ZB_HEAD_WORD_LEVEL, NULL)
         > 0;
}

GPtrArray *
zb_text_ledger_regroup (const GPtrArray *lines, guint first, const ZbTextHeads *heads) {
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (ZbTextWord));
  Regrouping state = { .words = words,
                       .heads = heads,
                       .blocks = zb_text_heads_blocks (heads),
                       .coded = has_codes (heads),
                       .numbered = zb_text_heads_count (heads, 0, ZB_HEAD_WORD_LINE, NULL) > 0,
                       .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
                       .line = 1 };
  guint code_end = 0;

  for (guint i = first; i < lines->len; i++) {
    const GArray *line = g_ptr_array_index (lines, i);

    g_array_append_vals (words, line->data, line->len);
  }
  for (guint i = 0; i < words->len; i++)
    take_word (&state, i, &code_end);
  return state.rows;
}
