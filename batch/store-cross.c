/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-cross.h"

#include <string.h>

#include "store-statement.h"
#include "text-fold.h"

/* The documents that files hold now, with the body's name as it is compared. */
static const char PREPARE[]
  = "DROP TABLE IF EXISTS temp.bodies;"
    "CREATE TEMP TABLE bodies AS SELECT document, fold (entity) AS body, kind, fiscal_year"
    " FROM documents WHERE status = 'read' AND entity IS NOT NULL AND fiscal_year IS NOT NULL"
    " AND document IN (SELECT document FROM names);"
    "CREATE INDEX temp.bodies_by_name ON bodies (body, kind, fiscal_year);"
    "DROP TABLE IF EXISTS temp.units;"
    "CREATE TEMP TABLE units AS SELECT DISTINCT document, fold (subject) AS unit FROM facts"
    " WHERE subject_kind = 'unit' AND document IN (SELECT document FROM temp.bodies);"
    "CREATE INDEX temp.units_by_document ON units (document);"
    "DELETE FROM cross_checks;";

/* A unit that has the body's own name is its headquarters, and the document of that name is the whole
 * body's; so it is never compared, and a sum over it is never complete. */

/* What holds of the two amounts whatever the type; ?1 … are bound by bind_rule(). An amount that is only a
 * bound or about right proves nothing. */
#define AMOUNTS                                                                                    \
  " CROSS JOIN facts f ON f.document = d.document AND f.preferred AND f.measure = ?3"              \
  " AND matches (f.indicator, ?2) AND f.period = CAST (d.fiscal_year + ?4 AS TEXT)"                \
  " AND ' ' || coalesce (f.flags, '') || ' ' NOT GLOB '* bound *'"                                 \
  " AND ' ' || coalesce (f.flags, '') || ' ' NOT GLOB '* approximate *'"                           \
  " CROSS JOIN facts g ON g.document = o.document AND g.preferred AND g.measure = ?6"              \
  " AND g.indicator = coalesce (?8, f.indicator) AND g.period = f.period"                          \
  " AND g.function IS f.function AND g.economic IS f.economic AND g.subject_kind IS NULL"          \
  " AND g.fund IS (CASE WHEN ?9 IS NULL THEN f.fund ELSE nullif (?9, '') END)"                     \
  " AND g.unit IS f.unit"

#define RESULT "SELECT f.document, f.fact, g.document, g.fact, f.value, f.half_unit, g.value, g.half_unit, "
#define ORDER " ORDER BY 1, 2, 3, 4"

static const char *const QUERIES[] = {
  [ZB_CROSS_SAME] = RESULT
  "1 FROM bodies d CROSS JOIN bodies o ON o.body = d.body AND o.kind = ?5"
  " AND o.fiscal_year = d.fiscal_year + ?7 AND o.document <> d.document" AMOUNTS
  " AND f.subject_kind IS NULL WHERE d.kind = ?1" ORDER,

  [ZB_CROSS_UNIT] = RESULT
  "1 FROM bodies d CROSS JOIN units u ON u.document = d.document AND u.unit <> d.body"
  " CROSS JOIN bodies o ON o.body = u.unit AND o.kind = ?5"
  " AND o.fiscal_year = d.fiscal_year + ?7 AND o.document <> d.document" AMOUNTS
  " AND f.subject_kind = 'unit' AND fold (f.subject) = u.unit WHERE d.kind = ?1" ORDER,

  [ZB_CROSS_SUM] = RESULT
  "(SELECT count (*) FROM units c WHERE c.document = d.document)"
  " FROM bodies d CROSS JOIN units u ON u.document = d.document AND u.unit <> d.body"
  " CROSS JOIN bodies o ON o.body = u.unit AND o.kind = ?5"
  " AND o.fiscal_year = d.fiscal_year + ?7 AND o.document <> d.document" AMOUNTS
  " AND f.subject_kind IS NULL WHERE d.kind = ?1" ORDER,
};

/* fold (name): equal names look equal, however they are spaced or bracketed. */
static void
fold (sqlite3_context *context, int count, sqlite3_value **values) {
  const char *text = (const char *) sqlite3_value_text (values[0]);
  g_autofree char *folded = text != NULL ? zb_text_fold (text) : NULL;
  g_auto (GStrv) pieces = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;

  if (pieces != NULL)
    sqlite3_result_text (context, g_strjoinv ("", pieces), -1, g_free);
}

/* matches (indicator, "a.*,b"). */
static void
matches (sqlite3_context *context, int count, sqlite3_value **values) {
  const char *text = (const char *) sqlite3_value_text (values[0]);
  const char *patterns = (const char *) sqlite3_value_text (values[1]);
  g_auto (GStrv) list = patterns != NULL ? g_strsplit (patterns, ",", -1) : NULL;
  gboolean found = FALSE;

  for (char **pattern = list; text != NULL && pattern != NULL && *pattern != NULL; pattern++)
    found |= g_pattern_match_simple (*pattern, text);
  sqlite3_result_int (context, found);
}

gboolean
zb_store_cross_begin (ZbStore *store, GError **error) {
  sqlite3 *database = zb_store_database (store);
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

  if (sqlite3_create_function (database, "fold", 1, flags, NULL, fold, NULL, NULL) != SQLITE_OK
      || sqlite3_create_function (database, "matches", 2, flags, NULL, matches, NULL, NULL)
           != SQLITE_OK
      || sqlite3_exec (database, PREPARE, NULL, NULL, NULL) != SQLITE_OK)
    return zb_store_fail (store, error);
  return TRUE;
}

static void
bind_rule (sqlite3_stmt *statement, const ZbCrossRule *rule) {
  zb_store_bind_text (statement, 1, rule->kind);
  zb_store_bind_text (statement, 2, rule->indicators);
  zb_store_bind_text (statement, 3, rule->measure);
  sqlite3_bind_int (statement, 4, rule->period);
  zb_store_bind_text (statement, 5, rule->other_kind);
  zb_store_bind_text (statement, 6, rule->other_measure);
  sqlite3_bind_int (statement, 7, rule->other_year);
  zb_store_bind_text (statement, 8, rule->other_indicator);
  zb_store_bind_text (statement, 9, rule->other_fund);
}

gboolean
zb_store_cross_each (ZbStore *store, const ZbCrossRule *rule,
                     gboolean (*use) (const ZbCrossPair *pair, gpointer data, GError **error),
                     gpointer data, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (store, QUERIES[rule->type], error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  bind_rule (statement, rule);
  while (zb_store_step (store, statement, &local)) {
    const ZbCrossPair pair = {
      .document = sqlite3_column_int64 (statement, 0),
      .fact = (guint) sqlite3_column_int (statement, 1),
      .other_document = sqlite3_column_int64 (statement, 2),
      .other_fact = (guint) sqlite3_column_int (statement, 3),
      .value = (const char *) sqlite3_column_text (statement, 4),
      .half_unit = (const char *) sqlite3_column_text (statement, 5),
      .other_value = (const char *) sqlite3_column_text (statement, 6),
      .other_half_unit = (const char *) sqlite3_column_text (statement, 7),
      .parts = (guint) sqlite3_column_int (statement, 8),
    };

    if (!use (&pair, data, error)) {
      sqlite3_reset (statement);
      return FALSE;
    }
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
zb_store_cross_put (ZbStore *store, const ZbCrossRule *rule, const ZbCrossPair *pair,
                    const ZbCrossOutcome *outcome, GError **error) {
  sqlite3_stmt *statement = zb_store_prepare (
    store, "INSERT INTO cross_checks VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", error);

  if (statement == NULL)
    return FALSE;
  zb_store_bind_text (statement, 1, rule->rule);
  sqlite3_bind_int64 (statement, 2, pair->document);
  sqlite3_bind_int64 (statement, 3, pair->fact);
  sqlite3_bind_int64 (statement, 4, pair->other_document);
  sqlite3_bind_int64 (statement, 5, pair->other_fact);
  zb_store_bind_text (statement, 6, outcome->passed ? "pass" : "fail");
  zb_store_bind_text (statement, 7, outcome->expected);
  zb_store_bind_text (statement, 8, outcome->found);
  zb_store_bind_text (statement, 9, outcome->difference);
  zb_store_bind_text (statement, 10, outcome->tolerance);
  zb_store_bind_text (statement, 11, outcome->passed ? NULL : rule->message);
  return zb_store_execute (store, statement, error);
}

guint
zb_store_cross_count_failed (ZbStore *store) {
  sqlite3_stmt *statement
    = zb_store_prepare (store, "SELECT count (*) FROM cross_checks WHERE status = 'fail'", NULL);
  guint count = 0;

  if (statement != NULL && zb_store_step (store, statement, NULL))
    count = (guint) sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);
  return count;
}
