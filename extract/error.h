/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain. A GError means that a call made no result at all; everything else
 * that goes wrong is a ZbDiagnostic of the document or the report. */
#define ZB_ERROR (zb_error_quark ())

typedef enum {
  ZB_ERROR_UNSUPPORTED, /* a format this program does not read */
  ZB_ERROR_ENCRYPTED,   /* needs a password */
  ZB_ERROR_CORRUPT,     /* truncated or malformed beyond reading */
  ZB_ERROR_LIMIT,       /* a limit of ZbReadOptions fired; the message names it */
  ZB_ERROR_IO,          /* the file could not be opened, read or written */
  ZB_ERROR_DATA,        /* a catalogue file of this program is wrong */
} ZbError;

GQuark zb_error_quark (void);

G_END_DECLS
