/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What a form calls its total score is what the scale of check-words.tsv calls it (财预〔2020〕10号: from 90 of 100 优, from 80
 * 良, from 60 中, else 差). */
void zb_check_grade (ZbReport *report, const ZbEvaluation *evaluation);

/* An outcome whose goal is a number is one too: 已完成 measures nothing. */
void zb_check_measured (ZbReport *report, const ZbEvaluation *evaluation);

G_END_DECLS
