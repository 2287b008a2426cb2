/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-paragraphs.h"

/* Text of 10 points between 100 and 300, a line every 16 points. */
static const ZbTextMeasure MEASURE
  = { .width = 400, .left = 100, .right = 300, .step = 16, .size = 10 };

/* A line of @text with full-width characters of @size points. */
static ZbLine
make_line (double x, double y, double size, const char *text) {
  glong count = g_utf8_strlen (text, -1);
  ZbLine line = { .text = (char *) text, .font_size = size, .glyphs = (guint) count };

  line.box = (ZbBox) { x, y, x + (double) count * size, y + size };
  return line;
}

static gboolean
go_on (ZbLine last, ZbLine line) {
  ZbParagraphEnd end = { .last = &last, .same_page = last.box.y0 < line.box.y0 };

  end.gap = MEASURE.right - last.box.x1;
  end.centred = zb_text_measure_is_centred (&MEASURE, &last);
  return zb_layout_paragraphs_go_on (&end, &line, &MEASURE);
}

static void
test_indents (void) {
  ZbLine first = make_line (120, 100, 10, "某局本年的收入和支出总计比上年有所增加");

  g_assert_true (go_on (first, make_line (100, 116, 10, "主要是新增了两个项目。")));
  g_assert_false (go_on (first, make_line (120, 116, 10, "主要是新增了两个项目。")));
  g_assert_true (go_on (first, make_line (100, 40, 10, "主要是下一页的项目。")));
  first.text = (char *) "某局本年的收入和支出总计比上年增加了。";
  g_assert_true (go_on (first, make_line (100, 116, 10, "主要是新增了两个项目。")));
  g_assert_false (go_on (first, make_line (106, 116, 10, "主要是新增了两个项目。")));
  g_assert_false (go_on (first, make_line (100, 116, 10, "（二）新增了两个项目")));
}

/* A line ends early where the next word, with all that sticks to it, would have fitted. */
static void
test_room (void) {
  ZbLine last = make_line (120, 100, 10, "本年的收入和支出总计比上年增加");

  g_assert_false (go_on (last, make_line (100, 116, 10, "主要是新增了两个项目。")));
  g_assert_true (go_on (last, make_line (100, 116, 10, "1234567890.12万元")));
  g_assert_true (go_on (last, make_line (100, 116, 10, "（新）。）主要是")));
  g_assert_false (go_on (last, make_line (100, 116, 10, "（新增）主要是")));
}

/* On a page whose lines are shorter than those of its sisters, a full one in mid-sentence leaves some room. */
static void
test_ragged (void) {
  ZbLine last = make_line (100, 100, 8, "本年共有车辆一辆其中领导干部用车零辆机要通信用");

  last.box.x1 = 277;
  g_assert_true (go_on (last, make_line (100, 114, 8, "车零辆。")));
  g_assert_false (go_on (last, make_line (104, 114, 8, "车零辆。")));
  last.box.x1 = 275;
  g_assert_false (go_on (last, make_line (100, 114, 8, "车零辆。")));
  last.box.x1 = 277;
  last.text = (char *) "本年共有车辆一辆其中领导干部用车零辆机要通信。";
  g_assert_false (go_on (last, make_line (100, 114, 8, "车零辆。")));
  last = make_line (100, 100, 8, "本年共有车辆一辆");
  last.box.x1 = 277;
  g_assert_false (go_on (last, make_line (100, 114, 8, "车零辆。")));
}

static void
test_distance (void) {
  ZbLine last = make_line (100, 100, 10, "某局本年的收入和支出总计比上年有所增加的");

  g_assert_true (go_on (last, make_line (100, 118, 10, "部分")));
  g_assert_false (go_on (last, make_line (100, 128, 10, "部分")));
  g_assert_false (go_on (last, make_line (100, 116, 14, "部分")));
}

static void
test_titles (void) {
  ZbLine title = make_line (102, 100, 14, "第三部分某局本年部门决算情况");

  g_assert_true (go_on (title, make_line (186, 118, 14, "说明")));
  g_assert_true (go_on (make_line (172, 100, 14, "某某某局"),
                        make_line (158, 118, 14, "部门预算公开")));
  g_assert_false (go_on (make_line (172, 100, 14, "某某某局"),
                         make_line (158, 160, 14, "部门预算公开")));
  g_assert_false (go_on (make_line (140, 100, 10, "某局没有车辆支出。"),
                         make_line (140, 116, 10, "某局没有公务接待。")));
}

static void
test_contents (void) {
  g_assert_false (go_on (make_line (100, 100, 10, "一、职能……………………………………………"),
                         make_line (100, 116, 10, "二、机构………………………………")));
}

static GPtrArray *
new_page (ZbLine *lines, guint count) {
  GPtrArray *page = g_ptr_array_new ();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (page, &lines[i]);
  return page;
}

/* A page of short items has no margins to tell, and takes those of the document. */
static void
test_measure (void) {
  ZbLine lines[6];
  g_autoptr (GPtrArray) page = new_page (lines, 6);
  ZbTextMeasure measure;

  for (guint i = 0; i < 6; i++)
    lines[i] = make_line (i % 2 == 0 ? 120 : 100, 100 + 16 * i, 10,
                          i % 2 == 0 ? "某局本年的收入和支出总计比上年有所增加"
                                     : "某局本年的收入和支出总计比上年有所增加的");
  for (guint i = 0; i < 6; i++)
    lines[i].box.x1 = 300;
  measure = zb_text_measure_new (page, 400, NULL);
  g_assert_cmpfloat (measure.left, ==, 100);
  g_assert_cmpfloat (measure.right, ==, 300);
  g_assert_cmpfloat (measure.step, ==, 16);
  for (guint i = 0; i < 6; i++)
    lines[i] = make_line (120, 100 + 16 * i, 10, "负责一项很重要很重要的工作。");
  for (guint i = 0; i < 6; i++)
    lines[i].box.x1 += 10 * i;
  measure = zb_text_measure_new (page, 400, &MEASURE);
  g_assert_cmpfloat (measure.left, ==, 100);
  g_assert_cmpfloat (measure.right, ==, 300);
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/layout-paragraphs/indents", test_indents);
  g_test_add_func ("/extract/layout-paragraphs/room", test_room);
  g_test_add_func ("/extract/layout-paragraphs/ragged", test_ragged);
  g_test_add_func ("/extract/layout-paragraphs/distance", test_distance);
  g_test_add_func ("/extract/layout-paragraphs/titles", test_titles);
  g_test_add_func ("/extract/layout-paragraphs/contents", test_contents);
  g_test_add_func ("/extract/layout-paragraphs/measure", test_measure);
  return g_test_run ();
}
