/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-format-sections.h"

#include <string.h>

#include "xlsx-format-code.h"

static gboolean
is_text_section (const char *section) {
  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, NULL);

    if (next == at && *at == '@')
      return TRUE;
    at = next == at ? at + 1 : next;
  }
  return FALSE;
}

const char *
zb_xlsx_format_sections_find_text (char **sections) {
  guint count = g_strv_length (sections);

  if (count >= 4)
    return sections[3];
  return count > 0 && is_text_section (sections[count - 1]) ? sections[count - 1] : NULL;
}

/* The condition of a section, [>=100]: FALSE where it has none. */
static gboolean
read_condition (const char *section, const ZbXlsxNumber *number, gboolean *holds) {
  for (const char *at = strchr (section, '['); at != NULL; at = strchr (at + 1, '[')) {
    gsize length = strspn (at + 1, "<>=");
    const char *end = strchr (at, ']');
    g_autofree char *limit = NULL;
    ZbXlsxNumber bound;
    int order;

    if (length == 0 || end == NULL || end < at + 1 + length)
      continue;
    limit = g_strndup (at + 1 + length, (gsize) (end - at - 1) - length);
    if (!zb_xlsx_number_parse (limit, &bound))
      continue;
    order = zb_xlsx_number_compare (number, &bound);
    if (length == 2 && at[1] == '<' && at[2] == '>')
      *holds = order != 0;
    else
      *holds = (order < 0 && at[1] == '<') || (order > 0 && at[1] == '>')
               || (order == 0 && at[length] == '=');
    return TRUE;
  }
  return FALSE;
}

/* Whether the section colours its numbers and says nothing of their sign: the colour alone tells it. */
static gboolean
shows_sign_by_colour (const char *section) {
  static const char *const SIGNS[] = { "-", "(", "（", "－", "−", "负", "△", "▲" };
  g_autoptr (GString) shown = g_string_new (NULL);
  const char *digits = section;

  while (*digits == '[' && strchr (digits, ']') != NULL && strchr ("<>=$", digits[1]) == NULL)
    digits = strchr (digits, ']') + 1;
  for (const char *at = digits; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, shown);

    if (next == at)
      g_string_append_c (shown, *at++);
    else
      at = next;
  }
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (strstr (shown->str, SIGNS[i]) != NULL)
      return FALSE;
  return digits != section;
}

/* The section of @count for @number, and without the sign that the section itself shows. */
static const char *
choose_section (char **sections, guint count, ZbXlsxNumber *number) {
  gboolean holds = FALSE, negative = number->negative && number->count > 0;

  if (count == 1)
    return sections[0];
  for (guint i = 0; i + 1 < count || i == 0; i++) {
    gboolean explicit = read_condition (sections[i], number, &holds);

    if (!explicit && i == 0)
      holds = count == 2 ? !negative : number->count > 0 && !negative;
    else if (!explicit)
      holds = negative;
    if (!holds)
      continue;
    if (negative && i == 1)
      number->negative = shows_sign_by_colour (sections[i]);
    return sections[i];
  }
  if (count == 2 && negative)
    number->negative = shows_sign_by_colour (sections[count - 1]);
  return sections[count - 1];
}

const char *
zb_xlsx_format_sections_choose (char **sections, ZbXlsxNumber *number) {
  guint count = g_strv_length (sections);

  if (count > 1 && count < 4 && zb_xlsx_format_sections_find_text (sections) != NULL)
    count--;
  return choose_section (sections, MIN (count, 3), number);
}
