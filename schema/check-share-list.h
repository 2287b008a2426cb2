/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"
#include "rule.h"

G_BEGIN_DECLS

/* Some reports give the shares of what a sentence lists, and not of the total that it prints, which may include
 * what is carried over. Where @rate is a share of a paragraph or of a list of paragraphs whose shares are all right of the sum of
 * their amounts, records that @rule holds so, and returns TRUE. */
gboolean zb_check_share_list (ZbReport *report, const ZbRule *rule, ZbFact *rate);

G_END_DECLS
