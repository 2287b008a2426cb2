/* SPDX-License-Identifier: GPL-3.0-or-later */
static const double factor = 10000;
