/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-legacy.h"

#include <string.h>

#include "error.h"
#include "ooxml-flat.h"

/* The entries of the directory of a compound file are 128 bytes long, and its sectors are a
 * multiple of that. The signs of a text format stand in its first lines. */
enum { DIRECTORY_ENTRY_BYTES = 128, HEAD_BYTES = 4096 };

static const guint8 COMPOUND[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

/* In the order of asking: a text document may hold a workbook as an embedded object. */
static const struct {
  const char *stream;
  ZbLegacyKind kind;
  const char *message;
} STREAMS[] = {
  { "WordDocument", ZB_LEGACY_WORD, "a legacy Word document (.doc); save it as .docx" },
  { "MatOST", ZB_LEGACY_WORD, "a Works document (.wps); save it as .docx" },
  { "PowerPoint Document", ZB_LEGACY_OTHER,
    "a legacy PowerPoint presentation (.ppt); save its text as .docx" },
  { "Workbook", ZB_LEGACY_WORKBOOK, "a legacy Excel workbook (.xls); save it as .xlsx" },
  { "Book", ZB_LEGACY_WORKBOOK, "a legacy Excel workbook (.xls); save it as .xlsx" },
};

static const struct {
  const char *start, *sign;
  ZbLegacyKind kind;
  const char *message;
} TEXT_FORMATS[] = {
  { "{\\rtf", "{\\rtf", ZB_LEGACY_RTF, "a Rich Text document (.rtf); save it as .docx" },
  { "<?xml", "Word.Document", ZB_LEGACY_WORD_XML, "a Word 2003 XML document; save it as .docx" },
  { "MIME-Version", "multipart/related", ZB_LEGACY_OTHER,
    "a web archive saved by Word; save it as .docx" },
};

static gboolean
is_compound (GBytes *bytes) {
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length >= sizeof COMPOUND && memcmp (data, COMPOUND, sizeof COMPOUND) == 0;
}

/* The entry of TEXT_FORMATS; their number where @bytes are of none. */
static guint
lookup_text_format (GBytes *bytes) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (data, MIN (length, HEAD_BYTES));
  const char *start = g_str_has_prefix (head, "\xEF\xBB\xBF") ? head + 3 : head;

  /* The other form of "Word XML document" is a package, which is read as it is. */
  if (zb_ooxml_flat_recognize (bytes))
    return G_N_ELEMENTS (TEXT_FORMATS);
  for (guint i = 0; i < G_N_ELEMENTS (TEXT_FORMATS); i++)
    if (g_ascii_strncasecmp (start, TEXT_FORMATS[i].start, strlen (TEXT_FORMATS[i].start)) == 0
        && strstr (start, TEXT_FORMATS[i].sign) != NULL)
      return i;
  return G_N_ELEMENTS (TEXT_FORMATS);
}

gboolean
zb_docx_legacy_recognize (GBytes *bytes) {
  return is_compound (bytes) || lookup_text_format (bytes) < G_N_ELEMENTS (TEXT_FORMATS);
}

/* Whether a directory entry has the ASCII name @name, which is stored as UTF-16LE with its end. */
static gboolean
has_stream (GBytes *bytes, const char *name) {
  gsize length = 0, name_length = strlen (name);
  const guint8 *data = g_bytes_get_data (bytes, &length);
  guint8 wanted[DIRECTORY_ENTRY_BYTES] = { 0 };

  for (gsize i = 0; i < name_length; i++)
    wanted[2 * i] = (guint8) name[i];
  for (gsize at = 0; at + 2 * name_length + 2 <= length; at += DIRECTORY_ENTRY_BYTES)
    if (memcmp (data + at, wanted, 2 * name_length + 2) == 0)
      return TRUE;
  return FALSE;
}

/* The header of a Word document, which stands in the first sector, says whether it is encrypted. */
static gboolean
is_locked_word (GBytes *bytes) {
  enum { HEADER_AT = 512, FLAGS_AT = HEADER_AT + 11 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length > FLAGS_AT && data[HEADER_AT] == 0xEC && data[HEADER_AT + 1] == 0xA5
         && (data[FLAGS_AT] & 1) != 0;
}

static void
explain_compound (GBytes *bytes, GError **error) {
  if (has_stream (bytes, "EncryptedPackage") || is_locked_word (bytes)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_ENCRYPTED,
                 "the document is encrypted: it needs a password");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (STREAMS); i++)
    if (has_stream (bytes, STREAMS[i].stream)) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "%s", STREAMS[i].message);
      return;
    }
  g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED,
               "an OLE compound file that holds no Word document; save its text as .docx");
}

void
zb_docx_legacy_explain (GBytes *bytes, GError **error) {
  if (is_compound (bytes))
    explain_compound (bytes, error);
  else
    g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "%s",
                 TEXT_FORMATS[lookup_text_format (bytes)].message);
}

ZbLegacyKind
zb_docx_legacy_classify (GBytes *bytes) {
  guint format = lookup_text_format (bytes);

  if (!is_compound (bytes))
    return format < G_N_ELEMENTS (TEXT_FORMATS) ? TEXT_FORMATS[format].kind : ZB_LEGACY_NONE;
  if (has_stream (bytes, "EncryptedPackage") || is_locked_word (bytes))
    return ZB_LEGACY_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (STREAMS); i++)
    if (has_stream (bytes, STREAMS[i].stream))
      return STREAMS[i].kind;
  return ZB_LEGACY_OTHER;
}
