/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-date-format.h"

#include <string.h>

#include "xlsx-format-code.h"

/* 9999-12-31. */
static const gint64 LAST_DAY = 2958465;
static const gint64 SECONDS_A_DAY = 86400;
/* Excel takes 1900 for a leap year: from this day on its count is one too many. */
static const gint64 AFTER_FALSE_DAY = 60;

typedef struct {
  GDate date;
  gint64 days;
  guint hour, minute, second;
  gboolean half_day; /* the hours count to twelve */
} Moment;

static gsize
measure_half_day (const char *at) {
  static const char *const MARKS[] = { "AM/PM", "A/P", "上午/下午" };

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (g_ascii_strncasecmp (at, MARKS[i], strlen (MARKS[i])) == 0)
      return strlen (MARKS[i]);
  return 0;
}

gboolean
zb_xlsx_date_format_is (const char *section) {
  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, NULL);

    if (next != at) {
      at = next;
      continue;
    }
    if (g_ascii_strncasecmp (at, "General", strlen ("General")) == 0)
      return FALSE;
    if (strchr ("yYmMdDhHsS[", *at) != NULL || measure_half_day (at) > 0
        || g_ascii_strncasecmp (at, "aaa", strlen ("aaa")) == 0)
      return TRUE;
    at++;
  }
  return FALSE;
}

/* Sets the day and the time of day, to the nearest second. */
static gboolean
set_moment (Moment *moment, const ZbXlsxNumber *number, gboolean date_1904) {
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) fraction = g_string_new (NULL);
  gint64 days, seconds;

  if (number->negative || number->point > 8)
    return FALSE;
  zb_xlsx_number_print (number, whole, fraction);
  g_string_append (fraction, "000000000");
  g_string_truncate (fraction, 9);
  days = g_ascii_strtoll (whole->str, NULL, 10);
  seconds = (g_ascii_strtoll (fraction->str, NULL, 10) * SECONDS_A_DAY + 500000000) / 1000000000;
  days += seconds / SECONDS_A_DAY;
  seconds %= SECONDS_A_DAY;
  if (days > LAST_DAY)
    return FALSE;
  if (date_1904)
    g_date_set_dmy (&moment->date, 1, G_DATE_JANUARY, 1904);
  else
    g_date_set_dmy (&moment->date, days > AFTER_FALSE_DAY ? 30 : 31, G_DATE_DECEMBER, 1899);
  g_date_add_days (&moment->date, (guint) days);
  moment->days = days;
  moment->hour = (guint) (seconds / 3600);
  moment->minute = (guint) (seconds / 60 % 60);
  moment->second = (guint) (seconds % 60);
  return TRUE;
}

/* An m stands for minutes behind an hour and before a second. */
static gboolean
is_minute (const char *section, const char *at, gsize length) {
  char before = '\0';

  for (const char *p = section; p < at;) {
    const char *next = zb_xlsx_format_code_take_literal (p, NULL);

    if (next == p && strchr ("yYmMdDhHsS", *p) != NULL)
      before = g_ascii_tolower (*p);
    else if (*p == '[' && next == p)
      before = g_ascii_tolower (p[1]);
    p = next == p ? p + 1 : next;
  }
  if (before == 'h')
    return TRUE;
  for (const char *p = at + length; *p != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (p, NULL);

    if (next == p && strchr ("yYmMdDhHsS", *p) != NULL)
      return g_ascii_tolower (*p) == 's';
    p = next == p ? p + 1 : next;
  }
  return FALSE;
}

static void
append_weekday (const Moment *moment, gsize length, GString *text) {
  static const char *const DAYS[] = { "", "一", "二", "三", "四", "五", "六", "日" };

  g_string_append_printf (text, "%s%s", length > 3 ? "星期" : "周",
                          DAYS[g_date_get_weekday (&moment->date)]);
}

static void
append_month (const Moment *moment, gsize length, GString *text) {
  static const char *const MONTHS[] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  guint month = g_date_get_month (&moment->date);

  if (length >= 3)
    g_string_append (text, MONTHS[month]);
  else
    g_string_append_printf (text, "%0*u", (int) length, month);
}

static void
append_elapsed (const Moment *moment, char unit, GString *text) {
  gint64 hours = moment->days * 24 + moment->hour;

  g_string_append_printf (text, "%" G_GINT64_FORMAT,
                          unit == 'h'   ? hours
                          : unit == 'm' ? hours * 60 + moment->minute
                                        : (hours * 60 + moment->minute) * 60 + moment->second);
}

static void
append_field (const Moment *moment, char letter, gsize length, GString *text) {
  guint hour = moment->half_day ? (moment->hour + 11) % 12 + 1 : moment->hour;
  int width = (int) MIN (length, 2);

  if (letter == 'y' || letter == 'e')
    g_string_append_printf (text, length == 2 ? "%02u" : "%u",
                            length == 2 ? g_date_get_year (&moment->date) % 100u
                                        : g_date_get_year (&moment->date));
  else if (letter == 'd' && length >= 3)
    append_weekday (moment, length, text);
  else if (letter == 'a')
    append_weekday (moment, length, text);
  else
    g_string_append_printf (text, "%0*u", width,
                            letter == 'd'   ? g_date_get_day (&moment->date)
                            : letter == 'h' ? hour
                            : letter == 's' ? moment->second
                                            : moment->minute);
}

/* Takes one placeholder or one plain character at @at; returns what follows. */
static const char *
take_field (const Moment *moment, const char *section, const char *at, GString *text) {
  char letter = g_ascii_tolower (*at);
  gsize length = 1, half_day = measure_half_day (at);

  if (half_day > 0) {
    g_string_append (text, moment->hour < 12 ? "上午" : "下午");
    return at + half_day;
  }
  if (letter == '[') {
    append_elapsed (moment, g_ascii_tolower (at[1]), text);
    return strchr (at, ']') + 1;
  }
  if (letter == '\0' || strchr ("ymdhsea", letter) == NULL) {
    g_string_append_len (text, at, g_utf8_next_char (at) - at);
    return g_utf8_next_char (at);
  }
  while (g_ascii_tolower (at[length]) == letter)
    length++;
  if (letter == 'm' && !is_minute (section, at, length))
    append_month (moment, length, text);
  else
    append_field (moment, letter, length, text);
  /* Fractions of a second are not shown. */
  if (letter == 's' && at[length] == '.' && at[length + 1] == '0')
    length += 1 + strspn (at + length + 1, "0");
  return at + length;
}

char *
zb_xlsx_date_format (const ZbXlsxNumber *number, const char *section, gboolean date_1904) {
  GString *text = NULL;
  Moment moment = { 0 };

  if (!set_moment (&moment, number, date_1904))
    return NULL;
  for (const char *at = section; *at != '\0'; at++)
    moment.half_day = moment.half_day || measure_half_day (at) > 0;
  text = g_string_new (NULL);
  for (const char *at = section; *at != '\0';) {
    const char *next = zb_xlsx_format_code_take_literal (at, text);

    at = next != at ? next : take_field (&moment, section, at, text);
  }
  return g_string_free (text, FALSE);
}
