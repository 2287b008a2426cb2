/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-paragraph.h"

#include <string.h>

#include "docx-inline.h"
#include "text-fold.h"

static const char *
read_style (const ZbDocxStory *story, const xmlNode *properties, ZbDocxParagraph *paragraph) {
  const xmlNode *style_name = zb_docx_xml_child (properties, "pStyle");
  const char *id = style_name != NULL ? zb_ooxml_xml_attribute (style_name, "val") : NULL;
  const ZbDocxStyle *style = zb_docx_styles_lookup (story->styles, id);

  paragraph->style = *style;
  zb_docx_styles_apply (&paragraph->style, properties, NULL);
  /* A list given directly is meant with its first level, whatever level the style has. */
  if (zb_docx_xml_child (zb_docx_xml_child (properties, "numPr"), "numId") != NULL
      && zb_docx_xml_child (zb_docx_xml_child (properties, "numPr"), "ilvl") == NULL)
    paragraph->style.number_level = 0;
  return id;
}

void
zb_docx_paragraph_read (ZbDocxStory *story, const xmlNode *node, ZbDocxParagraph *paragraph) {
  const xmlNode *properties = zb_docx_xml_child (node, "pPr");
  const xmlNode *mark = zb_docx_xml_child (properties, "rPr");
  ZbDocxInline walk = { .story = story };
  const char *style_id = NULL;
  gboolean hidden_mark;

  *paragraph = (ZbDocxParagraph){ .text = g_string_new (NULL), .deferred = g_ptr_array_new () };
  style_id = read_style (story, properties, paragraph);
  walk.text = paragraph->text;
  walk.deferred = paragraph->deferred;
  walk.style = &paragraph->style;
  zb_docx_inline_read (&walk, node);
  paragraph->all_bold = walk.has_text && !walk.has_plain;
  paragraph->joins_next = zb_docx_xml_child (mark, "del") != NULL
                          || zb_docx_xml_child (mark, "moveFrom") != NULL;
  hidden_mark = zb_docx_xml_toggle (mark, "vanish") == 1;
  if (!paragraph->joins_next && (walk.has_text || !hidden_mark))
    paragraph->number = zb_docx_numbering_next (story->numbering, &paragraph->style, style_id);
}

void
zb_docx_paragraph_clear (ZbDocxParagraph *paragraph) {
  g_string_free (paragraph->text, TRUE);
  g_free (paragraph->number);
  g_ptr_array_unref (paragraph->deferred);
}

char *
zb_docx_paragraph_prefix (const char *number, const char *text) {
  gunichar last;

  if (number == NULL || *number == '\0')
    return g_strdup (text);
  last = g_utf8_get_char (g_utf8_prev_char (number + strlen (number)));
  /* A full-width digit must not run into a digit of the text. */
  return g_strconcat (number, zb_character_is_cjk (last) && !g_unichar_isdigit (last) ? "" : " ",
                      text, NULL);
}
