/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-entity.h"

#include <string.h>

#include "document-words.h"
#include "label.h"
#include "number.h"
#include "text-fold.h"

/* A name as it is printed in the place that spoke for it first. */
typedef struct {
  char *printed;
  guint weight;
} Vote;

static void
vote_free (gpointer data) {
  Vote *vote = data;

  g_free (vote->printed);
  g_free (vote);
}

GHashTable *
zb_entity_votes_new (void) {
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, vote_free);
}

/* 第三部分上海市某局, 四、某学校 without what numbers the part of the document; nor does a name begin with a
 * date. */
static const char *
skip_part_number (const char *name) {
  const char *part = g_str_has_prefix (name, "第") ? strstr (name, "部分") : NULL;

  if (g_str_has_prefix (name, "20") && strspn (name, "0123456789") >= 4)
    name += strspn (name, "0123456789");
  if (part != NULL && part - name <= (gssize) strlen ("第十二"))
    name = part + strlen ("部分");
  return zb_label_skip_numbering (name);
}

/* What is printed where the folded text has the bytes from @from to @to, without white space. */
static char *
printed_part (const ZbNumberText *text, gsize from, gsize to) {
  const char *p = text->source + g_array_index (text->offsets, gsize, from);
  const char *end = text->source + g_array_index (text->offsets, gsize, to);
  GString *printed = g_string_new (NULL);

  for (; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (printed, p, g_utf8_next_char (p) - p);
  return g_string_free (printed, FALSE);
}

static void
vote_entity (GHashTable *entities, const ZbNumberText *text, gsize from, gsize to, guint weight) {
  g_autofree char *part = g_strndup (text->folded + from, to - from);
  const char *name = skip_part_number (part);
  Vote *vote;

  if (g_utf8_strlen (name, -1) < 3)
    return;
  vote = g_hash_table_lookup (entities, name);
  if (vote == NULL) {
    vote = g_new0 (Vote, 1);
    vote->printed = printed_part (text, from + (gsize) (name - part), to);
    g_hash_table_insert (entities, g_strdup (name), vote);
  }
  vote->weight += weight;
}

/* The digits of the year that a title names, with 年 behind them or, as in 某委员会2026部门预算, right before what follows
 * the name of a body; sets @behind to what follows the year. NULL where it names none. */
static const char *
find_title_year (const char *folded, const char **behind) {
  if (zb_label_find_year (folded, behind) > 0) {
    const char *digits = g_utf8_offset_to_pointer (*behind, -4);

    *behind += strlen ("年");
    if (g_str_has_prefix (*behind, "度"))
      *behind += strlen ("度");
    return digits;
  }
  for (const char *p = strstr (folded, "20"); p != NULL; p = strstr (p + 1, "20"))
    if (strspn (p, "0123456789") == 4
        && zb_words_at_start (zb_document_words (ZB_DOCUMENT_WORD_BEHIND_BODY), p + 4) != NULL) {
      *behind = p + 4;
      return p;
    }
  return NULL;
}

guint
zb_entity_title_year (const char *folded) {
  const char *behind;
  const char *digits = find_title_year (folded, &behind);

  return digits != NULL ? (guint) g_ascii_strtoull (digits, NULL, 10) : 0;
}

/* The body that a title names: what stands before the year, or between it and 部门决算, 整体支出, 预算 …; FALSE where none. */
static gboolean
find_body_of_title (const char *folded, gsize *from, gsize *to) {
  const GPtrArray *words = zb_document_words (ZB_DOCUMENT_WORD_BEHIND_BODY);
  const char *start = folded, *end = NULL, *behind = folded;
  const char *digits = find_title_year (folded, &behind);

  *from = 0;
  if (digits != NULL && digits - folded > 4) {
    *to = (gsize) (digits - folded);
    return TRUE;
  }
  start = behind;
  for (guint i = 0; i < words->len; i++) {
    const char *found = strstr (start, ((const ZbRoleWord *) g_ptr_array_index (words, i))->word);

    if (found != NULL && (end == NULL || found < end))
      end = found;
  }
  *from = (gsize) (start - folded);
  *to = end != NULL ? (gsize) (end - folded) : 0;
  return end != NULL && end > start;
}

static gboolean
looks_like_body (const char *folded) {
  return g_utf8_strlen (folded, -1) >= 4 && g_utf8_strlen (folded, -1) <= 40
         && zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_BODY_END), folded) != NULL;
}

static gboolean
is_body_at (const ZbNumberText *text, gsize from, gsize to) {
  g_autofree char *name = g_strndup (text->folded + from, to - from);

  return looks_like_body (name);
}

/* The body that the title names; NULL where it names none. */
static char *
body_of_title (const ZbNumberText *text, gsize *from, gsize *to) {
  g_autofree char *name = NULL;

  if (!find_body_of_title (text->folded, from, to))
    return NULL;
  name = g_strndup (text->folded + *from, *to - *from);
  return looks_like_body (name)
                 && zb_words_inside (zb_document_words (ZB_DOCUMENT_WORD_NO_BODY), name) == NULL
             ? g_steal_pointer (&name) : NULL;
}

static void
vote_title_entity (GHashTable *entities, const ZbNumberText *text, guint weight) {
  gsize from, to;
  g_autofree char *name = body_of_title (text, &from, &to);

  if (name != NULL)
    vote_entity (entities, text, from, to, weight);
}

/* Votes for the whole text of a cell or a caption; a head of a column (单位名称) is none. */
static void
vote_whole (GHashTable *entities, const char *source, gboolean must_be_body, guint weight) {
  g_auto (ZbNumberText) text = { 0 };

  zb_number_text_init (&text, source);
  if (must_be_body ? looks_like_body (text.folded)
                   : zb_words_at_end (zb_document_words (ZB_DOCUMENT_WORD_COLUMN_HEAD), text.folded) == NULL)
    vote_entity (entities, &text, 0, strlen (text.folded), weight);
}

/* 部门(单位)名称 | X in the first rows of a form. */
static void
vote_form_entity (GHashTable *entities, const ZbTable *table) {
  for (guint row = 0; row < MIN (table->rows, 3); row++) {
    const ZbCell *cell = zb_table_lookup (table, row, 0);
    g_autofree char *folded = zb_text_fold (cell->text);
    gboolean name = g_str_has_suffix (folded, "名称") || strstr (folded, "名称)") != NULL;

    if (!name || strstr (folded, "项目") != NULL
        || (strstr (folded, "部门") == NULL && strstr (folded, "单位") == NULL))
      continue;
    for (guint col = cell->colspan; col < table->cols; col++) {
      const ZbCell *value = zb_table_lookup (table, row, col);

      if (*value->text != '\0') {
        vote_whole (entities, value->text, FALSE, ZB_COVER_WEIGHT);
        break;
      }
    }
  }
}

/* 预算单位：X on the cover, perhaps with the unit line behind it. */
static void
vote_named_entity (GHashTable *entities, const ZbNumberText *text) {
  const GPtrArray *keys = zb_document_words (ZB_DOCUMENT_WORD_NAMES_BODY);

  for (guint i = 0; i < keys->len; i++) {
    const char *key = ((const ZbRoleWord *) g_ptr_array_index (keys, i))->word;
    gsize from = strlen (key) + 1;
    const char *value = text->folded + from, *unit;
    gsize length;

    if (!g_str_has_prefix (text->folded, key) || value[-1] != ':')
      continue;
    unit = strstr (value, "单位:");
    length = unit != NULL ? (gsize) (unit - value) : strlen (value);
    if (memchr (value, '(', length) == NULL && g_utf8_strlen (value, (gssize) length) < 30)
      vote_entity (entities, text, from, from + length, ZB_COVER_WEIGHT);
    return;
  }
}

/* Whether the name that opens a clause ends at @p. */
static gboolean
ends_name (const char *p) {
  return *p == '\0' || g_ascii_isdigit (*p)
         || zb_words_at_start (zb_document_words (ZB_DOCUMENT_WORD_BEHIND_OPENER), p) != NULL;
}

static gboolean
ends_clause (const char *p) {
  return *p == '\0' || strchr (",:;", *p) != NULL || g_str_has_prefix (p, "。");
}

/* Votes for the body that each clause of the text opens with. */
static void
vote_clauses (GHashTable *entities, const ZbNumberText *text) {
  const char *p = text->folded;

  while (*p != '\0') {
    gsize from = (gsize) (p - text->folded);

    while (!ends_name (p) && !ends_clause (p))
      p = g_utf8_next_char (p);
    if (is_body_at (text, from, (gsize) (p - text->folded)))
      vote_entity (entities, text, from, (gsize) (p - text->folded), 1);
    while (!ends_clause (p))
      p = g_utf8_next_char (p);
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }
}

/* Where neither cover nor table names the body, the sentences that it opens do: X是…, X内设…. */
static void
vote_sentence_entities (GHashTable *entities, const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);
    g_auto (ZbNumberText) text = { 0 };

    if (block->kind != ZB_BLOCK_PARAGRAPH || block->role != ZB_ROLE_BODY)
      continue;
    zb_number_text_init (&text, block->text);
    vote_clauses (entities, &text);
  }
}

/* Rows in which a form says what it is about. */
#define FORM_HEAD_ROWS 6

static void
vote_cell_beside (GHashTable *entities, const ZbTable *table, const char *key) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    guint next = cell->col + cell->colspan;
    g_autofree char *folded = NULL;

    if (next >= table->cols || cell->row >= FORM_HEAD_ROWS || strlen (cell->text) > 60)
      continue;
    folded = zb_text_fold (cell->text);
    if (g_str_has_prefix (folded, key))
      vote_whole (entities, zb_table_lookup (table, cell->row, next)->text, TRUE, 1);
  }
}

/* A form of one project names whose it is only in its own rows: 实施单位 | X, else 主管部门 | X. */
static void
vote_project_entities (GHashTable *entities, const ZbDocument *document) {
  const GPtrArray *keys = zb_document_words (ZB_DOCUMENT_WORD_NAMES_PROJECT);

  for (guint key = 0; key < keys->len && g_hash_table_size (entities) == 0; key++)
    for (guint i = 0; i < document->blocks->len; i++) {
      const ZbBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == ZB_BLOCK_TABLE)
        vote_cell_beside (entities, block->table,
                          ((const ZbRoleWord *) g_ptr_array_index (keys, key))->word);
    }
}

/* The name with the greatest weight, and what is printed of it; equal weights go to the smaller name, so that the
 * result does not hang on the order of the hash table. */
static const char *
choose_heaviest (GHashTable *entities, const Vote **chosen) {
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;

  *chosen = NULL;
  g_hash_table_iter_init (&iter, entities);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const Vote *vote = value;

    if (*chosen == NULL || vote->weight > (*chosen)->weight
        || (vote->weight == (*chosen)->weight && strcmp (key, best) < 0)) {
      best = key;
      *chosen = vote;
    }
  }
  return best;
}

void
zb_entity_vote_block (GHashTable *entities, const ZbBlock *block, gboolean cover) {
  g_auto (ZbNumberText) text = { 0 };

  if (block->kind == ZB_BLOCK_TABLE) {
    if (block->table->department != NULL)
      vote_whole (entities, block->table->department, TRUE, ZB_TABLE_WEIGHT);
    vote_form_entity (entities, block->table);
    return;
  }
  zb_number_text_init (&text, block->text);
  if (cover)
    vote_named_entity (entities, &text);
  vote_title_entity (entities, &text, cover ? ZB_COVER_WEIGHT : 1);
}

/* Of 中共某区委 / 社会工作部2024年度部门决算 on two lines of a cover only the title has the whole name. */
char *
zb_entity_choose (GHashTable *entities, const ZbDocument *document, const char *title) {
  g_auto (ZbNumberText) text = { 0 };
  g_autofree char *whole = NULL;
  const char *name;
  const Vote *chosen;
  gsize from, to;

  if (g_hash_table_size (entities) == 0)
    vote_sentence_entities (entities, document);
  vote_project_entities (entities, document);
  name = choose_heaviest (entities, &chosen);
  zb_number_text_init (&text, title != NULL ? title : "");
  whole = body_of_title (&text, &from, &to);
  if (name != NULL && whole != NULL && strlen (whole) > strlen (name) && g_str_has_suffix (whole, name))
    return printed_part (&text, from + (gsize) (skip_part_number (whole) - whole), to);
  return name != NULL ? g_strdup (chosen->printed) : NULL;
}
