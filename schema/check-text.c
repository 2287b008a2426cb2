/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-text.h"

#include <string.h>

#include "check-record.h"
#include "check-terms.h"
#include "check-words.h"
#include "intern.h"
#include "text-fold.h"

/* No paragraph that somebody wrote has more. */
#define MOST_FACTS 500

/* A paragraph and what was understood in it. */
typedef struct {
  const char *text;  /* folded */
  const GArray *map; /* where its bytes come from */
  const GPtrArray *facts; /* in the order of their printing */
} Paragraph;

/* How many of the facts stand before byte @at of the folded text. */
static guint
count_before (const Paragraph *paragraph, gsize at) {
  gsize offset = g_array_index (paragraph->map, gsize, at);
  guint count = 0;

  while (count < paragraph->facts->len
         && ((const ZbFact *) g_ptr_array_index (paragraph->facts, count))->source.offset < offset)
    count++;
  return count;
}

/* The last outcome among the first @count facts. */
static ZbFact *
find_outcome (const Paragraph *paragraph, guint count) {
  while (count-- > 0) {
    ZbFact *fact = g_ptr_array_index (paragraph->facts, count);

    if (g_str_equal (fact->dimensions.measure, "actual") && g_strcmp0 (fact->unit, "CNY") == 0)
      return fact;
  }
  return NULL;
}

/* The budget of the same number beside it in the paragraph: the one for the whole year where both are printed. */
static ZbFact *
find_budget (const ZbReport *report, const ZbFact *outcome, gboolean initial) {
  const char *const first = initial ? "budget_initial" : "budget";
  const char *const second = initial ? "budget" : "budget_initial";
  ZbTerm term = { .measure = zb_intern (first) };
  ZbFact *budget = zb_term_find (report, outcome, &term, ZB_PLACE_NEAR, 0);

  term.measure = zb_intern (second);
  return budget != NULL ? budget : zb_term_find (report, outcome, &term, ZB_PLACE_NEAR, 0);
}

/* Whether the two stand to each other as the word says: 0 equal, 1 above, -1 below. */
static gboolean
is_so (const ZbFact *outcome, const ZbFact *other, int said) {
  ZbDecimal difference, tolerance;
  gboolean equal;

  if (!zb_decimal_subtract (outcome->value, other->value, &difference)
      || !zb_decimal_add (outcome->half_unit, other->half_unit, &tolerance))
    return TRUE;
  equal = zb_decimal_compare (zb_decimal_absolute (difference), tolerance) <= 0;
  return said == 0 ? equal : zb_decimal_sign (difference) == said;
}

static void
compare_to_budget (ZbReport *report, const Paragraph *paragraph, const char *word, gsize at,
                   int said) {
  ZbFact *outcome = find_outcome (paragraph, count_before (paragraph, at));
  ZbFact *budget = outcome != NULL ? find_budget (report, outcome, strstr (word, "年初") != NULL)
                                   : NULL;
  g_autoptr (GPtrArray) facts = NULL;

  if (budget == NULL || is_so (outcome, budget, said))
    return;
  facts = g_ptr_array_new ();
  g_ptr_array_add (facts, outcome);
  g_ptr_array_add (facts, budget);
  zb_check_fail (report, "text.compared_with_budget", facts, ZB_FLAG_RATE_MISMATCH);
}

static void
check_comparisons (ZbReport *report, const Paragraph *paragraph) {
  static const struct {
    ZbCheckWordRole role;
    int said;
  } ROLES[] = {
    { ZB_CHECK_WORD_EQUAL_BUDGET, 0 },
    { ZB_CHECK_WORD_ABOVE_BUDGET, 1 },
    { ZB_CHECK_WORD_BELOW_BUDGET, -1 },
  };

  for (guint r = 0; r < G_N_ELEMENTS (ROLES); r++) {
    const GPtrArray *words = zb_check_words (ROLES[r].role);

    for (guint w = 0; w < words->len; w++) {
      const char *word = ((const ZbCheckWord *) g_ptr_array_index (words, w))->word;

      for (const char *p = paragraph->text; (p = strstr (p, word)) != NULL; p += strlen (word))
        compare_to_budget (report, paragraph, word, (gsize) (p - paragraph->text), ROLES[r].said);
    }
  }
}

/* The first of the numbers without an indicator that stands in @block or behind it. */
static guint
first_mention (const ZbReport *report, guint block) {
  guint first = 0, end = report->mentions->len;

  while (first < end) {
    guint middle = first + (end - first) / 2;

    if (((const ZbFact *) g_ptr_array_index (report->mentions, middle))->source.block < block)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

/* The number printed last before @offset of block @block that has the unit of @part: what the bracket is of. */
static const ZbFact *
find_whole (const ZbReport *report, const Paragraph *paragraph, guint block, gsize offset,
            const ZbFact *part) {
  const ZbFact *whole = NULL;

  for (guint i = 0; i < paragraph->facts->len; i++) {
    const ZbFact *fact = g_ptr_array_index (paragraph->facts, i);

    if (fact->source.offset < offset)
      whole = fact;
  }
  for (guint i = first_mention (report, block); i < report->mentions->len; i++) {
    const ZbFact *mention = g_ptr_array_index (report->mentions, i);

    if (mention->source.block != block)
      break;
    if (mention->source.offset < offset
        && (whole == NULL || mention->source.offset > whole->source.offset))
      whole = mention;
  }
  return whole != NULL && g_strcmp0 (whole->unit, part->unit) == 0 ? whole : NULL;
}

/* The counts of things between two bytes of the block. */
static GPtrArray *
counts_between (const Paragraph *paragraph, gsize first, gsize end) {
  GPtrArray *counts = g_ptr_array_new ();

  for (guint i = 0; i < paragraph->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (paragraph->facts, i);

    if (fact->source.offset >= first && fact->source.offset < end
        && g_str_equal (fact->dimensions.measure, "actual") && g_strcmp0 (fact->unit, "CNY") != 0)
      g_ptr_array_add (counts, fact);
  }
  return counts;
}

/* 67人(其中:在职67人,离休1人): the counts in the bracket are together no more than the one before it. */
static void
check_bracket (ZbReport *report, const Paragraph *paragraph, guint block, gsize open, gsize close) {
  gsize first = g_array_index (paragraph->map, gsize, open);
  g_autoptr (GPtrArray) counts
      = counts_between (paragraph, first, g_array_index (paragraph->map, gsize, close));
  const ZbFact *whole;
  ZbOutcome outcome = { .rule = "text.counts_of_which", .facts = counts,
                        .relation = ZB_RELATION_AT_LEAST };

  if (counts->len < 2)
    return;
  whole = find_whole (report, paragraph, block, first, g_ptr_array_index (counts, 0));
  if (whole == NULL)
    return;
  outcome.found = whole->value;
  for (guint i = 0; i < counts->len; i++) {
    const ZbFact *part = g_ptr_array_index (counts, i);

    if (part->unit != whole->unit
        || !zb_decimal_add (outcome.expected, part->value, &outcome.expected))
      return;
  }
  zb_check_record (report, &outcome, ZB_FLAG_SUM_MISMATCH);
}

static void
check_brackets (ZbReport *report, const Paragraph *paragraph, guint block) {
  static const char OPEN[] = "(其中:";

  for (const char *p = paragraph->text; (p = strstr (p, OPEN)) != NULL; p += strlen (OPEN)) {
    const char *close = strchr (p, ')');

    if (close != NULL && memchr (p + 1, '(', (gsize) (close - p - 1)) == NULL)
      check_bracket (report, paragraph, block, (gsize) (p - paragraph->text),
                     (gsize) (close - paragraph->text));
  }
}

void
zb_check_text (ZbReport *report) {
  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    g_autoptr (GPtrArray) facts = NULL;
    g_autoptr (GArray) map = NULL;
    g_autofree char *folded = NULL;
    Paragraph paragraph;

    if (block->kind == ZB_BLOCK_TABLE)
      continue;
    facts = zb_facts_of_paragraph (report, i);
    if (facts->len < 2 || facts->len > MOST_FACTS)
      continue;
    folded = zb_text_fold_mapped (block->text, &map);
    paragraph = (Paragraph){ folded, map, facts };
    check_comparisons (report, &paragraph);
    check_brackets (report, &paragraph, i);
  }
}
