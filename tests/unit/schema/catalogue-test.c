/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"
#include "check-words.h"
#include "text-fold.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every indicator that the output contract names. */
static const char *const CONTRACT[] = {
  "income.grand_total", "income.total", "income.fiscal", "income.special_account",
  "income.unit_funds", "income.superior_subsidy", "income.business", "income.operating",
  "income.affiliated", "income.other", "balance.nonfiscal_used", "balance.opening",
  "balance.allocation", "balance.closing", "expenditure.grand_total", "expenditure.total",
  "expenditure.basic", "expenditure.basic.personnel", "expenditure.basic.operating",
  "expenditure.project", "expenditure.to_superior", "expenditure.operating",
  "expenditure.to_affiliated", "three_public.total", "three_public.overseas",
  "three_public.vehicle", "three_public.vehicle_purchase", "three_public.vehicle_operation",
  "three_public.reception", "three_public.overseas_groups", "three_public.overseas_people",
  "three_public.reception_batches", "three_public.reception_people",
  "three_public.vehicles_purchased", "three_public.vehicles_held", "agency_operating", "meeting",
  "training", "procurement.total", "procurement.goods", "procurement.works",
  "procurement.services", "procurement.sme", "procurement.small_micro", "assets.vehicles",
  "assets.vehicles_confidential", "assets.vehicles_emergency", "assets.general_equipment",
  "assets.special_equipment", "assets.equipment", "staff.authorized", "staff.actual",
  "staff.control_rate", "staff.retired_cadre", "staff.retired", "staff.temporary",
  "org.divisions", "base.business_work", "base.operation_maintenance", "base.special",
  "base.office", "base.utilities_travel", "base.meeting_training", "base.budget_adjustment",
  "building.area_approved", "building.area_actual", "building.area_rate",
  "building.investment_budget", "building.investment_actual", "building.investment_rate",
  "funds.total", "funds.fiscal", "funds.carryover", "funds.other", "funds.general_budget",
  "funds.government_fund", "funds.nontax", "evaluation.total",
};

static const char *const KINDS[] = {
  "final.01", "final.02", "final.03", "final.04", "final.05", "final.06", "final.07", "final.08",
  "final.09", "budget.income_expenditure", "budget.income", "budget.expenditure", "budget.fiscal",
  "budget.general_function", "budget.fund_function", "budget.capital_function",
  "budget.basic_economic", "budget.three_public", "eval.base_data", "eval.department",
  "eval.project", "eval.monitoring", "goal.department", "goal.project", NULL,
};

static ZbCatalogue *
load (void) {
  g_autoptr (GError) error = NULL;
  ZbCatalogue *catalogue = zb_catalogue_new (&error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_indicators (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();

  for (guint i = 0; i < G_N_ELEMENTS (CONTRACT); i++)
    if (zb_catalogue_lookup_indicator (catalogue, CONTRACT[i]) == NULL)
      g_error ("%s is not in indicators.tsv", CONTRACT[i]);
  g_assert_cmpuint (zb_catalogue_count_indicators (catalogue), ==, G_N_ELEMENTS (CONTRACT));
  for (guint i = 0; i < zb_catalogue_count_indicators (catalogue); i++)
    g_assert_cmpstr (zb_catalogue_indicator_at (catalogue, i)->name, !=, "");
}

static gboolean
has_kind (const ZbCatalogue *catalogue, const char *id) {
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++)
    if (g_str_equal (zb_catalogue_table_kind_at (catalogue, i)->id, id))
      return TRUE;
  return FALSE;
}

static void
test_kinds (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();

  for (guint i = 0; KINDS[i] != NULL; i++)
    if (!has_kind (catalogue, KINDS[i]))
      g_error ("%s is not in table-kinds.tsv", KINDS[i]);
  for (guint i = 0; i < zb_catalogue_count_table_kinds (catalogue); i++) {
    const char *id = zb_catalogue_table_kind_at (catalogue, i)->id;

    if (!g_str_equal (id, "other") && !g_strv_contains (KINDS, id))
      g_error ("table-kinds.tsv: %s is no kind of the contract", id);
  }
}

static void
test_rules (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();
  const GPtrArray *rules = zb_catalogue_rules (catalogue);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (rules->len, >, 20);
  for (guint i = 0; i < rules->len; i++) {
    const ZbRule *rule = g_ptr_array_index (rules, i);

    if (!g_hash_table_add (names, (gpointer) rule->name))
      g_error ("checks.tsv: %s stands twice", rule->name);
    g_assert_cmpstr (rule->message, !=, "");
    for (guint s = 0; rule->scope[s] != NULL; s++)
      if (!g_str_equal (rule->scope[s], "document") && !g_str_equal (rule->scope[s], "anywhere")
          && !has_kind (catalogue, rule->scope[s]))
        g_error ("checks.tsv: %s: %s is no kind of table", rule->name, rule->scope[s]);
  }
}

static void
assert_shortest (const ZbCatalogue *catalogue, const char *digits, const char *name, const char *code) {
  g_test_message ("%s %s", digits, name);
  g_assert_cmpstr (zb_classification_lookup_shortest (zb_catalogue_economics (catalogue), digits, name),
                   ==, code);
}

static void
test_shortest_code (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();

  assert_shortest (catalogue, "3", "其他支出", "399");
  assert_shortest (catalogue, "5", "其他支出", "599");
  assert_shortest (catalogue, "3", "办公费", "30201");
  assert_shortest (catalogue, "5", "办公经费", "50201");
  assert_shortest (catalogue, "5", "设备购置", NULL); /* of two classes */
  assert_shortest (catalogue, "5", "办公费", NULL);
}

static void
test_codes (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();

  g_assert_cmpstr (zb_catalogue_function_name (catalogue, "2013201"), ==, "行政运行");
  g_assert_cmpstr (zb_catalogue_economic_name (catalogue, "30101"), ==, "基本工资");
  g_assert_null (zb_catalogue_function_name (catalogue, "9999999"));
  /* with and without 支出, below a parent, and too common to tell without one */
  g_assert_cmpstr (zb_catalogue_lookup_function (catalogue, "", "一般公共服务"), ==, "201");
  g_assert_cmpstr (zb_catalogue_lookup_function (catalogue, "", "教育支出"), ==, "205");
  g_assert_cmpstr (zb_catalogue_lookup_function (catalogue, "20132", "行政运行"), ==, "2013201");
  g_assert_null (zb_catalogue_lookup_function (catalogue, NULL, "行政运行"));
}

static void
test_economic_names_in_text (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();
  gsize length = 0;

  g_assert_cmpstr (zb_catalogue_match_economic (catalogue, "工资福利支出12万元", &length), ==, "301");
  g_assert_cmpuint (length, ==, strlen ("工资福利支出"));
  /* 5xx of 政府预算 has names like these too; a sentence means 部门预算 */
  g_assert_cmpstr (zb_catalogue_match_economic (catalogue, "对个人和家庭的补助", &length), ==, "303");
  g_assert_null (zb_catalogue_match_economic (catalogue, "其他单位", &length));
}

/* Whether a function, or a class of the economic classification, is called @folded. */
static gboolean
is_official_name (const ZbCatalogue *catalogue, const char *folded) {
  for (guint code = 301; code < 2340000; code = code == 599 ? 2010101 : code + 1) {
    g_autofree char *digits = g_strdup_printf ("%u", code);
    const char *name = code < 600 ? zb_catalogue_economic_name (catalogue, digits)
                                  : zb_catalogue_function_name (catalogue, digits);
    g_autofree char *official = name != NULL ? zb_text_fold (name) : NULL;

    if (g_strcmp0 (official, folded) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
test_natures (void) {
  static const ZbCheckWordRole ROLES[]
    = { ZB_CHECK_WORD_BASIC_NATURE, ZB_CHECK_WORD_PROJECT_NATURE };
  g_autoptr (ZbCatalogue) catalogue = zb_catalogue_new (NULL);

  for (guint r = 0; r < G_N_ELEMENTS (ROLES); r++) {
    const GPtrArray *words = zb_check_words (ROLES[r]);

    g_assert_cmpuint (words->len, >, 0);
    for (guint i = 0; i < words->len; i++)
      g_assert_true (is_official_name (catalogue, ((const ZbCheckWord *) g_ptr_array_index (words, i))->word));
  }
}

static void
test_labels (void) {
  g_autoptr (ZbCatalogue) catalogue = load ();
  const ZbLabel *label
      = zb_catalogue_match_label (catalogue, ZB_SCOPE_TEXT, "一般公共预算财政拨款基本支出预算为");

  g_assert_nonnull (label);
  g_assert_cmpstr (label->indicators[0], ==, "expenditure.basic");
  g_assert_cmpstr (label->fund, ==, "general");
  g_assert_null (zb_catalogue_lookup_label (catalogue, ZB_SCOPE_FUNDS, "基本支出预算"));
}

/* An analyst's file in $ZHIBIAO_CATALOGUE takes the place of the built-in one, and a wrong line in it
 * is named. */
static void
test_own_file (void) {
  g_autofree char *folder = g_dir_make_tmp ("catalogue-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "labels.tsv", NULL);
  g_autoptr (ZbCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("ZHIBIAO_CATALOGUE", folder, TRUE);
  g_file_set_contents (file, "# mine\n差旅补贴\ttext\t\tmeeting\n", -1, NULL);
  catalogue = zb_catalogue_new (&error);
  g_assert_no_error (error);
  g_assert_nonnull (zb_catalogue_lookup_label (catalogue, ZB_SCOPE_TEXT, "差旅补贴"));
  g_file_set_contents (file, "# mine\n差旅补贴\ttext\t\tmeetings\n", -1, NULL);
  g_assert_null (zb_catalogue_new (&error));
  g_assert_error (error, ZB_ERROR, ZB_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "labels.tsv: line 2"));
  g_unsetenv ("ZHIBIAO_CATALOGUE");
  g_unlink (file);
  g_rmdir (folder);
}

/* Each wrong line of checks.tsv is refused with what is wrong about it. */
static void
test_wrong_rules (void) {
  static const struct {
    const char *line, *says;
  } CASES[] = {
    { "own.rule\tsum\terror\tdocument\tmeetings\ttraining\t不等", "meetings is no indicator" },
    { "own.rule\tsum\terror\tdocument\tmeeting\ttraining + trainings\t不等",
      "trainings is no indicator" },
    { "own.rule\tproduct\terror\tdocument\tmeeting\ttraining\t不等", "no such type" },
    { "own.rule\tsum\tgrave\tdocument\tmeeting\ttraining\t不等", "no such severity" },
    { "own.rule\tsum\terror\tdocument\tmeeting\ttraining", "no message" },
  };
  g_autofree char *folder = g_dir_make_tmp ("zhibiao-rules-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "checks.tsv", NULL);

  g_setenv ("ZHIBIAO_CATALOGUE", folder, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *text = g_strconcat ("# mine\n", CASES[i].line, "\n", NULL);
    g_autoptr (GError) error = NULL;

    g_file_set_contents (file, text, -1, NULL);
    g_assert_null (zb_catalogue_new (&error));
    g_assert_error (error, ZB_ERROR, ZB_ERROR_DATA);
    g_assert_nonnull (strstr (error->message, "checks.tsv: line 2"));
    g_assert_nonnull (strstr (error->message, CASES[i].says));
  }
  g_unsetenv ("ZHIBIAO_CATALOGUE");
  g_unlink (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/catalogue/indicators", test_indicators);
  g_test_add_func ("/schema/catalogue/kinds", test_kinds);
  g_test_add_func ("/schema/catalogue/rules", test_rules);
  g_test_add_func ("/schema/catalogue/codes", test_codes);
  g_test_add_func ("/schema/catalogue/shortest-code", test_shortest_code);
  g_test_add_func ("/schema/catalogue/economic-names-in-text", test_economic_names_in_text);
  g_test_add_func ("/schema/catalogue/natures", test_natures);
  g_test_add_func ("/schema/catalogue/labels", test_labels);
  g_test_add_func ("/schema/catalogue/own-file", test_own_file);
  g_test_add_func ("/schema/catalogue/wrong-rules", test_wrong_rules);
  return g_test_run ();
}
