/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue.h"

#include <string.h>

const char *
zb_catalogue_function_name (const ZbCatalogue *catalogue, const char *code) {
  return zb_classification_name (zb_catalogue_functions (catalogue), code);
}

const char *
zb_catalogue_economic_name (const ZbCatalogue *catalogue, const char *code) {
  return zb_classification_name (zb_catalogue_economics (catalogue), code);
}

const char *
zb_catalogue_lookup_function (const ZbCatalogue *catalogue, const char *parent,
                              const char *folded) {
  return zb_classification_lookup (zb_catalogue_functions (catalogue), parent, folded);
}

gboolean
zb_catalogue_is_function_name (const ZbCatalogue *catalogue, const char *folded) {
  return zb_classification_has_name (zb_catalogue_functions (catalogue), folded);
}

const char *
zb_catalogue_lookup_economic (const ZbCatalogue *catalogue, const char *parent,
                              const char *folded) {
  return zb_classification_lookup (zb_catalogue_economics (catalogue), parent, folded);
}

const char *
zb_catalogue_match_function (const ZbCatalogue *catalogue, const char *text, gsize *length) {
  const ZbClassification *functions = zb_catalogue_functions (catalogue);
  const char *code = zb_classification_match (functions, text, length);

  return code != NULL && g_str_has_suffix (zb_classification_name (functions, code), "支出")
                 && *length > strlen ("支出")
                 && memcmp (text + *length - strlen ("支出"), "支出", strlen ("支出")) == 0
             ? code : NULL;
}

const char *
zb_catalogue_match_economic (const ZbCatalogue *catalogue, const char *text, gsize *length) {
  return zb_classification_match (zb_catalogue_economics (catalogue), text, length);
}
