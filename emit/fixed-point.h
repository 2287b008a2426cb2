/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @value (a coordinate or a probability, never money) with @decimals places, at most 9, in any
 * locale with a point, and never "-0". The caller frees it; NULL where @value is not finite. */
char *zb_fixed_point_print (double value, guint decimals);

/* A probability with two decimals, or three where the third is not 0. The caller frees it. */
char *zb_fixed_point_print_confidence (double confidence);

G_END_DECLS
