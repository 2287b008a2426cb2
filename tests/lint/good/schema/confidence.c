/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No double near amounts. */
static double confidence;
static int utility, commonly; /* only file names are checked for empty words */
