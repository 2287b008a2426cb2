/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xlsx-number.h"

G_BEGIN_DECLS

/* Whether @section, one section of a format code, displays a date or a time. */
gboolean zb_xlsx_date_format_is (const char *section);

/* @number, in days, as @section displays it; NULL where it is no day of Excel's calendar. The
 * caller frees it. */
char *zb_xlsx_date_format (const ZbXlsxNumber *number, const char *section, gboolean date_1904);

G_END_DECLS
