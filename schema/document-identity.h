/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Sets kind, title, fiscal year and entity of the report from the cover, the headings and the
 * captions of the tables. What is not found stays unset, with a warning among the diagnostics. */
void zb_document_identify (ZbMapper *mapper);

/* Whether there is a kind of documents of that name: final_accounts, budget … */
gboolean zb_document_kind_is_known (const char *id);

G_END_DECLS
