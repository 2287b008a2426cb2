/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fetch-config.h"
#include "fetch-transfer.h"

G_BEGIN_DECLS

/* Asks hosts politely: as their robots.txt allows, one request at a time with a pause between two, later
 * where they say so, and not at all any more in this run where they ask for too much patience. */
typedef struct _ZbFetchVisitor ZbFetchVisitor;

/* @config is borrowed. The caller frees it. */
ZbFetchVisitor *zb_fetch_visitor_new (const ZbFetchConfig *config, const char *program);
void zb_fetch_visitor_free (ZbFetchVisitor *visitor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFetchVisitor, zb_fetch_visitor_free)

typedef enum {
  ZB_VISIT_ANSWERED,  /* a whole answer of status 200 */
  ZB_VISIT_UNCHANGED, /* 304 */
  ZB_VISIT_REFUSED,   /* robots.txt forbids it */
  ZB_VISIT_DEFERRED,  /* the host asks to come back later than this run */
  ZB_VISIT_FAILED,
} ZbVisit;

/* GETs @address through at most five redirections. @answer is the last one, and *@final (the caller
 * frees it) its address; *@message says why there is none (NULL otherwise; the caller frees it). */
ZbVisit zb_fetch_visitor_get (ZbFetchVisitor *visitor, const char *address, const char *etag,
                              const char *last_modified, ZbFetchAnswer *answer, char **final,
                              char **message);

G_END_DECLS
