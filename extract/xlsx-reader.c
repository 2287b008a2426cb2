/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include "caption-words.h"
#include "ooxml-package.h"
#include "structure.h"
#include "text-fold.h"
#include "xlsx-blocks.h"
#include "xlsx-cell.h"

/* A workbook: its sheets in the order of their tabs, each with its name as furniture. */
typedef struct {
  ZbXlsxStory story;
  ZbOoxmlPackage *package;
  GHashTable *targets; /* id → part */
  GHashTable *seen;    /* parts that were read */
  guint drawings, comments;
} Reading;

static GPtrArray *
diagnostics (const Reading *reading) {
  return reading->story.document->diagnostics;
}

static xmlDoc *
parse_beside (Reading *reading, const char *kind) {
  const char *main_part = zb_ooxml_package_main_part (reading->package);
  g_autoptr (GPtrArray) parts = zb_ooxml_package_list_related (reading->package, main_part, kind);
  g_autoptr (GError) error = NULL;
  xmlDoc *document = NULL;

  if (parts->len == 0)
    return NULL;
  document = zb_ooxml_package_parse (reading->package, g_ptr_array_index (parts, 0), &error);
  if (document == NULL)
    zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_WARNING, "part_unreadable", 0, "%s",
                        error->message);
  return document;
}

static GPtrArray *
read_strings (const xmlDoc *part) {
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);
  const xmlNode *root = part != NULL ? xmlDocGetRootElement (part) : NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (zb_ooxml_xml_is (node, "si"))
      g_ptr_array_add (strings, zb_xlsx_cell_read_rich_text (node));
  return strings;
}

static guint64
count_glyphs (const ZbXlsxSheet *sheet) {
  guint64 glyphs = 0;

  for (guint i = 0; i < sheet->cells->len; i++)
    glyphs += zb_text_count_glyphs (((const ZbXlsxCell *) g_ptr_array_index (sheet->cells, i))->text);
  return glyphs;
}

static void
report_hidden (const Reading *reading, const ZbXlsxSheet *sheet, const char *name) {
  if (sheet->hidden_glyphs > 0)
    zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_INFO, "cells_hidden", 0,
                        "sheet %s: %u hidden rows and %u hidden columns with %" G_GUINT64_FORMAT
                        " characters are left out",
                        name, sheet->hidden_rows, sheet->hidden_cols, sheet->hidden_glyphs);
  if (sheet->covered_glyphs > 0)
    zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_INFO, "cells_covered", 0,
                        "sheet %s: %" G_GUINT64_FORMAT " characters lie under merged cells", name,
                        sheet->covered_glyphs);
}

static gboolean
is_title (const char *text) {
  g_auto (ZbCaptionWords) words = zb_caption_words_read (text);

  return words.is_whole && words.title != NULL;
}

/* Whether a line above the first table of the blocks from @from on is its title. */
static gboolean
prints_title (const ZbDocument *document, guint from) {
  for (guint i = from; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      return zb_captions_count_rows (block->table) > 0;
    if (is_title (block->text))
      return TRUE;
  }
  return FALSE;
}

/* Puts the name of a sheet before its blocks, which begin at @from. It stands on the tab and on no page, so
 * it is furniture, but where the sheet prints no title it is all that says what the table is. */
static void
add_name (Reading *reading, const char *name, guint from) {
  ZbDocument *document = reading->story.document;
  g_autofree char *text = zb_text_trim (name);
  gboolean titles = is_title (text) && !prints_title (document, from);

  document->coverage.glyphs += zb_text_count_glyphs (text);
  if (*text != '\0')
    g_ptr_array_insert (document->blocks, (int) from,
                        zb_block_new (titles ? ZB_BLOCK_PARAGRAPH : ZB_BLOCK_FURNITURE, text, NULL));
}

static gboolean
add_sheet (Reading *reading, const xmlDoc *part, const char *name, gboolean hidden,
           GError **error) {
  g_autoptr (ZbXlsxSheet) sheet = zb_xlsx_sheet_new (&reading->story, part, error);
  guint64 glyphs;

  if (sheet == NULL)
    return FALSE;
  reading->story.document->coverage.left_out += sheet->hidden_glyphs + sheet->covered_glyphs;
  if (!hidden) {
    guint from = reading->story.document->blocks->len;

    report_hidden (reading, sheet, name);
    if (!zb_xlsx_blocks_add (&reading->story, sheet, error))
      return FALSE;
    add_name (reading, name, from);
    return TRUE;
  }
  glyphs = count_glyphs (sheet);
  reading->story.document->coverage.left_out += glyphs;
  zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_INFO, "sheet_hidden", 0,
                      "sheet %s is hidden: %" G_GUINT64_FORMAT " characters are left out", name,
                      glyphs + sheet->hidden_glyphs + sheet->covered_glyphs);
  return TRUE;
}

static void
count_beside (Reading *reading, const char *part) {
  g_autoptr (GPtrArray) drawings = zb_ooxml_package_list_related (reading->package, part, "drawing");
  g_autoptr (GPtrArray) comments
      = zb_ooxml_package_list_related (reading->package, part, "comments");

  reading->drawings += drawings->len;
  reading->comments += comments->len;
}

static gboolean
read_sheet (Reading *reading, const xmlNode *node, GError **error) {
  const char *id = zb_ooxml_xml_attribute (node, "id");
  const char *name = zb_ooxml_xml_attribute (node, "name");
  const char *state = zb_ooxml_xml_attribute (node, "state");
  const char *part = id != NULL ? g_hash_table_lookup (reading->targets, id) : NULL;
  gboolean hidden = state != NULL && !g_str_equal (state, "visible");
  g_autoptr (GError) local = NULL;
  g_autoptr (xmlDoc) document = NULL;

  name = name != NULL ? name : "";
  if (part != NULL && !g_hash_table_add (reading->seen, (gpointer) part))
    return TRUE;
  if (part != NULL)
    document = zb_ooxml_package_parse (reading->package, part, &local);
  if (document == NULL && g_error_matches (local, ZB_ERROR, ZB_ERROR_LIMIT)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (document == NULL) {
    zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_ERROR, "sheet_unreadable", 0,
                        "sheet %s: %s", name,
                        local != NULL ? local->message : "the workbook has no such part");
    return TRUE;
  }
  count_beside (reading, part);
  if (zb_ooxml_xml_is (xmlDocGetRootElement (document), "worksheet"))
    return add_sheet (reading, document, name, hidden, error);
  zb_diagnostics_add (diagnostics (reading), ZB_SEVERITY_WARNING, "object_skipped", 0,
                      "sheet %s is a chart, which is not read", name);
  return TRUE;
}

static void
report_skipped (const Reading *reading) {
  GPtrArray *list = diagnostics (reading);

  if (reading->drawings > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "image_skipped", 0,
                        "pictures, charts and text boxes on %u sheets are not read",
                        reading->drawings);
  if (reading->comments > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_INFO, "comments_left_out", 0,
                        "comments are not part of the printed text");
  if (reading->story.formulas_open > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_WARNING, "formula_without_result", 0,
                        "%u formulas have no stored result; open and save the workbook to have one",
                        reading->story.formulas_open);
  if (reading->story.strings_lost > 0)
    zb_diagnostics_add (list, ZB_SEVERITY_WARNING, "string_missing", 0,
                        "%u cells name a text that the workbook does not hold",
                        reading->story.strings_lost);
}

static gboolean
read_sheets (Reading *reading, const xmlNode *root, GError **error) {
  const xmlNode *sheets = zb_ooxml_xml_child (root, "sheets");

  for (const xmlNode *node = sheets != NULL ? sheets->children : NULL; node != NULL;
       node = node->next)
    if (zb_ooxml_xml_is (node, "sheet") && !read_sheet (reading, node, error))
      return FALSE;
  report_skipped (reading);
  zb_document_count_blocks (reading->story.document);
  return TRUE;
}

static ZbDocument *
read_workbook (ZbOoxmlPackage *package, const ZbReadOptions *options, GError **error) {
  const char *main_part = zb_ooxml_package_main_part (package);
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) workbook = zb_ooxml_package_parse (package, main_part, error);
  g_autoptr (xmlDoc) strings_part = NULL, styles_part = NULL;
  g_autoptr (ZbXlsxStyles) styles = NULL;
  g_autoptr (GPtrArray) strings = NULL;
  g_autoptr (GHashTable) targets = zb_ooxml_package_map_related (package, main_part);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = { .package = package, .targets = targets, .seen = seen };
  const xmlNode *root = NULL, *properties = NULL;

  if (workbook == NULL)
    return NULL;
  reading.story.options = options;
  reading.story.document = document;
  strings_part = parse_beside (&reading, "sharedStrings");
  strings = read_strings (strings_part);
  styles_part = parse_beside (&reading, "styles");
  styles = zb_xlsx_styles_new (styles_part);
  reading.story.strings = strings;
  reading.story.styles = styles;
  root = xmlDocGetRootElement (workbook);
  properties = zb_ooxml_xml_child (root, "workbookPr");
  reading.story.date_1904 = properties != NULL && zb_ooxml_xml_flag (properties, "date1904");
  document->text_origin = ZB_TEXT_ORIGIN_DIGITAL;
  return read_sheets (&reading, root, error) ? g_steal_pointer (&document) : NULL;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlPackage) package
      = zb_ooxml_package_open (bytes, &ZB_OOXML_WORKBOOK, options, error);

  return package != NULL ? read_workbook (package, options, error) : NULL;
}

static guint
recognize (GBytes *bytes, const char *filename) {
  return zb_ooxml_package_recognize (bytes, &ZB_OOXML_WORKBOOK);
}

const ZbReader zb_xlsx_reader = {
  .name = "xlsx",
  .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .recognize = recognize,
  .read = read_document,
};
