/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "batch.h"

G_BEGIN_DECLS

/* What a person or a program sees of a run while it goes on: a bar on a terminal, or JSON lines; both
 * on standard error. */
typedef enum { ZB_BATCH_DISPLAY_NONE, ZB_BATCH_DISPLAY_BAR, ZB_BATCH_DISPLAY_JSON } ZbBatchDisplayKind;

typedef struct {
  ZbBatchDisplayKind kind;
  gconstpointer owner;   /* of whoever shows it */
  gint64 started, shown; /* monotonic microseconds */
  gboolean line_open;    /* the bar stands on the terminal's line */
} ZbBatchDisplay;

/* @word is bar, json, none, or NULL for what suits standard error; FALSE for another. */
gboolean zb_batch_display_choose (ZbBatchDisplay *display, const char *word);
/* A ZbBatchOptions.progress; the data is the display. */
void zb_batch_display_show (const ZbBatchProgress *progress, gpointer display);
/* Clears the bar, so that a message has the line. */
void zb_batch_display_pause (ZbBatchDisplay *display);
/* One line that sums up the run. */
void zb_batch_display_summarize (ZbBatchDisplay *display, const ZbBatchResult *result);

G_END_DECLS
