/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include <string.h>

#include "docx-legacy.h"
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

static gboolean
is_heading (const Reading *reading, const ZbDocxParagraph *paragraph) {
  int level = paragraph->style.outline_level;

  return !reading->furniture && level >= 0 && level < 9 && !paragraph->style.contents;
}

/* Adds a block with @text, unless that is empty; only the @first block of a paragraph may be a
 * heading. */
static void
add_text (Reading *reading, const ZbDocxParagraph *paragraph, const char *text, gboolean first) {
  gboolean heading = first && is_heading (reading, paragraph);
  ZbBlock *block = NULL;

  if (*text == '\0')
    return;
  block = zb_block_new (reading->furniture ? ZB_BLOCK_FURNITURE
                        : heading          ? ZB_BLOCK_HEADING
                                           : ZB_BLOCK_PARAGRAPH,
                        text, NULL);
  if (heading) {
    block->heading_level = (guint) paragraph->style.outline_level + 1;
    block->heading_number = g_strdup (paragraph->number);
  }
  if (paragraph->style.contents && !reading->furniture)
    block->role = ZB_ROLE_CONTENTS;
  block->font_size = paragraph->style.half_points > 0 ? paragraph->style.half_points / 2.0 : 0;
  block->bold = paragraph->all_bold;
  block->centred = paragraph->style.centred == 1;
  g_ptr_array_add (reading->story.document->blocks, block);
}

/* Adds the lines of one stretch between page breaks. */
static void
add_lines (Reading *reading, const ZbDocxParagraph *paragraph, const char *text, gboolean *first) {
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  const char *previous = NULL;

  for (char **line = lines; *line != NULL; line++) {
    if (zb_text_count_glyphs (*line) == 0)
      continue;
    if (previous != NULL && !(*first && is_heading (reading, paragraph))
        && ends_paragraph (previous, *line)) {
      add_text (reading, paragraph, joined->str, *first);
      g_string_truncate (joined, 0);
      *first = FALSE;
    }
    if (*first && previous == NULL && paragraph->number != NULL) {
      g_autofree char *numbered = zb_docx_paragraph_prefix (paragraph->number, *line);

      zb_text_append_line (joined, numbered);
      reading->story.document->coverage.glyphs += zb_text_count_glyphs (paragraph->number);
    } else {
      zb_text_append_line (joined, *line);
    }
    previous = *line;
  }
  add_text (reading, paragraph, joined->str, *first);
  *first = *first && previous == NULL;
}

static void
add_paragraph (Reading *reading, const ZbDocxParagraph *paragraph) {
  gboolean first = TRUE;
  g_auto (GStrv) stretches = NULL;

  g_string_append (reading->carried, paragraph->text->str);
  if (paragraph->joins_next)
    return;
  stretches = g_strsplit (reading->carried->str, "\f", -1);
  g_string_truncate (reading->carried, 0);
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
  GPtrArray *blocks = reading->story.document->blocks;

  if (!reading->furniture) {
    g_ptr_array_add (blocks, zb_block_new_table (take_table));
    return;
  }
  for (guint i = 0; i < take_table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (take_table->cells, i);

    if (*cell->text != '\0')
      g_ptr_array_add (blocks, zb_block_new (ZB_BLOCK_FURNITURE, cell->text, NULL));
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
  zb_docx_story_close_fields (&reading->story);
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
report_left_out (Reading *reading) {
  g_autoptr (xmlDoc) comments = parse_related (reading, "comments");
  ZbDocument *document = reading->story.document;
  guint64 before = document->coverage.left_out;

  if (before > 0)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "text_left_out", 0,
                        "%" G_GUINT64_FORMAT " characters are deleted, hidden or never displayed",
                        before);
  if (comments != NULL)
    zb_docx_story_leave_out (&reading->story, xmlDocGetRootElement (comments));
  if (document->coverage.left_out > before)
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "comments_left_out", 0,
                        "comments are not part of the printed text");
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
  report_left_out (reading);
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

  if (zb_docx_legacy_recognize (bytes)) {
    zb_docx_legacy_explain (bytes, error);
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
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (zb_docx_legacy_recognize (bytes))
    return 80;
  if (length < 4 || memcmp (data, "PK\003\004", 4) != 0)
    return 0;
  package = zb_docx_package_open (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  if (package != NULL)
    return 100;
  if (g_error_matches (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED))
    return 0;
  /* Damaged or over a limit: the names of the entries still tell what it was. */
  return holds (bytes, "word/") ? 60 : 0;
}

const ZbReader zb_docx_reader = {
  .name = "docx",
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .recognize = recognize,
  .read = read_document,
};
