/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* A row whose code of a classification is listed under another name, and whose name is that of a code
 * beside it, has the wrong one of the two. Codes and names that are not listed are nobody's mistake. */
void zb_check_code_names (ZbReport *report, const ZbCatalogue *catalogue);

G_END_DECLS
