/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document.h"

G_BEGIN_DECLS

/* What the program knows after one of its first two stages, for people who wonder where a number
 * was lost: `extract` shows blocks and grids, `normalize` every quantity found in them. */
typedef struct {
  const char *stage, *format;
  /* Writes @document to @out, which stays open. FALSE with the error of @out where it fails. */
  gboolean (*emit) (const ZbDocument *document, GOutputStream *out, GError **error);
} ZbStageDump;

/* The dump of @stage (extract, normalize) as @format (table, json, ndjson); NULL where none is. */
const ZbStageDump *zb_stage_dump_lookup (const char *stage, const char *format);

gboolean zb_stage_dump_extract_text (const ZbDocument *document, GOutputStream *out,
                                     GError **error);
gboolean zb_stage_dump_extract_json (const ZbDocument *document, GOutputStream *out,
                                     GError **error);
gboolean zb_stage_dump_extract_line (const ZbDocument *document, GOutputStream *out,
                                     GError **error);
gboolean zb_stage_dump_normalize_text (const ZbDocument *document, GOutputStream *out,
                                       GError **error);
gboolean zb_stage_dump_normalize_json (const ZbDocument *document, GOutputStream *out,
                                       GError **error);
gboolean zb_stage_dump_normalize_line (const ZbDocument *document, GOutputStream *out,
                                       GError **error);

G_END_DECLS
