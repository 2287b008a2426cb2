/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "classification.h"
#include <glib.h>

#include "error.h"
#include "rule.h"

G_BEGIN_DECLS

/* The knowledge of the field, read from the *.tsv files of this folder. They are built into the
 * program; a file of the same name in the folder named by ZHIBIAO_CATALOGUE takes its place.
 * All strings live as long as the catalogue; ids are interned. */
typedef struct _ZbCatalogue ZbCatalogue;

typedef struct {
  const char *id;   /* income.total */
  const char *unit; /* CNY, %, m2, point, or a classifier; NULL: as printed */
  const char *other_unit; /* a classifier that may be printed instead, 台 for 辆; NULL: none */
  const char *name; /* 本年收入合计 */
  const char *meaning;
} ZbIndicator;

typedef enum {
  ZB_LAYOUT_NONE,
  ZB_LAYOUT_TWO_SIDED,
  ZB_LAYOUT_FUNCTION,
  ZB_LAYOUT_ECONOMIC,
  ZB_LAYOUT_THREE_PUBLIC,
  ZB_LAYOUT_PROJECT,
  ZB_LAYOUT_PROCUREMENT,
  ZB_LAYOUT_TOTAL,
  ZB_LAYOUT_BASE_DATA,
  ZB_LAYOUT_EVALUATION,
} ZbLayout;

typedef struct {
  const char *id; /* final.01 */
  const char *name;
  const char *meaning;
  const char *family; /* final, budget, eval, goal */
  ZbLayout layout;
  char **words;   /* all must be in the title; each is alternatives split by | */
  char **without; /* none may be in the title */
  const char *indicator, *fund; /* defaults; NULL where the rows or columns must say */
  guint line; /* of table-kinds.tsv */
} ZbTableKind;

/* Where a phrase may stand. */
typedef enum {
  ZB_SCOPE_INCOME,
  ZB_SCOPE_EXPENDITURE,
  ZB_SCOPE_THREE_PUBLIC,
  ZB_SCOPE_PROCUREMENT,
  ZB_SCOPE_BASE,
  ZB_SCOPE_FUNDS,
  ZB_SCOPE_COLUMN,
  ZB_SCOPE_TEXT,
  ZB_SCOPE_GRAMMAR, /* the words between names and numbers */
  ZB_SCOPE_AFTER,   /* what a count counts, behind it */
  ZB_N_SCOPES,
} ZbScope;

typedef enum {
  ZB_ROLE_VALUE, /* names an indicator, a fund or a measure */
  ZB_ROLE_CODE,
  ZB_ROLE_LABEL,
  ZB_ROLE_UNIT,
  ZB_ROLE_UNIT_CODE,
  ZB_ROLE_LINE,
  ZB_ROLE_YEAR, /* heads the years of the rows */
  ZB_ROLE_SKIP,
  ZB_ROLE_ELSEWHERE,
  ZB_ROLE_NEUTRAL,
  ZB_ROLE_TOTAL,
  ZB_ROLE_COUNT,
  ZB_ROLE_MEASURE,
  ZB_ROLE_SIDE_INCOME,
  ZB_ROLE_SIDE_EXPENDITURE,
  ZB_ROLE_INCOME_ONLY,
  ZB_ROLE_UP,
  ZB_ROLE_DOWN,
  ZB_ROLE_COMPARE,
  ZB_ROLE_LAST_YEAR,
  ZB_ROLE_SHARE,
  ZB_ROLE_EXECUTION,
  ZB_ROLE_OF_WHICH,
  ZB_ROLE_CONNECT,
  ZB_ROLE_EACH,       /* one amount is that of each name before it */
  ZB_ROLE_RESPECTIVE, /* as many amounts as names */
  ZB_ROLE_REACH,      /* the amount is what a change led to */
  ZB_ROLE_REASON,     /* what follows explains, and is not what is spoken of */
  ZB_ROLE_DENY,    /* nothing of what is named behind it */
  ZB_ROLE_PURPOSE, /* what is named behind it is what money is for, and not what is spoken of */
} ZbLabelRole;

/* One line of labels.tsv. */
typedef struct {
  const char *phrase; /* folded */
  ZbLabelRole role;
  const char *indicators[2]; /* interned; the second only where one number is two things */
  const char *fund, *measure;
  guint line; /* of labels.tsv */
} ZbLabel;

/* Loads every file; NULL with ZB_ERROR_DATA naming the file and the line. The caller frees it. */
ZbCatalogue *zb_catalogue_new (GError **error);
void zb_catalogue_free (ZbCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbCatalogue, zb_catalogue_free)

/* In the order of the files. */
guint zb_catalogue_count_indicators (const ZbCatalogue *catalogue);
const ZbIndicator *zb_catalogue_indicator_at (const ZbCatalogue *catalogue, guint index);
/* NULL where no indicator has this id. */
const ZbIndicator *zb_catalogue_lookup_indicator (const ZbCatalogue *catalogue, const char *id);
guint zb_catalogue_count_table_kinds (const ZbCatalogue *catalogue);
const ZbTableKind *zb_catalogue_table_kind_at (const ZbCatalogue *catalogue, guint index);

/* The meaning of the whole folded phrase in @scope; NULL where it has none. */
const ZbLabel *zb_catalogue_lookup_label (const ZbCatalogue *catalogue, ZbScope scope,
                                          const char *folded);
/* The longest phrase of @scope that the folded text begins with; NULL where none. */
const ZbLabel *zb_catalogue_match_label (const ZbCatalogue *catalogue, ZbScope scope,
                                         const char *text);

/* The consistency rules (ZbRule *), in the order of their file. */
const GPtrArray *zb_catalogue_rules (const ZbCatalogue *catalogue);

/* The classifications of the catalogue; borrowed. */
const ZbClassification *zb_catalogue_functions (const ZbCatalogue *catalogue);
const ZbClassification *zb_catalogue_economics (const ZbCatalogue *catalogue);

/* The name of a code of the functional or economic classification; NULL where it is not listed. */
const char *zb_catalogue_function_name (const ZbCatalogue *catalogue, const char *code);
const char *zb_catalogue_economic_name (const ZbCatalogue *catalogue, const char *code);
/* The code under @parent ("" for the top level, NULL for any level) whose folded name, or name
 * without the closing 支出, equals that of @folded; interned; NULL where none or more than one. */
const char *zb_catalogue_lookup_function (const ZbCatalogue *catalogue, const char *parent,
                                          const char *folded);
/* Whether any code has that name. */
gboolean zb_catalogue_is_function_name (const ZbCatalogue *catalogue, const char *folded);
const char *zb_catalogue_lookup_economic (const ZbCatalogue *catalogue, const char *parent,
                                          const char *folded);
/* The 类 of the functional classification whose whole name, with 支出, the folded text begins with,
 * and the length of that name; NULL where none. */
const char *zb_catalogue_match_function (const ZbCatalogue *catalogue, const char *text,
                                         gsize *length);
/* The economic code of the top level whose name the folded text begins with, and the length of
 * that name; NULL where none. */
const char *zb_catalogue_match_economic (const ZbCatalogue *catalogue, const char *text,
                                         gsize *length);
/* The length of the longest name of an economic 款 that begins the folded text; 0 where none does. Its code is that
 * of zb_catalogue_lookup_economic() under the 类 that is being broken down. */
gsize zb_catalogue_match_economic_item (const ZbCatalogue *catalogue, const char *text);

G_END_DECLS
