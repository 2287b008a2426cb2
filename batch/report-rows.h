/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* Appends to @bytes the rows (row.h) that the store keeps of @report: document, sections, tables,
 * facts, evaluations, checks, diagnostics. */
void zb_report_rows_append (GByteArray *bytes, const ZbReport *report);

/* Appends the row of the whole output, as `zhibiao extract --format ndjson` writes it, with the
 * mentions where @mentions; compressed. */
void zb_report_rows_append_output (GByteArray *bytes, const ZbReport *report, gboolean mentions);

G_END_DECLS
