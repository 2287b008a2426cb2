/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-lines.h"

#include <string.h>

#include "text-fold.h"
#include "text-head-words.h"

enum {
  SHORTEST_HEAD = 16, /* places */
  LEAST_PAGES = 3,    /* that it stands at the head of */
};

static void
line_free (gpointer data) {
  ZbTextLine *line = data;

  g_free (line->raw);
  g_free (line->text);
  g_free (line);
}

/* The length of a character tag at @p such as <b>, </sub> or <span class="x">; 0 for none. */
static gsize
measure_tag (const char *p, gboolean *is_break) {
  static const char *const TAGS[]
      = { "b", "strong", "i", "em", "u", "sub", "sup", "span", "font", "br", "p", "div", "center" };
  const char *name = p + 1 + (p[1] == '/');
  gsize length = 0;
  const char *end;

  while (g_ascii_isalpha (name[length]))
    length++;
  if (length == 0 || name[length] == '\0' || strchr (" />", name[length]) == NULL)
    return 0;
  end = name + length + strcspn (name + length, ">\n");
  if (*end != '>')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (TAGS); i++)
    if (strlen (TAGS[i]) == length && g_ascii_strncasecmp (name, TAGS[i], length) == 0) {
      *is_break = g_str_equal (TAGS[i], "br");
      return (gsize) (end + 1 - p);
    }
  return 0;
}

/* The length of an entity at @p, whose character goes to @character; 0 for none. */
static gsize
measure_entity (const char *p, gunichar *character) {
  static const struct {
    const char *name;
    gunichar character;
  } ENTITIES[] = {
    { "&nbsp;", ' ' },    { "&amp;", '&' },   { "&lt;", '<' },
    { "&gt;", '>' },      { "&quot;", '"' },  { "&emsp;", 0x3000 },
    { "&ensp;", 0x2002 }, { "&le;", 0x2264 }, { "&ge;", 0x2265 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ENTITIES); i++)
    if (g_str_has_prefix (p, ENTITIES[i].name)) {
      *character = ENTITIES[i].character;
      return strlen (ENTITIES[i].name);
    }
  return 0;
}

/* Whether exactly two asterisks stand at @p; a longer run is a masked number, not a mark. */
static gboolean
is_bold_mark (const char *start, const char *p) {
  return p[0] == '*' && p[1] == '*' && p[2] != '*' && (p == start || p[-1] != '*');
}

static guint
count_bold_marks (const char *text) {
  guint count = 0;

  for (const char *p = text; (p = strstr (p, "**")) != NULL;) {
    count += is_bold_mark (text, p);
    p += strspn (p, "*");
  }
  return count;
}

char *
zb_text_lines_strip_marks (const char *markup) {
  GString *text = g_string_sized_new (strlen (markup));
  guint marks = count_bold_marks (markup) & ~1u; /* a mark without partner is text */
  const char *p = markup;

  while (*p != '\0') {
    gboolean is_break = FALSE;
    gunichar character = 0;
    gsize length = *p == '<' ? measure_tag (p, &is_break) : 0;

    if (length == 0 && *p == '&')
      length = measure_entity (p, &character);
    if (length == 0 && marks > 0 && is_bold_mark (markup, p)) {
      marks--;
      length = 2;
    }
    if (length == 0 && p[0] == '\\' && p[1] != '\0' && strchr ("*_.#-+()[]|<>", p[1]) != NULL)
      length = 1, character = (guchar) p[1], p++;
    if (character != 0)
      g_string_append_unichar (text, character);
    else if (is_break)
      g_string_append_c (text, '\n');
    else if (length == 0)
      g_string_append_c (text, *p);
    p += MAX (length, 1);
  }
  return g_string_free (text, FALSE);
}

static guint
measure_width (const char *text) {
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += zb_character_is_cjk (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

/* - 3 -, — 3 —, 第 3 页, 第 3 页 共 9 页, 3/9: a page number by its form alone; a bare number only
 * by what stands around it. */
static gboolean
is_page_number (const char *text, gboolean *bare) {
  static GRegex *decorated, *plain;
  g_autofree char *folded = zb_text_fold (text);

  if (strlen (folded) > 40)
    return FALSE;
  if (g_once_init_enter (&plain)) {
    decorated = g_regex_new (
        "^(-+\\d{1,4}-+|第\\d{1,4}页([,/]?共\\d{1,4}页)?|page\\d{1,4}(of\\d{1,4})?)$",
        G_REGEX_OPTIMIZE, 0, NULL);
    g_once_init_leave (&plain, g_regex_new ("^\\d{1,3}$", G_REGEX_OPTIMIZE, 0, NULL));
  }
  *bare = g_regex_match (plain, folded, 0, NULL);
  return *bare || g_regex_match (decorated, folded, 0, NULL);
}

static gboolean
is_whole_bold (const char *trimmed) {
  gsize length = strlen (trimmed);

  return length > 4 && g_str_has_prefix (trimmed, "**") && g_str_has_suffix (trimmed, "**")
         && count_bold_marks (trimmed) == 2;
}

/* An image reference names a file that is not here. */
static gboolean
is_image (const char *trimmed) {
  if (g_ascii_strncasecmp (trimmed, "<img ", 5) == 0)
    return strcspn (trimmed, ">") == strlen (trimmed) - 1;
  return g_str_has_prefix (trimmed, "![") && strstr (trimmed, "](") != NULL
         && g_str_has_suffix (trimmed, ")");
}

static ZbTextLine *
new_line (const char *start, gsize length) {
  ZbTextLine *line = g_new0 (ZbTextLine, 1);
  const char *p;
  gsize marks;
  g_autofree char *trimmed = NULL;

  line->raw = g_strndup (start, length);
  trimmed = zb_text_trim (line->raw);
  line->blank = *trimmed == '\0';
  p = line->raw;
  marks = strspn (p, "#");
  if (marks > 0 && marks <= 6 && p[marks] == ' ') {
    line->heading_level = (guint) marks;
    p += marks + 1;
  } else if (g_str_has_prefix (p, "- ") || g_str_has_prefix (p, "* ")) {
    line->listed = TRUE;
    p += 2;
  }
  line->bold = is_whole_bold (trimmed + (line->heading_level > 0 ? strspn (trimmed, "# ") : 0));
  line->hard_break
      = !line->blank && g_str_has_suffix (line->raw, "  ") && !g_str_has_suffix (line->raw, "   ");
  line->text = zb_text_lines_strip_marks (p);
  g_free (g_steal_pointer (&trimmed));
  trimmed = zb_text_trim (line->text);
  line->image = is_image (trimmed);
  line->width = measure_width (trimmed);
  return line;
}

static guint
count_blanks (const GPtrArray *lines, guint index, int step) {
  guint count = 0;
  gint64 i = (gint64) index + step;

  while (i >= 0 && i < lines->len && zb_text_lines_get (lines, (guint) i)->blank) {
    count++;
    i += step;
  }
  return i < 0 || i >= lines->len ? G_MAXUINT : count;
}

/* The habit of the document: most printed lines are followed by a blank one. */
static gboolean
is_double_spaced (const GPtrArray *lines) {
  guint printed = 0, single = 0;

  for (guint i = 0; i < lines->len; i++) {
    if (zb_text_lines_get (lines, i)->blank)
      continue;
    printed++;
    single += i + 1 < lines->len && zb_text_lines_get (lines, i + 1)->blank;
  }
  return single * 2 > printed;
}

/* Whether the line before @index, blank ones left out, is 栏次: then a number counts a column. */
static gboolean
counts_columns (const GPtrArray *lines, guint index) {
  while (index > 0 && zb_text_lines_get (lines, index - 1)->blank)
    index--;
  return index > 0 && strstr (zb_text_lines_get (lines, index - 1)->text, "栏次") != NULL;
}

static void
mark_page_numbers (GPtrArray *lines) {
  guint needed = is_double_spaced (lines) ? 2 : 1;

  for (guint i = 0; i < lines->len; i++) {
    ZbTextLine *line = g_ptr_array_index (lines, i);
    gboolean bare = FALSE;
    guint before, after;

    if (line->blank || line->width > 20 || !is_page_number (line->text, &bare))
      continue;
    before = count_blanks (lines, i, -1);
    after = count_blanks (lines, i, 1);
    line->page_number = !bare || (before > 0 && after > 0 && MAX (before, after) >= needed && !counts_columns (lines, i));
  }
}

/* The first line of each page that says something; NULL where it is a cell of a table. */
static ZbTextLine *
find_head (const GPtrArray *lines, guint start) {
  guint i = zb_text_lines_skip_blank (lines, start);
  ZbTextLine *line = i < lines->len ? g_ptr_array_index (lines, i) : NULL;

  return line != NULL && line->width >= SHORTEST_HEAD && strstr (line->text, "  ") == NULL
                 && strpbrk (line->text, "\t|") == NULL && !g_str_has_suffix (line->text, "表")
                 && !zb_text_head_words_is_known (line->text)
             ? line
             : NULL;
}

/* A line that stands at the head of page after page is said once. */
static void
mark_running_heads (GPtrArray *lines) {
  g_autoptr (GHashTable) heads = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lines->len; i++) {
      ZbTextLine *line = zb_text_lines_get (lines, i)->page_start ? find_head (lines, i) : NULL;
      guint seen = line != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (heads, line->text)) : 0;

      if (line != NULL && pass == 0)
        g_hash_table_insert (heads, line->text, GUINT_TO_POINTER (seen + 1));
      else if (seen >= LEAST_PAGES)
        line->page_number = TRUE;
    }
}

GPtrArray *
zb_text_lines_split (const char *text) {
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  const char *start = text;
  gboolean page_start = FALSE;

  for (;;) {
    gsize length = strcspn (start, "\n\r\f\v");
    ZbTextLine *line = new_line (start, length);

    line->page_start = page_start;
    page_start = start[length] == '\f';
    g_ptr_array_add (lines, line);
    start += length;
    if (*start == '\0')
      break;
    start += start[0] == '\r' && start[1] == '\n' ? 2 : 1;
  }
  mark_page_numbers (lines);
  mark_running_heads (lines);
  return lines;
}

const ZbTextLine *
zb_text_lines_get (const GPtrArray *lines, guint index) {
  return index < lines->len ? g_ptr_array_index (lines, index) : NULL;
}

guint
zb_text_lines_skip_blank (const GPtrArray *lines, guint index) {
  while (index < lines->len && zb_text_lines_get (lines, index)->blank)
    index++;
  return index;
}
