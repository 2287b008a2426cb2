/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xlsx-number.h"

G_BEGIN_DECLS

/* The sections of a format code, as zb_xlsx_format_code_split() gives them: one for all numbers, or one each
 * for positive ones, negative ones and zero, or for what their conditions say; behind them one for texts. */

/* The section under which @number is displayed, borrowed. Takes the sign off @number where the section shows
 * it by itself, by a minus or brackets; a colour alone would be lost, so there the sign stays. */
const char *zb_xlsx_format_sections_choose (char **sections, ZbXlsxNumber *number);

/* The section for texts: the fourth, or the last where it has a place for one (@). NULL for none. */
const char *zb_xlsx_format_sections_find_text (char **sections);

G_END_DECLS
