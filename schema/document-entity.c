/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-entity.h"

#include <string.h>

#include "label.h"
#include "text-fold.h"

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
vote_entity (GHashTable *entities, const char *name, guint weight) {
  g_autofree char *trimmed = zb_text_trim (skip_part_number (name));
  guint sum;

  if (g_utf8_strlen (trimmed, -1) < 3)
    return;
  sum = GPOINTER_TO_UINT (g_hash_table_lookup (entities, trimmed)) + weight;
  g_hash_table_insert (entities, g_steal_pointer (&trimmed), GUINT_TO_POINTER (sum));
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
vote_title_entity (GHashTable *entities, const char *text, guint weight) {
  g_autofree char *name = entity_of_title (text);

  if (looks_like_body (name) && strstr (name, "部门") == NULL)
    vote_entity (entities, name, weight);
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
        if (!is_heading (value->text))
          vote_entity (entities, value->text, ZB_COVER_WEIGHT);
        break;
      }
    }
  }
}

/* 预算单位：X on the cover. */
static void
vote_named_entity (GHashTable *entities, const char *text) {
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
      vote_entity (entities, value + 1, ZB_COVER_WEIGHT);
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
vote_clauses (GHashTable *entities, const char *folded) {
  const char *p = folded;

  while (*p != '\0') {
    g_autofree char *name = NULL;
    const char *start = p;

    while (!ends_name (p) && !ends_clause (p))
      p = g_utf8_next_char (p);
    name = g_strndup (start, (gsize) (p - start));
    if (looks_like_body (name))
      vote_entity (entities, name, 1);
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
    g_autofree char *folded = NULL;

    if (block->kind != ZB_BLOCK_PARAGRAPH || block->role != ZB_ROLE_BODY)
      continue;
    folded = zb_text_fold (block->text);
    vote_clauses (entities, folded);
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
    if (g_str_has_prefix (folded, key)
        && looks_like_body (zb_table_lookup (table, cell->row, next)->text))
      vote_entity (entities, zb_table_lookup (table, cell->row, next)->text, 1);
  }
}

/* A form of one project names whose it is only in its own rows: 实施单位 | X, else 主管部门 | X. */
static void
vote_project_entities (GHashTable *entities, const ZbDocument *document) {
  static const char *const KEYS[] = { "预算单位", "实施单位", "项目单位", "填报单位", "主管部门" };

  for (guint key = 0; key < G_N_ELEMENTS (KEYS); key++)
    for (guint i = 0; i < document->blocks->len; i++) {
      const ZbBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == ZB_BLOCK_TABLE)
        vote_cell_beside (entities, block->table, KEYS[key]);
      if (i + 1 == document->blocks->len && g_hash_table_size (entities) > 0)
        return;
    }
}

/* The greatest weight; equal weights go to the smaller name, so that the result does not hang on the order of
 * the hash table. */
static const char *
choose_heaviest (GHashTable *entities) {
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
  return best;
}

void
zb_entity_vote_block (GHashTable *entities, const ZbBlock *block, gboolean cover) {
  if (block->kind == ZB_BLOCK_TABLE) {
    if (block->table->department != NULL && looks_like_body (block->table->department))
      vote_entity (entities, block->table->department, ZB_TABLE_WEIGHT);
    vote_form_entity (entities, block->table);
    return;
  }
  if (cover)
    vote_named_entity (entities, block->text);
  vote_title_entity (entities, block->text, cover ? ZB_COVER_WEIGHT : 1);
}

/* Of 中共某区委 / 社会工作部2024年度部门决算 on two lines of a cover only the title has the whole name. */
char *
zb_entity_choose (GHashTable *entities, const ZbDocument *document, const char *title) {
  g_autofree char *name = title != NULL ? entity_of_title (title) : NULL;
  const char *chosen;

  if (g_hash_table_size (entities) == 0)
    vote_sentence_entities (entities, document);
  if (g_hash_table_size (entities) == 0)
    vote_project_entities (entities, document);
  chosen = choose_heaviest (entities);
  if (chosen != NULL && looks_like_body (name) && strstr (name, "部门") == NULL
      && strlen (name) > strlen (chosen) && g_str_has_suffix (name, chosen))
    return g_strdup (skip_part_number (name));
  return g_strdup (chosen);
}
