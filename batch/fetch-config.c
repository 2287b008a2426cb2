/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-config.h"

#include <string.h>

/* A site of a public body has some hundred documents; these stop a walk that has lost its way. */
enum { DEFAULT_PAGES = 200, DEFAULT_DOCUMENTS = 2000, DEFAULT_PAUSE = 3000, DEFAULT_TIMEOUT = 120,
       DEFAULT_MAX_MIB = 100, DEFAULT_MAX_WAIT = 300, DEFAULT_RETRIES = 2, MAX_NUMBERED = 1000 };

static const char GENERAL[] = "fetch";

static const char *const GENERAL_KEYS[] = { "contact", "pause",    "timeout", "max_mib",
                                            "max_wait", "retries", NULL };
static const char *const SOURCE_KEYS[] = { "index", "link",      "follow",        "next",
                                           "depth", "max_pages", "max_documents", NULL };

static void
source_free (gpointer data) {
  ZbFetchSource *source = data;

  g_free (source->name);
  g_clear_pointer (&source->index, g_ptr_array_unref);
  g_clear_pointer (&source->link, g_regex_unref);
  g_clear_pointer (&source->follow, g_regex_unref);
  g_clear_pointer (&source->next, g_regex_unref);
  g_free (source);
}

void
zb_fetch_config_free (ZbFetchConfig *config) {
  g_free (config->contact);
  g_ptr_array_unref (config->sources);
  g_free (config);
}

static gboolean
fail (const char *group, const char *key, const char *problem, GError **error) {
  g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "[%s] %s: %s", group, key, problem);
  return FALSE;
}

/* A whole number; *@value keeps its default where the key is missing. */
static gboolean
read_number (GKeyFile *file, const char *group, const char *key, guint *value, GError **error) {
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (g_strstrip (text), 10, 0, 1000000, &number, NULL))
    return fail (group, key, "no whole number up to 1000000", error);
  *value = (guint) number;
  return TRUE;
}

static gboolean
read_pattern (GKeyFile *file, const char *group, const char *key, GRegex **pattern,
              GError **error) {
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  g_autoptr (GError) local = NULL;

  if (text == NULL)
    return TRUE;
  *pattern = g_regex_new (text, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &local);
  return *pattern != NULL || fail (group, key, local->message, error);
}

/* Seconds with decimals, as milliseconds. */
static gboolean
read_pause (GKeyFile *file, ZbFetchConfig *config, GError **error) {
  g_autofree char *text = g_key_file_get_string (file, GENERAL, "pause", NULL);
  char *end = text;
  double seconds;

  if (text == NULL)
    return TRUE;
  seconds = g_ascii_strtod (g_strstrip (text), &end);
  if (*text == '\0' || *end != '\0' || !(seconds >= 0) || seconds > 3600)
    return fail (GENERAL, "pause", "no number of seconds up to 3600", error);
  config->pause_ms = (guint) (seconds * 1000);
  return TRUE;
}

static gboolean
check_keys (GKeyFile *file, const char *group, const char *const *known, GError **error) {
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (char **key = keys; key != NULL && *key != NULL; key++)
    if (!g_strv_contains (known, *key))
      return fail (group, *key, "no such key", error);
  return TRUE;
}

static gboolean
is_web_address (const char *address) {
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* Adds @address, or one for each number of its {1-20}. */
static gboolean
add_index (GPtrArray *index, const char *address, const char *group, GError **error) {
  g_autoptr (GRegex) range = g_regex_new ("\\{(\\d{1,4})-(\\d{1,4})\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gint64 first, last;

  if (!is_web_address (address))
    return fail (group, "index", "no address with http or https", error);
  if (!g_regex_match (range, address, 0, &match)) {
    g_ptr_array_add (index, g_strdup (address));
    return TRUE;
  }
  g_autofree char *from = g_match_info_fetch (match, 1), *to = g_match_info_fetch (match, 2);
  first = g_ascii_strtoll (from, NULL, 10);
  last = g_ascii_strtoll (to, NULL, 10);
  if (last < first || last - first >= MAX_NUMBERED)
    return fail (group, "index", "a range of more than 1000 numbers, or of none", error);
  for (gint64 number = first; number <= last; number++) {
    g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

    g_ptr_array_add (index, g_regex_replace_literal (range, address, -1, 0, digits, 0, NULL));
  }
  return TRUE;
}

static gboolean
read_index (GKeyFile *file, ZbFetchSource *source, GError **error) {
  g_auto (GStrv) addresses = g_key_file_get_string_list (file, source->name, "index", NULL, NULL);

  for (char **address = addresses; address != NULL && *address != NULL; address++)
    if (*g_strstrip (*address) != '\0'
        && !add_index (source->index, *address, source->name, error))
      return FALSE;
  return source->index->len > 0 || fail (source->name, "index", "no address", error);
}

static gboolean
read_source (GKeyFile *file, ZbFetchConfig *config, const char *group, GError **error) {
  ZbFetchSource *source = g_new0 (ZbFetchSource, 1);

  g_ptr_array_add (config->sources, source);
  source->name = g_strdup (group);
  source->index = g_ptr_array_new_with_free_func (g_free);
  source->depth = 1;
  source->max_pages = DEFAULT_PAGES;
  source->max_documents = DEFAULT_DOCUMENTS;
  if (strchr (group, '/') != NULL || *group == '.')
    return fail (group, "(name)", "it becomes a folder, so without / and no dot in front", error);
  if (!check_keys (file, group, SOURCE_KEYS, error) || !read_index (file, source, error)
      || !read_pattern (file, group, "link", &source->link, error)
      || !read_pattern (file, group, "follow", &source->follow, error)
      || !read_pattern (file, group, "next", &source->next, error)
      || !read_number (file, group, "depth", &source->depth, error)
      || !read_number (file, group, "max_pages", &source->max_pages, error)
      || !read_number (file, group, "max_documents", &source->max_documents, error))
    return FALSE;
  return source->link != NULL || fail (group, "link", "is missing", error);
}

static gboolean
read_general (GKeyFile *file, ZbFetchConfig *config, GError **error) {
  guint mib = DEFAULT_MAX_MIB;

  config->contact = g_key_file_get_string (file, GENERAL, "contact", NULL);
  if (config->contact == NULL || *g_strstrip (config->contact) == '\0'
      || strpbrk (config->contact, "\r\n()") != NULL)
    return fail (GENERAL, "contact", "say whom a site's keeper can write to", error);
  if (!check_keys (file, GENERAL, GENERAL_KEYS, error) || !read_pause (file, config, error)
      || !read_number (file, GENERAL, "timeout", &config->timeout, error)
      || !read_number (file, GENERAL, "max_mib", &mib, error)
      || !read_number (file, GENERAL, "max_wait", &config->max_wait, error)
      || !read_number (file, GENERAL, "retries", &config->retries, error))
    return FALSE;
  config->max_bytes = (guint64) mib << 20;
  return TRUE;
}

static gboolean
read_sources (GKeyFile *file, ZbFetchConfig *config, GError **error) {
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (char **group = groups; *group != NULL; group++)
    if (!g_str_equal (*group, GENERAL) && !read_source (file, config, *group, error))
      return FALSE;
  if (config->sources->len > 0)
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_DATA, "no source: a section with index and link");
  return FALSE;
}

ZbFetchConfig *
zb_fetch_config_load (const char *path, GError **error) {
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (ZbFetchConfig) config = g_new0 (ZbFetchConfig, 1);
  g_autoptr (GError) local = NULL;

  config->sources = g_ptr_array_new_with_free_func (source_free);
  config->pause_ms = DEFAULT_PAUSE;
  config->timeout = DEFAULT_TIMEOUT;
  config->max_wait = DEFAULT_MAX_WAIT;
  config->retries = DEFAULT_RETRIES;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &local)) {
    gboolean wrong = local->domain == G_KEY_FILE_ERROR;

    g_set_error (error, ZB_ERROR, wrong ? ZB_ERROR_DATA : ZB_ERROR_IO, "%s: %s", path,
                 local->message);
    return NULL;
  }
  if (!read_general (file, config, error) || !read_sources (file, config, error)) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  return g_steal_pointer (&config);
}
