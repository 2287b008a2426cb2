/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finding.h"

#include "domain-words.h"
#include "fact-place.h"

/* Flags that say by themselves that a number should be looked at. */
static const ZbFlag TELLING[] = {
  ZB_FLAG_UNIT_SUSPECT, ZB_FLAG_UNIT_CORRECTED, ZB_FLAG_OCR_REPAIRED, ZB_FLAG_DIGIT_SUSPECT,
  ZB_FLAG_TRUNCATED,    ZB_FLAG_OUT_OF_RANGE,   ZB_FLAG_YEAR_SUSPECT, ZB_FLAG_CUT_OFF,
};

static void
finding_free (gpointer data) {
  ZbFinding *finding = data;

  g_array_unref (finding->terms);
  g_free (finding);
}

void
zb_findings_free (ZbFindings *findings) {
  g_ptr_array_unref (findings->list);
  g_free (findings->failed);
  g_free (findings);
}

static ZbFinding *
finding_new (ZbSeverity severity, const char *message) {
  ZbFinding *finding = g_new0 (ZbFinding, 1);

  finding->severity = severity;
  finding->message = message;
  finding->terms = g_array_new (FALSE, FALSE, sizeof (ZbFindingTerm));
  return finding;
}

/* Where the words stand that @finding is about. */
static void
place_words (ZbFinding *finding, const ZbReport *report) {
  const ZbBlock *block = g_ptr_array_index (report->document->blocks, finding->check->block);

  finding->block = finding->check->block;
  for (guint i = 0; i < report->tables->len; i++) {
    const ZbReportTable *table = g_ptr_array_index (report->tables, i);

    if (table->block == finding->block)
      finding->table = table->number;
  }
  if (block->kind != ZB_BLOCK_TABLE)
    finding->page = zb_block_lookup_origin (block, 0)->page;
  else if (block->table->pages->len > 0)
    finding->page = g_array_index (block->table->pages, guint, 0);
}

/* A finding stands where its first term stands, or the words that it is about. */
static void
take_finding (ZbFindings *findings, const ZbReport *report, ZbFinding *take_finding) {
  ZbFinding *finding = take_finding;

  if (finding->terms->len > 0) {
    const ZbFindingTerm *first = &g_array_index (finding->terms, ZbFindingTerm, 0);
    const ZbReportTable *table;

    finding->table = first->fact != NULL ? first->fact->source.table : first->evaluation->table;
    finding->page = first->fact != NULL ? first->fact->source.origin.page : first->row->origin.page;
    table = zb_fact_place_table (report, finding->table);
    finding->block = table != NULL ? table->block : first->fact != NULL ? first->fact->source.block : 0;
  }
  else if (finding->check != NULL && report->document->blocks->len > finding->check->block)
    place_words (finding, report);
  findings->counts[finding->severity]++;
  g_ptr_array_add (findings->list, finding);
}

/* Dimensions → the fact that is preferred among those that have them. */
static GHashTable *
index_preferred (const ZbReport *report) {
  GHashTable *preferred = zb_dimensions_table_new (NULL, NULL);

  for (guint i = 0; i < report->facts->len; i++) {
    ZbFact *fact = g_ptr_array_index (report->facts, i);

    if (fact->preferred)
      g_hash_table_insert (preferred, &fact->dimensions, fact);
  }
  return preferred;
}

/* Where most places agree a check names the odd one alone: the reading that is preferred stands against it. */
static void
add_preferred (GArray *terms, GHashTable *preferred) {
  ZbFindingTerm *odd = &g_array_index (terms, ZbFindingTerm, 0);
  ZbFindingTerm term = { .side = ZB_SIDE_OTHER };

  if (odd->fact != NULL)
    term.fact = g_hash_table_lookup (preferred, &odd->fact->dimensions);
  if (term.fact == NULL || term.fact == odd->fact)
    return;
  odd->side = ZB_SIDE_CHECKED;
  g_array_append_val (terms, term);
}

static gboolean
is_same_place (const ZbFact *a, const ZbFact *b) {
  return a != NULL && b != NULL && a->source.block == b->source.block
         && a->source.row == b->source.row && a->source.col == b->source.col
         && a->source.offset == b->source.offset;
}

/* One printed number may be two facts (收、支总计); what is wrong with it is said once. Adds the other side of
 * @terms to the finding before, where that is about the same number. */
static gboolean
goes_on (const ZbFindings *findings, const ZbCheck *check, const GArray *terms) {
  ZbFinding *before = findings->list->len > 0
                        ? g_ptr_array_index (findings->list, findings->list->len - 1)
                        : NULL;

  if (before == NULL || before->check == NULL || before->check->rule != check->rule
      || g_strcmp0 (before->check->expected, check->expected) != 0 || before->terms->len == 0
      || terms->len == 0 || g_array_index (before->terms, ZbFindingTerm, 0).fact == NULL
      || !is_same_place (g_array_index (before->terms, ZbFindingTerm, 0).fact,
                         g_array_index (terms, ZbFindingTerm, 0).fact))
    return FALSE;
  if (terms->len > 1 && g_array_index (terms, ZbFindingTerm, 1).side == ZB_SIDE_OTHER)
    g_array_append_vals (before->terms, &g_array_index (terms, ZbFindingTerm, 1), terms->len - 1);
  return TRUE;
}

static void
add_failed (ZbFindings *findings, const ZbReport *report, const ZbCatalogue *catalogue,
            GHashTable *preferred, const ZbCheck *check) {
  ZbFinding *finding = finding_new (check->severity, check->message);

  finding->check = check;
  zb_finding_add_terms (finding->terms, report, catalogue, check);
  if (finding->terms->len == 1 && check->expected != NULL)
    add_preferred (finding->terms, preferred);
  if (goes_on (findings, check, finding->terms)) {
    finding_free (finding);
    return;
  }
  take_finding (findings, report, finding);
}

/* The place of a number, and a flag where only that is meant; the caller frees it. */
static char *
print_place (const ZbFact *fact, const char *flag) {
  return g_strdup_printf ("%u:%u:%u:%" G_GSIZE_FORMAT "%s", fact->source.block, fact->source.row,
                          fact->source.col, fact->source.offset, flag);
}

static void
add_flagged (ZbFindings *findings, const ZbReport *report, GHashTable *said, const ZbFact *fact) {
  g_autofree char *place = print_place (fact, "");

  for (guint i = 0; i < G_N_ELEMENTS (TELLING); i++) {
    ZbFindingTerm term = { .side = ZB_SIDE_LISTED, .fact = fact };
    ZbFinding *finding;

    if ((fact->flags & ZB_FLAG_BIT (TELLING[i])) == 0 || g_hash_table_contains (said, place)
        || !g_hash_table_add (said, print_place (fact, zb_flag_name (TELLING[i]))))
      continue;
    finding = finding_new (TELLING[i] == ZB_FLAG_UNIT_CORRECTED ? ZB_SEVERITY_ERROR
                                                                : ZB_SEVERITY_WARNING,
                           zb_domain_words_flag (TELLING[i]));
    finding->flag = TELLING[i];
    g_array_append_val (finding->terms, term);
    take_finding (findings, report, finding);
  }
}

static gint
compare_places (gconstpointer a, gconstpointer b) {
  const ZbFinding *left = *(const ZbFinding *const *) a, *right = *(const ZbFinding *const *) b;
  gboolean left_info = left->severity == ZB_SEVERITY_INFO;
  gboolean right_info = right->severity == ZB_SEVERITY_INFO;

  if (left_info != right_info)
    return left_info ? 1 : -1;
  return left->block < right->block ? -1 : left->block > right->block;
}

/* The places of the numbers that failed checks name. */
static GHashTable *
list_said (const ZbFindings *findings) {
  GHashTable *said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->list->len; i++) {
    const ZbFinding *finding = g_ptr_array_index (findings->list, i);

    for (guint k = 0; finding->severity != ZB_SEVERITY_INFO && k < finding->terms->len; k++) {
      const ZbFact *fact = g_array_index (finding->terms, ZbFindingTerm, k).fact;

      if (fact != NULL)
        g_hash_table_add (said, print_place (fact, ""));
    }
  }
  return said;
}

static void
count_failed (ZbFindings *findings, const ZbCheck *check) {
  for (guint i = 0; check->members != NULL && i < check->members->len; i++)
    findings->failed[((const ZbFact *) g_ptr_array_index (check->members, i))->number - 1]++;
}

static void
count_passed (ZbFindings *findings, const ZbCheck *check) {
  findings->passed++;
  findings->rounded += check->equation && zb_decimal_sign (check->excess) != 0;
}

ZbFindings *
zb_findings_new (const ZbReport *report, const ZbCatalogue *catalogue) {
  ZbFindings *findings = g_new0 (ZbFindings, 1);
  g_autoptr (GHashTable) preferred = index_preferred (report), said = NULL;

  findings->list = g_ptr_array_new_with_free_func (finding_free);
  findings->failed = g_new0 (guint, report->facts->len + 1);
  for (guint i = 0; i < report->checks->len; i++) {
    const ZbCheck *check = g_ptr_array_index (report->checks, i);

    if (check->passed) {
      count_passed (findings, check);
      continue;
    }
    count_failed (findings, check);
    add_failed (findings, report, catalogue, preferred, check);
  }
  said = list_said (findings);
  for (guint i = 0; i < report->facts->len; i++)
    add_flagged (findings, report, said, g_ptr_array_index (report->facts, i));
  g_ptr_array_sort (findings->list, compare_places);
  return findings;
}
