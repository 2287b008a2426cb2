/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-number-format.h"
#include "word-package.h"

#define LVL(index, format, text, more)                                                             \
  "<w:lvl w:ilvl='" index "'><w:start w:val='1'/><w:numFmt w:val='" format "'/>" more              \
  "<w:lvlText w:val='" text "'/></w:lvl>"
#define CUSTOM(index, format, text)                                                                \
  "<w:lvl w:ilvl='" index "'><w:start w:val='2'/><mc:AlternateContent><mc:Choice Requires='w14'>"   \
  "<w:numFmt w:val='custom' w:format='" format "'/></mc:Choice><mc:Fallback>"                       \
  "<w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:lvlText w:val='" text           \
  "'/></w:lvl>"
#define NUM(id, abstract, more)                                                                    \
  "<w:num w:numId='" id "'><w:abstractNumId w:val='" abstract "'/>" more "</w:num>"
#define ITEM(id, level)                                                                            \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id "'/></w:numPr></w:pPr>"    \
  "<w:r><w:t>x</w:t></w:r></w:p>"
#define STYLED(style)                                                                              \
  "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"

static const WordPart PARTS[] = {
  { "styles",
    "<w:styles " WORD_NAMESPACES ">"
    "<w:style w:type='paragraph' w:styleId='one'><w:name w:val='heading 1'/>"
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='two'><w:name w:val='heading 2'/>"
    "<w:basedOn w:val='one'/></w:style>"
    "<w:style w:type='numbering' w:styleId='list'><w:pPr><w:numPr><w:numId w:val='6'/></w:numPr></w:pPr>"
    "</w:style></w:styles>" },
  { "numbering",
    "<w:numbering " WORD_NAMESPACES ">"
    "<w:abstractNum w:abstractNumId='0'>" LVL ("0", "chineseCountingThousand", "%1、",
                                               "<w:pStyle w:val='one'/>")
        LVL ("1", "chineseCounting", "（%2）", "<w:pStyle w:val='two'/>")
            LVL ("2", "decimal", "%1.%2.%3", "<w:isLgl/>") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='1'>" LVL ("0", "decimal", "%1.", "")
        LVL ("1", "lowerLetter", "%1.%2)", "") LVL ("2", "decimal", "%3", "<w:lvlRestart w:val='0'/>")
    "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" LVL ("0", "bullet", "*", "")
    "</w:abstractNum><w:abstractNum w:abstractNumId='3'>" CUSTOM ("0", "α, β, γ, ...", "%1.")
        CUSTOM ("1", "001, 002, 003, ...", "%1.%2.")
            CUSTOM ("2", "∀, ∁", "%1.%2.%3") "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId='4'><w:numStyleLink w:val='list'/></w:abstractNum>"
    NUM ("6", "3", "") NUM ("7", "4", "") NUM ("1", "0", "") NUM ("2", "1", "")
        NUM ("3", "1", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>")
            NUM ("4", "2", "")
                NUM ("5", "1", "<w:lvlOverride w:ilvl='0'>" LVL ("0", "decimalEnclosedCircle", "%1", "")
                     "</w:lvlOverride>") "</w:numbering>" },
  { NULL, NULL },
};

static void
assert_texts (const char *body, const char *expected) {
  g_autoptr (ZbDocument) document = read_body (body, PARTS);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    g_string_append_printf (texts, "%s|", text_at (document, i));
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_styles (void) {
  g_autoptr (ZbDocument) document
      = read_body (STYLED ("one") STYLED ("two") STYLED ("two") STYLED ("one") STYLED ("two"), PARTS);
  const char *const numbers[] = { "一、", "（一）", "（二）", "二、", "（一）" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *text = g_strconcat (numbers[i], "x", NULL);

    g_assert_cmpstr (block_at (document, i)->heading_number, ==, numbers[i]);
    g_assert_cmpstr (text_at (document, i), ==, text);
  }
}

static void
test_levels (void) {
  assert_texts (ITEM ("2", "0") ITEM ("2", "1") ITEM ("2", "1") ITEM ("2", "0") ITEM ("2", "1"),
                "1. x|1.a) x|1.b) x|2. x|2.a) x|");
  assert_texts (ITEM ("2", "2") ITEM ("2", "0") ITEM ("2", "2"), "1 x|2. x|2 x|");
  assert_texts (ITEM ("1", "1") ITEM ("1", "2") ITEM ("1", "0"), "（一）x|1.1.1 x|二、x|");
}

static void
test_overrides (void) {
  assert_texts (ITEM ("2", "0") ITEM ("3", "0") ITEM ("3", "0") ITEM ("2", "0"),
                "1. x|5. x|6. x|7. x|");
  assert_texts (ITEM ("2", "0") ITEM ("5", "0"), "1. x|② x|");
}

static void
test_nothing_displayed (void) {
  assert_texts (ITEM ("4", "0") ITEM ("0", "0") ITEM ("99", "0"), "x|x|x|");
  assert_texts ("<w:p><w:pPr><w:pStyle w:val='one'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>"
                "<w:r><w:t>x</w:t></w:r></w:p>",
                "x|");
  /* The number of an empty paragraph is displayed, and counts. */
  assert_texts ("<w:p><w:pPr><w:pStyle w:val='one'/></w:pPr></w:p>" ITEM ("1", "0"), "一、|二、x|");
}

/* A format that shows its first numbers, and the list of a numbering style. */
static void
test_custom (void) {
  assert_texts (ITEM ("7", "0") ITEM ("7", "1") ITEM ("7", "2"), "β. x|β.002. x|β.002.2 x|");
}

static void
test_cells (void) {
  g_autoptr (ZbDocument) document = read_body (
      TBL (TR ("<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr>"
               "</w:p></w:tc>")),
      PARTS);

  g_assert_cmpstr (zb_table_lookup (block_at (document, 0)->table, 0, 0)->text, ==, "1.");
}

static void
test_formats (void) {
  static const struct {
    guint value;
    const char *format, *expected;
  } cases[] = {
    { 10, "chineseCounting", "十" },
    { 21, "chineseCounting", "二十一" },
    { 101, "chineseCounting", "一〇一" },
    { 17, "chineseCountingThousand", "十七" },
    { 101, "chineseCountingThousand", "一百零一" },
    { 110, "chineseCountingThousand", "一百一十" },
    { 2010, "chineseCountingThousand", "二千零一十" },
    { 10001, "chineseCountingThousand", "一万零一" },
    { 16, "chineseLegalSimplified", "壹拾陆" },
    { 2, "ideographTraditional", "乙" },
    { 11, "ideographTraditional", "11" },
    { 12, "ideographZodiac", "亥" },
    { 20, "decimalEnclosedCircle", "⑳" },
    { 51, "decimalEnclosedCircle", "51" },
    { 3, "decimalEnclosedParen", "⑶" },
    { 12, "decimalFullWidth", "１２" },
    { 7, "decimalZero", "07" },
    { 27, "lowerLetter", "aa" },
    { 3, "upperLetter", "C" },
    { 1994, "upperRoman", "MCMXCIV" },
    { 4000, "lowerRoman", "4000" },
    { 22, "ordinal", "22nd" },
    { 113, "ordinal", "113th" },
    { 3, "α", "γ" },
    { 25, "α", "25" },
    { 2, "Α", "Β" },
    { 4, "i", "iv" },
    { 5, "none", "" },
    { 5, "somethingNew", "5" },
    { G_MAXUINT, "chineseCountingThousand", "4294967295" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = zb_docx_number_format (cases[i].value, cases[i].format);

    g_assert_cmpstr (text, ==, cases[i].expected);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/docx-numbering/styles", test_styles);
  g_test_add_func ("/extract/docx-numbering/levels", test_levels);
  g_test_add_func ("/extract/docx-numbering/overrides", test_overrides);
  g_test_add_func ("/extract/docx-numbering/nothing-displayed", test_nothing_displayed);
  g_test_add_func ("/extract/docx-numbering/cells", test_cells);
  g_test_add_func ("/extract/docx-numbering/custom", test_custom);
  g_test_add_func ("/extract/docx-numbering/formats", test_formats);
  return g_test_run ();
}
