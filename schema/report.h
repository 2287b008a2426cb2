/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "document.h"
#include "fact.h"
#include "fact-index.h"

G_BEGIN_DECLS

/* The result of stage 3: what stage 4 writes. Everything is owned by the report, but for the
 * document, which is borrowed and must outlive it, and for strings said to be interned or static. */

typedef enum { ZB_STATE_FILLED, ZB_STATE_TEMPLATE, ZB_STATE_EMPTY } ZbTableState;

typedef struct _ZbCheck ZbCheck;

typedef struct {
  guint number;         /* 1 for "t1" */
  guint block;          /* index of the block in the document */
  const ZbTable *table; /* borrowed from the document */
  const char *kind;     /* interned: final.01 … other */
  ZbTableState state;
  ZbCheck *unchecked;   /* lists the sums of the table that cannot be checked; NULL where there are none */
  gboolean has_unread_columns; /* columns of numbers whose header is not in the catalogue */
  GHashTable *unread_rows; /* column → whether it prints a number in a row that gave no fact; columns are added as
                              the checks ask for them; NULL: none did */
} ZbReportTable;

typedef struct {
  guint number; /* 1 for "s1" */
  guint level;
  char *heading_number, *title; /* heading_number: NULL where none */
  guint page;                   /* 0 where the format has none */
} ZbSection;

/* A target or an outcome of an evaluation row. */
typedef struct {
  char *raw;        /* as printed; NULL where the cell is blank */
  const char *op;   /* static: = >= <= > < ~ ; NULL where the cell holds words only */
  char *value;      /* plain decimal; NULL together with op */
  char *unit;       /* NULL where none is printed */
} ZbEvaluationValue;

typedef struct {
  guint number; /* the id is e1.r<number>: its row, or its place where one row lists many */
  guint row;    /* of the table */
  char *level1, *level1_weight, *level2, *level3; /* NULL where the form has none */
  ZbEvaluationValue target, actual;
  char *weight, *score, *deviation; /* NULL where blank */
  ZbOrigin origin;
  double confidence;
  ZbFlags flags;
  gboolean review;
} ZbEvaluationRow;

typedef struct {
  guint number; /* 1 for "e1" */
  const char *phase; /* static: evaluation, goal, monitoring */
  const char *scope; /* static: department, project */
  char *name;        /* NULL where the form names none */
  guint year;        /* 0: null */
  char *supervisor, *implementer; /* NULL where blank */
  guint table;       /* 4 for "t4" */
  char *goal_expected, *goal_actual; /* NULL where blank */
  GPtrArray *rows;   /* ZbEvaluationRow * */
  char *total_weight, *total_score, *grade; /* NULL where blank */
} ZbEvaluation;

struct _ZbCheck {
  guint number; /* 1 for "c1" */
  const char *rule; /* interned: final.01.income_equals_expenditure */
  gboolean passed;
  GPtrArray *facts; /* char *: "f12", "e1.r3" */
  char *expected, *found, *difference, *tolerance; /* plain decimals; NULL where none applies */
  char *message;
  ZbSeverity severity; /* of a failure */
  gboolean equation; /* the first fact is to be the sum of the others, less those that are subtracted */
  gboolean bound;    /* it is only not to be above or below what is expected */
  gboolean may_lack; /* with less on the right it may be that a part of it was not found */
  ZbDecimal excess;  /* found less expected; zero where the rule compares nothing */
  ZbDecimal margin;  /* the tolerance */
  GPtrArray *members; /* ZbFact *, of the report: borrowed; NULL where the rule compares nothing */
  guint64 subtracted; /* bits of members */
  gboolean lacks_part; /* no member is to blame: a part was not found */
  guint block;       /* of what names no fact: the block of the document that it is about */
};

typedef struct {
  const ZbDocument *document; /* borrowed */
  const char *kind;           /* interned: final_accounts … other */
  char *title, *entity;       /* NULL where not found */
  guint fiscal_year;          /* 0: null */
  GPtrArray *sections;        /* ZbSection * */
  GPtrArray *tables;          /* ZbReportTable * */
  GPtrArray *facts;           /* ZbFact * */
  ZbFactIndex *index;         /* of the facts, while the checks run; else NULL */
  const GPtrArray *rules;     /* ZbRule *, of the catalogue: borrowed */
  GPtrArray *evaluations;     /* ZbEvaluation * */
  GPtrArray *checks;          /* ZbCheck * */
  GPtrArray *denied;          /* interned ids of the funds and indicators that a sentence says nothing was spent of */
  GPtrArray *mentions;        /* ZbFact *: numbers without an indicator; dimensions are NULL */
  GPtrArray *diagnostics;     /* ZbDiagnostic *: the document's come first */
} ZbReport;

/* Maps @document by @catalogue and runs its checks. The caller frees the result. */
ZbReport *zb_report_new (const ZbDocument *document, const ZbCatalogue *catalogue);
void zb_report_free (ZbReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbReport, zb_report_free)

G_END_DECLS
