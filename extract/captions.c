/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

void
zb_captions_attach (ZbDocument *document) {
  (void) document;
}
