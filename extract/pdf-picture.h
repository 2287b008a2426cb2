/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-picture.h"

G_BEGIN_DECLS

/* Draws the pages of a PDF for recognition: whatever the page is made of, strips, masks, pictures
 * turned about, comes out as the reader of the paper would see it. */
extern const ZbScanSource zb_pdf_picture_source;

G_END_DECLS
