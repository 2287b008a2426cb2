/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-compound.h"

#include <string.h>

#include "error.h"

static const guint8 MAGIC[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

/* The entries of the directory are 128 bytes long, and sectors are a multiple of that. */
enum { DIRECTORY_ENTRY_BYTES = 128 };

/* In the order of asking: a text document may hold a workbook as an embedded object. */
static const struct {
  const char *stream, *message;
} STREAMS[] = {
  { "WordDocument", "a legacy Word document (.doc); save it as .docx" },
  { "PowerPoint Document", "a legacy PowerPoint presentation (.ppt); save its text as .docx" },
  { "Workbook", "a legacy Excel workbook (.xls); save its text as .docx" },
  { "Book", "a legacy Excel workbook (.xls); save its text as .docx" },
};

gboolean
zb_docx_compound_recognize (GBytes *bytes) {
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  return length >= sizeof MAGIC && memcmp (data, MAGIC, sizeof MAGIC) == 0;
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

void
zb_docx_compound_explain (GBytes *bytes, GError **error) {
  if (has_stream (bytes, "EncryptedPackage")) {
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
