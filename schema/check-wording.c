/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-wording.h"

#include <string.h>

#include "check-record.h"
#include "check-words.h"
#include "text-fold.h"

/* Characters that are quoted before and behind what is found. */
#define QUOTED_BEFORE 12
#define QUOTED_BEHIND 12

/* What is found of one rule: it is told once, with its first place. */
typedef struct {
  const char *rule;
  guint count, block;
  char *quote; /* NULL: nothing found */
} Residue;

/* A block of text. */
typedef struct {
  guint number;
  const char *printed, *folded;
} Passage;

/* What is printed around @length bytes at @at of the folded text; the caller frees it. */
static char *
quote_around (const Passage *passage, gsize at, gsize length) {
  g_autoptr (GArray) map = NULL;
  g_autofree char *folded = zb_text_fold_mapped (passage->printed, &map);
  const char *first = passage->printed + g_array_index (map, gsize, at);
  const char *end = passage->printed + g_array_index (map, gsize, at + length);

  for (guint i = 0; i < QUOTED_BEFORE && first > passage->printed; i++)
    first = g_utf8_prev_char (first);
  for (guint i = 0; i < QUOTED_BEHIND && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (first, (gsize) (end - first));
}

static void
note (Residue *residue, const Passage *passage, gsize at, gsize length) {
  if (residue->count++ > 0)
    return;
  residue->block = passage->number;
  residue->quote = quote_around (passage, at, length);
}

static gboolean
is_joined (char before, char behind) { /* to a word or number of Latin letters */
  return g_ascii_isalnum (before) || g_ascii_isalnum (behind);
}

/* XX局, XXX万元, but not the letters of a longer word. */
static void
find_placeholders (Residue *residue, const Passage *passage) {
  const char *text = passage->folded;
  const GPtrArray *words = zb_check_words (ZB_CHECK_WORD_PLACEHOLDER);

  for (guint i = 0; i < words->len; i++) {
    const char *word = ((const ZbCheckWord *) g_ptr_array_index (words, i))->word;
    const char *last = g_utf8_prev_char (word + strlen (word));

    for (const char *p = strstr (text, word); p != NULL; p = strstr (p, word)) {
      gsize length = strlen (word);

      while (g_str_has_prefix (p + length, last)) /* a run of them is one */
        length += strlen (last);
      if (!is_joined (p > text ? p[-1] : ' ', p[length]))
        note (residue, passage, (gsize) (p - text), length);
      p += length;
    }
  }
}

/* A word of a direction that ends right before @end in @text; NULL where none does. */
static const ZbCheckWord *
direction_before (const char *text, const char *end) {
  const GPtrArray *words = zb_check_words (ZB_CHECK_WORD_DIRECTION);

  for (guint i = 0; i < words->len; i++) {
    const ZbCheckWord *word = g_ptr_array_index (words, i);
    gsize length = strlen (word->word);

    if ((gsize) (end - text) >= length && memcmp (end - length, word->word, length) == 0)
      return word;
  }
  return NULL;
}

/* 增长(下降)2%, 增加/减少30万元: one of the two was to be struck out. Without a number they head a column or a part. */
static void
find_alternatives (Residue *residue, const Passage *passage) {
  const char *text = passage->folded;

  for (const char *p = strpbrk (text, "(/"); p != NULL; p = strpbrk (p + 1, "(/")) {
    const ZbCheckWord *first = direction_before (text, p);
    const ZbCheckWord *second
        = first != NULL ? zb_check_word_at_start (ZB_CHECK_WORD_DIRECTION, p + 1) : NULL;
    const char *end;

    if (second == NULL || second == first)
      continue;
    end = p + 1 + strlen (second->word);
    if ((*p == '(') != (*end == ')'))
      continue;
    end += *end == ')';
    if (g_ascii_isdigit (*end) || zb_check_word_at_start (ZB_CHECK_WORD_PLACEHOLDER, end) != NULL) {
      gsize at = (gsize) (p - text) - strlen (first->word);

      note (residue, passage, at, (gsize) (end - text) - at);
    }
  }
}

/* All of the block, or what stands behind its last colon: 填报日期:年月日. */
static void
find_form_lines (Residue *residue, const Passage *passage) {
  const char *text = passage->folded;
  const char *colon = strrchr (text, ':');
  const char *rest = colon != NULL ? colon + 1 : text;

  if (zb_check_word_lookup (ZB_CHECK_WORD_FORM_LINE, rest) != NULL)
    note (residue, passage, (gsize) (rest - text), strlen (rest));
}

static void
tell (ZbReport *report, Residue *residue) {
  g_autofree char *detail = NULL;

  if (residue->count == 0)
    return;
  detail = residue->count > 1 ? g_strdup_printf ("「%s」等%u处", residue->quote, residue->count)
                              : g_strdup_printf ("「%s」", residue->quote);
  zb_check_fail_words (report, residue->rule, residue->block, detail);
  g_free (residue->quote);
}

void
zb_check_wording (ZbReport *report) {
  Residue placeholders = { .rule = "text.placeholder" };
  Residue alternatives = { .rule = "text.both_directions" };
  Residue form_lines = { .rule = "text.form_line" };

  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    g_autofree char *folded = NULL;
    Passage passage;

    if (block->kind == ZB_BLOCK_TABLE || block->kind == ZB_BLOCK_FURNITURE)
      continue;
    folded = zb_text_fold (block->text);
    passage = (Passage){ i, block->text, folded };
    find_placeholders (&placeholders, &passage);
    find_alternatives (&alternatives, &passage);
    find_form_lines (&form_lines, &passage);
  }
  tell (report, &placeholders);
  tell (report, &alternatives);
  tell (report, &form_lines);
}
