/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-text.h"

void
zb_map_text (ZbMapper *mapper) {
}
