/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "name-doubts.h"

#include <string.h>

#include "text-fold.h"

/* A name takes at least one part in so many of the cell or heading that names it: 项目名称：… */
enum { SHARE = 2 };

typedef struct {
  char *folded;
  ZbRecognition recognition;
} Text;

struct ZbNameDoubts {
  GArray *texts;     /* Text: cells and headings with a doubt */
  GHashTable *known; /* name → its flags */
};

static void
text_clear (gpointer data) {
  g_free (((Text *) data)->folded);
}

static void
add_text (ZbNameDoubts *doubts, const char *text, ZbRecognition recognition) {
  const ZbRecognition doubtful = ZB_RECOGNISED_UNSURE | ZB_RECOGNISED_DIGIT_SUSPECT
                                 | ZB_RECOGNISED_WORD_UNSURE;
  Text entry;

  if ((recognition & doubtful) == 0)
    return;
  entry = (Text){ zb_text_fold (text), recognition };
  g_array_append_val (doubts->texts, entry);
}

ZbNameDoubts *
zb_name_doubts_new (const ZbDocument *document) {
  ZbNameDoubts *doubts = g_new0 (ZbNameDoubts, 1);

  doubts->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (doubts->texts, text_clear);
  doubts->known = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    for (guint j = 0; block->table != NULL && j < block->table->cells->len; j++) {
      const ZbCell *cell = g_ptr_array_index (block->table->cells, j);

      add_text (doubts, cell->text, cell->origin.recognition);
    }
    for (guint j = 0; block->kind == ZB_BLOCK_HEADING && j < block->pieces->len; j++)
      add_text (doubts, block->text, g_array_index (block->pieces, ZbTextPiece, j).origin.recognition);
  }
  return doubts;
}

void
zb_name_doubts_free (ZbNameDoubts *doubts) {
  g_array_unref (doubts->texts);
  g_hash_table_unref (doubts->known);
  g_free (doubts);
}

static ZbFlags
flags_of_name (ZbRecognition recognition) {
  ZbFlags flags = 0;

  if (recognition & ZB_RECOGNISED_DIGIT_SUSPECT)
    flags |= ZB_FLAG_BIT (ZB_FLAG_DIGIT_SUSPECT);
  if (recognition & (ZB_RECOGNISED_UNSURE | ZB_RECOGNISED_WORD_UNSURE))
    flags |= ZB_FLAG_BIT (ZB_FLAG_LABEL_FUZZY) | ZB_FLAG_BIT (ZB_FLAG_LOW_OCR_CONFIDENCE);
  return flags;
}

static ZbFlags
find_flags (const ZbNameDoubts *doubts, const char *name) {
  g_autofree char *folded = zb_text_fold (name);
  ZbFlags flags = 0;

  for (guint i = 0; i < doubts->texts->len; i++) {
    const Text *text = &g_array_index (doubts->texts, Text, i);

    if (SHARE * strlen (folded) >= strlen (text->folded) && strstr (text->folded, folded) != NULL)
      flags |= flags_of_name (text->recognition);
  }
  return flags;
}

ZbFlags
zb_name_doubts_lookup (ZbNameDoubts *doubts, const char *name) {
  gpointer flags = NULL;

  if (name == NULL || doubts->texts->len == 0)
    return 0;
  if (!g_hash_table_lookup_extended (doubts->known, name, NULL, &flags)) {
    flags = GSIZE_TO_POINTER ((gsize) find_flags (doubts, name));
    g_hash_table_insert (doubts->known, (gpointer) name, flags);
  }
  return (ZbFlags) GPOINTER_TO_SIZE (flags);
}
