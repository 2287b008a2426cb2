/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "messages.h"
#include "reader.h"

G_BEGIN_DECLS

/* How the commands that read documents are told about recognition. */
typedef struct {
  char *when;      /* NULL: auto */
  char *languages; /* NULL: the default */
} ZbOcrOptions;

void zb_ocr_options_clear (ZbOcrOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbOcrOptions, zb_ocr_options_clear)

/* Adds --ocr and --language to @context, which borrows @options. */
void zb_ocr_options_add (ZbOcrOptions *options, GOptionContext *context);

/* Sets in @read what @options say; it borrows from them. ZB_EXIT_USAGE after a message where they
 * are wrong. */
ZbExit zb_ocr_options_apply (const ZbOcrOptions *options, const char *command, ZbReadOptions *read);

/* What goes on while the pages of one document are recognised: a line on standard error that is
 * written over, where that is a terminal. */
typedef struct {
  const char *path;  /* borrowed */
  gint64 begun;      /* microseconds; 0: not yet */
  guint known;       /* pages that were there at once, from an earlier run */
} ZbOcrProgress;

/* Has the reading of the document at @path with @read shown; @progress must outlive it. */
void zb_ocr_progress_begin (ZbOcrProgress *progress, const char *path, ZbReadOptions *read);
/* Clears the line. */
void zb_ocr_progress_end (ZbOcrProgress *progress);

G_END_DECLS
