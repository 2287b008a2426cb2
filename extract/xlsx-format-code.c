/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-format-code.h"

#include <string.h>

static void
append (GString *text, const char *from, const char *to) {
  if (text != NULL && to > from)
    g_string_append_len (text, from, to - from);
}

static const char *
take_quoted (const char *at, GString *text) {
  const char *end = strchr (at + 1, '"');

  if (end == NULL)
    end = at + strlen (at);
  append (text, at + 1, end);
  return *end == '"' ? end + 1 : end;
}

/* Elapsed time, [h], is a placeholder. */
static gboolean
is_elapsed (const char *at) {
  return strchr ("hHmMsS", at[1]) != NULL && at[1] != '\0'
         && at[1 + strspn (at + 1, "hHmMsS")] == ']';
}

/* A colour, a condition, a script; or a currency sign with its language: [$¥-804]. */
static const char *
take_bracket (const char *at, GString *text) {
  const char *end = strchr (at, ']');

  if (end == NULL)
    return at + strlen (at);
  if (at[1] == '$') {
    const char *sign_end = memchr (at, '-', (gsize) (end - at));

    append (text, at + 2, sign_end != NULL ? sign_end : end);
  }
  return end + 1;
}

const char *
zb_xlsx_format_code_take_literal (const char *at, GString *text) {
  const char *next = *at != '\0' && at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;

  switch (*at) {
  case '"':
    return take_quoted (at, text);
  case '[':
    return is_elapsed (at) ? at : take_bracket (at, text);
  case '\\':
  case '!':
    if (at[1] != '\0')
      append (text, at + 1, next);
    return next;
  case '_':
  case '*':
    return next;
  default:
    return at;
  }
}

char **
zb_xlsx_format_code_split (const char *format) {
  GPtrArray *sections = g_ptr_array_new ();
  const char *start = format, *at = format;

  while (*at != '\0') {
    const char *next = zb_xlsx_format_code_take_literal (at, NULL);

    if (next == at && *at == ';') {
      g_ptr_array_add (sections, g_strndup (start, (gsize) (at - start)));
      start = at + 1;
    }
    at = next == at ? at + 1 : next;
  }
  g_ptr_array_add (sections, g_strdup (start));
  g_ptr_array_add (sections, NULL);
  return (char **) g_ptr_array_free (sections, FALSE);
}
