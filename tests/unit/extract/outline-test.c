/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

typedef struct {
  const char *text;
  guint level; /* expected; 0 for a paragraph */
  const char *number;
} Line;

static ZbDocument *
mark (const Line *lines, guint count) {
  ZbDocument *document = zb_document_new ();

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (document->blocks, zb_block_new (ZB_BLOCK_PARAGRAPH, lines[i].text, NULL));
  zb_outline_mark (document);
  return document;
}

static void
check (const Line *lines, guint count) {
  g_autoptr (ZbDocument) document = mark (lines, count);

  for (guint i = 0; i < count; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    g_test_message ("%s", lines[i].text);
    g_assert_cmpuint (block->heading_level, ==, lines[i].level);
    g_assert_cmpint (block->kind, ==, lines[i].level > 0 ? ZB_BLOCK_HEADING : ZB_BLOCK_PARAGRAPH);
    g_assert_cmpstr (block->heading_number, ==, lines[i].number);
    g_assert_cmpstr (block->text, ==, lines[i].text);
  }
}

static void
test_levels (void) {
  static const Line LINES[] = {
    { "第二部分 决算说明", 1, "第二部分" },
    { "三、收入情况", 2, "三、" },
    { "（一）总体情况。", 3, "（一）" },
    { "2．机构设置", 4, "2．" },
    { "（3）其他", 5, "（3）" },
    { "①具体做法", 6, "①" },
    { "1.5 万元用于购置", 0, NULL },
    { "十、本年收入合计 8 万元，比上年增加 2 万元，主要是新增项目。", 0, NULL },
  };
  static const Line PARTLESS[] = {
    { "一、基本情况", 1, "一、" },
    { "（一）职能", 2, "（一）" },
  };

  check (LINES, G_N_ELEMENTS (LINES));
  check (PARTLESS, G_N_ELEMENTS (PARTLESS));
}

/* Marks that put every heading on one level give way to the numbers; marks that follow them stay. */
static void
test_marks (void) {
  static const char *const TEXTS[] = { "一、基本情况", "（一）职能", "附表" };
  static const guint MARKS[][3] = { { 2, 2, 2 }, { 2, 3, 2 }, { 3, 2, 2 } };
  static const guint LEVELS[][3] = { { 1, 2, 2 }, { 2, 3, 2 }, { 1, 2, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (MARKS); i++) {
    g_autoptr (ZbDocument) document = zb_document_new ();

    for (guint line = 0; line < G_N_ELEMENTS (TEXTS); line++) {
      ZbBlock *block = zb_block_new (ZB_BLOCK_HEADING, TEXTS[line], NULL);

      block->heading_level = MARKS[i][line];
      g_ptr_array_add (document->blocks, block);
    }
    zb_outline_mark (document);
    for (guint line = 0; line < G_N_ELEMENTS (TEXTS); line++)
      g_assert_cmpuint (((ZbBlock *) g_ptr_array_index (document->blocks, line))->heading_level, ==,
                        LEVELS[i][line]);
  }
}

static void
test_lists (void) {
  static const Line LINES[] = {
    { "1. 负责制订本系统的中长期规划和年度计划并组织实施，同时对执行情况进行监督检查和通报。", 0,
      NULL },
    { "2. 承办其他事项。", 0, NULL },
    { "二、人员", 1, "二、" },
    { "附件：1. 自评表", 0, NULL },
    { "2. 基础数据表", 0, NULL },
    { "注：1.单位为万元。", 0, NULL },
    { "2.尾数有差。", 0, NULL },
  };

  check (LINES, G_N_ELEMENTS (LINES));
}

static void
test_contents (void) {
  static const Line LINES[] = {
    { "目  录", 0, NULL },
    { "第一部分 概况", 0, NULL },
    { "一、职责", 0, NULL },
    { "第二部分 说明……12", 0, NULL },
    { "第一部分 概况", 1, "第一部分" },
    { "一、职责", 2, "一、" },
  };
  g_autoptr (ZbDocument) document = mark (LINES, G_N_ELEMENTS (LINES));

  check (LINES, G_N_ELEMENTS (LINES));
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    g_assert_cmpint (block->role, ==, i < 4 ? ZB_ROLE_CONTENTS : ZB_ROLE_BODY);
  }
}

int
main (int argc, char **argv) {
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/outline/levels", test_levels);
  g_test_add_func ("/extract/outline/marks", test_marks);
  g_test_add_func ("/extract/outline/lists", test_lists);
  g_test_add_func ("/extract/outline/contents", test_contents);
  return g_test_run ();
}
