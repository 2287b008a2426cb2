/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

void
zb_table_mark_header (ZbTable *table) {
  (void) table;
}
