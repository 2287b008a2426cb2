/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-economic.h"

#include "document-words.h"
#include "label.h"
#include "text-fold.h"

/* Fewer names of classes do not make a form by classes. */
#define FEWEST_CLASSES 3

/* The classes themselves come before what stands below one: 其他支出 is 399, not 39999. */
static const char *
lookup_class (const ZbCatalogue *catalogue, gboolean government, const char *word) {
  return zb_classification_lookup_shortest (zb_catalogue_economics (catalogue),
                                            government ? "5" : "3", word);
}

static guint
count_classes (const ZbCatalogue *catalogue, gboolean government, const ZbTable *table) {
  guint classes = 0;

  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    g_autofree char *word = NULL;

    if (cell->row >= table->header_rows)
      continue;
    word = zb_label_fold (cell->text);
    classes += lookup_class (catalogue, government, word) != NULL;
  }
  return classes;
}

static gboolean
says_government (const ZbTable *table) {
  g_autofree char *title = zb_text_fold (table->title != NULL ? table->title : "");

  return zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_GOVERNMENT_CLASSES), title) != NULL;
}

ZbEconomicHeader
zb_economic_header_find (const ZbCatalogue *catalogue, const ZbTable *table, const ZbTableKind *kind) {
  ZbEconomicHeader header = { FALSE, FALSE };
  guint department, government;

  if (kind->indicator == NULL || !g_str_has_prefix (kind->indicator, "expenditure.")
      || kind->layout == ZB_LAYOUT_TWO_SIDED)
    return header;
  department = count_classes (catalogue, FALSE, table);
  government = count_classes (catalogue, TRUE, table);
  header.government = government > department || (government > 0 && says_government (table));
  header.many = (header.government ? government : department) >= FEWEST_CLASSES;
  return header;
}

const char *
zb_economic_header_lookup (const ZbEconomicHeader *header, const ZbCatalogue *catalogue,
                           const char *word) {
  return header->many ? lookup_class (catalogue, header->government, word) : NULL;
}
