/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* How recognition is asked for in words. */

/* Reads auto, never or always; FALSE where @word is none of them. */
gboolean zb_ocr_words_mode (const char *word, ZbOcrMode *mode);
/* The reverse; static. */
const char *zb_ocr_words_print_mode (ZbOcrMode mode);

/* Whether @codes are languages as tesseract names them, such as chi_sim+eng. A model is a file, and no code
 * may lead out of its folder. */
gboolean zb_ocr_words_are_languages (const char *codes);

G_END_DECLS
