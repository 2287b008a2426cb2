/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-form-words.h"

#include <string.h>

#include "text-fold.h"

/* The words that the forms of the Ministry and of the provinces print; spelt as zb_text_fold() leaves
 * them. */
static const struct {
  const char *text;
  ZbFormWord kind;
} WORDS[] = {
  { "产出指标", ZB_FORM_WORD_LEVEL1 },
  { "效益指标", ZB_FORM_WORD_LEVEL1 },
  { "满意度指标", ZB_FORM_WORD_LEVEL1 },
  { "决策指标", ZB_FORM_WORD_LEVEL1 },
  { "过程指标", ZB_FORM_WORD_LEVEL1 },
  { "管理指标", ZB_FORM_WORD_LEVEL1 },
  { "数量指标", ZB_FORM_WORD_LEVEL2 },
  { "质量指标", ZB_FORM_WORD_LEVEL2 },
  { "时效指标", ZB_FORM_WORD_LEVEL2 },
  { "成本指标", ZB_FORM_WORD_LEVEL2 },
  { "经济成本指标", ZB_FORM_WORD_LEVEL2 },
  { "社会成本指标", ZB_FORM_WORD_LEVEL2 },
  { "生态环境成本指标", ZB_FORM_WORD_LEVEL2 },
  { "生态成本指标", ZB_FORM_WORD_LEVEL2 },
  { "经济效益指标", ZB_FORM_WORD_LEVEL2 },
  { "经济效益", ZB_FORM_WORD_LEVEL2 },
  { "社会效益指标", ZB_FORM_WORD_LEVEL2 },
  { "社会效益", ZB_FORM_WORD_LEVEL2 },
  { "生态效益指标", ZB_FORM_WORD_LEVEL2 },
  { "生态效益", ZB_FORM_WORD_LEVEL2 },
  { "可持续影响指标", ZB_FORM_WORD_LEVEL2 },
  { "可持续影响", ZB_FORM_WORD_LEVEL2 },
  { "可持续发展指标", ZB_FORM_WORD_LEVEL2 },
  { "服务对象满意度指标", ZB_FORM_WORD_LEVEL2 },
  { "服务对象满意度", ZB_FORM_WORD_LEVEL2 },
  { "社会公众满意度指标", ZB_FORM_WORD_LEVEL2 },
  { "社会公众或服务对象满意度指标", ZB_FORM_WORD_LEVEL2 },
  { "社会公众或服务对象满意度", ZB_FORM_WORD_LEVEL2 },
  { "年度资金总额", ZB_FORM_WORD_FUND },
  { "资金总额", ZB_FORM_WORD_FUND },
  { "合计", ZB_FORM_WORD_FUND },
  { "其中:当年财政拨款", ZB_FORM_WORD_FUND },
  { "当年财政拨款", ZB_FORM_WORD_FUND },
  { "其中:本年财政拨款", ZB_FORM_WORD_FUND },
  { "其中:财政拨款", ZB_FORM_WORD_FUND },
  { "财政拨款", ZB_FORM_WORD_FUND },
  { "其中:财政资金", ZB_FORM_WORD_FUND },
  { "其中:当年财政资金", ZB_FORM_WORD_FUND },
  { "其中:本级财政资金", ZB_FORM_WORD_FUND },
  { "其中:中央财政资金", ZB_FORM_WORD_FUND },
  { "中央财政资金", ZB_FORM_WORD_FUND },
  { "省级财政资金", ZB_FORM_WORD_FUND },
  { "市级财政资金", ZB_FORM_WORD_FUND },
  { "县级财政资金", ZB_FORM_WORD_FUND },
  { "上年结转资金", ZB_FORM_WORD_FUND },
  { "上年结转", ZB_FORM_WORD_FUND },
  { "结转资金", ZB_FORM_WORD_FUND },
  { "单位资金", ZB_FORM_WORD_FUND },
  { "自有资金", ZB_FORM_WORD_FUND },
  { "其他资金", ZB_FORM_WORD_FUND },
  { "一级指标", ZB_FORM_WORD_HEADER },
  { "二级指标", ZB_FORM_WORD_HEADER },
  { "三级指标", ZB_FORM_WORD_HEADER },
  { "年度指标值", ZB_FORM_WORD_HEADER },
  { "指标值", ZB_FORM_WORD_HEADER },
  { "年度绩效指标值", ZB_FORM_WORD_HEADER },
  { "绩效指标值", ZB_FORM_WORD_HEADER },
  { "目标值", ZB_FORM_WORD_HEADER },
  { "年度目标值", ZB_FORM_WORD_HEADER },
  { "绩效目标值", ZB_FORM_WORD_HEADER },
  { "计划指标值", ZB_FORM_WORD_HEADER },
  { "预期指标值", ZB_FORM_WORD_HEADER },
  { "预期值", ZB_FORM_WORD_HEADER },
  { "实际完成值", ZB_FORM_WORD_HEADER },
  { "实际完成指标值", ZB_FORM_WORD_HEADER },
  { "全年完成值", ZB_FORM_WORD_HEADER },
  { "全年实际完成值", ZB_FORM_WORD_HEADER },
  { "完成值", ZB_FORM_WORD_HEADER },
  { "实际值", ZB_FORM_WORD_HEADER },
  { "分值", ZB_FORM_WORD_HEADER },
  { "权重", ZB_FORM_WORD_HEADER },
  { "指标权重", ZB_FORM_WORD_HEADER },
  { "标准分值", ZB_FORM_WORD_HEADER },
  { "标准分", ZB_FORM_WORD_HEADER },
  { "得分", ZB_FORM_WORD_HEADER },
  { "得分(分值×执行率)", ZB_FORM_WORD_HEADER },
  { "自评得分", ZB_FORM_WORD_HEADER },
  { "自评分", ZB_FORM_WORD_HEADER },
  { "实际得分", ZB_FORM_WORD_HEADER },
  { "评分", ZB_FORM_WORD_HEADER },
  { "年初预算数", ZB_FORM_WORD_HEADER },
  { "年初预算", ZB_FORM_WORD_HEADER },
  { "年度预算数", ZB_FORM_WORD_HEADER },
  { "全年预算数", ZB_FORM_WORD_HEADER },
  { "全年预算", ZB_FORM_WORD_HEADER },
  { "调整预算数", ZB_FORM_WORD_HEADER },
  { "全年执行数", ZB_FORM_WORD_HEADER },
  { "全年执行", ZB_FORM_WORD_HEADER },
  { "预算执行数", ZB_FORM_WORD_HEADER },
  { "执行率", ZB_FORM_WORD_HEADER },
  { "预算执行率", ZB_FORM_WORD_HEADER },
  { "偏差原因分析", ZB_FORM_WORD_HEADER },
  { "偏差原因分析及改进措施", ZB_FORM_WORD_HEADER },
  { "偏差原因及改进措施", ZB_FORM_WORD_HEADER },
  { "偏差原因", ZB_FORM_WORD_HEADER },
  { "未完成原因", ZB_FORM_WORD_HEADER },
  { "未完成原因分析", ZB_FORM_WORD_HEADER },
  { "未完成原因及改进措施", ZB_FORM_WORD_HEADER },
  { "未完成原因和改进措施", ZB_FORM_WORD_HEADER },
  { "扣分原因", ZB_FORM_WORD_HEADER },
  { "扣分原因分析", ZB_FORM_WORD_HEADER },
  { "原因分析", ZB_FORM_WORD_HEADER },
  { "备注", ZB_FORM_WORD_HEADER },
  { "绩效指标", ZB_FORM_WORD_HEADER },
  { "年度总体目标", ZB_FORM_WORD_GOAL },
  { "年度绩效目标", ZB_FORM_WORD_GOAL },
  { "年度目标", ZB_FORM_WORD_GOAL },
  { "预期目标", ZB_FORM_WORD_GOAL },
  { "年初设定目标", ZB_FORM_WORD_GOAL },
  { "年初目标", ZB_FORM_WORD_GOAL },
  { "年度设定目标", ZB_FORM_WORD_GOAL },
  { "实际完成情况", ZB_FORM_WORD_GOAL },
  { "全年实际完成情况", ZB_FORM_WORD_GOAL },
  { "目标完成情况", ZB_FORM_WORD_GOAL },
  { "目标实际完成情况", ZB_FORM_WORD_GOAL },
  { "总分", ZB_FORM_WORD_TOTAL },
  { "实施单位", ZB_FORM_WORD_LABEL },
  { "项目实施单位", ZB_FORM_WORD_LABEL },
  { "项目单位", ZB_FORM_WORD_LABEL },
  { "资金使用单位", ZB_FORM_WORD_LABEL },
  { "项目负责人", ZB_FORM_WORD_LABEL },
  { "负责人", ZB_FORM_WORD_LABEL },
  { "联系人", ZB_FORM_WORD_LABEL },
  { "联系电话", ZB_FORM_WORD_LABEL },
  { "填报单位", ZB_FORM_WORD_LABEL },
};

/* Cuts a weight in brackets off the end: 产出指标(50分). */
static void
cut_weight (char *folded) {
  char *bracket = strrchr (folded, '(');

  if (bracket != NULL && bracket != folded && g_str_has_suffix (bracket, "分)"))
    *bracket = '\0';
}

static ZbFormWord
lookup_folded (const char *folded) {
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (folded, WORDS[i].text))
      return WORDS[i].kind;
  return ZB_FORM_WORD_NONE;
}

ZbFormWord
zb_text_form_words_lookup (const char *text) {
  g_autofree char *folded = zb_text_fold (text);
  char *bracket = NULL;
  ZbFormWord kind;

  cut_weight (folded);
  kind = lookup_folded (folded);
  if (kind != ZB_FORM_WORD_NONE || !g_str_has_suffix (folded, ")"))
    return kind;
  /* The head of a column may say in brackets how it is computed: 全年执行数（B）. */
  bracket = strrchr (folded, '(');
  if (bracket != NULL)
    *bracket = '\0';
  kind = lookup_folded (folded);
  return kind == ZB_FORM_WORD_HEADER ? kind : ZB_FORM_WORD_NONE;
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
