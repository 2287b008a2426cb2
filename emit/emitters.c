/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitter.h"

#include "csv.h"
#include "json.h"
#include "table.h"

const ZbEmitter zb_emitters[] = {
  { "json", ".json", "the whole result, indented, one cell or fact a line (the default)",
    zb_json_emit },
  { "ndjson", ".ndjson", "the whole result, one document a line", zb_json_emit_line },
  { "csv", ".csv", "the facts, one a row", zb_csv_emit },
  { "table", ".txt", "the facts in columns, for eyes; doubtful ones are marked ?", zb_table_emit },
  { NULL, NULL, NULL, NULL },
};

const ZbEmitter *
zb_emitter_lookup (const char *name) {
  for (const ZbEmitter *emitter = zb_emitters; emitter->name != NULL; emitter++)
    if (g_str_equal (emitter->name, name))
      return emitter;
  return NULL;
}
