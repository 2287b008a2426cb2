/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word-package.h"

#define STYLES                                                                                     \
  "<w:styles " WORD_NAMESPACES ">"                                                                 \
  "<w:style w:type='paragraph' w:styleId='a' w:default='1'><w:name w:val='Normal'/></w:style>"     \
  "<w:style w:type='paragraph' w:styleId='b'><w:name w:val='标题 2'/></w:style>"                   \
  "<w:style w:type='paragraph' w:styleId='c'><w:basedOn w:val='b'/></w:style>"                     \
  "<w:style w:type='paragraph' w:styleId='d'><w:name w:val='x'/>"                                  \
  "<w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"                                             \
  "<w:style w:type='paragraph' w:styleId='e'><w:name w:val='toc 1'/></w:style>"                    \
  "<w:style w:type='paragraph' w:styleId='loop'><w:basedOn w:val='pool'/></w:style>"               \
  "<w:style w:type='paragraph' w:styleId='pool'><w:basedOn w:val='loop'/></w:style>"               \
  "</w:styles>"
#define STYLED(style, text)                                                                        \
  "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"

static void
test_headings (void) {
  const WordPart others[] = { { "styles", STYLES }, { NULL, NULL } };
  g_autoptr (ZbDocument) document = read_body (
      STYLED ("b", "甲") STYLED ("c", "乙") STYLED ("d", "丙") STYLED ("e", "丁 3")
          STYLED ("loop", "戊") P ("己")
              "<w:p><w:pPr><w:pStyle w:val='b'/><w:outlineLvl w:val='9'/></w:pPr>" R ("庚") "</w:p>",
      others);
  const guint levels[] = { 2, 2, 1, 0, 0, 0, 0 };

  g_assert_cmpuint (document->blocks->len, ==, G_N_ELEMENTS (levels));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_assert_cmpuint (block_at (document, i)->heading_level, ==, levels[i]);
    g_assert_cmpint (block_at (document, i)->kind, ==,
                     levels[i] > 0 ? ZB_BLOCK_HEADING : ZB_BLOCK_PARAGRAPH);
  }
  g_assert_cmpint (block_at (document, 3)->role, ==, ZB_ROLE_CONTENTS);
}

static void
test_lines (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p><w:r><w:t>某某局</w:t><w:br/><w:t>年度报告</w:t><w:br w:type='page'/><w:t>第一句。</w:t>"
      "<w:br/><w:t>第二句</w:t><w:br/><w:t>　　缩进</w:t></w:r></w:p>"
      "<w:p><w:r><w:t>左</w:t><w:tab/><w:t>右a</w:t><w:noBreakHyphen/><w:t>b</w:t>"
      "<w:softHyphen/></w:r></w:p>",
      NULL);
  const char *const texts[]
      = { "某某局年度报告", "第一句。", "第二句", "缩进", "左 右a\u2011b" };

  g_assert_cmpuint (document->blocks->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (text_at (document, i), ==, texts[i]);
}

static void
test_fields (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" R ("共")
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" R ("内")
      "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
      "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" R ("12")
      "<w:r><w:fldChar w:fldCharType='end'/></w:r>" R ("页")
      "<w:fldSimple w:instr='DATE'>" R ("完") "</w:fldSimple></w:p>",
      NULL);

  g_assert_cmpstr (text_at (document, 0), ==, "共12页完");
  g_assert_cmpuint (document->coverage.left_out, ==, 1);
}

#define M "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
#define MT(text) "<m:r><m:t>" text "</m:t></m:r>"

static void
test_formulas (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p><m:oMath " M "><m:d><m:e>" MT ("a") "</m:e><m:e>" MT ("b") "</m:e></m:d>"
      "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=''/></m:dPr><m:e>" MT ("c") "</m:e></m:d>"
      "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:e>" MT ("d") "</m:e></m:nary>"
      "<m:nary><m:e>" MT ("e") "</m:e></m:nary></m:oMath></w:p>",
      NULL);

  g_assert_cmpstr (text_at (document, 0), ==, "(a|b)[c∑d∫e");
  g_assert_cmpuint (document->coverage.in_blocks, ==, document->coverage.glyphs);
}

static void
test_chunks (void) {
  const WordPart others[] = {
    { "page", "<html><body><p>乙</p><table><tr><td>丙</td><td>1</td></tr></table></body></html>" },
    { "plain", "丁\n" },
    { NULL, NULL },
  };
  g_autoptr (ZbDocument) document = read_body (
      P ("甲") "<w:altChunk w:id='r4'/>" P ("戊") "<w:altChunk w:id='r5'/><w:altChunk w:id='r9'/>", others);

  g_assert_cmpuint (document->blocks->len, ==, 5);
  g_assert_cmpstr (text_at (document, 1), ==, "乙");
  g_assert_cmpint (block_at (document, 2)->kind, ==, ZB_BLOCK_TABLE);
  g_assert_cmpstr (text_at (document, 3), ==, "戊");
  g_assert_cmpstr (text_at (document, 4), ==, "丁");
  g_assert_cmpuint (document->diagnostics->len, ==, 1);
}

static void
test_too_many_chunks (void) {
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (body, "<w:altChunk w:id='r9'/>");
  assert_fails (body->str, &ZB_READ_OPTIONS_DEFAULT, ZB_ERROR_LIMIT, "taken in");
}

#define FIELD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

static void
test_contents (void) {
  const WordPart others[] = { { "styles", STYLES }, { NULL, NULL } };
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" FIELD ("begin") "<w:r><w:instrText> TOC \\o</w:instrText></w:r>" FIELD ("separate")
          R ("第一部分 1") "</w:p>" STYLED ("b", "第二部分 2") "<w:p>" FIELD ("end") "</w:p>"
              STYLED ("b", "第一部分"),
      others);

  g_assert_cmpuint (document->blocks->len, ==, 3);
  g_assert_cmpint (block_at (document, 0)->role, ==, ZB_ROLE_CONTENTS);
  g_assert_cmpint (block_at (document, 1)->role, ==, ZB_ROLE_CONTENTS);
  g_assert_cmpint (block_at (document, 1)->kind, ==, ZB_BLOCK_PARAGRAPH);
  g_assert_cmpint (block_at (document, 2)->role, ==, ZB_ROLE_BODY);
  g_assert_cmpint (block_at (document, 2)->kind, ==, ZB_BLOCK_HEADING);
}

/* A field that never gets a result hides what follows, and says so. */
static void
test_open_field (void) {
  g_autoptr (ZbDocument) document
      = read_body (P ("甲") "<w:p>" FIELD ("begin") R ("乙丙") "</w:p>", NULL);
  const ZbDiagnostic *last
      = g_ptr_array_index (document->diagnostics, document->diagnostics->len - 1);

  g_assert_cmpuint (document->blocks->len, ==, 1);
  g_assert_cmpuint (document->coverage.left_out, ==, 2);
  g_assert_cmpstr (last->code, ==, "field_text_left_out");
}

static void
test_changes (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" R ("留") "<w:ins>" R ("增") "</w:ins><w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
      "<w:moveFrom>" R ("走") "</w:moveFrom><w:moveTo>" R ("来") "</w:moveTo>"
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
      "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R ("前") "</w:p>" P ("后"),
      NULL);

  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpstr (text_at (document, 0), ==, "留增来显");
  g_assert_cmpstr (text_at (document, 1), ==, "前后");
  g_assert_cmpuint (document->coverage.left_out, ==, 4);
  g_assert_cmpuint (document->coverage.in_blocks, ==, 6);
}

static void
test_wrappers (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" R ("链")
      "</w:hyperlink><w:smartTag>" R ("签") "</w:smartTag><w:r><mc:AlternateContent>"
      "<mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>" P ("框内")
      "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
      "<w:txbxContent>" P ("框内") "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
      "</mc:AlternateContent></w:r>" R ("尾") "</w:p></w:sdtContent></w:sdt>",
      NULL);

  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpstr (text_at (document, 0), ==, "链签尾");
  g_assert_cmpstr (text_at (document, 1), ==, "框内");
}

/* The text of shapes that are not Word's own stays with their paragraph. */
static void
test_drawing_text (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" R ("前") "<w:r><w:drawing xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
      "<a:txBody><a:p><a:r><a:t>图中</a:t></a:r></a:p><a:p><a:r><a:t>文字</a:t></a:r></a:p></a:txBody>"
      "</w:drawing></w:r></w:p><w:p><w:r><w:pict><v:shape><v:textpath string='样本'/></v:shape>"
      "</w:pict></w:r></w:p>",
      NULL);

  g_assert_cmpstr (text_at (document, 0), ==, "前图中文字");
  g_assert_cmpstr (text_at (document, 1), ==, "样本");
}

static void
test_symbols (void) {
  g_autoptr (ZbDocument) document = read_body (
      "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r><w:r><w:sym w:font='Symbol' "
      "w:char='F0B3'/></w:r><w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox>"
      "<w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
      "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
      "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\uF0FE\uF001</w:t></w:r>" R ("\uF0FE")
      "</w:p>",
      NULL);
  const ZbDiagnostic *last
      = g_ptr_array_index (document->diagnostics, document->diagnostics->len - 1);

  g_assert_cmpstr (text_at (document, 0), ==, "☑≥☑☑\uF001\uF0FE");
  g_assert_cmpstr (last->code, ==, "symbol_unknown");
  g_assert_true (g_str_has_prefix (last->message, "2 "));
}

static void
test_parts (void) {
  const WordPart others[] = {
    { "footnotes",
      "<w:footnotes " WORD_NAMESPACES "><w:footnote w:id='2'>" P ("注二") "</w:footnote>"
      "<w:footnote w:id='1'>" P ("注一") "</w:footnote><w:footnote w:id='3'>" P ("无")
      "</w:footnote></w:footnotes>" },
    { "header", "<w:hdr " WORD_NAMESPACES ">" P ("页眉") TBL (TR (TC ("", "格"))) "</w:hdr>" },
    { "footer", "<w:ftr " WORD_NAMESPACES "><broken" },
    { NULL, NULL },
  };
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" R ("12.5") "<w:r><w:footnoteReference w:id='1'/></w:r>" R ("万元")
      "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
      others);
  const char *const texts[] = { "12.5万元", "注一", "注二", "页眉", "格" };
  const ZbDiagnostic *first = NULL;

  g_assert_cmpuint (document->blocks->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_assert_cmpstr (text_at (document, i), ==, texts[i]);
    g_assert_cmpint (block_at (document, i)->kind, ==,
                     i < 3 ? ZB_BLOCK_PARAGRAPH : ZB_BLOCK_FURNITURE);
  }
  g_assert_cmpuint (document->coverage.in_furniture, ==, 3);
  g_assert_cmpuint (document->coverage.left_out, ==, 1);
  first = g_ptr_array_index (document->diagnostics, 0);
  g_assert_cmpstr (first->code, ==, "part_unreadable");
}

/* A table that hangs on a paragraph stands behind it; in a cell its box is text of the cell. */
static void
test_box_table (void) {
#define BOX(inner)                                                                                 \
  "<w:p>" R ("外") "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"      \
  "<w:txbxContent>" inner "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" \
  "<v:textbox><w:txbxContent>" inner "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"          \
  "</mc:AlternateContent></w:r></w:p>"
#define INNER P ("框") TBL (TR (TC ("", "项目") TC ("", "金额")))
  g_autoptr (ZbDocument) free_box = read_body (BOX (INNER), NULL);
  g_autoptr (ZbDocument) in_cell = read_body (TBL (TR ("<w:tc>" BOX (INNER) "</w:tc>")), NULL);
  g_autoptr (ZbDocument) in_control
      = read_body ("<w:sdt><w:sdtContent>" INNER "</w:sdtContent></w:sdt>", NULL);

  g_assert_cmpuint (free_box->blocks->len, ==, 3);
  g_assert_cmpstr (text_at (free_box, 0), ==, "外");
  g_assert_cmpstr (text_at (free_box, 1), ==, "框");
  g_assert_cmpuint (block_at (free_box, 2)->table->cols, ==, 2);
  g_assert_cmpuint (in_cell->blocks->len, ==, 2);
  g_assert_cmpstr (zb_table_lookup (block_at (in_cell, 0)->table, 0, 0)->text, ==, "外框");
  g_assert_cmpuint (block_at (in_cell, 1)->table->cols, ==, 2);
  g_assert_cmpuint (in_control->blocks->len, ==, 2);
  g_assert_cmpuint (block_at (in_control, 1)->table->cols, ==, 2);
}

/* Text may be hidden by the style of its paragraph or of its characters, and a run may show it again. */
static void
test_hidden_by_style (void) {
  const WordPart others[] = {
    { "styles",
      "<w:styles " WORD_NAMESPACES "><w:style w:type='paragraph' w:styleId='p'><w:rPr><w:vanish/>"
      "</w:rPr></w:style><w:style w:type='character' w:styleId='c'><w:rPr><w:vanish/></w:rPr>"
      "</w:style></w:styles>" },
    { NULL, NULL },
  };
  g_autoptr (ZbDocument) document = read_body (
      "<w:p><w:pPr><w:pStyle w:val='p'/></w:pPr>" R ("隐")
      "<w:r><w:rPr><w:vanish w:val='false'/></w:rPr><w:t>显</w:t></w:r></w:p><w:p>" R ("前")
      "<w:r><w:rPr><w:rStyle w:val='c'/></w:rPr><w:t>藏</w:t></w:r>" R ("后") "</w:p>",
      others);

  g_assert_cmpuint (document->blocks->len, ==, 2);
  g_assert_cmpstr (text_at (document, 0), ==, "显");
  g_assert_cmpstr (text_at (document, 1), ==, "前后");
  g_assert_cmpuint (document->coverage.left_out, ==, 2);
}

/* Endnotes come behind footnotes, whichever the text names first. */
static void
test_endnotes (void) {
  const WordPart others[] = {
    { "endnotes",
      "<w:endnotes " WORD_NAMESPACES "><w:endnote w:type='separator' w:id='0'><w:p/></w:endnote>"
      "<w:endnote w:id='1'>" P ("尾注") TBL (TR (TC ("", "格"))) "</w:endnote></w:endnotes>" },
    { "footnotes",
      "<w:footnotes " WORD_NAMESPACES "><w:footnote w:id='1'>" P ("脚注")
      "</w:footnote></w:footnotes>" },
    { NULL, NULL },
  };
  g_autoptr (ZbDocument) document = read_body (
      "<w:p>" R ("文") "<w:r><w:endnoteReference w:id='1'/></w:r><w:r><w:footnoteReference w:id='1'/>"
      "</w:r></w:p>",
      others);

  g_assert_cmpuint (document->blocks->len, ==, 4);
  g_assert_cmpstr (text_at (document, 1), ==, "脚注");
  g_assert_cmpstr (text_at (document, 2), ==, "尾注");
  g_assert_cmpint (block_at (document, 3)->kind, ==, ZB_BLOCK_TABLE);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/docx-reader/chunks", test_chunks);
  g_test_add_func ("/extract/docx-reader/too-many-chunks", test_too_many_chunks);
  g_test_add_func ("/extract/docx-reader/formulas", test_formulas);
  g_test_add_func ("/extract/docx-reader/headings", test_headings);
  g_test_add_func ("/extract/docx-reader/lines", test_lines);
  g_test_add_func ("/extract/docx-reader/fields", test_fields);
  g_test_add_func ("/extract/docx-reader/contents", test_contents);
  g_test_add_func ("/extract/docx-reader/open-field", test_open_field);
  g_test_add_func ("/extract/docx-reader/changes", test_changes);
  g_test_add_func ("/extract/docx-reader/box-table", test_box_table);
  g_test_add_func ("/extract/docx-reader/hidden-by-style", test_hidden_by_style);
  g_test_add_func ("/extract/docx-reader/endnotes", test_endnotes);
  g_test_add_func ("/extract/docx-reader/wrappers", test_wrappers);
  g_test_add_func ("/extract/docx-reader/drawing-text", test_drawing_text);
  g_test_add_func ("/extract/docx-reader/symbols", test_symbols);
  g_test_add_func ("/extract/docx-reader/parts", test_parts);
  return g_test_run ();
}
