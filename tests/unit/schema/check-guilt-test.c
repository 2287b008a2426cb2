/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-guilt.h"

/* A letter is a cell: "a=bc" says that a is the sum of b and c. Standings are printed a letter a cell: clean "-",
 * acquitted "a", cleared "c", suspect "s", guilty "G". */

#define MOST_CELLS 64

static void
add_sum (ZbEquations *equations, const ZbDecimal *values, const guint *cells, guint count,
         gboolean may_lack) {
  ZbEquation equation = { .kind = ZB_EQUATION_SUM, .may_lack = may_lack };

  for (guint i = 0; i < count; i++) {
    ZbDecimal value = i == 0 ? values[cells[i]] : zb_decimal_negate (values[cells[i]]);

    g_assert_true (zb_decimal_add (equation.residual, value, &equation.residual));
  }
  equation.failed = zb_decimal_sign (equation.residual) != 0;
  zb_equations_add (equations, equation);
  for (guint i = 0; i < count; i++)
    zb_equations_add_term (equations, cells[i], i == 0 ? 1 : -1, (ZbDecimal){ 0 });
}

/* Adds the equations of "a=bc d=ae"; "<" instead of "=" where the sum may lack a term. */
static void
add_sums (ZbEquations *equations, const ZbDecimal *values, const char *sums) {
  g_auto (GStrv) list = g_strsplit (sums, " ", -1);

  for (guint i = 0; list[i] != NULL; i++) {
    guint cells[MOST_CELLS], count = 0;

    for (const char *p = list[i]; *p != '\0'; p++)
      if (g_ascii_isalpha (*p))
        cells[count++] = (guint) (*p - 'a');
    add_sum (equations, values, cells, count, list[i][1] == '<');
  }
}

static char *
print_standings (const ZbGuilt *guilt, guint cells) {
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells; i++)
    g_string_append_c (text, "-acsG"[guilt->standings[i]]);
  return g_string_free (text, FALSE);
}

static void
assert_standings (const char *numbers, const char *sums, const char *wanted) {
  g_auto (GStrv) list = g_strsplit (numbers, " ", -1);
  guint cells = g_strv_length (list);
  g_autofree ZbDecimal *values = g_new (ZbDecimal, cells);
  g_autoptr (ZbEquations) equations = zb_equations_new (cells);
  g_autoptr (ZbGuilt) guilt = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < cells; i++) {
    g_assert_true (zb_decimal_parse (list[i], &values[i]));
    zb_equations_set_floor (equations, i, values[i]);
  }
  add_sums (equations, values, sums);
  zb_equations_seal (equations);
  guilt = zb_guilt_find (equations);
  found = print_standings (guilt, cells);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_nothing_fails (void) {
  assert_standings ("5 2 3", "a=bc", "---");
}

/* One sum alone cannot tell. */
static void
test_single_sum (void) {
  assert_standings ("9 2 3", "a=bc", "sss");
}

/* Where the total would have to be less than nothing it is none of them. */
static void
test_floor (void) {
  assert_standings ("0 7 0", "a=bc", "ssc");
}

/* a is the total of its row and part of a column: it stands in both sums that fail. */
static void
test_crossing (void) {
  assert_standings ("9 2 3 12 7", "a=bc d=ae", "Gcccc");
}

/* The total is printed twice, and so is one part. */
static void
test_acquitted (void) {
  assert_standings ("9 2 3 9 2", "a=bc a=d b=e", "aaG--");
}

/* One acquittal leads to the next. */
static void
test_chain (void) {
  assert_standings ("9 2 3 2 9 9", "a=bc b=d a=e e=f", "aaG---");
}

/* What is copied along with the mistake is no witness. */
static void
test_copied_mistake (void) {
  assert_standings ("9 2 3 9 2 3", "a=bc d=ef a=d b=e c=f", "ssssss");
}

/* Everyone has a witness: they contradict each other, */
static void
test_contradiction (void) {
  assert_standings ("9 2 3 9 2 3", "a=bc a=d b=e c=f", "sss---");
}

/* unless a part may be missing. */
static void
test_missing_part (void) {
  assert_standings ("9 2 3 9 2 3", "a<bc a=d b=e c=f", "aaa---");
}

/* Two mistakes in different sums. */
static void
test_two_mistakes (void) {
  assert_standings ("9 2 3 12 7 8 1 1 9", "a=bc d=ae f=gh i=fg", "GccccccG-");
}

/* a is wrong whichever of f and g is. */
static void
test_in_every_explanation (void) {
  assert_standings ("9 2 3 12 7 9 6", "a=bc d=ae f=bg", "Gccccss");
}

/* Eleven sums that hang together fail: too many to search. That a would mend three of them does not convict it. */
static void
test_search_cut_short (void) {
  assert_standings ("9 2 3 12 7 12 7 90 1 81 1 72 1 63 1 54 1 45 1 37 1 28 1",
                    "a=bc d=ae f=ag h=bi j=bk l=bm n=bo p=bq r=bs t=bu v=bw",
                    "sssssssssssssssssssssss");
}

/* An amount slid down: two that hang together are wrong, not the total that has a witness. */
static void
test_hanging_together (void) {
  assert_standings ("10 10 4 3 3 10", "a=b b=cde a=f", "------");
  assert_standings ("10 4 4 3 3 10", "a=b b=cde a=f", "aGccc-");
}

/* Rows and columns with totals, and what each cell of a consistent table does when it alone is wrong. */
typedef struct {
  guint rows, cols;
  ZbDecimal values[MOST_CELLS];
} Grid;

static guint
place_of (const Grid *grid, guint row, guint col) {
  return row * grid->cols + col;
}

static void
fill_line (Grid *grid, guint target, const guint *parts, guint count) {
  grid->values[target] = (ZbDecimal){ 0 };
  for (guint i = 0; i < count; i++)
    g_assert_true (zb_decimal_add (grid->values[target], grid->values[parts[i]],
                                   &grid->values[target]));
}

/* The first column is the sum of the others, the first row the sum of the rows below. */
static void
fill_grid (Grid *grid, GRand *chance) {
  guint parts[MOST_CELLS];

  for (guint row = 1; row < grid->rows; row++) {
    for (guint col = 1; col < grid->cols; col++) {
      grid->values[place_of (grid, row, col)]
        = zb_decimal_from_int (g_rand_int_range (chance, 0, 1000000));
      parts[col - 1] = place_of (grid, row, col);
    }
    fill_line (grid, place_of (grid, row, 0), parts, grid->cols - 1);
  }
  for (guint col = 0; col < grid->cols; col++) {
    for (guint row = 1; row < grid->rows; row++)
      parts[row - 1] = place_of (grid, row, col);
    fill_line (grid, place_of (grid, 0, col), parts, grid->rows - 1);
  }
}

static ZbGuilt *
judge_grid (const Grid *grid) {
  g_autoptr (ZbEquations) equations = zb_equations_new (grid->rows * grid->cols);
  guint cells[MOST_CELLS];

  for (guint row = 0; row < grid->rows; row++) {
    for (guint col = 0; col < grid->cols; col++)
      cells[col] = place_of (grid, row, col);
    add_sum (equations, grid->values, cells, grid->cols, FALSE);
  }
  for (guint col = 0; col < grid->cols; col++) {
    for (guint row = 0; row < grid->rows; row++)
      cells[row] = place_of (grid, row, col);
    add_sum (equations, grid->values, cells, grid->rows, FALSE);
  }
  zb_equations_seal (equations);
  return zb_guilt_find (equations);
}

static guint
count_blamed (const ZbGuilt *guilt, guint cells) {
  guint count = 0;

  for (guint i = 0; i < cells; i++)
    count += guilt->standings[i] >= ZB_STANDING_SUSPECT;
  return count;
}

/* One wrong cell stands in a row and a column that fail: it alone is named. */
static void
test_planted_one (void) {
  g_autoptr (GRand) chance = g_rand_new_with_seed (20240613);

  for (guint turn = 0; turn < 300; turn++) {
    Grid grid = { (guint) g_rand_int_range (chance, 3, 8), (guint) g_rand_int_range (chance, 3, 8),
                  { { 0 } } };
    guint planted = (guint) g_rand_int_range (chance, 0, (gint32) (grid.rows * grid.cols));
    g_autoptr (ZbGuilt) guilt = NULL;

    fill_grid (&grid, chance);
    g_assert_true (zb_decimal_add (grid.values[planted],
                                   zb_decimal_from_int (g_rand_int_range (chance, 1, 5000)),
                                   &grid.values[planted]));
    guilt = judge_grid (&grid);
    g_assert_cmpint (guilt->standings[planted], ==, ZB_STANDING_GUILTY);
    g_assert_cmpuint (count_blamed (guilt, grid.rows * grid.cols), ==, 1);
  }
}

/* Two wrong cells may be two others as well (the opposite corners), but none of them is ever let go. */
static void
test_planted_two (void) {
  g_autoptr (GRand) chance = g_rand_new_with_seed (20240614);

  for (guint turn = 0; turn < 300; turn++) {
    Grid grid = { (guint) g_rand_int_range (chance, 3, 7), (guint) g_rand_int_range (chance, 3, 7),
                  { { 0 } } };
    guint cells = grid.rows * grid.cols;
    guint one = (guint) g_rand_int_range (chance, 0, (gint32) cells);
    guint other = (one + 1 + (guint) g_rand_int_range (chance, 0, (gint32) cells - 1)) % cells;
    g_autoptr (ZbGuilt) guilt = NULL;

    fill_grid (&grid, chance);
    g_assert_true (zb_decimal_add (grid.values[one],
                                   zb_decimal_from_int (g_rand_int_range (chance, 1, 5000)),
                                   &grid.values[one]));
    g_assert_true (zb_decimal_add (grid.values[other],
                                   zb_decimal_from_int (g_rand_int_range (chance, 6000, 9000)),
                                   &grid.values[other]));
    guilt = judge_grid (&grid);
    g_assert_cmpint (guilt->standings[one], >=, ZB_STANDING_SUSPECT);
    g_assert_cmpint (guilt->standings[other], >=, ZB_STANDING_SUSPECT);
  }
}

/* A table that is wrong all over takes no longer than the search is allowed, and nobody is let go. */
static void
test_wrong_all_over (void) {
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  Grid grid = { 8, 8, { { 0 } } };
  g_autoptr (ZbGuilt) guilt = NULL;

  fill_grid (&grid, chance);
  for (guint i = 0; i < 64; i += 3)
    grid.values[i] = zb_decimal_from_int (g_rand_int_range (chance, 0, 1000000));
  guilt = judge_grid (&grid);
  for (guint i = 0; i < 64; i += 3)
    g_assert_cmpint (guilt->standings[i], >=, ZB_STANDING_SUSPECT);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guilt/nothing-fails", test_nothing_fails);
  g_test_add_func ("/guilt/single-sum", test_single_sum);
  g_test_add_func ("/guilt/floor", test_floor);
  g_test_add_func ("/guilt/crossing", test_crossing);
  g_test_add_func ("/guilt/acquitted", test_acquitted);
  g_test_add_func ("/guilt/chain", test_chain);
  g_test_add_func ("/guilt/copied-mistake", test_copied_mistake);
  g_test_add_func ("/guilt/contradiction", test_contradiction);
  g_test_add_func ("/guilt/missing-part", test_missing_part);
  g_test_add_func ("/guilt/two-mistakes", test_two_mistakes);
  g_test_add_func ("/guilt/in-every-explanation", test_in_every_explanation);
  g_test_add_func ("/guilt/search-cut-short", test_search_cut_short);
  g_test_add_func ("/guilt/hanging-together", test_hanging_together);
  g_test_add_func ("/guilt/planted-one", test_planted_one);
  g_test_add_func ("/guilt/planted-two", test_planted_two);
  g_test_add_func ("/guilt/wrong-all-over", test_wrong_all_over);
  return g_test_run ();
}
