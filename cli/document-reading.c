/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-reading.h"

ZbDocument *
zb_document_reading_run (const char *path, const ZbReadOptions *options) {
  g_autoptr (GError) error = NULL;
  ZbReadOptions read = *options;
  ZbOcrProgress progress;
  ZbDocument *document;

  zb_ocr_progress_begin (&progress, path, &read);
  document = zb_document_read (path, &read, &error);
  zb_ocr_progress_end (&progress);
  if (document == NULL)
    zb_message ("%s", error->message);
  return document;
}

ZbCatalogue *
zb_document_reading_catalogue (void) {
  g_autoptr (GError) error = NULL;
  ZbCatalogue *catalogue = zb_catalogue_new (&error);

  if (catalogue == NULL)
    zb_message ("%s", error->message);
  return catalogue;
}
