/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Looks whether the printed numbers of headings and items follow each other: one that is left out, and stands nowhere
 * between its neighbours, and one that stands twice. */
void zb_check_numbering (ZbReport *report);

G_END_DECLS
