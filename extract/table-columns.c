/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-columns.h"

#include <math.h>

/* Runs that share less than this many points of x do not meet. */
static const double MIN_SHARED = 0.5;
/* Words and a number that touch are told apart by their characters; others by such a gap. */
static const double SPLIT_GAP = 0.12;

/* A column while it grows, with the lines on which it has a run. */
typedef struct {
  double x0, x1;
  gboolean values, words; /* whether it holds such */
  GArray *lines; /* guint64: a bit for each line */
} Cluster;

static void
cluster_free (gpointer data) {
  Cluster *cluster = data;

  g_array_unref (cluster->lines);
  g_free (cluster);
}

static gint
compare_widths (gconstpointer a, gconstpointer b) {
  const ZbTextRun *left = *(const ZbTextRun *const *) a, *right = *(const ZbTextRun *const *) b;
  double left_width = left->box.x1 - left->box.x0, right_width = right->box.x1 - right->box.x0;

  if (left_width != right_width)
    return left_width < right_width ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

static gint
compare_clusters (gconstpointer a, gconstpointer b) {
  const Cluster *left = *(const Cluster *const *) a, *right = *(const Cluster *const *) b;

  return left->x0 < right->x0 ? -1 : left->x0 > right->x0;
}

static gboolean
stand_side_by_side (const Cluster *a, const Cluster *b) {
  for (guint i = 0; i < MIN (a->lines->len, b->lines->len); i++)
    if ((g_array_index (a->lines, guint64, i) & g_array_index (b->lines, guint64, i)) != 0)
      return TRUE;
  return FALSE;
}

static void
add_cluster_line (Cluster *cluster, guint line) {
  if (line / 64 >= cluster->lines->len)
    g_array_set_size (cluster->lines, line / 64 + 1);
  g_array_index (cluster->lines, guint64, line / 64) |= G_GUINT64_CONSTANT (1) << line % 64;
}

static void
add_cluster_lines (Cluster *cluster, const Cluster *other) {
  if (cluster->lines->len < other->lines->len)
    g_array_set_size (cluster->lines, other->lines->len);
  for (guint i = 0; i < other->lines->len; i++)
    g_array_index (cluster->lines, guint64, i) |= g_array_index (other->lines, guint64, i);
}

static gboolean
do_meet (double a0, double a1, double b0, double b1) {
  return MIN (a1, b1) - MAX (a0, b0) > MIN_SHARED;
}

/* Where places may be wrong, a number beside the words of the next column may reach a little way under those of another
 * row. */
static gboolean
does_meet (const Cluster *cluster, const ZbTextRun *run, double slack) {
  gboolean differ = run->value ? !cluster->values : !cluster->words;

  return MIN (cluster->x1, run->box.x1) - MAX (cluster->x0, run->box.x0) > MIN_SHARED + (differ ? slack : 0);
}

/* The clusters that the run meets; borrowed members. */
static GPtrArray *
find_met (GPtrArray *clusters, const ZbTextRun *run, double slack) {
  GPtrArray *met = g_ptr_array_new ();

  for (guint i = 0; i < clusters->len; i++) {
    Cluster *cluster = g_ptr_array_index (clusters, i);

    if (does_meet (cluster, run, slack))
      g_ptr_array_add (met, cluster);
  }
  return met;
}

/* A run also spans columns when it meets one that has another run on the same line. */
static gboolean
is_spanning (const GPtrArray *met) {
  for (guint i = 0; i < met->len; i++)
    for (guint j = i + 1; j < met->len; j++)
      if (stand_side_by_side (g_ptr_array_index (met, i), g_ptr_array_index (met, j)))
        return TRUE;
  return FALSE;
}

static void
add_to_clusters (GPtrArray *clusters, const ZbTextRun *run, double slack) {
  g_autoptr (GPtrArray) met = find_met (clusters, run, slack);
  Cluster *first;

  if (is_spanning (met))
    return;
  if (met->len == 0) {
    first = g_new0 (Cluster, 1);
    first->x0 = run->box.x0;
    first->x1 = run->box.x1;
    first->lines = g_array_new (FALSE, TRUE, sizeof (guint64));
    g_ptr_array_add (clusters, first);
  } else
    first = g_ptr_array_index (met, 0);
  for (guint i = 1; i < met->len; i++) {
    Cluster *other = g_ptr_array_index (met, i);

    add_cluster_lines (first, other);
    first->values |= other->values;
    first->words |= other->words;
    first->x0 = MIN (first->x0, other->x0);
    first->x1 = MAX (first->x1, other->x1);
    g_ptr_array_remove (clusters, other);
  }
  first->values |= run->value;
  first->words |= !run->value;
  first->x0 = MIN (first->x0, run->box.x0);
  first->x1 = MAX (first->x1, run->box.x1);
  add_cluster_line (first, run->line);
}

/* Whether the line has values, or overlaps one that has: numbers may stand half a line beside. */
static gboolean
is_beside_values (const ZbTextRuns *runs, guint at) {
  const ZbRunLine *line = &g_array_index (runs->lines, ZbRunLine, at);

  return line->values > 0 || (at > 0 && line[-1].values > 0 && line[-1].bottom > line->top)
         || (at + 1 < runs->lines->len && line[1].values > 0 && line[1].top < line->bottom);
}

GArray *
zb_table_columns_new (const ZbTextRuns *runs, guint from, guint to) {
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (cluster_free);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (ZbTextColumn));

  for (guint i = from; i < to; i++) {
    const ZbRunLine *line = &g_array_index (runs->lines, ZbRunLine, i);

    for (guint j = line->first; is_beside_values (runs, i) && j < line->first + line->count; j++)
      g_ptr_array_add (sorted, &g_array_index (runs->runs, ZbTextRun, j));
  }
  g_ptr_array_sort (sorted, compare_widths);
  for (guint i = 0; i < sorted->len; i++)
    add_to_clusters (clusters, g_ptr_array_index (sorted, i), runs->slack);
  g_ptr_array_sort (clusters, compare_clusters);
  for (guint i = 0; i < clusters->len; i++) {
    const Cluster *cluster = g_ptr_array_index (clusters, i);
    ZbTextColumn column = { cluster->x0, cluster->x1 };
    ZbTextColumn *before = i > 0 ? &g_array_index (columns, ZbTextColumn, i - 1) : NULL;

    if (before != NULL && before->x1 > column.x0)
      before->x1 = column.x0 = MIN ((before->x1 + column.x0) / 2, column.x1);
    g_array_append_val (columns, column);
  }
  return columns;
}

static gboolean
is_numeric (gunichar character) {
  return g_unichar_isdigit (character) || character == '.' || character == ',' || character == '%'
         || character == '-';
}

/* The place in @run where the column @left ends and @right starts: the index of the first glyph
 * of the right part, or 0 where nothing shows it. */
static guint
find_cut (const ZbTextRuns *runs, const ZbTextRun *run, const ZbTextColumn *left,
          const ZbTextColumn *right) {
  double low = MIN (left->x1, right->x0) - run->size, high = MAX (left->x1, right->x0) + run->size;
  double best_gap = -G_MAXDOUBLE;
  guint best = 0, rivals = 0;

  for (guint i = 1; i < run->count; i++) {
    const ZbGlyph *before = &g_array_index (runs->glyphs, ZbGlyph, run->first + i - 1);
    const ZbGlyph *after = before + 1;
    gboolean changes = is_numeric (before->character) != is_numeric (after->character);
    double gap = after->box.x0 - before->box.x1 + (changes ? run->size : 0);

    if (after->box.x0 < low || before->box.x1 > high
        || (!changes && gap < SPLIT_GAP * run->size))
      continue;
    rivals = gap > 1.6 * best_gap ? 0 : rivals + 1;
    if (gap <= best_gap)
      continue;
    best_gap = gap;
    best = i;
  }
  return rivals == 0 ? best : 0;
}

void
zb_table_columns_split_runs (const GArray *columns, ZbTextRuns *runs, guint from, guint to) {
  guint first = g_array_index (runs->lines, ZbRunLine, from).first;

  for (guint i = first; i < runs->runs->len; i++) {
    const ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);

    if (run->line >= to)
      return;
    for (guint j = 0; j + 1 < columns->len; j++) {
      const ZbTextColumn *column = &g_array_index (columns, ZbTextColumn, j);
      guint cut = 0;

      if (do_meet (column->x0, column->x1, run->box.x0, run->box.x1)
          && do_meet (column[1].x0, column[1].x1, run->box.x0, run->box.x1))
        cut = find_cut (runs, run, column, column + 1);
      if (cut > 0) {
        zb_text_runs_split (runs, i, cut);
        break;
      }
    }
  }
}

guint
zb_table_columns_lookup (const GArray *columns, const ZbBox *box) {
  double best_shared = -G_MAXDOUBLE;
  guint best = 0;

  for (guint i = 0; i < columns->len; i++) {
    const ZbTextColumn *column = &g_array_index (columns, ZbTextColumn, i);
    double shared = MIN (column->x1, box->x1) - MAX (column->x0, box->x0);

    if (shared > best_shared) {
      best_shared = shared;
      best = i;
    }
  }
  return best;
}

/* A run that reaches over the next columns spans them. */
static guint
count_columns (const GArray *columns, const ZbBox *box, double slack, guint *first) {
  guint count = 0;

  *first = zb_table_columns_lookup (columns, box);
  for (guint i = 0; i < columns->len; i++) {
    const ZbTextColumn *column = &g_array_index (columns, ZbTextColumn, i);

    if (MIN (column->x1, box->x1) - MAX (column->x0, box->x0) <= MIN_SHARED + slack)
      continue;
    if (count++ == 0)
      *first = i;
  }
  return MAX (count, 1);
}

void
zb_table_columns_place_runs (const GArray *columns, ZbTextRuns *runs, guint from, guint to) {
  for (guint i = from; i < to; i++) {
    const ZbRunLine *line = &g_array_index (runs->lines, ZbRunLine, i);

    for (guint j = line->first; j < line->first + line->count; j++) {
      ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, j);

      run->span = count_columns (columns, &run->box, runs->slack, &run->col);
    }
  }
}

void
zb_table_columns_insert (GArray *columns, guint at, double x0, double x1, ZbTextRuns *runs, guint from,
                         guint to) {
  ZbTextColumn column = { x0, x1 };
  guint first = g_array_index (runs->lines, ZbRunLine, from).first;

  if (at > 0)
    column.x0 = MAX (x0, g_array_index (columns, ZbTextColumn, at - 1).x1);
  if (at < columns->len)
    column.x1 = MIN (x1, g_array_index (columns, ZbTextColumn, at).x0);
  if (column.x1 < column.x0)
    column.x0 = column.x1 = at > 0 ? g_array_index (columns, ZbTextColumn, at - 1).x1 : column.x1;
  g_array_insert_val (columns, at, column);
  for (guint i = first; i < runs->runs->len; i++) {
    ZbTextRun *run = &g_array_index (runs->runs, ZbTextRun, i);

    if (run->line >= to)
      return;
    if (run->col >= at)
      run->col++;
    else if (run->col + run->span > at)
      run->span++;
  }
}
