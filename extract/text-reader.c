/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

static guint
recognize (GBytes *bytes, const char *filename) {
  (void) bytes;
  (void) filename;
  return 0;
}

static ZbDocument *
read_document (GBytes *bytes, const ZbReadOptions *options, GError **error) {
  (void) bytes;
  (void) options;
  g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED, "not read");
  return NULL;
}

const ZbReader zb_text_reader = {
  .name = "text",
  .media_type = "application/octet-stream",
  .recognize = recognize,
  .read = read_document,
};
