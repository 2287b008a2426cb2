/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Evaluates every rule of the catalogue over the facts and evaluations of @report: adds the checks,
 * flags the facts of failed ones and marks those of passed ones as corroborated. */
void zb_checks_run (ZbReport *report, const ZbCatalogue *catalogue);

G_END_DECLS
