/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "name-doubts.h"
#include "quantity.h"
#include "report.h"

G_BEGIN_DECLS

/* What every mapping step of stage 3 needs: the document, the knowledge, and the report that the
 * facts go into. Lives for one zb_report_new(); borrows all three. */
typedef struct {
  const ZbDocument *document;
  const ZbCatalogue *catalogue;
  ZbReport *report;
  const ZbUnit *habit; /* the money unit that the document mostly prints; NULL where none */
  ZbNameDoubts *doubts; /* names that recognition was unsure of */
} ZbMapper;

/* What is known of a number before it becomes a fact. */
typedef struct {
  ZbDimensions dimensions;
  const char *label;      /* as printed; copied */
  const ZbUnit *unit;     /* inherited: used where the number was printed without one; or NULL */
  ZbUnitPlace unit_place; /* where that unit was taken from; nothing where it is NULL */
  ZbFactSource source;    /* quote is copied */
  ZbFlags flags;
} ZbReading;

/* Adds the fact that @quantity under @reading is, and returns it (borrowed from the report). Gives
 * the number its unit, fills a missing year, measure and fund with the document's, and flags what
 * was inherited. NULL, and nothing added, where the unit contradicts the indicator (a count under
 * a money indicator) or the value overflows. */
ZbFact *zb_mapper_add (ZbMapper *mapper, const ZbReading *reading, const ZbQuantity *quantity);

/* Notes a number that no indicator catalogues; its quote is copied. */
void zb_mapper_mention (ZbMapper *mapper, const ZbQuantity *quantity, const ZbFactSource *source);

/* Whether facts of @indicator carry a fund (income, expenditure and balances do). */
gboolean zb_mapper_has_fund (const char *indicator);

/* The interned text of a year, "2024"; NULL for 0. */
const char *zb_mapper_period (guint year);

/* budget for a budget document, else actual. */
const char *zb_mapper_default_measure (const ZbMapper *mapper);

G_END_DECLS
