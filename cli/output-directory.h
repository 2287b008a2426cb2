/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder of -o: gives each input a file name of its own and makes files appear whole. */
typedef struct _ZbOutputDirectory ZbOutputDirectory;

/* Creates @path and its parents where they are missing. @inputs (NULL-terminated paths) are never
 * written over. NULL with ZB_ERROR_IO where it cannot be used. The caller frees it. */
ZbOutputDirectory *zb_output_directory_new (const char *path, char **inputs, GError **error);
void zb_output_directory_free (ZbOutputDirectory *directory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOutputDirectory, zb_output_directory_free)

/* The output path for @input: its base name without the format's ending, and @extension; -2, -3 …
 * before the extension where an earlier input of this run, or an input file itself, has that path.
 * Depends on the order of the calls only. The caller frees it. */
char *zb_output_directory_claim (ZbOutputDirectory *directory, const char *input,
                                 const char *extension);

/* A file being written under a temporary name beside its place. */
typedef struct _ZbOutputFile ZbOutputFile;

/* Starts the file that shall become @path; NULL with ZB_ERROR_IO. The caller frees it. */
ZbOutputFile *zb_output_file_new (const char *path, GError **error);
/* Where to write; borrowed. */
GOutputStream *zb_output_file_stream (ZbOutputFile *file);
/* Brings the bytes to the disk and gives the file its name, replacing one that has it. FALSE with
 * ZB_ERROR_IO leaves the old file as it was. */
gboolean zb_output_file_commit (ZbOutputFile *file, GError **error);
/* Removes the temporary file unless it was committed. */
void zb_output_file_free (ZbOutputFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbOutputFile, zb_output_file_free)

G_END_DECLS
