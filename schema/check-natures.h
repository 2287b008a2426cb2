/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Some functions and economic classes are basic expenditure or projects by their definition (check-words.tsv:
 * basic_nature, project_nature). Where more of their rows stand in the other of the two columns of a table than in
 * their own, the amounts of both columns are doubted. */
void zb_check_natures (ZbReport *report, const ZbCatalogue *catalogue);

G_END_DECLS
