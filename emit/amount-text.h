/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact.h"

G_BEGIN_DECLS

/* 15236800.5 as 15,236,800.5; the caller frees it. */
char *zb_amount_text_group (ZbDecimal value);

/* The number as printed with its unit, "1,523.68 万元": the printed unit, or the one it was given where none
 * stands beside it. The caller frees it. */
char *zb_amount_text_printed (const ZbFact *fact);

/* The unit that @fact is read in, as people write it: 万元, 平方米; static or of the fact. */
const char *zb_amount_text_unit (const ZbFact *fact);

/* @value, in the canonical unit, in the unit that @fact is printed in: 154.76 万元. At most @decimals places,
 * rounded. The caller frees it. */
char *zb_amount_text_like (const ZbFact *fact, ZbDecimal value, guint8 decimals);

/* The decimal places that @fact is printed with. */
guint8 zb_amount_text_decimals (const ZbFact *fact);

G_END_DECLS
