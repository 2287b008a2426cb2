/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "column-header.h"
#include "mapper.h"

G_BEGIN_DECLS

/* The classification that a key column names. */
typedef enum {
  ZB_CLASS_NONE,
  ZB_CLASS_FUNCTION,            /* 支出功能分类 */
  ZB_CLASS_ECONOMIC,            /* 部门预算支出经济分类 */
  ZB_CLASS_ECONOMIC_GOVERNMENT, /* 政府预算支出经济分类 */
} ZbColumnClass;

/* What one column of a table is for, read off its whole header path. */
typedef struct {
  ZbLabelRole role;  /* CODE, LABEL, UNIT, UNIT_CODE, LINE, SKIP, or VALUE for numbers */
  ZbColumnClass classification; /* of a key column whose header says which */
  guint group;       /* columns of one 项目｜金额 block share a group: 0, 1 … from left to right */
  const char *indicator, *fund, *measure; /* interned; NULL where the header does not say */
  const char *economic; /* code of the economic class that the header names; NULL where none */
  const char *named_by; /* the header cell's text that named the indicator, borrowed; NULL where none did */
  guint year;        /* 0 where the header does not say */
  const ZbUnit *unit; /* 万元 in the header; NULL where none */
  char *path;        /* the header words, joined by | */
  gboolean under_unknown; /* the word above its last one is not understood */
  gboolean total;    /* headed 合计 or 总计 alone: the whole of a row */
  ZbFlags flags;
} ZbColumn;

/* One ZbColumn for each column of @table; owned, with what is in it, by the result, which the
 * caller frees with zb_columns_free(). */
GArray *zb_columns_resolve (const ZbMapper *mapper, const ZbTable *table, const ZbTableKind *kind);
void zb_columns_free (GArray *columns);
typedef GArray ZbColumnArray;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbColumnArray, zb_columns_free)

G_END_DECLS
