/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-inline.h"

#include <string.h>

#include "docx-formula.h"
#include "docx-symbol.h"
#include "text-fold.h"

static void walk_children (ZbDocxInline *walk, const xmlNode *node);

/* Characters that show nothing would be counted as glyphs and trimmed as space. */
static gboolean
is_invisible (gunichar character) {
  return character == 0xFEFF || character == 0x200B || character == 0xAD
         || (character >= 0x2060 && character <= 0x2064);
}

/* Symbol fonts keep their glyphs in the private use area. */
static gboolean
is_private (gunichar character) {
  return g_unichar_type (character) == G_UNICODE_PRIVATE_USE;
}

static void
append_visible (ZbDocxInline *walk, const char *text) {
  GString *target = walk->text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (is_private (character)) {
      character = zb_docx_symbol_map (walk->font, character);
      walk->story->symbols += is_private (character);
    }
    if (is_invisible (character))
      continue;
    if (g_unichar_isspace (character)) {
      g_string_append_unichar (target, character < 0x20 ? ' ' : character);
      continue;
    }
    g_string_append_unichar (target, character);
    walk->story->document->coverage.glyphs++;
    walk->has_text = TRUE;
    walk->style->contents = walk->style->contents || walk->story->contents > 0;
    walk->has_plain = walk->has_plain || !walk->bold;
  }
}

static void
append_text (ZbDocxInline *walk, const char *text) {
  ZbTextCoverage *coverage = &walk->story->document->coverage;
  gboolean instruction = zb_docx_story_in_instruction (walk->story);

  if (!walk->hidden && !instruction) {
    append_visible (walk, text);
    return;
  }
  coverage->glyphs += zb_text_count_glyphs (text);
  coverage->left_out += zb_text_count_glyphs (text);
  if (instruction && !walk->hidden)
    walk->story->in_instructions += zb_text_count_glyphs (text);
}

static void
append_break (ZbDocxInline *walk, char mark) {
  if (!walk->hidden && !zb_docx_story_in_instruction (walk->story))
    g_string_append_c (walk->text, mark);
}

static void
handle_text (ZbDocxInline *walk, const xmlNode *node) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->content != NULL)
      append_text (walk, (const char *) child->content);
}

static void
handle_tab (ZbDocxInline *walk, const xmlNode *node) {
  append_break (walk, '\t');
}

static void
handle_break (ZbDocxInline *walk, const xmlNode *node) {
  const char *type = zb_ooxml_xml_attribute (node, "type");

  append_break (walk, type == NULL || g_str_equal (type, "textWrapping") ? '\n' : '\f');
}

static void
handle_hyphen (ZbDocxInline *walk, const xmlNode *node) {
  append_text (walk, "\u2011");
}

static void
handle_symbol (ZbDocxInline *walk, const xmlNode *node) {
  const char *code = zb_ooxml_xml_attribute (node, "char");
  guint64 value = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;
  gunichar character = 0;
  char text[8] = { 0 };

  if (value == 0 || value > 0xFFFF || !g_unichar_validate ((gunichar) value))
    return;
  character = zb_docx_symbol_map (zb_ooxml_xml_attribute (node, "font"), (gunichar) value);
  g_unichar_to_utf8 (character, text);
  append_text (walk, text);
}

/* A check box of the old form fields shows no text of its own. */
static void
append_check_box (ZbDocxInline *walk, const xmlNode *field) {
  const xmlNode *data = zb_docx_xml_child (field, "ffData");
  const xmlNode *box = zb_docx_xml_child (data, "checkBox");
  int checked = -1;

  if (box == NULL)
    return;
  checked = zb_docx_xml_toggle (box, "checked");
  if (checked < 0)
    checked = zb_docx_xml_toggle (box, "default");
  append_text (walk, checked == 1 ? "☑" : "☐");
}

static void
handle_field (ZbDocxInline *walk, const xmlNode *node) {
  const char *type = zb_ooxml_xml_attribute (node, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0) {
    append_check_box (walk, node);
    zb_docx_story_open_field (walk->story);
  } else if (g_strcmp0 (type, "separate") == 0) {
    zb_docx_story_begin_result (walk->story);
  } else if (g_strcmp0 (type, "end") == 0) {
    zb_docx_story_close_field (walk->story);
  }
}

static void
handle_instruction (ZbDocxInline *walk, const xmlNode *node) {
  if (node->children != NULL && node->children->content != NULL)
    zb_docx_story_instruct (walk->story, (const char *) node->children->content);
}

static void
handle_note (ZbDocxInline *walk, const xmlNode *node) {
  if (!walk->hidden)
    g_ptr_array_add (walk->story->notes, (gpointer) node);
}

static void
handle_left_out (ZbDocxInline *walk, const xmlNode *node) {
  zb_docx_story_leave_out (walk->story, node);
}

static void
handle_deferred (ZbDocxInline *walk, const xmlNode *node) {
  /* Drawings have paragraphs and tables of their own kind, which are lines here. */
  if (!zb_docx_xml_is (node, (const char *) node->name)) {
    append_break (walk, '\n');
    walk_children (walk, node);
    return;
  }
  if (walk->hidden)
    zb_docx_story_leave_out (walk->story, node);
  else
    g_ptr_array_add (walk->deferred, (gpointer) node);
}

static void
handle_image (ZbDocxInline *walk, const xmlNode *node) {
  walk->story->images++;
  walk_children (walk, node);
}

static void
handle_object (ZbDocxInline *walk, const xmlNode *node) {
  walk->story->objects++;
}

static void
handle_alternate (ZbDocxInline *walk, const xmlNode *node) {
  const xmlNode *branch = zb_docx_xml_branch (node);

  if (branch != NULL)
    walk_children (walk, branch);
}

/* The members of a delimiter: ( … | … ). */
static void
handle_delimiter (ZbDocxInline *walk, const xmlNode *node) {
  gboolean first = TRUE;

  if (!zb_docx_formula_is (node, "d")) {
    walk_children (walk, node);
    return;
  }
  append_text (walk, zb_docx_formula_sign (node, ZB_DOCX_FORMULA_OPENS));
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (!zb_docx_formula_is (child, "e"))
      continue;
    if (!first)
      append_text (walk, zb_docx_formula_sign (node, ZB_DOCX_FORMULA_SEPARATES));
    walk_children (walk, child);
    first = FALSE;
  }
  append_text (walk, zb_docx_formula_sign (node, ZB_DOCX_FORMULA_CLOSES));
}

static void
handle_operator (ZbDocxInline *walk, const xmlNode *node) {
  if (zb_docx_formula_is (node, "nary"))
    append_text (walk, zb_docx_formula_sign (node, ZB_DOCX_FORMULA_OPERATES));
  walk_children (walk, node);
}

/* The letters of a WordArt picture, such as a watermark, are an attribute. */
static void
handle_word_art (ZbDocxInline *walk, const xmlNode *node) {
  const char *text = zb_ooxml_xml_attribute (node, "string");

  if (text != NULL && walk->text->len > 0)
    append_break (walk, '\n');
  if (text != NULL)
    append_text (walk, text);
}

static void
handle_run (ZbDocxInline *walk, const xmlNode *node) {
  const xmlNode *properties = zb_docx_xml_child (node, "rPr");
  const xmlNode *style_name = zb_docx_xml_child (properties, "rStyle");
  const xmlNode *fonts = zb_docx_xml_child (properties, "rFonts");
  const ZbDocxStyle *named = NULL;
  gboolean hidden = walk->hidden, bold = walk->bold;
  ZbDocxStyle style = *walk->style;

  if (style_name != NULL)
    named = zb_docx_styles_lookup_character (walk->story->styles,
                                             zb_ooxml_xml_attribute (style_name, "val"));
  if (named != NULL && named->hidden >= 0)
    style.hidden = named->hidden;
  if (named != NULL && named->bold >= 0)
    style.bold = named->bold;
  if (named != NULL && named->half_points >= 0)
    style.half_points = named->half_points;
  zb_docx_styles_apply (&style, NULL, properties);
  if (!walk->has_text)
    walk->style->half_points = style.half_points;
  walk->hidden = style.hidden == 1;
  walk->bold = style.bold == 1;
  walk->font = fonts != NULL ? zb_ooxml_xml_attribute (fonts, "ascii") : NULL;
  walk_children (walk, node);
  walk->font = NULL;
  walk->hidden = hidden;
  walk->bold = bold;
}

static void
skip (ZbDocxInline *walk, const xmlNode *node) {
}

/* Every element has a handler; an element without one is a wrapper (hyperlink, insertion, content
 * control, smart tag …) and is descended into. */
static const struct {
  const char *name;
  void (*handle) (ZbDocxInline *walk, const xmlNode *node);
} HANDLERS[] = {
  { "AlternateContent", handle_alternate },
  { "blip", handle_image },
  { "br", handle_break },
  { "chart", handle_object },
  { "cr", handle_break },
  { "d", handle_delimiter },
  { "del", handle_left_out },
  { "delText", handle_left_out },
  { "endnoteReference", handle_note },
  { "fldChar", handle_field },
  { "footnoteReference", handle_note },
  { "imagedata", handle_image },
  { "instrText", handle_instruction },
  { "moveFrom", handle_left_out },
  { "nary", handle_operator },
  { "noBreakHyphen", handle_hyphen },
  { "OLEObject", handle_object },
  { "p", handle_deferred },
  { "pPr", skip },
  { "ptab", handle_tab },
  { "r", handle_run },
  { "rPr", skip },
  { "relIds", handle_object },
  { "rt", handle_left_out },
  { "sdtPr", skip },
  { "sym", handle_symbol },
  { "t", handle_text },
  { "tab", handle_tab },
  { "tbl", handle_deferred },
  { "textpath", handle_word_art },
  { "txbxContent", handle_deferred },
};

static void
walk_children (ZbDocxInline *walk, const xmlNode *node) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    guint i = 0;

    if (child->type != XML_ELEMENT_NODE)
      continue;
    while (i < G_N_ELEMENTS (HANDLERS)
           && strcmp (HANDLERS[i].name, (const char *) child->name) != 0)
      i++;
    if (i < G_N_ELEMENTS (HANDLERS))
      HANDLERS[i].handle (walk, child);
    else
      walk_children (walk, child);
  }
}

void
zb_docx_inline_read (ZbDocxInline *walk, const xmlNode *node) {
  walk_children (walk, node);
}
