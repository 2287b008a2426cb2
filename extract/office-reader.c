/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#include "docx-legacy.h"
#include "office-convert.h"

/* Formats that are read through LibreOffice: it turns them into the package formats, and the readers
 * of those do the rest. */

static const ZbOfficeConversion WORD
    = { "a legacy Word document (.doc)", "doc", "docx", "libreoffice-writer-nogui" };
static const ZbOfficeConversion WORD_XML
    = { "a Word 2003 XML document", "xml", "docx", "libreoffice-writer-nogui" };
static const ZbOfficeConversion RTF
    = { "a Rich Text document (.rtf)", "rtf", "docx", "libreoffice-writer-nogui" };
static const ZbOfficeConversion WORKBOOK
    = { "a legacy Excel workbook (.xls)", "xls", "xlsx", "libreoffice-calc-nogui" };

static ZbDocument *
read_converted (GBytes *bytes, const ZbOfficeConversion *conversion, const ZbReader *reader,
                const ZbReadOptions *options, GError **error) {
  g_autoptr (GBytes) converted = zb_office_convert (bytes, conversion, options, error);
  ZbDocument *document = NULL;

  if (converted == NULL)
    return NULL;
  document = reader->read (converted, options, error);
  if (document == NULL) {
    g_prefix_error (error, "converted by LibreOffice: ");
    return NULL;
  }
  zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_INFO, "converted", 0,
                      "%s, read as the .%s that LibreOffice makes of it", conversion->name,
                      conversion->to);
  return document;
}

/* Above what the Word reader bids to refuse these formats. */
static guint
bid (gboolean wanted) {
  return wanted ? 90 : 0;
}

static guint
recognize_word (GBytes *bytes, const char *filename) {
  ZbLegacyKind kind = zb_docx_legacy_classify (bytes);

  return bid (kind == ZB_LEGACY_WORD || kind == ZB_LEGACY_WORD_XML);
}

static guint
recognize_workbook (GBytes *bytes, const char *filename) {
  return bid (zb_docx_legacy_classify (bytes) == ZB_LEGACY_WORKBOOK);
}

static guint
recognize_rtf (GBytes *bytes, const char *filename) {
  return bid (zb_docx_legacy_classify (bytes) == ZB_LEGACY_RTF);
}

static ZbDocument *
read_word (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  gboolean xml = zb_docx_legacy_classify (bytes) == ZB_LEGACY_WORD_XML;

  return read_converted (bytes, xml ? &WORD_XML : &WORD, &zb_docx_reader, options, error);
}

static ZbDocument *
read_workbook (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_converted (bytes, &WORKBOOK, &zb_xlsx_reader, options, error);
}

static ZbDocument *
read_rtf (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  return read_converted (bytes, &RTF, &zb_docx_reader, options, error);
}

const ZbReader zb_doc_reader = {
  .name = "doc",
  .media_type = "application/msword",
  .recognize = recognize_word,
  .read = read_word,
};

const ZbReader zb_xls_reader = {
  .name = "xls",
  .media_type = "application/vnd.ms-excel",
  .recognize = recognize_workbook,
  .read = read_workbook,
};

const ZbReader zb_rtf_reader = {
  .name = "rtf",
  .media_type = "application/rtf",
  .recognize = recognize_rtf,
  .read = read_rtf,
};
