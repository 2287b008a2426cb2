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
  gboolean lost;      /* a head was not understood, so what follows means something else */
} Ledger;

/* One block of one row while it is read. */
typedef struct {
  const char *code, *line;
  GString *name;
  GPtrArray *amounts; /* borrowed texts */
} Entry;

static const ZbTextHeadColumn *
column_at (const ZbTextHeads *heads, guint col) {
  return &g_array_index (heads->columns, ZbTextHeadColumn, col);
}

static gboolean
has_kind (const ZbTextHeads *heads, guint block, ZbHeadWord kind) {
  for (guint col = 0; col < heads->columns->len; col++)
    if (column_at (heads, col)->block == block && column_at (heads, col)->kind == kind)
      return TRUE;
  return FALSE;
}

static const ZbTextWord *
word_at (const GArray *words, guint index) {
  return index < words->len ? &g_array_index (words, ZbTextWord, index) : NULL;
}

static gboolean
is_code (const char *text) {
  gsize length = strspn (text, "0123456789");

  return text[length] == '\0' && length >= 3 && length <= 7 && length % 2 == 1;
}

/* Whether a code and a name begin at @index. A total has no code. */
static gboolean
begins_with_code (const GArray *words, guint index) {
  const ZbTextWord *word = word_at (words, index), *next = word_at (words, index + 1);

  return word != NULL && next != NULL && is_code (word->text) && !next->figure
         && !zb_text_head_words_is_total (next->text);
}

/* Reads the number of the line at @index. */
static gboolean
take_line (Ledger *ledger, Entry *entry, guint block, const GArray *words, guint *index) {
  const ZbTextWord *word = word_at (words, *index);
  guint64 number;

  if (word == NULL || !word->figure || strspn (word->text, "0123456789") != strlen (word->text))
    return FALSE;
  number = g_ascii_strtoull (word->text, NULL, 10);
  if (ledger->lines[block] != number && !(ledger->lines[block] == 0 && entry->name->len > 0 && number < 1000))
    return FALSE;
  ledger->lines[block] = (guint) number + 1;
  entry->line = word->text;
  ++*index;
  return TRUE;
}

/* Reads one block from *@index on; FALSE where its key is not there. */
static gboolean
take_entry (Ledger *ledger, Entry *entry, guint block, const GArray *words, guint *index) {
  gboolean coded = has_kind (ledger->heads, block, ZB_HEAD_WORD_CODE);
  gboolean numbered = has_kind (ledger->heads, block, ZB_HEAD_WORD_LINE);
  const ZbTextWord *word;
  gboolean next_coded = has_kind (ledger->heads, block + 1, ZB_HEAD_WORD_CODE);

  if (coded && begins_with_code (words, *index))
    entry->code = word_at (words, (*index)++)->text;
  for (; (word = word_at (words, *index)) != NULL && !word->figure; ++*index)
    g_string_append_printf (entry->name, "%s%s", entry->name->len > 0 ? " " : "", word->text);
  if (numbered && !take_line (ledger, entry, block, words, index))
    return FALSE;
  if (entry->name->len == 0 && entry->line == NULL && has_kind (ledger->heads, block, ZB_HEAD_WORD_NAME))
    return FALSE;
  for (; (word = word_at (words, *index)) != NULL && word->figure; ++*index) {
    if (next_coded && begins_with_code (words, *index))
      break;
    /* the next side may have no name, only its number */
    if (numbered && block + 1 < ledger->blocks && ledger->lines[block + 1] > 0
        && g_ascii_strtoull (word->text, NULL, 10) == ledger->lines[block + 1]
        && strspn (word->text, "0123456789") == strlen (word->text))
      break;
    g_ptr_array_add (entry->amounts, word->text);
  }
  return TRUE;
}

static void
set_cell (ZbTextLedgerRow *row, guint col, const char *text) {
  g_free (row->cells->pdata[col]);
  row->cells->pdata[col] = g_strdup (text);
}

/* Puts what was read of a block into its columns. FALSE where the columns of amounts are not known. */
static gboolean
set_entry (const ZbTextHeads *heads, const Entry *entry, guint block, ZbTextLedgerRow *row) {
  guint amounts = 0, next = 0, first = heads->columns->len, name = heads->columns->len;

  for (guint col = heads->columns->len; col-- > 0;) {
    const ZbTextHeadColumn *column = column_at (heads, col);

    if (column->block != block)
      continue;
    if (column->kind == ZB_HEAD_WORD_AMOUNT) {
      amounts++;
      first = col;
    } else if (column->kind == ZB_HEAD_WORD_NAME) {
      name = col;
    }
  }
  if (entry->amounts->len > amounts || (name == heads->columns->len && entry->name->len > 0))
    return FALSE;
  for (guint col = 0; col < heads->columns->len; col++) {
    const ZbTextHeadColumn *column = column_at (heads, col);
    const char *text = NULL;

    if (column->block != block)
      continue;
    if (column->kind == ZB_HEAD_WORD_CODE)
      text = entry->code;
    else if (column->kind == ZB_HEAD_WORD_LINE)
      text = entry->line;
    else if (col == name && entry->name->len > 0)
      text = entry->name->str;
    else if (column->kind == ZB_HEAD_WORD_AMOUNT && entry->amounts->len == amounts)
      text = g_ptr_array_index (entry->amounts, next++);
    set_cell (row, col, text);
  }
  if (entry->amounts->len == amounts || entry->amounts->len == 0)
    return TRUE;
  if (!column_at (heads, first)->total || row->loose->len > 0 || name == heads->columns->len)
    return FALSE;
  set_cell (row, first, g_ptr_array_index (entry->amounts, 0));
  row->block = block;
  for (guint i = 1; i < entry->amounts->len; i++)
    g_ptr_array_add (row->loose, g_strdup (g_ptr_array_index (entry->amounts, i)));
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
      set_cell (row, col, word->text);
      index++;
    } else if (column->kind == ZB_HEAD_WORD_AMOUNT) {
      if (word == NULL || !g_str_equal (word->text, number))
        return FALSE;
      set_cell (row, col, number);
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

/* Labels side by side amid the rows are the head of a section, with a word for each column. */
static gboolean
set_heads (const Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  if (ledger->blocks > 1 || words->len != ledger->heads->columns->len)
    return FALSE;
  for (guint col = 0; col < words->len; col++)
    set_cell (row, col, word_at (words, col)->text);
  return TRUE;
}

/* Whether the entry at @index belongs to @block, where a row has fewer of them than there are blocks: its code
 * goes on where that of the block was. */
static gboolean
is_of_block (const Ledger *ledger, const GArray *words, guint index, guint block) {
  guint entries = 0;
  const char *code = word_at (words, index)->text;

  if (ledger->blocks == 1 || !has_kind (ledger->heads, block, ZB_HEAD_WORD_CODE))
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
  Entry entry = { 0 };
  gboolean understood;

  if (*index == words->len || !is_of_block (ledger, words, *index, block))
    return has_kind (ledger->heads, block, ZB_HEAD_WORD_CODE);
  entry.name = g_string_new (NULL);
  entry.amounts = g_ptr_array_new ();
  understood = take_entry (ledger, &entry, block, words, index)
               && set_entry (ledger->heads, &entry, block, row);
  if (entry.code != NULL)
    ledger->codes[block] = entry.code;
  g_string_free (entry.name, TRUE);
  g_ptr_array_unref (entry.amounts);
  return understood;
}

static gboolean
read_row (Ledger *ledger, const GArray *words, ZbTextLedgerRow *row) {
  guint index = 0;

  for (guint block = 0; block < ledger->blocks; block++)
    if (!read_block (ledger, words, block, &index, row))
      return FALSE;
  return index == words->len;
}

static GPtrArray *
new_cells (guint cols) {
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (cells, (int) cols);
  return cells;
}

static void
free_row (gpointer data) {
  ZbTextLedgerRow *row = data;

  g_clear_pointer (&row->cells, g_ptr_array_unref);
  g_ptr_array_unref (row->loose);
  g_free (row);
}

static ZbTextLedgerRow *
read_words (Ledger *ledger, const GArray *words) {
  ZbTextLedgerRow *row = g_new0 (ZbTextLedgerRow, 1);
  guint cols = ledger->heads->columns->len;

  row->loose = g_ptr_array_new_with_free_func (g_free);
  row->cells = new_cells (cols);
  if (words->len > 1 && !has_figure (words)) {
    ledger->lost = !set_heads (ledger, words, row);
    if (ledger->lost)
      g_clear_pointer (&row->cells, g_ptr_array_unref);
    return row;
  }
  if (set_counts (ledger, words, row))
    return row;
  g_ptr_array_unref (row->cells);
  row->cells = new_cells (cols);
  if (ledger->lost || !read_row (ledger, words, row)) {
    g_clear_pointer (&row->cells, g_ptr_array_unref);
    g_ptr_array_set_size (row->loose, 0);
    memset (ledger->lines, 0, ledger->blocks * sizeof *ledger->lines);
  }
  return row;
}

GPtrArray *
zb_text_ledger_read (const GPtrArray *lines, guint first, const ZbTextHeads *heads) {
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  guint blocks = column_at (heads, heads->columns->len - 1)->block + 1;
  g_autofree guint *numbers = g_new0 (guint, blocks + 1);
  g_autofree const char **codes = g_new0 (const char *, blocks + 1);
  Ledger ledger = { .heads = heads, .blocks = blocks, .lines = numbers, .codes = codes };

  numbers[0] = 1;
  for (guint i = first; i < lines->len; i++)
    g_ptr_array_add (rows, read_words (&ledger, g_ptr_array_index (lines, i)));
  return rows;
}
