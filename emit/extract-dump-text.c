/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage-dump.h"

#include "display-text.h"
#include "grid-text.h"

static void
append_labelled (ZbTextSink *sink, const char *label, const char *text) {
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;
  clean = zb_display_text_clean (text);
  zb_text_sink_printf (sink, "  %s: %s\n", label, clean);
}

static void
append_page (ZbTextSink *sink, guint page) {
  if (page > 0)
    zb_text_sink_printf (sink, " p%u", page);
}

static void
append_text_block (ZbTextSink *sink, const ZbBlock *block) {
  static const char *const kinds[] = { "heading", "paragraph", "furniture" };
  static const char *const roles[] = { "", " caption", " note", " contents" };
  g_autofree char *clean = zb_display_text_clean (block->text);

  zb_text_sink_printf (sink, "[%s", kinds[block->kind]);
  if (block->heading_level > 0)
    zb_text_sink_printf (sink, " %u", block->heading_level);
  zb_text_sink_append (sink, roles[block->role]);
  append_page (sink, zb_block_lookup_origin (block, 0)->page);
  zb_text_sink_printf (sink, "] %s\n", clean);
}

static void
append_table_block (ZbTextSink *sink, const ZbTable *table, guint number) {
  zb_text_sink_printf (sink, "[table t%u %u×%u", number, table->rows, table->cols);
  for (guint i = 0; i < table->pages->len; i++)
    append_page (sink, g_array_index (table->pages, guint, i));
  zb_text_sink_append (sink, "]\n");
  append_labelled (sink, "title", table->title);
  append_labelled (sink, "unit", table->unit);
  append_labelled (sink, "form", table->form);
  append_labelled (sink, "department", table->department);
  zb_grid_text_append (sink, table);
  for (guint i = 0; i < table->notes->len; i++)
    append_labelled (sink, "note", g_ptr_array_index (table->notes, i));
}

gboolean
zb_stage_dump_extract_text (const ZbDocument *document, GOutputStream *out, GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  g_autofree char *path = zb_display_text_clean (document->path);
  guint tables = 0;

  zb_text_sink_printf (sink, "== %s\n", path);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      append_table_block (sink, block->table, ++tables);
    else
      append_text_block (sink, block);
  }
  return zb_text_sink_finish (sink, error);
}
