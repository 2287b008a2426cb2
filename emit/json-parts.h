/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json-writer.h"
#include "report.h"

G_BEGIN_DECLS

/* The parts of the output contract, each written as the next member of the open object. */
void zb_json_parts_facts (ZbJsonWriter *writer, const GPtrArray *facts, gboolean evidence);
void zb_json_parts_mentions (ZbJsonWriter *writer, const GPtrArray *mentions);
void zb_json_parts_evaluations (ZbJsonWriter *writer, const GPtrArray *evaluations);
void zb_json_parts_diagnostics (ZbJsonWriter *writer, const GPtrArray *diagnostics);
/* source: path, sha256, media_type, bytes, pages. */
void zb_json_parts_source (ZbJsonWriter *writer, const ZbDocument *document);
void zb_json_parts_coverage (ZbJsonWriter *writer, const ZbTextCoverage *coverage);
/* title, unit, pages, rows, cols, header_rows and cells of @table. */
void zb_json_parts_table (ZbJsonWriter *writer, const ZbTable *table);
/* bbox: four coordinates in points, or null. */
void zb_json_parts_box (ZbJsonWriter *writer, const ZbOrigin *origin);
/* flags: their names in the order of the enumeration. */
void zb_json_parts_flags (ZbJsonWriter *writer, ZbFlags flags);
/* "t5" under @key. */
void zb_json_parts_id (ZbJsonWriter *writer, const char *key, char letter, guint number);
/* The contract's word for @origin; static. */
const char *zb_json_parts_text_origin (ZbTextOrigin origin);

G_END_DECLS
