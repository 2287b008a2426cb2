/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decimal.h"
#include "document.h"
#include "flag.h"
#include "slip.h"
#include "standing.h"

G_BEGIN_DECLS

/* What a number is about. Strings are interned (zb_intern), so equal dimensions are equal
 * pointers; NULL is the contract's null. */
typedef struct {
  const char *indicator, *period, *measure, *fund, *function, *economic;
  const char *subject_kind, *subject; /* "project" or "unit", and its name */
} ZbDimensions;

typedef enum { ZB_SOURCE_TABLE, ZB_SOURCE_TEXT } ZbSourceKind;

/* Where a fact is printed; borrows nothing. */
typedef struct {
  ZbSourceKind kind;
  guint table;    /* number of the table: 5 for "t5"; 0 for text */
  guint row, col; /* of the cell */
  ZbOrigin origin;
  char *quote;    /* text only: the words around the number */
  guint block;    /* index of the block in the document */
  gsize offset;   /* text only: byte of the number in the block */
} ZbFactSource;

/* Where the unit of a number was taken from. */
typedef enum {
  ZB_UNIT_PRINTED,   /* with the number itself */
  ZB_UNIT_INDICATOR, /* what is meant has only one: a rate, a score */
  ZB_UNIT_ROW,       /* the words of its row */
  ZB_UNIT_COLUMN,    /* the header of its column */
  ZB_UNIT_TABLE,     /* the unit line of its table */
  ZB_UNIT_DOCUMENT,  /* the unit that the document mostly prints */
  ZB_UNIT_ASSUMED,   /* nothing in the document says it */
} ZbUnitPlace;

/* The word of the output for @place, such as `column`; static. */
const char *zb_unit_place_name (ZbUnitPlace place);

/* Another reading that would satisfy the failed checks named in `evidence`. Never applied. */
typedef struct {
  char *value, *raw, *evidence;
  ZbSlipKind slip; /* how it came to be printed otherwise */
} ZbSuggestion;

/* What speaks for or against a fact, as confidence-evidence.h numbers it. */
typedef guint64 ZbEvidenceSet;

/* One printed number that means one catalogued thing. Owned by its report. */
typedef struct {
  guint number; /* 1 for "f1" */
  ZbDimensions dimensions;
  char *label;
  ZbDecimal value;   /* in the canonical unit */
  ZbDecimal half_unit; /* half a unit of the last printed place, in the canonical unit */
  const char *unit;  /* interned: CNY, %, m2, point, 人 … */
  char *raw, *raw_unit;
  ZbUnitPlace unit_place;
  ZbFactSource source;
  double confidence; /* 0…1 */
  ZbFlags flags;
  ZbEvidenceSet evidence;
  gboolean preferred, review;
  ZbStanding standing;
  gboolean explains_all; /* to correct it alone makes every equation that it fails in hold */
  ZbFlags charges;  /* flags that no equation can take off, for no equation laid them */
  gboolean accused; /* the total of an equation that fails, or what another failed rule is about */
  ZbSuggestion *suggestion; /* NULL where none */
} ZbFact;

ZbFact *zb_fact_new (void);
void zb_fact_free (ZbFact *fact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFact, zb_fact_free)

/* Both take ZbDimensions, as keys of a hash table. */
gboolean zb_dimensions_equal (gconstpointer a, gconstpointer b);
guint zb_dimensions_hash (gconstpointer key);

/* A hash table whose keys are ZbDimensions; the caller unrefs it. */
GHashTable *zb_dimensions_table_new (GDestroyNotify key_free, GDestroyNotify value_free);

/* Whether the output has a fund of that name: general, fiscal … */
gboolean zb_fund_is_known (const char *fund);

/* Whether the fact is an amount of its own year, and no change, share, rate, weight or score. */
gboolean zb_fact_is_amount (const ZbFact *fact);

/* The flags of @fact that call for a person: not those of an equation whose failing others explain. */
ZbFlags zb_fact_weighty_flags (const ZbFact *fact);

/* What is to be said of a fact whose number was read with @recognition. */
ZbFlags zb_flags_of_recognition (ZbRecognition recognition);

G_END_DECLS
