/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a number comes to be printed other than it was meant. */
typedef enum {
  ZB_SLIP_DIGIT,      /* one digit is another */
  ZB_SLIP_DROPPED,    /* one digit is missing */
  ZB_SLIP_TRANSPOSED, /* two digits side by side changed places */
  ZB_SLIP_POINT,      /* the decimal point stands elsewhere, or is lost */
  ZB_SLIP_SIGN,       /* the minus is lost */
  ZB_SLIP_ROWS,       /* two rows of a table changed places */
  ZB_SLIP_COLUMNS,    /* two columns did, in one row or in all */
  ZB_SLIP_READ,       /* recognition took several characters for others */
  ZB_N_SLIPS,
} ZbSlipKind;

/* Another number that @printed may have been meant to be. */
typedef struct {
  ZbSlipKind kind;
  char *meant; /* digits, a decimal point and a minus */
} ZbSlip;

/* What one slip of the first five kinds may have made @printed (digits, a decimal point, a minus) of; each
 * number once, none for zero. The caller frees the array, which owns the texts. */
GArray *zb_slips_list (const char *printed);

G_END_DECLS
