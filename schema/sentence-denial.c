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

/* What the label means that nothing was spent of: a fund, or project expenditure where the chapter (of @fund, or
 * NULL) is not about a fund that is seldom used; NULL where it means neither. */
static const char *
spending_of (const ZbLabel *label, const char *fund) {
  const char *indicator = label->indicators[0];

  if (label->fund != NULL && (indicator == NULL || g_str_has_prefix (indicator, "expenditure.")))
    return label->fund;
  if (indicator != NULL && g_str_equal (indicator, "expenditure.project")
      && (fund == NULL || g_str_equal (fund, "general")))
    return indicator;
  return NULL;
}

void
zb_sentence_note_denials (ZbReport *report, const GArray *tokens, const char *fund) {
  gboolean other_year = FALSE;

  for (guint i = 0; i < tokens->len; i++) {
    const ZbToken *token = &g_array_index (tokens, ZbToken, i);
    const ZbToken *next = i + 1 < tokens->len ? token + 1 : NULL;
    const char *denied;

    if (token->kind == ZB_TOKEN_STOP)
      other_year = FALSE;
    other_year |= (token->kind == ZB_TOKEN_YEAR && token->year != report->fiscal_year)
                  || (token->kind == ZB_TOKEN_WORD && token->label->role == ZB_ROLE_LAST_YEAR);
    if (next == NULL || other_year || token->kind != ZB_TOKEN_WORD
        || token->label->role != ZB_ROLE_DENY || next->kind != ZB_TOKEN_LABEL || next->noise > 0
        || has_amount_behind (tokens, i))
      continue;
    denied = spending_of (next->label, fund);
    if (denied != NULL)
      g_ptr_array_add (report->denied, (gpointer) denied);
  }
}
