/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "number.h"

G_BEGIN_DECLS

/* What digits joined by marks are, where they are not one amount. */
typedef enum {
  ZB_NUMBER_NAME_NONE,
  ZB_NUMBER_NAME_DATE,     /* 2024.4.30, 2019-05-01, 2024/4, 09:30, 2025-12-31T00:00:00 */
  ZB_NUMBER_NAME_CODE,     /* 1.2.3, 010-12345678, 1-2-3 */
  ZB_NUMBER_NAME_FRACTION, /* 1/3, ½ */
  ZB_NUMBER_NAME_MARK,     /* ①, ⑴, ⒈, ²: of a list or a note */
} ZbNumberName;

/* What begins at byte @at of the folded text. Sets its length in bytes and its value: of a
 * fraction the quotient, rounded to the largest scale, of the others their first group. */
ZbNumberName zb_number_name_match (const ZbNumberText *text, gsize at, gsize *length,
                                   ZbDecimal *value);

G_END_DECLS
