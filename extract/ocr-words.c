/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ocr-words.h"

#include <string.h>

static const char *const MODES[]
  = { [ZB_OCR_AUTO] = "auto", [ZB_OCR_NEVER] = "never", [ZB_OCR_ALWAYS] = "always" };

gboolean
zb_ocr_words_mode (const char *word, ZbOcrMode *mode) {
  for (guint i = 0; i < G_N_ELEMENTS (MODES); i++)
    if (g_str_equal (word, MODES[i])) {
      *mode = (ZbOcrMode) i;
      return TRUE;
    }
  return FALSE;
}

const char *
zb_ocr_words_print_mode (ZbOcrMode mode) {
  return MODES[mode];
}

gboolean
zb_ocr_words_are_languages (const char *codes) {
  return *codes != '\0'
         && codes[strspn (codes, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_+-")] == '\0';
}
