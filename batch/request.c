/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "request.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

#include "ocr-words.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cJSON, cJSON_Delete)

/* A larger number is not the one that was written. */
#define MAX_WHOLE 9007199254740992.0

static gboolean
read_id (ZbRequest *request, const cJSON *item) {
  gboolean whole = cJSON_IsNumber (item) && fabs (item->valuedouble) < MAX_WHOLE
                   && item->valuedouble == floor (item->valuedouble);

  if (whole)
    request->id = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) item->valuedouble);
  else if (cJSON_IsString (item)) {
    char *text = cJSON_PrintUnformatted (item);

    request->id = g_strdup (text);
    cJSON_free (text);
  }
  return request->id != NULL;
}

static char *
read_option (ZbRequest *request, const cJSON *item) {
  const char *text = cJSON_GetStringValue (item);

  if (g_str_equal (item->string, "mentions") && cJSON_IsBool (item))
    request->wishes.mentions = cJSON_IsTrue (item);
  else if (g_str_equal (item->string, "ocr") && text != NULL
           && zb_ocr_words_mode (text, &request->wishes.ocr))
    return NULL;
  else if (g_str_equal (item->string, "language") && text != NULL
           && zb_ocr_words_are_languages (text)) {
    g_free (request->languages);
    request->languages = g_strdup (text);
    request->wishes.languages = request->languages;
  } else
    return g_strdup_printf ("the option \"%s\" is unknown, or its value is", item->string);
  return NULL;
}

static char *
read_options (ZbRequest *request, const cJSON *options) {
  char *reason = NULL;
  const cJSON *item;

  if (!cJSON_IsObject (options))
    return g_strdup ("options are no object");
  cJSON_ArrayForEach (item, options)
    if (reason == NULL)
      reason = read_option (request, item);
  return reason;
}

static char *
read_member (ZbRequest *request, const cJSON *item) {
  if (g_str_equal (item->string, "id"))
    return NULL;
  if (g_str_equal (item->string, "path") && cJSON_IsString (item) && *item->valuestring != '\0') {
    g_free (request->path);
    request->path = g_strdup (item->valuestring);
    return NULL;
  }
  if (g_str_equal (item->string, "options"))
    return read_options (request, item);
  return g_str_equal (item->string, "path")
           ? g_strdup ("the path is no text")
           : g_strdup_printf ("\"%s\" is not known; known are path, id, options", item->string);
}

static char *
read_members (ZbRequest *request, const cJSON *object) {
  const cJSON *id = cJSON_GetObjectItemCaseSensitive (object, "id");
  char *reason = NULL;
  const cJSON *item;

  if (id != NULL && !read_id (request, id))
    return g_strdup ("the id is neither text nor a whole number");
  cJSON_ArrayForEach (item, object)
    if (reason == NULL)
      reason = read_member (request, item);
  if (reason == NULL && request->path == NULL)
    return g_strdup ("no path");
  return reason;
}

gboolean
zb_request_parse (ZbRequest *request, const char *line, gsize length,
                  const ZbWorkerWishes *defaults, char **reason) {
  g_autoptr (cJSON) object = NULL;
  const char *end = NULL;

  *request = (ZbRequest) { .wishes = *defaults };
  /* a path ends at a zero byte, and would be another one than was asked for */
  if (!g_utf8_validate (line, (gssize) length, NULL)
      || g_strstr_len (line, (gssize) length, "\\u0000") != NULL) {
    *reason = g_strdup ("the line is not UTF-8, or has a zero byte");
    return FALSE;
  }
  object = cJSON_ParseWithLengthOpts (line, length, &end, FALSE);
  while (object != NULL && end < line + length && g_ascii_isspace (*end))
    end++;
  if (!cJSON_IsObject (object) || end != line + length) {
    *reason = g_strdup ("the line is no JSON object");
    return FALSE;
  }
  *reason = read_members (request, object);
  return *reason == NULL;
}

void
zb_request_clear (ZbRequest *request) {
  g_clear_pointer (&request->id, g_free);
  g_clear_pointer (&request->path, g_free);
  g_clear_pointer (&request->languages, g_free);
}
