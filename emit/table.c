/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include "amount-text.h"
#include "display-text.h"
#include "fixed-point.h"
#include "text-sink.h"

#define RED "\033[31m"
#define YELLOW "\033[33m"
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

/* Below this one reading in five is wrong, by what confidence means. */
#define LOW_CONFIDENCE 0.8

/* Flags that speak of the value itself; the others speak of how it was found. */
#define SEVERE_FLAGS                                                                               \
  (ZB_FLAG_BIT (ZB_FLAG_UNIT_SUSPECT) | ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT)                        \
   | ZB_FLAG_BIT (ZB_FLAG_TRUNCATED) | ZB_FLAG_BIT (ZB_FLAG_SUM_MISMATCH)                          \
   | ZB_FLAG_BIT (ZB_FLAG_CROSS_MISMATCH) | ZB_FLAG_BIT (ZB_FLAG_RATE_MISMATCH)                    \
   | ZB_FLAG_BIT (ZB_FLAG_OUT_OF_RANGE) | ZB_FLAG_BIT (ZB_FLAG_YEAR_SUSPECT))

typedef enum {
  INDICATOR,
  LABEL,
  PERIOD,
  MEASURE,
  DETAIL,
  VALUE,
  UNIT,
  WHERE,
  CONFIDENCE,
  FLAGS,
  N_COLUMNS,
} Column;

/* `most` keeps a line readable; the last column may run on. */
static const struct {
  const char *title;
  guint most;
  gboolean right;
} COLUMNS[N_COLUMNS] = {
  [INDICATOR] = { "indicator", 34, FALSE }, [LABEL] = { "label", 28, FALSE },
  [PERIOD] = { "period", 15, FALSE },       [MEASURE] = { "measure", 14, FALSE },
  [DETAIL] = { "of", 32, FALSE },           [VALUE] = { "value", G_MAXUINT, TRUE },
  [UNIT] = { "unit", 8, FALSE },            [WHERE] = { "where", 16, FALSE },
  [CONFIDENCE] = { "conf", 5, TRUE },       [FLAGS] = { "flags", G_MAXUINT, FALSE },
};

typedef struct {
  char *fields[N_COLUMNS];
  gboolean severe, doubtful;
} Line;

static void
line_free (gpointer data) {
  Line *line = data;

  for (guint column = 0; column < N_COLUMNS; column++)
    g_free (line->fields[column]);
  g_free (line);
}

static void
append_word (GString *text, const char *prefix, const char *word) {
  if (word != NULL)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", prefix, word);
}

/* Fund, codes and subject in one column: most facts have only one or two of them. */
static char *
describe_detail (const ZbDimensions *dimensions) {
  GString *text = g_string_new (NULL);

  append_word (text, "", dimensions->fund);
  append_word (text, "function ", dimensions->function);
  append_word (text, "economic ", dimensions->economic);
  append_word (text, "", dimensions->subject);
  return g_string_free (text, FALSE);
}

static char *
describe_place (const ZbFactSource *source) {
  GString *text = g_string_new (NULL);

  if (source->origin.page > 0)
    g_string_append_printf (text, "p%u ", source->origin.page);
  if (source->kind == ZB_SOURCE_TABLE)
    g_string_append_printf (text, "t%u %u:%u", source->table, source->row, source->col);
  else
    g_string_append (text, "text");
  return g_string_free (text, FALSE);
}

static char *
list_flags (const ZbFact *fact) {
  GString *text = g_string_new (NULL);

  for (guint flag = 0; flag < ZB_N_FLAGS; flag++)
    if (fact->flags & ZB_FLAG_BIT (flag))
      append_word (text, "", zb_flag_name ((ZbFlag) flag));
  if (fact->suggestion != NULL)
    append_word (text, "or ", fact->suggestion->value);
  return g_string_free (text, FALSE);
}

static Line *
describe_fact (const ZbFact *fact) {
  const ZbDimensions *dimensions = &fact->dimensions;
  g_autofree char *detail = describe_detail (dimensions);
  g_autofree char *flags = list_flags (fact);
  Line *line = g_new0 (Line, 1);

  line->fields[INDICATOR] = zb_display_text_clean (dimensions->indicator);
  line->fields[LABEL] = zb_display_text_clean (fact->label);
  line->fields[PERIOD] = zb_display_text_clean (dimensions->period);
  line->fields[MEASURE] = zb_display_text_clean (dimensions->measure);
  line->fields[DETAIL] = zb_display_text_clean (detail);
  line->fields[VALUE] = zb_amount_text_group (fact->value);
  line->fields[UNIT] = zb_display_text_clean (fact->unit);
  line->fields[WHERE] = describe_place (&fact->source);
  line->fields[CONFIDENCE] = zb_fixed_point_print_confidence (fact->confidence);
  line->fields[FLAGS] = zb_display_text_clean (flags);
  line->severe = (fact->flags & SEVERE_FLAGS) != 0;
  line->doubtful = line->severe || fact->review || fact->confidence < LOW_CONFIDENCE;
  return line;
}

static void
measure_columns (const GPtrArray *lines, guint *widths) {
  for (guint column = 0; column < N_COLUMNS; column++) {
    widths[column] = zb_display_text_width (COLUMNS[column].title);
    for (guint i = 0; i < lines->len; i++) {
      const Line *line = g_ptr_array_index (lines, i);
      guint width = zb_display_text_width (line->fields[column]);

      widths[column] = MAX (widths[column], MIN (width, COLUMNS[column].most));
    }
  }
}

static void
append_fields (ZbTextSink *sink, const char *const *fields, const guint *widths) {
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint column = 0; column < N_COLUMNS; column++) {
    g_autofree char *field
      = zb_display_text_fit (fields[column], widths[column], COLUMNS[column].right);

    g_string_append_printf (text, "  %s", field);
  }
  g_strchomp (text->str);
  zb_text_sink_append (sink, text->str);
}

static void
append_line (ZbTextSink *sink, const Line *line, const guint *widths, gboolean colour) {
  gboolean coloured = colour && line->doubtful;

  if (coloured)
    zb_text_sink_append (sink, line->severe ? RED : YELLOW);
  zb_text_sink_append (sink, line->doubtful ? "?" : " ");
  append_fields (sink, (const char *const *) line->fields, widths);
  zb_text_sink_append (sink, coloured ? PLAIN "\n" : "\n");
}

static void
append_heading (ZbTextSink *sink, const ZbReport *report, gboolean colour) {
  g_autofree char *title
    = zb_display_text_clean (report->title != NULL ? report->title : "title unknown");
  g_autofree char *entity
    = zb_display_text_clean (report->entity != NULL ? report->entity : "entity unknown");
  g_autofree char *path = zb_display_text_clean (report->document->path);

  zb_text_sink_printf (sink, "%s%s%s\n", colour ? BOLD : "", title, colour ? PLAIN : "");
  zb_text_sink_printf (sink, "%s · ", entity);
  if (report->fiscal_year > 0)
    zb_text_sink_printf (sink, "%u · ", report->fiscal_year);
  else
    zb_text_sink_append (sink, "year unknown · ");
  zb_text_sink_printf (sink, "%s · %s\n\n", report->kind, path);
}

static void
append_summary (ZbTextSink *sink, const ZbReport *report) {
  guint review = 0, passed = 0;

  for (guint i = 0; i < report->facts->len; i++)
    review += ((const ZbFact *) g_ptr_array_index (report->facts, i))->review != FALSE;
  for (guint i = 0; i < report->checks->len; i++)
    passed += ((const ZbCheck *) g_ptr_array_index (report->checks, i))->passed != FALSE;
  zb_text_sink_printf (sink,
                       "\n%u facts, %u to review; %u checks passed, %u failed; %u diagnostics\n\n",
                       report->facts->len, review, passed, report->checks->len - passed,
                       report->diagnostics->len);
}

gboolean
zb_table_emit (const ZbReport *report, const ZbEmitOptions *options, GOutputStream *out,
               GError **error) {
  g_autoptr (ZbTextSink) sink = zb_text_sink_new (out);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  const char *titles[N_COLUMNS];
  guint widths[N_COLUMNS];

  for (guint i = 0; i < report->facts->len; i++)
    g_ptr_array_add (lines, describe_fact (g_ptr_array_index (report->facts, i)));
  for (guint column = 0; column < N_COLUMNS; column++)
    titles[column] = COLUMNS[column].title;
  measure_columns (lines, widths);
  append_heading (sink, report, options->colour);
  if (lines->len > 0) {
    zb_text_sink_append (sink, " ");
    append_fields (sink, titles, widths);
    zb_text_sink_append (sink, "\n");
  }
  for (guint i = 0; i < lines->len; i++)
    append_line (sink, g_ptr_array_index (lines, i), widths, options->colour);
  append_summary (sink, report);
  return zb_text_sink_finish (sink, error);
}
