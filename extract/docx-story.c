/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-story.h"

#include <string.h>

void
zb_docx_story_init (ZbDocxStory *story, ZbDocument *document, const ZbReadOptions *options) {
  *story = (ZbDocxStory){ .options = options, .document = document };
  story->fields = g_array_new (FALSE, FALSE, sizeof (ZbDocxField));
  story->notes = g_ptr_array_new ();
}

void
zb_docx_story_clear (ZbDocxStory *story) {
  g_clear_pointer (&story->fields, g_array_unref);
  g_clear_pointer (&story->notes, g_ptr_array_unref);
}

void
zb_docx_story_leave_out (ZbDocxStory *story, const xmlNode *node) {
  guint64 glyphs = zb_docx_xml_count_glyphs (node);

  story->document->coverage.glyphs += glyphs;
  story->document->coverage.left_out += glyphs;
}

void
zb_docx_story_close_fields (ZbDocxStory *story) {
  g_array_set_size (story->fields, 0);
  story->instructions = 0;
  story->contents = 0;
}

gboolean
zb_docx_story_in_instruction (const ZbDocxStory *story) {
  return story->instructions > 0;
}

static ZbDocxField *
innermost_field (const ZbDocxStory *story) {
  GArray *fields = story->fields;

  return fields->len > 0 ? &g_array_index (fields, ZbDocxField, fields->len - 1) : NULL;
}

void
zb_docx_story_open_field (ZbDocxStory *story) {
  ZbDocxField opened = { FALSE, FALSE };

  g_array_append_val (story->fields, opened);
  story->instructions++;
}

void
zb_docx_story_instruct (ZbDocxStory *story, const char *instruction) {
  ZbDocxField *field = innermost_field (story);

  if (field == NULL || field->has_result || field->contents)
    return;
  instruction += strspn (instruction, " ");
  field->contents = g_str_has_prefix (instruction, "TOC ");
  story->contents += field->contents ? 1 : 0;
}

void
zb_docx_story_begin_result (ZbDocxStory *story) {
  ZbDocxField *field = innermost_field (story);

  if (field == NULL || field->has_result)
    return;
  field->has_result = TRUE;
  story->instructions--;
}

void
zb_docx_story_close_field (ZbDocxStory *story) {
  const ZbDocxField *field = innermost_field (story);

  if (field == NULL)
    return;
  zb_docx_story_begin_result (story);
  story->contents -= field->contents ? 1 : 0;
  g_array_set_size (story->fields, story->fields->len - 1);
}
