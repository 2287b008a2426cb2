/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-paragraphs.h"

#include <math.h>
#include <string.h>

#include "caption-words.h"

/* All shares are of the font size. A line that leaves more room than the next word and this needs
 * ends its paragraph. */
static const double SLACK = 0.75;
/* A line that starts this far after the left margin starts one … */
static const double INDENT = 1.2;
/* … and one that starts this far after it does where a sentence ended before. */
static const double SMALL_INDENT = 0.4;
/* A long line that ends in the middle of a sentence may leave so much room, where other pages set wider text, as long as
 * the next starts at the left margin. */
static const double RAGGED = 3.0;
static const guint LONG_SENTENCE = 20;
/* Lines of one paragraph are at most this far apart, top to top … */
static const double MAX_STEP = 3.0;
/* … and at most this many times as far as its others. */
static const double WIDE_STEP = 1.4;
/* Lines of one title are at most this far apart. */
static const double TITLE_STEP = 2.2;
/* Sizes that differ by more than this share are different print. */
static const double SAME_SIZE = 0.12;
/* A line of as many glyphs tells where the margins are. */
static const guint LONG_LINE = 10;
/* Positions that differ by less than this many points are the same. */
static const double SAME_PLACE = 3.0;

static gint
compare_doubles (gconstpointer a, gconstpointer b) {
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* Of the sorted @values, the last that has the most others up to SAME_PLACE before it; *@count
 * takes their number. */
static double
find_densest (GArray *values, guint *count) {
  double densest = 0;

  *count = 0;
  g_array_sort (values, compare_doubles);
  for (guint i = 0, j = 0; i < values->len; i++) {
    while (g_array_index (values, double, i) - g_array_index (values, double, j) > SAME_PLACE)
      j++;
    if (i - j + 1 >= *count) {
      *count = i - j + 1;
      densest = g_array_index (values, double, i);
    }
  }
  return densest;
}

/* The first of the values with at least @count values up to SAME_PLACE after it, or the first. */
static double
find_leftmost (GArray *values, guint count) {
  g_array_sort (values, compare_doubles);
  for (guint i = 0; i + count <= values->len; i++)
    if (g_array_index (values, double, i + count - 1) - g_array_index (values, double, i)
        <= SAME_PLACE)
      return g_array_index (values, double, i);
  return g_array_index (values, double, 0);
}

static double
find_median (GArray *values) {
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, values->len / 2);
}

static gboolean
is_same_size (double a, double b) {
  return fabs (a - b) <= SAME_SIZE * MAX (MAX (a, b), 1);
}

static void
measure_steps (const GPtrArray *lines, ZbTextMeasure *measure) {
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  guint count = 0;
  double step;

  for (guint i = 1; i < lines->len; i++) {
    const ZbLine *above = g_ptr_array_index (lines, i - 1), *line = g_ptr_array_index (lines, i);

    step = line->box.y0 - above->box.y0;
    if (!line->furniture && !above->furniture && is_same_size (line->font_size, above->font_size)
        && step > 0 && step < MAX_STEP * line->font_size)
      g_array_append_val (steps, step);
  }
  step = find_densest (steps, &count);
  measure->step = count >= 3 ? step : 0;
}

static gboolean
is_half_width (gunichar character) {
  return character > ' ' && character < 0x80;
}

/* Whether a page of @lines lines, of which @full end at its margin, shows margins of its own: many
 * lines do, or it sets its text as wide as the document does, moved for binding, say. */
static gboolean
has_own_margins (const ZbTextMeasure *measure, const ZbTextMeasure *common, guint lines,
                 guint full) {
  double wider = measure->right - measure->left - common->right + common->left;

  return (full >= 3 && fabs (wider) < 1.5 * MAX (common->size, 1))
         || (full >= 5 && full * 5 >= lines * 2);
}

/* Captions that are set apart with tabs reach from margin to margin, whatever the text does. */
static gboolean
is_running_text (const ZbLine *line) {
  double natural = 0;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
    natural += is_half_width (g_utf8_get_char (p)) ? 0.5 : 1.0;
  return !line->furniture && line->glyphs > LONG_LINE
         && line->box.x1 - line->box.x0 < 1.3 * natural * line->font_size;
}

ZbTextMeasure
zb_text_measure_new (const GPtrArray *lines, double width, const ZbTextMeasure *common) {
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));
  ZbTextMeasure measure = { .width = width, .right = width };
  guint count = 0;

  measure_steps (lines, &measure);
  for (guint i = 0; i < lines->len; i++) {
    const ZbLine *line = g_ptr_array_index (lines, i);

    if (!is_running_text (line))
      continue;
    g_array_append_val (lefts, line->box.x0);
    g_array_append_val (rights, line->box.x1);
    g_array_append_val (sizes, line->font_size);
  }
  if (lefts->len > 0) {
    measure.left = find_leftmost (lefts, lefts->len < 20 ? 2 : lefts->len / 10);
    measure.right = find_densest (rights, &count);
    measure.size = find_median (sizes);
    if (count < 2)
      measure.right = g_array_index (rights, double, rights->len - 1);
  }
  if (common != NULL && !has_own_margins (&measure, common, lefts->len, count)) {
    measure.left = common->left;
    measure.right = common->right;
  }
  if (common != NULL)
    measure.size = common->size;
  return measure;
}

/* The first line of a paragraph is indented by two characters, and may be nearly symmetric, too. */
static gboolean
is_indented_line (const ZbTextMeasure *measure, const ZbLine *line) {
  double indent = line->box.x0 - measure->left;

  if (is_same_size (line->font_size, measure->size)
      && fabs (indent - 2 * line->font_size) < 0.3 * line->font_size)
    return TRUE;
  return line->glyphs > 20 && indent < 2.6 * line->font_size
         && measure->right - line->box.x1 < 1.6 * line->font_size;
}

gboolean
zb_text_measure_is_centred (const ZbTextMeasure *measure, const ZbLine *line) {
  double before = line->box.x0, after = measure->width - line->box.x1;

  return !is_indented_line (measure, line) && before - measure->left > 1.5 * line->font_size
         && fabs (before - after) < 0.04 * measure->width;
}

static gboolean
is_opening (gunichar character) {
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* What no line starts with: closing brackets, commas, stops. */
static gboolean
is_trailing (gunichar character) {
  GUnicodeType type = g_unichar_type (character);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || (type == G_UNICODE_OTHER_PUNCTUATION && character != '@' && character != '#');
}

/* How wide the first part of @line is that no line break may cut: a number, or a character with
 * the brackets and stops that stick to it. */
static double
get_first_width (const ZbLine *line) {
  gunichar before = 0;
  double width = 0;

  for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar character = g_utf8_get_char (p);

    if (before != 0 && !is_opening (before) && !is_trailing (character)
        && !(is_half_width (before) && is_half_width (character)))
      break;
    width += is_half_width (character) ? 0.5 : 1.0;
    before = character;
  }
  return width * line->font_size;
}

static gboolean
ends_sentence (const ZbLine *line) {
  static const char *const MARKS[] = { "。", "！", "？", "；", "：", ";", ":", "." };
  const char *end = line->text + strlen (line->text);

  while (end > line->text) {
    const char *last = g_utf8_prev_char (end);

    if (g_unichar_type (g_utf8_get_char (last)) != G_UNICODE_FINAL_PUNCTUATION
        && g_unichar_type (g_utf8_get_char (last)) != G_UNICODE_CLOSE_PUNCTUATION) {
      for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
        if (g_str_has_prefix (last, MARKS[i]))
          return TRUE;
      return FALSE;
    }
    end = last;
  }
  return FALSE;
}

/* Whether dots lead to a page number: a line of a table of contents. */
static gboolean
has_leaders (const ZbLine *line) {
  return strstr (line->text, "………") != NULL || strstr (line->text, "......") != NULL
         || strstr (line->text, "······") != NULL;
}

/* Whether the line is centred under a centred one, or is the short rest of a title in larger print
 * whose first line fills the measure, so that only the second is seen to be centred. */
static gboolean
is_rest_of_title (const ZbParagraphEnd *end, const ZbLine *line, const ZbTextMeasure *measure) {
  gboolean larger = measure->size > 0 && line->font_size > (1 + SAME_SIZE) * measure->size;

  if (ends_sentence (end->last))
    return FALSE;
  if (end->centred && larger)
    return end->same_page && line->box.y0 - end->last->box.y0 < TITLE_STEP * line->font_size;
  return end->gap <= get_first_width (line) + SLACK * end->last->font_size
         && (end->centred || (larger && line->box.x1 - line->box.x0
                                          < end->last->box.x1 - end->last->box.x0));
}

/* Whether the line stands farther below the last one than lines of one paragraph do. */
static gboolean
is_apart (const ZbParagraphEnd *end, const ZbLine *line, const ZbTextMeasure *measure) {
  double step = line->box.y0 - end->last->box.y0, usual = end->step;

  if (!end->same_page)
    return FALSE;
  if (usual <= 0 && is_same_size (line->font_size, measure->size))
    usual = measure->step;
  return step >= MAX_STEP * line->font_size || (usual > 0 && step > WIDE_STEP * usual);
}

/* Whether the last line is full though the margin that its page shares with others lies farther out. */
static gboolean
is_full_on_its_page (const ZbParagraphEnd *end, double indent, double size) {
  return end->gap <= RAGGED * size && indent <= SMALL_INDENT * size && !ends_sentence (end->last)
         && end->last->glyphs > LONG_SENTENCE;
}

gboolean
zb_layout_paragraphs_go_on (const ZbParagraphEnd *end, const ZbLine *line,
                            const ZbTextMeasure *measure) {
  double size = MAX (MAX (line->font_size, end->last->font_size), 1);
  double indent = line->box.x0 - measure->left;
  gboolean centred = zb_text_measure_is_centred (measure, line);

  if (!is_same_size (line->font_size, end->last->font_size) || line->bold != end->last->bold
      || is_apart (end, line, measure) || has_leaders (end->last))
    return FALSE;
  if (centred || end->centred)
    return centred && is_rest_of_title (end, line, measure);
  if ((end->gap > get_first_width (line) + SLACK * end->last->font_size
       && !is_full_on_its_page (end, indent, size))
      || (ends_sentence (end->last) && zb_caption_words_is_numbered (line->text)))
    return FALSE;
  return indent <= (ends_sentence (end->last) ? SMALL_INDENT : INDENT) * size;
}
