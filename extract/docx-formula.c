/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-formula.h"

#include <string.h>

static const struct {
  const char *properties, *name, *fallback;
} SIGNS[] = {
  [ZB_DOCX_FORMULA_OPENS] = { "dPr", "begChr", "(" },
  [ZB_DOCX_FORMULA_SEPARATES] = { "dPr", "sepChr", "|" },
  [ZB_DOCX_FORMULA_CLOSES] = { "dPr", "endChr", ")" },
  [ZB_DOCX_FORMULA_OPERATES] = { "naryPr", "chr", "∫" },
};

gboolean
zb_docx_formula_is (const xmlNode *node, const char *name) {
  return zb_ooxml_xml_is (node, name) && node->ns != NULL && node->ns->href != NULL
         && g_str_has_suffix ((const char *) node->ns->href, "/math");
}

const char *
zb_docx_formula_sign (const xmlNode *node, ZbDocxFormulaSign sign) {
  const xmlNode *properties = zb_ooxml_xml_child (node, SIGNS[sign].properties);
  const xmlNode *said = NULL;
  const char *value = NULL;

  if (properties != NULL)
    said = zb_ooxml_xml_child (properties, SIGNS[sign].name);
  if (said == NULL)
    return SIGNS[sign].fallback;
  value = zb_ooxml_xml_attribute (said, "val");
  return value != NULL ? value : "";
}
