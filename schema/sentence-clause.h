/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mapper.h"
#include "sentence.h"
#include "text-tokens.h"

G_BEGIN_DECLS

/* Characters that belong to no known word and may yet stand between a name and its amount. */
#define ZB_TOLERATED_NOISE 4
/* Names that stand side by side before their amounts. */
#define ZB_MOST_NAMES 8

/* What the tokens since the last amount say. */
typedef struct {
  ZbSubject subject;
  const char *fund;    /* a fund named alone, waiting for its noun */
  const char *measure; /* 年初预算, 决算数 … */
  ZbLabelRole verb;    /* UP, DOWN, SHARE or EXECUTION; VALUE where none */
  gboolean compare, last_year;
  gboolean year_suspect; /* compared with the very year reported on */
  gboolean parted; /* a comma stood behind the subject */
  gboolean of_which; /* a part of what was told before must be named in it */
  gboolean aside;  /* a word said that what is named here is not the catalogued thing */
  guint year, noise;
  guint compared_year; /* 比2023年度总收入: whose amount the name behind it has, up to the next comma; 0: none */
  gboolean other_name; /* unknown words ran into the name of the subject: 校园维修项目支出 */
  guint items; /* that were named since the last amount */
  guint part_noise; /* noise behind the last comma */
  gsize part_start; /* behind the last comma, or where the clause begins */
  gsize purpose_end; /* 主要用于 was said up to here: names behind it are what the money is for; 0: it was not */
  gsize subject_end, verb_end, measure_end;
  const ZbToken *name; /* of the subject; NULL where no word names it */
  const ZbToken *side; /* 支出 or 收入 alone, the last token so far; NULL where it was none */
  ZbSubject names[ZB_MOST_NAMES - 1]; /* that stand beside the subject, before it */
  guint name_count;
  gboolean crowded; /* there are more of them */
  gboolean each, respective; /* 均, 分别 was said behind the names */
  gboolean against_budget; /* 较年初预算: what follows is no change from year to year */
  gsize reason_end; /* 原因是 was said up to here: what is named behind it is no subject, save of its own change; 0: it was not */
  gboolean reached; /* 增加到, 降至: the amount is what came of it */
} ZbClause;

/* Where reading a paragraph has come to. */
typedef struct {
  ZbMapper *mapper;
  guint block;
  const ZbNumberText *text;
  const GArray *tokens;
  guint at; /* the token being read */
  ZbSentenceContext *context;
  ZbSubject subject; /* of the clause before */
  ZbSubject whole;   /* that 其中 breaks down */
  ZbSubject itemized; /* whose economic items are named; unset: no one's */
  guint items;        /* of them so far */
  ZbSubject income, expenditure; /* the last totals of either side in this paragraph */
  const char *amount_measure; /* that the words before the last amount named; NULL where they named none */
  gboolean unmeasured; /* an amount of the current subject was told without a word for its measure */
  const char *whole_measure;  /* of the amount that 其中 breaks down */
  ZbSubject counted; /* of the last count */
  gboolean both_kinds; /* the paragraph tells both basic and project expenditure */
  gboolean by_source; /* what is said of procurement is what one source pays of it */
  gboolean elsewhere; /* the amounts of this sentence are those of another body */
  gboolean counting;  /* this sentence has had an amount */
  guint year;      /* that was named before its first amount; 0: none */
  guint as_of;     /* 截至2025年8月31日: the year of the counts in this sentence */
  ZbSubject purpose_of; /* the expenditure under one function whose purposes are named, to the next semicolon */
  gboolean broken_down; /* 其中 was said in this sentence, perhaps of a whole that is not understood */
  const ZbQuantity *grand_income; /* the grand total of income in this sentence, of @grand_fund; NULL: none */
  const char *grand_fund;
  gboolean against_budget; /* the change before was one against the budget, and so is the rate behind it */
  gboolean compared; /* 比上年 was said in this sentence */
  gboolean compared_before; /* in the sentence before, which 其中 may go on with */
  gsize sentence_start;
  ZbSubject listed[ZB_MOST_NAMES]; /* the names of the last list of this sentence */
  guint listed_count, list_left;   /* and how many of its amounts are still to come */
  ZbClause list_clause;            /* what was said before the first of them */
  const ZbUnit *list_unit;
} ZbSentenceReader;

/* Something that is spoken of and not in the catalogue. */
ZbSubject zb_clause_unknown_subject (void);

/* Makes the subject of @clause one that is not in the catalogue. */
void zb_clause_step_aside (ZbClause *clause);

/* Adds what the next token (of any kind but an amount) says to @clause. */
void zb_clause_take_token (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token);

G_END_DECLS
