/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page-content.h"
#include "scan-image.h"

G_BEGIN_DECLS

/* Appends the straight lines printed on @image to @rulings (ZbRuling, in points) and takes them out
 * of its ink and its grey values, so that what is left is text. */
void zb_scan_rulings_take (ZbScanImage *image, GArray *rulings);

G_END_DECLS
