/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preference.h"

void
zb_preference_settle (ZbReport *report) {
}
