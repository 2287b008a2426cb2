/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "error.h"

G_BEGIN_DECLS

/* When pages are recognised from their pictures. */
typedef enum {
  ZB_OCR_AUTO,   /* where the page has no text of its own, or none that can be trusted */
  ZB_OCR_NEVER,
  ZB_OCR_ALWAYS, /* every page, whatever its text says */
} ZbOcrMode;

/* Limits and wishes for reading one document. */
typedef struct {
  guint64 max_bytes;          /* of the input file */
  guint max_pages;            /* a report has some hundreds; thousands are an attack or a book */
  guint64 max_unpacked_bytes; /* of all zip entries together */
  guint max_zip_entries;
  guint max_inflate_ratio;    /* unpacked : packed, beyond the first MiB */
  guint max_xml_depth;
  guint max_cells;            /* of one document */
  guint max_convert_seconds;  /* for the office suite that opens legacy formats */
  ZbOcrMode ocr;
  const char *languages;      /* of recognition, as tesseract names them: `chi_sim+eng` */
  guint max_processes;        /* that recognise at a time; 0: as many as there are processors */
  gboolean no_cache;          /* neither use nor keep recognised pages of other runs */
  /* Called when recognition begins, with the pages known from earlier runs done, and after each
   * page; NULL: nobody wants to know. */
  void (*progress) (guint done, guint all, gpointer data);
  gpointer progress_data;
} ZbReadOptions;

extern const ZbReadOptions ZB_READ_OPTIONS_DEFAULT;

/* One input format. */
typedef struct {
  const char *name;
  const char *media_type;
  /* How sure the bytes are of this format, 0 to 100; @filename only breaks ties and may be NULL. */
  guint (*recognize) (GBytes *bytes, const char *filename);
  /* The caller owns the result and fills path, sha256 and bytes. NULL with @error set on failure. */
  ZbDocument *(*read) (GBytes *bytes, const ZbReadOptions *options, GError **error);
} ZbReader;

/* Every reader, in the order of preference; NULL ends the list. */
extern const ZbReader *const zb_readers[];

extern const ZbReader zb_text_reader;
extern const ZbReader zb_docx_reader;
extern const ZbReader zb_xlsx_reader;
extern const ZbReader zb_html_reader;
extern const ZbReader zb_hocr_reader;
extern const ZbReader zb_alto_reader;
extern const ZbReader zb_page_reader;
extern const ZbReader zb_doc_reader;
extern const ZbReader zb_xls_reader;
extern const ZbReader zb_rtf_reader;
extern const ZbReader zb_pdf_reader;
extern const ZbReader zb_png_reader;
extern const ZbReader zb_jpeg_reader;
extern const ZbReader zb_tiff_reader;

/* Reads the file at @path ("-" for standard input) with the reader that recognises its bytes best.
 * The caller frees the result. Errors: ZB_ERROR of every code but DATA; messages name the file. */
ZbDocument *zb_document_read (const char *path, const ZbReadOptions *options, GError **error);
/* The same from the open @descriptor, which stays open; @path names it in messages and the result. */
ZbDocument *zb_document_read_descriptor (int descriptor, const char *path,
                                         const ZbReadOptions *options, GError **error);

/* Whether a process that this one started to read a document was killed by somebody else: by a person,
 * or by a system without memory. What is missing then is no property of the document. */
gboolean zb_reader_was_disturbed (void);

G_END_DECLS
