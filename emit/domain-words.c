/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain-words.h"

typedef struct {
  const char *id, *word;
} Word;

static const Word MEASURES[] = {
  { "budget_initial", "年初预算数" }, { "budget", "预算数" },       { "actual", "决算数（实际数）" },
  { "adjustment", "年中调整数" },     { "carryover", "结转结余" },  { "change", "比上年增减额" },
  { "change_rate", "比上年增减率" },  { "share", "占比" },          { "execution_rate", "执行率" },
  { "weight", "分值" },               { "score", "得分" },          { NULL, NULL },
};

static const Word FUNDS[] = {
  { "all", "全部资金" },
  { "fiscal", "财政拨款" },
  { "general", "一般公共预算财政拨款" },
  { "government_fund", "政府性基金预算财政拨款" },
  { "state_capital", "国有资本经营预算财政拨款" },
  { "social_insurance", "社会保险基金" },
  { "special_account", "财政专户管理资金" },
  { "unit_funds", "单位资金" },
  { NULL, NULL },
};

static const Word DOCUMENT_KINDS[] = {
  { "final_accounts", "部门决算" },
  { "budget", "部门预算" },
  { "performance_evaluation", "绩效自评" },
  { "monitoring", "绩效运行监控" },
  { "other", "其他文件" },
  { NULL, NULL },
};

static const char *const FLAGS[ZB_N_FLAGS] = {
  [ZB_FLAG_UNIT_INHERITED] = "数字旁未印单位，取自上下文",
  [ZB_FLAG_UNIT_ASSUMED] = "全文未注明单位，按惯例推定",
  [ZB_FLAG_UNIT_SUSPECT] = "按所印单位，金额不合常理",
  [ZB_FLAG_UNIT_CORRECTED] = "所印单位有误，已按文中比率更正读数",
  [ZB_FLAG_OCR_REPAIRED] = "识别有误的字已据文中其他数字修正",
  [ZB_FLAG_DIGIT_SUSPECT] = "有一位数字可能读错或印错",
  [ZB_FLAG_TRUNCATED] = "数字不完整，末尾缺位",
  [ZB_FLAG_CELL_JOINED] = "由单元格内断开的几行拼成",
  [ZB_FLAG_ROW_JOINED] = "由跨页的两段拼成",
  [ZB_FLAG_CUT_OFF] = "旁边的文字不完整",
  [ZB_FLAG_LABEL_FUZZY] = "名称与目录中的说法不完全相同",
  [ZB_FLAG_LABEL_AMBIGUOUS] = "名称不足以区分几个同名的数",
  [ZB_FLAG_COLUMN_INFERRED] = "所在的列由位置推定",
  [ZB_FLAG_YEAR_INFERRED] = "旁边未印年份，按文件年度",
  [ZB_FLAG_YEAR_SUSPECT] = "所印年份与上下文矛盾",
  [ZB_FLAG_APPROXIMATE] = "约数",
  [ZB_FLAG_BOUND] = "只是上限或下限",
  [ZB_FLAG_SUM_MISMATCH] = "合计与分项不符",
  [ZB_FLAG_CROSS_MISMATCH] = "与别处所列的同一数字不符",
  [ZB_FLAG_RATE_MISMATCH] = "与所印的比率不符",
  [ZB_FLAG_CORROBORATED] = "另有独立出处或勾稽关系印证",
  [ZB_FLAG_OUT_OF_RANGE] = "超出应有的范围",
  [ZB_FLAG_DUPLICATE] = "同一张表或同一行印了两次",
  [ZB_FLAG_LOW_OCR_CONFIDENCE] = "图像识别把握不大",
};

static const char *
lookup (const Word *words, const char *id) {
  if (id == NULL)
    return "";
  for (; words->id != NULL; words++)
    if (g_str_equal (words->id, id))
      return words->word;
  return id;
}

const char *
zb_domain_words_measure (const char *measure) {
  return lookup (MEASURES, measure);
}

const char *
zb_domain_words_fund (const char *fund) {
  return lookup (FUNDS, fund);
}

const char *
zb_domain_words_document_kind (const char *kind) {
  return lookup (DOCUMENT_KINDS, kind);
}

const char *
zb_domain_words_flag (ZbFlag flag) {
  g_return_val_if_fail (flag < ZB_N_FLAGS, "");
  return FLAGS[flag];
}

const char *
zb_domain_words_severity (ZbSeverity severity) {
  switch (severity) {
  case ZB_SEVERITY_ERROR:
    return "错误";
  case ZB_SEVERITY_WARNING:
    return "存疑";
  case ZB_SEVERITY_INFO:
  default:
    return "提示";
  }
}

const char *
zb_domain_words_unit_place (ZbUnitPlace place) {
  static const char *const WORDS[] = {
    [ZB_UNIT_PRINTED] = "印在数字旁",      [ZB_UNIT_INDICATOR] = "该指标只有这一种单位",
    [ZB_UNIT_ROW] = "取自本行的名称",      [ZB_UNIT_COLUMN] = "取自本列的表头",
    [ZB_UNIT_TABLE] = "取自表上方的单位行", [ZB_UNIT_DOCUMENT] = "按本文件多数表格所用的单位",
    [ZB_UNIT_ASSUMED] = "全文未注明，按惯例推定",
  };

  g_return_val_if_fail ((gsize) place < G_N_ELEMENTS (WORDS), "");
  return WORDS[place];
}
