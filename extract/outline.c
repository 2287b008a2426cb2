/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include <string.h>

#include "text-fold.h"
#include "text-paragraphs.h"

/* A line longer than this (characters) is a paragraph that begins with a number. */
#define LONGEST_HEADING 40

/* One without any comma may be longer: the path of a code, …（类）…（款）…（项）。 */
#define LONGEST_PLAIN_HEADING 60

/* The styles of numbers: 第一部分, 一、, （一）, 1., （1）, ①. */
#define STYLES 6

/* A contents page that runs on beyond so many blocks is none. */
#define LONGEST_CONTENTS 300

static const char *
skip_space (const char *text) {
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static ZbBlock *
get_block (const ZbDocument *document, guint index) {
  return g_ptr_array_index (document->blocks, index);
}

static gboolean
is_text (const ZbBlock *block) {
  return block->kind == ZB_BLOCK_HEADING || block->kind == ZB_BLOCK_PARAGRAPH;
}

/* The style of the printed number, 1 to 6; 0 for none. */
static guint
find_style (const ZbBlock *block) {
  guint style = 0;

  if (is_text (block))
    zb_text_paragraphs_measure_number (skip_space (block->text), &style);
  return style;
}

static gboolean
contains_any (const char *text, const char *set) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (set, -1, g_utf8_get_char (p)) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the text behind a heading number can be a title: short, and no sentence. */
static gboolean
is_title (const char *text) {
  g_autofree char *title = zb_text_trim (text);
  gboolean plain = !contains_any (title, "，；：,;:");

  if (*title == '\0'
      || g_utf8_strlen (title, -1) > (plain ? LONGEST_PLAIN_HEADING : LONGEST_HEADING))
    return FALSE;
  if (g_str_has_suffix (title, "；") || g_str_has_suffix (title, ";")
      || g_str_has_suffix (title, "，"))
    return FALSE;
  return plain || !g_str_has_suffix (title, "。");
}

/* A short sentence under a number is a title or an item of a list; it is an item where the
 * numbered block next to it, of the same style, is a long one. */
static gboolean
is_list_item (const ZbDocument *document, guint index) {
  const ZbBlock *block = get_block (document, index);
  guint style = find_style (block);

  if (!g_str_has_suffix (block->text, "。"))
    return FALSE;
  for (int step = -1; step <= 1; step += 2) {
    gint64 near = (gint64) index + step;
    const ZbBlock *sibling
        = near >= 0 && near < document->blocks->len ? get_block (document, (guint) near) : NULL;

    if (sibling == NULL || sibling->kind != ZB_BLOCK_PARAGRAPH || find_style (sibling) != style)
      continue;
    if (step < 0 || g_utf8_strlen (sibling->text, -1) > LONGEST_HEADING)
      return TRUE;
  }
  return FALSE;
}

/* 附件：1.… 2.… 3.… names the papers that follow, and 注：1.… 2.… explains a table: their numbers
 * are no headings. */
static gboolean
begins_list (const ZbBlock *block) {
  const char *text = skip_space (block->text);

  if (zb_text_paragraphs_is_remark (text))
    return TRUE;

  if (g_str_has_prefix (text, "报告"))
    text += strlen ("报告");
  return g_str_has_prefix (text, "附件：") || g_str_has_prefix (text, "附件:");
}

static void
set_number (ZbBlock *block) {
  const char *text = skip_space (block->text);
  guint style;
  gsize length = zb_text_paragraphs_measure_number (text, &style);

  if (length > 0 && block->heading_number == NULL)
    block->heading_number = g_strndup (text, length);
}

static gboolean
uses_parts (const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++)
    if (find_style (get_block (document, i)) == 1
        && g_utf8_strlen (get_block (document, i)->text, -1) <= LONGEST_HEADING)
      return TRUE;
  return FALSE;
}

/* Whether the marks of headings (#, <h2>, the styles of Word) do not follow the printed numbers: two
 * numbers of different styles, 一、 and （一）, stand on one level or the wrong way round. Recognisers and
 * site software mark every heading alike; then the numbers say more. */
static gboolean
has_flat_marks (const ZbDocument *document) {
  guint highest[STYLES + 1] = { 0 }, lowest[STYLES + 1] = { 0 };

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = get_block (document, i);
    guint style = block->kind == ZB_BLOCK_HEADING ? find_style (block) : 0;

    if (style == 0 || block->role != ZB_ROLE_BODY)
      continue;
    if (highest[style] == 0 || block->heading_level < highest[style])
      highest[style] = block->heading_level;
    lowest[style] = MAX (lowest[style], block->heading_level);
  }
  for (guint upper = 1; upper <= STYLES; upper++)
    for (guint lower = upper + 1; lower <= STYLES; lower++)
      if (lowest[upper] > 0 && highest[lower] > 0 && highest[lower] <= lowest[upper])
        return TRUE;
  return FALSE;
}

/* What the printed numbers of a document mean. */
typedef struct {
  gboolean parts; /* 第一部分 stands above 一、 */
  gboolean flat;  /* the numbers decide against the marks */
} NumberUse;

static void
mark_heading (const ZbDocument *document, guint index, const NumberUse *use) {
  ZbBlock *block = get_block (document, index);
  guint style = find_style (block);
  const char *text = skip_space (block->text);
  guint level = block->heading_level;
  gsize number;

  if (style == 0 || block->role != ZB_ROLE_BODY)
    return;
  number = zb_text_paragraphs_measure_number (text, &style);
  if (block->kind == ZB_BLOCK_PARAGRAPH || use->flat)
    level = use->parts ? style : MAX (style - 1, 1);
  if (block->kind == ZB_BLOCK_PARAGRAPH) {
    if ((style > 1 || text[number] != '\0') && !is_title (text + number))
      return;
    if (is_list_item (document, index))
      return;
    block->kind = ZB_BLOCK_HEADING;
  }
  block->heading_level = level;
  set_number (block);
}

static void
mark_headings (const ZbDocument *document) {
  NumberUse use = { uses_parts (document), has_flat_marks (document) };
  gboolean listed = FALSE;

  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = get_block (document, i);

    if (!is_text (block))
      continue;
    if (begins_list (block))
      listed = TRUE;
    else if (find_style (block) == 0)
      listed = FALSE;
    if (!listed || find_style (block) < 4)
      mark_heading (document, i, &use);
  }
}

/* Title …… 12: a line that leads to a page number. */
static gboolean
is_leader_line (const char *text) {
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex, g_regex_new ("(\\.{4,}|…{2,}|·{4,}|．{3,}|(\\. ){3,}|_{4,})[\\s.…]*-?\\s*\\d{1,4}"
                             "\\s*-?\\s*$",
                             G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_match (regex, text, 0, NULL);
}

static gboolean
is_contents_title (const ZbBlock *block) {
  g_autofree char *folded
      = is_text (block) && strlen (block->text) < 40 ? zb_text_fold (block->text) : NULL;

  return folded != NULL && g_str_equal (folded, "目录");
}

static void
mark_contents_line (ZbBlock *block) {
  block->role = ZB_ROLE_CONTENTS;
  block->kind = ZB_BLOCK_PARAGRAPH;
  block->heading_level = 0;
}

/* The folded number of a block: 第一部分, 一, …; NULL where it has none. */
static char *
fold_number (const ZbBlock *block) {
  const char *text = skip_space (block->text);
  guint style;
  gsize length = zb_text_paragraphs_measure_number (text, &style);
  g_autofree char *number = g_strndup (text, length);

  return length > 0 ? zb_text_fold (number) : NULL;
}

static gboolean
can_be_entry (const ZbBlock *block) {
  if (block->kind == ZB_BLOCK_FURNITURE)
    return TRUE;
  return is_text (block)
         && (is_leader_line (block->text)
             || (g_utf8_strlen (block->text, -1) <= LONGEST_HEADING * 2
                 && !g_str_has_suffix (block->text, "。")));
}

/* The block after the contents that begin at @first: where the first entry's number comes again.
 * @first itself where it never does. */
static guint
find_contents_end (const ZbDocument *document, guint first) {
  g_autofree char *number = NULL;
  guint last = MIN (document->blocks->len, first + LONGEST_CONTENTS);

  for (guint i = first; i < last; i++) {
    const ZbBlock *block = get_block (document, i);
    g_autofree char *other = NULL;

    if (!can_be_entry (block))
      return first;
    if (!is_text (block))
      continue;
    other = fold_number (block);
    if (number == NULL)
      number = g_steal_pointer (&other);
    else if (other != NULL && g_str_equal (number, other) && !is_leader_line (block->text))
      return i;
  }
  return first;
}

static void
mark_contents (const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    ZbBlock *block = get_block (document, i);

    if (is_contents_title (block)) {
      guint end = find_contents_end (document, i + 1);

      mark_contents_line (block);
      for (guint entry = i + 1; entry < end; entry++)
        if (is_text (get_block (document, entry)))
          mark_contents_line (get_block (document, entry));
    } else if (is_text (block) && block->role == ZB_ROLE_BODY && is_leader_line (block->text)) {
      mark_contents_line (block);
    }
  }
}

void
zb_outline_mark (ZbDocument *document) {
  mark_contents (document);
  mark_headings (document);
}
