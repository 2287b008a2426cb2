/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-ledger-parts.h"

#include <string.h>

enum {
  MOST_ROWS = 2000, /* finding parents takes the square of them */
  SHORTEST_CODE = 3,
};

typedef struct {
  const GPtrArray *rows; /* ZbTextLedgerRow */
  const ZbTextHeads *heads;
  GPtrArray *codes; /* of each row, char *; NULL for none */
} Coded;

/* The text of @row in column @col; NULL for a blank. */
static const char *
text_at (const Coded *coded, guint row, guint col) {
  const ZbTextLedgerRow *ledger_row = g_ptr_array_index (coded->rows, row);

  return ledger_row->cells != NULL ? g_ptr_array_index (ledger_row->cells, col) : NULL;
}

/* The code of a row, in its columns or before its name: [20101]; NULL for none. */
static char *
read_code (const Coded *coded, guint row) {
  GString *code = g_string_new (NULL);

  for (guint col = 0; col < coded->heads->columns->len; col++) {
    const char *text = text_at (coded, row, col);
    ZbHeadWord kind = g_array_index (coded->heads->columns, ZbTextHeadColumn, col).kind;

    if (text == NULL || kind == ZB_HEAD_WORD_AMOUNT || kind == ZB_HEAD_WORD_LINE)
      continue;
    if (kind != ZB_HEAD_WORD_NAME || code->len == 0)
      for (text += *text == '['; g_ascii_isdigit (*text) || *text == ' '; text++)
        if (*text != ' ')
          g_string_append_c (code, *text);
  }
  if (code->len >= SHORTEST_CODE)
    return g_string_free (code, FALSE);
  g_string_free (code, TRUE);
  return NULL;
}

static guint
find_whole (const Coded *coded) {
  guint none = coded->rows->len, found = none, name = 0;

  if (zb_text_heads_count (coded->heads, 0, ZB_HEAD_WORD_NAME, &name) == 0)
    return none;
  for (guint row = 0; row < none; row++) {
    const char *text = text_at (coded, row, name);

    if (text == NULL || g_ptr_array_index (coded->codes, row) != NULL
        || !zb_text_head_words_is_total (text))
      continue;
    if (found < none)
      return none;
    found = row;
  }
  return found;
}

/* The row of whose amounts those of @row are a part: the longest shorter code above it, or @whole. The number of rows
 * where it has no code. */
static guint
find_parent (const Coded *coded, guint row, guint whole) {
  const char *code = g_ptr_array_index (coded->codes, row);
  gsize best = 0;
  guint found = whole;

  if (code == NULL)
    return coded->rows->len;
  for (guint i = 0; i < row; i++) {
    const char *other = g_ptr_array_index (coded->codes, i);
    gsize length = other != NULL ? strlen (other) : 0;

    if (length > best && length < strlen (code) && g_str_has_prefix (code, other)) {
      best = length;
      found = i;
    }
  }
  return found;
}

ZbTextLedgerParts *
zb_text_ledger_parts_new (const GPtrArray *rows, const ZbTextHeads *heads) {
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  const Coded coded = { rows, heads, codes };
  ZbTextLedgerParts *parts = g_new0 (ZbTextLedgerParts, 1);

  parts->of_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint row = 0; row < rows->len; row++) {
    g_ptr_array_add (codes, read_code (&coded, row));
    g_ptr_array_add (parts->of_rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  }
  parts->whole = find_whole (&coded);
  for (guint row = 0; row < rows->len && rows->len <= MOST_ROWS; row++) {
    guint parent = find_parent (&coded, row, parts->whole);

    if (parent < rows->len)
      g_array_append_val ((GArray *) g_ptr_array_index (parts->of_rows, parent), row);
  }
  return parts;
}

void
zb_text_ledger_parts_free (ZbTextLedgerParts *parts) {
  g_ptr_array_unref (parts->of_rows);
  g_free (parts);
}
