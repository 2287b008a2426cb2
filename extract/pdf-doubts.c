/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-doubts.h"

#include "font-trust.h"
#include "pdf-picture.h"
#include "scan-layer.h"
#include "scan-pages.h"

/* With this share of glyphs without a character, a page is not read. */
static const double MOST_NAMELESS = 0.2;
/* Of what a doubtful font says, recognition finds this share where it is right. */
static const double CONFIRMED = 0.8;
/* A page that is recognised with a lower mean, or in fewer characters than this share of those of its
 * layer, says less than the layer. */
static const double LEGIBLE = 0.8, WHOLE = 0.5;

/* What the layer of a page gave to the coverage of the document, and which way up it reads. */
typedef struct {
  guint page, glyphs, nameless, turn;
} Layer;

struct ZbPdfDoubts {
  ZbFontTrust *trust;
  GArray *layers; /* Layer, by page */
};

ZbPdfDoubts *
zb_pdf_doubts_new (void) {
  ZbPdfDoubts *doubts = g_new0 (ZbPdfDoubts, 1);

  doubts->trust = zb_font_trust_new ();
  doubts->layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  return doubts;
}

void
zb_pdf_doubts_free (ZbPdfDoubts *doubts) {
  zb_font_trust_free (doubts->trust);
  g_array_unref (doubts->layers);
  g_free (doubts);
}

void
zb_pdf_doubts_add (ZbPdfDoubts *doubts, const ZbPageContent *content, const ZbPdfLosses *losses) {
  Layer layer = { content->page, content->glyphs->len, losses->nameless, content->turn };

  g_array_append_val (doubts->layers, layer);
  zb_font_trust_add (doubts->trust, content);
}

guint
zb_pdf_doubts_count_layers (const ZbPdfDoubts *doubts) {
  guint count = 0;

  for (guint i = 0; i < doubts->layers->len; i++) {
    const Layer *layer = &g_array_index (doubts->layers, Layer, i);

    count += layer->glyphs + layer->nameless > 0;
  }
  return count;
}

static gint
compare_pages (gconstpointer a, gconstpointer b) {
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static void
add_page (ZbDocument *document, guint page) {
  if (!zb_document_is_doubtful (document, page))
    g_array_append_val (document->doubtful_pages, page);
}

static gboolean
is_nameless (const Layer *layer) {
  return layer->nameless > MOST_NAMELESS * (layer->nameless + layer->glyphs);
}

void
zb_pdf_doubts_note (const ZbPdfDoubts *doubts, ZbDocument *document) {
  const GPtrArray *names = zb_font_trust_get_names (doubts->trust);

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *doubt = zb_font_trust_get_doubt (doubts->trust, name);
    const GArray *pages = zb_font_trust_get_pages (doubts->trust, name);

    if (doubt != NULL)
      zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "font_doubtful",
                          g_array_index (pages, guint, 0),
                          "the text of font %s, on %u pages, may not be what is printed: %s",
                          *name != '\0' ? name : "(without a name)", pages->len, doubt);
    for (guint j = 0; doubt != NULL && j < pages->len; j++)
      add_page (document, g_array_index (pages, guint, j));
  }
  for (guint i = 0; i < doubts->layers->len; i++)
    if (is_nameless (&g_array_index (doubts->layers, Layer, i)))
      add_page (document, g_array_index (doubts->layers, Layer, i).page);
  g_array_sort (document->doubtful_pages, compare_pages);
}

static const Layer *
find_layer (const ZbPdfDoubts *doubts, guint page) {
  for (guint i = 0; i < doubts->layers->len; i++)
    if (g_array_index (doubts->layers, Layer, i).page == page)
      return &g_array_index (doubts->layers, Layer, i);
  return NULL;
}

/* The least share that @recognised has of what a doubtful font says on its page. */
static double
find_share (const ZbPdfDoubts *doubts, const ZbPageContent *recognised) {
  const GPtrArray *names = zb_font_trust_get_names (doubts->trust);
  g_autofree char *text = zb_page_content_print (recognised, 0);
  double share = is_nameless (find_layer (doubts, recognised->page)) ? 0 : 1;

  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *doubt = zb_font_trust_get_doubt (doubts->trust, name);
    const GArray *pages = zb_font_trust_get_pages (doubts->trust, name);

    for (guint j = 0; doubt != NULL && j < pages->len; j++)
      if (g_array_index (pages, guint, j) == recognised->page)
        share = MIN (share, zb_scan_layer_find (zb_font_trust_get_text (doubts->trust, name, j), text));
  }
  return share;
}

static void
trust_page (ZbDocument *document, guint page) {
  for (guint i = 0; i < document->doubtful_pages->len; i++)
    if (g_array_index (document->doubtful_pages, guint, i) == page)
      g_array_remove_index (document->doubtful_pages, i--);
}

/* Whether the recognised @page may say more than its @layer. One that is read another way up is misread:
 * a page of few lines does not tell that it lies on its side. */
static gboolean
is_legible (const ZbScanPage *page, const Layer *layer) {
  return page->lines > 0 && page->confidence >= LEGIBLE && page->pose.quarters == layer->turn
         && page->content->glyphs->len >= WHOLE * (layer->glyphs + layer->nameless);
}

/* Whether the recognised @page takes the place of its layer. */
static gboolean
settle_page (const ZbPdfDoubts *doubts, const ZbScanPage *page, ZbDocument *document, GPtrArray *layouts) {
  const Layer *layer;
  double share;
  gboolean confirmed;

  if (page->content == NULL)
    return FALSE;
  layer = find_layer (doubts, page->content->page);
  if (!is_legible (page, layer))
    return FALSE;
  share = find_share (doubts, page->content);
  confirmed = share >= CONFIRMED;
  trust_page (document, layer->page);
  zb_diagnostics_add (document->diagnostics, confirmed ? ZB_SEVERITY_INFO : ZB_SEVERITY_WARNING,
                      confirmed ? "text_layer_agrees" : "text_layer_differs", layer->page,
                      "%.0f %% of what doubtful fonts say was recognised on the page as it is drawn; %s is used",
                      share * 100, confirmed ? "the text layer" : "what was recognised");
  if (confirmed)
    return FALSE;
  document->coverage.glyphs -= layer->glyphs + layer->nameless;
  document->coverage.left_out -= layer->nameless;
  zb_scan_pages_use (page, document, layouts);
  return TRUE;
}

GPtrArray *
zb_pdf_doubts_settle (const ZbPdfDoubts *doubts, GBytes *bytes, const ZbReadOptions *options,
                      ZbDocument *document, GPtrArray *layouts) {
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) numbers = g_array_copy (document->doubtful_pages);
  ZbScanJob job = { bytes, &zb_pdf_picture_source, numbers };
  GPtrArray *pages;

  if (numbers->len == 0 || options->ocr != ZB_OCR_AUTO)
    return g_ptr_array_new ();
  pages = zb_scan_workers_run (&job, options, &error);
  if (pages == NULL) {
    zb_diagnostics_add (document->diagnostics, ZB_SEVERITY_WARNING, "ocr_unavailable", 0,
                        "doubtful text layers could not be held against recognition: %s", error->message);
    return g_ptr_array_new ();
  }
  for (guint i = 0; i < pages->len; i++)
    if (!settle_page (doubts, g_ptr_array_index (pages, i), document, layouts))
      g_ptr_array_remove_index (pages, i--);
  return pages;
}
