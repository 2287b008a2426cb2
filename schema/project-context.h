/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* The project that the paragraphs of a report's part on its projects (项目支出绩效情况) speak of. */
typedef struct {
  gboolean open;         /* inside such a part */
  const char *name;      /* interned; NULL where no project is named */
  const char *indicator; /* of its amounts; interned */
} ZbProjectContext;

/* A heading opens or closes the part, or names the next project: 2.部门预算：培训经费. */
void zb_project_context_read_heading (ZbProjectContext *context, const ZbBlock *block);

/* A paragraph may name the project it is about: 1、年初预算项目“培训经费”，金额…. */
void zb_project_context_read_paragraph (ZbProjectContext *context, const ZbBlock *block);

G_END_DECLS
