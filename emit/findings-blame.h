/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finding.h"
#include "text-sink.h"

G_BEGIN_DECLS

/* The lines below @finding, one of @findings, that say which of its numbers is likely wrong and why, what may be missing, and what it
 * may have been meant to be; none where nothing tells. */
void zb_findings_blame_append (ZbTextSink *sink, const ZbReport *report, const ZbFindings *findings,
                               const ZbFinding *finding);

G_END_DECLS
