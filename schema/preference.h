/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Among facts of equal dimensions: marks one as preferred, those that agree as corroborated, and
 * records a failed check where places disagree. */
void zb_preference_settle (ZbReport *report);

G_END_DECLS
