/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quantity-kind.h"

#include <string.h>

#include "chinese-numeral.h"
#include "data-table.h"
#include "normalize-data.h"
#include "quantity-marks.h"
#include "text-fold.h"

static gboolean
is_between (ZbDecimal value, gint64 low, gint64 high) {
  return value.scale == 0 && value.coefficient >= low && value.coefficient <= high;
}

static gboolean
has_unit (const ZbQuantity *quantity, const char *canonical) {
  return quantity->unit != NULL && g_str_equal (quantity->unit->canonical, canonical);
}

static gboolean
is_date (const ZbNumberText *text, gsize start, gsize end, const ZbQuantity *quantity) {
  if (has_unit (quantity, "年代"))
    return TRUE;
  if (has_unit (quantity, "年") || has_unit (quantity, "学年"))
    return is_between (quantity->number, 1900, 2099);
  if (has_unit (quantity, "时"))
    return is_between (quantity->number, 0, 24);
  if (has_unit (quantity, "月"))
    return is_between (quantity->number, 1, 12);
  if (has_unit (quantity, "日"))
    return is_between (quantity->number, 1, 31)
           && !(quantity->flags & (ZB_QUANTITY_AT_MOST | ZB_QUANTITY_AT_LEAST));
  return has_unit (quantity, "季度") && is_between (quantity->number, 1, 4);
}

/* A year with its month cut off behind it. */
static gboolean
is_cut_month (const char *folded, gsize start, gsize end, const ZbQuantity *quantity) {
  return quantity->unit == NULL && is_between (quantity->number, 1, 12) && folded[end] == '\0'
         && start > 4 && zb_quantity_marks_stands_before (folded, start, "年")
         && g_ascii_isdigit (folded[start - strlen ("年") - 1]);
}

/* The words of number-names.tsv. Nearly every number has none beside it: the bytes that touch it say
 * so at once. */
typedef struct {
  GPtrArray *rows;            /* ZbDataRow, the words folded */
  GPtrArray *before, *behind; /* char *, borrowed from the rows */
  GHashTable *itself;         /* char *, likewise */
  gboolean last[256], first[256];
} NumberNames;

static void
number_names_free (NumberNames *names) {
  g_ptr_array_unref (names->rows);
  g_ptr_array_unref (names->before);
  g_ptr_array_unref (names->behind);
  g_hash_table_unref (names->itself);
  g_free (names);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NumberNames, number_names_free)

static gboolean
add_name (NumberNames *names, const char *word, const char *side) {
  if (*word == '\0')
    return FALSE;
  if (g_str_equal (side, "before")) {
    g_ptr_array_add (names->before, (gpointer) word);
    names->last[(guchar) word[strlen (word) - 1]] = TRUE;
    return TRUE;
  }
  if (g_str_equal (side, "itself"))
    return g_hash_table_add (names->itself, (gpointer) word);
  g_ptr_array_add (names->behind, (gpointer) word);
  names->first[(guchar) *word] = TRUE;
  return g_str_equal (side, "behind");
}

static gpointer
load_number_names (GError **error) {
  GPtrArray *rows = zb_data_table_load (zb_normalize_data_get_resource (),
                                        "/zhibiao/normalize/number-names.tsv", 2, error);
  g_autoptr (NumberNames) names = NULL;

  if (rows == NULL)
    return NULL;
  names = g_new0 (NumberNames, 1);
  names->rows = rows;
  names->before = g_ptr_array_new ();
  names->behind = g_ptr_array_new ();
  names->itself = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++) {
    ZbDataRow *row = g_ptr_array_index (rows, i);
    char *word = zb_text_fold (row->fields[0]);

    g_free (row->fields[0]);
    row->fields[0] = word;
    if (!add_name (names, row->fields[0], row->fields[1])) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "number-names.tsv: line %u: not a word and before, behind or itself",
                   row->line);
      return NULL;
    }
  }
  return g_steal_pointer (&names);
}

static gpointer
load_numeral_words (GError **error) {
  return zb_data_table_load (zb_normalize_data_get_resource (),
                             "/zhibiao/normalize/numeral-words.tsv", 1, error);
}

static ZbDataOnce number_names, numeral_words;

gboolean
zb_quantity_kind_load (GError **error) {
  return zb_data_once_load (&number_names, load_number_names, error) != NULL
         && zb_data_once_load (&numeral_words, load_numeral_words, error) != NULL;
}

static gboolean
is_han_at (const char *folded, gsize at) {
  gunichar character = g_utf8_get_char (folded + at);

  return zb_character_is_cjk (character) && g_unichar_isalpha (character);
}

#define LONGEST_SERVICE 8

/* The number of a public service, such as 12345, that is no amount because a word follows it. */
static gboolean
is_service (const NumberNames *names, const char *folded, gsize start, gsize end) {
  char number[LONGEST_SERVICE + 1] = { 0 };

  if (end - start < 3 || end - start > LONGEST_SERVICE || !is_han_at (folded, end))
    return FALSE;
  memcpy (number, folded + start, end - start);
  return g_hash_table_contains (names->itself, number);
}

static gboolean
has_name_beside (const char *folded, gsize start, gsize end) {
  const NumberNames *names = zb_data_once_lookup (&number_names, load_number_names);

  if (is_service (names, folded, start, end))
    return TRUE;
  if (start > 0 && names->last[(guchar) folded[start - 1]])
    for (guint i = 0; i < names->before->len; i++)
      if (zb_quantity_marks_stands_before (folded, start,
                                           g_ptr_array_index (names->before, i)))
        return TRUE;
  if (names->first[(guchar) folded[end]])
    for (guint i = 0; i < names->behind->len; i++)
      if (g_str_has_prefix (folded + end, g_ptr_array_index (names->behind, i)))
        return TRUE;
  return FALSE;
}

/* 第3批, 39号, A4, B-2, 附件2, 公开01表: a word beside it makes the number a name. */
static gboolean
is_named (const char *folded, gsize start, gsize end, gsize previous_end,
          const ZbQuantity *quantity) {
  if (zb_quantity_marks_stands_before (folded, start, "第")
      || (start > 0 && start != previous_end && g_ascii_isalpha (folded[start - 1]))
      || (start > 1 && folded[start - 1] == '-' && start - 1 != previous_end
          && g_ascii_isalpha (folded[start - 2])))
    return TRUE;
  if (quantity->unit != NULL)
    return FALSE;
  return g_ascii_isalpha (folded[end]) || has_name_beside (folded, start, end);
}

/* 7*24小时, 1.5×1.5树池. */
static gboolean
is_factor (const char *folded, gsize start, gsize end) {
  return folded[end] == '*' || g_str_has_prefix (folded + end, "×")
         || (start > 0 && folded[start - 1] == '*')
         || zb_quantity_marks_stands_before (folded, start, "×");
}

/* 30201-办公费, 1.4－成本指标. */
static gboolean
is_code_of_name (const char *folded, gsize end) {
  return folded[end] == '-' && is_han_at (folded, end + 1);
}

/* 1、加强 and 4、1－产出指标, but not 1、2、3万元. */
static gboolean
is_list_mark (const char *folded, gsize end) {
  gsize behind = end + strlen ("、");

  if (!g_str_has_prefix (folded + end, "、"))
    return FALSE;
  if (!g_ascii_isdigit (folded[behind]))
    return TRUE;
  return is_code_of_name (folded, behind + strspn (folded + behind, "0123456789."));
}

/* (1), 1.项目, 1、加强, [301], "520", 1+6. */
static gboolean
is_mark_or_code (const ZbNumberText *text, gsize start, gsize end) {
  const char *folded = text->folded, *next = folded + end;
  char before = start > 0 ? folded[start - 1] : '\0';
  gboolean opens = start == 0 || zb_number_text_has_gap (text, start)
                   || strchr (",;:)", before) != NULL
                   || zb_quantity_marks_stands_before (folded, start, "。");

  if ((before == '(' && *next == ')') || (before == '[' && *next == ']')
      || (before == '"' && *next == '"'))
    return TRUE;
  if (before == '+' || *next == '+')
    return TRUE;
  if (*next == ')' && opens && next[1] != '\0')
    return TRUE;
  if (*next == '.')
    return TRUE;
  if (opens && is_list_mark (folded, end))
    return TRUE;
  return *next == '/' || before == '.' || before == '/';
}

/* 13800000000 and 0201 are no amounts; neither is the number of a page, -12-. */
static gboolean
is_number_of_things (const ZbNumberText *text, gsize start, gsize end) {
  const char *digits = text->folded + start;
  gsize length = end - start;

  if (zb_number_text_count_digits (text, start) != length)
    return FALSE;
  if (length == 11 && digits[0] == '1' && digits[1] >= '3')
    return TRUE;
  if (length > 1 && digits[0] == '0')
    return TRUE;
  return start > 0 && digits[-1] == '-' && digits[length] == '-' && digits[length + 1] == '\0';
}

static gboolean
is_session (gboolean chinese, const ZbQuantity *quantity) {
  return chinese
         && (has_unit (quantity, "届") || has_unit (quantity, "类") || has_unit (quantity, "期"));
}

ZbQuantityFlags
zb_quantity_kind_classify (const ZbNumberText *text, gsize start, gsize end, gsize previous_end,
                           const ZbQuantity *quantity) {
  gboolean plain = quantity->unit == NULL && quantity->number.scale == 0;

  if (is_date (text, start, end, quantity))
    return ZB_QUANTITY_DATE;
  if (is_cut_month (text->folded, start, end, quantity))
    return ZB_QUANTITY_DATE | ZB_QUANTITY_TRUNCATED;
  if (is_named (text->folded, start, end, previous_end, quantity)
      || is_session (!zb_number_text_is_digit (text, start), quantity))
    return ZB_QUANTITY_ORDINAL;
  if (quantity->flags & ZB_QUANTITY_TRUNCATED)
    return 0;
  if (quantity->unit == NULL
      && (is_code_of_name (text->folded, end) || is_factor (text->folded, start, end)))
    return ZB_QUANTITY_ORDINAL;
  if (plain && (is_mark_or_code (text, start, end) || is_number_of_things (text, start, end)))
    return ZB_QUANTITY_ORDINAL;
  return 0;
}

/* Whether @word stands so that one of its characters is the one at @at. */
static gboolean
covers (const char *folded, gsize at, const char *word) {
  gsize length = strlen (word);

  for (gsize before = 0; before < length && before <= at; before++) {
    if ((word[before] & 0xC0) == 0x80 || word[before] != folded[at])
      continue;
    if (strncmp (folded + at - before, word, length) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
zb_quantity_kind_is_word (const char *folded, gsize at) {
  const GPtrArray *words = zb_data_once_lookup (&numeral_words, load_numeral_words);

  for (guint i = 0; i < words->len; i++)
    if (covers (folded, at, ((const ZbDataRow *) g_ptr_array_index (words, i))->fields[0]))
      return TRUE;
  return FALSE;
}
