/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fetch-name.h"
#include "fetch-page.h"
#include "fetch-visit.h"
#include "store-fetch.h"

static const char FILES[] = "files";
/* What finding the links of a page may take. */
static const guint64 MAX_PAGE_MEMORY = (guint64) 2 << 30;
enum { MAX_PAGE_SECONDS = 30 };

/* A page of links to be visited. */
typedef struct {
  char *address;
  guint depth;
} Page;

typedef struct {
  const ZbFetchOptions *options;
  const ZbFetchSource *source;
  ZbFetchCounts *counts;
  ZbStore *store;
  ZbFetchVisitor *visitor;
  const ZbSandbox *sandbox; /* for reading pages */
  GQueue pages;     /* Page * */
  GHashTable *seen; /* addresses of this source, pages and documents */
  guint page_count, document_count;
} Fetch;

static void
page_free (gpointer data) {
  Page *page = data;

  g_free (page->address);
  g_free (page);
}

static void
warn (Fetch *fetch, const char *address, const char *message) {
  g_autofree char *line
    = g_strdup_printf ("%s: %s: %s", fetch->source->name, address, message);

  fetch->options->warn (line, fetch->options->data);
}

static void
add_page (Fetch *fetch, const char *address, guint depth) {
  Page *page;

  if (!g_hash_table_add (fetch->seen, g_strdup (address)))
    return;
  page = g_new0 (Page, 1);
  page->address = g_strdup (address);
  page->depth = depth;
  g_queue_push_tail (&fetch->pages, page);
}

/* The word of the table fetches for a visit without a usable answer; counts and warns. */
static const char *
count_failure (Fetch *fetch, ZbVisit visit, const char *address, const char *message) {
  warn (fetch, address, message);
  switch (visit) {
  case ZB_VISIT_REFUSED:
    fetch->counts->refused++;
    return "refused";
  case ZB_VISIT_DEFERRED:
    fetch->counts->deferred++;
    return "deferred";
  case ZB_VISIT_ANSWERED:
  case ZB_VISIT_UNCHANGED:
  case ZB_VISIT_FAILED:
  default:
    fetch->counts->failed++;
    return "failed";
  }
}

/* Notes the request to @address; @link is NULL for a page. */
static gboolean
note (Fetch *fetch, const char *address, const ZbFetchLink *link, const char *page,
      const ZbFetchAnswer *answer, ZbFetchNote *note, GError **error) {
  note->source = fetch->source->name;
  note->url = address;
  note->link_text = link != NULL ? link->text : NULL;
  note->page_url = page;
  note->status = (guint) MAX (answer->status, 0);
  note->headers = answer->headers != NULL ? answer->headers->str : NULL;
  note->media_type = answer->media_type;
  note->bytes = answer->body != NULL ? answer->body->len : 0;
  fetch->counts->requests++;
  return zb_store_note_fetch (fetch->store, note, error);
}

/* Keeps @answer under @path of the store, which appears whole or not at all. */
static gboolean
keep_file (Fetch *fetch, const char *path, const ZbFetchAnswer *answer, GError **error) {
  g_autofree char *full = g_build_filename (fetch->options->folder, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);
  g_autoptr (GError) local = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s: %s", folder, g_strerror (errno));
    return FALSE;
  }
  if (g_file_set_contents_full (full, (const char *) answer->body->data, answer->body->len,
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local))
    return TRUE;
  g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "%s", local->message);
  return FALSE;
}

/* The path of the document within the store: the one it has, else one that no other has. */
static char *
choose_path (Fetch *fetch, const ZbFetchLink *link, const ZbFetchAnswer *answer,
             const ZbFetchKnown *known) {
  g_autofree char *ending = zb_fetch_name_ending (link->address, answer);
  g_autofree char *name = zb_fetch_name_print (link->text, link->address, ending);
  gsize stem = strlen (name) - strlen (ending);
  char *path;

  if (known->path != NULL)
    return g_strdup (known->path);
  path = g_build_filename (FILES, fetch->source->name, name, NULL);
  for (guint copy = 2; zb_store_is_path_taken (fetch->store, path, link->address); copy++) {
    g_autofree char *other = g_strdup_printf ("%.*s-%u%s", (int) stem, name, copy, ending);

    g_free (path);
    path = g_build_filename (FILES, fetch->source->name, other, NULL);
  }
  return path;
}

static gboolean
has_file (Fetch *fetch, const ZbFetchKnown *known) {
  g_autofree char *full = known->path != NULL
                            ? g_build_filename (fetch->options->folder, known->path, NULL)
                            : NULL;

  return full != NULL && g_file_test (full, G_FILE_TEST_IS_REGULAR);
}

/* A page where the address promises a document: most servers have one that says "not found". */
static gboolean
is_error_page (const ZbFetchLink *link, const ZbFetchAnswer *answer) {
  g_autofree char *promised = zb_fetch_name_promised (link->address);
  g_autoptr (GBytes) bytes = g_bytes_new_static (answer->body->data, answer->body->len);

  return *promised != '\0' && !g_str_equal (promised, ".html") && zb_fetch_page_is_html (bytes);
}

static gboolean
store_document (Fetch *fetch, const ZbFetchLink *link, const char *page,
                const ZbFetchAnswer *answer, const ZbFetchKnown *known, GError **error) {
  g_autofree char *sha256
    = g_compute_checksum_for_data (G_CHECKSUM_SHA256, answer->body->data, answer->body->len);
  g_autofree char *path = NULL;
  gboolean unchanged = has_file (fetch, known) && g_strcmp0 (sha256, known->sha256) == 0;
  ZbFetchNote row = { .outcome = unchanged ? "unchanged" : "stored",
                      .etag = answer->etag,
                      .last_modified = answer->last_modified,
                      .sha256 = sha256 };

  if (answer->body->len == 0 || is_error_page (link, answer)) {
    const char *message = answer->body->len == 0 ? "empty" : "a web page under the name of a document";

    row = (ZbFetchNote) { .outcome = "error_page", .message = message };
    fetch->counts->failed++;
    warn (fetch, link->address, message);
    return note (fetch, link->address, link, page, answer, &row, error);
  }
  path = choose_path (fetch, link, answer, known);
  row.path = path;
  if (!unchanged && !keep_file (fetch, path, answer, error))
    return FALSE;
  *(unchanged ? &fetch->counts->unchanged : &fetch->counts->stored) += 1;
  return note (fetch, link->address, link, page, answer, &row, error);
}

static gboolean
fetch_document (Fetch *fetch, const ZbFetchLink *link, const char *page, GError **error) {
  g_auto (ZbFetchKnown) known = { 0 };
  g_auto (ZbFetchAnswer) answer = { 0 };
  g_autofree char *final = NULL, *message = NULL;
  gboolean conditional;
  ZbVisit visit;
  ZbFetchNote row = { 0 };

  zb_store_lookup_fetch (fetch->store, link->address, &known);
  conditional = has_file (fetch, &known);
  visit = zb_fetch_visitor_get (fetch->visitor, link->address, conditional ? known.etag : NULL,
                                conditional ? known.last_modified : NULL, &answer, &final, &message);
  if (visit == ZB_VISIT_ANSWERED)
    return store_document (fetch, link, page, &answer, &known, error);
  if (visit == ZB_VISIT_UNCHANGED) {
    row = (ZbFetchNote) { .outcome = "unchanged",
                          .etag = known.etag,
                          .last_modified = known.last_modified,
                          .sha256 = known.sha256,
                          .path = known.path };
    fetch->counts->unchanged++;
  } else {
    row.outcome = count_failure (fetch, visit, link->address, message);
    row.message = message;
  }
  return note (fetch, link->address, link, page, &answer, &row, error);
}

static gboolean
matches (const GRegex *pattern, const ZbFetchLink *link) {
  return pattern != NULL
         && (g_regex_match (pattern, link->text, 0, NULL)
             || g_regex_match (pattern, link->address, 0, NULL));
}

static gboolean
follow_link (Fetch *fetch, const Page *page, const ZbFetchLink *link, GError **error) {
  const ZbFetchSource *source = fetch->source;

  if (matches (source->next, link))
    add_page (fetch, link->address, page->depth);
  else if (matches (source->link, link)) {
    if (!g_hash_table_contains (fetch->seen, link->address)
        && fetch->document_count < source->max_documents) {
      g_hash_table_add (fetch->seen, g_strdup (link->address));
      if (++fetch->document_count == source->max_documents)
        warn (fetch, link->address, "max_documents is reached");
      return fetch_document (fetch, link, page->address, error);
    }
  } else if (page->depth < source->depth && matches (source->follow, link))
    add_page (fetch, link->address, page->depth + 1);
  return TRUE;
}

static gboolean
visit_page (Fetch *fetch, const Page *page, GError **error) {
  g_auto (ZbFetchAnswer) answer = { 0 };
  g_autofree char *final = NULL, *message = NULL;
  ZbVisit visit = zb_fetch_visitor_get (fetch->visitor, page->address, NULL, NULL, &answer, &final,
                                        &message);
  ZbFetchNote row = { .outcome = "page" };
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (visit == ZB_VISIT_ANSWERED) {
    bytes = g_bytes_new_static (answer.body->data, answer.body->len);
    links = zb_fetch_page_list_confined (fetch->sandbox, bytes, final, &message);
  }
  if (links == NULL)
    row.outcome = count_failure (fetch, visit, page->address, message);
  else
    fetch->counts->pages++;
  row.message = message;
  if (!note (fetch, page->address, NULL, NULL, &answer, &row, error))
    return FALSE;
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (!follow_link (fetch, page, g_ptr_array_index (links, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
fetch_source (Fetch *fetch, GError **error) {
  gboolean fine = TRUE;
  Page *page;

  g_hash_table_remove_all (fetch->seen);
  fetch->page_count = fetch->document_count = 0;
  for (guint i = 0; i < fetch->source->index->len; i++)
    add_page (fetch, g_ptr_array_index (fetch->source->index, i), 0);
  while (fine && (page = g_queue_pop_head (&fetch->pages)) != NULL) {
    if (fetch->page_count++ < fetch->source->max_pages)
      fine = visit_page (fetch, page, error);
    else if (fetch->page_count == fetch->source->max_pages + 1)
      warn (fetch, page->address, "max_pages is reached");
    page_free (page);
  }
  g_queue_clear_full (&fetch->pages, page_free);
  return fine;
}

gboolean
zb_fetch_run (const ZbFetchConfig *config, const ZbFetchOptions *options, ZbFetchCounts *counts,
              GError **error) {
  g_autoptr (ZbStore) store = zb_store_open (options->folder, ZB_STORE_WRITE, error);
  const ZbSandboxLimits limits = { MAX_PAGE_MEMORY, MAX_PAGE_SECONDS };
  g_autoptr (ZbSandbox) sandbox = zb_sandbox_new (&limits, getpid ());
  g_autoptr (ZbFetchVisitor) visitor = zb_fetch_visitor_new (config, options->program);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Fetch fetch = { .options = options,
                  .counts = counts,
                  .store = store,
                  .visitor = visitor,
                  .sandbox = sandbox,
                  .seen = seen,
                  .pages = G_QUEUE_INIT };

  *counts = (ZbFetchCounts) { 0 };
  if (store == NULL)
    return FALSE;
  for (guint i = 0; i < config->sources->len; i++) {
    fetch.source = g_ptr_array_index (config->sources, i);
    if (!fetch_source (&fetch, error))
      return FALSE;
  }
  return TRUE;
}
