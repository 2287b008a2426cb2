/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Turns an evaluation or goal form into one ZbEvaluation and the facts of its funds; returns how
 * many facts and rows. A blank form gives none. */
guint zb_map_evaluation (ZbMapper *mapper, const ZbReportTable *table);

/* An empty evaluation for a form of @table, with phase, scope and year set; the caller owns it. */
ZbEvaluation *zb_evaluation_new (const ZbMapper *mapper, const ZbReportTable *table);
void zb_evaluation_free (ZbEvaluation *evaluation);

G_END_DECLS
