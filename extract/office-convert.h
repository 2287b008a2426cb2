/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* A conversion that LibreOffice makes. The strings are static. */
typedef struct {
  const char *name;    /* for messages: "a legacy Word document (.doc)" */
  const char *from;    /* the extension by which LibreOffice chooses its filter */
  const char *to;      /* "docx", "xlsx" */
  const char *package; /* the Debian package that can do it */
} ZbOfficeConversion;

/* Makes conversions in the place of zb_office_convert(), in a process that may not start others. */
typedef GBytes *(*ZbOfficeConverter) (GBytes *bytes, const ZbOfficeConversion *conversion,
                                      gpointer data, GError **error);
/* From now on zb_office_convert() of this process calls @converter with @data; NULL: no longer. */
void zb_office_convert_delegate (ZbOfficeConverter converter, gpointer data);

/* @bytes converted by LibreOffice; the caller unrefs the result. It runs without a shell, a display
 * or a network, in a directory of its own that is removed afterwards, with an empty profile in which
 * macros and linked pictures are off, and is killed with all its children after
 * max_convert_seconds. Errors: ZB_ERROR_UNSUPPORTED where it is not installed, ZB_ERROR_CORRUPT
 * where it makes nothing of @bytes, ZB_ERROR_LIMIT, ZB_ERROR_IO. */
GBytes *zb_office_convert (GBytes *bytes, const ZbOfficeConversion *conversion,
                           const ZbReadOptions *options, GError **error);

G_END_DECLS
