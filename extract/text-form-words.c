/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-words.h"

#include <string.h>

#include "text-fold.h"

/* The words that the Ministry's sample forms print; spelt as zb_text_fold() leaves them. */
static const struct {
  const char *text;
  ZbFormWord kind;
} WORDS[] = {
  { "产出指标", ZB_FORM_WORD_LEVEL1 },
  { "效益指标", ZB_FORM_WORD_LEVEL1 },
  { "满意度指标", ZB_FORM_WORD_LEVEL1 },
  { "数量指标", ZB_FORM_WORD_LEVEL2 },
  { "质量指标", ZB_FORM_WORD_LEVEL2 },
  { "时效指标", ZB_FORM_WORD_LEVEL2 },
  { "成本指标", ZB_FORM_WORD_LEVEL2 },
  { "经济成本指标", ZB_FORM_WORD_LEVEL2 },
  { "社会成本指标", ZB_FORM_WORD_LEVEL2 },
  { "生态环境成本指标", ZB_FORM_WORD_LEVEL2 },
  { "经济效益指标", ZB_FORM_WORD_LEVEL2 },
  { "社会效益指标", ZB_FORM_WORD_LEVEL2 },
  { "生态效益指标", ZB_FORM_WORD_LEVEL2 },
  { "可持续影响指标", ZB_FORM_WORD_LEVEL2 },
  { "可持续影响", ZB_FORM_WORD_LEVEL2 },
  { "服务对象满意度指标", ZB_FORM_WORD_LEVEL2 },
  { "服务对象满意度", ZB_FORM_WORD_LEVEL2 },
  { "年度资金总额", ZB_FORM_WORD_FUND },
  { "合计", ZB_FORM_WORD_FUND },
  { "其中:当年财政拨款", ZB_FORM_WORD_FUND },
  { "当年财政拨款", ZB_FORM_WORD_FUND },
  { "上年结转资金", ZB_FORM_WORD_FUND },
  { "其他资金", ZB_FORM_WORD_FUND },
  { "一级指标", ZB_FORM_WORD_HEADER },
  { "二级指标", ZB_FORM_WORD_HEADER },
  { "三级指标", ZB_FORM_WORD_HEADER },
  { "年度指标值", ZB_FORM_WORD_HEADER },
  { "实际完成值", ZB_FORM_WORD_HEADER },
  { "分值", ZB_FORM_WORD_HEADER },
  { "得分", ZB_FORM_WORD_HEADER },
  { "年初预算数", ZB_FORM_WORD_HEADER },
  { "全年预算数", ZB_FORM_WORD_HEADER },
  { "全年执行数", ZB_FORM_WORD_HEADER },
  { "执行率", ZB_FORM_WORD_HEADER },
  { "得分(分值×执行率)", ZB_FORM_WORD_HEADER },
  { "自评得分", ZB_FORM_WORD_HEADER },
  { "偏差原因分析", ZB_FORM_WORD_HEADER },
  { "偏差原因分析及改进措施", ZB_FORM_WORD_HEADER },
  { "绩效指标", ZB_FORM_WORD_HEADER },
  { "年度总体目标", ZB_FORM_WORD_GOAL },
  { "预期目标", ZB_FORM_WORD_GOAL },
  { "实际完成情况", ZB_FORM_WORD_GOAL },
  { "总分", ZB_FORM_WORD_TOTAL },
};

/* Cuts a weight in brackets off the end: 产出指标(50分). */
static void
cut_weight (char *folded) {
  char *bracket = strrchr (folded, '(');

  if (bracket != NULL && bracket != folded && g_str_has_suffix (bracket, "分)"))
    *bracket = '\0';
}

ZbFormWord
zb_text_form_words_lookup (const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  cut_weight (folded);
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (folded, WORDS[i].text))
      return WORDS[i].kind;
  return ZB_FORM_WORD_NONE;
}

gboolean
zb_text_form_words_is_weight (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  gsize digits = folded[0] == '(' ? strspn (folded + 1, "0123456789.") : 0;

  return digits > 0 && g_str_equal (folded + 1 + digits, "分)");
}

gboolean
zb_text_form_words_is_label (const char *text) {
  return zb_text_form_words_lookup (text) != ZB_FORM_WORD_NONE;
}
