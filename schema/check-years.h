/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* A sentence that gives this year's amount under last year's number: the printed year is suspect. */
void zb_check_years (ZbReport *report);

G_END_DECLS
