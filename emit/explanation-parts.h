/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "report.h"
#include "text-sink.h"

G_BEGIN_DECLS

/* The longer parts of an explanation, each with its title. */

/* Every check that names @fact and how it ended, and the suggestion where there is one. */
void zb_explanation_append_checks (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact);

/* The other places where the same is printed, and which reading is preferred. */
void zb_explanation_append_readings (ZbTextSink *sink, const ZbReport *report, const ZbFact *fact);

/* The evidence and its sum. FALSE with ZB_ERROR_DATA where the weights cannot be read. */
gboolean zb_explanation_append_evidence (ZbTextSink *sink, const ZbFact *fact, GError **error);

G_END_DECLS
