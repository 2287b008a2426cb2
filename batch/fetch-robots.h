/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A site's robots.txt (RFC 9309) as it concerns this program. */
typedef struct _ZbFetchRobots ZbFetchRobots;

/* Parses @text for the product @agent (lower case), else for *; NULL text allows all. The caller
 * frees it. */
ZbFetchRobots *zb_fetch_robots_new (const char *text, const char *agent);
void zb_fetch_robots_free (ZbFetchRobots *robots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbFetchRobots, zb_fetch_robots_free)

/* Whether @path, with its query, may be fetched: the longest matching rule decides, Allow before
 * Disallow. */
gboolean zb_fetch_robots_allow (const ZbFetchRobots *robots, const char *path);
/* Milliseconds of Crawl-delay; 0 where none is asked for. */
guint zb_fetch_robots_delay (const ZbFetchRobots *robots);

G_END_DECLS
