/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-numbering.h"

#include <string.h>

#include "check-record.h"
#include "text-fold.h"

/* Levels of numbering that are open at a time; more is no outline. */
#define MOST_LEVELS 6
/* A greater gap is another list. */
#define LONGEST_GAP 2
/* Two numbers in a row make a list. */
#define SHORTEST_LIST 2
/* Characters that are quoted of a line. */
#define QUOTED 16

/* How a number is printed at the head of a line. */
static const struct {
  const char *before, *behind;
  gboolean han;
} STYLES[] = {
  { "第", "部分", TRUE }, { "", "、", TRUE },  { "(", ")", TRUE },
  { "", "、", FALSE },    { "", ".", FALSE }, { "(", ")", FALSE },
};

/* A number of a list: where it stands, and what is printed there. */
typedef struct {
  guint style, number, block;
} Item;

/* The lists that the next line may go on with, outermost first. */
typedef struct {
  Item last[MOST_LEVELS];
  guint lengths[MOST_LEVELS];
  GHashTable *left[MOST_LEVELS]; /* the last numbers of lists that another of their style began within */
  guint count;
} Outline;

static guint
han_digit (const char *text) { /* 1 to 10; 0 where it is none */
  static const char *const DIGITS[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };

  for (guint i = 0; i < G_N_ELEMENTS (DIGITS); i++)
    if (g_str_has_prefix (text, DIGITS[i]))
      return i + 1;
  return 0;
}

/* 一 to 九十九; moves *@text behind it. 0 where none is printed. */
static guint
read_han (const char **text) {
  guint number = 0, digit;

  while ((digit = han_digit (*text)) > 0 && number < 100) {
    if (digit == 10)
      number = MAX (number, 1) * 10;
    else if (number % 10 == 0)
      number += digit;
    else
      return 0;
    *text += strlen ("一");
  }
  return number < 100 ? number : 0;
}

static guint
read_ascii (const char **text) {
  guint number = 0;

  while (g_ascii_isdigit (**text) && number < 100)
    number = number * 10 + (guint) g_ascii_digit_value (*(*text)++);
  return number < 100 ? number : 0;
}

/* The number at the head of @text in @style; 0 where there is none. 1.5 is an amount. */
static guint
read_number (const char *text, guint style) {
  guint number;

  if (!g_str_has_prefix (text, STYLES[style].before))
    return 0;
  text += strlen (STYLES[style].before);
  number = STYLES[style].han ? read_han (&text) : read_ascii (&text);
  if (!g_str_has_prefix (text, STYLES[style].behind))
    return 0;
  text += strlen (STYLES[style].behind);
  return !STYLES[style].han && g_ascii_isdigit (*text) && STYLES[style].behind[0] == '.' ? 0 : number;
}

static gboolean
read_item (const char *text, Item *item) {
  for (item->style = 0; item->style < G_N_ELEMENTS (STYLES); item->style++) {
    item->number = read_number (text, item->style);
    if (item->number > 0)
      return TRUE;
  }
  return FALSE;
}

/* The line as a reader sees it; the caller frees it. */
static char *
fold_block (const ZbBlock *block) {
  g_autofree char *number
      = zb_text_fold (block->heading_number != NULL ? block->heading_number : "");
  g_autofree char *text = zb_text_fold (block->text);

  return g_str_has_prefix (text, number) ? g_steal_pointer (&text) : g_strconcat (number, text, NULL);
}

/* Whether @text prints @number in @style, at its head or within it. */
static gboolean
prints_number (const char *text, guint style, guint number) {
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (read_number (text, style) == number)
      return TRUE;
  return FALSE;
}

/* Whether @number stands anywhere from block @first to @last, be it in a table, within a line or in another style of
 * the same numerals. */
static gboolean
is_between (const ZbReport *report, guint first, guint last, guint style, guint number) {
  for (guint i = first; i <= last; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    guint cells = block->kind == ZB_BLOCK_TABLE ? block->table->cells->len : 1;

    for (guint c = 0; c < cells; c++) {
      g_autofree char *text
          = block->kind == ZB_BLOCK_TABLE
                ? zb_text_fold (((const ZbCell *) g_ptr_array_index (block->table->cells, c))->text)
                : fold_block (block);

      for (guint s = 0; s < G_N_ELEMENTS (STYLES); s++)
        if (STYLES[s].han == STYLES[style].han && prints_number (text, s, number))
          return TRUE;
    }
  }
  return FALSE;
}

static char *
quote_head (const ZbReport *report, guint block) {
  g_autofree char *text = fold_block (g_ptr_array_index (report->document->blocks, block));
  const char *end = text;

  for (guint i = 0; i < QUOTED && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static void
tell (ZbReport *report, const char *rule, const Item *before, const Item *item) {
  g_autofree char *first = quote_head (report, before->block);
  g_autofree char *second = quote_head (report, item->block);
  g_autofree char *detail = g_strdup_printf ("「%s」之后为「%s」", first, second);

  zb_check_fail_words (report, rule, item->block, detail);
}

static void
compare (ZbReport *report, const Item *before, const Item *item) {
  guint gap = item->number > before->number ? item->number - before->number - 1 : 0;
  gboolean missing = gap > 0 && gap <= LONGEST_GAP;

  for (guint n = before->number + 1; missing && n < item->number; n++)
    missing = !is_between (report, before->block, item->block, item->style, n);
  if (missing)
    tell (report, "text.number_left_out", before, item);
  else if (item->number == before->number && item->number > 1)
    tell (report, "text.number_twice", before, item);
}

/* Goes on with the list of the same style, which closes those within it, or opens one. */
static void
take_item (ZbReport *report, Outline *outline, const Item *item) {
  guint level = 0;

  while (level < outline->count && outline->last[level].style != item->style)
    level++;
  if (level == MOST_LEVELS)
    return;
  if (level == outline->count)
    g_hash_table_remove_all (outline->left[level]);
  if (level == outline->count || item->number == 1)
    outline->lengths[level] = 0;
  else if (outline->lengths[level] >= SHORTEST_LIST
           && !g_hash_table_remove (outline->left[level], GUINT_TO_POINTER (item->number - 1)))
    compare (report, &outline->last[level], item);
  if (level < outline->count && item->number == 1)
    g_hash_table_add (outline->left[level], GUINT_TO_POINTER (outline->last[level].number));
  outline->count = level + 1;
  outline->last[level] = *item;
  outline->lengths[level]++;
}

void
zb_check_numbering (ZbReport *report) {
  Outline outline = { .count = 0 };

  for (guint level = 0; level < MOST_LEVELS; level++)
    outline.left[level] = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    g_autofree char *text = NULL;
    Item item = { .block = i };

    if ((block->kind != ZB_BLOCK_HEADING && block->kind != ZB_BLOCK_PARAGRAPH)
        || block->role != ZB_ROLE_BODY)
      continue;
    text = fold_block (block);
    if (read_item (text, &item))
      take_item (report, &outline, &item);
  }
  for (guint level = 0; level < MOST_LEVELS; level++)
    g_hash_table_unref (outline.left[level]);
}
