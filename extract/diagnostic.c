/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagnostic.h"

static void
diagnostic_free (gpointer data) {
  ZbDiagnostic *diagnostic = data;

  g_free (diagnostic->code);
  g_free (diagnostic->message);
  g_free (diagnostic);
}

GPtrArray *
zb_diagnostics_new (void) {
  return g_ptr_array_new_with_free_func (diagnostic_free);
}

void
zb_diagnostics_add (GPtrArray *diagnostics, ZbSeverity severity, const char *code, guint page,
                    const char *format, ...) {
  ZbDiagnostic *diagnostic = g_new0 (ZbDiagnostic, 1);
  va_list arguments;

  va_start (arguments, format);
  diagnostic->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  diagnostic->severity = severity;
  diagnostic->code = g_strdup (code);
  diagnostic->page = page;
  g_ptr_array_add (diagnostics, diagnostic);
}

gboolean
zb_diagnostics_has_error (const GPtrArray *diagnostics) {
  for (guint i = 0; i < diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

    if (diagnostic->severity == ZB_SEVERITY_ERROR)
      return TRUE;
  }
  return FALSE;
}

const char *
zb_severity_name (ZbSeverity severity) {
  static const char *const names[] = { "info", "warning", "error" };

  return names[severity];
}
