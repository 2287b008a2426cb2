/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Adds to what @report denies the funds, and project expenditure, of which the paragraph of @tokens (ZbToken) says
 * that there was no spending in the reported year: 本单位没有政府性基金预算支出。 @fund is that of its chapter, or
 * NULL. */
void zb_sentence_note_denials (ZbReport *report, const GArray *tokens, const char *fund);

G_END_DECLS
