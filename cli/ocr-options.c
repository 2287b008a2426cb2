/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ocr-options.h"

#include <stdio.h>
#include <unistd.h>

#include "ocr-words.h"

void
zb_ocr_options_clear (ZbOcrOptions *options) {
  g_free (options->when);
  g_free (options->languages);
}

void
zb_ocr_options_add (ZbOcrOptions *options, GOptionContext *context) {
  const GOptionEntry entries[] = {
    { "ocr", 0, 0, G_OPTION_ARG_STRING, &options->when,
      "Recognise pages that are pictures: auto, never, or always, whatever text they have", "WHEN" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->languages,
      "Languages of recognition, as tesseract names them (default: chi_sim)", "CODES" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

ZbExit
zb_ocr_options_apply (const ZbOcrOptions *options, const char *command, ZbReadOptions *read) {
  if (options->when != NULL && !zb_ocr_words_mode (options->when, &read->ocr))
    return zb_message_usage (command, "--ocr is auto, never or always, not '%s'", options->when);
  if (options->languages == NULL)
    return ZB_EXIT_DONE;
  if (!zb_ocr_words_are_languages (options->languages))
    return zb_message_usage (command, "--language takes codes such as chi_sim+eng, not '%s'",
                             options->languages);
  read->languages = options->languages;
  return ZB_EXIT_DONE;
}

/* Seconds left at the rate so far, as 3 min or 40 s. */
static char *
print_rest (const ZbOcrProgress *progress, guint done, guint all, double *rate) {
  double seconds = (double) (g_get_monotonic_time () - progress->begun) / G_USEC_PER_SEC, left;

  *rate = seconds > 0 ? (done - progress->known) / seconds : 0;
  if (*rate <= 0)
    return g_strdup ("…");
  left = (all - done) / *rate;
  return left >= 90 ? g_strdup_printf ("%.0f min", left / 60) : g_strdup_printf ("%.0f s", left);
}

static void
show (guint done, guint all, gpointer data) {
  ZbOcrProgress *progress = data;
  double rate = 0;
  g_autofree char *rest = NULL;

  if (progress->begun == 0) {
    progress->begun = g_get_monotonic_time ();
    progress->known = done;
  }
  rest = print_rest (progress, done, all, &rate);
  fprintf (stderr, "\r\033[K%s: %u of %u pages recognised, %.2f pages/s, %s left", progress->path,
           done, all, rate, rest);
  fflush (stderr);
}

void
zb_ocr_progress_begin (ZbOcrProgress *progress, const char *path, ZbReadOptions *read) {
  *progress = (ZbOcrProgress){ .path = path, .begun = 0 };
  read->progress = isatty (STDERR_FILENO) ? show : NULL;
  read->progress_data = progress;
}

void
zb_ocr_progress_end (ZbOcrProgress *progress) {
  if (progress->begun != 0)
    fprintf (stderr, "\r\033[K");
}
