/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-text.h"

#include "document-words.h"
#include "intern.h"
#include "sentence.h"
#include "text-fold.h"

/* Paragraphs are read in order, because a heading says what the paragraphs under it speak of: its
 * fund (二、一般公共预算支出情况) and, where it is a path of the functional classification, its code. */

#define MAX_LEVEL 12
/* Headings down to this level end a list; numbered items may pass for deeper ones. */
#define LIST_LEVEL 3

typedef struct {
  const char *funds[MAX_LEVEL]; /* of the headings that are open, by level */
  char *heading; /* the last one, folded */
  guint level;
} Outline;

/* The fund that a heading names for all that stands under it; NULL where it names none. */
static const char *
fund_of_heading (const char *folded) {
  const ZbRoleWord *fund = zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_FUND), folded);

  if (zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_NO_FUND), folded) != NULL)
    return NULL;
  return fund != NULL ? zb_intern (fund->value) : NULL;
}

static void
open_heading (Outline *outline, const ZbBlock *block) {
  g_autofree char *folded = zb_text_fold (block->text);
  guint level = CLAMP (block->heading_level, 1, MAX_LEVEL - 1);

  for (guint i = level; i < MAX_LEVEL; i++)
    outline->funds[i] = NULL;
  outline->funds[level] = fund_of_heading (folded);
  outline->level = level;
  g_free (outline->heading);
  outline->heading = g_steal_pointer (&folded);
}

static const char *
open_fund (const Outline *outline) {
  for (guint level = outline->level; level > 0; level--)
    if (outline->funds[level] != NULL)
      return outline->funds[level];
  return NULL;
}

void
zb_map_text (ZbMapper *mapper) {
  Outline outline = { .level = 0 };
  ZbSentenceContext context = { 0 };

  for (guint i = 0; i < mapper->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (mapper->document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE || block->kind == ZB_BLOCK_FURNITURE
        || block->role != ZB_ROLE_BODY)
      continue;
    if (block->kind == ZB_BLOCK_HEADING) {
      open_heading (&outline, block);
      context.heading = outline.heading;
      zb_project_context_read_heading (&context.project, block);
      if (block->heading_level <= LIST_LEVEL)
        context.list_fund = NULL;
    } else {
      zb_project_context_read_paragraph (&context.project, block);
    }
    context.fund = open_fund (&outline);
    zb_sentences_map (mapper, i, &context);
  }
  g_free (outline.heading);
}
