/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-lines.h"

G_BEGIN_DECLS

/* The sign that the print at @box of @ink is by its shape: = or, which the recogniser has no character for,
 * ≤ or ≥, its lower bar flat or slanted. 0 where it is none of them. */
gunichar zb_scan_sign_read (PIX *ink, const ZbScanBox *box);

G_END_DECLS
