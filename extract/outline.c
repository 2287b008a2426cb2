/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

void
zb_outline_mark (ZbDocument *document) {
  (void) document;
}
