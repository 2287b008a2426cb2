/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-visit.h"

#include <string.h>

#include "fetch-robots.h"

enum { MAX_REDIRECTIONS = 5, STATUS_OK = 200, STATUS_UNCHANGED = 304, STATUS_TOO_MANY = 429,
       STATUS_UNAVAILABLE = 503 };
/* A host that fails so often in a row is down, and waiting for each of its addresses takes days. */
enum { MAX_FAILURES = 5 };

static const char AGENT[] = "zhibiao";

typedef struct {
  char *site;            /* http://host:port */
  ZbFetchRobots *robots; /* NULL: not yet asked */
  gint64 last;           /* monotonic microseconds: the end of the last request */
  guint failures;        /* addresses in a row that gave no answer */
  gboolean deferred, silent;
} Host;

struct _ZbFetchVisitor {
  const ZbFetchConfig *config;
  ZbFetchTransfer *transfer;
  GHashTable *hosts; /* site → Host */
};

static void
host_free (gpointer data) {
  Host *host = data;

  g_free (host->site);
  g_clear_pointer (&host->robots, zb_fetch_robots_free);
  g_free (host);
}

ZbFetchVisitor *
zb_fetch_visitor_new (const ZbFetchConfig *config, const char *program) {
  const ZbFetchTransferLimits limits = { config->timeout, config->max_bytes };
  g_autofree char *agent
    = g_strdup_printf ("%s/%s (contact: %s)", AGENT, program, config->contact);
  ZbFetchVisitor *visitor = g_new0 (ZbFetchVisitor, 1);

  visitor->config = config;
  visitor->transfer = zb_fetch_transfer_new (agent, &limits);
  visitor->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, host_free);
  return visitor;
}

void
zb_fetch_visitor_free (ZbFetchVisitor *visitor) {
  g_hash_table_unref (visitor->hosts);
  zb_fetch_transfer_free (visitor->transfer);
  g_free (visitor);
}

/* The host of @address, and in *@path the rest of it; NULL where it is no web address. */
static Host *
lookup_host (ZbFetchVisitor *visitor, const char *address, const char **path) {
  const char *begin = strstr (address, "://");
  gsize length;
  g_autofree char *site = NULL, *lower = NULL;
  Host *host;

  if (begin == NULL
      || (!g_str_has_prefix (address, "http://") && !g_str_has_prefix (address, "https://")))
    return NULL;
  length = (gsize) (begin - address) + 3 + strcspn (begin + 3, "/?#");
  site = g_strndup (address, length);
  lower = g_ascii_strdown (site, -1);
  *path = address[length] == '/' ? address + length : "/";
  host = g_hash_table_lookup (visitor->hosts, lower);
  if (host == NULL) {
    host = g_new0 (Host, 1);
    host->site = g_steal_pointer (&lower);
    g_hash_table_insert (visitor->hosts, host->site, host);
  }
  return host;
}

static void
wait_until (gint64 moment) {
  gint64 left;

  while ((left = moment - g_get_monotonic_time ()) > 0)
    g_usleep ((gulong) MIN (left, G_USEC_PER_SEC));
}

static void
request (ZbFetchVisitor *visitor, Host *host, const char *address, const char *etag,
         const char *last_modified, ZbFetchAnswer *answer) {
  guint asked = host->robots != NULL ? zb_fetch_robots_delay (host->robots) : 0;

  if (host->last > 0)
    wait_until (host->last + (gint64) MAX (visitor->config->pause_ms, asked) * 1000);
  zb_fetch_transfer_run (visitor->transfer, address, etag, last_modified, answer);
  host->last = g_get_monotonic_time ();
}

/* Asks again while that may help; each time the pause is twice as long. */
static void
request_patiently (ZbFetchVisitor *visitor, Host *host, const char *address, const char *etag,
                   const char *last_modified, ZbFetchAnswer *answer) {
  gint64 pause = MAX (visitor->config->pause_ms, 100);

  for (guint attempt = 0;; attempt++) {
    request (visitor, host, address, etag, last_modified, answer);
    if (answer->may_pass && answer->retry_after > visitor->config->max_wait)
      host->deferred = TRUE;
    if (!answer->may_pass || host->deferred || attempt == visitor->config->retries)
      return;
    pause *= 2;
    wait_until (host->last + MAX (pause * 1000, (gint64) answer->retry_after * G_USEC_PER_SEC));
    zb_fetch_answer_clear (answer);
  }
}

static char *
resolve_location (const char *address, const ZbFetchAnswer *answer) {
  if (answer->status < 300 || answer->status >= 400 || answer->location == NULL
      || answer->status == STATUS_UNCHANGED)
    return NULL;
  return g_uri_resolve_relative (address, answer->location,
                                 G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* What is missing (4xx) allows all; what cannot be reached forbids all until the next run. */
static void
load_robots (ZbFetchVisitor *visitor, Host *host) {
  g_autofree char *address = g_strconcat (host->site, "/robots.txt", NULL);
  g_auto (ZbFetchAnswer) answer = { 0 };
  g_autofree char *text = NULL;

  for (guint hop = 0; hop <= MAX_REDIRECTIONS; hop++) {
    char *location;

    zb_fetch_answer_clear (&answer);
    request_patiently (visitor, host, address, NULL, NULL, &answer);
    location = resolve_location (address, &answer);
    /* A rule elsewhere is a rule; a site elsewhere is another one's. */
    if (location == NULL || !g_str_has_prefix (location, host->site)) {
      g_free (location);
      break;
    }
    g_free (address);
    address = location;
  }
  if (answer.problem != NULL || answer.status >= 500 || answer.status == STATUS_TOO_MANY)
    host->silent = TRUE;
  if (answer.problem == NULL && answer.status == STATUS_OK)
    text = g_strndup ((const char *) answer.body->data, answer.body->len);
  host->robots = zb_fetch_robots_new (text, AGENT);
}

static ZbVisit
judge (const Host *host, const ZbFetchAnswer *answer, char **message) {
  if (answer->problem != NULL) {
    *message = g_strdup (answer->problem);
    return ZB_VISIT_FAILED;
  }
  if (answer->status == STATUS_OK)
    return ZB_VISIT_ANSWERED;
  if (answer->status == STATUS_UNCHANGED)
    return ZB_VISIT_UNCHANGED;
  *message = g_strdup_printf ("status %ld", answer->status);
  if (host->deferred || answer->status == STATUS_TOO_MANY || answer->status == STATUS_UNAVAILABLE)
    return ZB_VISIT_DEFERRED;
  return ZB_VISIT_FAILED;
}

/* One request on the way; FALSE where its host or its rules forbid it, with *@visit and *@message. */
static gboolean
step (ZbFetchVisitor *visitor, const char *address, const char *etag, const char *last_modified,
      ZbFetchAnswer *answer, ZbVisit *visit, char **message) {
  const char *path = NULL;
  Host *host = lookup_host (visitor, address, &path);

  *visit = ZB_VISIT_FAILED;
  if (host == NULL) {
    *message = g_strdup ("no http or https");
    return FALSE;
  }
  if (host->robots == NULL && !host->deferred)
    load_robots (visitor, host);
  if (host->deferred || host->silent) {
    *visit = ZB_VISIT_DEFERRED;
    *message = g_strdup (host->silent ? "the host does not answer" : "the host asked to wait");
    return FALSE;
  }
  if (!zb_fetch_robots_allow (host->robots, path)) {
    *visit = ZB_VISIT_REFUSED;
    *message = g_strdup ("robots.txt forbids it");
    return FALSE;
  }
  request_patiently (visitor, host, address, etag, last_modified, answer);
  host->failures = answer->status == 0 ? host->failures + 1 : 0;
  host->silent = host->failures >= MAX_FAILURES;
  *visit = judge (host, answer, message);
  return TRUE;
}

ZbVisit
zb_fetch_visitor_get (ZbFetchVisitor *visitor, const char *address, const char *etag,
                      const char *last_modified, ZbFetchAnswer *answer, char **final,
                      char **message) {
  g_autofree char *current = g_strdup (address);

  *message = NULL;
  *final = NULL;
  for (guint hop = 0;; hop++) {
    ZbVisit visit;
    char *location;

    zb_fetch_answer_clear (answer);
    if (!step (visitor, current, etag, last_modified, answer, &visit, message))
      return visit;
    location = answer->problem == NULL ? resolve_location (current, answer) : NULL;
    if (location == NULL) {
      *final = g_steal_pointer (&current);
      return visit;
    }
    g_clear_pointer (message, g_free);
    g_free (current);
    current = location;
    if (hop == MAX_REDIRECTIONS) {
      *message = g_strdup_printf ("more than %d redirections", MAX_REDIRECTIONS);
      return ZB_VISIT_FAILED;
    }
  }
}
