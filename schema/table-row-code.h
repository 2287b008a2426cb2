/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-rows.h"

G_BEGIN_DECLS

/* Codes of the two classifications as keys of rows. @economic: the form is of the economic classification. */

/* The longest code that the economic classification has. */
#define ZB_ECONOMIC_DIGITS 5

/* Whether a code may have so many digits. */
gboolean zb_row_code_has_length (gsize length, gboolean economic);

/* The code of @name (folded) that stands without one: below @above, the code of the row above, or NULL; beside it; or
 * anywhere. Interned; NULL where it is the name of none, or of several. */
const char *zb_row_code_lookup (const ZbMapper *mapper, const char *name, const char *above,
                                gboolean economic);

/* Gives @key the code, and @context for the rows below. */
void zb_row_code_set (ZbRowKey *key, const char *code, gboolean economic, ZbRowContext *context);

/* Where a form crosses both classifications the row carries both codes: gives @key that of the economic class whose name
 * or code is @text. */
void zb_row_code_set_economic (const ZbMapper *mapper, const char *text, ZbRowKey *key);

/* 单位名称（科目）: a column for both, whose cell may name what the code of its row means. */
gboolean zb_row_code_is_named (const ZbMapper *mapper, const ZbRowKey *key, const char *text);

/* Whether @text is the name of another function than the code says: a piece of the code was not read. */
gboolean zb_row_code_is_misnamed (const ZbMapper *mapper, const ZbRowKey *key, const char *text);

G_END_DECLS
