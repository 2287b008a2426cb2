/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-package.h"

#define TYPES "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
#define MAIN_TYPE "application/vnd.openxmlformats-officedocument."

static guint
score (const WordPart *parts) {
  g_autoptr (GBytes) bytes = new_archive (parts);

  return zb_docx_reader.recognize (bytes, "report.pdf");
}

static void
test_recognize (void) {
  const WordPart sheet[] = {
    { "[Content_Types].xml", TYPES "<Override PartName='/xl/workbook.xml' ContentType='" MAIN_TYPE
                                   "spreadsheetml.sheet.main+xml'/></Types>" },
    { "_rels/.rels", "<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='" RELATIONSHIP
                     "officeDocument' Target='xl/workbook.xml'/></Relationships>" },
    { "xl/workbook.xml", "<workbook/>" },
    { NULL, NULL },
  };
  const WordPart elsewhere[] = {
    { "[Content_Types].xml", TYPES "<Override PartName='/text/main.xml' ContentType='" MAIN_TYPE
                                   "wordprocessingml.document.main+xml'/></Types>" },
    { "_rels/.rels", "<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='" RELATIONSHIP
                     "officeDocument' Target='/text/../text/main.xml'/></Relationships>" },
    { "text/main.xml",
      "<w:document " WORD_NAMESPACES "><w:body>" P ("文") "</w:body></w:document>" },
    { NULL, NULL },
  };
  const WordPart plain[] = { { "a.txt", "word/ is a folder of other archives" }, { NULL, NULL } };
  g_autoptr (GBytes) text = g_bytes_new_static ("PK is no archive", 16);

  g_assert_cmpuint (score (sheet), ==, 0);
  g_assert_cmpuint (score (plain), ==, 0);
  g_assert_cmpuint (score (elsewhere), ==, 100);
  g_assert_cmpuint (zb_docx_reader.recognize (text, "a.docx"), ==, 0);
}

/* A package whose main part has the content type @type and the bytes @document. */
static GBytes *
new_package_of (const char *type, const char *relationship, const char *document, gsize length) {
  g_autofree char *types = g_strconcat (TYPES "<Override PartName='/word/document.xml' ContentType='",
                                        type, "'/></Types>", NULL);
  g_autofree char *related
      = g_strconcat ("<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='", relationship,
                     "officeDocument' Target='word/document.xml'/></Relationships>", NULL);
  zip_source_t *source = NULL;
  zip_t *archive = open_new_archive (&source);

  add_part (archive, "[Content_Types].xml", types, strlen (types));
  add_part (archive, "_rels/.rels", related, strlen (related));
  add_part (archive, "word/document.xml", document, length);
  return close_archive (archive, source);
}

static void
assert_reads (GBytes *bytes, const char *expected) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document
      = zb_docx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (zb_docx_reader.recognize (bytes, NULL), ==, 100);
  g_assert_cmpstr (text_at (document, 0), ==, expected);
  g_assert_cmpuint (block_at (document, 1)->table->cols, ==, 3);
}

#define BODY P ("文") TBL (TR (TC ("<w:gridSpan w:val='2'/>", "甲") TC ("", "乙")))

/* Templates, documents with macros, and the strict schema, whose names are others. */
static void
test_kinds (void) {
  static const char *const KINDS[] = {
    MAIN_TYPE "wordprocessingml.document.main+xml",
    MAIN_TYPE "wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
  };
  static const char STRICT[]
      = "<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>" BODY
        "</w:body></w:document>";
  g_autofree char *document = new_main_part (BODY);
  g_autoptr (GBytes) strict = new_package_of (
      KINDS[0], "http://purl.oclc.org/ooxml/officeDocument/relationships/", STRICT, strlen (STRICT));

  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++) {
    g_autoptr (GBytes) bytes = new_package_of (KINDS[i], RELATIONSHIP, document, strlen (document));

    assert_reads (bytes, "文");
  }
  assert_reads (strict, "文");
}

/* A part in UTF-16. */
static void
test_utf16 (void) {
  g_autofree char *document = new_main_part (BODY);
  g_autofree char *declared = g_strconcat ("<?xml version='1.0' encoding='UTF-16'?>", document, NULL);
  gsize length = 0;
  g_autofree char *wide = g_convert (declared, -1, "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = new_package_of (MAIN_TYPE "wordprocessingml.document.main+xml",
                                             RELATIONSHIP, wide, length);

  assert_reads (bytes, "文");
}

static void
assert_bytes_fail (GBytes *bytes, ZbError code, const char *word) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = NULL;

  g_assert_cmpuint (zb_docx_reader.recognize (bytes, NULL), >, 0);
  document = zb_docx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_null (document);
  g_assert_error (error, ZB_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, word));
}

/* A compound file with one stream. */
static void
assert_compound_fails (const char *stream, ZbError code, const char *word) {
  guint8 data[1024] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; stream[i] != '\0'; i++)
    data[640 + 2 * i] = (guint8) stream[i];
  bytes = g_bytes_new (data, sizeof data);
  assert_bytes_fail (bytes, code, word);
}

static void
test_legacy (void) {
  const char rtf[] = "{\\rtf1\\ansi}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (rtf, strlen (rtf));

  assert_compound_fails ("EncryptedPackage", ZB_ERROR_ENCRYPTED, "password");
  assert_compound_fails ("WordDocument", ZB_ERROR_UNSUPPORTED, ".docx");
  assert_compound_fails ("Workbook", ZB_ERROR_UNSUPPORTED, "Excel");
  assert_compound_fails ("Other", ZB_ERROR_UNSUPPORTED, "no Word document");
  assert_bytes_fail (bytes, ZB_ERROR_UNSUPPORTED, "Rich Text");
}

static void
test_truncated (void) {
  g_autofree char *document = new_main_part (P ("文"));
  g_autoptr (GBytes) whole = new_word_package (document, NULL);
  g_autoptr (GBytes) half
      = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * 2 / 3);

  assert_bytes_fail (half, ZB_ERROR_CORRUPT, "truncated");
}

static void
test_malformed (void) {
  const ZbReadOptions *options = &ZB_READ_OPTIONS_DEFAULT;
  g_autoptr (GBytes) bytes = new_word_package (
      "<!DOCTYPE w [<!ENTITY a 'aaaa'>]><w:document " WORD_NAMESPACES "><w:body/></w:document>",
      NULL);

  assert_fails ("<w:p>", options, ZB_ERROR_CORRUPT, "malformed");
  assert_fails ("<w:p>&a;</w:p>", options, ZB_ERROR_CORRUPT, "word/document.xml");
  assert_bytes_fail (bytes, ZB_ERROR_CORRUPT, "document type");
}

static void
test_limits (void) {
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;
  g_autofree char *blanks = g_strnfill (3 << 20, ' ');

  assert_fails (blanks, &options, ZB_ERROR_LIMIT, "max_inflate_ratio");
  options.max_inflate_ratio = G_MAXUINT;
  options.max_unpacked_bytes = 1 << 20;
  assert_fails (blanks, &options, ZB_ERROR_LIMIT, "max_unpacked_bytes");
  options.max_zip_entries = 3;
  assert_fails ("", &options, ZB_ERROR_LIMIT, "max_zip_entries");
}

#define FLAT_PART(name, type, contents)                                                            \
  "<pkg:part pkg:name='/" name "' pkg:contentType='application/" type "'><pkg:xmlData>" contents     \
  "</pkg:xmlData></pkg:part>"
#define WORD_TYPE "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

/* A package as one XML file, with @body in its main part; the caller frees it. */
static GBytes *
new_flat_package (const char *body) {
  char *text = g_strconcat (
      "<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?>\n"
      "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
      FLAT_PART ("_rels/.rels", "vnd.openxmlformats-package.relationships+xml",
                 "<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='" RELATIONSHIP
                 "officeDocument' Target='word/document.xml'/></Relationships>")
      "<pkg:part pkg:name='/word/media/a.png'><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>"
      "<pkg:part pkg:name='/Word/Document.xml' pkg:contentType='application/" WORD_TYPE "'>"
      "<pkg:xmlData><w:document " WORD_NAMESPACES "><w:body>", body,
      "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static void
test_flat (void) {
  g_autoptr (GBytes) bytes = new_flat_package (P ("甲") TBL (TR (TC ("", "乙"))));
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) - 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_docx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  g_assert_no_error (error);
  g_assert_cmpstr (text_at (document, 0), ==, "甲");
  g_assert_cmpint (block_at (document, 1)->kind, ==, ZB_BLOCK_TABLE);
  g_assert_cmpuint (zb_docx_reader.recognize (bytes, NULL), ==, 100);
  g_assert_cmpuint (zb_doc_reader.recognize (bytes, NULL), ==, 0);
  g_assert_cmpuint (zb_xlsx_reader.recognize (bytes, NULL), ==, 0);
  g_assert_cmpuint (zb_docx_reader.recognize (cut, NULL), ==, 60);
  g_assert_null (zb_docx_reader.read (cut, &options, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
  g_clear_error (&error);
  options.max_zip_entries = 2;
  g_assert_null (zb_docx_reader.read (bytes, &options, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_LIMIT);
  g_clear_error (&error);
  options.max_xml_depth = 4;
  g_assert_null (zb_docx_reader.read (bytes, &options, &error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_LIMIT);
}

static void
test_depth (void) {
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (body, "<w:sdt>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (body, "</w:sdt>");
  assert_fails (body->str, &options, ZB_ERROR_LIMIT, "max_xml_depth");
}

/* Each level of nested alternatives must cost no more than its size. */
static void
test_nested_alternatives (void) {
  g_autoptr (GString) body = g_string_new ("<w:p><w:r>");
  g_autoptr (ZbDocument) document = NULL;

  for (guint i = 0; i < 55; i++)
    g_string_append (body, "<mc:AlternateContent><mc:Choice Requires='wps'>");
  g_string_append (body, "<w:t>文</w:t>");
  for (guint i = 0; i < 55; i++)
    g_string_append (body, "</mc:Choice></mc:AlternateContent>");
  g_string_append (body, "</w:r></w:p>");
  document = read_body (body->str, NULL);
  g_assert_cmpstr (text_at (document, 0), ==, "文");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/ooxml-package/recognize", test_recognize);
  g_test_add_func ("/extract/ooxml-package/kinds", test_kinds);
  g_test_add_func ("/extract/ooxml-package/utf16", test_utf16);
  g_test_add_func ("/extract/ooxml-package/legacy", test_legacy);
  g_test_add_func ("/extract/ooxml-package/truncated", test_truncated);
  g_test_add_func ("/extract/ooxml-package/malformed", test_malformed);
  g_test_add_func ("/extract/ooxml-package/limits", test_limits);
  g_test_add_func ("/extract/ooxml-package/flat", test_flat);
  g_test_add_func ("/extract/ooxml-package/depth", test_depth);
  g_test_add_func ("/extract/ooxml-package/nested-alternatives", test_nested_alternatives);
  return g_test_run ();
}
