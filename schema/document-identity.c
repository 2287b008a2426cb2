/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-identity.h"

#include <string.h>

#include "intern.h"
#include "label.h"
#include "text-fold.h"

/* How much a place speaks for the whole document: its cover, then headings and table titles. */
#define COVER_BLOCKS 14
#define COVER_WEIGHT 6
#define HEADING_WEIGHT 2
#define TABLE_WEIGHT 3

enum { FINAL, BUDGET, EVALUATION, MONITORING, N_KINDS };

static const char *const KIND_IDS[N_KINDS] = { "final_accounts", "budget", "performance_evaluation",
                                               "monitoring" };
/* 一般公共预算 stands in headings of every kind of document, so 预算 alone says nothing. */
static const char *const KIND_WORDS[N_KINDS][6] = {
  { "部门决算", "单位决算", "决算公开", "决算总表", "决算表", "决算情况" },
  { "部门预算", "单位预算", "预算公开", "预算总表", "绩效目标表", "绩效目标申报表" },
  { "绩效自评报告", "自评报告", "自评表", "评价报告", "基础数据表", "绩效自评" },
  { "运行监控报告", "监控表", NULL },
};

typedef struct {
  guint kinds[N_KINDS];
  GHashTable *years; /* year → weight */
  GHashTable *entities; /* name → weight */
} Votes;

static gboolean
is_cover (const ZbBlock *block, guint index) {
  return index < COVER_BLOCKS && block->kind != ZB_BLOCK_TABLE
         && block->role != ZB_ROLE_CONTENTS && block->heading_number == NULL
         && g_utf8_strlen (block->text, -1) <= 60;
}

static guint
weight_of (const ZbBlock *block, guint index) {
  if (block->kind == ZB_BLOCK_TABLE)
    return TABLE_WEIGHT;
  if (is_cover (block, index))
    return COVER_WEIGHT;
  return block->kind == ZB_BLOCK_HEADING && block->heading_level <= 2 ? HEADING_WEIGHT : 0;
}

static const char *
voting_text (const ZbBlock *block) {
  if (block->kind == ZB_BLOCK_TABLE)
    return block->table->title != NULL ? block->table->title : "";
  return block->text;
}

static void
vote_kind (Votes *votes, const char *folded, guint weight) {
  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (KIND_WORDS[kind]) && KIND_WORDS[kind][i] != NULL; i++)
      if (strstr (folded, KIND_WORDS[kind][i]) != NULL) {
        votes->kinds[kind] += weight;
        break;
      }
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
vote_year (Votes *votes, const char *text, guint weight) {
  g_autofree char *folded = zb_text_fold (text);
  const char *behind;
  guint year = zb_label_find_year (folded, &behind);
  gpointer key = GUINT_TO_POINTER (year);

  if (year > 0)
    g_hash_table_insert (votes->years, key,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (votes->years, key))
                                           + weigh_year (behind, weight)));
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

static void
vote_entity (Votes *votes, const char *name, guint weight) {
  g_autofree char *trimmed = zb_text_trim (skip_part_number (name));
  guint sum;

  if (g_utf8_strlen (trimmed, -1) < 3)
    return;
  sum = GPOINTER_TO_UINT (g_hash_table_lookup (votes->entities, trimmed)) + weight;
  g_hash_table_insert (votes->entities, g_steal_pointer (&trimmed), GUINT_TO_POINTER (sum));
}

/* The body that a title names: what stands between the year and 部门决算, 整体支出, 预算 … */
static char *
entity_of_title (const char *title) {
  static const char *const ENDS[] = { "部门整体", "整体支出", "部门决算", "单位决算", "部门预算",
                                      "单位预算", "部门(单位)", "年度", "决算", "预算", "绩效" };
  g_autofree char *folded = zb_text_fold (title);
  const char *start = folded, *end = NULL, *year;

  if (zb_label_find_year (folded, &year) > 0) {
    const char *digits = g_utf8_offset_to_pointer (year, -4);

    if (digits - folded > 4)
      return g_strndup (folded, (gsize) (digits - folded));
    start = year + strlen ("年");
    if (g_str_has_prefix (start, "度"))
      start += strlen ("度");
  }
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++) {
    const char *found = strstr (start, ENDS[i]);

    if (found != NULL && (end == NULL || found < end))
      end = found;
  }
  if (end == NULL || end <= start)
    return NULL;
  return g_strndup (start, (gsize) (end - start));
}

static gboolean
looks_like_body (const char *name) {
  static const char *const ENDS[] = { "局", "委员会", "办公室", "办公厅", "厅", "部", "院", "中心",
                                      "委", "处", "会", "校", "站", "队", "馆", "所", "社", "街道",
                                      "办事处", "政府", "机关", "学院", "医院", "公司", "团", "署",
                                      "研究中心", "大学", "中学", "小学", "幼儿园", "电视台", "基地",
                                      "少年宫", "(本级)", "(机关)" };

  if (name == NULL || g_utf8_strlen (name, -1) < 4 || g_utf8_strlen (name, -1) > 40)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (name, ENDS[i]))
      return TRUE;
  return FALSE;
}

static void
vote_title_entity (Votes *votes, const char *text, guint weight) {
  g_autofree char *name = entity_of_title (text);

  if (looks_like_body (name) && strstr (name, "部门") == NULL)
    vote_entity (votes, name, weight);
}

/* 单位名称 | 项目名称: the heads of columns, none of them a name. */
static gboolean
is_heading (const char *text) {
  static const char *const ENDS[] = { "名称", "代码", "编码", "类别" };
  g_autofree char *folded = zb_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (ENDS); i++)
    if (g_str_has_suffix (folded, ENDS[i]))
      return TRUE;
  return FALSE;
}

/* 部门(单位)名称 | X in the first rows of a form. */
static void
vote_form_entity (Votes *votes, const ZbTable *table) {
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
        if (!is_heading (value->text))
          vote_entity (votes, value->text, COVER_WEIGHT);
        break;
      }
    }
  }
}

/* 预算单位：X on the cover. */
static void
vote_named_entity (Votes *votes, const char *text) {
  static const char *const KEYS[] = { "预算单位", "预算部门", "部门名称", "单位名称", "编制单位",
                                      "编制部门", "填报单位" };
  g_autofree char *folded = zb_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++) {
    char *value = folded + strlen (KEYS[i]);
    char *unit = strlen (folded) > strlen (KEYS[i]) ? strstr (value, "单位:") : NULL;

    if (unit != NULL) /* the unit line follows on the same line */
      *unit = '\0';
    if (g_str_has_prefix (folded, KEYS[i]) && *value == ':' && strchr (value, '(') == NULL
        && g_utf8_strlen (value, -1) < 30)
      vote_entity (votes, value + 1, COVER_WEIGHT);
  }
}

/* Whether the name that opens a clause ends at @p. */
static gboolean
ends_name (const char *p) {
  static const char *const WORDS[] = { "是", "为", "负责", "主要", "内设", "下设", "编制", "共有",
                                       "机关", "部门", "(" };

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_has_prefix (p, WORDS[i]))
      return TRUE;
  return *p == '\0' || g_ascii_isdigit (*p);
}

static gboolean
ends_clause (const char *p) {
  return *p == '\0' || strchr (",:;", *p) != NULL || g_str_has_prefix (p, "。");
}

/* Votes for the body that each clause of the folded text opens with. */
static void
vote_clauses (Votes *votes, const char *folded) {
  const char *p = folded;

  while (*p != '\0') {
    g_autofree char *name = NULL;
    const char *start = p;

    while (!ends_name (p) && !ends_clause (p))
      p = g_utf8_next_char (p);
    name = g_strndup (start, (gsize) (p - start));
    if (looks_like_body (name))
      vote_entity (votes, name, 1);
    while (!ends_clause (p))
      p = g_utf8_next_char (p);
    if (*p != '\0')
      p = g_utf8_next_char (p);
  }
}

/* Where neither cover nor table names the body, the sentences that it opens do: X是…, X内设…. */
static void
vote_sentence_entities (Votes *votes, const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);
    g_autofree char *folded = NULL;

    if (block->kind != ZB_BLOCK_PARAGRAPH || block->role != ZB_ROLE_BODY)
      continue;
    folded = zb_text_fold (block->text);
    vote_clauses (votes, folded);
  }
}

/* 2025年预算数 | 2026年预算数: the years that columns compare. */
static void
vote_header_years (Votes *votes, const ZbTable *table) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->row >= table->header_rows)
      break;
    vote_year (votes, cell->text, 1);
  }
}

static void
vote_block (Votes *votes, const ZbBlock *block, guint index) {
  const char *text = voting_text (block);
  g_autofree char *folded = zb_text_fold (text);
  guint weight = weight_of (block, index);

  if (block->kind == ZB_BLOCK_TABLE) {
    if (block->table->department != NULL && looks_like_body (block->table->department))
      vote_entity (votes, block->table->department, TABLE_WEIGHT);
    vote_form_entity (votes, block->table);
    vote_header_years (votes, block->table);
    if (block->table->form != NULL) {
      g_autofree char *form = zb_text_fold (block->table->form);

      votes->kinds[BUDGET] += strstr (form, "预算") != NULL ? TABLE_WEIGHT : 0;
    }
  }
  if (weight == 0)
    return;
  vote_kind (votes, folded, weight);
  vote_year (votes, text, weight);
  if (block->kind != ZB_BLOCK_TABLE && is_cover (block, index))
    vote_named_entity (votes, text);
  if (block->kind != ZB_BLOCK_TABLE)
    vote_title_entity (votes, text, is_cover (block, index) ? COVER_WEIGHT : 1);
}

/* Rows in which a form says what it is about. */
#define FORM_HEAD_ROWS 6

static void
vote_cell_beside (Votes *votes, const ZbTable *table, const char *key) {
  for (guint i = 0; i < table->cells->len; i++) {
    const ZbCell *cell = g_ptr_array_index (table->cells, i);
    guint next = cell->col + cell->colspan;
    g_autofree char *folded = NULL;

    if (next >= table->cols || cell->row >= FORM_HEAD_ROWS || strlen (cell->text) > 60)
      continue;
    folded = zb_text_fold (cell->text);
    if (g_str_has_prefix (folded, key)
        && looks_like_body (zb_table_lookup (table, cell->row, next)->text))
      vote_entity (votes, zb_table_lookup (table, cell->row, next)->text, 1);
  }
}

/* A form of one project names whose it is only in its own rows: 实施单位 | X, else 主管部门 | X. */
static void
vote_project_entities (Votes *votes, const ZbDocument *document) {
  static const char *const KEYS[] = { "预算单位", "实施单位", "项目单位", "填报单位", "主管部门" };

  for (guint key = 0; key < G_N_ELEMENTS (KEYS); key++)
    for (guint i = 0; i < document->blocks->len; i++) {
      const ZbBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == ZB_BLOCK_TABLE)
        vote_cell_beside (votes, block->table, KEYS[key]);
      if (i + 1 == document->blocks->len && g_hash_table_size (votes->entities) > 0)
        return;
    }
}

/* Documents that are nothing but forms print their year only inside them. */
static void
vote_body_years (Votes *votes, const ZbDocument *document) {
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->kind != ZB_BLOCK_TABLE) {
      vote_year (votes, block->text, 1);
      continue;
    }
    for (guint c = 0; c < block->table->cells->len; c++)
      vote_year (votes, ((const ZbCell *) g_ptr_array_index (block->table->cells, c))->text, 1);
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

static char *
choose_entity (GHashTable *entities) {
  GHashTableIter iter;
  gpointer key, value;
  const char *best = NULL;
  guint best_weight = 0;

  g_hash_table_iter_init (&iter, entities);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    guint weight = GPOINTER_TO_UINT (value);

    if (weight > best_weight
        || (weight == best_weight && best != NULL && strcmp (key, best) < 0)) {
      best = key;
      best_weight = weight;
    }
  }
  return g_strdup (best);
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
    if (strstr (folded, "目录") == folded || strstr (folded, "第一部分") == folded
        || g_str_has_prefix (folded, "附件") || g_str_has_suffix (folded, "日"))
      break;
    zb_text_append_line (title, block->text);
    if (g_str_has_suffix (folded, "报告") || g_str_has_suffix (folded, "决算")
        || g_str_has_suffix (folded, "预算") || g_str_has_suffix (folded, "公开"))
      break;
  }
  if (title->len == 0)
    return title_of_first_table (document);
  return title->len < 300 ? g_string_free (g_steal_pointer (&title), FALSE) : NULL;
}

/* Of 中共某区委 / 社会工作部2024年度部门决算 on two lines of a cover only the title has the whole name. */
static void
complete_entity (ZbReport *report) {
  g_autofree char *name = report->title != NULL ? entity_of_title (report->title) : NULL;

  if (report->entity != NULL && looks_like_body (name) && strstr (name, "部门") == NULL
      && strlen (name) > strlen (report->entity) && g_str_has_suffix (name, report->entity)) {
    g_free (report->entity);
    report->entity = g_steal_pointer (&name);
  }
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
    .entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  for (guint i = 0; i < mapper->document->blocks->len; i++)
    vote_block (&votes, g_ptr_array_index (mapper->document->blocks, i), i);
  if (g_hash_table_size (votes.years) == 0)
    vote_body_years (&votes, mapper->document);
  if (g_hash_table_size (votes.entities) == 0)
    vote_sentence_entities (&votes, mapper->document);
  if (g_hash_table_size (votes.entities) == 0)
    vote_project_entities (&votes, mapper->document);
  report->kind = choose_kind (&votes);
  report->fiscal_year = choose_year (votes.years);
  report->entity = choose_entity (votes.entities);
  report->title = find_title (mapper->document);
  complete_entity (report);
  if (report->fiscal_year == 0)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_WARNING, "year_not_found", 0,
                        "no fiscal year is printed on the cover, in a heading or a table title");
  if (report->entity == NULL)
    zb_diagnostics_add (report->diagnostics, ZB_SEVERITY_WARNING, "entity_not_found", 0,
                        "no reporting department or unit was found");
  g_hash_table_unref (votes.years);
  g_hash_table_unref (votes.entities);
}
