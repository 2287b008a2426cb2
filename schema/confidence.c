/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confidence.h"

void
zb_confidence_settle (ZbReport *report) {
}
