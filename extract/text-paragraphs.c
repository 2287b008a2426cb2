/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-paragraphs.h"

#include <string.h>

#include "text-fold.h"

/* Recognisers print a paragraph as the page breaks it: line by line, often with an empty line
 * after every printed one. Whether a line goes on is decided in this order:
 *
 *   1. the next line begins like a paragraph of its own            → no
 *   2. the next line begins with what cannot begin one (，, 万元)   → yes
 *   3. the line ends in sentence punctuation                        → no
 *   4. a bracket or quote is open, or the line ends in ，or 、       → yes
 *   5. lines around have a usual width: the line fills it           → yes, else no
 *   6. no usual width: the line is prose (has commas), or is long and the next is prose → yes */

/* So many lines on each side show the usual width; cells of a form have their own. */
#define WINDOW 15

/* A line without punctuation is taken as cut from so many columns on; shorter ones are titles. */
#define SHORTEST_CUT 38

/* What a paragraph begins with shows in so many characters. */
#define LONGEST_BEGINNING 24

/* An open bracket is looked for in so many bytes before the end of the line. */
#define LONGEST_BRACKET 600

/* The numbers of headings, by style; a decimal (2.5) or an amount is none. */
static const char *const NUMBERS[] = {
  "^第[一二三四五六七八九十百]{1,3}(部分|章|节|篇)",
  "^[一二三四五六七八九十]{1,3}[、．.]",
  "^[（(][一二三四五六七八九十]{1,3}[）)][、.．]?",
  "^\\d{1,2}([.．](?!\\d)|[.．](?=20\\d\\d\\s*年)|、)",
  "^[（(]\\d{1,2}[）)][、.．]?",
  "^([①-⑳][、.．]?|\\d{1,2}[)）])",
};

static GRegex *
compile (const char *pattern) {
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, &error);

  if (regex == NULL)
    g_error ("%s: %s", pattern, error->message);
  return regex;
}

static gsize
measure_match (const GRegex *regex, const char *text) {
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  if (!g_regex_match (regex, text, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, &end))
    return 0;
  return (gsize) end;
}

/* The first characters of @text: a match looks at the whole of what it is given. */
static char *
copy_beginning (const char *text) {
  const char *end = text;

  for (guint i = 0; i < LONGEST_BEGINNING && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strndup (text, (gsize) (end - text));
}

gsize
zb_text_paragraphs_measure_number (const char *text, guint *style) {
  static GRegex *regexes[G_N_ELEMENTS (NUMBERS)];
  static gsize ready;
  g_autofree char *beginning = copy_beginning (text);

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++)
      regexes[i] = compile (NUMBERS[i]);
    g_once_init_leave (&ready, 1);
  }
  for (guint i = 0; i < G_N_ELEMENTS (NUMBERS); i++) {
    gsize length = measure_match (regexes[i], beginning);

    if (length > 0) {
      *style = i + 1;
      return length;
    }
  }
  *style = 0;
  return 0;
}

gboolean
zb_text_paragraphs_is_remark (const char *text) {
  static GRegex *regex;
  g_autofree char *trimmed = zb_text_trim (text);
  g_autofree char *beginning = copy_beginning (trimmed);

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex,
        compile ("^(注|备注|说明|附注)\\s*\\d?\\s*[：:]|^(填表人|填报人|填报单位|单位负责人|"
                 "制表人|审核人|联系电话|填报日期)"));
  return g_regex_match (regex, beginning, 0, NULL);
}

gboolean
zb_text_paragraphs_is_start (const char *text) {
  static GRegex *regex;
  guint style;
  g_autofree char *trimmed = zb_text_trim (text);
  g_autofree char *beginning = copy_beginning (trimmed);

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex,
        compile ("^(报告)?附[件表]\\s*\\d*|^(单位|部门|编制单位|部门名称|金额单位)\\s*[（(：:]|"
                 "^公开\\s*\\d+\\s*表|^目\\s*录$"));
  return zb_text_paragraphs_measure_number (beginning, &style) > 0
         || zb_text_paragraphs_is_remark (beginning) || g_regex_match (regex, beginning, 0, NULL);
}

static gunichar
last_character (const char *text) {
  return *text == '\0' ? 0 : g_utf8_get_char (g_utf8_prev_char (text + strlen (text)));
}

static gboolean
is_one_of (gunichar character, const char *set) {
  return character != 0 && g_utf8_strchr (set, -1, character) != NULL;
}

static gboolean
ends_sentence (const char *text) {
  const char *end = text + strlen (text);
  gunichar last = last_character (text);

  while (end > text && is_one_of (last, "”’\"）)》")) {
    end = g_utf8_prev_char (end);
    last = end > text ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
  }
  return is_one_of (last, "。！？!?") || is_one_of (last_character (text), "；：;:");
}

/* Whether a bracket or quotation opened in @text is still open at its end. */
static gboolean
is_open (const char *text) {
  static const char *const PAIRS[][2] = { { "“", "”" }, { "（(", "）)" }, { "《", "》" } };
  gsize length = strlen (text);

  if (length > LONGEST_BRACKET)
    text = g_utf8_find_next_char (text + length - LONGEST_BRACKET, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PAIRS); i++) {
    int depth = 0;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
      gunichar character = g_utf8_get_char (p);

      depth += is_one_of (character, PAIRS[i][0]);
      depth -= depth > 0 && is_one_of (character, PAIRS[i][1]);
    }
    if (depth > 0)
      return TRUE;
  }
  return FALSE;
}

static gint
compare_widths (gconstpointer a, gconstpointer b) {
  return (gint) * (const guint *) a - (gint) * (const guint *) b;
}

/* The printed width around line @index in columns; 0 where lines have no common width. */
static guint
find_usual_width (const GPtrArray *lines, guint index) {
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint usual, near = 0, taken = 0;

  for (guint i = index; i > 0 && taken < WINDOW; i--) {
    const ZbTextLine *line = zb_text_lines_get (lines, i - 1);

    if (!line->blank)
      g_array_append_val (widths, line->width), taken++;
  }
  taken = 0;
  for (guint i = index; i < lines->len && taken <= WINDOW; i++) {
    const ZbTextLine *line = zb_text_lines_get (lines, i);

    if (!line->blank)
      g_array_append_val (widths, line->width), taken++;
  }
  if (widths->len < 6)
    return 0;
  g_array_sort (widths, compare_widths);
  usual = g_array_index (widths, guint, widths->len * 4 / 5);
  for (guint i = 0; i < widths->len; i++) {
    guint width = g_array_index (widths, guint, i);

    near += width * 100 >= usual * 88 && width * 100 <= usual * 110;
  }
  return usual >= 20 && usual <= 160 && near * 5 >= widths->len * 2 ? usual : 0;
}

static gboolean
is_prose (const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_one_of (g_utf8_get_char (p), "，。；、,;"))
      return TRUE;
  return FALSE;
}

/* Whether @next begins with what no paragraph begins with, given the last character before. */
static gboolean
begins_inside (const char *next, gunichar last) {
  static const char *const UNITS[] = { "万元", "亿元", "元", "万", "亿", "%",  "％", "个",
                                       "人",   "户",   "辆", "台", "名", "件", "次", "篇" };

  if (is_one_of (g_utf8_get_char (next), "，。；：、！？）”》％,;)%"))
    return TRUE;
  if (is_one_of (last, "万亿"))
    return g_str_has_prefix (next, "元");
  if (!g_unichar_isdigit (last))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (UNITS); i++)
    if (g_str_has_prefix (next, UNITS[i]))
      return TRUE;
  return FALSE;
}

static gboolean
continues_by_shape (const GPtrArray *lines, guint last, guint next, const char *text) {
  const ZbTextLine *line = zb_text_lines_get (lines, last);
  guint usual = find_usual_width (lines, last);
  guint style;
  gsize number = zb_text_paragraphs_measure_number (text, &style);
  gboolean prose = is_prose (text + number);

  if (usual > 0)
    return line->width * 100 >= usual * (prose ? 75 : 88);
  if (number > 0 || prose)
    return prose && (number == 0 || line->width >= SHORTEST_CUT);
  return line->width >= SHORTEST_CUT && is_prose (zb_text_lines_get (lines, next)->text);
}

gboolean
zb_text_paragraphs_continue (const GPtrArray *lines, guint last, guint next, const char *text) {
  const ZbTextLine *line = zb_text_lines_get (lines, last);
  const ZbTextLine *follower = zb_text_lines_get (lines, next);
  g_autofree char *begin = zb_text_trim (follower->text);
  gunichar end = last_character (text);

  if (line->heading_level > 0 || follower->heading_level > 0 || follower->listed || line->hard_break
      || zb_text_paragraphs_is_start (begin))
    return FALSE;
  if (begins_inside (begin, end))
    return TRUE;
  if (ends_sentence (text)) {
    guint usual = is_one_of (end, "；;") ? find_usual_width (lines, last) : 0;

    return usual > 0 && line->width * 100 >= usual * 96;
  }
  if (is_one_of (end, "，、,—") || is_open (text))
    return TRUE;
  return continues_by_shape (lines, last, next, text);
}

gboolean
zb_text_paragraphs_break_ends (const char *line, const char *next) {
  g_autofree char *trimmed = zb_text_trim (line);
  gsize length = strlen (trimmed);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (trimmed + length)) : 0;
  gunichar first = g_utf8_get_char (next);

  if (first == 0x3000 || first == '\t' || first == 0xA0 || (first == ' ' && next[1] == ' '))
    return TRUE;
  return last != 0 && g_utf8_strchr ("。！？；：!?;:", -1, last) != NULL;
}
