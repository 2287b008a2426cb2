/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-picture.h"
#include "scan-recogniser.h"

G_BEGIN_DECLS

/* Recognises @picture, whose pixels it uses up, as page @number. The caller frees the result. */
ZbScanPage *zb_scan_page_read (ZbScanRecogniser *recogniser, ZbScanPicture *picture, guint number);

G_END_DECLS
