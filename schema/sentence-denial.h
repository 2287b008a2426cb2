/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Adds to the denied funds of @report those of which the paragraph of @tokens (ZbToken) says that there was
 * no spending in the reported year: 本单位没有政府性基金预算支出。 */
void zb_sentence_note_denials (ZbReport *report, const GArray *tokens);

G_END_DECLS
