/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-package.h"

#define SHEET_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define NAMESPACES                                                                                 \
  "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "                             \
  "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define STYLES                                                                                     \
  "<styleSheet " NAMESPACES "><numFmts><numFmt numFmtId='176' formatCode='#,##0.00'/></numFmts>"   \
  "<fonts><font><sz val='12'/></font><font><b/><sz val='18'/></font></fonts>"                      \
  "<borders><border/><border><left style='thin'/></border></borders><cellXfs>"                     \
  "<xf numFmtId='0'/><xf numFmtId='176' borderId='1'/><xf numFmtId='10'/>"                         \
  "<xf numFmtId='31'/><xf fontId='1'><alignment horizontal='center'/></xf><xf borderId='1'/>"      \
  "</cellXfs></styleSheet>"
#define STRINGS                                                                                    \
  "<sst " NAMESPACES "><si><t>项目</t></si><si><r><t>基本</t></r><r><t>支出</t></r>"               \
  "<rPh><t>jiben</t></rPh></si><si><t>收入_x000D_\n合计</t></si></sst>"
#define T(place, text) "<c r='" place "' t='inlineStr'><is><t>" text "</t></is></c>"
#define RULED(place, text) "<c r='" place "' s='5' t='inlineStr'><is><t>" text "</t></is></c>"
#define N(place, style, value) "<c r='" place "' s='" style "'><v>" value "</v></c>"
#define ROW(number, cells) "<row r='" number "'>" cells "</row>"

/* A workbook with the sheets @first and @second (the inside of worksheet; NULL: no such sheet), the
 * second one in the state @state. The first one is called @name. */
static GBytes *
new_named_workbook (const char *name, const char *first, const char *second, const char *state) {
  g_autofree char *workbook = g_strdup_printf (
      "<workbook " NAMESPACES "><sheets><sheet name='%s' sheetId='1' r:id='r1'/>"
      "<sheet name='表二' sheetId='2' r:id='r2' state='%s'/></sheets></workbook>",
      name, state);
  g_autofree char *sheet1 = g_strconcat ("<worksheet " NAMESPACES ">", first, "</worksheet>", NULL);
  g_autofree char *sheet2 = g_strconcat ("<worksheet " NAMESPACES ">", second != NULL ? second : "",
                                         "</worksheet>", NULL);
  const WordPart parts[] = {
    { "[Content_Types].xml",
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
      "PartName='/xl/workbook.xml' ContentType='" SHEET_TYPE "sheet.main+xml'/></Types>" },
    { "_rels/.rels", "<Relationships " RELATIONSHIPS "><Relationship Id='r1' Type='" RELATIONSHIP
                     "officeDocument' Target='xl/workbook.xml'/></Relationships>" },
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships " RELATIONSHIPS ">"
      "<Relationship Id='r1' Type='" RELATIONSHIP "worksheet' Target='worksheets/sheet1.xml'/>"
      "<Relationship Id='r2' Type='" RELATIONSHIP "worksheet' Target='/xl/worksheets/sheet2.xml'/>"
      "<Relationship Id='r3' Type='" RELATIONSHIP "styles' Target='styles.xml'/>"
      "<Relationship Id='r4' Type='" RELATIONSHIP "sharedStrings' Target='sharedStrings.xml'/>"
      "</Relationships>" },
    { "xl/styles.xml", STYLES },
    { "xl/sharedStrings.xml", STRINGS },
    { "xl/worksheets/sheet1.xml", sheet1 },
    { second != NULL ? "xl/worksheets/sheet2.xml" : NULL, sheet2 },
    { NULL, NULL },
  };

  return new_archive (parts);
}

static GBytes *
new_workbook (const char *first, const char *second, const char *state) {
  return new_named_workbook ("表一", first, second, state);
}

static ZbDocument *
read_sheets (const char *first, const char *second, const char *state) {
  g_autoptr (GBytes) bytes = new_workbook (first, second, state);
  g_autoptr (GError) error = NULL;
  ZbDocument *document = NULL;

  g_assert_cmpuint (zb_xlsx_reader.recognize (bytes, NULL), ==, 100);
  g_assert_cmpuint (zb_docx_reader.recognize (bytes, NULL), ==, 0);
  document = zb_xlsx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (zb_document_check (document, &error));
  g_assert_no_error (error);
  return document;
}

static void
assert_sheet_fails (const char *sheet, const ZbReadOptions *options, ZbError code,
                    const char *word) {
  g_autoptr (GBytes) bytes = new_workbook (sheet, NULL, "visible");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = zb_xlsx_reader.read (bytes, options, &error);

  g_assert_null (document);
  g_assert_error (error, ZB_ERROR, (gint) code);
  g_assert_nonnull (strstr (error->message, word));
}

static const char *
cell_text (const ZbBlock *block, guint row, guint col) {
  const ZbCell *cell = NULL;

  g_assert_cmpint (block->kind, ==, ZB_BLOCK_TABLE);
  cell = zb_table_lookup (block->table, row, col);
  g_assert_nonnull (cell);
  return cell->text;
}

static gboolean
has_diagnostic (const ZbDocument *document, const char *code) {
  for (guint i = 0; i < document->diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (document->diagnostics, i);

    if (g_str_equal (diagnostic->code, code))
      return TRUE;
  }
  return FALSE;
}

static void
test_values (void) {
  g_autoptr (ZbDocument) document = read_sheets (
      "<sheetData>" ROW ("1", "<c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                              "<c r='C1' t='s'><v>2</v></c>" T ("D1", "单位"))
          ROW ("2", T ("A2", "甲") N ("B2", "1", "1490.4700000000001") N ("C2", "2", "0.9787")
                        N ("D2", "3", "45292"))
              ROW ("3", T ("A3", "乙") "<c r='B3' t='str'><f>A1</f><v>公式</v></c>"
                                       "<c r='C3' t='b'><v>1</v></c><c r='D3' t='e'><v>#REF!</v></c>")
                  ROW ("4", T ("A4", "丙") "<c r='B4'><f>SUM(B2)</f></c><c r='C4' t='s'><v>9</v></c>")
      "</sheetData>",
      NULL, "visible");
  const ZbBlock *table = block_at (document, 1);

  g_assert_cmpint (block_at (document, 0)->kind, ==, ZB_BLOCK_FURNITURE);
  g_assert_cmpstr (text_at (document, 0), ==, "表一");
  g_assert_cmpstr (cell_text (table, 0, 1), ==, "基本支出");
  g_assert_cmpstr (cell_text (table, 0, 2), ==, "收入合计");
  g_assert_cmpstr (cell_text (table, 1, 1), ==, "1,490.47");
  g_assert_cmpstr (cell_text (table, 1, 2), ==, "97.87%");
  g_assert_cmpstr (cell_text (table, 1, 3), ==, "2024年1月1日");
  g_assert_cmpstr (cell_text (table, 2, 1), ==, "公式");
  g_assert_cmpstr (cell_text (table, 2, 2), ==, "TRUE");
  g_assert_cmpstr (cell_text (table, 2, 3), ==, "#REF!");
  g_assert_true (has_diagnostic (document, "formula_without_result"));
  g_assert_true (has_diagnostic (document, "string_missing"));
  g_assert_true (has_diagnostic (document, "sheet_unreadable"));
}

static void
test_merged_and_captions (void) {
  g_autoptr (ZbDocument) document = read_sheets (
      "<sheetData>" ROW ("1", "<c r='A1' s='4' t='inlineStr'><is><t>收入决算表</t></is></c>")
          ROW ("2", T ("A2", "部门：云溪市档案馆") T ("C2", "单位：万元"))
              ROW ("3", RULED ("A3", "项目") RULED ("B3", "金额") RULED ("C3", "没人看见"))
                  ROW ("4", RULED ("A4", "") RULED ("B4", "预算数") RULED ("C4", "决算数"))
                      ROW ("5", RULED ("A5", "合计") N ("B5", "1", "10") N ("C5", "1", "9.5"))
                          ROW ("6", T ("A6", "注：本表反映收入。") T ("C6", "第一页"))
      "</sheetData><mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='A3:A4'/>"
      "<mergeCell ref='B3:C3'/><mergeCell ref='C3:C4'/><mergeCell ref='X'/></mergeCells>",
      NULL, "visible");
  const ZbBlock *block = block_at (document, 4);

  g_assert_cmpuint (document->blocks->len, ==, 6);
  g_assert_cmpstr (text_at (document, 1), ==, "收入决算表");
  g_assert_true (block_at (document, 1)->centred);
  g_assert_cmpstr (text_at (document, 2), ==, "部门：云溪市档案馆");
  g_assert_cmpstr (text_at (document, 3), ==, "单位：万元");
  g_assert_cmpstr (text_at (document, 5), ==, "注：本表反映收入。 第一页");
  g_assert_cmpuint (block->table->rows, ==, 3);
  g_assert_cmpuint (zb_table_lookup (block->table, 0, 0)->rowspan, ==, 2);
  g_assert_cmpuint (zb_table_lookup (block->table, 0, 1)->colspan, ==, 2);
  g_assert_cmpstr (cell_text (block, 1, 2), ==, "决算数");
  g_assert_cmpuint (document->coverage.left_out, ==, 4);
}

static void
test_hidden (void) {
  g_autoptr (ZbDocument) document = read_sheets (
      "<cols><col min='2' max='2' hidden='1'/></cols><sheetData>"
      ROW ("1", T ("A1", "甲") T ("B1", "隐列") T ("C1", "乙") T ("D1", "丙"))
      "<row r='2' hidden='1'>" T ("A2", "隐行") "</row>"
      ROW ("3", T ("A3", "丁") T ("C3", "戊") T ("D3", "己"))
      "</sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells>",
      "<sheetData>" ROW ("1", T ("A1", "密页")) "</sheetData>", "veryHidden");
  const ZbBlock *block = block_at (document, 1);

  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpuint (block->table->rows, ==, 2);
  g_assert_cmpuint (block->table->cols, ==, 3);
  g_assert_cmpstr (cell_text (block, 0, 0), ==, "甲");
  g_assert_cmpstr (cell_text (block, 1, 1), ==, "戊");
  g_assert_cmpuint (document->coverage.left_out, ==, 6);
  g_assert_true (has_diagnostic (document, "sheet_hidden"));
}

/* The kind of the block that the name @name of a sheet with @rows becomes. */
static void
assert_name (const char *name, const char *rows, ZbBlockKind kind) {
  g_autofree char *sheet = g_strconcat ("<sheetData>", rows, "</sheetData>", NULL);
  g_autoptr (GBytes) bytes = new_named_workbook (name, sheet, NULL, "visible");
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document
      = zb_xlsx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text_at (document, 0), ==, name);
  g_assert_cmpint (block_at (document, 0)->kind, ==, kind);
}

/* A name on a tab says what a table is only where the sheet itself does not. */
static void
test_names (void) {
#define GRID(first, second)                                                                        \
  ROW (first, T ("A" first, "项目") T ("B" first, "数"))                                            \
  ROW (second, T ("A" second, "甲") N ("B" second, "0", "1"))
  assert_name ("附表1 收入支出决算总表", GRID ("1", "2"), ZB_BLOCK_PARAGRAPH);
  assert_name ("Sheet1", GRID ("1", "2"), ZB_BLOCK_FURNITURE);
  assert_name ("附表1", GRID ("1", "2"), ZB_BLOCK_FURNITURE);
  assert_name ("收入支出决算总表", ROW ("1", T ("A1", "支出决算表")) GRID ("2", "3"),
               ZB_BLOCK_FURNITURE);
}

static void
test_two_tables (void) {
  g_autoptr (ZbDocument) document = read_sheets (
      "<sheetData>" ROW ("1", T ("A1", "项目") T ("B1", "数")) ROW ("2", T ("A2", "甲") N ("B2", "0", "1"))
          ROW ("4", T ("A4", "表二 支出预算表")) ROW ("5", T ("B5", "项目") T ("C5", "数"))
              ROW ("6", T ("B6", "乙") N ("C6", "0", "2")) "</sheetData>",
      NULL, "visible");

  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpstr (cell_text (block_at (document, 1), 1, 1), ==, "1");
  g_assert_cmpstr (text_at (document, 2), ==, "表二 支出预算表");
  g_assert_cmpstr (cell_text (block_at (document, 3), 1, 1), ==, "2");
}

static void
test_hostile (void) {
  g_autoptr (ZbDocument) far = read_sheets (
      "<sheetData>" ROW ("1", T ("A1", "甲") T ("A1", "重") T ("ZZZZ1", "无") T ("B1", "丁"))
          ROW ("1048576", T ("XFD1048576", "乙") T ("XFC1048576", "丙")) "</sheetData>"
      "<mergeCells><mergeCell ref='A1:XFD1'/></mergeCells>",
      NULL, "visible");
  ZbReadOptions options = ZB_READ_OPTIONS_DEFAULT;

  g_assert_cmpuint (far->blocks->len, ==, 3);
  options.max_cells = 1000;
  assert_sheet_fails ("<sheetData>" ROW ("1", RULED ("A1", "甲") RULED ("XFD1", "乙")) "</sheetData>",
                      &options, ZB_ERROR_LIMIT, "max_cells");
  assert_sheet_fails ("<sheetData>" ROW ("1", T ("A1", "甲")) ROW ("2000", T ("XFD2000", "乙"))
                      "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>",
                      &options, ZB_ERROR_LIMIT, "max_cells");
  options = ZB_READ_OPTIONS_DEFAULT;
  options.max_xml_depth = 4;
  assert_sheet_fails ("<sheetData><row><c><is><r><t/></r></is></c></row></sheetData>", &options,
                      ZB_ERROR_LIMIT, "max_xml_depth");
}

static void
test_doctype (void) {
  const WordPart parts[] = {
    { "xl/workbook.xml", "<!DOCTYPE workbook [<!ENTITY a 'b'>]><workbook>&a;</workbook>" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = new_archive (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (ZbDocument) document = NULL;

  g_assert_cmpuint (zb_xlsx_reader.recognize (bytes, NULL), ==, 100);
  document = zb_xlsx_reader.read (bytes, &ZB_READ_OPTIONS_DEFAULT, &error);
  g_assert_null (document);
  g_assert_error (error, ZB_ERROR, ZB_ERROR_CORRUPT);
}

/* A prefix of a workbook is damaged, never a crash; and a run of blanks is a bomb. */
static void
test_truncated_and_bomb (void) {
  g_autofree char *blanks = g_strnfill (8 << 20, ' ');
  g_autofree char *sheet = g_strconcat ("<sheetData>", blanks, "</sheetData>", NULL);
  g_autoptr (GBytes) whole = new_workbook ("<sheetData/>", NULL, "visible");

  for (gsize length = 4; length < g_bytes_get_size (whole); length += 97) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
    g_autoptr (GError) error = NULL;
    g_autoptr (ZbDocument) document
        = zb_xlsx_reader.read (part, &ZB_READ_OPTIONS_DEFAULT, &error);

    g_assert_null (document);
    g_assert_nonnull (error);
  }
  assert_sheet_fails (sheet, &ZB_READ_OPTIONS_DEFAULT, ZB_ERROR_LIMIT, "max_inflate_ratio");
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/xlsx-reader/values", test_values);
  g_test_add_func ("/extract/xlsx-reader/merged-and-captions", test_merged_and_captions);
  g_test_add_func ("/extract/xlsx-reader/hidden", test_hidden);
  g_test_add_func ("/extract/xlsx-reader/names", test_names);
  g_test_add_func ("/extract/xlsx-reader/two-tables", test_two_tables);
  g_test_add_func ("/extract/xlsx-reader/hostile", test_hostile);
  g_test_add_func ("/extract/xlsx-reader/doctype", test_doctype);
  g_test_add_func ("/extract/xlsx-reader/truncated-and-bomb", test_truncated_and_bomb);
  return g_test_run ();
}
