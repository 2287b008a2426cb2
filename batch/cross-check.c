/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cross-check.h"

gboolean
zb_cross_checks_run (ZbStore *store, guint *failed, GError **error) {
  return TRUE;
}
