/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-tokens.h"

#include <string.h>

#include "function-path.h"

typedef struct {
  const ZbCatalogue *catalogue;
  const ZbNumberText *text;
  const GPtrArray *quantities;
  const GArray *paths;
  guint next_quantity, next_path;
  gboolean by_function;
  guint noise;
  GArray *tokens;
} Tokenizer;

static void
append_token (Tokenizer *tokenizer, ZbToken token) {
  token.noise = tokenizer->noise;
  tokenizer->noise = 0;
  g_array_append_val (tokenizer->tokens, token);
}

/* The folded byte at or behind byte @source of the source. */
static gsize
fold_offset (const ZbNumberText *text, gsize source, gsize from) {
  while (from + 1 < text->offsets->len && g_array_index (text->offsets, gsize, from) < source)
    from++;
  return from;
}

static gboolean
take_path (Tokenizer *tokenizer, gsize at, gsize *end) {
  const ZbToken *path;

  if (tokenizer->next_path >= tokenizer->paths->len)
    return FALSE;
  path = &g_array_index (tokenizer->paths, ZbToken, tokenizer->next_path);
  if (path->start > at)
    return FALSE;
  tokenizer->next_path++;
  append_token (tokenizer, *path);
  *end = MAX (path->end, at + 1);
  return TRUE;
}

static gboolean
take_quantity (Tokenizer *tokenizer, gsize at, gsize *end) {
  gsize source = g_array_index (tokenizer->text->offsets, gsize, at);
  const ZbQuantity *quantity;
  ZbToken token = { .kind = ZB_TOKEN_QUANTITY, .start = at };

  while (tokenizer->next_quantity < tokenizer->quantities->len) {
    quantity = g_ptr_array_index (tokenizer->quantities, tokenizer->next_quantity);
    if (quantity->start >= source)
      break;
    tokenizer->next_quantity++;
  }
  if (tokenizer->next_quantity >= tokenizer->quantities->len)
    return FALSE;
  quantity = g_ptr_array_index (tokenizer->quantities, tokenizer->next_quantity);
  if (quantity->start != source)
    return FALSE;
  tokenizer->next_quantity++;
  *end = token.end = fold_offset (tokenizer->text, quantity->end, at);
  if (quantity->flags & ZB_QUANTITY_DATE && quantity->unit != NULL
      && g_str_equal (quantity->unit->canonical, "年")) {
    token.kind = ZB_TOKEN_YEAR;
    token.year = (guint) quantity->number.coefficient;
    if (g_str_has_prefix (tokenizer->text->folded + *end, "度"))
      *end = token.end += strlen ("度");
  }
  token.quantity = quantity;
  token.label = zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_AFTER,
                                          tokenizer->text->folded + *end);
  append_token (tokenizer, token);
  return TRUE;
}

static gboolean
begins_name (const char *folded, gsize at) {
  static const char *const BEFORE[] = { "于", "为", "括", "是", "和" };

  if (at == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (BEFORE); i++)
    if (at >= strlen (BEFORE[i]) && g_str_has_prefix (folded + at - strlen (BEFORE[i]), BEFORE[i]))
      return TRUE;
  return g_unichar_ispunct (g_utf8_get_char (g_utf8_prev_char (folded + at)));
}

/* 其他支出 is a name of both classifications; it goes with the names before it. */
static gboolean
follows_functions (const Tokenizer *tokenizer) {
  for (guint i = tokenizer->tokens->len; i > 0; i--) {
    const ZbToken *token = &g_array_index (tokenizer->tokens, ZbToken, i - 1);

    if (token->kind == ZB_TOKEN_STOP || token->kind == ZB_TOKEN_ECONOMIC)
      return FALSE;
    if (token->kind == ZB_TOKEN_FUNCTION)
      return TRUE;
  }
  return FALSE;
}

/* 2016年公共安全支出. */
static gboolean
follows_year (const Tokenizer *tokenizer) {
  guint count = tokenizer->tokens->len;

  return tokenizer->noise == 0 && count > 0
         && g_array_index (tokenizer->tokens, ZbToken, count - 1).kind == ZB_TOKEN_YEAR;
}

/* 卫生健康支出 without its （类）, where nothing stands before it that would make it another name. */
static gboolean
take_function_class (Tokenizer *tokenizer, gsize at, gsize *end) {
  const char *folded = tokenizer->text->folded;
  gsize length = 0, economic_length = 0;
  ZbToken token = { .kind = ZB_TOKEN_FUNCTION, .start = at };

  if (!begins_name (folded, at) && !follows_year (tokenizer))
    return FALSE;
  token.code = zb_catalogue_match_function (tokenizer->catalogue, folded + at, &length);
  if (token.code == NULL
      || (zb_catalogue_match_economic (tokenizer->catalogue, folded + at, &economic_length) != NULL
          && !(economic_length == length && follows_functions (tokenizer)))
      || zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_TEXT, folded + at) != NULL)
    return FALSE;
  *end = token.end = at + length;
  append_token (tokenizer, token);
  return TRUE;
}

/* 初中教育支出 among the names of one classification, right before its amount. */
static gboolean
take_function_name (Tokenizer *tokenizer, gsize at, gsize *end) {
  ZbToken token = { .kind = ZB_TOKEN_FUNCTION, .start = at };

  if (!tokenizer->by_function || !begins_name (tokenizer->text->folded, at)
      || !zb_function_name_match (tokenizer->catalogue, tokenizer->text->folded, at, end, &token.code))
    return FALSE;
  token.end = *end;
  append_token (tokenizer, token);
  return TRUE;
}

/* 办公费 right behind what is understood; 公费医疗费 is another name. */
static gboolean
take_item (Tokenizer *tokenizer, gsize at, gsize *end) {
  const char *p = tokenizer->text->folded + at;
  const ZbLabel *label = zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_TEXT, p);
  const ZbLabel *word = zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_GRAMMAR, p);
  gsize length = tokenizer->noise == 0
                     ? zb_catalogue_match_economic_item (tokenizer->catalogue, p) : 0;
  gsize category = 0;
  ZbToken token = { .kind = ZB_TOKEN_ITEM, .start = at, .end = at + length };

  zb_catalogue_match_economic (tokenizer->catalogue, p, &category);
  if (length == 0 || length <= category || (label != NULL && strlen (label->phrase) >= length)
      || (word != NULL && strlen (word->phrase) >= length))
    return FALSE;
  *end = token.end;
  append_token (tokenizer, token);
  return TRUE;
}

/* The longest of the phrases that begin here; equal lengths go to the name of a thing. */
static gboolean
take_phrase (Tokenizer *tokenizer, gsize at, gsize *end) {
  const char *p = tokenizer->text->folded + at;
  const ZbLabel *label = zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_TEXT, p);
  const ZbLabel *word = zb_catalogue_match_label (tokenizer->catalogue, ZB_SCOPE_GRAMMAR, p);
  gsize label_length = label != NULL ? strlen (label->phrase) : 0;
  gsize word_length = word != NULL ? strlen (word->phrase) : 0;
  gsize economic_length = 0;
  const char *economic = zb_catalogue_match_economic (tokenizer->catalogue, p, &economic_length);
  ZbToken token = { .start = at };

  if (economic != NULL && economic_length >= label_length && economic_length >= word_length) {
    token.kind = ZB_TOKEN_ECONOMIC;
    token.code = economic;
    token.end = at + economic_length;
  } else if (label != NULL && label_length >= word_length) {
    token.kind = ZB_TOKEN_LABEL;
    token.label = label;
    token.end = at + label_length;
  } else if (word != NULL) {
    token.kind = ZB_TOKEN_WORD;
    token.label = word;
    token.end = at + word_length;
  } else {
    return FALSE;
  }
  *end = token.end;
  append_token (tokenizer, token);
  return TRUE;
}

static gboolean
take_mark (Tokenizer *tokenizer, gsize at, gsize *end) {
  static const struct {
    const char *mark;
    ZbTokenKind kind;
  } MARKS[] = {
    { ",", ZB_TOKEN_BREAK }, { ";", ZB_TOKEN_BREAK }, { ":", ZB_TOKEN_BREAK },
    { "、", ZB_TOKEN_BREAK }, { "(", ZB_TOKEN_OPEN }, { ")", ZB_TOKEN_CLOSE },
    { "。", ZB_TOKEN_STOP }, { "!", ZB_TOKEN_STOP }, { "?", ZB_TOKEN_STOP },
  };
  const char *p = tokenizer->text->folded + at;

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++)
    if (g_str_has_prefix (p, MARKS[i].mark)) {
      ZbToken token = { .kind = MARKS[i].kind, .start = at, .end = at + strlen (MARKS[i].mark) };

      *end = token.end;
      append_token (tokenizer, token);
      return TRUE;
    }
  return FALSE;
}

GArray *
zb_text_tokens_find (const ZbCatalogue *catalogue, const ZbNumberText *text,
                     const GPtrArray *quantities, ZbPathContext *context) {
  g_autoptr (GArray) paths = zb_function_paths_find (catalogue, text->folded, context);
  Tokenizer tokenizer = {
    .catalogue = catalogue, .text = text, .quantities = quantities, .paths = paths,
    .by_function = context->by_function,
    .tokens = g_array_new (FALSE, TRUE, sizeof (ZbToken)),
  };
  ZbToken stop = { .kind = ZB_TOKEN_STOP };

  for (gsize at = 0; text->folded[at] != '\0';) {
    gsize end;

    if (take_path (&tokenizer, at, &end) || take_quantity (&tokenizer, at, &end)
        || take_function_class (&tokenizer, at, &end) || take_function_name (&tokenizer, at, &end) || take_item (&tokenizer, at, &end)
        || take_phrase (&tokenizer, at, &end)
        || take_mark (&tokenizer, at, &end)) {
      at = end;
      continue;
    }
    tokenizer.noise++;
    at += (gsize) (g_utf8_next_char (text->folded + at) - (text->folded + at));
  }
  stop.start = stop.end = strlen (text->folded);
  append_token (&tokenizer, stop);
  return tokenizer.tokens;
}
