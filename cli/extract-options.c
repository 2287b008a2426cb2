/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract-options.h"

#include "colour-option.h"

#define COMMAND "extract"

/* The words as given, before they are checked. */
typedef struct {
  char *format, *stage, *colour;
} Words;

static void
words_clear (Words *words) {
  g_free (words->format);
  g_free (words->stage);
  g_free (words->colour);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char DESCRIPTION[]
  = "Formats:\n"
    "%s\n"
    "Without -o everything goes to standard output, one document after the other: with json\n"
    "as a sequence of objects (as jq reads and writes them), with csv under one header line.\n"
    "With -o each document gets a file of its own, named after the input: report.pdf becomes\n"
    "report.json, and a second report of the same name report-2.json. A file appears under its\n"
    "name only when it is complete.\n"
    "\n"
    "Stages: extract shows the text blocks and tables as read, normalize every quantity found\n"
    "in them, schema the facts alone. They are for eyes (table) unless --format says otherwise.\n"
    "\n"
    "Exit status: 0 done; 1 some documents failed or an output could not be written;\n"
    "2 wrong usage; 3 no document could be read.\n";

static GOptionContext *
new_context (ZbExtractOptions *options, Words *words) {
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->directory,
      "Write one file per document into DIR, creating it", "DIR" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      "json, ndjson, csv or table (default: json)", "FORMAT" },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &words->stage,
      "Stop after extract, normalize or schema", "STAGE" },
    { "excel", 0, 0, G_OPTION_ARG_NONE, &options->emit.excel,
      "csv for Excel: byte order mark, CRLF, codes and formulas guarded", NULL },
    { "evidence", 0, 0, G_OPTION_ARG_NONE, &options->emit.evidence,
      "json: list with each fact what speaks for or against it", NULL },
    { "mentions", 0, 0, G_OPTION_ARG_NONE, &options->emit.mentions,
      "json: add the numbers that no indicator catalogues", NULL },
    ZB_COLOUR_OPTION (&words->colour, "table: "),
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "No warnings, only errors", NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->paths, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = g_option_context_new ("FILE… - turn reports into data");

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  zb_ocr_options_add (&options->ocr, context);
  g_option_context_set_summary (
    context, "Reads PDF, Word, Excel, HTML, hOCR, ALTO, PAGE XML and text files; - is standard input.\n"
             "Older Word, WPS, RTF and Excel files are read through LibreOffice where it is installed.");
  return context;
}

char *
zb_extract_options_print_help (void) {
  g_auto (ZbExtractOptions) options = { 0 };
  g_auto (Words) words = { 0 };
  g_autoptr (GOptionContext) context = new_context (&options, &words);
  g_autoptr (GString) formats = g_string_new (NULL);
  g_autofree char *description = NULL;

  for (const ZbEmitter *emitter = zb_emitters; emitter->name != NULL; emitter++)
    g_string_append_printf (formats, "  %-8s %s\n", emitter->name, emitter->summary);
  description = g_strdup_printf (DESCRIPTION, formats->str);
  g_option_context_set_description (context, description);
  g_set_prgname ("zhibiao " COMMAND);
  return g_option_context_get_help (context, FALSE, NULL);
}

/* Sets emitter, dump and facts_only from the words. */
static ZbExit
choose_output (ZbExtractOptions *options, const Words *words) {
  const char *stage = words->stage;
  const char *format = words->format != NULL ? words->format : stage != NULL ? "table" : "json";

  options->emitter = zb_emitter_lookup (format);
  if (options->emitter == NULL)
    return zb_message_usage (COMMAND, "unknown format '%s'; known are json, ndjson, csv, table",
                             format);
  if (stage == NULL)
    return ZB_EXIT_DONE;
  options->emit.facts_only = TRUE;
  if (g_str_equal (stage, "schema"))
    return ZB_EXIT_DONE;
  if (!g_str_equal (stage, "extract") && !g_str_equal (stage, "normalize"))
    return zb_message_usage (COMMAND, "unknown stage '%s'; known are extract, normalize, schema",
                             stage);
  options->dump = zb_stage_dump_lookup (stage, format);
  if (options->dump == NULL)
    return zb_message_usage (COMMAND, "stage %s cannot be shown as %s", stage, format);
  return ZB_EXIT_DONE;
}

ZbExit
zb_extract_options_parse (ZbExtractOptions *options, char **arguments) {
  g_auto (Words) words = { 0 };
  g_autoptr (GOptionContext) context = new_context (options, &words);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (arguments);
  ZbExit exit;

  if (!g_option_context_parse_strv (context, &rest, &error))
    return zb_message_usage (COMMAND, "%s", error->message);
  if (options->help)
    return ZB_EXIT_DONE;
  options->read = ZB_READ_OPTIONS_DEFAULT;
  exit = zb_ocr_options_apply (&options->ocr, COMMAND, &options->read);
  if (exit == ZB_EXIT_DONE)
    exit = choose_output (options, &words);
  if (exit == ZB_EXIT_DONE)
    exit = zb_colour_option_apply (words.colour, COMMAND, &options->emit.colour);
  if (exit != ZB_EXIT_DONE)
    return exit;
  /* files are no terminal */
  options->emit.colour &= options->directory == NULL || g_strcmp0 (words.colour, "always") == 0;
  if (options->emit.excel && !g_str_equal (options->emitter->name, "csv"))
    return zb_message_usage (COMMAND, "--excel goes with --format csv only");
  if (options->emit.mentions && !g_str_has_suffix (options->emitter->name, "json"))
    return zb_message_usage (COMMAND, "--mentions goes with --format json or ndjson only");
  if (options->emit.evidence && !g_str_has_suffix (options->emitter->name, "json"))
    return zb_message_usage (COMMAND, "--evidence goes with --format json or ndjson only");
  if (options->paths == NULL)
    return zb_message_usage (COMMAND, "no file given");
  return ZB_EXIT_DONE;
}

void
zb_extract_options_clear (ZbExtractOptions *options) {
  g_strfreev (options->paths);
  g_free (options->directory);
  zb_ocr_options_clear (&options->ocr);
}
