/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-robots.h"

#include <string.h>

/* As RFC 9309 asks at least; longer files are cut. */
enum { MAX_BYTES = 512 << 10, MAX_DELAY_SECONDS = 600 };

typedef struct {
  char *pattern;
  gboolean allows;
} Rule;

struct _ZbFetchRobots {
  GArray *rules; /* Rule */
  guint delay;
};

static void
rule_clear (gpointer data) {
  g_free (((Rule *) data)->pattern);
}

/* What is read while the lines go by: rules belong to all the agents named right before them. */
typedef struct {
  ZbFetchRobots *own, *others; /* the group of this program, and that of * */
  const char *agent;
  gboolean names_own, names_others, in_names, has_own;
} Reading;

static ZbFetchRobots *
robots_alloc (void) {
  ZbFetchRobots *robots = g_new0 (ZbFetchRobots, 1);

  robots->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  g_array_set_clear_func (robots->rules, rule_clear);
  return robots;
}

void
zb_fetch_robots_free (ZbFetchRobots *robots) {
  g_array_unref (robots->rules);
  g_free (robots);
}

static void
add_to_group (ZbFetchRobots *robots, const char *key, const char *value) {
  if (g_ascii_strcasecmp (key, "crawl-delay") == 0) {
    double seconds = g_ascii_strtod (value, NULL);

    if (seconds > 0)
      robots->delay = (guint) (MIN (seconds, MAX_DELAY_SECONDS) * 1000);
  } else if (*value != '\0') {
    Rule rule = { g_strdup (value), g_ascii_strcasecmp (key, "allow") == 0 };

    g_array_append_val (robots->rules, rule);
  }
}

static void
read_agent (Reading *reading, const char *value) {
  g_autofree char *lower = g_ascii_strdown (value, -1);

  if (!reading->in_names)
    reading->names_own = reading->names_others = FALSE;
  reading->in_names = TRUE;
  if (g_str_equal (lower, "*"))
    reading->names_others = TRUE;
  else if (g_str_equal (lower, reading->agent))
    reading->names_own = reading->has_own = TRUE;
}

static void
read_line (Reading *reading, char *line) {
  char *value, *comment = strchr (line, '#');

  if (comment != NULL)
    *comment = '\0';
  value = strchr (line, ':');
  if (value == NULL)
    return;
  *value++ = '\0';
  g_strstrip (line);
  g_strstrip (value);
  if (g_ascii_strcasecmp (line, "user-agent") == 0) {
    read_agent (reading, value);
    return;
  }
  if (g_ascii_strcasecmp (line, "allow") != 0 && g_ascii_strcasecmp (line, "disallow") != 0
      && g_ascii_strcasecmp (line, "crawl-delay") != 0)
    return;
  reading->in_names = FALSE;
  if (reading->names_own)
    add_to_group (reading->own, line, value);
  if (reading->names_others)
    add_to_group (reading->others, line, value);
}

ZbFetchRobots *
zb_fetch_robots_new (const char *text, const char *agent) {
  Reading reading = { .own = robots_alloc (), .others = robots_alloc (), .agent = agent };
  g_autofree char *cut = g_strndup (text != NULL ? text : "", MAX_BYTES);
  g_auto (GStrv) lines = g_strsplit_set (cut, "\r\n", -1);

  for (char **line = lines; *line != NULL; line++)
    read_line (&reading, *line);
  zb_fetch_robots_free (reading.has_own ? reading.others : reading.own);
  return reading.has_own ? reading.own : reading.others;
}

/* Whether @path begins like @pattern, in which * is any characters and $ at its end that of the path.
 * Goes back to the last * only, so it takes no more than the product of both lengths. */
static gboolean
matches (const char *pattern, const char *path) {
  const char *star = NULL, *retry = NULL;

  for (;;) {
    if (*pattern == '\0')
      return TRUE;
    if (*pattern == '*') {
      star = ++pattern;
      retry = path;
    } else if (pattern[0] == '$' && pattern[1] == '\0' && *path == '\0')
      return TRUE;
    else if (*path != '\0' && *pattern == *path) {
      pattern++;
      path++;
    } else if (star != NULL && *retry != '\0') {
      pattern = star;
      path = ++retry;
    } else
      return FALSE;
  }
}

gboolean
zb_fetch_robots_allow (const ZbFetchRobots *robots, const char *path) {
  gsize longest = 0;
  gboolean allowed = TRUE;

  for (guint i = 0; i < robots->rules->len; i++) {
    const Rule *rule = &g_array_index (robots->rules, Rule, i);
    gsize length = strlen (rule->pattern);

    if (length < longest || !matches (rule->pattern, path))
      continue;
    allowed = rule->allows || (length == longest && allowed && longest > 0);
    longest = length;
  }
  return allowed;
}

guint
zb_fetch_robots_delay (const ZbFetchRobots *robots) {
  return robots->delay;
}
