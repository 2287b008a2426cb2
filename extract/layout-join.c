/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include <string.h>

#include "table-join.h"
#include "text-fold.h"

/* A table that ends above this share of its page leaves room below it. */
static const double LOWEST = 0.6;

/* A table that may go on on the next page. */
typedef struct {
  ZbFoundTable *found;  /* with all joined so far */
  GHashTable *captions; /* folded lines above its first part */
  double bottom;        /* of its last part, as a share of the page height */
  gboolean line_below;  /* something is printed below its last part */
} Chain;

static ZbFoundTable *
table_at (const ZbPageLayout *layout, guint i) {
  return g_ptr_array_index (layout->tables, i);
}

static ZbLine *
line_at (const ZbPageLayout *layout, guint i) {
  return g_ptr_array_index (layout->lines, i);
}

static gboolean
has_line_below (const ZbPageLayout *layout, double y) {
  for (guint i = 0; i < layout->lines->len; i++)
    if (!line_at (layout, i)->furniture && line_at (layout, i)->box.y0 > y - 2)
      return TRUE;
  return FALSE;
}

/* Notes the lines of @layout between @top and @bottom. */
static void
add_captions (GHashTable *captions, const ZbPageLayout *layout, double top, double bottom) {
  for (guint i = 0; i < layout->lines->len; i++) {
    const ZbLine *line = line_at (layout, i);

    if (line->box.y0 > top && line->box.y1 < bottom + 2)
      g_hash_table_add (captions, zb_text_fold (line->text));
  }
}

static void
chain_start (Chain *chain, const GPtrArray *pages, guint page) {
  const ZbPageLayout *layout = g_ptr_array_index (pages, page);
  guint count = layout->tables->len;
  double above = count > 1 ? table_at (layout, count - 2)->box.y1 : 0;

  chain->found = table_at (layout, count - 1);
  chain->bottom = chain->found->box.y1 / layout->height;
  g_hash_table_remove_all (chain->captions);
  add_captions (chain->captions, layout, above, chain->found->box.y0);
  if (page > 0 && count == 1)
    add_captions (chain->captions, g_ptr_array_index (pages, page - 1), 0, 1e6);
}

/* Whether the line says no more than that the table goes on: its own caption once more. */
static gboolean
repeats_caption (const Chain *chain, const ZbLine *line) {
  g_autofree char *folded = zb_text_fold (line->text);

  return g_hash_table_contains (chain->captions, folded) || g_str_equal (folded, "续表")
         || g_str_equal (folded, "(续)") || g_str_equal (folded, "续表:");
}

static gboolean
says_nothing (const char *text) {
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Words of a merged cell that a page break cuts are drawn over the edge of the table on both pages: a line
 * that the edge runs through, or a last full stop behind it. */
static gboolean
is_cut_cell (const ZbLine *line, double top) {
  return line->box.y1 > top || says_nothing (line->text);
}

/* Whether nothing but repeated captions stands above the first table; @repeated: if any does. */
static gboolean
is_free_above (const Chain *chain, const ZbPageLayout *layout, gboolean *repeated) {
  *repeated = FALSE;
  for (guint i = 0; i < layout->lines->len; i++) {
    const ZbLine *line = line_at (layout, i);
    double top = table_at (layout, 0)->box.y0;

    if (line->furniture || line->box.y0 > top || is_cut_cell (line, top))
      continue;
    if (!repeats_caption (chain, line))
      return FALSE;
    *repeated = TRUE;
  }
  return TRUE;
}

static gboolean
continues (const Chain *chain, const ZbPageLayout *layout) {
  gboolean repeated;
  ZbJoinEvidence evidence;

  if (chain->found == NULL || !is_free_above (chain, layout, &repeated))
    return FALSE;
  evidence = repeated || chain->line_below ? ZB_JOIN_NEEDS_HEADER
             : chain->bottom < LOWEST ? ZB_JOIN_ENDS_EARLY
                                      : ZB_JOIN_PLAIN;
  return zb_table_join_continues (chain->found, table_at (layout, 0), evidence);
}

static void
chain_append (Chain *chain, ZbPageLayout *layout, GPtrArray *diagnostics) {
  ZbFoundTable *next = table_at (layout, 0);
  g_autofree char *different = NULL;

  for (guint i = 0; i < layout->lines->len; i++)
    if (line_at (layout, i)->box.y0 <= next->box.y0)
      line_at (layout, i)->furniture = TRUE;
  different = zb_table_join_append (chain->found, next);
  if (different != NULL)
    zb_diagnostics_add (diagnostics, ZB_SEVERITY_INFO, "header_words_left_out", layout->page,
                        "the header repeated on this page differs from the one kept: %s",
                        different);
  chain->bottom = next->box.y1 / layout->height;
}

void
zb_page_layout_join_tables (GPtrArray *pages, GPtrArray *diagnostics) {
  Chain chain = { .captions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  for (guint i = 0; i < pages->len; i++) {
    ZbPageLayout *layout = g_ptr_array_index (pages, i);
    gboolean joined = layout->tables->len > 0 && continues (&chain, layout);

    if (joined)
      chain_append (&chain, layout, diagnostics);
    if (layout->tables->len == 0)
      chain.found = NULL;
    else if (!joined || layout->tables->len > 1)
      chain_start (&chain, pages, i);
    chain.line_below
        = layout->tables->len > 0
          && has_line_below (layout, table_at (layout, layout->tables->len - 1)->box.y1);
  }
  g_hash_table_unref (chain.captions);
}
