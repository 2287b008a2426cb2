/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-workers.h"

#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child-time.h"
#include "scan-cache.h"
#include "scan-page.h"

/* A full page takes some seconds of a processor; one that takes this many never ends. */
static const gint64 MAX_PAGE_SECONDS = 120;
/* More processes than this would fight for memory. */
enum { MAX_WORKERS = 16 };
/* Bytes: of a large page of memory, and of what the pictures of one page of a report take. */
enum { LARGE_PAGE = 2 << 20, ROOM = 128 << 20 };

typedef struct {
  pid_t child; /* 0: none */
  int pipe;
  guint index; /* of the page that it reads */
  GByteArray *received;
  ZbChildLimit limit;
} Worker;

typedef struct {
  const ZbScanJob *job;
  const ZbReadOptions *options;
  ZbScanCache *cache; /* NULL: none is wanted */
  ZbScanRecogniser *recogniser; /* loaded once; the children share its memory */
  GPtrArray *results;           /* ZbScanPage *, NULL where not yet read */
  Worker workers[MAX_WORKERS];
  guint limit; /* of processes */
  guint next, done;
} Run;

static void
write_all (int pipe, gconstpointer data, gsize length) {
  const char *rest = data;

  while (length > 0) {
    gssize count = write (pipe, rest, length);

    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      _exit (1);
    rest += count;
    length -= (gsize) count;
  }
}

/* The pictures of a page come and go by the dozen; memory that goes back to the system with each of
 * them is cleared anew for the next. What they need comes in large pages, where the system has any:
 * it is cleared a page at a time, each of which is another interruption. */
static void
keep_memory (void) {
  gpointer room;

  mallopt (M_MMAP_MAX, 0);
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
  room = malloc (ROOM);
  if (room == NULL)
    return;
  madvise ((gpointer) (((guintptr) room + LARGE_PAGE - 1) & ~(guintptr) (LARGE_PAGE - 1)), ROOM - 2 * LARGE_PAGE,
           MADV_HUGEPAGE);
  free (room);
}

/* The child: reads one page, sends it and never returns. */
static void
work (const Run *run, guint index, int pipe) {
  const ZbScanJob *job = run->job;
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbScanPicture) picture = NULL;
  g_autoptr (ZbScanPage) page = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint number = g_array_index (job->pages, guint, index);
  gpointer source;

  keep_memory ();
  source = job->source->open (job->bytes, &error);
  if (source != NULL)
    picture = job->source->draw (source, number, &error);
  page = picture != NULL ? zb_scan_page_read (run->recogniser, picture, number)
                         : zb_scan_page_new_problem (error->message);
  bytes = zb_scan_page_pack (page);
  write_all (pipe, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  _exit (0);
}

static gboolean
start (Run *run, Worker *worker, guint index) {
  int ends[2];
  pid_t parent = getpid ();

  if (pipe (ends) != 0)
    return FALSE;
  worker->child = fork ();
  if (worker->child == 0) {
    close (ends[0]);
    prctl (PR_SET_PDEATHSIG, SIGKILL);
    if (getppid () == parent)
      work (run, index, ends[1]);
    _exit (1);
  }
  close (ends[1]);
  worker->pipe = ends[0];
  worker->index = index;
  worker->received = g_byte_array_new ();
  worker->limit = zb_child_limit_begin (worker->child, MAX_PAGE_SECONDS);
  if (worker->child > 0)
    return TRUE;
  g_clear_pointer (&worker->received, g_byte_array_unref);
  close (ends[0]);
  worker->child = 0;
  return FALSE;
}

static void
settle (Run *run, guint index, ZbScanPage *take_page) {
  run->results->pdata[index] = take_page;
  run->done++;
}

static void
tell_progress (const Run *run) {
  if (run->options->progress != NULL)
    run->options->progress (run->done, run->results->len, run->options->progress_data);
}

/* Ends the worker's page with what came of it. */
static void
finish (Run *run, Worker *worker, const char *problem) {
  guint number = g_array_index (run->job->pages, guint, worker->index);
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&worker->received));
  ZbScanPage *page = problem == NULL ? zb_scan_page_unpack (bytes, number) : NULL;

  kill (worker->child, SIGKILL);
  while (waitpid (worker->child, NULL, 0) < 0 && errno == EINTR)
    continue;
  close (worker->pipe);
  worker->child = 0;
  if (page != NULL && page->problem == NULL && run->cache != NULL)
    zb_scan_cache_keep (run->cache, number, bytes);
  if (page == NULL)
    page = zb_scan_page_new_problem (problem != NULL ? problem : "the page stops its recognition");
  settle (run, worker->index, page);
  tell_progress (run);
}

/* Takes what the worker has sent; ends its page at the end of the pipe. */
static void
receive (Run *run, Worker *worker) {
  guint8 buffer[1 << 16];
  gssize count = read (worker->pipe, buffer, sizeof buffer);

  if (count > 0)
    g_byte_array_append (worker->received, buffer, (guint) count);
  else if (count == 0 || errno != EINTR)
    finish (run, worker, NULL);
}

/* Waits until a worker has something to say, or has used up its time. */
static void
wait_for_workers (Run *run) {
  struct pollfd polled[MAX_WORKERS];
  Worker *owners[MAX_WORKERS];
  int first = G_MAXINT;
  nfds_t count = 0;

  for (guint i = 0; i < run->limit; i++) {
    Worker *worker = &run->workers[i];

    if (worker->child == 0)
      continue;
    first = MIN (first, zb_child_limit_wait (&worker->limit));
    owners[count] = worker;
    polled[count++] = (struct pollfd){ .fd = worker->pipe, .events = POLLIN };
  }
  if (count == 0)
    return;
  if (poll (polled, count, first) < 0)
    return;
  for (nfds_t i = 0; i < count; i++)
    if (polled[i].revents != 0)
      receive (run, owners[i]);
    else if (zb_child_limit_is_over (&owners[i]->limit))
      finish (run, owners[i], "the page takes too long to recognise");
}

/* Takes page @index from the cache; FALSE where it is not there. */
static gboolean
recall (Run *run, guint index) {
  guint number = g_array_index (run->job->pages, guint, index);
  g_autoptr (GBytes) record = run->cache != NULL ? zb_scan_cache_load (run->cache, number) : NULL;
  ZbScanPage *page = record != NULL ? zb_scan_page_unpack (record, number) : NULL;

  if (page == NULL)
    return FALSE;
  settle (run, index, page);
  return TRUE;
}

/* Gives pages to all workers that have none. */
static void
start_workers (Run *run) {
  for (guint i = 0; i < run->limit && run->next < run->results->len; i++) {
    if (run->workers[i].child != 0)
      continue;
    if (!start (run, &run->workers[i], run->next))
      settle (run, run->next, zb_scan_page_new_problem (g_strerror (errno)));
    run->next++;
    while (run->next < run->results->len && run->results->pdata[run->next] != NULL)
      run->next++;
  }
}

static void
page_free (gpointer page) {
  if (page != NULL)
    zb_scan_page_free (page);
}

GPtrArray *
zb_scan_workers_run (const ZbScanJob *job, const ZbReadOptions *options, GError **error) {
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (page_free);
  g_autofree char *settings = zb_scan_recogniser_print_settings (options->languages);
  g_autoptr (ZbScanCache) cache = options->no_cache ? NULL : zb_scan_cache_new (job->bytes, settings);
  g_autoptr (ZbScanRecogniser) recogniser = NULL;
  Run run = { .job = job, .options = options, .cache = cache, .results = results };

  g_ptr_array_set_size (results, (gint) job->pages->len);
  for (guint i = 0; i < results->len; i++)
    recall (&run, i);
  if (run.done == results->len)
    return g_steal_pointer (&results);
  run.recogniser = recogniser = zb_scan_recogniser_new (options->languages, error);
  if (recogniser == NULL)
    return NULL;
  tell_progress (&run);
  run.limit = options->max_processes > 0 ? options->max_processes : g_get_num_processors ();
  run.limit = MIN (run.limit, MAX_WORKERS);
  while (run.next < results->len && results->pdata[run.next] != NULL)
    run.next++;
  while (run.done < results->len) {
    start_workers (&run);
    wait_for_workers (&run);
  }
  return g_steal_pointer (&results);
}
