/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Evaluates a rule of type of_which: the rows of 其中 below left that mean nothing catalogued are together no
 * more than left, and equal to it where they are so in one column of the table. */
void zb_check_of_which_rows (ZbReport *report, const ZbRule *rule);

/* Evaluates a rule of type list_sum: left, printed in a sentence, is the sum of the amounts by functional code
 * that the paragraphs behind it list, where that list is meant to be whole. */
void zb_check_list_sums (ZbReport *report, const ZbRule *rule);

G_END_DECLS
