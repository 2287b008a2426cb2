/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xlsx-number-format.h"

static const struct {
  const char *value, *format, *shown;
} CASES[] = {
  { "1490.4700000000001", "General", "1490.47" },
  { "0.30000000000000004", "General", "0.3" },
  { "-1E-3", "General", "-0.001" },
  { "1.2E+3", "General", "1200" },
  { "0", "General", "0" },
  { "999999999999999.9", "General", "1000000000000000" },
  { "1490.475", "0.00", "1490.48" },
  { "1234567.891", "#,##0.00", "1,234,567.89" },
  { "-1234567.891", "#,##0.00", "-1,234,567.89" },
  { "999.995", "#,##0.00", "1,000.00" },
  { "0.5", "#,##0.00", "0.50" },
  { "12", "00000", "00012" },
  { "1234", "000,000", "001,234" },
  { "5", "0.##", "5" },
  { "5.5", "0.##", "5.5" },
  { "0.9787", "0.00%", "97.87%" },
  { "0.9787", "0%", "98%" },
  { "-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)" },
  { "1234.5", "#,##0.00_);(#,##0.00)", "1,234.50" },
  { "0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-" },
  { "-7", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-7.00" },
  { "14904700", "0.00,,\"百万元\"", "14.90百万元" },
  { "14904700", "0!.00,\"万元\"", "149.05万元" },
  { "12345", "[$¥-804]#,##0.00", "¥12,345.00" },
  { "12", "[Red][>10]0.0;[<0]-0;0", "12.0" },
  { "5", "[>10]0.0;[<0]-0;0\"人\"", "5人" },
  { "-12.5", "0.00;@", "-12.50" },
  { "0", "0.00_);(0.00);@", "0.00" },
  { "-12.5", "0.00_);(0.00);@", "(12.50)" },
  { "-12.5", "#,##0.00;[Red]#,##0.00", "-12.50" },
  { "-12.5", "0.00;[红色]0.00", "-12.50" },
  { "-12.5", "0.00;[Red]-0.00", "-12.50" },
  { "-12.5", "0.00_);[Red]\\(0.00\\)", "(12.50)" },
  { "-12.5", "0.00;0.00", "12.50" },
  { "-12.5", "0.00;[Red]0.00\"万元\"", "-12.50万元" },
  { "-12.5", "0.00;[Red]\"负\"0.00", "负12.50" },
  { "-12.5", "_(0.00_);[Red]_(0.00_)", "-12.50" },
  { "-12.5", "0.00;[Red", "" },
  { "12.5", "General\"万元\"", "12.5万元" },
  { "-12.5", "G/通用格式\"万元\"", "-12.5万元" },
  { "12.5", "\"约\"General", "约12.5" },
  { "-12.5", "General;-General;0", "-12.5" },
  { "12.5", "@\"万元\"", "12.5" },
  { "5", ";;;", "" },
  { "0", "0.00;-0.00;;@", "" },
  { "45292", "yyyy/m/d", "2024/1/1" },
  { "45292", "yyyy\"年\"m\"月\"d\"日\"", "2024年1月1日" },
  { "45292.5", "yyyy-mm-dd hh:mm:ss", "2024-01-01 12:00:00" },
  { "45292.75", "上午/下午h\"时\"mm\"分\"", "下午6时00分" },
  { "59", "yyyy/m/d", "1900/2/28" },
  { "61", "yyyy/m/d", "1900/3/1" },
  { "1.5", "[h]:mm", "36:00" },
  { "45292", "[$-804]aaaa", "星期一" },
  { "45292", "yyyy\\-mm", "2024-01" },
  { "-5", "yyyy/m/d", "-5" },
  { "99999999999", "yyyy/m/d", "99999999999" },
  { "1.5", "0.00E+00", "1.5" },
  { "1.5", "# ?/?", "1.5" },
  { "12", "@", "12" },
  { "not a number", "0.00", "not a number" },
  { "12", "\"unclosed", "unclosed" },
  { "12", "[", "" },
  { "12", "0\\", "12" },
};

static void
test_shown (void) {
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *shown = zb_xlsx_number_format (CASES[i].value, CASES[i].format, FALSE);

    if (g_strcmp0 (shown, CASES[i].shown) != 0)
      g_test_message ("%s under %s", CASES[i].value, CASES[i].format);
    g_assert_cmpstr (shown, ==, CASES[i].shown);
  }
}

static void
test_1904 (void) {
  g_autofree char *shown = zb_xlsx_number_format ("43830", "yyyy/m/d", TRUE);

  g_assert_cmpstr (shown, ==, "2024/1/1");
}

static void
test_text (void) {
  g_autofree char *plain = zb_xlsx_number_format_text ("合计", "#,##0.00");
  g_autofree char *single = zb_xlsx_number_format_text ("无", "@\"万元\"");
  g_autofree char *last = zb_xlsx_number_format_text ("无", "0.00;\"其他：\"@");
  g_autofree char *hidden = zb_xlsx_number_format_text ("无", ";;;");
  g_autofree char *marked = zb_xlsx_number_format_text ("合计", "0;-0;0;\"（\"@\"）\"");

  g_assert_cmpstr (single, ==, "无万元");
  g_assert_cmpstr (last, ==, "其他：无");
  g_assert_cmpstr (hidden, ==, "");
  g_assert_cmpstr (plain, ==, "合计");
  g_assert_cmpstr (marked, ==, "（合计）");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/xlsx-number-format/shown", test_shown);
  g_test_add_func ("/extract/xlsx-number-format/1904", test_1904);
  g_test_add_func ("/extract/xlsx-number-format/text", test_text);
  return g_test_run ();
}
