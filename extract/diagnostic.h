/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ZB_SEVERITY_INFO,
  ZB_SEVERITY_WARNING,
  ZB_SEVERITY_ERROR, /* makes the document count as failed (exit status 1) */
} ZbSeverity;

/* Something that went wrong or was left out. `code` is a stable word such as `page_without_text`;
 * `page` is 1-based, 0 where none applies. Owned by the list that holds it. */
typedef struct {
  ZbSeverity severity;
  char *code;
  char *message;
  guint page;
} ZbDiagnostic;

/* A list of ZbDiagnostic that frees its members. */
GPtrArray *zb_diagnostics_new (void);

/* Appends one diagnostic to @diagnostics; @format is printf-like. */
void zb_diagnostics_add (GPtrArray *diagnostics, ZbSeverity severity, const char *code, guint page,
                         const char *format, ...) G_GNUC_PRINTF (5, 6);

/* Whether any member is of severity error. */
gboolean zb_diagnostics_has_error (const GPtrArray *diagnostics);

/* `error`, `warning`, `info`. */
const char *zb_severity_name (ZbSeverity severity);

G_END_DECLS
