/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-form-words.h"
#include "text-table.h"

G_BEGIN_DECLS

/* The columns of the printed form, in its table of indicators. */
enum {
  ZB_FORM_COL_LEVEL1 = 1,
  ZB_FORM_COL_LEVEL2,
  ZB_FORM_COL_NAME,
  ZB_FORM_COL_TARGET,
  ZB_FORM_COL_ACTUAL,
  ZB_FORM_COL_WEIGHT,
  ZB_FORM_COL_SCORE,
  ZB_FORM_COL_DEVIATION,
  ZB_FORM_COLS,
};

/* One word of a form whose cells have run together. */
typedef struct {
  char *text;
  guint line; /* of the source */
} ZbTextFlatWord;

/* Such a form while it is read: the words from `at` on become rows. Owned by the finder. */
typedef struct {
  ZbTextSource *source;
  GArray *words;   /* ZbTextFlatWord */
  GPtrArray *rows; /* as zb_text_rows_build() takes them */
  guint at;
  GString *name; /* pieces of an indicator's name whose values are still to come */
  guint pieces;
  char *level1, *level2; /* to be printed in the next row; owned */
} ZbTextFlatForm;

/* Adds the words of one line of the source. */
void zb_text_flat_form_split (ZbTextFlatForm *form, guint line);

/* Frees the text of a ZbTextFlatWord. */
void zb_text_flat_form_clear_word (gpointer word);

/* The word at @index, borrowed; NULL behind the last. */
const ZbTextFlatWord *zb_text_flat_form_get (const ZbTextFlatForm *form, guint index);

/* The number of words from @index on that together spell a known one, the longest; 0 for none. */
guint zb_text_flat_form_match (const ZbTextFlatForm *form, guint index, ZbFormWord *kind);

/* The words from @first to before @end as one text. The caller frees it. */
char *zb_text_flat_form_join (const ZbTextFlatForm *form, guint first, guint end);

/* Appends a row of ZB_FORM_COLS blank cells; borrowed. */
GPtrArray *zb_text_flat_form_add_row (ZbTextFlatForm *form);

/* Adds @text (NULL: nothing) to the cell at @col, whose column is inferred. */
void zb_text_flat_form_set (GPtrArray *row, guint col, const char *text, ZbCellFlags flags);

/* Moves the amounts of fund rows that have too few of them to the columns whose sums they complete. */
void zb_text_flat_funds_place (GPtrArray *rows);

/* Reads the indicators and the total: the rest of the words. */
void zb_text_flat_indicators_read (ZbTextFlatForm *form);

G_END_DECLS
