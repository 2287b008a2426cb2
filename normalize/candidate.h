/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "error.h"

G_BEGIN_DECLS

/* What a doubtful token may have been before it was recognised. Nothing in here changes anything:
 * a candidate comes with the confusions that lead to it, and it is for the caller to have proof of
 * one or to offer it as a suggestion. */
typedef enum {
  ZB_CONFUSION_NUMBER, /* letters and marks inside a number: 1O0 for 100, 12,5 for 12.5 */
  ZB_CONFUSION_DIGIT,  /* one digit for another: 38 for 33; only ever a suggestion */
  ZB_CONFUSION_WORD,   /* characters of a word: 己 for 已 */
} ZbConfusionKind;

typedef struct {
  char *text;       /* the token with the confusions undone */
  char *confusions; /* what was undone, from left to right: "O→0 l→1" */
  guint count;      /* how many were */
} ZbCandidate;

/* Readings of a longer token are not looked for. */
#define ZB_CANDIDATE_LONGEST 32 /* characters */

/* Reads confusions.tsv, once for the process; FALSE with ZB_ERROR_DATA where it is wrong. */
gboolean zb_candidates_load (GError **error);

/* The candidates of @token other than itself, those with the fewest confusions first (ZbCandidate *,
 * owned by the array, which the caller frees). Of ZB_CONFUSION_NUMBER only candidates that are one
 * amount, and none where the token is one already: its digits stand in each as they do in the
 * token. Of ZB_CONFUSION_DIGIT those with one digit replaced. Of ZB_CONFUSION_WORD those with one
 * or two characters replaced. */
GPtrArray *zb_candidates_find (const char *token, ZbConfusionKind kind);

G_END_DECLS
