/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "flag.h"

G_BEGIN_DECLS

/* One project of a list: the rows from its first to the next project's. */
typedef struct {
  guint first_row;
  char *name, *goal; /* NULL where none is printed */
  GArray *names;     /* guint: the rows in which its name, or a piece of it, begins */
  ZbFlags flags;     /* row_joined, cut_off: what is to be said of its name */
} ZbGoalProject;

/* The columns of a list of projects; G_MAXUINT where there is none. */
typedef struct {
  guint name, goal;
  const GArray *funds; /* guint: the columns of amounts */
} ZbGoalColumns;

/* Divides the rows of @table from @first_row on into its projects, ZbGoalProject, in their order; the
 * caller frees the array. Pages cut the merged cells of a project in two and print the words of either
 * part, so the pieces are put together again where the page proves it. */
GPtrArray *zb_goal_projects_find (const ZbTable *table, guint first_row,
                                  const ZbGoalColumns *columns);

G_END_DECLS
