/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitter.h"

#include "json.h"

const ZbEmitter zb_emitters[] = {
  { "json", ".json", "the whole result, indented, one cell or fact a line (the default)",
    zb_json_emit },
  { "ndjson", ".ndjson", "the whole result, one document a line", zb_json_emit_line },
  { NULL, NULL, NULL, NULL },
};

const ZbEmitter *
zb_emitter_lookup (const char *name) {
  for (const ZbEmitter *emitter = zb_emitters; emitter->name != NULL; emitter++)
    if (g_str_equal (emitter->name, name))
      return emitter;
  return NULL;
}
