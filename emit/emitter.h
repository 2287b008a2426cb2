/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report.h"

G_BEGIN_DECLS

/* Wishes of the caller; an emitter ignores those that do not concern it. */
typedef struct {
  gboolean evidence;   /* write with each fact what its confidence is made of */
  gboolean mentions;   /* write the numbers that no indicator catalogues, too */
  gboolean facts_only; /* leave out everything but the facts */
  gboolean excel;      /* csv: byte order mark, CRLF, codes and formulas guarded */
  gboolean header;     /* csv: begin with the header line (the first document of a stream) */
  gboolean colour;     /* table: the reader is a terminal that shows colours */
} ZbEmitOptions;

/* One output format. */
typedef struct {
  const char *name;
  const char *extension; /* of an output file, with its dot */
  const char *summary;   /* one line for --help */
  /* Writes @report to @out, which stays open. FALSE with the error of @out where it fails. The
   * same report and options give the same bytes. */
  gboolean (*emit) (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
                    GError **error);
} ZbEmitter;

/* Every format, the default first; an entry without a name ends the list. */
extern const ZbEmitter zb_emitters[];

/* The format called @name; NULL where there is none. */
const ZbEmitter *zb_emitter_lookup (const char *name);

G_END_DECLS
