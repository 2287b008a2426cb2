/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-cell.h"

#include <string.h>

#include "xlsx-number-format.h"

const char *
zb_xlsx_cell_parse_reference (const char *reference, guint *row, guint *col) {
  guint letters = 0, digits = 0;
  const char *at = reference;

  at += *at == '$';
  for (; g_ascii_isalpha (*at) && letters <= ZB_XLSX_MAX_COLS; at++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*at) - 'A') + 1;
  at += *at == '$';
  for (; g_ascii_isdigit (*at) && digits <= ZB_XLSX_MAX_ROWS; at++)
    digits = digits * 10 + (guint) (*at - '0');
  if (letters == 0 || letters > ZB_XLSX_MAX_COLS || digits == 0 || digits > ZB_XLSX_MAX_ROWS)
    return NULL;
  *row = digits - 1;
  *col = letters - 1;
  return at;
}

/* The code of an escape such as _x000D_ at @at; -1 where there is none. */
static gint
read_escape (const char *at) {
  gint code = 0;

  if (at[0] != '_' || at[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return -1;
    code = code * 16 + g_ascii_xdigit_value (at[i]);
  }
  return at[6] == '_' ? code : -1;
}

/* Appends @content, in which Excel writes characters that XML cannot hold as _xHHHH_. */
static void
append_escaped (GString *text, const char *content) {
  for (const char *at = content; *at != '\0'; at++) {
    gint code = read_escape (at);

    if (code < 0) {
      g_string_append_c (text, *at);
      continue;
    }
    if (code != '\r' && code != 0 && (code < 0xD800 || code > 0xDFFF))
      g_string_append_unichar (text, (gunichar) code);
    at += 6;
  }
}

static void
append_content (GString *text, const xmlNode *node) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->content != NULL
        && (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE))
      append_escaped (text, (const char *) child->content);
}

char *
zb_xlsx_cell_read_rich_text (const xmlNode *node) {
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    const xmlNode *run = zb_ooxml_xml_is (child, "r") ? zb_ooxml_xml_child (child, "t") : NULL;

    if (zb_ooxml_xml_is (child, "t"))
      append_content (text, child);
    else if (run != NULL)
      append_content (text, run);
  }
  return g_string_free (text, FALSE);
}

static char *
read_shared (ZbXlsxStory *story, const char *index) {
  char *end = NULL;
  guint64 place = g_ascii_strtoull (index, &end, 10);

  if (end == index || place >= story->strings->len) {
    story->strings_lost++;
    return g_strdup ("");
  }
  return g_strdup (g_ptr_array_index (story->strings, place));
}

char *
zb_xlsx_cell_read_text (ZbXlsxStory *story, const xmlNode *node, const ZbXlsxStyle *style) {
  const char *type = zb_ooxml_xml_attribute (node, "t");
  const xmlNode *value = zb_ooxml_xml_child (node, "v"), *inline_text = NULL;
  g_autoptr (GString) stored = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (g_strcmp0 (type, "inlineStr") == 0) {
    inline_text = zb_ooxml_xml_child (node, "is");
    text = inline_text != NULL ? zb_xlsx_cell_read_rich_text (inline_text) : g_strdup ("");
    return zb_xlsx_number_format_text (text, style->format);
  }
  if (value != NULL)
    append_content (stored, value);
  if (stored->len == 0) {
    story->formulas_open += zb_ooxml_xml_child (node, "f") != NULL && value == NULL;
    return g_strdup ("");
  }
  if (g_strcmp0 (type, "s") == 0) {
    text = read_shared (story, stored->str);
    return zb_xlsx_number_format_text (text, style->format);
  }
  if (g_strcmp0 (type, "str") == 0)
    return zb_xlsx_number_format_text (stored->str, style->format);
  if (g_strcmp0 (type, "b") == 0)
    return g_strdup (g_str_equal (stored->str, "0") ? "FALSE" : "TRUE");
  if (g_strcmp0 (type, "e") == 0 || g_strcmp0 (type, "d") == 0)
    return g_strdup (stored->str);
  return zb_xlsx_number_format (stored->str, style->format, story->date_1904);
}
