/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "service.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document-model.h"
#include "file-content.h"
#include "json-writer.h"
#include "request-line.h"
#include "request.h"
#include "scratch.h"
#include "supervisor.h"

typedef struct {
  const ZbServiceOptions *options;
  ZbRequestLines *lines;
  ZbRequest request; /* the one that is being answered */
} Service;

static void
service_clear (Service *service) {
  g_clear_pointer (&service->lines, zb_request_lines_free);
  zb_request_clear (&service->request);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Service, service_clear)

/* Begins an answer; the caller adds to it and ends it. */
static ZbJsonWriter *
begin_answer (const Service *service, const char *status, const char *reason) {
  const ZbRequest *request = &service->request;
  ZbJsonWriter *writer = zb_json_writer_new (service->options->output, FALSE);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_raw (writer, "id", request->id != NULL ? request->id : "null");
  zb_json_writer_string (writer, "path", request->path);
  zb_json_writer_string (writer, "status", status);
  zb_json_writer_string (writer, "reason", reason);
  return writer;
}

static gboolean
end_answer (Service *service, ZbJsonWriter *writer, GError **error) {
  zb_json_writer_close (writer);
  zb_request_clear (&service->request);
  return zb_json_writer_finish (writer, error);
}

static gboolean
refuse (Service *service, const char *status, const char *reason, GError **error) {
  g_autoptr (ZbJsonWriter) writer = begin_answer (service, status, reason);

  zb_json_writer_null (writer, "output");
  return end_answer (service, writer, error);
}

/* Opens and hashes what is asked for; the reason why not, or NULL. */
static const char *
open_input (const ZbRequest *request, ZbJob *job) {
  struct stat status;

  job->input = open (request->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (job->input >= 0 && fstat (job->input, &status) == 0 && !S_ISREG (status.st_mode))
    return S_ISDIR (status.st_mode) ? g_strerror (EISDIR) : "no regular file";
  if (job->input >= 0)
    job->sha256 = zb_file_content_hash (job->input);
  return job->sha256 == NULL ? g_strerror (errno) : NULL;
}

static ZbJobState
next_request (ZbJob *job, gpointer data, GError **error) {
  Service *service = data;
  ZbRequestLine line;

  while (zb_request_lines_next (service->lines, zb_supervisor_is_interrupted, &line)) {
    g_autofree char *reason = NULL;
    const char *obstacle = NULL;
    gboolean asked = !line.too_long
                     && zb_request_parse (&service->request, line.text, line.length,
                                          &service->options->wishes, &reason);

    if (asked)
      obstacle = open_input (&service->request, job);
    if (asked && obstacle == NULL) {
      job->path = g_strdup (service->request.path);
      job->wishes = &service->request.wishes;
      return ZB_JOB_GIVEN;
    }
    zb_job_clear (job);
    if (!refuse (service, asked ? "inaccessible" : "bad_request",
                 asked ? obstacle : reason != NULL ? reason : "the line is too long", error))
      return ZB_JOB_ERROR;
  }
  return ZB_JOB_NONE;
}

/* The output among @rows as it is embedded; NULL where there is none. The caller frees it. */
static char *
find_output (const GByteArray *rows) {
  ZbDecoder decoder = { .data = rows->data, .length = rows->len };
  ZbRow row;

  while (zb_row_next (&decoder, &row))
    if (row.kind == ZB_ROW_OUTPUT && row.count == 2 && row.values[1].type == ZB_VALUE_BLOB) {
      g_autoptr (GByteArray) json = zb_document_model_inflate (
        row.values[1].data, row.values[1].length, (gsize) row.values[0].integer);

      /* what confined processes send is no line of its own, or none at all */
      return json != NULL ? g_strchomp (g_strndup ((const char *) json->data, json->len)) : NULL;
    }
  return NULL;
}

static gboolean
answer (const ZbJob *job, const ZbOutcome *outcome, GByteArray *rows, gpointer data,
        GError **error) {
  Service *service = data;
  g_autofree char *output = rows != NULL ? find_output (rows) : NULL;
  gboolean lost = rows != NULL && (output == NULL || strchr (output, '\n') != NULL);
  g_autoptr (ZbJsonWriter) writer
    = begin_answer (service, lost ? "crashed" : outcome->status,
                    lost ? "sent no output" : outcome->reason);

  zb_json_writer_string (writer, "signal", outcome->signal);
  zb_json_writer_integer (writer, "attempts", outcome->attempts);
  zb_json_writer_integer (writer, "processor_ms", outcome->processor_ms);
  zb_json_writer_integer (writer, "memory_kib", outcome->memory_kib);
  zb_json_writer_string (writer, "sha256", job->sha256);
  zb_json_writer_raw (writer, "output", output != NULL && !lost ? output : "null");
  return end_answer (service, writer, error);
}

static gboolean
try_again (const ZbJob *job, const ZbOutcome *outcome, gpointer data, GError **error) {
  return TRUE;
}

gboolean
zb_service_run (const ZbServiceOptions *options, const ZbCatalogue *catalogue,
                gboolean *interrupted, GError **error) {
  const ZbSupervisorLimits limits = { .workers = 1, .wall_seconds = options->limits.seconds };
  const ZbSupervisorCalls calls = { next_request, answer, try_again, TRUE };
  g_autoptr (ZbSandbox) sandbox = zb_sandbox_new (&options->limits, getpid ());
  g_autofree char *gaps = zb_sandbox_describe_gaps (sandbox);
  g_autofree char *folder = g_dir_make_tmp ("zhibiao-XXXXXX", error);
  const ZbWorkerTools tools = { catalogue, sandbox, folder };
  g_auto (Service) service = { .options = options };
  gboolean fine;

  if (folder == NULL)
    return FALSE;
  if (gaps != NULL)
    options->warn (gaps, options->data);
  service.lines = zb_request_lines_new (options->input);
  fine = zb_supervisor_run (&tools, &limits, &calls, &service, interrupted, error);
  zb_scratch_remove (folder);
  return fine;
}
