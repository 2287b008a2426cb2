/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diagnostic.h"
#include "fact.h"

G_BEGIN_DECLS

/* The words of the field for the words of the output, for people who read accounts and no code. All are
 * static; a word that is not of the output is given back as it is, NULL as "". */

/* 决算数 for `actual`. */
const char *zb_domain_words_measure (const char *measure);
/* 一般公共预算财政拨款 for `general`. */
const char *zb_domain_words_fund (const char *fund);
/* 部门决算 for `final_accounts`. */
const char *zb_domain_words_document_kind (const char *kind);
/* What a flag says of a number. */
const char *zb_domain_words_flag (ZbFlag flag);
/* 错误, 存疑, 提示. */
const char *zb_domain_words_severity (ZbSeverity severity);
/* From where the unit of a number was taken. */
const char *zb_domain_words_unit_place (ZbUnitPlace place);

G_END_DECLS
