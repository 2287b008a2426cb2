/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidate.h"

#include "data-table.h"
#include "normalize-data.h"
#include "quantity.h"

#define COLUMNS 2
#define MOST_TRIED 1024

static const char *const KIND_NAMES[] = {
  [ZB_CONFUSION_NUMBER] = "number",
  [ZB_CONFUSION_DIGIT] = "digit",
  [ZB_CONFUSION_WORD] = "word",
};
#define KINDS G_N_ELEMENTS (KIND_NAMES)

/* Of each kind, the characters that each character may stand for: gunichar → GArray of gunichar. */
typedef struct {
  GHashTable *alike[KINDS];
} Confusions;

static void
confusions_free (Confusions *confusions) {
  for (guint i = 0; i < KINDS; i++)
    g_hash_table_unref (confusions->alike[i]);
  g_free (confusions);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Confusions, confusions_free)

static GHashTable *
lookup_kind (const Confusions *confusions, const char *name) {
  for (guint i = 0; i < KINDS; i++)
    if (g_str_equal (name, KIND_NAMES[i]))
      return confusions->alike[i];
  return NULL;
}

static void
add_pair (GHashTable *alike, gunichar read, gunichar printed) {
  GArray *others = g_hash_table_lookup (alike, GUINT_TO_POINTER (read));

  if (others == NULL) {
    others = g_array_new (FALSE, FALSE, sizeof (gunichar));
    g_hash_table_insert (alike, GUINT_TO_POINTER (read), others);
  }
  for (guint i = 0; i < others->len; i++)
    if (g_array_index (others, gunichar, i) == printed)
      return;
  g_array_append_val (others, printed);
}

/* FALSE where @characters are not two different ones at least. */
static gboolean
add_line (GHashTable *alike, const char *characters) {
  gboolean added = FALSE;

  for (const char *p = characters; *p != '\0'; p = g_utf8_next_char (p))
    for (const char *q = characters; *q != '\0'; q = g_utf8_next_char (q)) {
      if (g_utf8_get_char (p) == g_utf8_get_char (q))
        continue;
      add_pair (alike, g_utf8_get_char (p), g_utf8_get_char (q));
      added = TRUE;
    }
  return added;
}

static gpointer
load_confusions (GError **error) {
  g_autoptr (GPtrArray) rows = zb_data_table_load (
      zb_normalize_data_get_resource (), "/zhibiao/normalize/confusions.tsv", COLUMNS, error);
  g_autoptr (Confusions) confusions = NULL;

  if (rows == NULL)
    return NULL;
  confusions = g_new0 (Confusions, 1);
  for (guint i = 0; i < KINDS; i++)
    confusions->alike[i]
        = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < rows->len; i++) {
    const ZbDataRow *row = g_ptr_array_index (rows, i);
    GHashTable *alike = lookup_kind (confusions, row->fields[1]);

    if (alike == NULL || !add_line (alike, row->fields[0])) {
      g_set_error (error, ZB_ERROR, ZB_ERROR_DATA,
                   "confusions.tsv: line %u: not two characters and number, digit or word",
                   row->line);
      return NULL;
    }
  }
  return g_steal_pointer (&confusions);
}

static ZbDataOnce loaded;

gboolean
zb_candidates_load (GError **error) {
  return zb_data_once_load (&loaded, load_confusions, error) != NULL;
}

/* One walk through the candidates of a token, character by character. */
typedef struct {
  const Confusions *confusions;
  ZbConfusionKind kind;
  gunichar token[ZB_CANDIDATE_LONGEST], changed[ZB_CANDIDATE_LONGEST];
  glong length;
  guint most_confusions, tried;
  GPtrArray *candidates;
} Walk;

static void
candidate_free (ZbCandidate *candidate) {
  g_free (candidate->text);
  g_free (candidate->confusions);
  g_free (candidate);
}

static gboolean
is_amount (const char *text) {
  g_autoptr (ZbQuantity) quantity = zb_quantity_parse_cell (text);

  return quantity != NULL && !(quantity->flags & ZB_QUANTITY_ORDINAL);
}

static void
append_confusion (GString *text, gunichar read, gunichar printed) {
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_unichar (text, read);
  g_string_append (text, "→");
  g_string_append_unichar (text, printed);
}

static void
finish_candidate (Walk *walk, guint count) {
  g_autofree char *text = g_ucs4_to_utf8 (walk->changed, walk->length, NULL, NULL, NULL);
  g_autoptr (GString) confusions = g_string_new (NULL);
  ZbCandidate *candidate;

  walk->tried++;
  if (text == NULL || count == 0 || (walk->kind == ZB_CONFUSION_NUMBER && !is_amount (text)))
    return;
  for (glong i = 0; i < walk->length; i++)
    if (walk->token[i] != walk->changed[i])
      append_confusion (confusions, walk->token[i], walk->changed[i]);
  candidate = g_new0 (ZbCandidate, 1);
  candidate->text = g_steal_pointer (&text);
  candidate->confusions = g_strdup (confusions->str);
  candidate->count = count;
  g_ptr_array_add (walk->candidates, candidate);
}

/* A digit is never read as another thing in a number; that is what ZB_CONFUSION_DIGIT suggests. */
static const GArray *
lookup_others (const Walk *walk, glong at) {
  if (walk->kind == ZB_CONFUSION_NUMBER && g_unichar_isdigit (walk->token[at]))
    return NULL;
  return g_hash_table_lookup (walk->confusions->alike[walk->kind],
                              GUINT_TO_POINTER (walk->token[at]));
}

static void
walk_on (Walk *walk, glong at, guint count) {
  const GArray *others;

  if (walk->tried >= MOST_TRIED)
    return;
  if (at == walk->length) {
    finish_candidate (walk, count);
    return;
  }
  walk->changed[at] = walk->token[at];
  walk_on (walk, at + 1, count);
  others = count < walk->most_confusions ? lookup_others (walk, at) : NULL;
  for (guint i = 0; others != NULL && i < others->len; i++) {
    walk->changed[at] = g_array_index (others, gunichar, i);
    walk_on (walk, at + 1, count + 1);
  }
}

static int
compare_counts (gconstpointer a, gconstpointer b) {
  const ZbCandidate *const *first = a, *const *second = b;

  return (int) (*first)->count - (int) (*second)->count;
}

GPtrArray *
zb_candidates_find (const char *token, ZbConfusionKind kind) {
  static const guint MOST_CONFUSIONS[] = {
    [ZB_CONFUSION_NUMBER] = ZB_CANDIDATE_LONGEST,
    [ZB_CONFUSION_DIGIT] = 1,
    [ZB_CONFUSION_WORD] = 2,
  };
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  Walk walk = { .confusions = zb_data_once_lookup (&loaded, load_confusions),
                .kind = kind, .most_confusions = MOST_CONFUSIONS[kind], .candidates = candidates };

  if (kind == ZB_CONFUSION_NUMBER && is_amount (token))
    return candidates;
  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p)) {
    if (walk.length == ZB_CANDIDATE_LONGEST)
      return candidates;
    walk.token[walk.length++] = g_utf8_get_char (p);
  }
  walk_on (&walk, 0, 0);
  g_ptr_array_sort (candidates, compare_counts);
  return candidates;
}
