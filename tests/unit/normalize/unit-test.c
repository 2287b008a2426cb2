/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "text-fold.h"

/* Every data line of the file, read here on its own, is in the table with what it says. */
static void
test_every_line (void) {
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) units = zb_unit_list ();
  ZbDecimal factor;

  g_assert_true (g_file_get_contents (TEST_DATA "/../normalize/units.tsv", &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    const ZbUnit *unit;

    if (*lines[i] == '#' || *lines[i] == '\0')
      continue;
    g_test_message ("line %u: %s", i + 1, lines[i]);
    g_assert_cmpuint (g_strv_length (fields), >=, 4);
    g_assert_true (g_hash_table_add (seen, zb_text_fold (fields[0])));
    unit = zb_unit_lookup (fields[0]);
    g_assert_nonnull (unit);
    g_assert_cmpstr (unit->canonical, ==, fields[1]);
    g_assert_true (zb_decimal_parse (fields[3], &factor));
    g_assert_cmpint (zb_decimal_compare (unit->factor, factor), ==, 0);
    g_assert_cmpint (zb_decimal_sign (unit->factor), ==, 1);
    g_assert_cmpint (unit->misread, ==, fields[4] != NULL && g_str_equal (fields[4], "misread"));
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, units->len);
}

/* A canonical unit that is a spelling itself has the factor 1 and the dimension. */
static void
test_canonical_units (void) {
  g_autoptr (GPtrArray) units = zb_unit_list ();

  for (guint i = 0; i < units->len; i++) {
    const ZbUnit *unit = g_ptr_array_index (units, i);
    const ZbUnit *canonical = zb_unit_lookup (unit->canonical);

    if (canonical == NULL || unit->dimension == ZB_DIMENSION_SCALE)
      continue;
    g_test_message ("%s", unit->spelling);
    g_assert_cmpstr (canonical->canonical, ==, unit->canonical);
    g_assert_cmpint (canonical->dimension, ==, unit->dimension);
    g_assert_cmpint (zb_decimal_compare (canonical->factor, zb_decimal_from_int (1)), ==, 0);
  }
}

/* @spelling: the part of @text that is the unit; NULL: none. */
static void
assert_match (const char *text, const char *spelling, const char *canonical, const char *factor) {
  g_autofree char *folded = zb_text_fold (text);
  gsize length = 0;
  const ZbUnit *unit = zb_unit_match (folded, &length);
  g_autofree char *found = NULL, *printed = NULL;

  g_test_message ("%s", text);
  if (spelling == NULL) {
    g_assert_null (unit);
    return;
  }
  g_assert_nonnull (unit);
  found = g_strndup (folded, length);
  printed = zb_decimal_print_plain (unit->factor);
  g_assert_cmpstr (found, ==, spelling);
  g_assert_cmpstr (unit->canonical, ==, canonical);
  g_assert_cmpstr (printed, ==, factor);
}

static void
test_match (void) {
  assert_match ("万元，", "万元", "CNY", "10000");
  assert_match ("万 元", "万元", "CNY", "10000");
  assert_match ("人次", "人次", "人次", "1");
  assert_match ("㎡", "m2", "m2", "1");
  assert_match ("科室", NULL, NULL, NULL);
  assert_match ("", NULL, NULL, NULL);
  assert_match ("支出", NULL, NULL, NULL);
  assert_match ("个人所得税", NULL, NULL, NULL);
  assert_match ("m20", "m", "米", "1");
  assert_match ("minute", NULL, NULL, NULL);
  assert_match ("万无障碍", "万", "万", "10000");
}

static void
test_made_units (void) {
  assert_match ("万辆", "万辆", "辆", "10000");
  assert_match ("百亿元", "百亿元", "CNY", "10000000000");
  assert_match ("亿人次", "亿人次", "人次", "100000000");
  assert_match ("万美元", "万美元", "USD", "10000");
  assert_match ("万年", "万", "万", "10000");
  assert_match ("项（次）", "项(次)", "项(次)", "1");
  assert_match ("艘次", "艘次", "艘次", "1");
  assert_match ("万艘次", "万艘次", "艘次", "10000");
  assert_match ("个次数", "个", "个", "1");
  assert_match ("台（套）", "台(套)", "台", "1");
  assert_match ("人（名单）", "人", "人", "1");
  assert_match ("元/人/天", "元/人/天", "元/人/天", "1");
  assert_match ("万元/个", "万元/个", "元/个", "10000");
  assert_match ("元/12", "元", "CNY", "1");
  g_assert_true (zb_unit_lookup ("万辆") == zb_unit_lookup ("万辆"));
  g_assert_null (zb_unit_lookup ("万辆次元"));
  g_assert_null (zb_unit_lookup ("本表"));
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/normalize/unit/every-line", test_every_line);
  g_test_add_func ("/normalize/unit/canonical-units", test_canonical_units);
  g_test_add_func ("/normalize/unit/match", test_match);
  g_test_add_func ("/normalize/unit/made-units", test_made_units);
  return g_test_run ();
}
