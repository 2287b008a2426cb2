/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "docx-paragraph.h"

G_BEGIN_DECLS

/* From a tree of paragraphs and tables to the blocks of the document. Stands on the stack of its
 * user, who sets the borrowed pointers of the story. */
typedef struct {
  ZbDocxStory story;
  gboolean furniture; /* headers and footers are being read */
  /* Appends the blocks of the file that @node, a w:altChunk, names; NULL where none can be named.
   * FALSE with an error where a limit is reached. */
  gboolean (*read_chunk) (gpointer data, const xmlNode *node, GError **error);
  gpointer chunk_data;
  GString *carried;   /* text of paragraphs whose marks are deleted: it joins the next one */
} ZbDocxBlocks;

/* Prepares reading into @document; free with zb_docx_blocks_clear(). */
void zb_docx_blocks_init (ZbDocxBlocks *blocks, ZbDocument *document, const ZbReadOptions *options);
void zb_docx_blocks_clear (ZbDocxBlocks *blocks);

/* Appends the blocks below @node, one story: the body, a note, a header. Text boxes and tables
 * inside cells follow the paragraph or the table that holds them.
 * Errors: ZB_ERROR_LIMIT where there are more cells than max_cells. */
gboolean zb_docx_blocks_read (ZbDocxBlocks *blocks, const xmlNode *node, GError **error);

G_END_DECLS
