/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <poppler.h>
#include <zip.h>
#include <utf8proc.h>
