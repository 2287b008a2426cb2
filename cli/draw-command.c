/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "output-directory.h"
#include "pdf-draw.h"
#include "reader.h"

#define COMMAND "draw"

/* What was asked for, and where the pages of the current document go. */
typedef struct {
  char **paths;
  char *path; /* the folder */
  gboolean help;
  ZbOutputDirectory *directory;
  const char *input; /* borrowed */
} Draw;

static void
draw_clear (Draw *draw) {
  g_strfreev (draw->paths);
  g_free (draw->path);
  g_clear_pointer (&draw->directory, zb_output_directory_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draw, draw_clear)

static GOptionContext *
new_context (Draw *draw) {
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &draw->path,
      "Write the pictures into DIR, creating it", "DIR" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &draw->help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &draw->paths, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  GOptionContext *context = g_option_context_new ("-o DIR FILE… - show what is read from PDF");

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (
    context, "Each page of report.pdf becomes a picture, report-001.png, report-002.png …, with\n"
             "rulings (red), cells (green, those of headers blue), captions and notes (violet),\n"
             "headings (orange), paragraphs (teal) and furniture (grey) drawn over it. The\n"
             "numbers give the reading order.\n"
             "\n"
             "Exit status: 0 done; 1 some documents failed or a picture could not be written;\n"
             "2 wrong usage; 3 no document could be read.\n");
  return context;
}

static char *
print_help (void) {
  g_auto (Draw) draw = { 0 };
  g_autoptr (GOptionContext) context = new_context (&draw);

  g_set_prgname ("zhibiao " COMMAND);
  return g_option_context_get_help (context, FALSE, NULL);
}

static gboolean
write_page (guint page, GBytes *png, gpointer data, GError **error) {
  Draw *draw = data;
  g_autofree char *ending = g_strdup_printf ("-%03u.png", page);
  g_autofree char *path = zb_output_directory_claim (draw->directory, draw->input, ending);
  g_autoptr (ZbOutputFile) file = zb_output_file_new (path, error);

  if (file == NULL
      || !g_output_stream_write_all (zb_output_file_stream (file), g_bytes_get_data (png, NULL),
                                     g_bytes_get_size (png), NULL, NULL, error)) {
    g_prefix_error (error, "%s: ", path);
    return FALSE;
  }
  return zb_output_file_commit (file, error);
}

/* Draws one document; *@read says whether it could be read at all. */
static gboolean
draw_document (Draw *draw, const char *path, gboolean *read) {
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_document_read (path, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_autoptr (GBytes) bytes = NULL;
  char *data = NULL;
  gsize length = 0;

  *read = FALSE;
  if (document == NULL) {
    zb_message ("%s", error->message);
    return FALSE;
  }
  if (!g_str_equal (document->media_type, "application/pdf")) {
    zb_message ("%s: only PDF has pages to draw", path);
    return FALSE;
  }
  if (!g_file_get_contents (path, &data, &length, &error)) {
    zb_message ("%s", error->message);
    return FALSE;
  }
  bytes = g_bytes_new_take (data, length);
  draw->input = path;
  *read = TRUE;
  if (!zb_pdf_draw_pages (bytes, document, write_page, draw, &error)) {
    zb_message ("%s: %s", path, error->message);
    return FALSE;
  }
  return !zb_diagnostics_has_error (document->diagnostics);
}

static ZbExit
draw_documents (Draw *draw) {
  guint count = 0;
  gboolean all = TRUE;

  for (char **path = draw->paths; *path != NULL; path++) {
    gboolean read = FALSE;

    all = draw_document (draw, *path, &read) && all;
    count += read;
  }
  if (count == 0)
    return ZB_EXIT_NOTHING;
  return all ? ZB_EXIT_DONE : ZB_EXIT_PARTLY;
}

static ZbExit
run_draw (char **arguments) {
  g_auto (Draw) draw = { 0 };
  g_autoptr (GOptionContext) context = new_context (&draw);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) rest = g_strdupv (arguments);

  if (!g_option_context_parse_strv (context, &rest, &error))
    return zb_message_usage (COMMAND, "%s", error->message);
  if (draw.help) {
    g_autofree char *help = print_help ();

    return zb_commands_print (help);
  }
  if (draw.paths == NULL)
    return zb_message_usage (COMMAND, "no file given");
  if (draw.path == NULL)
    return zb_message_usage (COMMAND, "no folder given: -o DIR");
  for (char **path = draw.paths; *path != NULL; path++)
    if (g_str_equal (*path, "-"))
      return zb_message_usage (COMMAND, "standard input cannot be drawn");
  draw.directory = zb_output_directory_new (draw.path, draw.paths, &error);
  if (draw.directory == NULL) {
    zb_message ("%s", error->message);
    return ZB_EXIT_PARTLY;
  }
  return draw_documents (&draw);
}

const ZbCommand zb_draw_command = {
  .name = "draw",
  .summary = "show on pictures of the pages what is read from PDF",
  .run = run_draw,
  .print_help = print_help,
};
