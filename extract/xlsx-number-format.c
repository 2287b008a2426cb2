/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-number-format.h"

#include <string.h>

#include "xlsx-date-format.h"
#include "xlsx-format-code.h"
#include "xlsx-format-sections.h"

static const struct {
  guint id;
  const char *code;
} BUILT_IN[] = {
  { 0, "General" },
  { 1, "0" },
  { 2, "0.00" },
  { 3, "#,##0" },
  { 4, "#,##0.00" },
  { 5, "\"¥\"#,##0;\"¥\"-#,##0" },
  { 6, "\"¥\"#,##0;\"¥\"-#,##0" },
  { 7, "\"¥\"#,##0.00;\"¥\"-#,##0.00" },
  { 8, "\"¥\"#,##0.00;\"¥\"-#,##0.00" },
  { 9, "0%" },
  { 10, "0.00%" },
  { 14, "yyyy/m/d" },
  { 15, "d-mmm-yy" },
  { 16, "d-mmm" },
  { 17, "mmm-yy" },
  { 18, "h:mm AM/PM" },
  { 19, "h:mm:ss AM/PM" },
  { 20, "h:mm" },
  { 21, "h:mm:ss" },
  { 22, "yyyy/m/d h:mm" },
  { 27, "yyyy\"年\"m\"月\"" },
  { 28, "m\"月\"d\"日\"" },
  { 29, "m\"月\"d\"日\"" },
  { 30, "m/d/yy" },
  { 31, "yyyy\"年\"m\"月\"d\"日\"" },
  { 32, "h\"时\"mm\"分\"" },
  { 33, "h\"时\"mm\"分\"ss\"秒\"" },
  { 34, "上午/下午h\"时\"mm\"分\"" },
  { 35, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 36, "yyyy\"年\"m\"月\"" },
  { 37, "#,##0;-#,##0" },
  { 38, "#,##0;-#,##0" },
  { 39, "#,##0.00;-#,##0.00" },
  { 40, "#,##0.00;-#,##0.00" },
  { 41, "#,##0;-#,##0;\"-\"" },
  { 42, "\"¥\"#,##0;\"¥\"-#,##0;\"¥-\"" },
  { 43, "#,##0.00;-#,##0.00;\"-\"" },
  { 44, "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥-\"" },
  { 45, "mm:ss" },
  { 46, "[h]:mm:ss" },
  { 47, "mm:ss" },
  { 49, "@" },
  { 50, "yyyy\"年\"m\"月\"" },
  { 51, "m\"月\"d\"日\"" },
  { 52, "yyyy\"年\"m\"月\"" },
  { 53, "m\"月\"d\"日\"" },
  { 54, "m\"月\"d\"日\"" },
  { 55, "上午/下午h\"时\"mm\"分\"" },
  { 56, "上午/下午h\"时\"mm\"分\"ss\"秒\"" },
  { 57, "yyyy\"年\"m\"月\"" },
  { 58, "m\"月\"d\"日\"" },
};

/* What a section of digits asks for. */
typedef struct {
  guint whole_places; /* digit placeholders before the decimal point */
  guint decimals;     /* behind it */
  int shift;          /* two to the left for each %, three to the right for each scaling comma */
  gboolean separators;
  gboolean is_plain; /* General, @, an exponent or a fraction */
} Digits;

const char *
zb_xlsx_number_format_lookup (guint id) {
  for (guint i = 0; i < G_N_ELEMENTS (BUILT_IN); i++)
    if (BUILT_IN[i].id == id)
      return BUILT_IN[i].code;
  return NULL;
}

static gboolean
is_placeholder (char character) {
  return character == '0' || character == '#' || character == '?';
}

/* A comma between two digits asks for separators, one behind the last digit scales. */
static void
note_comma (Digits *digits, const char *at) {
  if (digits->whole_places == 0)
    return;
  at += strspn (at, ",");
  while (*at == '\\' || *at == '!' || *at == '"') {
    const char *next = zb_xlsx_format_code_take_literal (at, NULL);

    at = next;
  }
  if (is_placeholder (*at) && digits->decimals == 0)
    digits->separators = TRUE;
  else
    digits->shift -= 3;
}

static Digits
measure_digits (const char *section) {
  Digits digits = { 0 };
  gboolean behind_point = FALSE;

  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, NULL);

    if (next != at) {
      at = next;
      continue;
    }
    if (is_placeholder (*at) && behind_point)
      digits.decimals++;
    else if (is_placeholder (*at))
      digits.whole_places++;
    else if (*at == '.')
      behind_point = TRUE;
    else if (*at == '%')
      digits.shift += 2;
    else if (*at == ',')
      note_comma (&digits, at);
    else if (*at == 'E' || *at == 'e' || *at == '/' || *at == '@' || *at == 'G')
      digits.is_plain = TRUE;
    at++;
  }
  return digits;
}

/* Appends the digits that fall to the placeholder that has @after others to its right; the first
 * one takes all that are left. @whole: the digits before the point. */
static void
append_whole (const Digits *digits, const GString *whole, char placeholder, guint after,
              GString *text) {
  gboolean first = after + 1 == digits->whole_places;
  gsize from = first ? whole->len : after + 1;

  if (from > whole->len && placeholder == '0') {
    g_string_append_c (text, '0');
    if (digits->separators && after > 0 && after % 3 == 0)
      g_string_append_c (text, ',');
    return;
  }
  from = first ? MAX (whole->len, after + 1) : from;
  for (gsize position = from; position > after; position--) {
    if (position > whole->len) {
      if (placeholder == '0')
        g_string_append_c (text, '0');
      continue;
    }
    g_string_append_c (text, whole->str[whole->len - position]);
    if (digits->separators && position > 1 && (position - 1) % 3 == 0)
      g_string_append_c (text, ',');
  }
}

/* Appends one digit behind the point. Places that a format leaves open, # and ?, show no zeros at
 * the end. */
static void
append_fraction (const GString *fraction, char placeholder, guint index, GString *text) {
  if (index < fraction->len)
    g_string_append_c (text, fraction->str[index]);
  else if (placeholder == '0')
    g_string_append_c (text, '0');
}

/* Whether a digit stands behind the point at @at; a point alone is not shown. */
static gboolean
shows_fraction (const char *at, const GString *fraction) {
  if (fraction->len > 0)
    return TRUE;
  for (at++; is_placeholder (*at); at++)
    if (*at == '0')
      return TRUE;
  return FALSE;
}

static char *
format_digits (ZbXlsxNumber number, const char *section, const Digits *digits) {
  GString *text = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);
  guint places = 0, decimals = 0;
  gboolean behind_point = FALSE;

  zb_xlsx_number_shift (&number, digits->shift);
  zb_xlsx_number_round (&number, digits->decimals);
  zb_xlsx_number_print (&number, whole, fraction);
  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, text);

    if (next != at) {
      at = next;
      continue;
    }
    if (is_placeholder (*at) && behind_point)
      append_fraction (fraction, *at, decimals++, text);
    else if (is_placeholder (*at))
      append_whole (digits, whole, *at, digits->whole_places - ++places, text);
    else if (*at == '.' && !behind_point) {
      behind_point = TRUE;
      if (shows_fraction (at, fraction))
        g_string_append_c (text, '.');
    } else if (*at != ',') {
      g_string_append_len (text, at, g_utf8_next_char (at) - at);
    }
    at = g_utf8_next_char (at);
  }
  if (number.negative && number.count > 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

/* The bytes of the word for a plain number at @at; 0 where there is none. */
static gsize
measure_general (const char *at) {
  static const char *const WORDS[] = { "General", "G/通用格式" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_ascii_strncasecmp (at, WORDS[i], strlen (WORDS[i])) == 0)
      return strlen (WORDS[i]);
  return 0;
}

/* The number as it is, between what the section writes around it; alone where the section asks for an
 * exponent, a fraction or a text. */
static char *
format_plain (const ZbXlsxNumber *number, const char *section) {
  g_autofree char *plain = zb_xlsx_number_to_text (number);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean general = FALSE;

  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, text);
    gsize length = next == at ? measure_general (at) : 0;

    if (length > 0) {
      g_string_append (text, plain);
      general = TRUE;
    } else if (next == at) {
      length = (gsize) (g_utf8_next_char (at) - at);
      g_string_append_len (text, at, (gssize) length);
    }
    at = next + length;
  }
  return general ? g_string_free (g_steal_pointer (&text), FALSE) : g_steal_pointer (&plain);
}

char *
zb_xlsx_number_format (const char *value, const char *format, gboolean date_1904) {
  g_auto (GStrv) sections = NULL;
  const char *section = NULL;
  char *date = NULL;
  ZbXlsxNumber number;
  Digits digits;

  if (!zb_xlsx_number_parse (value, &number))
    return g_strdup (value);
  sections = zb_xlsx_format_code_split (format);
  section = zb_xlsx_format_sections_choose (sections, &number);
  if (zb_xlsx_date_format_is (section)) {
    date = zb_xlsx_date_format (&number, section, date_1904);
    return date != NULL ? date : zb_xlsx_number_to_text (&number);
  }
  digits = measure_digits (section);
  if (digits.is_plain)
    return format_plain (&number, section);
  return format_digits (number, section, &digits);
}

char *
zb_xlsx_number_format_text (const char *text, const char *format) {
  g_auto (GStrv) sections = zb_xlsx_format_code_split (format != NULL ? format : "");
  const char *section = zb_xlsx_format_sections_find_text (sections);
  GString *shown = NULL;

  if (section == NULL)
    return g_strdup (text);
  shown = g_string_new (NULL);
  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, shown);

    if (next == at && *at == '@')
      g_string_append (shown, text);
    else if (next == at)
      g_string_append_len (shown, at, g_utf8_next_char (at) - at);
    at = next == at ? g_utf8_next_char (at) : next;
  }
  return g_string_free (shown, FALSE);
}
