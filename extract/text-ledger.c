/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger.h"

#include <string.h>

/* Rows of codes, names and amounts that lost their blanks, under a head that is understood:
 *
 *     项目 行次 金额 项目 行次 金额
 *     二、其他 2 二、文化 32 1            a name begins each side; 2 and 32 count the lines
 *     3 三、体育 33                       no name on the left
 *
 * What could be read in two ways is not read: the row stays as it is printed, in one cell. */

typedef struct {
  const ZbTextHeads *heads;
  guint blocks;
  guint *lines;       /* of each block the number that its next row is counted with; 0 unknown */
  const char **codes; /* of each block the code before; borrowed */
  ZbTextSides sides;
  gboolean named;     /* the sides have neither codes nor numbers */
  gboolean lost;      /* a head was not understood, so what follows means something else */
} Ledger;

static const ZbTextHeadColumn *
column_at (const ZbTextHeads *heads, guint col) {
  return &g_array_index (heads->columns, ZbTextHeadColumn, col);
}

static guint
count_codes (const ZbTextHeads *heads, guint block) {
  return zb_text_heads_count (heads, block, ZB_HEAD_WORD_CODE, NULL)
         + zb_text_heads_count (heads, block, ZB_HEAD_WORD_LEVEL, NULL);
}

static gboolean
has_kind (const ZbTextHeads *heads, guint block, ZbHeadWord kind) {
  return zb_text_heads_count (heads, block, kind, NULL) > 0;
}

static const ZbTextWord *
word_at (const GArray *words, guint index) {
  return index < words->len ? &g_array_index (words, ZbTextWord, index) : NULL;
}

static gboolean
is_whole_number (const char *text) {
  return text[strspn (text, "0123456789")] == '\0';
}

static gboolean
is_code (const char *text) {
  gsize length = strlen (text);

  return is_whole_number (text) && length >= 3 && length <= 7 && length % 2 == 1;
}

/* A total has no code. */
guint
zb_text_ledger_measure_code (const GArray *words, guint index) {
  const ZbTextWord *word = word_at (words, index), *next;
  guint count = 1;

  if (word == NULL || !is_code (word->text))
    return 0;
  while (strlen (word->text) == 3 && count < 3 && (next = word_at (words, index + count)) != NULL
         && strlen (next->text) == 2 && is_whole_number (next->text))
    count++;
  next = word_at (words, index + count);
  return next != NULL && !next->figure && !zb_text_head_words_is_total (next->text) ? count : 0;
}

/* The code of a unit is not made as those of the classifications are; only the first word can be one. */
static guint
measure_unit_code (const GArray *words, guint index) {
  const ZbTextWord *word = word_at (words, index), *next = word_at (words, index + 1);

  return index == 0 && word != NULL && next != NULL && !next->figure && is_whole_number (word->text)
         && strlen (word->text) >= 3 && !zb_text_head_words_is_total (next->text);
}

static gboolean
begins_with_code (const GArray *words, guint index) {
  return zb_text_ledger_measure_code (words, index) > 0;
}

/* Reads the number of the line at @index. */
static gboolean
take_line (Ledger *ledger, ZbTextLedgerEntry *entry, guint block, const GArray *words, guint *index) {
  const ZbTextWord *word = word_at (words, *index);
  guint64 number;

  if (word == NULL || !word->figure || !is_whole_number (word->text))
    return FALSE;
  number = g_ascii_strtoull (word->text, NULL, 10);
  if (ledger->lines[block] != number
      && !(ledger->lines[block] == 0 && entry->names->len > 0 && number < 1000))
    return FALSE;
  ledger->lines[block] = (guint) number + 1;
  entry->line = word->text;
  ++*index;
  return TRUE;
}

static void
take_codes (const Ledger *ledger, ZbTextLedgerEntry *entry, guint block, const GArray *words,
            guint *index) {
  guint count = zb_text_ledger_measure_code (words, *index);

  if (count == 0 && ledger->blocks == 1)
    count = measure_unit_code (words, *index);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (entry->codes, word_at (words, (*index)++)->text);
}

/* Reads amounts up to where the next block begins. */
static void
take_amounts (const Ledger *ledger, ZbTextLedgerEntry *entry, guint block, const GArray *words,
              guint *index) {
  gboolean numbered = has_kind (ledger->heads, block, ZB_HEAD_WORD_LINE);
  gboolean next_coded = count_codes (ledger->heads, block + 1) > 0;
  const ZbTextWord *word;

  for (; (word = word_at (words, *index)) != NULL && word->figure; ++*index) {
    if (next_coded && begins_with_code (words, *index))
      break;
    /* the next side may have no name, only its number */
    if (numbered && block + 1 < ledger->blocks && ledger->lines[block + 1] > 0
        && g_ascii_strtoull (word->text, NULL, 10) == ledger->lines[block + 1]
        && is_whole_number (word->text))
      break;
    g_ptr_array_add (entry->amounts, word->text);
  }
}

/* Reads one block from *@index on; FALSE where its key is not there. */
static gboolean
take_entry (Ledger *ledger, ZbTextLedgerEntry *entry, guint block, const GArray *words, guint *index) {
  const ZbTextHeads *heads = ledger->heads;
  const ZbTextWord *word;

  if (count_codes (heads, block) > 0 || (block == 0 && has_kind (heads, block, ZB_HEAD_WORD_NAME)))
    take_codes (ledger, entry, block, words, index);
  for (; (word = word_at (words, *index)) != NULL && !word->figure; ++*index)
    g_ptr_array_add (entry->names, word->text);
  if (has_kind (heads, block, ZB_HEAD_WORD_LINE) && !take_line (ledger, entry, block, words, index))
    return FALSE;
  if (entry->names->len == 0 && entry->line == NULL && has_kind (heads, block, ZB_HEAD_WORD_NAME))
    return FALSE;
  take_amounts (ledger, entry, block, words, index);
  if (has_kind (heads, block, ZB_HEAD_WORD_TEXT))
    for (; (word = word_at (words, *index)) != NULL; ++*index)
      g_ptr_array_add (entry->rest, word->text);
  return TRUE;
}

/* 栏次 1 2 3: the columns of amounts are counted. */
static gboolean
set_counts (const Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  guint count = 0, index = 0;

  for (guint col = 0; col < ledger->heads->columns->len; col++) {
    const ZbTextHeadColumn *column = column_at (ledger->heads, col);
    const ZbTextWord *word = word_at (words, index);
    g_autofree char *number = g_strdup_printf ("%u", count + 1);

    if (word != NULL && column->kind != ZB_HEAD_WORD_AMOUNT && g_str_equal (word->text, "栏次")) {
      row->cells->pdata[col] = g_strdup (word->text);
      index++;
    } else if (column->kind == ZB_HEAD_WORD_AMOUNT) {
      if (word == NULL || !g_str_equal (word->text, number))
        return FALSE;
      row->cells->pdata[col] = g_strdup (number);
      count++;
      index++;
    }
  }
  return index == words->len;
}

static gboolean
has_figure (const GArray *words) {
  for (guint i = 0; i < words->len; i++)
    if (word_at (words, i)->figure)
      return TRUE;
  return FALSE;
}

static gboolean
are_head_words (const GArray *words) {
  for (guint i = 0; i < words->len; i++)
    if (!zb_text_head_words_is_known (word_at (words, i)->text))
      return FALSE;
  return TRUE;
}

static gboolean
is_in_head (const Ledger *ledger, const char *text) {
  for (guint i = 0; i < ledger->heads->rows->len; i++) {
    const GPtrArray *row = g_ptr_array_index (ledger->heads->rows, i);

    for (guint col = 0; col < row->len; col++)
      if (g_str_equal (zb_text_row_get (row, col)->text->str, text))
        return TRUE;
  }
  return FALSE;
}

/* Whether a line of the head stands here again, as at the top of a page. */
static gboolean
repeats_head (const Ledger *ledger, const GArray *words) {
  for (guint i = 0; i < words->len; i++)
    if (!is_in_head (ledger, word_at (words, i)->text))
      return FALSE;
  return words->len > 1;
}

/* Labels side by side amid the rows are the head of a section, with a word for each column. */
static gboolean
set_heads (const Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  if (ledger->blocks > 1 || words->len != ledger->heads->columns->len)
    return FALSE;
  for (guint col = 0; col < words->len; col++)
    row->cells->pdata[col] = g_strdup (word_at (words, col)->text);
  return TRUE;
}

/* Whether the entry at @index belongs to @block, where a row has fewer of them than there are blocks: its code
 * goes on where that of the block was. */
static gboolean
is_of_block (const Ledger *ledger, const GArray *words, guint index, guint block) {
  guint entries = 0;
  const char *code = word_at (words, index)->text;

  if (ledger->blocks == 1 || count_codes (ledger->heads, block) == 0)
    return TRUE;
  for (guint i = index; i < words->len; i++)
    entries += begins_with_code (words, i);
  return entries + block >= ledger->blocks
         || (begins_with_code (words, index) && ledger->codes[block] != NULL
             && strncmp (ledger->codes[block], code, 3) == 0);
}

/* Reads one block of a row; an unnumbered one may be blank where the codes tell which is. */
static gboolean
read_block (Ledger *ledger, const GArray *words, guint block, guint *index, ZbTextLedgerRow *row) {
  ZbTextLedgerEntry *entry;
  gboolean understood;

  if (*index == words->len || !is_of_block (ledger, words, *index, block))
    return count_codes (ledger->heads, block) > 0;
  entry = zb_text_ledger_entry_new ();
  understood = take_entry (ledger, entry, block, words, index)
               && zb_text_ledger_set_entry (row, ledger->heads, entry, block);
  if (entry->codes->len > 0)
    ledger->codes[block] = g_ptr_array_index (entry->codes, 0);
  zb_text_ledger_entry_free (entry);
  return understood;
}

static gboolean
read_row (Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  guint index = 0;

  if (ledger->named)
    return zb_text_sides_read (&ledger->sides, words, row);
  for (guint block = 0; block < ledger->blocks; block++)
    if (!read_block (ledger, words, block, &index, row))
      return FALSE;
  return index == words->len;
}

static void
clear_cells (const Ledger *ledger, ZbTextLedgerRow *row) {
  g_clear_pointer (&row->cells, g_ptr_array_unref);
  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (row->cells, (int) ledger->heads->columns->len);
  g_ptr_array_set_size (row->loose, 0);
}

static void
free_row (gpointer data) {
  ZbTextLedgerRow *row = data;

  g_clear_pointer (&row->cells, g_ptr_array_unref);
  g_ptr_array_unref (row->loose);
  g_free (row);
}

/* Labels without amounts. FALSE where they are the head of something else. */
static gboolean
read_labels (Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  if (repeats_head (ledger, words))
    return FALSE;
  if (set_heads (ledger, words, row)) {
    ledger->lost = FALSE;
    return TRUE;
  }
  if (ledger->named && !are_head_words (words) && read_row (ledger, words, row))
    return TRUE;
  ledger->lost = !ledger->named;
  return FALSE;
}

static ZbTextLedgerRow *
read_words (Ledger *ledger, const GArray *words) {
  ZbTextLedgerRow *row = g_new0 (ZbTextLedgerRow, 1);
  gboolean understood;

  row->loose = g_ptr_array_new_with_free_func (g_free);
  clear_cells (ledger, row);
  if (has_figure (words) && set_counts (ledger, words, row))
    return row;
  clear_cells (ledger, row);
  if (!has_figure (words) && words->len > 1) {
    understood = read_labels (ledger, words, row);
  } else {
    understood = !ledger->lost && read_row (ledger, words, row);
    if (!understood)
      memset (ledger->lines, 0, ledger->blocks * sizeof *ledger->lines);
  }
  if (!understood) {
    g_clear_pointer (&row->cells, g_ptr_array_unref);
    g_ptr_array_set_size (row->loose, 0);
  }
  return row;
}

GPtrArray *
zb_text_ledger_read (const GPtrArray *lines, const ZbTextHeads *heads) {
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  guint blocks = zb_text_heads_blocks (heads);
  g_autofree guint *numbers = g_new0 (guint, blocks + 1), *names = g_new0 (guint, blocks + 1);
  g_autofree const char **codes = g_new0 (const char *, blocks + 1);
  Ledger ledger = { .heads = heads, .blocks = blocks, .lines = numbers, .codes = codes,
                    .sides = { heads, names }, .named = blocks > 1 };

  numbers[0] = 1;
  for (guint block = 0; block < blocks; block++)
    ledger.named = ledger.named && count_codes (heads, block) == 0
                   && !has_kind (heads, block, ZB_HEAD_WORD_LINE);
  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, read_words (&ledger, g_ptr_array_index (lines, i)));
  return rows;
}
