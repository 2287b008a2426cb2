/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include "caption-words.h"
#include "layout-paragraphs.h"
#include "text-fold.h"

/* What is being put together while the pages pass by. */
typedef struct {
  ZbDocument *document;
  const GPtrArray *pages;
  GHashTable *measures; /* of all pages, by their width in points */
  const ZbPageLayout *layout;
  ZbTextMeasure measure; /* of this page */
  ZbBlock *open;      /* the paragraph that the next line may continue; borrowed */
  ZbLine last;        /* its last line; text unused */
  guint last_page;
  double last_gap;    /* from its end to the right margin */
  double last_step;   /* to it from the line before; 0 where it is the first of its page */
  gboolean last_ends; /* it is a caption of its own */
} Assembly;

/* The open paragraph as zb_layout_paragraphs_go_on() sees it. */
static gboolean
continues (const Assembly *assembly, const ZbLine *line) {
  ZbParagraphEnd end = { .last = &assembly->last,
                         .same_page = assembly->last_page == assembly->layout->page,
                         .centred = assembly->open != NULL && assembly->open->centred,
                         .gap = assembly->last_gap,
                         .step = assembly->last_step };

  return assembly->open != NULL && !assembly->last_ends
         && !zb_caption_words_stand_alone (line->text)
         && zb_layout_paragraphs_go_on (&end, line, &assembly->measure);
}

static void
add_line (Assembly *assembly, const ZbLine *line) {
  ZbOrigin origin = { assembly->layout->page, TRUE, line->box, line->recognition };

  assembly->document->coverage.in_blocks += line->glyphs;
  if (continues (assembly, line)) {
    zb_block_append_line (assembly->open, line->text, &origin);
    assembly->last_step
      = assembly->last_page == origin.page ? line->box.y0 - assembly->last.box.y0 : 0;
  } else {
    assembly->open = zb_block_new (ZB_BLOCK_PARAGRAPH, line->text, &origin);
    assembly->open->font_size = line->font_size;
    assembly->open->bold = line->bold;
    assembly->open->centred = zb_text_measure_is_centred (&assembly->measure, line);
    g_ptr_array_add (assembly->document->blocks, assembly->open);
    assembly->last_step = 0;
  }
  assembly->last = *line;
  assembly->last_page = assembly->layout->page;
  assembly->last_gap = assembly->measure.right - line->box.x1;
  assembly->last_ends = zb_caption_words_stand_alone (line->text);
}

static void
add_furniture (const Assembly *assembly, const ZbLine *line) {
  ZbOrigin origin = { assembly->layout->page, TRUE, line->box, line->recognition };
  ZbBlock *block = zb_block_new (ZB_BLOCK_FURNITURE, line->text, &origin);

  block->font_size = line->font_size;
  block->bold = line->bold;
  assembly->document->coverage.in_furniture += line->glyphs;
  g_ptr_array_add (assembly->document->blocks, block);
}

static void
add_table (Assembly *assembly, ZbFoundTable *found) {
  ZbTable *table = zb_found_table_steal (found);

  assembly->document->coverage.in_cells += found->glyphs;
  if (table == NULL)
    return;
  if (found->glyphs == 0) {
    zb_diagnostics_add (assembly->document->diagnostics, ZB_SEVERITY_INFO, "blank_grid",
                        found->page, "a grid of %u × %u without a word is not taken as a table",
                        table->rows, table->cols);
    zb_table_free (table);
    return;
  }
  assembly->open = NULL;
  g_ptr_array_add (assembly->document->blocks, zb_block_new_table (table));
}

/* The measure of all pages as wide as this one; borrowed. */
static const ZbTextMeasure *
get_common_measure (const Assembly *assembly, double width) {
  gpointer key = GINT_TO_POINTER ((gint) width);
  ZbTextMeasure *measure = g_hash_table_lookup (assembly->measures, key);
  g_autoptr (GPtrArray) lines = NULL;

  if (measure != NULL)
    return measure;
  lines = g_ptr_array_new ();
  for (guint i = 0; i < assembly->pages->len; i++) {
    const ZbPageLayout *layout = g_ptr_array_index (assembly->pages, i);

    if ((gint) layout->width == (gint) width)
      g_ptr_array_extend (lines, layout->lines, NULL, NULL);
  }
  measure = g_new (ZbTextMeasure, 1);
  *measure = zb_text_measure_new (lines, width, NULL);
  g_hash_table_insert (assembly->measures, key, measure);
  return measure;
}

static void
add_page (Assembly *assembly) {
  const ZbPageLayout *layout = assembly->layout;
  guint table = 0;

  assembly->measure = zb_text_measure_new (layout->lines, layout->width,
                                           get_common_measure (assembly, layout->width));
  for (guint i = 0; i < layout->lines->len; i++) {
    const ZbLine *line = g_ptr_array_index (layout->lines, i);

    for (; table < layout->tables->len; table++) {
      ZbFoundTable *found = g_ptr_array_index (layout->tables, table);

      if (found->box.y0 > (line->box.y0 + line->box.y1) / 2)
        break;
      add_table (assembly, found);
    }
    if (line->furniture)
      add_furniture (assembly, line);
    else
      add_line (assembly, line);
  }
  for (; table < layout->tables->len; table++)
    add_table (assembly, g_ptr_array_index (layout->tables, table));
}

static void
turn_origin_back (const GPtrArray *pages, ZbOrigin *origin) {
  for (guint i = 0; i < pages->len; i++) {
    const ZbPageLayout *layout = g_ptr_array_index (pages, i);

    if (layout->page == origin->page)
      origin->box = zb_box_turn_back (&origin->box, layout->turn, layout->width, layout->height);
  }
}

static gboolean
is_any_turned (const GPtrArray *pages) {
  for (guint i = 0; i < pages->len; i++)
    if (((const ZbPageLayout *) g_ptr_array_index (pages, i))->turn != 0)
      return TRUE;
  return FALSE;
}

static void
turn_block_back (const GPtrArray *pages, ZbBlock *block) {
  for (guint i = 0; block->kind != ZB_BLOCK_TABLE && i < block->pieces->len; i++)
    turn_origin_back (pages, &g_array_index (block->pieces, ZbTextPiece, i).origin);
  for (guint i = 0; block->kind == ZB_BLOCK_TABLE && i < block->table->cells->len; i++)
    turn_origin_back (pages, &((ZbCell *) g_ptr_array_index (block->table->cells, i))->origin);
}

void
zb_page_layout_emit (GPtrArray *pages, ZbDocument *document) {
  g_autoptr (GHashTable) measures = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Assembly assembly = { .document = document, .pages = pages, .measures = measures };

  for (guint i = 0; i < pages->len; i++) {
    assembly.layout = g_ptr_array_index (pages, i);
    add_page (&assembly);
  }
  for (guint i = 0; is_any_turned (pages) && i < document->blocks->len; i++)
    turn_block_back (pages, g_ptr_array_index (document->blocks, i));
}
