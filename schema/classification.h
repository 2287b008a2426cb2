/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An official classification of codes in which every code begins with its parent's:
 * 201 › 20132 › 2013201. */
typedef struct _ZbClassification ZbClassification;

/* Loads the data file at @path (code, name, aliases); NULL with ZB_ERROR_DATA. The caller frees it. */
ZbClassification *zb_classification_load (const char *path, GError **error);
void zb_classification_free (ZbClassification *classification);

/* The official name; NULL where the code is not listed. */
const char *zb_classification_name (const ZbClassification *classification, const char *code);

/* The one code of that name (or alias; a closing 支出 may be missing or too much) below @parent:
 * "" the top level only, NULL any level. A name that both economic classifications have is taken for
 * that of 部门预算. Interned; NULL where none or more than one fits. */
const char *zb_classification_lookup (const ZbClassification *classification, const char *parent,
                                      const char *folded);

/* Whether any code has that name. */
gboolean zb_classification_has_name (const ZbClassification *classification, const char *folded);

/* The shortest code of that name, as above, among those that begin with @digits; NULL where none has it, or several
 * as short. */
const char *zb_classification_lookup_shortest (const ZbClassification *classification, const char *digits,
                                               const char *folded);

/* The code of the top level whose name (without 支出, or with it) begins the folded text, and how
 * many bytes of it that name is; NULL where none. */
const char *zb_classification_match (const ZbClassification *classification, const char *text,
                                     gsize *length);

/* The length of the longest name of five digits' level (基本工资, 办公费) that begins the folded text, of 部门预算
 * only; 0 where none does. Which code it has may depend on its parent: ask zb_classification_lookup(). */
gsize zb_classification_match_item (const ZbClassification *classification, const char *text);

G_END_DECLS
