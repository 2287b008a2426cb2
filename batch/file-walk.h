/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* The files below some paths, one after the other, in an order that depends on their names only.
 * Hidden files and folders are left out, and so are folders behind symbolic links, which may lead in
 * circles. Holds no more than the entries of the folders that are open. */
typedef struct _ZbFileWalk ZbFileWalk;

/* @left_out (NULL: none) is a folder into which it does not go. The caller frees it. */
ZbFileWalk *zb_file_walk_new (const char *path, const char *left_out);
void zb_file_walk_free (ZbFileWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFileWalk, zb_file_walk_free)

/* The path of the next regular file, and its state; borrowed until the next call. NULL at the end. What
 * cannot be looked into is passed to @complain with the number of the error. */
const char *zb_file_walk_next (ZbFileWalk *walk, struct stat *status,
                               void (*complain) (const char *path, int number, gpointer data),
                               gpointer data);

/* @path as the store names it: UTF-8, with \xNN for bytes that are not. The caller frees it. */
char *zb_file_walk_print_name (const char *path);

G_END_DECLS
