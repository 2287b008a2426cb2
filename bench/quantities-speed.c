/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast quantities are found: reads the files given, repeats them until there are 50 MB or more,
 * and prints megabytes a second of processor time, for lines one by one and for all as one text. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "quantity.h"

#define BYTES (50 * 1000 * 1000)

static void
report (const char *what, gsize bytes, guint64 found, clock_t started) {
  gint64 microseconds = MAX ((gint64) (clock () - started) * 1000000 / CLOCKS_PER_SEC, 1);

  printf ("%s: %" G_GSIZE_FORMAT " bytes, %" G_GUINT64_FORMAT " quantities, %.1f MB/s\n", what,
          bytes, found, (double) bytes / (double) microseconds);
}

static guint64
count (const char *text) {
  g_autoptr (GPtrArray) quantities = zb_quantities_find (text);

  return quantities->len;
}

int
main (int argc, char **argv) {
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint64 found = 0;
  clock_t started;

  for (int i = 1; i < argc; i++) {
    g_autofree char *contents = NULL;

    if (g_file_get_contents (argv[i], &contents, NULL, NULL)
        && g_utf8_validate (contents, -1, NULL))
      g_string_append (text, contents);
  }
  if (text->len == 0) {
    fputs ("usage: quantities-speed FILE…\n", stderr);
    return 2;
  }
  while (text->len < BYTES)
    g_string_append (text, text->str);
  lines = g_strsplit (text->str, "\n", -1);
  started = clock ();
  for (guint i = 0; lines[i] != NULL; i++)
    found += count (lines[i]);
  report ("by lines", text->len, found, started);
  started = clock ();
  found = count (text->str);
  report ("as a whole", text->len, found, started);
  return 0;
}
