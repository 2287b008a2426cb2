/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixed-point.h"

#include <float.h>
#include <math.h>
#include <string.h>

char *
zb_fixed_point_print (double value, guint decimals) {
  char buffer[DBL_MAX_10_EXP + 16];
  char format[] = { '%', '.', (char) ('0' + MIN (decimals, 9)), 'f', '\0' };

  if (!isfinite (value))
    return NULL;
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (buffer[0] == '-' && strspn (buffer + 1, "0.") == strlen (buffer + 1))
    return g_strdup (buffer + 1);
  return g_strdup (buffer);
}

char *
zb_fixed_point_print_confidence (double confidence) {
  char *text = zb_fixed_point_print (isfinite (confidence) ? CLAMP (confidence, 0, 1) : 0, 3);
  gsize length = strlen (text);

  if (text[length - 1] == '0')
    text[length - 1] = '\0';
  return text;
}
