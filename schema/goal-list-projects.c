/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-list-projects.h"

#include <string.h>

#include "text-fold.h"

static void
project_free (gpointer data) {
  ZbGoalProject *project = data;

  g_free (project->name);
  g_free (project->goal);
  g_array_unref (project->names);
  g_free (project);
}

static const char *
text_at (const ZbTable *table, guint row, guint col) {
  return col != G_MAXUINT ? zb_table_lookup (table, row, col)->text : "";
}

/* The words of a merged cell stand in its middle, so where a page break cuts it they may stand on
 * either page. A blank cell that begins inside a page therefore opens a project whose name comes on
 * the next; one at the top of a page goes on with the project before. */
static gboolean
begins_inside_page (const ZbTable *table, guint row, guint col) {
  return row > 0
         && zb_table_lookup (table, row, col)->origin.page
                == zb_table_lookup (table, row - 1, col)->origin.page;
}

/* The line in the middle of the cut is printed on both pages: how many bytes at the end of @before are
 * those at the beginning of @after. Fewer than @least characters may be chance. */
static gsize
find_overlap (const char *before, const char *after, glong least) {
  for (const char *p = before; *p != '\0' && g_utf8_strlen (p, -1) >= least; p = g_utf8_next_char (p))
    if (g_str_has_prefix (after, p))
      return strlen (p);
  return 0;
}

#define LEAST_OF_A_NAME 3
#define LEAST_OF_A_GOAL 6

typedef enum { NO_AMOUNTS, SAME_AMOUNTS, OTHER_AMOUNTS, ONE_HAS_AMOUNTS } Amounts;

/* What the amounts of two rows say of each other. */
static Amounts
compare_amounts (const ZbTable *table, const GArray *funds, guint a, guint b) {
  guint left = 0, right = 0;

  for (guint i = 0; i < funds->len; i++) {
    guint col = g_array_index (funds, guint, i);
    const char *one = text_at (table, a, col), *other = text_at (table, b, col);

    left += *one != '\0';
    right += *other != '\0';
    if (*one != '\0' && *other != '\0' && !g_str_equal (one, other))
      return OTHER_AMOUNTS;
  }
  if (left == 0 && right == 0)
    return NO_AMOUNTS;
  return left > 0 && right > 0 ? SAME_AMOUNTS : ONE_HAS_AMOUNTS;
}

/* The bytes of the code that names begin with in some lists: 11000022T000000455967-. */
static gsize
code_length (const char *name) {
  gsize length = strspn (name, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return length >= 10 ? length : 0;
}

static guint
row_of_last_name (const ZbGoalProject *project) {
  return project->names->len > 0
             ? g_array_index (project->names, guint, project->names->len - 1)
             : project->first_row;
}

/* How sure it is that a name at the top of a page is the rest of the one before. */
typedef enum { ANOTHER, PERHAPS, THE_REST } Rest;

static Rest
judge_rest (const ZbTable *table, const ZbGoalColumns *columns, const ZbGoalProject *project,
            guint row) {
  const char *name = text_at (table, row, columns->name);
  guint before = row_of_last_name (project);
  Amounts amounts = compare_amounts (table, columns->funds, before, row);
  gboolean coded = code_length (project->name) > 0;

  if (begins_inside_page (table, row, columns->name) || amounts == OTHER_AMOUNTS)
    return ANOTHER;
  if (g_str_equal (name, project->name))
    return amounts == SAME_AMOUNTS ? THE_REST : ANOTHER;
  if (g_str_has_prefix (name, project->name))
    return THE_REST;
  if (coded && code_length (name) > 0)
    return ANOTHER;
  if (find_overlap (project->name, name, LEAST_OF_A_NAME) > 0
      || find_overlap (text_at (table, before, columns->goal), text_at (table, row, columns->goal),
                       LEAST_OF_A_GOAL) > 0
      || amounts == ONE_HAS_AMOUNTS || (coded && amounts == SAME_AMOUNTS))
    return THE_REST;
  return coded || (amounts == SAME_AMOUNTS && project->goal != NULL) ? PERHAPS : ANOTHER;
}

/* Puts @rest behind @text without the words that both have; the result is the caller's. */
static char *
put_together (const char *text, const char *rest, glong least) {
  if (g_str_equal (text, rest))
    return g_strdup (text);
  return g_strconcat (text, rest + find_overlap (text, rest, least), NULL);
}

static void
add_goal (ZbGoalProject *project, const char *text) {
  g_autofree char *trimmed = zb_text_trim (text);
  char *joined;

  if (*trimmed == '\0')
    return;
  joined = project->goal != NULL ? put_together (project->goal, trimmed, LEAST_OF_A_GOAL)
                                 : g_strdup (trimmed);
  g_free (project->goal);
  project->goal = joined;
}

static void
add_name (ZbGoalProject *project, const char *text, guint row) {
  g_autofree char *trimmed = zb_text_trim (text);
  char *joined = project->name != NULL ? put_together (project->name, trimmed, LEAST_OF_A_NAME)
                                       : g_strdup (trimmed);

  if (project->name != NULL && !g_str_equal (project->name, joined))
    project->flags |= ZB_FLAG_BIT (ZB_FLAG_ROW_JOINED);
  g_free (project->name);
  project->name = joined;
  g_array_append_val (project->names, row);
}

static ZbGoalProject *
open_project (GPtrArray *projects, guint row) {
  ZbGoalProject *project = g_new0 (ZbGoalProject, 1);

  project->first_row = row;
  project->names = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (projects, project);
  return project;
}

/* The project that the name, or blank, beginning in @row belongs to: @open, or one that it opens. */
static ZbGoalProject *
place_name (const ZbTable *table, const ZbGoalColumns *columns, guint row, ZbGoalProject *open,
            GPtrArray *projects) {
  const char *name = text_at (table, row, columns->name);
  Rest rest = ANOTHER;
  ZbGoalProject *project;

  if (*name == '\0')
    return begins_inside_page (table, row, columns->name) ? open_project (projects, row) : open;
  if (open != NULL && open->name == NULL)
    return open;
  if (open != NULL)
    rest = judge_rest (table, columns, open, row);
  project = rest == THE_REST ? open : open_project (projects, row);
  if (rest == PERHAPS) {
    open->flags |= ZB_FLAG_BIT (ZB_FLAG_CUT_OFF);
    project->flags |= ZB_FLAG_BIT (ZB_FLAG_CUT_OFF);
  }
  return project;
}

GPtrArray *
zb_goal_projects_find (const ZbTable *table, guint first_row, const ZbGoalColumns *columns) {
  GPtrArray *projects = g_ptr_array_new_with_free_func (project_free);
  ZbGoalProject *open = NULL;

  for (guint row = first_row; row < table->rows; row++) {
    const ZbCell *name = zb_table_lookup (table, row, columns->name);

    if (name->row != row)
      continue;
    open = place_name (table, columns, row, open, projects);
    if (open == NULL)
      continue;
    if (*name->text != '\0')
      add_name (open, name->text, row);
    if (columns->goal != G_MAXUINT && zb_table_lookup (table, row, columns->goal)->row == row)
      add_goal (open, text_at (table, row, columns->goal));
  }
  return projects;
}
