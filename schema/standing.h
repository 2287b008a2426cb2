/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the equations of a document say of one of its numbers, the worse the later. */
typedef enum {
  ZB_STANDING_CLEAN,     /* it stands in no equation that fails */
  ZB_STANDING_ACQUITTED, /* it does, but an equation that holds speaks for it alone */
  ZB_STANDING_CLEARED,   /* nothing speaks for it, but other numbers explain all that fails with fewer mistakes */
  ZB_STANDING_SUSPECT,   /* it may be what is wrong */
  ZB_STANDING_GUILTY,    /* it is in every explanation of what fails that needs the fewest mistakes */
} ZbStanding;

G_END_DECLS
