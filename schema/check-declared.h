/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* A table of the rule's kinds without an amount, for which nothing says that there is none of left's fund. */
void zb_check_undeclared (ZbReport *report, const ZbRule *rule);

/* A table of the rule's kinds that is declared empty for another fund than left's. */
void zb_check_declared_for (ZbReport *report, const ZbRule *rule);

/* A table of the rule's kinds that is declared empty and has amounts. */
void zb_check_declared_empty (ZbReport *report, const ZbRule *rule);

G_END_DECLS
