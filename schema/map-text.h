/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"

G_BEGIN_DECLS

/* Turns the sentences of the document into facts. */
void zb_map_text (ZbMapper *mapper);

G_END_DECLS
