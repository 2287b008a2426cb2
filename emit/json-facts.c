/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-parts.h"

#include "confidence-evidence.h"

static void
write_subject (ZbJsonWriter *writer, const ZbDimensions *dimensions) {
  if (dimensions->subject_kind == NULL || dimensions->subject == NULL) {
    zb_json_writer_null (writer, "subject");
    return;
  }
  zb_json_writer_open_object (writer, "subject", ZB_JSON_INLINE);
  zb_json_writer_string (writer, dimensions->subject_kind, dimensions->subject);
  zb_json_writer_close (writer);
}

static void
write_source (ZbJsonWriter *writer, const ZbFactSource *source) {
  gboolean in_table = source->kind == ZB_SOURCE_TABLE;

  zb_json_writer_open_object (writer, "source", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "kind", in_table ? "table" : "text");
  if (in_table) {
    zb_json_parts_id (writer, "table", 't', source->table);
    zb_json_writer_integer (writer, "row", source->row);
    zb_json_writer_integer (writer, "col", source->col);
  }
  zb_json_writer_number_or_null (writer, "page", source->origin.page);
  zb_json_parts_box (writer, &source->origin);
  if (!in_table)
    zb_json_writer_string (writer, "quote", source->quote != NULL ? source->quote : "");
  zb_json_writer_close (writer);
}

static void
write_suggestion (ZbJsonWriter *writer, const ZbSuggestion *suggestion) {
  if (suggestion == NULL) {
    zb_json_writer_null (writer, "suggestion");
    return;
  }
  zb_json_writer_open_object (writer, "suggestion", ZB_JSON_INLINE);
  zb_json_writer_string (writer, "value", suggestion->value);
  zb_json_writer_string (writer, "raw", suggestion->raw);
  zb_json_writer_string (writer, "evidence", suggestion->evidence);
  zb_json_writer_close (writer);
}

/* The names alone: the weights are in confidence.tsv. */
static void
write_evidence (ZbJsonWriter *writer, const ZbFact *fact) {
  zb_json_writer_open_array (writer, "evidence", ZB_JSON_INLINE);
  for (guint i = 0; i < ZB_N_EVIDENCE; i++)
    if (fact->evidence & ZB_EVIDENCE_BIT (i))
      zb_json_writer_string (writer, NULL, zb_evidence_name (i));
  zb_json_writer_close (writer);
}

static void
write_fact (ZbJsonWriter *writer, const ZbFact *fact, gboolean evidence) {
  const ZbDimensions *dimensions = &fact->dimensions;
  g_autofree char *value = zb_decimal_print_plain (fact->value);

  zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
  zb_json_parts_id (writer, "id", 'f', fact->number);
  zb_json_writer_string (writer, "indicator", dimensions->indicator);
  zb_json_writer_string (writer, "label", fact->label);
  zb_json_writer_string (writer, "period", dimensions->period);
  zb_json_writer_string (writer, "measure", dimensions->measure);
  zb_json_writer_string (writer, "fund", dimensions->fund);
  zb_json_writer_string (writer, "function", dimensions->function);
  zb_json_writer_string (writer, "economic", dimensions->economic);
  write_subject (writer, dimensions);
  zb_json_writer_string (writer, "value", value);
  zb_json_writer_string (writer, "unit", fact->unit);
  zb_json_writer_string (writer, "raw", fact->raw);
  zb_json_writer_string (writer, "raw_unit", fact->raw_unit);
  zb_json_writer_string (writer, "unit_from", zb_unit_place_name (fact->unit_place));
  write_source (writer, &fact->source);
  zb_json_writer_confidence (writer, "confidence", fact->confidence);
  zb_json_parts_flags (writer, fact->flags);
  zb_json_writer_bool (writer, "preferred", fact->preferred);
  zb_json_writer_bool (writer, "review", fact->review);
  write_suggestion (writer, fact->suggestion);
  if (evidence)
    write_evidence (writer, fact);
  zb_json_writer_close (writer);
}

void
zb_json_parts_facts (ZbJsonWriter *writer, const GPtrArray *facts, gboolean evidence) {
  zb_json_writer_open_array (writer, "facts", ZB_JSON_SPREAD);
  for (guint i = 0; i < facts->len; i++)
    write_fact (writer, g_ptr_array_index (facts, i), evidence);
  zb_json_writer_close (writer);
}

/* What a number says about itself beyond its value: the only two flags that are printed words. */
static const char *
lookup_qualifier (ZbFlags flags) {
  if (flags & ZB_FLAG_BIT (ZB_FLAG_BOUND))
    return zb_flag_name (ZB_FLAG_BOUND);
  if (flags & ZB_FLAG_BIT (ZB_FLAG_APPROXIMATE))
    return zb_flag_name (ZB_FLAG_APPROXIMATE);
  return NULL;
}

void
zb_json_parts_mentions (ZbJsonWriter *writer, const GPtrArray *mentions) {
  zb_json_writer_open_array (writer, "mentions", ZB_JSON_SPREAD);
  for (guint i = 0; i < mentions->len; i++) {
    const ZbFact *mention = g_ptr_array_index (mentions, i);
    g_autofree char *value = zb_decimal_print_plain (mention->value);

    zb_json_writer_open_object (writer, NULL, ZB_JSON_INLINE);
    zb_json_writer_string (writer, "raw", mention->raw);
    zb_json_writer_string (writer, "value", value);
    zb_json_writer_string (writer, "unit", mention->unit);
    zb_json_writer_string (writer, "qualifier", lookup_qualifier (mention->flags));
    zb_json_writer_string (writer, "quote",
                           mention->source.quote != NULL ? mention->source.quote : mention->label);
    write_source (writer, &mention->source);
    zb_json_writer_close (writer);
  }
  zb_json_writer_close (writer);
}
