/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"

G_BEGIN_DECLS

/* The equations between the printed numbers of a document, apart from what they mean: cells are numbered, an
 * equation says that its cells, each taken with its sign, come to zero within its tolerance. Who is to blame where
 * some of them fail is worked out on this (check-acquittal.h, check-guilt.h). */

typedef enum {
  ZB_EQUATION_SUM,      /* what is wrong in one cell is wrong in the sum, to the cent */
  ZB_EQUATION_RELATION, /* a rate or a bound: that it fails says nothing of by how much a cell is off */
  ZB_EQUATION_WITNESS,  /* a sum that need not be so, and that speaks for its cells where it is */
} ZbEquationKind;

typedef struct {
  guint cell;
  int sign;        /* 1 or -1 */
  ZbDecimal slack; /* what the cell may be off by without the equation's noticing: twice the tolerance */
} ZbEquationTerm;

typedef struct {
  ZbEquationKind kind;
  gboolean failed;
  gboolean may_lack;   /* failing with more to the left, it may merely lack a term that was not found */
  ZbDecimal residual;  /* the sum of its cells by their signs; nothing in a relation */
  ZbDecimal tolerance;
  guint source;        /* the caller's */
  guint first, count;  /* of its terms */
} ZbEquation;

typedef struct {
  guint cells;
  ZbDecimal *floors; /* of each cell: no correction takes away more than this; a negative one sets no limit */
  GArray *list;    /* ZbEquation */
  GArray *terms;   /* ZbEquationTerm, those of an equation side by side */
  guint *offsets;  /* cells + 1: where the equations of a cell begin in of_cell; NULL until sealed */
  guint *of_cell;  /* indices of list */
  gint8 *signs;    /* of each entry of of_cell: the sign of the cell in that equation */
} ZbEquations;

/* No equations yet between @cells cells, and no limit to what may be taken away from them. The caller frees it. */
ZbEquations *zb_equations_new (guint cells);
void zb_equations_free (ZbEquations *equations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbEquations, zb_equations_free)

/* Adds @equation without terms (first and count are set here), then a term to the equation added last. */
void zb_equations_add (ZbEquations *equations, ZbEquation equation);
void zb_equations_add_term (ZbEquations *equations, guint cell, int sign, ZbDecimal slack);

/* What @cell may lose at most: an amount that is printed without a minus is none below zero. */
void zb_equations_set_floor (ZbEquations *equations, guint cell, ZbDecimal floor);

/* To be called once, after all equations and before what follows. */
void zb_equations_seal (ZbEquations *equations);

const ZbEquation *zb_equations_get (const ZbEquations *equations, guint index);
/* Term @index of @equation. */
const ZbEquationTerm *zb_equations_term (const ZbEquations *equations, const ZbEquation *equation,
                                         guint index);
/* The equations that @cell stands in, as indices; sets their number. */
const guint *zb_equations_of_cell (const ZbEquations *equations, guint cell, guint *count);
/* Its signs in them, in the same order. */
const gint8 *zb_equations_signs_of_cell (const ZbEquations *equations, guint cell);

G_END_DECLS
