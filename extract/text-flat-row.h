/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of an indicator table whose columns have run together. The texts are owned; all are
 * NULL where the line holds none. Free with zb_text_flat_row_clear(). */
typedef struct {
  char *name, *target, *actual, *weight, *score, *deviation;
} ZbTextFlatRow;

void zb_text_flat_row_clear (ZbTextFlatRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbTextFlatRow, zb_text_flat_row_clear)

/* Whether @text is a plain number, such as a weight or a score: 5, 9.97. */
gboolean zb_text_flat_row_is_number (const char *text);

/* Whether @text is a number or a percentage. */
gboolean zb_text_flat_row_is_value (const char *text);

/* Types the words of one line from the right: two plain numbers are weight and score, what follows
 * them is the deviation, before them stand actual and target value, each perhaps with a unit of
 * its own, and the name. FALSE, and @row untouched, where the line has no weight and score. */
gboolean zb_text_flat_row_parse (const char *const *words, guint count, ZbTextFlatRow *row);

G_END_DECLS
