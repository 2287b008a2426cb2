/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#include "docx-compound.h"
#include "docx-package.h"
#include "docx-table.h"
#include "text-fold.h"

/* From the story of a Word document, a tree of paragraphs and tables, to blocks. The main text
 * comes first, then the notes in the order in which the text refers to them, then headers and
 * footers as furniture. */
typedef struct {
  ZbDocxStory story;
  ZbDocxPackage *package; /* borrowed */
  gboolean furniture;     /* headers and footers are being read */
  GString *carried;       /* text of paragraphs whose marks are deleted: it joins the next one */
} Reading;

static gboolean read_blocks (Reading *reading, const xmlNode *node, GError **error);
static gboolean read_paragraph (Reading *reading, const xmlNode *node, GError **error);

static void
add_block (Reading *reading, ZbBlock *block) {
  g_ptr_array_add (reading->story.document->blocks, block);
}

/* Whether a line break inside a paragraph ends what a reader takes for a paragraph: a sentence ends
 * before it, or the next line is indented. Else the line was broken to fit. */
static gboolean
ends_paragraph (const char *line, const char *next) {
  g_autofree char *trimmed = zb_text_trim (line);
  gsize length = strlen (trimmed);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (trimmed + length)) : 0;
  gunichar first = g_utf8_get_char (next);

  if (first == 0x3000 || first == '\t' || (first == ' ' && next[1] == ' '))
    return TRUE;
  return last != 0 && g_utf8_strchr ("。！？；：!?;:", -1, last) != NULL;
}

static ZbBlock *
new_text_block (const Reading *reading, const ZbDocxParagraph *paragraph, gboolean first) {
  int level = paragraph->style.outline_level;
  gboolean heading = first && !reading->furniture && level >= 0 && level < 9
                     && !paragraph->style.contents;
  ZbBlock *block = zb_block_new (reading->furniture ? ZB_BLOCK_FURNITURE
                                 : heading          ? ZB_BLOCK_HEADING
                                                    : ZB_BLOCK_PARAGRAPH,
                                 "", NULL);

  if (heading) {
    block->heading_level = (guint) level + 1;
    block->heading_number = g_strdup (paragraph->number);
  }
  if (paragraph->style.contents && !reading->furniture)
    block->role = ZB_ROLE_CONTENTS;
  block->font_size = paragraph->style.half_points > 0 ? paragraph->style.half_points / 2.0 : 0;
  block->bold = paragraph->all_bold;
  block->centred = paragraph->style.centred == 1;
  return block;
}

/* Adds the lines of one stretch between page breaks. */
static void
add_lines (Reading *reading, const ZbDocxParagraph *paragraph, const char *text, gboolean *first) {
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (ZbBlock) block = NULL;
  const char *previous = NULL;

  for (char **line = lines; *line != NULL; line++) {
    if (zb_text_count_glyphs (*line) == 0)
      continue;
    if (block != NULL && block->kind != ZB_BLOCK_HEADING && ends_paragraph (previous, *line))
      add_block (reading, g_steal_pointer (&block));
    if (block == NULL)
      block = new_text_block (reading, paragraph, *first);
    if (*first && paragraph->number != NULL) {
      g_autofree char *numbered = zb_docx_paragraph_prefix (paragraph->number, *line);

      zb_block_append_line (block, numbered, NULL);
      reading->story.document->coverage.glyphs += zb_text_count_glyphs (paragraph->number);
    } else {
      zb_block_append_line (block, *line, NULL);
    }
    *first = FALSE;
    previous = *line;
  }
  if (block != NULL)
    add_block (reading, g_steal_pointer (&block));
}

static void
add_paragraph (Reading *reading, const ZbDocxParagraph *paragraph) {
  gboolean first = TRUE;
  g_autofree char *text = g_strconcat (reading->carried->str, paragraph->text->str, NULL);
  g_auto (GStrv) stretches = NULL;

  g_string_truncate (reading->carried, 0);
  if (paragraph->joins_next) {
    g_string_assign (reading->carried, text);
    return;
  }
  stretches = g_strsplit (text, "\f", -1);
  for (char **stretch = stretches; *stretch != NULL; stretch++)
    add_lines (reading, paragraph, *stretch, &first);
}

/* Text carried to the end of a story without a paragraph to join. */
static void
flush_carried (Reading *reading) {
  ZbDocxParagraph paragraph = { .text = g_string_new (NULL), .style = { .outline_level = -1 } };

  add_paragraph (reading, &paragraph);
  g_string_free (paragraph.text, TRUE);
}

static void
add_table (Reading *reading, ZbTable *take_table) {
  if (!reading->furniture) {
    add_block (reading, zb_block_new_table (take_table));
    return;
  }
  for (guint i = 0; i < take_table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (take_table->cells, i);

    if (*cell->text != '\0')
      add_block (reading, zb_block_new (ZB_BLOCK_FURNITURE, cell->text, NULL));
  }
  zb_table_free (take_table);
}

static gboolean
read_table (Reading *reading, const xmlNode *node, GError **error) {
  g_autoptr (GPtrArray) nested = g_ptr_array_new ();
  ZbTable *table = NULL;

  flush_carried (reading);
  if (!zb_docx_table_read (&reading->story, node, nested, &table, error))
    return FALSE;
  if (table != NULL)
    add_table (reading, table);
  for (guint i = 0; i < nested->len; i++)
    if (!read_table (reading, g_ptr_array_index (nested, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_deferred (Reading *reading, const GPtrArray *deferred, GError **error) {
  for (guint i = 0; i < deferred->len; i++) {
    const xmlNode *node = g_ptr_array_index (deferred, i);
    gboolean ok = zb_docx_xml_is (node, "tbl") ? read_table (reading, node, error)
                  : zb_docx_xml_is (node, "p") ? read_paragraph (reading, node, error)
                                               : read_blocks (reading, node, error);

    if (!ok)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_paragraph (Reading *reading, const xmlNode *node, GError **error) {
  ZbDocxParagraph paragraph;
  gboolean ok;

  zb_docx_paragraph_read (&reading->story, node, &paragraph);
  add_paragraph (reading, &paragraph);
  ok = read_deferred (reading, paragraph.deferred, error);
  zb_docx_paragraph_clear (&paragraph);
  return ok;
}

static gboolean
read_block (Reading *reading, const xmlNode *node, GError **error) {
  if (zb_docx_xml_is (node, "p"))
    return read_paragraph (reading, node, error);
  if (zb_docx_xml_is (node, "tbl"))
    return read_table (reading, node, error);
  if (zb_docx_xml_is (node, "altChunk"))
    reading->story.objects++;
  else if (zb_docx_xml_is (node, "del") || zb_docx_xml_is (node, "moveFrom"))
    zb_docx_story_leave_out (&reading->story, node);
  else if (strcmp ((const char *) node->name, "AlternateContent") == 0)
    return zb_docx_xml_branch (node) == NULL
           || read_blocks (reading, zb_docx_xml_branch (node), error);
  else if (!zb_docx_xml_is (node, "sdtPr") && !zb_docx_xml_is (node, "sectPr"))
    return read_blocks (reading, node, error);
  return TRUE;
}

static gboolean
read_blocks (Reading *reading, const xmlNode *node, GError **error) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && !read_block (reading, child, error))
      return FALSE;
  return TRUE;
}

/* Reads one story, in which fields and deleted paragraph marks are closed. */
static gboolean
read_story (Reading *reading, const xmlNode *node, GError **error) {
  gboolean ok = read_blocks (reading, node, error);

  flush_carried (reading);
  g_array_set_size (reading->story.fields, 0);
  return ok;
}

/* A part beside the main one; where it cannot be read, the document is read without it. */
static xmlDoc *
parse_beside (Reading *reading, const char *part) {
  g_autoptr (GError) error = NULL;
  xmlDoc *document = zb_docx_package_parse (reading->package, part, &error);

  if (document == NULL)
    zb_diagnostics_add (reading->story.document->diagnostics, ZB_SEVERITY_WARNING,
                        "part_unreadable", 0, "%s", error->message);
  return document;
}

static xmlDoc *
parse_related (Reading *reading, const char *kind) {
  const char *main_part = zb_docx_package_main_part (reading->package);
  g_autoptr (GPtrArray) parts
      = zb_docx_package_list_related (reading->package, main_part, kind);

  return parts->len > 0 ? parse_beside (reading, g_ptr_array_index (parts, 0)) : NULL;
}

/* Reads the notes that the text refers to with elements @reference, and leaves out the others. */
static gboolean
read_notes (Reading *reading, const char *kind, const char *reference, const char *element,
            GError **error) {
  g_autoptr (xmlDoc) part = parse_related (reading, kind);
  g_autoptr (GHashTable) notes = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *references = reading->story.notes;
  guint count = references->len;
  GHashTableIter iterator;
  gpointer left = NULL;

  for (const xmlNode *node = part != NULL ? xmlDocGetRootElement (part)->children : NULL;
       node != NULL; node = node->next)
    if (zb_docx_xml_is (node, element) && zb_docx_xml_attribute (node, "id") != NULL)
      g_hash_table_insert (notes, (gpointer) zb_docx_xml_attribute (node, "id"), (gpointer) node);
  for (guint i = 0; i < count; i++) {
    const xmlNode *from = g_ptr_array_index (references, i);
    const char *id = zb_docx_xml_attribute (from, "id");
    const xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;

    if (note == NULL || !zb_docx_xml_is (from, reference))
      continue;
    g_hash_table_remove (notes, id);
    if (!read_story (reading, note, error))
      return FALSE;
  }
  g_hash_table_iter_init (&iterator, notes);
  while (g_hash_table_iter_next (&iterator, NULL, &left))
    zb_docx_story_leave_out (&reading->story, left);
  return TRUE;
}

static gboolean
read_furniture (Reading *reading, const char *kind, GError **error) {
  const char *main_part = zb_docx_package_main_part (reading->package);
  g_autoptr (GPtrArray) parts
      = zb_docx_package_list_related (reading->package, main_part, kind);

  reading->furniture = TRUE;
  for (guint i = 0; i < parts->len; i++) {
    g_autoptr (xmlDoc) part = parse_beside (reading, g_ptr_array_index (parts, i));

    if (part != NULL && !read_story (reading, xmlDocGetRootElement (part), error))
      return FALSE;
  }
  return TRUE;
}

static void
leave_out_comments (Reading *reading) {
  g_autoptr (xmlDoc) part = parse_related (reading, "comments");
  guint64 before = reading->story.document->coverage.left_out;

  if (part == NULL)
    return;
  zb_docx_story_leave_out (&reading->story, xmlDocGetRootElement (part));
  if (reading->story.document->coverage.left_out > before)
    zb_diagnostics_add (reading->story.document->diagnostics, ZB_SEVERITY_INFO, "comments_left_out",
                        0, "comments are not part of the printed text");
}

/* The other side of the balance: what the blocks hold, counted afresh. */
static void
count_blocks (ZbDocument *document) {
  ZbTextCoverage *coverage = &document->coverage;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_FURNITURE)
      coverage->in_furniture += zb_text_count_glyphs (block->text);
    else if (block->kind != ZB_BLOCK_TABLE)
      coverage->in_blocks += zb_text_count_glyphs (block->text);
    else
      for (guint k = 0; k < block->table->cells->len; k++)
        coverage->in_cells
            += zb_text_count_glyphs (((ZbCell *) g_ptr_array_index (block->table->cells, k))->text);
  }
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
  if (!read_story (reading, root, error)
      || !read_notes (reading, "footnotes", "footnoteReference", "footnote", error)
      || !read_notes (reading, "endnotes", "endnoteReference", "endnote", error)
      || !read_furniture (reading, "header", error) || !read_furniture (reading, "footer", error))
    return FALSE;
  leave_out_comments (reading);
  report_skipped (&reading->story);
  count_blocks (reading->story.document);
  return TRUE;
}

static ZbDocument *
read_package (ZbDocxPackage *package, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocument) document = zb_document_new ();
  g_autoptr (xmlDoc) main_part
      = zb_docx_package_parse (package, zb_docx_package_main_part (package), error);
  g_autoptr (xmlDoc) styles_part = NULL, numbering_part = NULL;
  g_autoptr (ZbDocxStyles) styles = NULL;
  g_autoptr (ZbDocxNumbering) numbering = NULL;
  Reading reading = { .package = package };
  gboolean ok;

  if (main_part == NULL)
    return NULL;
  zb_docx_story_init (&reading.story, document, options);
  reading.carried = g_string_new (NULL);
  styles_part = parse_related (&reading, "styles");
  styles = zb_docx_styles_new (styles_part);
  numbering_part = parse_related (&reading, "numbering");
  numbering = zb_docx_numbering_new (numbering_part, styles);
  reading.story.styles = styles;
  reading.story.numbering = numbering;
  document->text_origin = ZB_TEXT_ORIGIN_DIGITAL;
  ok = read_parts (&reading, xmlDocGetRootElement (main_part), error);
  zb_docx_story_clear (&reading.story);
  g_string_free (reading.carried, TRUE);
  return ok ? g_steal_pointer (&document) : NULL;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  g_autoptr (ZbDocxPackage) package = NULL;

  if (zb_docx_compound_recognize (bytes)) {
    zb_docx_compound_explain (bytes, error);
    return NULL;
  }
  package = zb_docx_package_open (bytes, options, error);
  return package != NULL ? read_package (package, options, error) : NULL;
}

static gboolean
holds (GBytes *bytes, const char *word) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *end = data + length, *p = data;
  gsize word_length = strlen (word);

  while (p != NULL && (gsize) (end - p) >= word_length) {
    if (memcmp (p, word, word_length) == 0)
      return TRUE;
    p = memchr (p + 1, *word, (gsize) (end - p - 1));
  }
  return FALSE;
}

static guint
recognize (GBytes *bytes, const char *filename) {
  g_autoptr (ZbDocxPackage) package = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (zb_docx_compound_recognize (bytes))
    return 80;
  if (length < 4 || memcmp (data, "PK\003\004", 4) != 0)
    return 0;
  package = zb_docx_package_open (bytes, &ZB_READ_OPTIONS_DEFAULT, NULL);
  if (package != NULL)
    return 100;
  return holds (bytes, "word/") ? 60 : 0;
}

const ZbReader zb_docx_reader = {
  .name = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .recognize = recognize,
  .read = read_document,
};
