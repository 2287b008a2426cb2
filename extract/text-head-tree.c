/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-head-tree.h"

#include <string.h>

/* The words of a head are left, but not which stands over which:
 *
 *     科目编码 科目名称 合计 基本支出 项目支出        小计 and what follows stand under 基本支出: it is known
 *     小计 人员经费 公用经费                          to have such parts, and a total begins them
 *
 * Every word takes none or some of the words of the next line, in order, so that none is left. What is less
 * usual costs more; the cheapest way is taken, or all that are equally cheap. */

enum {
  IMPOSSIBLE = 1000,
  TOTAL_AMID = 2,   /* a total that is not the first of its group */
  REPEATED = 2,     /* a word twice in a group */
  ONLY_A_TOTAL = 1, /* words that are not known as parts, but begin with a total */
  UNKNOWN_PART = 3, /* a part of a word that has others */
  NAME_FIRST = 1,   /* a side that begins with a name, which may as well be the last of the keys before it */
  UNKNOWN_SIDE = 3, /* names and amounts under a word that is not known to have them */
  MOST_FLAT = 40,   /* words, where the ends of lines are not known */
};

typedef struct {
  const ZbTextHeadWords *words;
  guint from, to, end; /* a line is the words from @from to before @to, the next one ends before @end */
  guint best[ZB_TEXT_HEAD_MOST_WORDS + 1][ZB_TEXT_HEAD_MOST_WORDS + 1];
} Pair;

/* All ways while they are looked for. */
typedef struct {
  const ZbTextHeadWords *words;
  GPtrArray *found; /* ZbTextHeadTree * */
  guint most, cost; /* of the ways found */
} Search;

static ZbHeadWord
kind_at (const ZbTextHeadWords *words, guint i) {
  return g_array_index (words->kinds, ZbHeadWord, i);
}

static gboolean
is_total (const ZbTextHeadWords *words, guint i) {
  return words->totals->data[i];
}

static gboolean
is_part (const ZbTextHeadWords *words, guint over, guint part) {
  return words->parts->data[over * words->texts->len + part];
}

static gboolean
is_key (ZbHeadWord kind) {
  return kind == ZB_HEAD_WORD_NAME || kind == ZB_HEAD_WORD_CODE || kind == ZB_HEAD_WORD_KEYS;
}

void
zb_text_head_words_init (ZbTextHeadWords *words, const GPtrArray *texts) {
  words->texts = g_ptr_array_new ();
  words->kinds = g_array_new (FALSE, FALSE, sizeof (ZbHeadWord));
  words->totals = g_byte_array_new ();
  words->parts = g_byte_array_new ();
  for (guint i = 0; i < texts->len; i++) {
    const char *text = g_ptr_array_index (texts, i);
    ZbHeadWord kind = zb_text_head_words_lookup (text);
    guint8 total = kind == ZB_HEAD_WORD_AMOUNT && zb_text_head_words_is_total (text);

    g_ptr_array_add (words->texts, (gpointer) text);
    g_array_append_val (words->kinds, kind);
    g_byte_array_append (words->totals, &total, 1);
    for (guint part = 0; part < texts->len; part++) {
      guint8 below = texts->len <= ZB_TEXT_HEAD_MOST_WORDS
                     && zb_text_head_words_is_part (text, g_ptr_array_index (texts, part));

      g_byte_array_append (words->parts, &below, 1);
    }
  }
}

void
zb_text_head_words_clear (ZbTextHeadWords *words) {
  g_clear_pointer (&words->texts, g_ptr_array_unref);
  g_clear_pointer (&words->kinds, g_array_unref);
  g_clear_pointer (&words->totals, g_byte_array_unref);
  g_clear_pointer (&words->parts, g_byte_array_unref);
}

/* What it costs that the words from @from to before @to stand side by side as one group. */
static guint
cost_of_group (const ZbTextHeadWords *words, guint from, guint to) {
  gboolean amounts = FALSE;
  guint cost = 0;

  for (guint i = from; i < to; i++) {
    if (kind_at (words, i) == ZB_HEAD_WORD_LEVEL)
      return IMPOSSIBLE; /* but under a code */
    cost += is_total (words, i) && amounts ? TOTAL_AMID : 0;
    amounts = !is_key (kind_at (words, i)) && (amounts || kind_at (words, i) != ZB_HEAD_WORD_LINE);
  }
  return cost;
}

static guint
cost_of_repetition (const ZbTextHeadWords *words, guint from, guint to) {
  guint cost = 0;

  for (guint i = from; i < to; i++)
    for (guint j = from; j < i; j++)
      cost += g_str_equal (g_ptr_array_index (words->texts, i), g_ptr_array_index (words->texts, j))
                  ? REPEATED
                  : 0;
  return cost;
}

/* Names and codes with amounts behind them, or with none: a side of a form. */
static guint
cost_of_side (const ZbTextHeadWords *words, guint over, guint from, guint to) {
  guint cost = kind_at (words, from) == ZB_HEAD_WORD_NAME ? NAME_FIRST : 0;

  if (is_key (kind_at (words, to - 1)) || kind_at (words, to - 1) == ZB_HEAD_WORD_LEVEL
      || kind_at (words, to - 1) == ZB_HEAD_WORD_LINE)
    return IMPOSSIBLE;
  return cost + cost_of_repetition (words, from, to) + (kind_at (words, over) == ZB_HEAD_WORD_OVER ? 0 : UNKNOWN_SIDE);
}

/* Under a word for amounts. */
static guint
cost_of_amounts (const ZbTextHeadWords *words, guint over, guint from, guint to) {
  guint unknown = 0;

  for (guint i = from; i < to; i++) {
    if (is_key (kind_at (words, i)) || kind_at (words, i) == ZB_HEAD_WORD_LEVEL)
      return IMPOSSIBLE;
    unknown += !is_part (words, over, i);
  }
  if (unknown == 0)
    return 0;
  if (is_total (words, from))
    return ONLY_A_TOTAL + (unknown < to - from ? 0 : 1);
  return kind_at (words, over) >= ZB_HEAD_WORD_OVER && unknown < to - from ? UNKNOWN_PART * unknown
                                                                          : IMPOSSIBLE;
}

/* What it costs that the words from @from to before @to stand under @over. */
static guint
cost_of_parts (const ZbTextHeadWords *words, guint over, guint from, guint to) {
  ZbHeadWord kind = kind_at (words, over);
  guint cost;

  if (from == to)
    return 0;
  if (kind == ZB_HEAD_WORD_KEYS || kind == ZB_HEAD_WORD_CODE) {
    for (guint i = from; i < to; i++)
      if (kind == ZB_HEAD_WORD_KEYS ? !is_key (kind_at (words, i))
                                    : kind_at (words, i) != ZB_HEAD_WORD_LEVEL)
        return IMPOSSIBLE;
    return cost_of_repetition (words, from, to);
  }
  if (is_total (words, over) || (kind != ZB_HEAD_WORD_AMOUNT && kind < ZB_HEAD_WORD_OVER))
    return IMPOSSIBLE;
  cost = is_key (kind_at (words, from)) ? cost_of_side (words, over, from, to)
                                        : cost_of_amounts (words, over, from, to)
                                              + cost_of_repetition (words, from, to);
  return cost + cost_of_group (words, from, to);
}

/* Fills pair->best: the least cost of the words from each on with the parts from each on. */
static void
weigh_pair (Pair *pair) {
  guint above = pair->to - pair->from, below = pair->end - pair->to;

  for (guint i = above + 1; i-- > 0;)
    for (guint j = below + 1; j-- > 0;) {
      guint best = i == above && j == below ? 0 : IMPOSSIBLE;

      for (guint count = 0; i < above && j + count <= below; count++) {
        guint rest = pair->best[i + 1][j + count];

        if (rest < best)
          best = MIN (best, rest
                                + cost_of_parts (pair->words, pair->from + i, pair->to + j,
                                                 pair->to + j + count));
      }
      pair->best[i][j] = best;
    }
}

static void
keep_tree (Search *search, const ZbTextHeadTree *tree) {
  if (search->found->len < search->most)
    g_ptr_array_add (search->found, g_memdup2 (tree, sizeof *tree));
}

static void choose_line (Search *search, ZbTextHeadTree *tree, guint line);

/* Goes through the cheapest ways to give the words of a line their parts, from word @i and part @j on. */
static void
choose_parts (Search *search, ZbTextHeadTree *tree, guint line, const Pair *pair, guint i, guint j) {
  guint above = pair->to - pair->from, below = pair->end - pair->to;

  if (search->found->len >= search->most)
    return;
  if (i == above) {
    choose_line (search, tree, line + 1);
    return;
  }
  for (guint count = 0; j + count <= below; count++) {
    guint rest = pair->best[i + 1][j + count];

    if (rest >= IMPOSSIBLE
        || rest + cost_of_parts (pair->words, pair->from + i, pair->to + j, pair->to + j + count)
               != pair->best[i][j])
      continue;
    tree->counts[pair->from + i] = count;
    choose_parts (search, tree, line, pair, i + 1, j + count);
  }
}

static void
choose_line (Search *search, ZbTextHeadTree *tree, guint line) {
  g_autofree Pair *pair = NULL;

  if (line + 1 == tree->lines) {
    keep_tree (search, tree);
    return;
  }
  pair = g_new0 (Pair, 1);
  pair->words = search->words;
  pair->from = line > 0 ? tree->ends[line - 1] : 0;
  pair->to = tree->ends[line];
  pair->end = tree->ends[line + 1];
  weigh_pair (pair);
  choose_parts (search, tree, line, pair, 0, 0);
}

/* What the words up to @end cost that stand under those of the line before, which is @line - 1. */
static guint
weigh_line (const ZbTextHeadWords *words, const guint *ends, guint line) {
  g_autofree Pair *pair = NULL;

  if (line == 0)
    return cost_of_group (words, 0, ends[0]);
  pair = g_new0 (Pair, 1);
  pair->words = words;
  pair->from = line > 1 ? ends[line - 2] : 0;
  pair->to = ends[line - 1];
  pair->end = ends[line];
  weigh_pair (pair);
  return pair->best[0][0];
}

/* Takes the ways of reading these lines, which cost @cost in all. */
static void
take_lines (Search *search, const guint *ends, guint lines, guint cost) {
  ZbTextHeadTree tree = { .lines = lines, .cost = cost };

  if (cost < search->cost)
    g_ptr_array_set_size (search->found, 0);
  search->cost = cost;
  memcpy (tree.ends, ends, lines * sizeof *ends);
  choose_line (search, &tree, 0);
}

static void
take_known_lines (Search *search, const guint *ends, guint lines) {
  guint cost = 0;

  for (guint line = 0; line < lines; line++)
    cost += weigh_line (search->words, ends, line);
  if (cost < IMPOSSIBLE)
    take_lines (search, ends, lines, cost);
}

/* Tries every place where the line @line may end. */
static void
break_lines (Search *search, guint *ends, guint line, guint cost) {
  guint count = search->words->texts->len;

  for (guint end = line > 0 ? ends[line - 1] + 1 : 1; end <= count; end++) {
    guint so_far;

    ends[line] = end;
    so_far = cost + weigh_line (search->words, ends, line);
    if (so_far >= IMPOSSIBLE || so_far > search->cost)
      continue;
    if (end == count)
      take_lines (search, ends, line + 1, so_far);
    else if (line + 2 < ZB_TEXT_HEAD_MOST_LINES)
      break_lines (search, ends, line + 1, so_far);
  }
}

GPtrArray *
zb_text_head_tree_find (const ZbTextHeadWords *words, const guint *ends, guint lines, guint most) {
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  Search search = { .words = words, .found = found, .most = most, .cost = IMPOSSIBLE };
  guint breaks[ZB_TEXT_HEAD_MOST_LINES];

  if (words->texts->len == 0 || words->texts->len > ZB_TEXT_HEAD_MOST_WORDS)
    return found;
  if (ends != NULL && lines <= ZB_TEXT_HEAD_MOST_LINES)
    take_known_lines (&search, ends, lines);
  else if (ends == NULL && words->texts->len <= MOST_FLAT)
    break_lines (&search, breaks, 0, 0);
  return found;
}
