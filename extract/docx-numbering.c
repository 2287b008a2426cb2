/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-numbering.h"

#include <string.h>

#include "docx-number-format.h"
#include "text-fold.h"

/* Word itself allows 31 characters of level text. */
enum { LEVELS = 9, MAX_LEVEL_TEXT_BYTES = 128 };

typedef struct {
  guint start;
  int restart; /* 1-based level that restarts this one; 0 never, -1 every higher level */
  char *format, *text, *style_id;
  gboolean legal; /* shows the numbers of all levels as decimal */
  guint padding;  /* digits, for the custom formats 01, 001 … */
} Level;

typedef struct {
  Level levels[LEVELS];
  char *style_link; /* the numbering style that holds the levels in its place */
  gboolean used[LEVELS];
  guint counters[LEVELS];
} Abstract;

typedef struct {
  Abstract *abstract; /* borrowed */
  Level *overrides[LEVELS];
  int starts[LEVELS]; /* -1: not overridden */
  gboolean begun;
} List;

struct ZbDocxNumbering {
  GHashTable *abstracts; /* number → Abstract */
  GHashTable *lists;     /* number → List */
};

static void
level_clear (Level *level) {
  g_free (level->format);
  g_free (level->text);
  g_free (level->style_id);
}

static void
abstract_free (gpointer data) {
  Abstract *abstract = data;

  for (guint i = 0; i < LEVELS; i++)
    level_clear (&abstract->levels[i]);
  g_free (abstract->style_link);
  g_free (abstract);
}

static void
list_free (gpointer data) {
  List *list = data;

  for (guint i = 0; i < LEVELS; i++)
    if (list->overrides[i] != NULL) {
      level_clear (list->overrides[i]);
      g_free (list->overrides[i]);
    }
  g_free (list);
}

void
zb_docx_numbering_free (ZbDocxNumbering *numbering) {
  g_hash_table_unref (numbering->abstracts);
  g_hash_table_unref (numbering->lists);
  g_free (numbering);
}

static const char *
child_value (const xmlNode *node, const char *name) {
  const xmlNode *child = zb_docx_xml_child (node, name);

  return child != NULL ? zb_ooxml_xml_attribute (child, "val") : NULL;
}

static int
child_number (const xmlNode *node, const char *name, int fallback) {
  const xmlNode *child = zb_docx_xml_child (node, name);

  return child != NULL ? zb_ooxml_xml_number (child, "val", fallback) : fallback;
}

/* A custom format ("001, 002, 003, ...") stands beside a plain one for older programs. */
static const xmlNode *
find_format (const xmlNode *node) {
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    const xmlNode *branch = NULL;

    if (zb_docx_xml_is (child, "numFmt"))
      return child;
    if (child->type != XML_ELEMENT_NODE
        || strcmp ((const char *) child->name, "AlternateContent") != 0)
      continue;
    branch = zb_docx_xml_branch (child);
    branch = zb_docx_xml_child (branch, "numFmt");
    if (branch != NULL)
      return branch;
  }
  return NULL;
}

/* A custom format lists the first numbers as they look (ECMA-376 part 1, 17.9.17): "001, 002, …", "α, β, …".
 * The first of them is the name of the format. */
static char *
read_token (const char *custom) {
  g_autofree char *first = g_strndup (custom, strcspn (custom, ", "));

  return zb_text_trim (first);
}

static void
read_level (Level *level, const xmlNode *node) {
  const xmlNode *format = find_format (node);
  const char *name = format != NULL ? zb_ooxml_xml_attribute (format, "val") : NULL;
  const char *custom
      = g_strcmp0 (name, "custom") == 0 ? zb_ooxml_xml_attribute (format, "format") : NULL;

  level_clear (level);
  level->start = (guint) MAX (child_number (node, "start", 0), 0);
  level->restart = child_number (node, "lvlRestart", -1);
  level->format = custom != NULL ? read_token (custom) : g_strdup (name != NULL ? name : "decimal");
  level->text = g_strdup (child_value (node, "lvlText"));
  if (level->text != NULL && strlen (level->text) > MAX_LEVEL_TEXT_BYTES)
    g_clear_pointer (&level->text, g_free);
  level->style_id = g_strdup (child_value (node, "pStyle"));
  level->legal = zb_docx_xml_toggle (node, "isLgl") == 1;
  level->padding = custom != NULL ? (guint) MIN (strspn (custom, "0123456789"), 9) : 0;
}

static Abstract *
abstract_new (const xmlNode *node) {
  Abstract *abstract = g_new0 (Abstract, 1);

  abstract->style_link = g_strdup (child_value (node, "numStyleLink"));
  for (guint i = 0; i < LEVELS; i++)
    abstract->levels[i].format = g_strdup ("none");
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    int index = zb_docx_xml_is (child, "lvl") ? zb_ooxml_xml_number (child, "ilvl", -1) : -1;

    if (index >= 0 && index < LEVELS)
      read_level (&abstract->levels[index], child);
  }
  return abstract;
}

static void
read_override (List *list, const xmlNode *node) {
  int index = zb_ooxml_xml_number (node, "ilvl", -1);
  const xmlNode *level = zb_docx_xml_child (node, "lvl");

  if (index < 0 || index >= LEVELS)
    return;
  list->starts[index] = child_number (node, "startOverride", -1);
  if (level != NULL && list->overrides[index] == NULL) {
    list->overrides[index] = g_new0 (Level, 1);
    read_level (list->overrides[index], level);
  }
}

static List *
list_new (const xmlNode *node, GHashTable *abstracts) {
  List *list = g_new0 (List, 1);
  int abstract = child_number (node, "abstractNumId", -1);

  list->abstract = g_hash_table_lookup (abstracts, GINT_TO_POINTER (abstract));
  for (guint i = 0; i < LEVELS; i++)
    list->starts[i] = -1;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (zb_docx_xml_is (child, "lvlOverride"))
      read_override (list, child);
  return list;
}

/* A w:abstractNum may be empty but for the name of a numbering style; the levels are then those of
 * the list that this style names. */
static void
follow_style_links (ZbDocxNumbering *numbering, const ZbDocxStyles *styles) {
  GHashTableIter iterator;
  gpointer value;

  g_hash_table_iter_init (&iterator, numbering->lists);
  while (g_hash_table_iter_next (&iterator, NULL, &value)) {
    List *list = value;
    const List *linked = NULL;
    int id = -1;

    if (list->abstract == NULL || list->abstract->style_link == NULL)
      continue;
    id = zb_docx_styles_lookup_list (styles, list->abstract->style_link);
    linked = g_hash_table_lookup (numbering->lists, GINT_TO_POINTER (id));
    if (linked != NULL && linked->abstract != NULL)
      list->abstract = linked->abstract;
  }
}

ZbDocxNumbering *
zb_docx_numbering_new (const xmlDoc *part, const ZbDocxStyles *styles) {
  ZbDocxNumbering *numbering = g_new0 (ZbDocxNumbering, 1);
  const xmlNode *root = part != NULL ? xmlDocGetRootElement (part) : NULL;
  const xmlNode *first = root != NULL ? root->children : NULL;

  numbering->abstracts = g_hash_table_new_full (NULL, NULL, NULL, abstract_free);
  numbering->lists = g_hash_table_new_full (NULL, NULL, NULL, list_free);
  for (const xmlNode *node = first; node != NULL; node = node->next)
    if (zb_docx_xml_is (node, "abstractNum"))
      g_hash_table_replace (numbering->abstracts,
                            GINT_TO_POINTER (zb_ooxml_xml_number (node, "abstractNumId", -1)),
                            abstract_new (node));
  for (const xmlNode *node = first; node != NULL; node = node->next)
    if (zb_docx_xml_is (node, "num"))
      g_hash_table_replace (numbering->lists,
                            GINT_TO_POINTER (zb_ooxml_xml_number (node, "numId", -1)),
                            list_new (node, numbering->abstracts));
  follow_style_links (numbering, styles);
  return numbering;
}

static const Level *
lookup_level (const List *list, guint index) {
  return list->overrides[index] != NULL ? list->overrides[index] : &list->abstract->levels[index];
}

static guint
start_of (const List *list, guint index) {
  return list->starts[index] >= 0 ? (guint) list->starts[index] : lookup_level (list, index)->start;
}

/* The level of a paragraph: said directly, or the one that is tied to its style. */
static guint
choose_level (const List *list, const ZbDocxStyle *style, const char *style_id) {
  if (style_id != NULL && style->number_level < 0)
    for (guint i = 0; i < LEVELS; i++)
      if (g_strcmp0 (lookup_level (list, i)->style_id, style_id) == 0)
        return i;
  return (guint) CLAMP (style->number_level, 0, LEVELS - 1);
}

static void
begin_list (List *list) {
  if (list->begun)
    return;
  list->begun = TRUE;
  for (guint i = 0; i < LEVELS; i++)
    if (list->starts[i] >= 0)
      list->abstract->used[i] = FALSE;
}

static void
count_level (List *list, guint index) {
  Abstract *abstract = list->abstract;

  begin_list (list);
  abstract->counters[index]
      = abstract->used[index] ? abstract->counters[index] + 1 : start_of (list, index);
  abstract->used[index] = TRUE;
  /* A level that was skipped is displayed with its start, and goes on from there. */
  for (guint above = 0; above < index; above++)
    if (!abstract->used[above]) {
      abstract->counters[above] = start_of (list, above);
      abstract->used[above] = TRUE;
    }
  for (guint deeper = index + 1; deeper < LEVELS; deeper++) {
    int restart = lookup_level (list, deeper)->restart;

    if (restart < 0 || (restart > 0 && index < (guint) restart))
      abstract->used[deeper] = FALSE;
  }
}

static void
append_counter (GString *text, const List *list, guint index, gboolean legal) {
  const Level *level = lookup_level (list, index);
  const Abstract *abstract = list->abstract;
  guint value = abstract->used[index] ? abstract->counters[index] : start_of (list, index);
  g_autofree char *formatted = NULL;

  if (g_str_equal (level->format, "bullet") || g_str_equal (level->format, "none"))
    return;
  if (level->padding > 0)
    formatted = g_strdup_printf ("%0*u", (int) level->padding, value);
  else
    formatted = zb_docx_number_format (value, legal ? "decimal" : level->format);
  g_string_append (text, formatted);
}

/* Fills in the level text, in which %1 to %9 stand for the counters of the levels. */
static char *
display (const List *list, guint index) {
  const Level *level = lookup_level (list, index);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *trimmed = NULL;

  if (level->text == NULL || g_str_equal (level->format, "bullet"))
    return NULL;
  for (const char *p = level->text; *p != '\0'; p++) {
    if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
      append_counter (text, list, (guint) (p[1] - '1'), level->legal);
      p++;
    } else {
      g_string_append_c (text, *p);
    }
  }
  trimmed = zb_text_trim (text->str);
  return *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

char *
zb_docx_numbering_next (ZbDocxNumbering *numbering, const ZbDocxStyle *style,
                        const char *style_id) {
  List *list = NULL;
  guint index;

  if (style->number_id <= 0)
    return NULL;
  list = g_hash_table_lookup (numbering->lists, GINT_TO_POINTER (style->number_id));
  if (list == NULL || list->abstract == NULL)
    return NULL;
  index = choose_level (list, style, style_id);
  count_level (list, index);
  return display (list, index);
}
