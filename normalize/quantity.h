/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"
#include "document.h"
#include "unit.h"

G_BEGIN_DECLS

typedef enum {
  ZB_QUANTITY_APPROXIMATE = 1 << 0, /* 约, 近, 余, 左右 */
  ZB_QUANTITY_AT_LEAST = 1 << 1,    /* ≥, 不少于, 以上 */
  ZB_QUANTITY_AT_MOST = 1 << 2,     /* ≤, 不超过, 以内 */
  ZB_QUANTITY_STRICT = 1 << 3,      /* with one of the two above: >, < */
  ZB_QUANTITY_TRUNCATED = 1 << 4,   /* cut off: "1200." */
  ZB_QUANTITY_UNIT_REPAIRED = 1 << 5, /* the unit's characters were misread: 成元 for 万元 */
  ZB_QUANTITY_RANGE = 1 << 6,       /* an end of a range: 2000元至5000元 */
  ZB_QUANTITY_ORDINAL = 1 << 7,     /* names a thing, measures nothing: 第3, 〔2024〕5号, 1. */
  ZB_QUANTITY_DATE = 1 << 8,        /* a year, month or day */
  ZB_QUANTITY_SPACED = 1 << 9,      /* spaces or line breaks stood inside the number */
  ZB_QUANTITY_FRACTION = 1 << 10,  /* 1/3: value is the quotient, rounded at the last decimal */
  ZB_QUANTITY_DOUBTFUL = 1 << 11,  /* its groups of digits may also be two numbers: 3 500万元 */
  ZB_QUANTITY_PIECE = 1 << 12,     /* perhaps only a part of an amount that is not read whole: 1千 in 1千20百万元 */
} ZbQuantityFlags;

/* One number as printed, and what it says on its own. Context (the unit of a table, the year of a
 * column) is not in here, but the first end of a range has the unit printed behind the second. An
 * amount in several units (2亿3000万元) is one, its number is in the last of them, yuan where that
 * is 角 or 分. Where the unit stands before the number (百分之五, ¥5), raw_unit is what stands
 * there. Owned by the list that holds it; everything is by value or owned. */
typedef struct {
  ZbDecimal number;     /* the printed number, sign included, before the unit: 1523.68 */
  ZbDecimal value;      /* in the canonical unit: 15236800; equal to number where unit is NULL */
  const ZbUnit *unit;   /* static; NULL where no unit is printed */
  char *raw, *raw_unit; /* exactly as printed; raw_unit is NULL where none is */
  ZbQuantityFlags flags;
  gsize start, end;     /* byte range of raw and raw_unit together in the text */
  gsize number_start;   /* where the number begins, after ≥ or 约 */
} ZbQuantity;

void zb_quantity_free (ZbQuantity *quantity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbQuantity, zb_quantity_free)

/* Reads the data files that finding quantities needs, once for the process; FALSE with ZB_ERROR_DATA
 * where one is wrong. To be called before anything else of this stage where $ZHIBIAO_CATALOGUE may
 * hold files in their place. */
gboolean zb_quantities_load (GError **error);

/* Every number in @text, in order: ZbQuantity *, owned by the array, which the caller frees. */
GPtrArray *zb_quantities_find (const char *text);
/* The same for the text of a cell, in which a minus may stand apart from its number. */
GPtrArray *zb_quantities_find_in_cell (const char *text);

/* The quantity that @text (a cell) consists of, bounds, brackets around remarks and punctuation
 * aside; NULL where the cell holds words, nothing, a date, a fraction, or several numbers. A number
 * with decimals or separators in brackets of its own is negative. The caller frees it. */
ZbQuantity *zb_quantity_parse_cell (const char *text);

/* Gives @quantity the unit it was not printed with; FALSE (and no change) on overflow. */
gboolean zb_quantity_apply_unit (ZbQuantity *quantity, const ZbUnit *unit);

G_END_DECLS
