/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "check.h"
#include "check-verdict.h"
#include "confidence.h"
#include "document-identity.h"
#include "intern.h"
#include "map-base-data.h"
#include "map-evaluation.h"
#include "map-goal-list.h"
#include "map-table.h"
#include "map-text.h"
#include "money-habit.h"
#include "preference.h"
#include "table-kind.h"

static void
section_free (gpointer data) {
  ZbSection *section = data;

  g_free (section->heading_number);
  g_free (section->title);
  g_free (section);
}

static void
table_free (gpointer data) {
  ZbReportTable *table = data;

  g_clear_pointer (&table->unread_rows, g_hash_table_unref);
  g_free (table);
}

static void
check_free (gpointer data) {
  ZbCheck *check = data;

  g_ptr_array_unref (check->facts);
  g_clear_pointer (&check->members, g_ptr_array_unref);
  g_free (check->expected);
  g_free (check->found);
  g_free (check->difference);
  g_free (check->tolerance);
  g_free (check->message);
  g_free (check);
}

static ZbReport *
report_alloc (const ZbDocument *document) {
  ZbReport *report = g_new0 (ZbReport, 1);

  report->document = document;
  report->sections = g_ptr_array_new_with_free_func (section_free);
  report->tables = g_ptr_array_new_with_free_func (table_free);
  report->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_fact_free);
  report->evaluations = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_evaluation_free);
  report->checks = g_ptr_array_new_with_free_func (check_free);
  report->denied = g_ptr_array_new ();
  report->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) zb_fact_free);
  report->diagnostics = zb_diagnostics_new ();
  for (guint i = 0; i < document->diagnostics->len; i++) {
    const ZbDiagnostic *diagnostic = g_ptr_array_index (document->diagnostics, i);

    zb_diagnostics_add (report->diagnostics, diagnostic->severity, diagnostic->code,
                        diagnostic->page, "%s", diagnostic->message);
  }
  return report;
}

void
zb_report_free (ZbReport *report) {
  g_free (report->title);
  g_free (report->entity);
  g_ptr_array_unref (report->sections);
  g_ptr_array_unref (report->tables);
  g_ptr_array_unref (report->facts);
  g_ptr_array_unref (report->evaluations);
  g_ptr_array_unref (report->checks);
  g_ptr_array_unref (report->denied);
  g_ptr_array_unref (report->mentions);
  g_ptr_array_unref (report->diagnostics);
  g_free (report);
}

static void
list_sections (ZbReport *report) {
  for (guint i = 0; i < report->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (report->document->blocks, i);
    ZbSection *section;

    if (block->kind != ZB_BLOCK_HEADING || block->role == ZB_ROLE_CONTENTS)
      continue;
    section = g_new0 (ZbSection, 1);
    section->number = report->sections->len + 1;
    section->level = block->heading_level;
    section->heading_number = g_strdup (block->heading_number);
    section->title = g_strdup (block->text);
    section->page = zb_block_lookup_origin (block, 0)->page;
    g_ptr_array_add (report->sections, section);
  }
}

/* The kinds of accounts that a document of this kind prints; NULL where it may print any. */
static const char *
family_of (const ZbReport *report) {
  if (g_str_equal (report->kind, "final_accounts"))
    return "final";
  return g_str_equal (report->kind, "budget") ? "budget" : NULL;
}

static void
map_one_table (ZbMapper *mapper, ZbReportTable *table, const ZbTableKind *kind) {
  guint page = table->table->pages->len > 0 ? g_array_index (table->table->pages, guint, 0) : 0;
  guint added = 0;

  switch (kind != NULL ? kind->layout : ZB_LAYOUT_NONE) {
  case ZB_LAYOUT_NONE:
    break;
  case ZB_LAYOUT_BASE_DATA:
    added = zb_map_base_data (mapper, table);
    break;
  case ZB_LAYOUT_EVALUATION:
    added = zb_map_evaluation (mapper, table);
    break;
  case ZB_LAYOUT_TWO_SIDED:
  case ZB_LAYOUT_FUNCTION:
  case ZB_LAYOUT_ECONOMIC:
  case ZB_LAYOUT_THREE_PUBLIC:
  case ZB_LAYOUT_PROJECT:
  case ZB_LAYOUT_PROCUREMENT:
  case ZB_LAYOUT_TOTAL:
    added = zb_map_table (mapper, table, kind);
    break;
  }
  if (added == 0 && table->state == ZB_STATE_FILLED)
    zb_diagnostics_add (mapper->report->diagnostics, ZB_SEVERITY_INFO, "table_unmapped", page,
                        "table t%u (%s) gave no facts", table->number,
                        table->table->title != NULL ? table->table->title : "without a title");
}

/* The kind of a list of projects that @table goes on with; NULL where it does not. Its rows are left unread:
 * a page break may have cut the name of any project in two, and half a name is a wrong subject. */
static const char *
kind_continued (const ZbReport *report, const ZbTable *table) {
  const ZbReportTable *before = report->tables->len > 0
                                    ? g_ptr_array_index (report->tables, report->tables->len - 1)
                                    : NULL;

  return before != NULL && g_str_equal (before->kind, "goal.project")
                 && zb_goal_list_continues (table, before->table)
             ? before->kind : NULL;
}

static void
map_tables (ZbMapper *mapper) {
  ZbReport *report = mapper->report;
  const char *family = family_of (report);

  for (guint i = 0; i < mapper->document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (mapper->document->blocks, i);
    const ZbTableKind *kind;
    const char *continued;
    ZbReportTable *table;

    if (block->kind != ZB_BLOCK_TABLE)
      continue;
    kind = zb_table_kind_recognize (mapper->catalogue, block->table, family);
    table = g_new0 (ZbReportTable, 1);
    table->number = report->tables->len + 1;
    table->block = i;
    table->table = block->table;
    continued = kind == NULL ? kind_continued (report, block->table) : NULL;
    table->kind = zb_intern (kind != NULL ? kind->id : continued != NULL ? continued : "other");
    table->state = zb_table_kind_state (block->table, kind);
    g_ptr_array_add (report->tables, table);
    map_one_table (mapper, table, kind);
  }
}

ZbReport *
zb_report_new (const ZbDocument *document, const ZbCatalogue *catalogue) {
  ZbReport *report = report_alloc (document);
  g_autoptr (ZbNameDoubts) doubts = zb_name_doubts_new (document);
  ZbMapper mapper = { .document = document, .catalogue = catalogue, .report = report,
                      .doubts = doubts };
  g_autoptr (GError) error = NULL;

  report->rules = zb_catalogue_rules (catalogue);
  zb_document_identify (&mapper);
  list_sections (report);
  mapper.habit = zb_money_habit_find (document);
  map_tables (&mapper);
  zb_map_text (&mapper);
  zb_checks_run (report, catalogue);
  zb_verdict_settle (report);
  zb_preference_settle (report);
  if (!zb_confidence_settle (report, &error))
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_ERROR, "catalogue_wrong", 0, "%s",
                        error->message);
  if (report->facts->len == 0)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_WARNING, "no_known_form", 0,
                        "no catalogued indicator was found in this document");
  return report;
}
