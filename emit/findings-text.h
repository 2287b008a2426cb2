/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "finding.h"

G_BEGIN_DECLS

/* Writes @findings of @report for people: grouped by where they stand, each with both sides of its equation,
 * the difference and what rounding allows. FALSE with the error of @out. */
gboolean zb_findings_text_emit (const ZbReport *report, const ZbFindings *findings, gboolean colour,
                                GOutputStream *out, GError **error);

/* Title, body, year and kind of @report, and its file, in two lines; the caller frees it. */
char *zb_findings_text_heading (const ZbReport *report);

G_END_DECLS
