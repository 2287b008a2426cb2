/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-diff.h"

#include "store-statement.h"

/* Of each name, the document before run ?1 and the one at the end of run ?2. */
static const char CHANGES[]
  = "SELECT n.path, b.document, a.document FROM names n"
    " LEFT JOIN (SELECT name, document, max (version) FROM versions WHERE run <= ?1 GROUP BY name) b"
    " USING (name)"
    " LEFT JOIN (SELECT name, document, max (version) FROM versions WHERE run <= ?2 GROUP BY name) a"
    " USING (name)"
    " WHERE b.document IS NOT a.document ORDER BY n.path";

/* The preferred readings of ?1 and ?2 that differ, or that only one of them has. */
static const char VALUES[]
  = "SELECT coalesce (b.indicator, a.indicator), coalesce (b.label, a.label),"
    " coalesce (b.period, a.period), coalesce (b.measure, a.measure), coalesce (b.fund, a.fund),"
    " coalesce (b.function, a.function), coalesce (b.economic, a.economic),"
    " coalesce (b.subject, a.subject), b.value, a.value, coalesce (b.unit, a.unit),"
    " b.page, a.page"
    " FROM (SELECT * FROM facts WHERE document = ?%d AND preferred) b"
    " LEFT JOIN (SELECT * FROM facts WHERE document = ?%d AND preferred) a"
    " ON a.indicator = b.indicator AND a.period IS b.period AND a.measure IS b.measure"
    " AND a.fund IS b.fund AND a.function IS b.function AND a.economic IS b.economic"
    " AND a.subject_kind IS b.subject_kind AND a.subject IS b.subject";

static void
change_free (gpointer data) {
  ZbStoreChange *change = data;

  g_free (change->path);
  g_free (change);
}

GPtrArray *
zb_store_diff_names (ZbStore *store, gint64 since, gint64 until, GError **error) {
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (change_free);
  sqlite3_stmt *statement = zb_store_prepare (store, CHANGES, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  sqlite3_bind_int64 (statement, 2, until);
  while (zb_store_step (store, statement, &local)) {
    ZbStoreChange *change = g_new0 (ZbStoreChange, 1);

    change->path = zb_store_dup_column (statement, 0);
    change->before = sqlite3_column_int64 (statement, 1);
    change->after = sqlite3_column_int64 (statement, 2);
    g_ptr_array_add (changes, change);
  }
  if (local == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
value_free (gpointer data) {
  ZbStoreValue *value = data;

  g_free (value->indicator);
  g_free (value->label);
  g_free (value->period);
  g_free (value->measure);
  g_free (value->fund);
  g_free (value->function);
  g_free (value->economic);
  g_free (value->subject);
  g_free (value->before);
  g_free (value->after);
  g_free (value->unit);
  g_free (value);
}

static ZbStoreValue *
read_value (sqlite3_stmt *statement) {
  ZbStoreValue *value = g_new0 (ZbStoreValue, 1);
  char **const texts[]
    = { &value->indicator, &value->label,    &value->period,  &value->measure,
        &value->fund,      &value->function, &value->economic, &value->subject,
        &value->before,    &value->after,    &value->unit };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = zb_store_dup_column (statement, (int) i);
  value->before_page = (guint) sqlite3_column_int (statement, G_N_ELEMENTS (texts));
  value->after_page = (guint) sqlite3_column_int (statement, G_N_ELEMENTS (texts) + 1);
  return value;
}

/* Equal values are no change; what only the later document has comes from the reverse join. */
static char *
print_values_query (void) {
  g_autofree char *forth = g_strdup_printf (VALUES, 1, 2);
  g_autofree char *back = g_strdup_printf (VALUES, 2, 1);
  g_autoptr (GString) reversed = g_string_new (back);

  g_string_replace (reversed, "b.value, a.value", "a.value, b.value", 1);
  g_string_replace (reversed, "b.page, a.page", "a.page, b.page", 1);
  return g_strdup_printf ("%s WHERE b.value IS NOT a.value UNION ALL %s WHERE a.value IS NULL"
                          " ORDER BY 1, 3, 4, 5, 6, 7, 8, 9, 10",
                          forth, reversed->str);
}

GPtrArray *
zb_store_diff_values (ZbStore *store, gint64 before, gint64 after, GError **error) {
  g_autofree char *query = print_values_query ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (value_free);
  sqlite3_stmt *statement = zb_store_prepare (store, query, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, before);
  sqlite3_bind_int64 (statement, 2, after);
  while (zb_store_step (store, statement, &local))
    g_ptr_array_add (values, read_value (statement));
  if (local == NULL)
    return g_steal_pointer (&values);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
zb_store_diff_document (ZbStore *store, gint64 document, ZbStoreDocument *about) {
  sqlite3_stmt *statement
    = zb_store_prepare (store,
                        "SELECT sha256, status, reason, kind, title, entity, fiscal_year,"
                        " (SELECT count (*) FROM facts f WHERE f.document = d.document)"
                        " FROM documents d WHERE document = ?1",
                        NULL);
  char **const texts[] = { &about->sha256, &about->status, &about->reason,
                           &about->kind,   &about->title,  &about->entity };

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, document);
  if (!zb_store_step (store, statement, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = zb_store_dup_column (statement, (int) i);
  about->fiscal_year = (guint) sqlite3_column_int (statement, 6);
  about->facts = (guint) sqlite3_column_int (statement, 7);
  sqlite3_reset (statement);
  return TRUE;
}

void
zb_store_document_clear (ZbStoreDocument *about) {
  g_free (about->sha256);
  g_free (about->status);
  g_free (about->reason);
  g_free (about->kind);
  g_free (about->title);
  g_free (about->entity);
}

gint64
zb_store_last_run (ZbStore *store) {
  sqlite3_stmt *statement = zb_store_prepare (store, "SELECT max (run) FROM runs", NULL);
  gint64 run = 0;

  if (statement != NULL && zb_store_step (store, statement, NULL))
    run = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  return run;
}
