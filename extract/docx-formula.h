/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ooxml-xml.h"

G_BEGIN_DECLS

/* The signs of a formula that Word draws though no run holds them (ECMA-376 part 1, 22.1): they are
 * properties of the element, and each has a value that holds where nothing is said. */
typedef enum {
  ZB_DOCX_FORMULA_OPENS,     /* ( of a delimiter */
  ZB_DOCX_FORMULA_SEPARATES, /* | between the members of a delimiter */
  ZB_DOCX_FORMULA_CLOSES,    /* ) of a delimiter */
  ZB_DOCX_FORMULA_OPERATES,  /* ∫ of an n-ary operator */
} ZbDocxFormulaSign;

/* Whether @node is an element @name of the language of formulas. */
gboolean zb_docx_formula_is (const xmlNode *node, const char *name);

/* The @sign of @node, an m:d or m:nary; "" where it is said to be none. Borrowed. */
const char *zb_docx_formula_sign (const xmlNode *node, ZbDocxFormulaSign sign);

G_END_DECLS
