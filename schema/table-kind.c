/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-kind.h"

#include <string.h>

#include "document-words.h"
#include "quantity.h"
#include "table-classification.h"
#include "text-fold.h"

static gboolean
has_alternative (const char *title, const char *alternatives) {
  g_auto (GStrv) words = g_strsplit (alternatives, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (title, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What the kinds ask of the grid, looked at once: @ is a classification of the rows, # a word in a cell. */
typedef struct {
  const ZbCatalogue *catalogue;
  const ZbTable *table;
  gboolean classified;
  ZbRowClassification classification;
  char *words; /* of all cells, folded, a line each; NULL until they are asked for */
} Grid;

static gboolean
fits_rows (Grid *grid, const char *word) {
  if (!grid->classified)
    grid->classification = zb_table_find_classification (grid->catalogue, grid->table);
  grid->classified = TRUE;
  return grid->classification
         == (g_str_equal (word, "@economic") ? ZB_ROWS_OF_ECONOMY : ZB_ROWS_OF_FUNCTIONS);
}

/* A cell of more bytes is a sentence, which may speak of anything. */
#define LONGEST_WORDS 120

static char *
collect_words (const ZbTable *table) {
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *folded = NULL;

    if (strlen (cell->text) > LONGEST_WORDS)
      continue;
    folded = zb_text_fold (cell->text);
    g_string_append (words, folded);
    g_string_append_c (words, '\n');
  }
  return g_string_free (words, FALSE);
}

static gboolean
fits_cells (Grid *grid, const char *word) {
  if (grid->words == NULL)
    grid->words = collect_words (grid->table);
  return has_alternative (grid->words, word);
}

static gboolean
fits_word (Grid *grid, const char *title, const char *word) {
  switch (*word) {
  case '@':
    return fits_rows (grid, word);
  case '#':
    return fits_cells (grid, word + 1);
  default:
    return has_alternative (title, word);
  }
}

static gboolean
fits (const ZbTableKind *kind, const char *title, Grid *grid) {
  for (guint i = 0; kind->words[i] != NULL; i++)
    if (!fits_word (grid, title, kind->words[i]))
      return FALSE;
  for (guint i = 0; kind->without[i] != NULL; i++)
    if (*kind->without[i] != '\0' && has_alternative (title, kind->without[i]))
      return FALSE;
  return TRUE;
}

/* Whether a kind of the accounts belongs to the other @family than the document, and the title does not say
 * otherwise. */
static gboolean
is_of_other_family (const ZbTableKind *kind, const char *title, const char *family) {
  gboolean final = g_str_equal (kind->family, "final");

  return family != NULL && (final || g_str_equal (kind->family, "budget"))
         && !g_str_equal (kind->family, family)
         && strstr (title, final ? "决算" : "预算") == NULL;
}

const ZbTableKind *
zb_table_kind_recognize (const ZbCatalogue *catalogue, const ZbTable *table, const char *family) {
  g_autofree char *title = zb_text_fold (table->title != NULL ? table->title : "");
  Grid grid = { .catalogue = catalogue, .table = table };
  const ZbTableKind *found = NULL;

  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue) && found == NULL; i++) {
    const ZbTableKind *kind = zb_catalogue_table_kind_at (catalogue, i);

    if (!is_of_other_family (kind, title, family) && fits (kind, title, &grid))
      found = kind;
  }
  g_free (grid.words);
  return found;
}

static gboolean
says_empty (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_EMPTY_TABLE), folded) != NULL;
}

static gboolean
is_blank_mark (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return *folded == '\0'
         || zb_words_equal (zb_document_words (ZB_DOCUMENT_WORD_BLANK_CELL), folded) != NULL;
}

static gboolean
is_zero (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  return *folded != '\0' && strspn (folded, "0.") == strlen (folded) && *folded == '0';
}

/* Numbers in the body, where a form of accounts has its data; zeros are counted apart. */
static guint
count_numbers (const ZbTable *table, guint *zeros) {
  guint count = 0;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autoptr (ZbQuantity) quantity = NULL;

    if (cell->row < table->header_rows)
      continue;
    *zeros += is_zero (cell->text);
    if (is_blank_mark (cell->text))
      continue;
    quantity = zb_quantity_parse_cell (cell->text);
    if (quantity != NULL && !(quantity->flags & ZB_QUANTITY_ORDINAL))
      count++;
  }
  return count;
}

/* An evaluation form is printed with its weights (10, 100), a form of goals at most with their sum; more
 * than those is data. */
#define PRINTED_IN_A_BLANK_FORM 4
#define PRINTED_IN_A_BLANK_GOAL 1

static guint
printed_numbers (const ZbTableKind *kind) {
  return g_str_has_prefix (kind->id, "goal.") ? PRINTED_IN_A_BLANK_GOAL : PRINTED_IN_A_BLANK_FORM;
}

ZbTableState
zb_table_kind_state (const ZbTable *table, const ZbTableKind *kind) {
  guint zeros = 0, numbers = count_numbers (table, &zeros);
  gboolean form = kind != NULL && (kind->layout == ZB_LAYOUT_EVALUATION
                                   || g_str_equal (kind->id, "eval.monitoring"));

  if (numbers > (form ? printed_numbers (kind) : 0))
    return ZB_STATE_FILLED;
  for (guint i = 0; i < table->notes->len; i++)
    if (says_empty (g_ptr_array_index (table->notes, i)))
      return ZB_STATE_EMPTY;
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (says_empty (cell->text))
      return ZB_STATE_EMPTY;
  }
  if (zeros > 0 && !form)
    return ZB_STATE_EMPTY;
  if (kind == NULL || g_str_equal (kind->id, "other"))
    return numbers > 0 || table->header_rows == 0 ? ZB_STATE_FILLED : ZB_STATE_TEMPLATE;
  return ZB_STATE_TEMPLATE;
}
