/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-identity.h"

#include <string.h>

#include "document-entity.h"
#include "document-words.h"
#include "intern.h"
#include "label.h"
#include "text-fold.h"

/* The cover ends at the latest here. */
#define COVER_BLOCKS 14
/* How much a heading speaks for the whole document. */
#define HEADING_WEIGHT 2

static const char *const KIND_IDS[] = { "final_accounts", "budget", "performance_evaluation", "monitoring",
                                          "other" };
#define N_KINDS G_N_ELEMENTS (KIND_IDS)

typedef struct {
  guint kinds[N_KINDS];
  GHashTable *years; /* year → weight */
  GHashTable *entities; /* name → weight */
} Votes;

static gboolean
is_cover (const ZbBlock *block, guint index) {
  return index < COVER_BLOCKS && block->kind != ZB_BLOCK_TABLE
         && block->role != ZB_ROLE_CONTENTS && block->heading_number == NULL
         && g_utf8_strlen (block->text, -1) <= 60 && !g_str_has_suffix (block->text, "。");
}

static guint
weight_of (const ZbBlock *block, guint index) {
  if (block->kind == ZB_BLOCK_TABLE)
    return ZB_TABLE_WEIGHT;
  if (is_cover (block, index))
    return ZB_COVER_WEIGHT;
  return block->kind == ZB_BLOCK_HEADING && block->heading_level <= 2 ? HEADING_WEIGHT : 0;
}

static const char *
voting_text (const ZbBlock *block) {
  if (block->kind == ZB_BLOCK_TABLE)
    return block->table->title != NULL ? block->table->title : "";
  return block->text;
}

static guint
position_of_kind (const char *id) {
  guint kind = 0;

  while (kind < N_KINDS && !g_str_equal (KIND_IDS[kind], id))
    kind++;
  return kind;
}

gboolean
zb_document_kind_is_known (const char *id) {
  return position_of_kind (id) < N_KINDS;
}

/* Every kind that the text names gets @weight once. */
static void
vote_kind (Votes *votes, const char *folded, gboolean cover, guint weight) {
  const GPtrArray *words = zb_document_words (ZB_DOCUMENT_WORD_KIND);
  const ZbRoleWord *at_end
      = cover ? zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_KIND_AT_END), folded) : NULL;
  gboolean named[N_KINDS] = { FALSE };

  for (guint i = 0; i < words->len; i++) {
    const ZbRoleWord *word = g_ptr_array_index (words, i);

    named[position_of_kind (word->value)] |= strstr (folded, word->word) != NULL;
  }
  if (at_end != NULL)
    named[position_of_kind (at_end->value)] = TRUE;
  for (guint kind = 0; kind < N_KINDS; kind++)
    votes->kinds[kind] += named[kind] ? weight : 0;
}

/* 2023年度 names the year reported on; 2024年8月 is the day of printing and counts for next to
 * nothing. */
static guint
weigh_year (const char *behind, guint weight) {
  behind += strlen ("年");
  if (g_str_has_prefix (behind, "度"))
    return weight * 3;
  return g_ascii_isdigit (*behind) ? MIN (weight, 1) : weight * 2;
}

static void
add_year (Votes *votes, guint year, guint weight) {
  gpointer key = GUINT_TO_POINTER (year);
  guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (votes->years, key)) + weight;

  g_hash_table_insert (votes->years, key, GUINT_TO_POINTER (sum));
}

static void
vote_year (Votes *votes, const char *folded, guint weight) {
  const char *behind;
  guint year = zb_label_find_year (folded, &behind);
  guint title_year = year == 0 ? zb_entity_title_year (folded) : 0;

  if (title_year > 0)
    add_year (votes, title_year, weight);
  else if (year > 0)
    add_year (votes, year, weigh_year (behind, weight));
}

static void
vote_text_year (Votes *votes, const char *text) {
  g_autofree char *folded = zb_text_fold (text);

  vote_year (votes, folded, 1);
}

/* 2025年预算数 | 2026年预算数: the years that columns compare. */
static void
vote_header_years (Votes *votes, const ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->row >= table->header_rows)
      break;
    vote_text_year (votes, cell->text);
  }
}

static void
vote_block (Votes *votes, const ZbBlock *block, guint index) {
  const char *text = voting_text (block);
  g_autofree char *folded = zb_text_fold (text);
  guint weight = weight_of (block, index);

  if (block->kind == ZB_BLOCK_TABLE) {
    vote_header_years (votes, block->table);
    if (block->table->form != NULL) {
      g_autofree char *form = zb_text_fold (block->table->form);

      votes->kinds[position_of_kind ("budget")] += strstr (form, "预算") != NULL ? ZB_TABLE_WEIGHT : 0;
    }
  }
  if (weight > 0 || block->kind == ZB_BLOCK_TABLE)
    zb_entity_vote_block (votes->entities, block, is_cover (block, index));
  if (weight == 0)
    return;
  vote_kind (votes, folded, is_cover (block, index), weight);
  vote_year (votes, folded, weight);
}

/* Whether nothing but days of printing has voted. */
static gboolean
knows_no_year (GHashTable *years) {
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) > 1)
      return FALSE;
  return TRUE;
}

/* Documents that are nothing but forms, or a notice of one paragraph, print their year only inside them. */
static void
vote_body_years (Votes *votes, const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind != ZB_BLOCK_TABLE) {
      vote_text_year (votes, block->text);
      continue;
    }
    for (guint c = 0; c < block->table->cells->len; c++)
      vote_text_year (votes, ((const ZbCell *) g_ptr_array_index (block->table->cells, c))->text);
  }
}

/* The choice of the greatest weight; equal weights go to the smaller key, so that the result does
 * not hang on the order of the hash table. */
static guint
choose_year (GHashTable *years) {
  GHashTableIter iter;
  gpointer key, value;
  guint best = 0, best_weight = 0;

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    guint year = GPOINTER_TO_UINT (key), weight = GPOINTER_TO_UINT (value);

    if (weight > best_weight || (weight == best_weight && year > best)) {
      best = year;
      best_weight = weight;
    }
  }
  return best;
}

/* What a document without a cover is called: its first table. */
static char *
title_of_first_table (const ZbDocument *document) {
  for (guint i = 0; i < MIN (document->blocks->len, COVER_BLOCKS); i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind == ZB_BLOCK_TABLE)
      return g_strdup (block->table->title);
  }
  return NULL;
}

/* The cover's lines, joined as long as they read as one title; form numbers, units and names above a
 * table are no lines of a cover. */
static char *
find_title (const ZbDocument *document) {
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < MIN (document->blocks->len, COVER_BLOCKS); i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);
    g_autofree char *folded = NULL;

    if (block->kind == ZB_BLOCK_FURNITURE)
      continue;
    if (!is_cover (block, i) || block->role == ZB_ROLE_CAPTION)
      break;
    folded = zb_text_fold (block->text);
    if (zb_words_at_start (zb_document_words (ZB_DOCUMENT_WORD_COVER_END), folded) != NULL
        || zb_words_at_start (zb_document_words (ZB_DOCUMENT_WORD_NO_TITLE), folded) != NULL
        || zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_NO_TITLE), folded) != NULL)
      break;
    zb_text_append_line (title, block->text);
    if (zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_TITLE_END), folded) != NULL)
      break;
  }
  if (title->len == 0)
    return title_of_first_table (document);
  return title->len < 300 ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}

static const char *
choose_kind (const Votes *votes) {
  guint best = 0;

  for (guint kind = 1; kind < N_KINDS; kind++)
    if (votes->kinds[kind] > votes->kinds[best])
      best = kind;
  return zb_intern (votes->kinds[best] > 0 ? KIND_IDS[best] : "other");
}

void
zb_document_identify (ZbMapper *mapper) {
  ZbReport *report = mapper->report;
  Votes votes = {
    .years = g_hash_table_new (g_direct_hash, g_direct_equal),
    .entities = zb_entity_votes_new (),
  };

  for (guint i = 0; i < mapper->document->blocks->len; i++)
    vote_block (&votes, g_ptr_array_index (mapper->document->blocks, i), i);
  if (knows_no_year (votes.years))
    vote_body_years (&votes, mapper->document);
  report->kind = choose_kind (&votes);
  report->fiscal_year = choose_year (votes.years);
  report->title = find_title (mapper->document);
  report->entity = zb_entity_choose (votes.entities, mapper->document, report->title);
  if (report->fiscal_year == 0)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_WARNING, "year_not_found", 0,
                        "no fiscal year is printed on the cover, in a heading or a table title");
  if (report->entity == NULL)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_WARNING, "entity_not_found", 0,
                        "no reporting department or unit was found");
  g_hash_table_unref (votes.years);
  g_hash_table_unref (votes.entities);
}
