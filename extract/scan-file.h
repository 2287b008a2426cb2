/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan-picture.h"

G_BEGIN_DECLS

/* Pictures in files of their own: PNG, JPEG, and TIFF with any number of pages. */
extern const ZbScanSource zb_scan_file_source;

/* The number of pages of @bytes, a TIFF file, by its chain of directories; counts no further than
 * @limit + 1. 0 where the chain is broken at its start. */
guint zb_scan_file_count_tiff (GBytes *bytes, guint limit);

/* The resolution that a picture of @width × @height pixels most likely has, which says @stated
 * pixels an inch about itself (0: nothing): what it says where that makes a sheet of paper, else
 * that of a sheet of A4. */
double zb_scan_file_guess_dpi (guint width, guint height, double stated);

G_END_DECLS
