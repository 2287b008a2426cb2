/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "report.h"

G_BEGIN_DECLS

/* The facts that @words may mean (const ZbFact *, borrowed), in the order of the report: the id f12; else every
 * fact whose number is printed so (1,234.56) or has this amount (1234.56万元), whose indicator or code of a
 * classification it is, or whose printed or catalogued name contains it. The caller frees the array. */
GPtrArray *zb_fact_search (const ZbReport *report, const ZbCatalogue *catalogue, const char *words);

G_END_DECLS
