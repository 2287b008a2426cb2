/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "ocr-options.h"

G_BEGIN_DECLS

/* What the commands that read a document and write for people are told alike. */
typedef struct {
  ZbOcrOptions ocr;
  char *colour_when;
  gboolean quiet, help;
  ZbReadOptions read; /* set by zb_reading_options_apply(), from here on too */
  gboolean colour;
} ZbReadingOptions;

void zb_reading_options_clear (ZbReadingOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbReadingOptions, zb_reading_options_clear)

/* Adds --color, --quiet, --help, --ocr and --language to @context, which borrows @options. */
void zb_reading_options_add (ZbReadingOptions *options, GOptionContext *context);

/* ZB_EXIT_USAGE after a message where a word is wrong. */
ZbExit zb_reading_options_apply (ZbReadingOptions *options, const char *command);

/* The document at @path ("-": standard input), read as @options say, with a line on a terminal while pages are
 * recognised. NULL after a message. The caller frees it. */
ZbDocument *zb_document_reading_run (const char *path, const ZbReadOptions *options);

/* The catalogue; NULL after a message where it cannot be used. The caller frees it. */
ZbCatalogue *zb_document_reading_catalogue (void);

G_END_DECLS
