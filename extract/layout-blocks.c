/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-page.h"

#include <math.h>
#include <string.h>

#include "caption-words.h"
#include "text-fold.h"

/* A line that ends this many font sizes before the right margin ends its paragraph. */
static const double FULL_LINE = 1.6;
/* A line that starts this many font sizes after the left margin starts one. */
static const double INDENT = 1.2;
/* Lines of one paragraph are at most this many font sizes apart, top to top. */
static const double LINE_STEP = 3.0;
/* Sizes that differ by more than this share are different print. */
static const double SAME_SIZE = 0.12;

/* What is being put together while the pages pass by. */
typedef struct {
  ZbDocument *document;
  const ZbPageLayout *layout;
  double left, right; /* margins of the text of this page */
  ZbBlock *open;      /* the paragraph that the next line may continue; borrowed */
  ZbLine last;        /* its last line; text unused */
  guint last_page;
  double last_gap;    /* from its end to the right margin */
  gboolean last_ends; /* it is a caption of its own */
} Assembly;

static gint
compare_doubles (gconstpointer a, gconstpointer b) {
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The value that most lines come near to: the one with the most others within 3 points. */
static double
find_margin (GArray *ends, double fallback) {
  guint best = 0;
  double margin = fallback;

  g_array_sort (ends, compare_doubles);
  for (guint i = 0, j = 0; i < ends->len; i++) {
    while (g_array_index (ends, double, i) - g_array_index (ends, double, j) > 3)
      j++;
    if (i - j + 1 >= best) {
      best = i - j + 1;
      margin = g_array_index (ends, double, i);
    }
  }
  return best >= 2 ? margin : fallback;
}

static void
set_margins (Assembly *assembly) {
  const ZbPageLayout *layout = assembly->layout;
  g_autoptr (GArray) rights = g_array_new (FALSE, FALSE, sizeof (double));
  double left = layout->width, right = 0;

  for (guint i = 0; i < layout->lines->len; i++) {
    const ZbLine *line = g_ptr_array_index (layout->lines, i);

    if (line->furniture)
      continue;
    left = MIN (left, line->box.x0);
    right = MAX (right, line->box.x1);
    if (line->glyphs > 10)
      g_array_append_val (rights, line->box.x1);
  }
  for (guint i = 0; i < layout->tables->len; i++) {
    const ZbFoundTable *found = g_ptr_array_index (layout->tables, i);

    left = MIN (left, found->box.x0);
    right = MAX (right, found->box.x1);
  }
  assembly->left = left;
  assembly->right = find_margin (rights, right);
}

/* The first line of a paragraph is indented by two characters and full: nearly symmetric, too. */
static gboolean
is_indented_line (const Assembly *assembly, const ZbLine *line) {
  return line->glyphs > 20 && line->box.x0 - assembly->left < 2.6 * line->font_size
         && assembly->right - line->box.x1 < FULL_LINE * line->font_size;
}

static gboolean
is_centred (const Assembly *assembly, const ZbLine *line) {
  double before = line->box.x0, after = assembly->layout->width - line->box.x1;

  return !is_indented_line (assembly, line) && before - assembly->left > 1.5 * line->font_size
         && fabs (before - after) < 0.04 * assembly->layout->width;
}

/* How wide the first part of @line is that no line break may cut: a number, a bracket and the
 * character in it, or one character. */
static double
get_first_width (const ZbLine *line) {
  double width = 0;
  const char *p = line->text;

  for (; *p != '\0' && (guchar) *p < 0x80 && *p != ' '; p++)
    width += 0.55 * line->font_size;
  if (g_str_has_prefix (p, "（") || g_str_has_prefix (p, "“") || g_str_has_prefix (p, "《"))
    width += line->font_size;
  return width;
}

static gboolean
continues (const Assembly *assembly, const ZbLine *line, gboolean centred) {
  const ZbLine *last = &assembly->last;
  double size = MAX (MAX (line->font_size, last->font_size), 1);

  if (assembly->open == NULL || assembly->last_ends
      || assembly->last_gap >= FULL_LINE * last->font_size + get_first_width (line)
      || assembly->open->bold != line->bold
      || fabs (line->font_size - last->font_size) > SAME_SIZE * size
      || assembly->open->centred != centred)
    return FALSE;
  if ((!centred && line->box.x0 - assembly->left > INDENT * size)
      || zb_caption_words_stand_alone (line->text))
    return FALSE;
  return assembly->last_page != assembly->layout->page
         || line->box.y0 - last->box.y0 < LINE_STEP * size;
}

static void
add_line (Assembly *assembly, const ZbLine *line) {
  ZbOrigin origin = { assembly->layout->page, TRUE, line->box };
  gboolean centred = is_centred (assembly, line);

  assembly->document->coverage.in_blocks += line->glyphs;
  if (continues (assembly, line, centred))
    zb_block_append_line (assembly->open, line->text, &origin);
  else {
    assembly->open = zb_block_new (ZB_BLOCK_PARAGRAPH, line->text, &origin);
    assembly->open->font_size = line->font_size;
    assembly->open->bold = line->bold;
    assembly->open->centred = centred;
    g_ptr_array_add (assembly->document->blocks, assembly->open);
  }
  assembly->last = *line;
  assembly->last_page = assembly->layout->page;
  assembly->last_gap = assembly->right - line->box.x1;
  assembly->last_ends = zb_caption_words_stand_alone (line->text);
}

static void
add_furniture (const Assembly *assembly, const ZbLine *line) {
  ZbOrigin origin = { assembly->layout->page, TRUE, line->box };
  ZbBlock *block = zb_block_new (ZB_BLOCK_FURNITURE, line->text, &origin);

  block->font_size = line->font_size;
  block->bold = line->bold;
  assembly->document->coverage.in_furniture += line->glyphs;
  g_ptr_array_add (assembly->document->blocks, block);
}

static void
add_table (Assembly *assembly, ZbFoundTable *found) {
  ZbTable *table = zb_found_table_steal (found);

  assembly->document->coverage.in_cells += found->glyphs;
  if (table == NULL)
    return;
  if (found->glyphs == 0) {
    zb_diagnostics_add (assembly->document->diagnostics, ZB_SEVERITY_INFO, "blank_grid",
                        found->page, "a grid of %u × %u without a word is not taken as a table",
                        table->rows, table->cols);
    zb_table_free (table);
    return;
  }
  assembly->open = NULL;
  g_ptr_array_add (assembly->document->blocks, zb_block_new_table (table));
}

static void
add_page (Assembly *assembly) {
  const ZbPageLayout *layout = assembly->layout;
  guint table = 0;

  set_margins (assembly);
  for (guint i = 0; i < layout->lines->len; i++) {
    const ZbLine *line = g_ptr_array_index (layout->lines, i);

    for (; table < layout->tables->len; table++) {
      ZbFoundTable *found = g_ptr_array_index (layout->tables, table);

      if (found->box.y0 > (line->box.y0 + line->box.y1) / 2)
        break;
      add_table (assembly, found);
    }
    if (line->furniture)
      add_furniture (assembly, line);
    else
      add_line (assembly, line);
  }
  for (; table < layout->tables->len; table++)
    add_table (assembly, g_ptr_array_index (layout->tables, table));
}

void
zb_page_layout_emit (GPtrArray *pages, ZbDocument *document) {
  Assembly assembly = { .document = document };

  for (guint i = 0; i < pages->len; i++) {
    assembly.layout = g_ptr_array_index (pages, i);
    add_page (&assembly);
  }
}
