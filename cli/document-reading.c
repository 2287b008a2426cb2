/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-reading.h"

#include "colour-option.h"

void
zb_reading_options_clear (ZbReadingOptions *options) {
  zb_ocr_options_clear (&options->ocr);
  g_free (options->colour_when);
}

void
zb_reading_options_add (ZbReadingOptions *options, GOptionContext *context) {
  const GOptionEntry entries[] = {
    ZB_COLOUR_OPTION (&options->colour_when, ""),
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "No warnings of reading, only errors", NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "Show this help", NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  zb_ocr_options_add (&options->ocr, context);
}

ZbExit
zb_reading_options_apply (ZbReadingOptions *options, const char *command) {
  ZbExit exit;

  options->read = ZB_READ_OPTIONS_DEFAULT;
  exit = zb_ocr_options_apply (&options->ocr, command, &options->read);
  if (exit != ZB_EXIT_DONE)
    return exit;
  return zb_colour_option_apply (options->colour_when, command, &options->colour);
}

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
