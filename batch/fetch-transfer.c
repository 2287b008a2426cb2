/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fetch-transfer.h"

#include <curl/curl.h>
#include <string.h>
#include <time.h>

enum { CONNECT_SECONDS = 30, MAX_HEADER_BYTES = 64 << 10, MAX_RETRY_SECONDS = 7 * 24 * 3600 };
/* Slower than this for this long is a transfer that leads nowhere. */
enum { LOW_BYTES = 64, LOW_SECONDS = 30 };

struct _ZbFetchTransfer {
  CURL *handle;
  ZbFetchTransferLimits limits;
};

/* The answer under way. */
typedef struct {
  ZbFetchAnswer *answer;
  guint64 max_bytes;
} Receiving;

ZbFetchTransfer *
zb_fetch_transfer_new (const char *user_agent, const ZbFetchTransferLimits *limits) {
  ZbFetchTransfer *transfer = g_new0 (ZbFetchTransfer, 1);
  CURL *handle;

  curl_global_init (CURL_GLOBAL_DEFAULT);
  handle = curl_easy_init ();
  transfer->handle = handle;
  transfer->limits = *limits;
  curl_easy_setopt (handle, CURLOPT_USERAGENT, user_agent);
  curl_easy_setopt (handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt (handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt (handle, CURLOPT_CONNECTTIMEOUT, (long) MIN (CONNECT_SECONDS, limits->seconds));
  curl_easy_setopt (handle, CURLOPT_TIMEOUT, (long) limits->seconds);
  curl_easy_setopt (handle, CURLOPT_LOW_SPEED_LIMIT, (long) LOW_BYTES);
  curl_easy_setopt (handle, CURLOPT_LOW_SPEED_TIME, (long) LOW_SECONDS);
  curl_easy_setopt (handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t) limits->max_bytes);
  return transfer;
}

void
zb_fetch_transfer_free (ZbFetchTransfer *transfer) {
  curl_easy_cleanup (transfer->handle);
  curl_global_cleanup ();
  g_free (transfer);
}

void
zb_fetch_answer_clear (ZbFetchAnswer *answer) {
  g_clear_pointer (&answer->problem, g_free);
  g_clear_pointer (&answer->body, g_byte_array_unref);
  if (answer->headers != NULL)
    g_string_free (answer->headers, TRUE);
  answer->headers = NULL;
  g_clear_pointer (&answer->media_type, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->last_modified, g_free);
  g_clear_pointer (&answer->location, g_free);
  g_clear_pointer (&answer->disposition, g_free);
}

static size_t
receive_body (char *data, size_t size, size_t count, void *user) {
  Receiving *receiving = user;
  gsize length = size * count;

  if (receiving->answer->body->len + length > receiving->max_bytes) {
    receiving->answer->too_large = TRUE;
    return 0;
  }
  g_byte_array_append (receiving->answer->body, (const guint8 *) data, (guint) length);
  return length;
}

/* Seconds from now, of either form of Retry-After. */
static guint
parse_retry (const char *value) {
  guint64 seconds;
  time_t date;

  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT, &seconds, NULL))
    return (guint) MIN (seconds, MAX_RETRY_SECONDS);
  date = curl_getdate (value, NULL);
  return date > time (NULL) ? (guint) MIN (date - time (NULL), MAX_RETRY_SECONDS) : 0;
}

static void
keep (char **place, const char *value) {
  g_free (*place);
  *place = g_utf8_make_valid (value, -1);
}

static void
read_header (ZbFetchAnswer *answer, const char *name, const char *value) {
  if (g_ascii_strcasecmp (name, "content-type") == 0)
    keep (&answer->media_type, value);
  else if (g_ascii_strcasecmp (name, "etag") == 0)
    keep (&answer->etag, value);
  else if (g_ascii_strcasecmp (name, "last-modified") == 0)
    keep (&answer->last_modified, value);
  else if (g_ascii_strcasecmp (name, "location") == 0)
    keep (&answer->location, value);
  else if (g_ascii_strcasecmp (name, "content-disposition") == 0)
    keep (&answer->disposition, value);
  else if (g_ascii_strcasecmp (name, "retry-after") == 0)
    answer->retry_after = parse_retry (value);
}

static size_t
receive_header (char *data, size_t size, size_t count, void *user) {
  Receiving *receiving = user;
  gsize length = size * count;
  g_autofree char *line = g_strndup (data, length);
  g_autofree char *valid = g_utf8_make_valid (g_strchomp (line), -1);
  char *value = strchr (valid, ':');

  if (receiving->answer->headers->len + length > MAX_HEADER_BYTES)
    return 0;
  if (*valid != '\0')
    g_string_append_printf (receiving->answer->headers, "%s\n", valid);
  if (value != NULL) {
    *value++ = '\0';
    read_header (receiving->answer, valid, g_strstrip (value));
  }
  return length;
}

static struct curl_slist *
make_conditions (const char *etag, const char *last_modified) {
  struct curl_slist *headers = NULL;

  if (etag != NULL) {
    g_autofree char *line = g_strconcat ("If-None-Match: ", etag, NULL);

    headers = curl_slist_append (headers, line);
  }
  if (last_modified != NULL) {
    g_autofree char *line = g_strconcat ("If-Modified-Since: ", last_modified, NULL);

    headers = curl_slist_append (headers, line);
  }
  return headers;
}

/* Whether it makes sense to ask again after a while. */
static gboolean
may_pass (CURLcode code, long status) {
  switch (code) {
  case CURLE_OK:
    return status == 408 || status == 429 || status >= 500;
  case CURLE_FILESIZE_EXCEEDED:
  case CURLE_WRITE_ERROR:
  case CURLE_URL_MALFORMAT:
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_PEER_FAILED_VERIFICATION:
    return FALSE;
  default:
    return TRUE;
  }
}

void
zb_fetch_transfer_run (ZbFetchTransfer *transfer, const char *address, const char *etag,
                       const char *last_modified, ZbFetchAnswer *answer) {
  CURL *handle = transfer->handle;
  Receiving receiving = { answer, transfer->limits.max_bytes };
  struct curl_slist *headers = make_conditions (etag, last_modified);
  CURLcode code;

  *answer = (ZbFetchAnswer) { .body = g_byte_array_new (), .headers = g_string_new (NULL) };
  curl_easy_setopt (handle, CURLOPT_URL, address);
  curl_easy_setopt (handle, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (handle, CURLOPT_WRITEFUNCTION, receive_body);
  curl_easy_setopt (handle, CURLOPT_WRITEDATA, &receiving);
  curl_easy_setopt (handle, CURLOPT_HEADERFUNCTION, receive_header);
  curl_easy_setopt (handle, CURLOPT_HEADERDATA, &receiving);
  code = curl_easy_perform (handle);
  curl_easy_setopt (handle, CURLOPT_HTTPHEADER, NULL);
  curl_slist_free_all (headers);
  curl_easy_getinfo (handle, CURLINFO_RESPONSE_CODE, &answer->status);
  answer->may_pass = may_pass (code, answer->status);
  answer->too_large |= code == CURLE_FILESIZE_EXCEEDED;
  if (answer->too_large)
    answer->problem = g_strdup_printf ("larger than %" G_GUINT64_FORMAT " MiB",
                                       transfer->limits.max_bytes >> 20);
  else if (code != CURLE_OK)
    answer->problem = g_strdup (curl_easy_strerror (code));
}
