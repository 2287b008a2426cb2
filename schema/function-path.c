/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "function-path.h"

#include <string.h>

#include "intern.h"

/* One marked name of a path: 司法(06款). */
typedef struct {
  gsize name_start, name_end, end;
  int level;              /* 0 类, 1 款, 2 项 */
  char digits[8];         /* printed in the mark; "" where none */
} PathMark;

static const char *const LEVELS[] = { "类", "款", "项" };

/* The mark at @at, an opening bracket; FALSE where it is none. */
static gboolean
match_mark (const char *folded, gsize at, PathMark *mark) {
  const char *p = folded + at + 1;
  gsize digits = strspn (p, "0123456789");

  if (digits >= sizeof mark->digits)
    return FALSE;
  for (int level = 0; level < 3; level++) {
    gsize length = strlen (LEVELS[level]);

    if (g_str_has_prefix (p + digits, LEVELS[level]) && p[digits + length] == ')') {
      memcpy (mark->digits, p, digits);
      mark->digits[digits] = '\0';
      mark->level = level;
      mark->name_end = at;
      mark->end = at + 1 + digits + length + 1;
      return TRUE;
    }
  }
  return FALSE;
}

static const char *
intern_joined (const char *parent, const char *digits) {
  g_autofree char *code = g_strconcat (parent, digits, NULL);

  return zb_intern (code);
}

static const char *
parent_of (const PathMark *mark, const ZbPathContext *context) {
  if (mark->level == 0)
    return "";
  return mark->level == 1 ? context->function_class : context->function_group;
}

/* Bytes; the classification lists none of half this length. */
#define LONGEST_NAME 240

/* The first character that a name ending at @end may begin with. */
static gsize
skip_to_name (const char *folded, gsize end) {
  gsize start = end - LONGEST_NAME;

  while (((guchar) folded[start] & 0xC0) == 0x80) /* inside a character */
    start++;
  return start;
}

/* The longest listed name that ends at the mark; sets where it starts. Only a 类 may have other
 * words before it: below it, a name that is not listed as a whole is another one (未归口管理的行政单位
 * 离退休 is not 行政单位离退休). */
static const char *
lookup_name (const ZbCatalogue *catalogue, const char *folded, gsize earliest, PathMark *mark,
             const char *parent) {
  mark->name_start = earliest;
  if (mark->name_end - earliest > LONGEST_NAME)
    mark->name_start = earliest = skip_to_name (folded, mark->name_end);
  for (gsize start = earliest; start < mark->name_end;) {
    g_autofree char *name = g_strndup (folded + start, mark->name_end - start);
    const char *code = zb_catalogue_lookup_function (catalogue, parent, name);

    if (code != NULL || mark->level > 0) {
      mark->name_start = start;
      return code;
    }
    start += (gsize) (g_utf8_next_char (folded + start) - (folded + start));
  }
  return NULL;
}

static const char *
resolve_mark (const ZbCatalogue *catalogue, const char *folded, gsize earliest, PathMark *mark,
              const ZbPathContext *context) {
  const char *parent = parent_of (mark, context);
  const char *code = lookup_name (catalogue, folded, earliest, mark, parent);

  if (*mark->digits != '\0' && parent != NULL)
    return intern_joined (parent, mark->digits);
  if (code == NULL && parent == NULL)
    code = lookup_name (catalogue, folded, earliest, mark, NULL);
  return code;
}

static void
update_context (const PathMark *mark, const char *code, ZbPathContext *context) {
  if (mark->level == 0) {
    context->function_class = code;
    context->function_group = NULL;
  } else if (mark->level == 1) {
    context->function_group = code;
    if (context->function_class == NULL && code != NULL) {
      g_autofree char *top = g_strndup (code, 3);

      context->function_class = zb_intern (top);
    }
  }
}

static gboolean
is_boundary (const char *p) {
  return strchr (",;:.!?", *p) != NULL || g_str_has_prefix (p, "。") || g_str_has_prefix (p, "、")
         || g_ascii_isdigit (*p);
}

gboolean
zb_function_name_match (const ZbCatalogue *catalogue, const char *folded, gsize at, gsize *end,
                        const char **code) {
  static const char *const BEHIND[] = { "为", "数", "预算", "决算", "科目" };
  g_autofree char *name = NULL;
  gsize length = 0;

  while (folded[at + length] != '\0' && !is_boundary (folded + at + length))
    length += (gsize) (g_utf8_next_char (folded + at + length) - (folded + at + length));
  if (length == 0 || length > LONGEST_NAME || !g_ascii_isdigit (folded[at + length]))
    return FALSE;
  name = g_strndup (folded + at, length);
  for (guint i = 0; i < G_N_ELEMENTS (BEHIND); i++)
    if (g_str_has_suffix (name, BEHIND[i]))
      name[strlen (name) - strlen (BEHIND[i])] = '\0';
  *code = zb_catalogue_lookup_function (catalogue, NULL, name);
  *end = at + strlen (name);
  return *code != NULL || zb_catalogue_is_function_name (catalogue, name);
}

GArray *
zb_function_paths_find (const ZbCatalogue *catalogue, const char *folded, ZbPathContext *context) {
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (ZbToken));
  gsize earliest = 0;

  for (gsize at = 0; folded[at] != '\0';
       at += (gsize) (g_utf8_next_char (folded + at) - (folded + at))) {
    PathMark mark;
    ZbToken token = { .kind = ZB_TOKEN_FUNCTION };
    ZbToken *last;

    if (folded[at] != '(' || !match_mark (folded, at, &mark)) {
      if (is_boundary (folded + at))
        earliest = at + (gsize) (g_utf8_next_char (folded + at) - (folded + at));
      continue;
    }
    token.code = resolve_mark (catalogue, folded, earliest, &mark, context);
    token.start = mark.name_start;
    token.end = mark.end;
    update_context (&mark, token.code, context);
    last = tokens->len > 0 ? &g_array_index (tokens, ZbToken, tokens->len - 1) : NULL;
    if (last != NULL && mark.level > 0 && last->end == earliest) {
      last->end = token.end;
      last->code = token.code;
    } else {
      g_array_append_val (tokens, token);
    }
    earliest = mark.end;
    at = mark.end - 1;
  }
  return tokens;
}
