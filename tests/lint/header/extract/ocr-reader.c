/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <tesseract/capi.h>
#include <leptonica/allheaders.h>
