/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-narrow.h"

#include <string.h>

#include "intern.h"
#include "text-fold.h"

/* 主要是一般公共预算拨款减少80万元: of one fund, and not of the subject so far. */
gboolean
zb_clause_names_fund_alone (const ZbClause *clause) {
  return clause->fund != NULL && !clause->subject.set;
}

/* 收入预算900万元，其中：一般公共预算拨款800万元，事业收入100万元: among incomes the fund is one of them. */
static void
complete_fund_of_income (const ZbSentenceReader *reader, ZbClause *clause) {
  const ZbSubject *before = reader->whole.set ? &reader->whole : &reader->subject;

  if (!zb_clause_names_fund_alone (clause) || !before->set || before->indicators[1] != NULL
      || before->indicators[0] == NULL || !g_str_has_prefix (before->indicators[0], "income."))
    return;
  clause->subject = (ZbSubject){ .set = TRUE, .indicators = { zb_intern ("income.fiscal") },
                                 .fund = clause->fund };
  clause->fund = NULL;
}

static ZbSubject
subject_of_project (const ZbProjectContext *project) {
  return (ZbSubject){ .set = TRUE, .project = TRUE, .indicators = { project->indicator },
                      .fund = zb_intern ("all") };
}

/* 政府采购预算总额90万元：货物60万元，服务30万元；其中一般公共预算拨款政府采购50万元：货物40万元: the parts behind the fund are
 * parts of its share, which the catalogue does not know. */
static void
narrow_to_source (ZbSentenceReader *reader, ZbClause *clause) {
  const ZbSubject *before = reader->whole.set ? &reader->whole : &reader->subject;
  const char *indicator = clause->subject.set ? clause->subject.indicators[0] : NULL;

  if (zb_clause_names_fund_alone (clause) && before->set && before->indicators[0] != NULL
      && g_str_has_prefix (before->indicators[0], "procurement."))
    reader->by_source = TRUE;
  if (reader->by_source && indicator != NULL && g_str_has_prefix (indicator, "procurement."))
    clause->subject.unlisted = TRUE;
}

static gboolean
says_name (const ZbSentenceReader *reader, const char *name, gsize start, gsize end) {
  g_autofree char *folded = zb_text_fold (name);

  return g_strstr_len (reader->text->folded + start, (gssize) (end - start), folded) != NULL;
}

/* In a paragraph about a project, expenditure is the project's; what other names say of a part of it
 * is no fact. The project's own name is no noise, nor is what a comma parts from the amount. */
static void
narrow_to_project (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                   gsize clause_start) {
  const ZbProjectContext *project = &reader->context->project;
  ZbSubject *subject = &clause->subject;

  if (project->name == NULL || subject->count)
    return;
  reader->subject = subject_of_project (project);
  clause->noise = clause->part_noise;
  if (says_name (reader, project->name, clause_start, token->start))
    clause->noise = 0;
  if (!subject->set || subject->unlisted)
    return;
  if (subject->function == NULL && subject->economic == NULL
      && g_str_has_prefix (subject->indicators[0], "expenditure."))
    *subject = subject_of_project (project);
  else
    subject->unlisted = TRUE;
}

/* 教育支出60万元，其中：基本支出40万元: the parts of what is spent under a function are of that function. What is named beside
 * it, as 校园维修项目支出 among projects, is the name of something else. */
static void
narrow_to_function (const ZbSentenceReader *reader, ZbClause *clause) {
  static const char *const PARTS[] = { "expenditure.basic", "expenditure.basic.personnel",
                                       "expenditure.basic.operating", "expenditure.project", NULL };
  const ZbSubject *whole = reader->purpose_of.set ? &reader->purpose_of : &reader->whole;
  ZbSubject *subject = &clause->subject;

  if (!subject->set || subject->function != NULL || subject->economic != NULL || clause->verb != ZB_ROLE_VALUE
      || !g_strv_contains (PARTS, subject->indicators[0]))
    return;
  if (reader->whole.set && reader->whole.unlisted) /* 绿化养护费20万元，其中：项目支出20万元 */
    subject->unlisted = TRUE;
  if (whole->set && whole->function != NULL) {
    subject->function = whole->function;
    subject->fund = subject->fund != NULL ? subject->fund : whole->fund;
  }
  if (clause->other_name && reader->itemized.set
      && g_str_equal (subject->indicators[0], "expenditure.project")
      && g_strcmp0 (reader->itemized.indicators[0], "expenditure.project") == 0)
    subject->unlisted = TRUE;
}

/* More than 我局 is the name of something. */
#define LONGEST_SELF 2

/* 2024年年初预算9万元，全年执行数8万元，其中基本支出5万元，项目支出3万元: what comes before any name of a paragraph that breaks it
 * down into both kinds of expenditure, is all of it. */
static void
complete_whole (const ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token, gsize clause_start) {
  if (clause->subject.set || reader->subject.set || clause->measure == NULL || !reader->both_kinds
      || clause_start != reader->sentence_start || clause->noise > LONGEST_SELF || clause->verb != ZB_ROLE_VALUE
      || reader->context->project.name != NULL)
    return;
  clause->subject = (ZbSubject){ .set = TRUE, .indicators = { zb_intern ("expenditure.total") } };
  clause->subject_end = token->start;
}

void
zb_sentence_narrow (ZbSentenceReader *reader, ZbClause *clause, const ZbToken *token,
                    gsize clause_start) {
  complete_fund_of_income (reader, clause);
  narrow_to_source (reader, clause);
  narrow_to_function (reader, clause);
  narrow_to_project (reader, clause, token, clause_start);
  complete_whole (reader, clause, token, clause_start);
}
