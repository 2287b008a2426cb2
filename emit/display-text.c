/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display-text.h"

#define ELLIPSIS "…"

/* Direction marks, embeddings, overrides and isolates. */
static gboolean
changes_direction (gunichar character) {
  return character == 0x061C || character == 0x200E || character == 0x200F
         || (character >= 0x202A && character <= 0x202E)
         || (character >= 0x2066 && character <= 0x2069);
}

static gunichar
shown (gunichar character) {
  if (character == '\n' || character == '\t' || character == 0x2028 || character == 0x2029)
    return ' ';
  return g_unichar_iscntrl (character) || changes_direction (character) ? 0xFFFD : character;
}

char *
zb_display_text_clean (const char *text) {
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, shown (g_utf8_get_char (p)));
  return g_string_free (clean, FALSE);
}

static guint
character_width (gunichar character) {
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

guint
zb_display_text_width (const char *text) {
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));
  return width;
}

/* The longest start of @text that takes at most @width columns; its width goes to @taken. */
static const char *
find_end (const char *text, guint width, guint *taken) {
  const char *p = text;

  *taken = 0;
  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    guint next = character_width (g_utf8_get_char (p));

    if (*taken + next > width)
      break;
    *taken += next;
  }
  return p;
}

char *
zb_display_text_fit (const char *text, guint width, gboolean right) {
  GString *fitted = g_string_new (NULL);
  guint taken = zb_display_text_width (text);
  const char *tail = "";

  if (taken <= width) {
    g_string_append (fitted, text);
  } else {
    const char *end = find_end (text, width - 1, &taken);

    g_string_append_len (fitted, text, end - text);
    tail = ELLIPSIS;
    taken++;
  }
  g_string_append (fitted, tail);
  for (; taken < width; taken++)
    right ? g_string_prepend_c (fitted, ' ') : g_string_append_c (fitted, ' ');
  return g_string_free (fitted, FALSE);
}

char *
zb_display_text_take_line (const char **rest, guint width) {
  guint taken;
  const char *end = find_end (*rest, width, &taken);
  g_autofree char *line = NULL;

  if (end == *rest && *end != '\0')
    end = g_utf8_next_char (end);
  line = g_strndup (*rest, (gsize) (end - *rest));
  *rest = end;
  return zb_display_text_fit (line, MAX (width, zb_display_text_width (line)), FALSE);
}
