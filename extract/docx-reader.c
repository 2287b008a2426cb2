/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"


#include "docx-blocks.h"
#include "docx-chunk.h"
#include "docx-legacy.h"
#include "ooxml-package.h"
#include "text-fold.h"

/* The parts of a Word document in the order of reading: the main text, then the notes as the text
 * refers to them, then headers and footers as furniture. */
typedef struct {
  ZbDocxBlocks blocks;
  ZbOoxmlPackage *package; /* borrowed */
  GHashTable *related;     /* the parts that the main one names, by id; borrowed */
  guint chunks;            /* files that the main part took in */
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

static ZbDocument *read_nested (GBytes *bytes, const ZbReadOptions *options, GError **error);

/* Each file that is taken in has limits of its own, so there may not be any number of them. */
enum { MOST_CHUNKS = 256 };

/* The document in @bytes, with what is left of the limits of the one around it. */
static ZbDocument *
read_chunk_bytes (Reading *reading, GBytes *bytes, const char *part, GError **error) {
  const ZbReader *reader = zb_docx_chunk_choose_reader (bytes, part);
  const ZbDocxStory *story = &reading->blocks.story;
  ZbReadOptions options = *story->options;

  if (reader == NULL) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "%s: a part of a format that is not read",
                 part);
    return NULL;
  }
  options.max_cells -= (guint) MIN (story->cells, options.max_cells);
  return reader == &zb_docx_reader ? read_nested (bytes, &options, error)
                                   : reader->read (bytes, &options, error);
}

static guint64
count_cells (const ZbDocument *document) {
  guint64 count = 0;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    count += block->table != NULL ? (guint64) block->table->rows * block->table->cols : 0;
  }
  return count;
}

/* Reads what a w:altChunk takes in; where it cannot be read, the document is read without it. */
static gboolean
read_chunk (gpointer data, const xmlNode *node, GError **error) {
  Reading *reading = data;
  ZbDocxStory *story = &reading->blocks.story;
  const char *id = zb_ooxml_xml_attribute (node, "id");
  const char *part = id != NULL ? g_hash_table_lookup (reading->related, id) : NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ZbDocument) chunk = NULL;

  if (++reading->chunks > MOST_CHUNKS) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_LIMIT, "more than %d files are taken in", MOST_CHUNKS);
    return FALSE;
  }
  if (part != NULL)
    bytes = zb_ooxml_package_load (reading->package, part, &local);
  if (bytes != NULL)
    chunk = read_chunk_bytes (reading, bytes, part, &local);
  if (chunk != NULL) {
    story->cells += count_cells (chunk);
    zb_docx_chunk_append (story->document, chunk);
    return TRUE;
  }
  if (g_error_matches (local, ZB_ERROR, ZB_ERROR_LIMIT)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  zb_diagnostics_add (story->document->diagnostics, ZB_SEVERITY_WARNING, "part_unreadable", 0, "%s",
                      local != NULL ? local->message : "a part that is taken in is not there");
  return TRUE;
}

static gboolean
read_main (Reading *reading, const xmlNode *root, GError **error) {
  gboolean ok = zb_docx_blocks_read (&reading->blocks, root, error);

  reading->blocks.read_chunk = NULL;
  return ok;
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
  if (!read_main (reading, root, error)
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
read_package (ZbOoxmlPackage *package, gboolean nested, const ZbReadOptions *options,
              GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) main_part
      = zb_ooxml_package_parse (package, zb_ooxml_package_main_part (package), error);
  g_autoptr (xmlDoc) styles_part = NULL, numbering_part = NULL;
  g_autoptr (ZbDocxStyles) styles = NULL;
  g_autoptr (ZbDocxNumbering) numbering = NULL;
  g_autoptr (GHashTable) related
      = zb_ooxml_package_map_related (package, zb_ooxml_package_main_part (package));
  Reading reading = { .package = package, .related = related };
  gboolean ok;

  if (main_part == NULL)
    return NULL;
  zb_docx_blocks_init (&reading.blocks, document, options);
  /* A document within a document takes in no third one: nothing says where that would end. */
  reading.blocks.read_chunk = nested ? NULL : read_chunk;
  reading.blocks.chunk_data = &reading;
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
read_nested (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlPackage) package
      = zb_ooxml_package_open (bytes, &ZB_OOXML_WORD, options, error);

  return package != NULL ? read_package (package, TRUE, options, error) : NULL;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbOoxmlPackage) package = NULL;

  if (zb_docx_legacy_recognize (bytes)) {
    zb_docx_legacy_explain (bytes, error);
    return NULL;
  }
  package = zb_ooxml_package_open (bytes, &ZB_OOXML_WORD, options, error);
  return package != NULL ? read_package (package, FALSE, options, error) : NULL;
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
