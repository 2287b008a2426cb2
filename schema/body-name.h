/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Whether @name, in a row of a table, is that of a body: the reporting one, one with the ending of a public body
 * (document-words.tsv) or, @by_place, one that begins with the same place. */
gboolean zb_body_name_is (const ZbReport *report, const char *name, gboolean by_place);

G_END_DECLS
