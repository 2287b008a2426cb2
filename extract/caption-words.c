/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "caption-words.h"

#include <string.h>

#include "text-fold.h"

/* A title has at most this many characters; what is longer is a sentence. */
static const glong MAX_TITLE = 60;

/* All patterns see folded text: no spaces, half-width signs, lower case. */
#define ORDINAL "[0-9一二三四五六七八九十]{1,3}(?:-[0-9一二三四五六七八九十]{1,3}){0,2}"
#define DEPARTMENT_KEY                                                                            \
  "(?:编制|填报|公开|预算|主管|报送|申报)?(?:部门|单位)(?:名称|全称)?(?:\\((?:公章|盖章|签章)\\))?:"
#define UNIT_KEY "(?:金额|计量|货币)?单位:?(?:人民币)?"
#define UNIT "(亿元|百万元|十万元|万元|千元|百元|元)"

static const struct {
  const char *name, *pattern;
} PATTERNS[] = {
  { "unit", "[(\\[]?" UNIT_KEY UNIT "(?![\\x{4e00}-\\x{9fff}]{2}(?<!部门|单位|编制|公开|预算|填报))[)\\]]?" },
  { "department", DEPARTMENT_KEY },
  { "form", "^[(\\[]?(?:(?:公开|预算|决算|预决算|财决公开|财决|财预|部门预算|部门决算)(?:" ORDINAL
            "表|表" ORDINAL ")|附?表" ORDINAL "(?![,0-9])|附件" ORDINAL "(?:-" ORDINAL ")?)"
            "[)\\]]?[::.]?" },
  { "late_form", "(?:公开|预算|决算|财决公开|财决)[0-9]{1,2}(?:-[0-9]{1,2})?表$" },
  { "number", "^(?:[一二三四五六七八九十]+[、,]|\\([一二三四五六七八九十]+\\)|[0-9]{1,2}[.,、](?![0-9])"
              "|\\([0-9]{1,2}\\))" },
  { "title", "^[^。;:!?]*表(?:[-—]+[^。;:!?()表]{2,12})?(?:\\([^()]{1,24}\\)){0,2}$" },
  { "item", "^\\(?[0-9]{1,2}[.,、)](?![0-9])" },
  { "period", "^\\(?[0-9]{2,4}年(?:度|[0-9]{1,2}月[0-9]{0,2}日?)?\\)?$" },
  { "no_title", "^第[一二三四五六七八九十]+(?:部分|章)|(?:下|见|附|列|代|发|外|图)表$|^目录|^附件"
                "|^(?:无|空|以上|本)表" },
  { "note", "^(?:注|备注|说明|附注|填表说明)[0-9]?(?:[:.,]|$)|(?:空表|无数据|没有数据|无此项|"
            "不涉及(?:此|该|本)|本表(?:无|为空|反映)|(?:此|该)表(?:无|为空))" },
};

enum { UNIT_PATTERN, DEPARTMENT_PATTERN, FORM_PATTERN, LATE_FORM_PATTERN, NUMBER_PATTERN,
       TITLE_PATTERN, ITEM_PATTERN, PERIOD_PATTERN, NO_TITLE_PATTERN, NOTE_PATTERN };

/* The compiled patterns live as long as the program. */
static GRegex *
get_pattern (guint index) {
  static GRegex *compiled[G_N_ELEMENTS (PATTERNS)];
  static gsize ready;

  if (g_once_init_enter (&ready)) {
    for (guint i = 0; i < G_N_ELEMENTS (PATTERNS); i++) {
      compiled[i] = g_regex_new (PATTERNS[i].pattern, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (compiled[i] != NULL);
    }
    g_once_init_leave (&ready, 1);
  }
  return compiled[index];
}

/* The text still to be read: folded, with a way back to the printed text. */
typedef struct {
  const char *text;
  GString *folded;
  GArray *offsets; /* gsize, one per byte of folded and one for its end */
} Rest;

/* The printed text of the bytes @start to @end of the folded one. It ends with its own last
 * character, for the text that was cut out behind it must not come back. */
static char *
print_range (const Rest *rest, gsize start, gsize end) {
  const char *from = rest->text + g_array_index (rest->offsets, gsize, start);
  const char *to
    = end > start ? g_utf8_next_char (rest->text + g_array_index (rest->offsets, gsize, end - 1))
                  : from;
  g_autofree char *range = g_strndup (from, (gsize) (to - from));

  return zb_text_trim (range);
}

static void
cut_range (Rest *rest, gsize start, gsize end) {
  g_string_erase (rest->folded, (gssize) start, (gssize) (end - start));
  g_array_remove_range (rest->offsets, (guint) start, (guint) (end - start));
}

static gboolean
find_pattern (const Rest *rest, guint index, int group, gsize *start, gsize *end) {
  g_autoptr (GMatchInfo) match = NULL;
  gint from, to;

  if (!g_regex_match (get_pattern (index), rest->folded->str, 0, &match)
      || !g_match_info_fetch_pos (match, group, &from, &to))
    return FALSE;
  *start = (gsize) from;
  *end = (gsize) to;
  return TRUE;
}

static char *
take_pattern (Rest *rest, guint index, int group) {
  gsize start, end;
  char *printed = NULL;

  if (!find_pattern (rest, index, group, &start, &end) || start == end)
    return NULL;
  printed = print_range (rest, start, end);
  if (find_pattern (rest, index, 0, &start, &end))
    cut_range (rest, start, end);
  return printed;
}

/* A department reaches to the end of the line or to a wide gap, which the fold has removed: what
 * was cut out before (the unit) leaves such a gap in the offsets. */
static char *
take_department (Rest *rest) {
  gsize start, end, stop;
  char *printed;

  if (!find_pattern (rest, DEPARTMENT_PATTERN, 0, &start, &end))
    return NULL;
  for (stop = end; stop < rest->folded->len; stop++) {
    gsize here = g_array_index (rest->offsets, gsize, stop);

    if (stop > end && rest->text[here - 1] == ' ' && strstr (rest->text + here, "年") != NULL)
      break;
  }
  printed = print_range (rest, end, stop);
  cut_range (rest, start, stop);
  if (*printed == '\0' || g_utf8_strlen (printed, -1) > MAX_TITLE)
    g_clear_pointer (&printed, g_free);
  return printed;
}

static char *
take_title (Rest *rest) {
  gsize start, end;
  glong length;

  if (find_pattern (rest, NUMBER_PATTERN, 0, &start, &end))
    cut_range (rest, start, end);
  length = g_utf8_strlen (rest->folded->str, -1);
  if (length < 3 || length > MAX_TITLE || !find_pattern (rest, TITLE_PATTERN, 0, &start, &end)
      || g_regex_match (get_pattern (NO_TITLE_PATTERN), rest->folded->str, 0, NULL))
    return NULL;
  return print_range (rest, 0, rest->folded->len);
}

/* The form's mark without the sign that parts it from the title. */
static char *
clean_form (char *take_form) {
  g_autofree char *form = take_form;

  if (form == NULL)
    return NULL;
  while (g_str_has_suffix (form, ":") || g_str_has_suffix (form, "."))
    form[strlen (form) - 1] = '\0';
  if (g_str_has_suffix (form, "：") || g_str_has_suffix (form, "．"))
    form[strlen (form) - strlen ("：")] = '\0';
  return g_steal_pointer (&form);
}

ZbCaptionWords
zb_caption_words_read (const char *text) {
  ZbCaptionWords words = { 0 };
  Rest rest = { .text = text };
  g_autofree char *folded = NULL;

  if (strlen (text) > 600)
    return words;
  folded = zb_text_fold_mapped (text, &rest.offsets);
  rest.folded = g_string_new (folded);
  words.form = clean_form (take_pattern (&rest, FORM_PATTERN, 0));
  if (words.form == NULL)
    words.form = take_pattern (&rest, LATE_FORM_PATTERN, 0);
  words.unit = take_pattern (&rest, UNIT_PATTERN, 1);
  words.department = take_department (&rest);
  if (rest.folded->len > 0)
    words.title = take_title (&rest);
  words.is_whole = words.title != NULL || rest.folded->len == 0
                   || (words.unit != NULL && g_utf8_strlen (rest.folded->str, -1) <= 20)
                   || (words.department != NULL && g_utf8_strlen (rest.folded->str, -1) <= 20);
  g_string_free (rest.folded, TRUE);
  g_array_unref (rest.offsets);
  return words;
}

void
zb_caption_words_clear (ZbCaptionWords *words) {
  g_clear_pointer (&words->title, g_free);
  g_clear_pointer (&words->unit, g_free);
  g_clear_pointer (&words->form, g_free);
  g_clear_pointer (&words->department, g_free);
}

static gboolean
matches (const char *text, guint index) {
  g_autofree char *folded = zb_text_fold (text);

  return g_regex_match (get_pattern (index), folded, 0, NULL);
}

gboolean
zb_caption_words_is_note (const char *text) {
  return matches (text, NOTE_PATTERN);
}

gboolean
zb_caption_words_is_item (const char *text) {
  return matches (text, ITEM_PATTERN);
}

gboolean
zb_caption_words_is_numbered (const char *text) {
  return matches (text, NUMBER_PATTERN);
}

gboolean
zb_caption_words_is_period (const char *text) {
  return matches (text, PERIOD_PATTERN);
}

gboolean
zb_caption_words_stand_alone (const char *line) {
  g_autofree char *folded = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_TITLE) {
    g_auto (ZbCaptionWords) words = zb_caption_words_read (line);

    if (words.is_whole && (words.title != NULL || words.unit != NULL || words.form != NULL))
      return TRUE;
  }
  folded = zb_text_fold (line);
  return g_str_equal (folded, "目录") || g_str_has_prefix (folded, "注:") || g_str_has_prefix (folded, "备注:")
         || (g_str_has_prefix (folded, "第") && strstr (folded, "部分") != NULL
             && g_utf8_strlen (folded, -1) < 5);
}
