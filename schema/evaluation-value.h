/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What a target or outcome cell says: its relation, number and unit where the cell is one quantity,
 * else only the words. Strings are owned; release with zb_evaluation_value_clear(). */
ZbEvaluationValue zb_evaluation_value_parse (const char *text);
void zb_evaluation_value_clear (ZbEvaluationValue *value);

/* The plain number of a weight or score cell (10, 10分, 100%); NULL where it holds none. */
char *zb_evaluation_value_number (const char *text);

G_END_DECLS
