/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "emitter.h"
#include "messages.h"
#include "ocr-options.h"
#include "stage-dump.h"

G_BEGIN_DECLS

/* What `zhibiao extract` was asked for. */
typedef struct {
  char **paths;             /* at least one; "-" is standard input */
  char *directory;          /* NULL: standard output */
  const ZbEmitter *emitter; /* the format asked for */
  const ZbStageDump *dump;  /* NULL unless an early stage is to be shown */
  ZbEmitOptions emit;
  ZbOcrOptions ocr;
  ZbReadOptions read;
  gboolean quiet, help;
} ZbExtractOptions;

/* Parses @arguments (NULL-terminated, the first is the command). Returns ZB_EXIT_DONE, or
 * ZB_EXIT_USAGE after saying on standard error what is wrong. @options must be all zeros and is
 * cleared by the caller either way. */
ZbExit zb_extract_options_parse (ZbExtractOptions *options, char **arguments);
void zb_extract_options_clear (ZbExtractOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ZbExtractOptions, zb_extract_options_clear)

/* The text of --help. The caller frees it. */
char *zb_extract_options_print_help (void);

G_END_DECLS
