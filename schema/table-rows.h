/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-columns.h"

G_BEGIN_DECLS

/* What the key cells of one row (code, name, unit) say about its numbers. */
typedef struct {
  gboolean known;      /* FALSE: nothing in the row says what its numbers are */
  const char *indicator, *fund, *function, *economic, *measure;
  const char *subject_kind; /* unit or project */
  const char *subject; /* interned name of a subordinate unit or a project; NULL where none */
  const char *label;   /* borrowed from the table, or from the catalogue */
  const ZbUnit *unit;
  guint year; /* 0 where the row does not say */
  ZbFlags flags;
} ZbRowKey;

/* What the rows above mean for the next one; zero at the top of a column group. */
typedef struct {
  const char *code;      /* of the row above: names without a code are looked up below it */
  const char *indicator; /* what a row that names only a fund goes on with */
  gboolean has_parent;   /* code was printed as a row of its own, not cut off a longer one */
  const char *unit;      /* the unit whose rows these are; NULL where none was named */
  const ZbLabel *label;  /* of a side: of the last row that had one; NULL where none had */
  gboolean totalled;     /* of a side: a row was its total of this year … */
  gboolean balanced;     /* … and one what is brought over or on */
} ZbRowContext;

/* The key of @row in column group @group; updates @context. */
ZbRowKey zb_row_key_resolve (const ZbMapper *mapper, const ZbTable *table, const ZbTableKind *kind,
                             const GArray *columns, guint row, guint group,
                             ZbRowContext *context);

G_END_DECLS
