/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "catalogue.h"
#include "report.h"

G_BEGIN_DECLS

/* Writes for people why @fact of @report means what it does: the number as printed and where, which words and
 * which lines of the data files say each of its dimensions, the checks it takes part in, the other places of the
 * same number, and the evidence that its confidence adds up from. FALSE with the error of @out, or of the weights. */
gboolean zb_explanation_emit (const ZbReport *report, const ZbCatalogue *catalogue,
                              const ZbFact *fact, gboolean colour, GOutputStream *out,
                              GError **error);

/* Writes @facts (const ZbFact *), one a line, to choose from; errors likewise. */
gboolean zb_explanation_list (const ZbReport *report, const GPtrArray *facts, GOutputStream *out,
                              GError **error);

G_END_DECLS
