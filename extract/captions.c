/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* The blocks between a table and its title: unit, department, year, form. */
static const guint MAX_BLOCKS_ABOVE = 8;
/* A line such as 2024年度 between captions has at most this many characters. */
static const glong MAX_INSERT = 24;
/* Notes under one table. */
static const guint MAX_NOTES = 6;
/* Rows at the top of a grid that may hold captions. */
static const guint MAX_CAPTION_ROWS = 4;

static ZbBlock *
block_at (const ZbDocument *document, guint i) {
  return g_ptr_array_index (document->blocks, i);
}

/* Fills what the table lacks; whether the words told anything. */
static gboolean
take_words (ZbTable *table, ZbCaptionWords *words) {
  gboolean told = words->title || words->unit || words->form || words->department;

  if (table->title == NULL)
    table->title = g_steal_pointer (&words->title);
  if (table->unit == NULL)
    table->unit = g_steal_pointer (&words->unit);
  if (table->form == NULL)
    table->form = g_steal_pointer (&words->form);
  if (table->department == NULL)
    table->department = g_steal_pointer (&words->department);
  return told;
}

/* What one row at the top of a grid is. */
typedef enum {
  ROW_OF_COLUMNS, /* it may name columns or hold data */
  ROW_PLAIN,      /* one text over the whole width that is no caption by itself */
  ROW_CAPTION,    /* captions only */
} LeadingRow;

/* Reads one row: one caption over the whole width or alone among blank cells, or the unit, the form
 * and the department side by side. Fills @told (NULL: nothing) with what the row says. */
static LeadingRow
read_leading_row (const ZbTable *table, guint row, ZbTable *told) {
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gboolean captions = TRUE, wide = FALSE;

  for (guint col = 0; col < table->cols; col++) {
    const ZbCell *cell = zb_table_lookup (table, row, col);

    if (cell->col != col || *cell->text == '\0')
      continue;
    if (cell->row != row || cell->rowspan > 1)
      return ROW_OF_COLUMNS;
    wide = cell->colspan == table->cols;
    g_ptr_array_add (texts, cell->text);
  }
  for (guint i = 0; i < texts->len && captions; i++) {
    g_auto (ZbCaptionWords) words = zb_caption_words_read (g_ptr_array_index (texts, i));

    captions = words.is_whole && (texts->len == 1 || words.title == NULL)
               && (words.title || words.unit || words.form || words.department);
    if (captions && told != NULL)
      take_words (told, &words);
  }
  if (texts->len > 0 && captions)
    return ROW_CAPTION;
  return texts->len == 1 && wide ? ROW_PLAIN : ROW_OF_COLUMNS;
}

guint
zb_captions_count_rows (const ZbTable *table) {
  guint count = 0;

  for (guint row = 0; row + 1 < table->rows && row < MAX_CAPTION_ROWS; row++) {
    LeadingRow kind = read_leading_row (table, row, NULL);

    if (kind == ROW_OF_COLUMNS)
      break;
    if (kind == ROW_CAPTION)
      count = row + 1;
  }
  return count;
}

/* Captions may be printed as the first rows of the grid; they stay there, and count as header. */
static void
read_leading_rows (ZbTable *table) {
  guint count = zb_captions_count_rows (table);

  for (guint row = 0; row < count; row++)
    read_leading_row (table, row, table);
}

static double
block_width (const ZbBlock *block) {
  const ZbOrigin *origin = zb_block_lookup_origin (block, 0);

  return origin->has_box ? origin->box.x1 - origin->box.x0 : 0;
}

/* A centred line above the last line of a title, as wide at least and in the same print, is the
 * title's first line. */
static gboolean
is_first_line_of_title (const ZbBlock *above, const ZbBlock *title) {
  g_auto (ZbCaptionWords) words = { 0 };

  if (above->kind == ZB_BLOCK_TABLE || above->role != ZB_ROLE_BODY || !above->centred
      || !title->centred || above->bold != title->bold || above->font_size != title->font_size
      || above->heading_number != NULL || g_utf8_strlen (above->text, -1) < 12
      || block_width (above) < block_width (title)
      || zb_block_lookup_origin (above, 0)->page != zb_block_lookup_origin (title, 0)->page)
    return FALSE;
  words = zb_caption_words_read (above->text);
  return words.title == NULL && words.unit == NULL && words.form == NULL
         && words.department == NULL && !g_str_has_prefix (above->text, "第");
}

static void
prepend_first_line (ZbTable *table, ZbBlock *above) {
  GString *title = g_string_new (above->text);

  zb_text_append_line (title, table->title);
  g_free (table->title);
  table->title = g_string_free (title, FALSE);
  above->role = ZB_ROLE_CAPTION;
}

/* Whether the scan upward passes a block that says nothing: a year, a date, a mark. */
static gboolean
is_insert (const ZbBlock *block) {
  return g_utf8_strlen (block->text, -1) <= MAX_INSERT && strstr (block->text, "。") == NULL
         && block->kind == ZB_BLOCK_PARAGRAPH;
}

/* A centred line just above the table is its title even if it names no 表. */
static gboolean
take_plain_title (ZbTable *table, ZbBlock *block) {
  if (table->title != NULL || !block->centred || block->heading_number != NULL
      || g_utf8_strlen (block->text, -1) < 4 || g_utf8_strlen (block->text, -1) > 2 * MAX_INSERT
      || zb_caption_words_is_period (block->text) || strstr (block->text, "。") != NULL
      || g_str_has_prefix (block->text, "第"))
    return FALSE;
  table->title = zb_text_trim (block->text);
  block->role = ZB_ROLE_CAPTION;
  return TRUE;
}

/* Whether the words only add to what is known already, above the title. */
static gboolean
is_beyond_title (const ZbTable *table, const ZbCaptionWords *words) {
  return table->title != NULL
         && (words->title != NULL || (words->form != NULL && table->form != NULL)
             || (words->unit != NULL && table->unit != NULL));
}

static void
read_blocks_above (ZbDocument *document, guint at) {
  ZbTable *table = block_at (document, at)->table;
  guint seen = 0, inserts = 0;

  for (guint i = at; i-- > 0 && seen < MAX_BLOCKS_ABOVE;) {
    ZbBlock *block = block_at (document, i);
    g_auto (ZbCaptionWords) words = { 0 };
    gboolean had_title = table->title != NULL;

    if (block->kind == ZB_BLOCK_FURNITURE)
      continue;
    if (block->kind == ZB_BLOCK_TABLE || block->role != ZB_ROLE_BODY)
      return;
    seen++;
    words = zb_caption_words_read (block->text);
    if (is_beyond_title (table, &words) || zb_caption_words_is_note (block->text))
      return;
    if (words.is_whole && take_words (table, &words)) {
      block->role = ZB_ROLE_CAPTION;
      if (!had_title && table->title != NULL && i > 0
          && is_first_line_of_title (block_at (document, i - 1), block))
        prepend_first_line (table, block_at (document, --i));
      continue;
    }
    if (had_title || take_plain_title (table, block))
      return;
    if (!is_insert (block) || ++inserts > 2)
      return;
  }
}

static void
read_blocks_below (ZbDocument *document, guint at) {
  ZbTable *table = block_at (document, at)->table;

  for (guint i = at + 1; i < document->blocks->len && table->notes->len < MAX_NOTES; i++) {
    ZbBlock *block = block_at (document, i);
    gboolean numbered;

    if (block->kind == ZB_BLOCK_FURNITURE)
      continue;
    if (block->kind == ZB_BLOCK_TABLE || block->role != ZB_ROLE_BODY)
      return;
    numbered = table->notes->len > 0 && block->kind == ZB_BLOCK_PARAGRAPH
               && zb_caption_words_is_item (block->text);
    if (!numbered && !zb_caption_words_is_note (block->text))
      return;
    block->role = ZB_ROLE_NOTE;
    g_ptr_array_add (table->notes, g_strdup (block->text));
  }
}

void
zb_captions_attach (ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++)
    if (block_at (document, i)->kind == ZB_BLOCK_TABLE) {
      read_leading_rows (block_at (document, i)->table);
      read_blocks_above (document, i);
      read_blocks_below (document, i);
    }
}
