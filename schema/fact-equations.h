/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "check-equations.h"
#include "report.h"

G_BEGIN_DECLS

/* The equations between the facts of @report, sealed; cell i is fact i. There are those of its checks (source: the
 * index of the check), and those that need no rule (source: G_MAXUINT): facts of equal dimensions in different
 * places are equal, and an amount that a place prints again under another indicator or fund, for the same code and
 * year, is a witness. The caller frees the result. */
ZbEquations *zb_fact_equations_new (const ZbReport *report);

G_END_DECLS
