/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

void
zb_structure_run (ZbDocument *document) {
  zb_outline_mark (document);
  zb_tables_resume (document);
  zb_captions_attach (document);
  for (guint i = 0; i < document->blocks->len; i++) {
    ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      zb_table_mark_header (block->table);
  }
}
