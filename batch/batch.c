/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "batch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "batch-roots.h"
#include "cross-check.h"
#include "file-content.h"
#include "file-walk.h"
#include "ocr-words.h"
#include "rules-version.h"
#include "scratch.h"
#include "store-cross.h"
#include "supervisor.h"

typedef struct {
  const ZbBatchOptions *options;
  ZbBatchResult *result;
  ZbStore *store;
  gint64 run;
  ZbMaker maker;
  char **roots; /* absolute */
  guint root;
  ZbFileWalk *walk;      /* of the current root; NULL between two */
  GByteArray *seen;      /* a bit for each name */
  GHashTable *under_way; /* documents given to a worker in this run */
  GArray *unmapped;      /* documents to be mapped anew; NULL until the files are through */
  guint next_unmapped, total;
} Batch;

static void
batch_clear (Batch *batch) {
  g_clear_pointer (&batch->store, zb_store_free);
  g_strfreev (batch->roots);
  g_clear_pointer (&batch->walk, zb_file_walk_free);
  g_byte_array_unref (batch->seen);
  g_hash_table_unref (batch->under_way);
  g_clear_pointer (&batch->unmapped, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static void
tell (Batch *batch, const char *path, const char *status, const char *reason) {
  const ZbBatchProgress progress = { .counts = batch->result->counts,
                                     .total = batch->total,
                                     .path = path,
                                     .status = status,
                                     .reason = reason };

  if (batch->options->progress != NULL)
    batch->options->progress (&progress, batch->options->data);
}

static void
complain (const char *path, int number, gpointer data) {
  Batch *batch = data;
  g_autofree char *name = zb_file_walk_print_name (path);
  g_autofree char *message = g_strdup_printf ("%s: %s", name, g_strerror (number));

  batch->result->inaccessible++;
  batch->options->warn (message, batch->options->data);
  zb_store_note_event (batch->store, batch->run, 0, "inaccessible", message, NULL);
}

static void
mark_seen (Batch *batch, gint64 name) {
  guint place = (guint) (name / 8), length = batch->seen->len;

  if (place >= length) {
    g_byte_array_set_size (batch->seen, (place + 1) * 2);
    memset (batch->seen->data + length, 0, batch->seen->len - length);
  }
  batch->seen->data[place] |= (guint8) (1 << name % 8);
}

static gboolean
is_seen (gint64 name, gpointer data) {
  const Batch *batch = data;
  guint place = (guint) (name / 8);

  return place < batch->seen->len && (batch->seen->data[place] & 1 << name % 8) != 0;
}

/* Whether a worker shall have @document now; a mapping comes after all files. */
static gboolean
is_wanted (Batch *batch, gint64 document) {
  if (g_hash_table_contains (batch->under_way, &document))
    return FALSE;
  return batch->options->again
         || zb_store_needs_reading (batch->store, document, &batch->maker, batch->options->retry);
}

static void
begin_job (Batch *batch, ZbJob *job, gint64 document) {
  job->document = document;
  job->wishes = &batch->options->wishes;
  g_hash_table_add (batch->under_way, g_memdup2 (&document, sizeof document));
}

static ZbJobState
offer_file (Batch *batch, ZbJob *job, const char *path, const struct stat *status,
            GError **error) {
  ZbFileMark mark = zb_file_content_mark (status);
  g_autofree char *printed = zb_file_walk_print_name (path);
  ZbStoreName name = zb_store_lookup_name (batch->store, printed, &mark);
  gint64 document = name.document;

  batch->result->counts.seen++;
  if (name.same_mark)
    mark_seen (batch, name.name);
  if (name.same_mark && !is_wanted (batch, document)) {
    batch->result->counts.unchanged++;
    tell (batch, printed, NULL, NULL);
    return ZB_JOB_NONE;
  }
  job->input = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (job->input >= 0)
    job->sha256 = zb_file_content_hash (job->input);
  if (job->sha256 == NULL) {
    complain (path, errno, batch);
    mark_seen (batch, name.name);
    zb_job_clear (job);
    return ZB_JOB_NONE;
  }
  mark = zb_file_content_settle (job->input, &mark);
  document = zb_store_note_file (batch->store, batch->run, printed, &mark, job->sha256, &name.name,
                                 error);
  if (document == 0)
    return ZB_JOB_ERROR;
  mark_seen (batch, name.name);
  if (!is_wanted (batch, document)) {
    batch->result->counts.unchanged++;
    tell (batch, printed, NULL, NULL);
    zb_job_clear (job);
    return ZB_JOB_NONE;
  }
  job->path = g_steal_pointer (&printed);
  begin_job (batch, job, document);
  return ZB_JOB_GIVEN;
}

static ZbJobState
offer_unmapped (Batch *batch, ZbJob *job) {
  if (batch->unmapped == NULL)
    batch->unmapped = zb_store_list_unmapped (batch->store, &batch->maker);
  while (batch->next_unmapped < batch->unmapped->len) {
    gint64 document = g_array_index (batch->unmapped, gint64, batch->next_unmapped++);

    if (g_hash_table_contains (batch->under_way, &document))
      continue;
    job->model = zb_store_load_model (batch->store, document);
    if (job->model != NULL
        && zb_store_load_identity (batch->store, document, &job->path, &job->sha256)) {
      begin_job (batch, job, document);
      return ZB_JOB_GIVEN;
    }
    zb_job_clear (job);
  }
  return ZB_JOB_NONE;
}

static ZbJobState
next_job (ZbJob *job, gpointer data, GError **error) {
  Batch *batch = data;

  while (batch->roots[batch->root] != NULL) {
    struct stat status;
    const char *path;

    if (batch->walk == NULL)
      batch->walk = zb_file_walk_new (batch->roots[batch->root], batch->options->folder);
    while ((path = zb_file_walk_next (batch->walk, &status, complain, batch)) != NULL) {
      ZbJobState state = ZB_JOB_NONE;

      if (zb_shard_has (&batch->options->shard, batch->roots[batch->root], path))
        state = offer_file (batch, job, path, &status, error);
      if (state != ZB_JOB_NONE)
        return state;
    }
    g_clear_pointer (&batch->walk, zb_file_walk_free);
    batch->root++;
  }
  return offer_unmapped (batch, job);
}

static void
count_outcome (Batch *batch, const ZbJob *job, const char *status) {
  ZbRunCounts *counts = &batch->result->counts;

  if (g_str_equal (status, "read"))
    *(job->model != NULL ? &counts->mapped : &counts->read) += 1;
  else if (g_str_equal (status, "unreadable"))
    counts->unreadable++;
  else
    counts->failed++;
}

static gboolean
finish_job (const ZbJob *job, const ZbOutcome *outcome, GByteArray *rows, gpointer data,
            GError **error) {
  Batch *batch = data;
  ZbOutcome corrected = *outcome;
  g_autoptr (GError) local = NULL;
  gboolean put = zb_store_put_result (batch->store, batch->run, job->document, &batch->maker,
                                      outcome, rows, &local);

  if (!put && g_error_matches (local, ZB_ERROR, ZB_ERROR_CORRUPT)) {
    corrected.status = "crashed";
    corrected.reason = "sent rows that do not fit the store";
    g_clear_error (&local);
    put = zb_store_put_result (batch->store, batch->run, job->document, &batch->maker, &corrected,
                               NULL, &local);
  }
  if (!put) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  /* Those that are done need nothing, so that nobody has to remember them. */
  if (g_str_equal (corrected.status, "read") && !batch->options->again)
    g_hash_table_remove (batch->under_way, &job->document);
  count_outcome (batch, job, corrected.status);
  tell (batch, job->path, corrected.status, corrected.reason);
  return TRUE;
}

static gboolean
retry_job (const ZbJob *job, const ZbOutcome *outcome, gpointer data, GError **error) {
  Batch *batch = data;
  const char *reason = outcome->reason != NULL ? outcome->reason : "with pages missing";
  g_autofree char *message = g_strdup_printf ("%s: %s", outcome->status, reason);

  return zb_store_note_event (batch->store, batch->run, job->document, "retry", message, error);
}

static gboolean
note_vanished (Batch *batch, GError **error) {
  for (char **root = batch->roots; *root != NULL; root++) {
    g_autofree char *printed = zb_file_walk_print_name (*root);

    /* What is below the root of the system begins with a slash, not with two. */
    if (g_str_equal (printed, "/"))
      *printed = '\0';
    if (!zb_store_note_vanished (batch->store, batch->run, printed, is_seen, batch,
                                 &batch->result->counts.vanished, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
supervise (Batch *batch, const ZbCatalogue *catalogue, GError **error) {
  const ZbBatchOptions *options = batch->options;
  const ZbSupervisorLimits limits
    = { .workers = options->workers, .wall_seconds = options->limits.seconds };
  const ZbSupervisorCalls calls = { next_job, finish_job, retry_job, FALSE };
  g_autoptr (ZbSandbox) sandbox = zb_sandbox_new (&options->limits, getpid ());
  g_autofree char *gaps = zb_sandbox_describe_gaps (sandbox);
  g_autofree char *scratch = zb_scratch_new (options->folder, error);
  const ZbWorkerTools tools = { catalogue, sandbox, scratch };

  if (scratch == NULL)
    return FALSE;
  if (gaps != NULL) {
    options->warn (gaps, options->data);
    zb_store_note_event (batch->store, batch->run, 0, "unprotected", gaps, NULL);
  }
  return zb_supervisor_run (&tools, &limits, &calls, batch, &batch->result->interrupted, error);
}

/* The options by which results differ, in words; the caller frees it. */
static char *
print_options (const ZbWorkerWishes *wishes) {
  g_autoptr (GString) words = g_string_new (wishes->mentions ? "mentions" : NULL);

  if (wishes->ocr != ZB_READ_OPTIONS_DEFAULT.ocr)
    g_string_append_printf (words, "%socr=%s", words->len > 0 ? " " : "",
                            zb_ocr_words_print_mode (wishes->ocr));
  if (wishes->ocr != ZB_OCR_NEVER && wishes->languages != NULL
      && !g_str_equal (wishes->languages, ZB_READ_OPTIONS_DEFAULT.languages))
    g_string_append_printf (words, "%slanguage=%s", words->len > 0 ? " " : "", wishes->languages);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
has_changed (const ZbRunCounts *counts) {
  return counts->unchanged < counts->seen || counts->mapped > 0 || counts->vanished > 0;
}

/* Folders that could not be looked into tell nothing about what is in them. */
static gboolean
conclude (Batch *batch, GError **error) {
  if (!batch->result->interrupted && batch->result->inaccessible == 0
      && !note_vanished (batch, error))
    return FALSE;
  if (has_changed (&batch->result->counts) && !zb_cross_checks_run (batch->store, error))
    return FALSE;
  batch->result->failed_cross_checks = zb_store_cross_count_failed (batch->store);
  batch->result->set_aside = zb_store_count_set_aside (batch->store);
  return zb_store_end_run (batch->store, batch->run, &batch->result->counts, error);
}

gboolean
zb_batch_run (const ZbBatchOptions *options, const ZbCatalogue *catalogue, ZbBatchResult *result,
              GError **error) {
  g_autofree char *rules = zb_rules_version_new (error);
  g_autofree char *wishes = print_options (&options->wishes);
  g_auto (Batch) batch
    = { .options = options,
        .result = result,
        .maker = { zb_program_version (), rules, wishes },
        .seen = g_byte_array_new (),
        .under_way = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
        .roots = zb_batch_roots_resolve (options->paths) };

  *result = (ZbBatchResult) { 0 };
  if (rules == NULL || !zb_cross_checks_validate (error))
    return FALSE;
  batch.store = zb_store_open (options->folder, ZB_STORE_WRITE, error);
  if (batch.store == NULL || !zb_store_claim_shard (batch.store, &options->shard, error))
    return FALSE;
  batch.run = result->run = zb_store_begin_run (batch.store, &batch.maker, error);
  if (batch.run == 0)
    return FALSE;
  if (options->count_first)
    batch.total = zb_batch_roots_count_files (batch.roots, options->folder, &options->shard);
  return supervise (&batch, catalogue, error) && conclude (&batch, error);
}
