/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-chunk.h"

static gboolean
ends_in (const char *part, const char *const *endings) {
  g_autofree char *name = g_ascii_strdown (part, -1);

  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (name, *endings))
      return TRUE;
  return FALSE;
}

/* What looks like text may be a piece of a page without its beginning, which only the name tells; or a
 * page with its pictures in one file, whose letters are encoded. */
static const ZbReader *
choose_by_name (const char *part) {
  static const char *const PAGES[] = { ".html", ".htm", ".xhtml", NULL },
                           *const ARCHIVES[] = { ".mht", ".mhtml", ".eml", NULL };

  if (ends_in (part, ARCHIVES))
    return NULL;
  return ends_in (part, PAGES) ? &zb_html_reader : &zb_text_reader;
}

const ZbReader *
zb_docx_chunk_choose_reader (GBytes *bytes, const char *part) {
  const ZbReader *best = NULL;
  guint surest = 0;

  for (guint i = 0; zb_readers[i] != NULL; i++) {
    guint sure = zb_readers[i]->recognize (bytes, part);

    if (sure > surest) {
      surest = sure;
      best = zb_readers[i];
    }
  }
  if (best == &zb_text_reader)
    return choose_by_name (part);
  return best == &zb_html_reader || best == &zb_docx_reader ? best : NULL;
}

static void
move_all (GPtrArray *from, GPtrArray *to) {
  guint count = from->len;
  gpointer *members = g_ptr_array_steal (from, NULL);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (to, members[i]);
  g_free (members);
}

void
zb_docx_chunk_append (ZbDocument *document, ZbDocument *chunk) {
  guint64 glyphs = chunk->coverage.glyphs, placed;

  chunk->coverage = (ZbTextCoverage){ 0 };
  zb_document_count_blocks (chunk);
  placed = chunk->coverage.in_cells + chunk->coverage.in_blocks + chunk->coverage.in_furniture;
  document->coverage.glyphs += glyphs;
  document->coverage.left_out += glyphs - placed;
  move_all (chunk->blocks, document->blocks);
  move_all (chunk->diagnostics, document->diagnostics);
}
