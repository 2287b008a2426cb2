/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "html-table.h"
#include "text-fold.h"
#include "text-table.h"

/* ── | cell | cell | ── and, as programs write that take the text out of web pages, cell | cell | or cell | cell ── */

typedef enum {
  PIPES_NONE,
  PIPES_AROUND,
  PIPES_BEHIND, /* two of them at least: one may end a line of words */
  PIPES_BETWEEN, /* as many in each line */
} Pipes;

static Pipes
find_pipes (const ZbTextLine *line) {
  g_autofree char *trimmed = NULL;

  if (line == NULL || strchr (line->raw, '|') == NULL)
    return PIPES_NONE;
  trimmed = zb_text_trim (line->raw);
  if (strlen (trimmed) <= 2)
    return PIPES_NONE;
  if (!g_str_has_suffix (trimmed, "|"))
    return trimmed[0] != '|' ? PIPES_BETWEEN : PIPES_NONE;
  if (trimmed[0] == '|')
    return PIPES_AROUND;
  return strchr (trimmed, '|') + 1 < trimmed + strlen (trimmed) ? PIPES_BEHIND : PIPES_NONE;
}

/* | --- | :--: | */
static gboolean
is_separator (const char *raw) {
  return strspn (raw, "|-: \t") == strlen (raw) && strchr (raw, '-') != NULL;
}

static guint
count_pipes (const char *raw) {
  guint count = 0;

  for (const char *p = raw; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else
      count += *p == '|';
  return count;
}

/* Whether @line is a row of the table that begins with @first. A row whose first cell is blank may begin with a pipe,
 * one whose last is blank may end in one. */
static gboolean
goes_on (Pipes pipes, const ZbTextLine *first, const ZbTextLine *line) {
  Pipes found = find_pipes (line);

  if (pipes == PIPES_BETWEEN)
    return line != NULL && count_pipes (line->raw) == count_pipes (first->raw);
  return found == pipes || (pipes == PIPES_BEHIND && found == PIPES_AROUND);
}

static void
add_piece (GPtrArray *row, const char *start, const char *end) {
  g_autofree char *markup = g_strndup (start, (gsize) (end - start));
  g_autofree char *text = zb_text_lines_strip_marks (markup);

  zb_text_row_add (row, text);
}

static GPtrArray *
split_pipes (const char *raw, Pipes pipes) {
  GPtrArray *row = zb_text_row_new ();
  const char *start = pipes == PIPES_AROUND ? strchr (raw, '|') + 1 : raw, *p;

  for (p = start; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '|') {
      add_piece (row, start, p);
      start = p + 1;
    }
  if (pipes == PIPES_BETWEEN)
    add_piece (row, start, p);
  return row;
}

guint
zb_text_pipe_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const ZbTextLine *opening = zb_text_lines_get (source->lines, first);
  Pipes pipes = find_pipes (opening);
  guint index = first;

  for (; pipes != PIPES_NONE && goes_on (pipes, opening, zb_text_lines_get (source->lines, index)); index++) {
    const char *raw = zb_text_lines_get (source->lines, index)->raw;

    if (!is_separator (raw))
      g_ptr_array_add (rows, split_pipes (raw, pipes));
  }
  if (index - first < 2 || rows->len == 0)
    return first;
  zb_text_rows_settle (rows);
  *table = zb_text_rows_build (source, rows, FALSE);
  return *table != NULL ? index : first;
}

/* ── <table> ── */

static xmlNode *
find_table (xmlDoc *document) {
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root; node != NULL; node = zb_html_tree_next (node, root, TRUE))
    if (zb_html_tree_is (node, "table"))
      return node;
  return NULL;
}

static gboolean
contains_tag (const char *text, const char *tag) {
  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p + 1, '<'))
    if (g_ascii_strncasecmp (p, tag, strlen (tag)) == 0)
      return TRUE;
  return FALSE;
}

guint
zb_text_html_table_find (ZbTextSource *source, guint first, ZbTable **table) {
  g_autoptr (GString) markup = g_string_new (NULL);
  const ZbTextLine *line = zb_text_lines_get (source->lines, first);
  xmlDoc *document;
  xmlNode *root;
  guint index = first;
  gboolean closed = FALSE;

  if (line == NULL || first < source->html_tried || !contains_tag (line->raw, "<table"))
    return first;
  while (!closed && (line = zb_text_lines_get (source->lines, index)) != NULL) {
    g_string_append (g_string_append (markup, line->raw), "\n");
    closed = contains_tag (line->raw, "</table");
    index++;
  }
  document = htmlReadMemory (markup->str, (int) MIN (markup->len, G_MAXINT), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR
                                 | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  root = find_table (document);
  if (root != NULL)
    *table = zb_html_table_read (root, &source->cells_left, &source->too_large);
  xmlFreeDoc (document);
  source->html_tried = index;
  return root != NULL && *table != NULL ? index : first;
}
