/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-context.h"

#include <string.h>

#include "document-words.h"
#include "intern.h"
#include "text-fold.h"

#define FUNDS "funds.total"
#define EXPENDITURE "expenditure.project"
/* A paragraph names its project in its first words. */
#define OPENING_CHARACTERS 16

static gboolean
has_arabic_number (const char *text) {
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits <= 2
         && (g_str_has_prefix (text + digits, ".") || g_str_has_prefix (text + digits, "、"));
}

static gboolean
has_chapter_number (const char *folded) {
  static const char CHAPTER[] = "第一二三四五六七八九十(";
  gunichar first = g_utf8_get_char (folded);

  return g_utf8_strchr (CHAPTER, -1, first) != NULL
         && (first != '(' || !g_ascii_isdigit (folded[1]));
}

static gboolean
is_about_projects (const char *folded) {
  return strstr (folded, "项目") != NULL && strstr (folded, "整体") == NULL
         && (strstr (folded, "绩效") != NULL || strstr (folded, "支出情况") != NULL);
}

/* Projects are named after the money they are given or the work they do. */
static gboolean
is_project_name (const char *name) {
  g_autofree char *folded = zb_text_fold (name);
  gsize length = strlen (folded);

  if (length > 0 && folded[length - 1] == ')')
    return strstr (folded, "经费") != NULL || strstr (folded, "项目") != NULL;
  return g_utf8_strlen (folded, -1) > 3
         && zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_PROJECT_END), folded) != NULL;
}

static const char *
after_any (const char *text, const char *const *marks) {
  for (; *marks != NULL; marks++) {
    const char *at = strstr (text, *marks);

    if (at != NULL)
      return at + strlen (*marks);
  }
  return NULL;
}

/* The name in the heading, printed with or without what kind of project it is; the caller frees it. */
static char *
name_of_heading (const char *text) {
  static const char *const COLONS[] = { "：", ":", NULL }, *const NUMBERS[] = { "．", ".", "、", NULL };
  const char *start = after_any (text, COLONS);
  char *name;

  if (start == NULL)
    start = after_any (text, NUMBERS);
  name = g_strstrip (g_strdup (start != NULL ? start : text));
  if (g_str_has_suffix (name, "。"))
    name[strlen (name) - strlen ("。")] = '\0';
  return name;
}

void
zb_project_context_read_heading (ZbProjectContext *context, const ZbBlock *block) {
  g_autofree char *folded = zb_text_fold (block->text);

  if (has_chapter_number (folded)) {
    *context = (ZbProjectContext){ .open = is_about_projects (folded) };
  } else if (context->open && has_arabic_number (folded)) {
    g_autofree char *name = name_of_heading (block->text);

    context->name = is_project_name (name) ? zb_intern (name) : NULL;
    context->indicator = zb_intern (FUNDS);
  }
}

void
zb_project_context_read_paragraph (ZbProjectContext *context, const ZbBlock *block) {
  static const char *const OPENS[] = { "项目“", "项目\"", NULL };
  const char *start, *end;

  if (!context->open)
    return;
  start = after_any (block->text, OPENS);
  if (start == NULL || g_utf8_pointer_to_offset (block->text, start) > OPENING_CHARACTERS)
    return;
  end = strstr (start, "”");
  if (end == NULL)
    end = strchr (start, '"');
  if (end != NULL && end > start) {
    g_autofree char *name = g_strndup (start, (gsize) (end - start));

    context->name = zb_intern (name);
    context->indicator = zb_intern (EXPENDITURE);
  }
}
