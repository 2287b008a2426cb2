/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* RTLD_DEFAULT */
#include "scan-recogniser.h"

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tesseract/capi.h>

/* Raised whenever a page could come out otherwise than before: kept pages then count no more. */
enum { REVISION = 27 };
/* White around a line, as a share of its height: at an edge the recogniser sees strokes. A bare line
 * is all line, with its margin. */
static const double MARGIN = 0.3, BARE_MARGIN = 0.15;
/* What a number is made of. */
static const char NUMBER_CHARACTERS[] = "0123456789.,-%()";
/* What a code is made of. */
static const char CODE_CHARACTERS[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
/* The model that reads digits best. */
static const char NUMBER_LANGUAGE[] = "eng";

struct ZbScanRecogniser {
  TessBaseAPI *text, *numbers;
  ZbScanAlphabet alphabet; /* of `numbers` */
};

/* Tesseract shares each line out to threads that cost more than they bring; pages are recognised in
 * parallel instead. Its OpenMP may be any, so its switch is looked up. */
static void
use_one_thread (void) {
  void (*set_levels) (int) = NULL;

  *(void **) &set_levels = dlsym (RTLD_DEFAULT, "omp_set_max_active_levels");
  if (set_levels != NULL)
    set_levels (0);
}

/* The Debian packages of @languages: chi_sim is in tesseract-ocr-chi-sim. */
static char *
print_packages (const char *languages) {
  g_auto (GStrv) names = g_strsplit (languages, "+", -1);
  GString *packages = g_string_new (NULL);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *package = g_strdelimit (g_strdup (*name), "_", '-');

    g_string_append_printf (packages, "%stesseract-ocr-%s", name == names ? "" : " ", package);
  }
  return g_string_free (packages, FALSE);
}

/* Whether standard error is the null device already. */
static gboolean
is_error_output_null (void) {
  struct stat output, null;

  return fstat (STDERR_FILENO, &output) == 0 && stat ("/dev/null", &null) == 0
         && S_ISCHR (output.st_mode) && output.st_rdev == null.st_rdev;
}

static TessBaseAPI *
open_model (const char *languages, GError **error) {
  TessBaseAPI *model = TessBaseAPICreate ();
  g_autofree char *packages = print_packages (languages);

  /* The library would create the file that it names, which a confined worker may not; there it is of no use. */
  if (!is_error_output_null ())
    TessBaseAPISetVariable (model, "debug_file", "/dev/null");
  if (TessBaseAPIInit2 (model, NULL, languages, OEM_LSTM_ONLY) == 0) {
    /* print is dark here; the library would read what it is unsure of a second time as light print */
    TessBaseAPISetVariable (model, "tessedit_do_invert", "0");
    return model;
  }
  TessBaseAPIDelete (model);
  g_set_error (error, ZB_ERROR, ZB_ERROR_UNSUPPORTED,
               "tesseract has no model for %s (Debian: %s); pages that are pictures are not read",
               languages, packages);
  return NULL;
}

ZbScanRecogniser *
zb_scan_recogniser_new (const char *languages, GError **error) {
  g_autoptr (ZbScanRecogniser) recogniser = g_new0 (ZbScanRecogniser, 1);

  use_one_thread ();
  setMsgSeverity (L_SEVERITY_NONE);
  recogniser->text = open_model (languages, error);
  if (recogniser->text == NULL)
    return NULL;
  recogniser->numbers = open_model (NUMBER_LANGUAGE, error);
  if (recogniser->numbers == NULL)
    return NULL;
  return g_steal_pointer (&recogniser);
}

void
zb_scan_recogniser_free (ZbScanRecogniser *recogniser) {
  g_clear_pointer (&recogniser->text, TessBaseAPIDelete);
  g_clear_pointer (&recogniser->numbers, TessBaseAPIDelete);
  g_free (recogniser);
}

char *
zb_scan_recogniser_print_settings (const char *languages) {
  return g_strdup_printf ("zhibiao pages %u, tesseract %s, %s, %s", REVISION, TessVersion (),
                          languages, NUMBER_LANGUAGE);
}

/* The line with white around it; *@scale: pixels of the cut for one of the page, *@margin: of the
 * cut. */
static PIX *
cut_line (PIX *grey, const ZbScanLine *line, const ZbScanView *view, double *scale, int *margin) {
  const ZbScanBox *box = &line->box;
  BOX *clip = boxCreate (box->x0 - 1, box->y0 - 1, box->x1 - box->x0 + 2, box->y1 - box->y0 + 2);
  g_autoptr (PIX) cut = pixClipRectangle (grey, clip, NULL);
  g_autoptr (PIX) scaled = NULL;

  boxDestroy (&clip);
  if (cut == NULL)
    return NULL;
  *scale = view->height > 0 ? view->height * line->lines / (box->y1 - box->y0) : 1;
  scaled = *scale != 1 ? pixScale (cut, (float) *scale, (float) *scale) : pixClone (cut);
  if (scaled == NULL)
    return NULL;
  *margin = 4 + (int) ((view->bare ? BARE_MARGIN : MARGIN) * pixGetHeight (scaled) / line->lines);
  return pixAddBorder (scaled, *margin, 255);
}

/* Appends the characters of one symbol of the recogniser. */
static void
add_symbol (GArray *symbols, const char *text, double confidence, const ZbScanBox *box, gboolean first) {
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    ZbScanSymbol symbol = { g_utf8_get_char (at), confidence, *box, first && at == text, FALSE };

    if (!g_unichar_isspace (symbol.character))
      g_array_append_val (symbols, symbol);
  }
}

static GArray *
collect_symbols (TessBaseAPI *model, const ZbScanLine *line, double scale, int margin) {
  GArray *symbols = g_array_new (FALSE, FALSE, sizeof (ZbScanSymbol));
  TessResultIterator *at = TessBaseAPIGetIterator (model);

  if (at == NULL)
    return symbols;
  do {
    const TessPageIterator *page = TessResultIteratorGetPageIteratorConst (at);
    char *text = TessResultIteratorGetUTF8Text (at, RIL_SYMBOL);
    int x0, y0, x1, y1;

    if (text != NULL && g_utf8_validate (text, -1, NULL)
        && TessPageIteratorBoundingBox (page, RIL_SYMBOL, &x0, &y0, &x1, &y1)) {
      ZbScanBox box = { line->box.x0 + (int) ((x0 - margin) / scale),
                        line->box.y0 + (int) ((y0 - margin) / scale),
                        line->box.x0 + (int) ((x1 - margin) / scale),
                        line->box.y0 + (int) ((y1 - margin) / scale) };

      add_symbol (symbols, text, TessResultIteratorConfidence (at, RIL_SYMBOL) / 100, &box,
                  TessPageIteratorIsAtBeginningOf (page, RIL_WORD));
    }
    TessDeleteText (text);
  } while (TessResultIteratorNext (at, RIL_SYMBOL));
  TessResultIteratorDelete (at);
  return symbols;
}

/* The model for @alphabet, restricted to it. */
static TessBaseAPI *
choose_model (ZbScanRecogniser *recogniser, ZbScanAlphabet alphabet) {
  if (alphabet == ZB_SCAN_TEXT)
    return recogniser->text;
  if (recogniser->alphabet != alphabet)
    TessBaseAPISetVariable (recogniser->numbers, "tessedit_char_whitelist",
                            alphabet == ZB_SCAN_CODES ? CODE_CHARACTERS : NUMBER_CHARACTERS);
  recogniser->alphabet = alphabet;
  return recogniser->numbers;
}

GArray *
zb_scan_recogniser_read (ZbScanRecogniser *recogniser, PIX *grey, const ZbScanLine *line,
                         const ZbScanView *view) {
  TessBaseAPI *model = choose_model (recogniser, view->alphabet);
  double scale = 1;
  int margin = 0;
  g_autoptr (PIX) cut = cut_line (grey, line, view, &scale, &margin);
  GArray *symbols = NULL;

  if (cut == NULL)
    return g_array_new (FALSE, FALSE, sizeof (ZbScanSymbol));
  TessBaseAPISetPageSegMode (model, line->lines > 1 ? PSM_SINGLE_BLOCK
                                    : view->bare    ? PSM_RAW_LINE : PSM_SINGLE_LINE);
  TessBaseAPISetImage2 (model, cut);
  TessBaseAPISetSourceResolution (model, 300);
  if (TessBaseAPIRecognize (model, NULL) == 0)
    symbols = collect_symbols (model, line, scale, margin);
  TessBaseAPIClear (model);
  return symbols != NULL ? symbols : g_array_new (FALSE, FALSE, sizeof (ZbScanSymbol));
}
