/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/parser.h>
#include <zip.h>
