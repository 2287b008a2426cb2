/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-name.h"

#include <string.h>

/* File systems take 255 bytes; -2 and the ending follow. */
enum { MAX_NAME_BYTES = 200, LEAST_CHARACTERS = 3, MAX_ENDING = 6 };

static const struct {
  const char *media_type, *ending;
} MEDIA[] = {
  { "application/pdf", ".pdf" },
  { "application/msword", ".doc" },
  { "application/vnd.ms-excel", ".xls" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx" },
  { "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx" },
  { "application/rtf", ".rtf" },
  { "application/zip", ".zip" },
  { "text/html", ".html" },
  { "text/plain", ".txt" },
};

/* Links whose text says only that something is there. */
static const char *const EMPTY_WORDS[] = { "下载", "点击下载", "附件下载", "点击查看", "查看", "附件",
                                           "download", "here", "pdf", "详情", "查看详情" };

/* ".pdf" of "…/report.PDF?x=1"; "" where the last part has no ending. */
static char *
ending_of (const char *name) {
  gsize length = strcspn (name, "?#");
  g_autofree char *path = g_strndup (name, length);
  const char *slash = strrchr (path, '/'), *dot;

  dot = strrchr (slash != NULL ? slash : path, '.');
  if (dot == NULL || strlen (dot) < 2 || strlen (dot) > MAX_ENDING)
    return g_strdup ("");
  for (const char *p = dot + 1; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      return g_strdup ("");
  return g_ascii_strdown (dot, -1);
}

/* Endings of programs that make pages say nothing about what they send. */
static gboolean
is_of_program (const char *ending) {
  static const char *const PROGRAMS[]
    = { ".jsp", ".do", ".php", ".asp", ".aspx", ".action", ".cgi", ".htm", ".shtml", NULL };

  return g_strv_contains (PROGRAMS, ending);
}

char *
zb_fetch_name_promised (const char *address) {
  const char *host = strstr (address, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;
  char *ending = ending_of (path != NULL ? path : "");

  if (!is_of_program (ending))
    return ending;
  g_free (ending);
  return g_strdup ("");
}

/* filename="report.pdf" of Content-Disposition. */
static char *
disposed_ending (const char *disposition) {
  const char *name = disposition != NULL ? strstr (disposition, "filename") : NULL;
  g_autofree char *cut = NULL;

  if (name == NULL)
    return g_strdup ("");
  cut = g_strdup (name);
  cut[strcspn (cut, ";")] = '\0';
  g_strchomp (cut);
  if (g_str_has_suffix (cut, "\""))
    cut[strlen (cut) - 1] = '\0';
  return ending_of (cut);
}

char *
zb_fetch_name_ending (const char *address, const ZbFetchAnswer *answer) {
  g_autofree char *promised = zb_fetch_name_promised (address);
  g_autofree char *disposed = disposed_ending (answer->disposition);
  const char *type = answer->media_type != NULL ? answer->media_type : "";

  if (*promised != '\0')
    return g_steal_pointer (&promised);
  if (*disposed != '\0')
    return g_steal_pointer (&disposed);
  if (answer->body->len > 4 && memcmp (answer->body->data, "%PDF", 4) == 0)
    return g_strdup (".pdf");
  for (guint i = 0; i < G_N_ELEMENTS (MEDIA); i++)
    if (g_ascii_strncasecmp (type, MEDIA[i].media_type, strlen (MEDIA[i].media_type)) == 0)
      return g_strdup (MEDIA[i].ending);
  return g_strdup ("");
}

static gboolean
says_something (const char *text) {
  if (g_utf8_strlen (text, -1) < LEAST_CHARACTERS)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (EMPTY_WORDS); i++)
    if (g_ascii_strcasecmp (text, EMPTY_WORDS[i]) == 0)
      return FALSE;
  return TRUE;
}

/* The last part of the address, unescaped. */
static char *
name_of_address (const char *address) {
  gsize length = strcspn (address, "?#");
  g_autofree char *path = g_strndup (address, length);
  const char *slash = strrchr (path, '/');
  char *plain = g_uri_unescape_string (slash != NULL ? slash + 1 : path, NULL);

  if (plain != NULL && *plain != '\0' && g_utf8_validate (plain, -1, NULL))
    return plain;
  g_free (plain);
  return g_strdup ("document");
}

char *
zb_fetch_name_print (const char *text, const char *address, const char *ending) {
  g_autofree char *base = says_something (text) ? g_strdup (text) : name_of_address (address);
  GString *name = g_string_new (NULL);

  for (const char *p = base; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (name->len + 4 > MAX_NAME_BYTES)
      break;
    if (name->len == 0 && (character == '.' || g_unichar_isspace (character)))
      continue;
    if (strchr ("/\\:*?\"<>|", (int) MIN (character, 0x7F)) != NULL && character < 0x80)
      character = '_';
    else if (g_unichar_iscntrl (character) || g_unichar_isspace (character))
      character = ' ';
    g_string_append_unichar (name, character);
  }
  g_strchomp (name->str);
  name->len = strlen (name->str);
  if (name->len > strlen (ending)
      && g_ascii_strcasecmp (name->str + name->len - strlen (ending), ending) == 0)
    g_string_truncate (name, name->len - strlen (ending));
  if (name->len == 0)
    g_string_append (name, "document");
  g_string_append (name, ending);
  return g_string_free (name, FALSE);
}
