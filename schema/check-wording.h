/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Looks in the text of the document for what a form left in it: signs to be written over (XX局), the words of both
 * directions before a number (增长（下降）2%), lines that belong to the form and not to the report. */
void zb_check_wording (ZbReport *report);

G_END_DECLS
