/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>
#include <zip.h>

#include "reader.h"

/* Word packages for tests, built in memory. */

#define WORD_NAMESPACES                                                                            \
  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "                        \
  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "                        \
  "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "                 \
  "xmlns:v='urn:schemas-microsoft-com:vml'"
#define RELATIONSHIPS "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'"
#define RELATIONSHIP "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P (text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/>" rows "</w:tbl>"

/* One part of a package; a list of them ends with a NULL name. */
typedef struct {
  const char *name, *contents;
} WordPart;

static inline zip_t *
open_new_archive (zip_source_t **source) {
  zip_error_t error;
  zip_t *archive = NULL;

  zip_error_init (&error);
  *source = zip_source_buffer_create (NULL, 0, 0, &error);
  g_assert_nonnull (*source);
  zip_source_keep (*source);
  archive = zip_open_from_source (*source, ZIP_CREATE | ZIP_TRUNCATE, &error);
  g_assert_nonnull (archive);
  zip_error_fini (&error);
  return archive;
}

/* Adds a part, whose @data must live until the archive is closed. */
static inline void
add_part (zip_t *archive, const char *name, const char *data, gsize length) {
  zip_source_t *part = zip_source_buffer (archive, data, length, 0);

  g_assert_cmpint (zip_file_add (archive, name, part, ZIP_FL_ENC_UTF_8), >=, 0);
}

/* Closes the archive; the caller unrefs its bytes. */
static inline GBytes *
close_archive (zip_t *archive, zip_source_t *source) {
  zip_stat_t stat;
  guint8 *data = NULL;

  g_assert_cmpint (zip_close (archive), ==, 0);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_stat (source, &stat), ==, 0);
  data = g_malloc (stat.size);
  g_assert_cmpint (zip_source_read (source, data, stat.size), ==, (zip_int64_t) stat.size);
  zip_source_close (source);
  zip_source_free (source);
  return g_bytes_new_take (data, stat.size);
}

/* The bytes of an archive of @parts; the caller frees them. */
static inline GBytes *
new_archive (const WordPart *parts) {
  zip_source_t *source = NULL;
  zip_t *archive = open_new_archive (&source);

  for (; parts->name != NULL; parts++)
    add_part (archive, parts->name, parts->contents, strlen (parts->contents));
  return close_archive (archive, source);
}

/* A package with the main part @document and other parts of /word, each under its kind: "styles",
 * "numbering", "footnotes", "header" … The caller frees it. */
static inline GBytes *
new_word_package (const char *document, const WordPart *others) {
  WordPart parts[12] = { { NULL, NULL } };
  char *names[12] = { NULL };
  g_autoptr (GString) related = g_string_new ("<Relationships " RELATIONSHIPS ">");
  guint count = 4;
  GBytes *bytes = NULL;

  for (; others != NULL && others->name != NULL; others++, count++) {
    names[count] = g_strdup_printf ("word/%s.xml", others->name);
    parts[count] = (WordPart){ names[count], others->contents };
    g_string_append_printf (
        related, "<Relationship Id='r%u' Type='" RELATIONSHIP "%s' Target='%s.xml'/>", count,
        others->name, others->name);
  }
  g_string_append (related, "</Relationships>");
  parts[0] = (WordPart){
    "[Content_Types].xml",
    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
    "<Override PartName='/word/document.xml' ContentType='application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
  };
  parts[1] = (WordPart){
    "_rels/.rels",
    "<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='" RELATIONSHIP
    "officeDocument' Target='word/document.xml'/></Relationships>",
  };
  parts[2] = (WordPart){ "word/document.xml", document };
  parts[3] = (WordPart){ "word/_rels/document.xml.rels", related->str };
  bytes = new_archive (parts);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (names[i]);
  return bytes;
}

/* The main part with @body between its tags; the caller frees it. */
static inline char *
new_main_part (const char *body) {
  return g_strconcat ("<w:document " WORD_NAMESPACES "><w:body>", body,
                      "</w:body></w:document>", NULL);
}

/* The document that @body and @others make, checked; the caller frees it. */
static inline ZbDocument *
read_body (const char *body, const WordPart *others) {
  g_autofree char *document = new_main_part (body);
  g_autoptr (GBytes) bytes = new_word_package (document, others);
  g_autoptr (GError) error = NULL;
  ZbDocument *result = NULL;

  g_assert_cmpuint (zb_docx_reader.recognize (bytes, NULL), ==, 100);
  result = zb_docx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (zb_document_check (result, &error));
  g_assert_no_error (error);
  return result;
}

/* The error that reading @body under @options gives. */
static inline void
assert_fails (const char *body, const ZbReadOptions *options, ZbError code, const char *word) {
  g_autofree char *document = new_main_part (body);
  g_autoptr (GBytes) bytes = new_word_package (document, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) result = zb_docx_reader.read (bytes, options, &error);

  g_assert_null (result);
  g_assert_error (error, ZB_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, word));
}

static inline const ZbBlock *
block_at (const ZbDocument *document, guint index) {
  g_assert_cmpuint (index, <, document->blocks->len);
  return g_ptr_array_index (document->blocks, index);
}

static inline const char *
text_at (const ZbDocument *document, guint index) {
  return block_at (document, index)->text;
}
