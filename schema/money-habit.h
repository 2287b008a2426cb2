/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "unit.h"

G_BEGIN_DECLS

/* The unit of money that most tables of @document state or, where none states one, that most amounts
 * of its paragraphs carry; NULL where there is neither. */
const ZbUnit *zb_money_habit_find (const ZbDocument *document);

G_END_DECLS
