/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage-dump.h"

static const ZbStageDump DUMPS[] = {
  { "extract", "table", zb_stage_dump_extract_text },
  { "extract", "json", zb_stage_dump_extract_json },
  { "extract", "ndjson", zb_stage_dump_extract_line },
  { "normalize", "table", zb_stage_dump_normalize_text },
  { "normalize", "json", zb_stage_dump_normalize_json },
  { "normalize", "ndjson", zb_stage_dump_normalize_line },
};

const ZbStageDump *
zb_stage_dump_lookup (const char *stage, const char *format) {
  for (guint i = 0; i < G_N_ELEMENTS (DUMPS); i++)
    if (g_str_equal (DUMPS[i].stage, stage) && g_str_equal (DUMPS[i].format, format))
      return &DUMPS[i];
  return NULL;
}
