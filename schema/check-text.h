/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

G_BEGIN_DECLS

/* What the words of a paragraph say of its amounts: 与年初预算持平, 决算数大于预算数, 67人（其中：…）. */
void zb_check_text (ZbReport *report);

G_END_DECLS
