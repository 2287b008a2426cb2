/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_FLAG_UNIT_INHERITED,
  ZB_FLAG_UNIT_ASSUMED,
  ZB_FLAG_UNIT_SUSPECT,
  ZB_FLAG_UNIT_CORRECTED,
  ZB_FLAG_OCR_REPAIRED,
  ZB_FLAG_DIGIT_SUSPECT,
  ZB_FLAG_TRUNCATED,
  ZB_FLAG_CELL_JOINED,
  ZB_FLAG_ROW_JOINED,
  ZB_FLAG_CUT_OFF,
  ZB_FLAG_LABEL_FUZZY,
  ZB_FLAG_LABEL_AMBIGUOUS,
  ZB_FLAG_COLUMN_INFERRED,
  ZB_FLAG_YEAR_INFERRED,
  ZB_FLAG_YEAR_SUSPECT,
  ZB_FLAG_APPROXIMATE,
  ZB_FLAG_BOUND,
  ZB_FLAG_SUM_MISMATCH,
  ZB_FLAG_CROSS_MISMATCH,
  ZB_FLAG_RATE_MISMATCH,
  ZB_FLAG_CORROBORATED,
  ZB_FLAG_OUT_OF_RANGE,
  ZB_FLAG_DUPLICATE,
  ZB_FLAG_LOW_OCR_CONFIDENCE,
  ZB_N_FLAGS,
} ZbFlag;

/* A set of flags: bit n is flag n. */
typedef guint32 ZbFlags;

#define ZB_FLAG_BIT(flag) ((ZbFlags) 1 << (flag))

/* The contract's word for @flag, such as `unit_inherited`; static. */
const char *zb_flag_name (ZbFlag flag);
/* One sentence that explains it; static. */
const char *zb_flag_meaning (ZbFlag flag);
/* FALSE where no flag is called @name. */
gboolean zb_flag_lookup (const char *name, ZbFlag *flag);
/* The names of @flags with a space between them. The caller frees it. */
char *zb_flags_print (ZbFlags flags);

G_END_DECLS
