/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-robots.h"

static void
test_rules (void) {
  static const struct {
    const char *robots, *path;
    gboolean allowed;
  } CASES[] = {
    { NULL, "/a", TRUE },
    { "", "/a", TRUE },
    { "User-agent: *\nDisallow:\n", "/a", TRUE },
    { "User-agent: *\nDisallow: /\n", "/", FALSE },
    { "user-agent:*\r\ndisallow:/a # closed\r\n", "/ab", FALSE },
    { "User-agent: *\nDisallow: /a\n", "/b/a", TRUE },
    { "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", TRUE },
    { "User-agent: *\nAllow: /a/b\nDisallow: /a\n", "/a/c", FALSE },
    { "User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", TRUE },
    { "User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", TRUE },
    { "User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf", FALSE },
    { "User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?z", TRUE },
    { "User-agent: *\nDisallow: /*a*b*c\n", "/1a2b3c4", FALSE },
    { "User-agent: *\nDisallow: /*a*b*c\n", "/1a2c3b4", TRUE },
    { "User-agent: other\nDisallow: /\n", "/a", TRUE },
    { "User-agent: *\nDisallow: /\nUser-agent: ZhiBiao\nDisallow: /x\n", "/a", TRUE },
    { "User-agent: a\nUser-agent: zhibiao\nUser-agent: b\nDisallow: /x\n", "/x", FALSE },
    { "User-agent: zhibiao\nDisallow: /x\nUser-agent: b\nDisallow: /\n", "/a", TRUE },
    { "User-agent: *\nSitemap: http://a/b\nDisallow: /x\n", "/x", FALSE },
    { "Disallow: /\n", "/a", TRUE },
    { "<html><body>not found</body></html>", "/a", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (ZbFetchRobots) robots = zb_fetch_robots_new (CASES[i].robots, "zhibiao");

    if (zb_fetch_robots_allow (robots, CASES[i].path) != CASES[i].allowed)
      g_error ("case %u: %s", i, CASES[i].path);
  }
}

static void
test_delay (void) {
  g_autoptr (ZbFetchRobots) some
    = zb_fetch_robots_new ("User-agent: *\nCrawl-delay: 2.5\n", "zhibiao");
  g_autoptr (ZbFetchRobots) absurd
    = zb_fetch_robots_new ("User-agent: *\nCrawl-delay: 1e99\n", "zhibiao");
  g_autoptr (ZbFetchRobots) none
    = zb_fetch_robots_new ("User-agent: *\nCrawl-delay: soon\n", "zhibiao");

  g_assert_cmpuint (zb_fetch_robots_delay (some), ==, 2500);
  g_assert_cmpuint (zb_fetch_robots_delay (absurd), ==, 600000);
  g_assert_cmpuint (zb_fetch_robots_delay (none), ==, 0);
}

/* A pattern made to be slow takes no time. */
static void
test_hostile (void) {
  g_autoptr (GString) text = g_string_new ("User-agent: *\nDisallow: /");
  g_autofree char *path = g_strnfill (20000, 'a');
  g_autoptr (ZbFetchRobots) robots = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "*a");
  g_string_append (text, "b\n");
  robots = zb_fetch_robots_new (text->str, "zhibiao");
  path[0] = '/';
  g_assert_true (zb_fetch_robots_allow (robots, path));
}

int
main (int argument_count, char **arguments) {
  g_test_init (&argument_count, &arguments, NULL);
  g_test_add_func ("/batch/fetch-robots/rules", test_rules);
  g_test_add_func ("/batch/fetch-robots/delay", test_delay);
  g_test_add_func ("/batch/fetch-robots/hostile", test_hostile);
  return g_test_run ();
}
