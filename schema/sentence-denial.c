/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-denial.h"

#include "text-tokens.h"

/* Whether an amount follows before the clause ends. */
static gboolean
has_amount_behind (const GArray *tokens, guint index) {
  for (guint i = index + 1; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);

    if (token->kind == ZB_TOKEN_QUANTITY)
      return TRUE;
    if (token->kind == ZB_TOKEN_BREAK || token->kind == ZB_TOKEN_STOP)
      break;
  }
  return FALSE;
}

static gboolean
is_of_spending (const ZbLabel *label) {
  return label->fund != NULL
         && (label->indicators[0] == NULL || g_str_has_prefix (label->indicators[0], "expenditure."));
}

void
zb_sentence_note_denials (ZbReport *report, const GArray *tokens) {
  gboolean other_year = FALSE;

  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);
    const ZbToken *next = i + 1 < tokens->len ? token + 1 : NULL;

    if (token->kind == ZB_TOKEN_STOP)
      other_year = FALSE;
    other_year |= (token->kind == ZB_TOKEN_YEAR && token->year != report->fiscal_year)
                  || (token->kind == ZB_TOKEN_WORD && token->label->role == ZB_ROLE_LAST_YEAR);
    if (next == NULL || other_year || token->kind != ZB_TOKEN_WORD
        || token->label->role != ZB_ROLE_DENY || next->kind != ZB_TOKEN_LABEL || next->noise > 0
        || !is_of_spending (next->label) || has_amount_behind (tokens, i))
      continue;
    g_ptr_array_add (report->denied_funds, (gpointer) next->label->fund);
  }
}
