/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diff.h"

#include "display-text.h"
#include "json-writer.h"
#include "store-diff.h"
#include "text-sink.h"

typedef enum { DIFF_NEW, DIFF_REPUBLISHED, DIFF_RENAMED, DIFF_VANISHED, N_DIFFS } DiffKind;

static const char *const KIND_NAMES[] = { "new", "republished", "renamed", "vanished" };

/* One document that changed. */
typedef struct {
  const ZbStoreChange *change;
  const char *former; /* renamed: the path before */
  DiffKind kind;
} Entry;

typedef struct {
  ZbStore *store;
  GPtrArray *changes;  /* ZbStoreChange *, owned */
  GArray *entries;     /* Entry */
  ZbTextSink *sink;    /* text */
  ZbJsonWriter *writer; /* or JSON */
  gint64 since, until;
} Diff;

/* The vanished names by the document that they had: one whose content came up under a new name in the
 * same time was renamed. */
static GHashTable *
index_vanished (const GPtrArray *changes) {
  GHashTable *vanished = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++) {
    ZbStoreChange *change = g_ptr_array_index (changes, i);

    if (change->after == 0 && !g_hash_table_contains (vanished, &change->before))
      g_hash_table_insert (vanished, &change->before, change);
  }
  return vanished;
}

static void
sort_entries (Diff *diff) {
  g_autoptr (GHashTable) vanished = index_vanished (diff->changes);
  g_autoptr (GHashTable) renamed = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < diff->changes->len; i++) {
    ZbStoreChange *change = g_ptr_array_index (diff->changes, i);
    const ZbStoreChange *former
      = change->before == 0 ? g_hash_table_lookup (vanished, &change->after) : NULL;
    Entry entry = { .change = change, .kind = DIFF_REPUBLISHED };

    if (change->after == 0)
      entry.kind = DIFF_VANISHED;
    else if (former != NULL) {
      entry = (Entry) { change, former->path, DIFF_RENAMED };
      g_hash_table_add (renamed, (gpointer) former);
      g_hash_table_remove (vanished, &change->after);
    } else if (change->before == 0)
      entry.kind = DIFF_NEW;
    g_array_append_val (diff->entries, entry);
  }
  for (guint i = diff->entries->len; i-- > 0;) {
    const Entry *entry = &g_array_index (diff->entries, Entry, i);

    if (entry->kind == DIFF_VANISHED
        && g_hash_table_contains (renamed, (gpointer) entry->change))
      g_array_remove_index (diff->entries, i);
  }
}

static void
append_clean (ZbTextSink *sink, const char *before, const char *text) {
  g_autofree char *clean = zb_display_text_clean (text);

  if (text != NULL)
    zb_text_sink_printf (sink, "%s%s", before, clean);
}

static void
write_about_text (ZbTextSink *sink, const ZbStoreDocument *about) {
  zb_text_sink_append (sink, "  ");
  append_clean (sink, "", about->entity != NULL ? about->entity : "—");
  if (about->fiscal_year > 0)
    zb_text_sink_printf (sink, " · %u", about->fiscal_year);
  append_clean (sink, " · ", about->kind);
  zb_text_sink_printf (sink, " · %u facts", about->facts);
  if (!g_str_equal (about->status, "read")) {
    append_clean (sink, " · ", about->status);
    append_clean (sink, ": ", about->reason);
  }
  zb_text_sink_append (sink, "\n");
}

static void
write_value_text (ZbTextSink *sink, const ZbStoreValue *value) {
  append_clean (sink, "    ", value->indicator);
  append_clean (sink, " ", value->function);
  append_clean (sink, " ", value->economic);
  append_clean (sink, " ", value->fund);
  append_clean (sink, " ", value->period);
  append_clean (sink, " ", value->measure);
  append_clean (sink, " of ", value->subject);
  append_clean (sink, " (", value->label);
  zb_text_sink_append (sink, value->label != NULL ? ")" : "");
  zb_text_sink_printf (sink, ": %s → %s %s\n", value->before != NULL ? value->before : "—",
                       value->after != NULL ? value->after : "—",
                       value->unit != NULL ? value->unit : "");
}

static void
write_value_json (ZbJsonWriter *writer, const ZbStoreValue *value) {
  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_writer_string (writer, "indicator", value->indicator);
  zb_json_writer_string (writer, "label", value->label);
  zb_json_writer_string (writer, "period", value->period);
  zb_json_writer_string (writer, "measure", value->measure);
  zb_json_writer_string (writer, "fund", value->fund);
  zb_json_writer_string (writer, "function", value->function);
  zb_json_writer_string (writer, "economic", value->economic);
  zb_json_writer_string (writer, "subject", value->subject);
  zb_json_writer_string (writer, "before", value->before);
  zb_json_writer_string (writer, "after", value->after);
  zb_json_writer_string (writer, "unit", value->unit);
  zb_json_writer_number_or_null (writer, "before_page", value->before_page);
  zb_json_writer_number_or_null (writer, "after_page", value->after_page);
  zb_json_writer_close (writer);
}

static gboolean
write_values (Diff *diff, const Entry *entry, GError **error) {
  g_autoptr (GPtrArray) values = NULL;

  if (entry->kind != DIFF_REPUBLISHED)
    return TRUE;
  values = zb_store_diff_values (diff->store, entry->change->before, entry->change->after, error);
  if (values == NULL)
    return FALSE;
  if (diff->writer != NULL)
    zb_json_writer_open_array (diff->writer, "values", ZB_JSON_SPREAD);
  else if (values->len == 0)
    zb_text_sink_append (diff->sink, "    no value differs\n");
  for (guint i = 0; i < values->len; i++)
    if (diff->writer != NULL)
      write_value_json (diff->writer, g_ptr_array_index (values, i));
    else
      write_value_text (diff->sink, g_ptr_array_index (values, i));
  if (diff->writer != NULL)
    zb_json_writer_close (diff->writer);
  return TRUE;
}

static gboolean
write_entry (Diff *diff, const Entry *entry, GError **error) {
  gint64 shown = entry->change->after != 0 ? entry->change->after : entry->change->before;
  g_auto (ZbStoreDocument) about = { 0 };
  gboolean written;

  if (!zb_store_diff_document (diff->store, shown, &about)) {
    g_set_error (error, ZB_ERROR, ZB_ERROR_IO, "the store names a document that it does not hold");
    return FALSE;
  }
  if (diff->writer == NULL) {
    append_clean (diff->sink, "", entry->change->path);
    append_clean (diff->sink, " ← ", entry->former);
    zb_text_sink_append (diff->sink, "\n");
    write_about_text (diff->sink, &about);
    return write_values (diff, entry, error);
  }
  zb_json_writer_open_object (diff->writer, NULL, ZB_JSON_SPREAD);
  zb_json_writer_string (diff->writer, "path", entry->change->path);
  zb_json_writer_string (diff->writer, "former_path", entry->former);
  zb_json_writer_string (diff->writer, "sha256", about.sha256);
  zb_json_writer_string (diff->writer, "status", about.status);
  zb_json_writer_string (diff->writer, "reason", about.reason);
  zb_json_writer_string (diff->writer, "kind", about.kind);
  zb_json_writer_string (diff->writer, "title", about.title);
  zb_json_writer_string (diff->writer, "entity", about.entity);
  zb_json_writer_number_or_null (diff->writer, "fiscal_year", about.fiscal_year);
  zb_json_writer_integer (diff->writer, "facts", about.facts);
  written = write_values (diff, entry, error);
  zb_json_writer_close (diff->writer);
  return written;
}

static gboolean
write_kind (Diff *diff, DiffKind kind, GError **error) {
  guint count = 0;
  gboolean fine = TRUE;

  for (guint i = 0; i < diff->entries->len; i++)
    count += g_array_index (diff->entries, Entry, i).kind == kind;
  if (diff->writer != NULL)
    zb_json_writer_open_array (diff->writer, KIND_NAMES[kind], ZB_JSON_SPREAD);
  else if (count > 0)
    zb_text_sink_printf (diff->sink, "%s: %u\n\n", KIND_NAMES[kind], count);
  for (guint i = 0; fine && i < diff->entries->len; i++) {
    const Entry *entry = &g_array_index (diff->entries, Entry, i);

    if (entry->kind == kind)
      fine = write_entry (diff, entry, error);
  }
  if (diff->writer != NULL)
    zb_json_writer_close (diff->writer);
  else if (count > 0)
    zb_text_sink_append (diff->sink, "\n");
  return fine;
}

static gboolean
write_all (Diff *diff, GError **error) {
  gboolean fine = TRUE;

  if (diff->writer != NULL) {
    zb_json_writer_open_object (diff->writer, NULL, ZB_JSON_SPREAD);
    zb_json_writer_integer (diff->writer, "since", (guint64) diff->since);
    zb_json_writer_integer (diff->writer, "until", (guint64) diff->until);
  } else if (diff->entries->len == 0)
    zb_text_sink_append (diff->sink, "nothing changed\n");
  for (guint kind = 0; fine && kind < N_DIFFS; kind++)
    fine = write_kind (diff, (DiffKind) kind, error);
  if (diff->writer == NULL)
    return fine && zb_text_sink_finish (diff->sink, error);
  zb_json_writer_close (diff->writer);
  return fine && zb_json_writer_finish (diff->writer, error);
}

gboolean
zb_diff_write (ZbStore *store, const ZbDiffOptions *options, GOutputStream *out, guint *changes,
               GError **error) {
  gint64 until = options->until > 0 ? options->until : zb_store_last_run (store);
  Diff diff = { .store = store,
                .until = until,
                .since = options->since >= 0 ? options->since : MAX (until - 1, 0) };
  g_autoptr (GPtrArray) names = zb_store_diff_names (store, diff.since, diff.until, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (ZbTextSink) sink = options->json ? NULL : zb_text_sink_new (out);
  g_autoptr (ZbJsonWriter) writer = options->json ? zb_json_writer_new (out, TRUE) : NULL;

  if (names == NULL)
    return FALSE;
  diff.changes = names;
  diff.entries = entries;
  diff.sink = sink;
  diff.writer = writer;
  sort_entries (&diff);
  *changes = entries->len;
  return write_all (&diff, error);
}
