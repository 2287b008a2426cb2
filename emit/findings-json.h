/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "finding.h"

G_BEGIN_DECLS

/* Writes @findings of @report as one JSON object on a line; docs/checking.md describes it. FALSE with the error
 * of @out. */
gboolean zb_findings_json_emit (const ZbReport *report, const ZbFindings *findings,
                                GOutputStream *out, GError **error);

G_END_DECLS
