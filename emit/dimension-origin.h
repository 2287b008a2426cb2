/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "report.h"

G_BEGIN_DECLS

typedef enum {
  ZB_DIMENSION_INDICATOR,
  ZB_DIMENSION_MEASURE,
  ZB_DIMENSION_PERIOD,
  ZB_DIMENSION_FUND,
  ZB_DIMENSION_FUNCTION,
  ZB_DIMENSION_ECONOMIC,
  ZB_DIMENSION_SUBJECT,
  ZB_N_DIMENSIONS,
} ZbFactDimension;

/* The value of @dimension of @fact; NULL where it has none. Borrowed. */
const char *zb_dimension_origin_value (const ZbFact *fact, ZbFactDimension dimension);

/* Which printed words say the value of @dimension, and which line of a data file gives them this meaning, such as
 * 列「决算数」（labels.tsv 第123行：决算数）; or which default it is. Found by looking the words around the number up
 * again. NULL where the fact has no value there. The caller frees it. */
char *zb_dimension_origin_describe (const ZbReport *report, const ZbCatalogue *catalogue,
                                    const ZbFact *fact, ZbFactDimension dimension);

G_END_DECLS
