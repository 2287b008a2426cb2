/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"


#include "docx-blocks.h"
#include "docx-legacy.h"
#include "ooxml-package.h"
#include "text-fold.h"

/* The parts of a Word document in the order of reading: the main text, then the notes as the text
 * refers to them, then headers and footers as furniture. */
typedef struct {
  ZbDocxBlocks blocks;
  ZbOoxmlPackage *package; /* borrowed */
} Reading;

/* A part beside the main one; where it cannot be read, the document is read without it. */
static xmlDoc *
parse_beside (Reading *reading, const char *part) {
  g_autoptr (GError) error = NULL;
  xmlDoc *document = zb_ooxml_package_parse (reading->package, part, &error);

  if (document == NULL)
    zb_diagnostics_add (reading->blocks.story.document->diagnostics, ZB_SEVERITY_WARNING,
                        "part_unreadable", 0, "%s", error->message);
  return document;
}

static xmlDoc *
parse_related (Reading *reading, const char *kind) {
  const char *main_part = zb_ooxml_package_main_part (reading->package);
  g_autoptr (GPtrArray) parts
      = zb_ooxml_package_list_related (reading->package, main_part, kind);

  return parts->len > 0 ? parse_beside (reading, g_ptr_array_index (parts, 0)) : NULL;
}

/* Reads the notes that the text refers to with elements @reference, and leaves out the others. */
static gboolean
read_notes (Reading *reading, const char *kind, const char *reference, const char *element,
            GError **error) {
  g_autoptr (xmlDoc) part = parse_related (reading, kind);
  g_autoptr (GHashTable) notes = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *references = reading->blocks.story.notes;
  guint count = references->len;
  GHashTableIter iterator;
  gpointer left = NULL;

  for (const xmlNode *node = part != NULL ? xmlDocGetRootElement (part)->children : NULL;
       node != NULL; node = node->next)
    if (zb_docx_xml_is (node, element) && zb_ooxml_xml_attribute (node, "id") != NULL)
      g_hash_table_insert (notes, (gpointer) zb_ooxml_xml_attribute (node, "id"), (gpointer) node);
  for (guint i = 0; i < count; i++) {
    const xmlNode *from = g_ptr_array_index (references, i);
    const char *id = zb_ooxml_xml_attribute (from, "id");
    const xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;

    if (note == NULL || !zb_docx_xml_is (from, reference))
      continue;
    g_hash_table_remove (notes, id);
    if (!zb_docx_blocks_read (&reading->blocks, note, error))
      return FALSE;
  }
  g_hash_table_iter_init (&iterator, notes);
  while (g_hash_table_iter_next (&iterator, NULL, &left))
    zb_docx_story_leave_out (&reading->blocks.story, left);
  return TRUE;
}

static gboolean
read_furniture (Reading *reading, const char *kind, GError **error) {
  const char *main_part = zb_ooxml_package_main_part (reading->package);
  g_autoptr (GPtrArray) parts
      = zb_ooxml_package_list_related (reading->package, main_part, kind);

  reading->blocks.furniture = TRUE;
  for (guint i = 0; i < parts->len; i++) {
    g_autoptr (xmlDoc) part = parse_beside (reading, g_ptr_array_index (parts, i));

    if (part != NULL && !zb_docx_blocks_read (&reading->blocks, xmlDocGetRootElement (part), error))
      return FALSE;
  }
  return TRUE;
}

static void
report_left_out (Reading *reading) {
  g_autoptr (xmlDoc) comments = parse_related (reading, "comments");
  ZbDocument *document = reading->blocks.story.document;
  guint64 before = document->coverage.left_out;

  if (before > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "text_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters are deleted, hidden or never displayed",
                        before);
  if (comments != NULL)
    zb_docx_story_leave_out (&reading->blocks.story, xmlDocGetRootElement (comments));
  if (document->coverage.left_out > before)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "comments_left_out", 0,
                        "comments are not part of the printed text");
}

static void
report_skipped (const ZbDocxStory *story) {
  GPtrArray *diagnostics = story->document->diagnostics;

  if (story->images > 0)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_INFO, "image_skipped", 0,
                        "%u images are not read", story->images);
  if (story->objects > 0)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_WARNING, "object_skipped", 0,
                        "%u embedded charts, diagrams or documents are not read", story->objects);
  if (story->symbols > 0)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_INFO, "symbol_unknown", 0,
                        "%u characters of symbol fonts are not known", story->symbols);
  if (story->in_instructions > 0)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_WARNING, "field_text_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters stand in fields that have no result",
                        story->in_instructions);
}

static gboolean
read_parts (Reading *reading, const xmlNode *root, GError **error) {
  if (!zb_docx_blocks_read (&reading->blocks, root, error)
      || !read_notes (reading, "footnotes", "footnoteReference", "footnote", error)
      || !read_notes (reading, "endnotes", "endnoteReference", "endnote", error)
      || !read_furniture (reading, "header", error) || !read_furniture (reading, "footer", error))
    return FALSE;
  report_left_out (reading);
  report_skipped (&reading->blocks.story);
  zb_document_count_blocks (reading->blocks.story.document);
  return TRUE;
}

static ZbDocument *
read_package (ZbOoxmlPackage *package, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) main_part
      = zb_ooxml_package_parse (package, zb_ooxml_package_main_part (package), error);
  g_autoptr (xmlDoc) styles_part = NULL, numbering_part = NULL;
  g_autoptr (ZbDocxStyles) styles = NULL;
  g_autoptr (ZbDocxNumbering) numbering = NULL;
  Reading reading = { .package = package };
  gboolean ok;

  if (main_part == NULL)
    return NULL;
  zb_docx_blocks_init (&reading.blocks, document, options);
  styles_part = parse_related (&reading, "styles");
  styles = zb_docx_styles_new (styles_part);
  numbering_part = parse_related (&reading, "numbering");
  numbering = zb_docx_numbering_new (numbering_part, styles);
  reading.blocks.story.styles = styles;
  reading.blocks.story.numbering = numbering;
  document->text_origin = ZB_TEXT_ORIGIN_DIGITAL;
  ok = read_parts (&reading, xmlDocGetRootElement (main_part), error);
  zb_docx_blocks_clear (&reading.blocks);
  return ok ? g_steal_pointer (&document) : NULL;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlPackage) package = NULL;

  if (zb_docx_legacy_recognize (bytes)) {
    zb_docx_legacy_explain (bytes, error);
    return NULL;
  }
  package = zb_ooxml_package_open (bytes, &ZB_OOXML_WORD, options, error);
  return package != NULL ? read_package (package, options, error) : NULL;
}

static guint
recognize (GBytes *bytes, const char *filename) {
  return zb_docx_legacy_recognize (bytes) ? 80 : zb_ooxml_package_recognize (bytes, &ZB_OOXML_WORD);
}

const ZbReader zb_docx_reader = {
  .name = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .recognize = recognize,
  .read = read_document,
};
