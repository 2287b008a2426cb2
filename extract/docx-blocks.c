/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-blocks.h"

#include <string.h>

#include "docx-table.h"
#include "text-fold.h"
#include "text-paragraphs.h"

static gboolean read_blocks (ZbDocxBlocks *blocks, const xmlNode *node, GError **error);
static gboolean read_paragraph (ZbDocxBlocks *blocks, const xmlNode *node, GError **error);

static gboolean
is_heading (const ZbDocxBlocks *blocks, const ZbDocxParagraph *paragraph) {
  int level = paragraph->style.outline_level;

  return !blocks->furniture && level >= 0 && level < 9 && !paragraph->style.contents;
}

/* Adds a block with @text, unless that is empty; only the @first block of a paragraph may be a
 * heading. */
static void
add_text (ZbDocxBlocks *blocks, const ZbDocxParagraph *paragraph, const char *text,
          gboolean first) {
  gboolean heading = first && is_heading (blocks, paragraph);
  ZbBlock *block = NULL;

  if (*text == '\0')
    return;
  block = zb_block_new (blocks->furniture ? ZB_BLOCK_FURNITURE
                        : heading          ? ZB_BLOCK_HEADING
                                           : ZB_BLOCK_PARAGRAPH,
                        text, NULL);
  if (heading) {
    block->heading_level = (guint) paragraph->style.outline_level + 1;
    block->heading_number = g_strdup (paragraph->number);
  }
  if (paragraph->style.contents && !blocks->furniture)
    block->role = ZB_ROLE_CONTENTS;
  block->font_size = paragraph->style.half_points > 0 ? paragraph->style.half_points / 2.0 : 0;
  block->bold = paragraph->all_bold;
  block->centred = paragraph->style.centred == 1;
  g_ptr_array_add (blocks->story.document->blocks, block);
}

/* Adds the lines of one stretch between page breaks. */
static void
add_lines (ZbDocxBlocks *blocks, const ZbDocxParagraph *paragraph, const char *text,
           gboolean *first) {
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *previous = NULL;

  for (char **line = lines; *line != NULL; line++) {
    if (zb_text_count_glyphs (*line) == 0)
      continue;
    if (previous != NULL && !(*first && is_heading (blocks, paragraph))
        && zb_text_paragraphs_break_ends (previous, *line)) {
      add_text (blocks, paragraph, joined->str, *first);
      g_string_truncate (joined, 0);
      *first = FALSE;
    }
    if (*first && previous == NULL && paragraph->number != NULL) {
      g_autofree char *numbered = zb_docx_paragraph_prefix (paragraph->number, *line);

      zb_text_append_typed_line (joined, numbered);
      blocks->story.document->coverage.glyphs += zb_text_count_glyphs (paragraph->number);
    } else {
      zb_text_append_typed_line (joined, *line);
    }
    previous = *line;
  }
  add_text (blocks, paragraph, joined->str, *first);
  *first = *first && previous == NULL;
}

static void
add_paragraph (ZbDocxBlocks *blocks, const ZbDocxParagraph *paragraph) {
  gboolean first = TRUE;
  g_auto (GStrv) stretches = NULL;

  g_string_append (blocks->carried, paragraph->text->str);
  if (paragraph->joins_next)
    return;
  stretches = g_strsplit (blocks->carried->str, "\f", -1);
  g_string_truncate (blocks->carried, 0);
  for (char **stretch = stretches; *stretch != NULL; stretch++)
    add_lines (blocks, paragraph, *stretch, &first);
  /* Word displays the number of an empty paragraph too; it is the heading of nothing. */
  if (first && paragraph->number != NULL) {
    add_text (blocks, paragraph, paragraph->number, FALSE);
    blocks->story.document->coverage.glyphs += zb_text_count_glyphs (paragraph->number);
  }
}

/* Text carried to the end of a story without a paragraph to join. */
static void
flush_carried (ZbDocxBlocks *blocks) {
  ZbDocxParagraph paragraph = { .text = g_string_new (NULL), .style = { .outline_level = -1 } };

  add_paragraph (blocks, &paragraph);
  g_string_free (paragraph.text, TRUE);
}

static void
add_table (ZbDocxBlocks *blocks, ZbTable *take_table) {
  GPtrArray *list = blocks->story.document->blocks;

  if (!blocks->furniture) {
    g_ptr_array_add (list, zb_block_new_table (take_table));
    return;
  }
  for (guint i = 0; i < take_table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (take_table->cells, i);

    if (*cell->text != '\0')
      g_ptr_array_add (list, zb_block_new (ZB_BLOCK_FURNITURE, cell->text, NULL));
  }
  zb_table_free (take_table);
}

static gboolean
read_table (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  g_autoptr (GPtrArray) nested = g_ptr_array_new ();
  ZbTable *table = NULL;

  flush_carried (blocks);
  if (!zb_docx_table_read (&blocks->story, node, nested, &table, error))
    return FALSE;
  if (table != NULL)
    add_table (blocks, table);
  for (guint i = 0; i < nested->len; i++)
    if (!read_table (blocks, g_ptr_array_index (nested, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_deferred (ZbDocxBlocks *blocks, const GPtrArray *deferred, GError **error) {
  for (guint i = 0; i < deferred->len; i++) {
    const xmlNode *node = g_ptr_array_index (deferred, i);
    gboolean ok = zb_docx_xml_is (node, "tbl") ? read_table (blocks, node, error)
                  : zb_docx_xml_is (node, "p") ? read_paragraph (blocks, node, error)
                                               : read_blocks (blocks, node, error);

    if (!ok)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_paragraph (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  ZbDocxParagraph paragraph;
  gboolean ok;

  zb_docx_paragraph_read (&blocks->story, node, &paragraph);
  add_paragraph (blocks, &paragraph);
  ok = read_deferred (blocks, paragraph.deferred, error);
  zb_docx_paragraph_clear (&paragraph);
  return ok;
}

static gboolean
read_chunk (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  flush_carried (blocks);
  if (blocks->read_chunk != NULL)
    return blocks->read_chunk (blocks->chunk_data, node, error);
  blocks->story.objects++;
  return TRUE;
}

static gboolean
read_block (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  if (zb_docx_xml_is (node, "p"))
    return read_paragraph (blocks, node, error);
  if (zb_docx_xml_is (node, "tbl"))
    return read_table (blocks, node, error);
  if (zb_docx_xml_is (node, "altChunk"))
    return read_chunk (blocks, node, error);
  if (zb_docx_xml_is (node, "del") || zb_docx_xml_is (node, "moveFrom"))
    zb_docx_story_leave_out (&blocks->story, node);
  else if (strcmp ((const char *) node->name, "AlternateContent") == 0)
    return zb_docx_xml_branch (node) == NULL
           || read_blocks (blocks, zb_docx_xml_branch (node), error);
  else if (!zb_docx_xml_is (node, "sdtPr") && !zb_docx_xml_is (node, "sectPr"))
    return read_blocks (blocks, node, error);
  return TRUE;
}

static gboolean
read_blocks (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !read_block (blocks, child, error))
      return FALSE;
  return TRUE;
}

void
zb_docx_blocks_init (ZbDocxBlocks *blocks, ZbDocument *document, const ZbReadOptions *options) {
  *blocks = (ZbDocxBlocks){ .carried = g_string_new (NULL) };
  zb_docx_story_init (&blocks->story, document, options);
}

void
zb_docx_blocks_clear (ZbDocxBlocks *blocks) {
  zb_docx_story_clear (&blocks->story);
  g_string_free (blocks->carried, TRUE);
}

gboolean
zb_docx_blocks_read (ZbDocxBlocks *blocks, const xmlNode *node, GError **error) {
  gboolean ok = read_blocks (blocks, node, error);

  flush_carried (blocks);
  zb_docx_story_close_fields (&blocks->story);
  return ok;
}
