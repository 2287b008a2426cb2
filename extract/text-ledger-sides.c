/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* A form with two sides, of which one may have lost what stood in a row:
 *
 *     收入 支出
 *     项目 预算数 项目 预算数
 *     一、财政拨款 10 一、教育支出 8       an entry for each side
 *     二、文化支出 2                     the left side goes on with 二 as well, but it has 收入; this is 支出
 *
 * An entry goes where its number goes on, where there is room for its amounts, and where the head says what
 * its name says. */

static const ZbTextWord *
word_at (const GArray *words, guint i) {
  return &g_array_index (words, ZbTextWord, i);
}

/* The value of a Chinese number below a hundred at the start of @folded and in *@length its bytes; 0 for none. */
static guint
read_chinese (const char *folded, gsize *length) {
  static const char DIGITS[] = "一二三四五六七八九";
  const char *p = folded;
  guint number = 0;

  for (gunichar character; (character = g_utf8_get_char (p)) != 0; p = g_utf8_next_char (p)) {
    const char *digit = g_utf8_strchr (DIGITS, -1, character);

    if (digit != NULL && number % 10 == 0)
      number += (guint) g_utf8_pointer_to_offset (DIGITS, digit) + 1;
    else if (character == 0x5341 && number < 10) /* 十 */
      number = MAX (number, 1) * 10;
    else
      break;
  }
  *length = (gsize) (p - folded);
  return number;
}

guint
zb_text_sides_number (const char *name) {
  g_autofree char *folded = zb_text_fold (name);
  gsize length = 0;
  guint number = read_chinese (folded, &length);

  return number > 0 && g_str_has_prefix (folded + length, "、") ? number : 0;
}

/* Whether an entry of its own begins with the name at @i behind another name. */
static gboolean
stands_alone (const GArray *words, guint i) {
  const char *text = word_at (words, i)->text;

  return zb_caption_words_is_numbered (text) || zb_text_head_words_is_total (text);
}

/* The entries of a row, each beginning with a name. NULL where the row begins with an amount. */
static GPtrArray *
split_entries (const GArray *words, guint sides) {
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_text_ledger_entry_free);
  ZbTextLedgerEntry *entry = NULL;
  guint names = 0;

  for (guint i = 0; i < words->len; i++)
    names += !word_at (words, i)->figure;
  for (guint i = 0; i < words->len; i++) {
    const ZbTextWord *word = word_at (words, i);

    if (word->figure) {
      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entry->amounts, word->text);
      continue;
    }
    if (entry == NULL || entry->amounts->len > 0 || names == sides || stands_alone (words, i)) {
      entry = zb_text_ledger_entry_new ();
      g_ptr_array_add (entries, entry);
    }
    g_ptr_array_add (entry->names, word->text);
  }
  return g_steal_pointer (&entries);
}

static const char *
name_of (const ZbTextLedgerEntry *entry) {
  return g_ptr_array_index (entry->names, 0);
}

/* Whether the names of @side are of what @name says that it is: 支出, 收入. */
static gboolean
is_named_so (const ZbTextSides *sides, guint side, const char *name) {
  static const char *const KINDS[] = { "支出", "收入" };
  g_autofree char *folded = zb_text_fold (name);
  guint first = 0;
  const char *head;

  zb_text_heads_count (sides->heads, side, ZB_HEAD_WORD_AMOUNT, &first);
  head = g_array_index (sides->heads->columns, ZbTextHeadColumn, first).side;
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (strstr (folded, KINDS[i]) != NULL && strstr (folded, KINDS[1 - i]) == NULL
        && strstr (head, KINDS[i]) == NULL && strstr (head, KINDS[1 - i]) != NULL)
      return FALSE;
  return TRUE;
}

/* Whether the number of @entry is the next one of @side. */
static gboolean
goes_on (const ZbTextSides *sides, guint side, const ZbTextLedgerEntry *entry) {
  guint number = zb_text_sides_number (name_of (entry));

  return number == 0 || number == sides->numbers[side] + 1;
}

/* Whether the place of @entry can be @side. */
static gboolean
fits (const ZbTextSides *sides, guint side, const ZbTextLedgerEntry *entry) {
  return entry->amounts->len <= zb_text_heads_count (sides->heads, side, ZB_HEAD_WORD_AMOUNT, NULL)
         && goes_on (sides, side, entry) && is_named_so (sides, side, name_of (entry));
}

static gboolean
set_entry (ZbTextSides *sides, guint side, const ZbTextLedgerEntry *entry, ZbTextLedgerRow *row) {
  guint number = zb_text_sides_number (name_of (entry));

  if (number > 0)
    sides->numbers[side] = number;
  return zb_text_ledger_set_entry (row, sides->heads, entry, side);
}

/* Puts the only entry of a row on the only side where it can stand. */
static gboolean
set_single (ZbTextSides *sides, const ZbTextLedgerEntry *entry, ZbTextLedgerRow *row) {
  guint blocks = zb_text_heads_blocks (sides->heads), found = blocks;

  for (guint side = 0; side < blocks; side++)
    if (fits (sides, side, entry)) {
      if (found < blocks)
        return FALSE;
      found = side;
    }
  return found < blocks && set_entry (sides, found, entry, row);
}

gboolean
zb_text_sides_read (ZbTextSides *sides, const GArray *words, ZbTextLedgerRow *row) {
  guint blocks = zb_text_heads_blocks (sides->heads);
  g_autoptr (GPtrArray) entries = split_entries (words, blocks);

  if (entries == NULL || entries->len == 0 || entries->len > blocks)
    return FALSE;
  if (entries->len == 1)
    return set_single (sides, g_ptr_array_index (entries, 0), row);
  if (entries->len < blocks)
    return FALSE;
  for (guint side = 0; side < blocks; side++)
    if (!set_entry (sides, side, g_ptr_array_index (entries, side), row))
      return FALSE;
  return TRUE;
}
