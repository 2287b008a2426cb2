/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "diagnostic.h"

G_BEGIN_DECLS

/* The document model: what every reader makes and every later stage reads.
 *
 *   ZbDocument
 *     └─ blocks, in reading order
 *          ├─ heading    text, level, number
 *          ├─ paragraph  text; its pieces say which line of which page each byte comes from
 *          ├─ furniture  running heads, page numbers, watermarks: kept, but not content
 *          └─ table      title, unit, grid of cells
 *
 * One document owns everything below it; free it with zb_document_free(). Readers build it, all
 * later stages borrow it as const. Text is valid UTF-8 and never NULL unless said so. */

/* A rectangle in points; the origin is the page's top left corner, y grows downwards. */
typedef struct {
  double x0, y0, x1, y1;
} ZbBox;

/* How a thing was read: 0 where the source itself says what is written. */
typedef enum {
  ZB_RECOGNISED = 1 << 0,        /* off a picture */
  ZB_RECOGNISED_UNSURE = 1 << 1, /* the recogniser was unsure */
  ZB_RECOGNISED_DIGIT_SUSPECT = 1 << 2, /* two readings of a number do not agree */
  ZB_RECOGNISED_WORD_UNSURE = 1 << 3,   /* the recogniser was unsure of a letter or character */
} ZbRecognition;

/* Where a thing is printed, and how it was read. `page` is 1-based, 0 where the format has no pages. */
typedef struct {
  guint page;
  gboolean has_box;
  ZbBox box;
  ZbRecognition recognition;
} ZbOrigin;

typedef enum {
  ZB_TEXT_ORIGIN_DIGITAL,
  ZB_TEXT_ORIGIN_OCR,
  ZB_TEXT_ORIGIN_OCR_EXTERNAL,
  ZB_TEXT_ORIGIN_MIXED,
} ZbTextOrigin;

typedef enum {
  ZB_CELL_JOINED = 1 << 0,          /* put together from broken lines of one cell */
  ZB_CELL_ROW_JOINED = 1 << 1,      /* put together over a page break */
  ZB_CELL_COLUMN_INFERRED = 1 << 2, /* the source did not say which column it stands in */
  ZB_CELL_CUT_OFF = 1 << 3,         /* the source ends in the middle of the text */
} ZbCellFlags;

/* One cell. Lives as long as its table. */
typedef struct {
  guint row, col;         /* 0-based */
  guint rowspan, colspan; /* at least 1 */
  char *text;             /* line breaks folded: see zb_text_append_line(); "" for a blank cell */
  ZbOrigin origin;        /* page and box of the cell, not of its text */
  ZbCellFlags flags;
} ZbCell;

/* A logical table: one that runs over several pages is one table. Every place of the grid
 * rows × cols is covered by exactly one cell. Lives as long as its document. */
typedef struct {
  char *title;      /* as printed, spaces folded; NULL where none is printed */
  char *unit;       /* 万元, 元 … as printed on the unit line, without 单位：; NULL where none */
  char *form;       /* 公开01表 …; NULL where none */
  char *department; /* what stands behind 部门： or 编制单位：; NULL where none */
  GPtrArray *notes; /* char *: paragraphs 注：… and 本表无数据 statements under the table */
  GArray *pages;    /* guint, ascending, 1-based; empty where the format has no pages */
  guint rows, cols;
  guint header_rows;
  GPtrArray *cells; /* ZbCell *, owned, ordered by row, then col */
} ZbTable;

typedef enum {
  ZB_BLOCK_HEADING,
  ZB_BLOCK_PARAGRAPH,
  ZB_BLOCK_FURNITURE,
  ZB_BLOCK_TABLE,
} ZbBlockKind;

/* A paragraph that was attached to a table stays a block, with the role that it plays there. */
typedef enum {
  ZB_ROLE_BODY,
  ZB_ROLE_CAPTION, /* title, unit line, 部门：, 公开NN表 of the next table */
  ZB_ROLE_NOTE,    /* 注：… of the table before */
  ZB_ROLE_CONTENTS, /* a line of a table of contents */
} ZbBlockRole;

/* From byte `start` of the block's text on, up to the next piece, the text stands at `origin`. */
typedef struct {
  gsize start;
  ZbOrigin origin;
} ZbTextPiece;

typedef struct {
  ZbBlockKind kind;
  ZbBlockRole role;
  char *text;         /* NULL for a table */
  GArray *pieces;     /* ZbTextPiece, ascending, first start 0; NULL for a table */
  guint heading_level; /* 1… for headings, else 0 */
  char *heading_number; /* 三、 （一） 第一部分 … as displayed; NULL where none */
  double font_size;   /* points, 0 where unknown */
  gboolean bold, centred;
  ZbTable *table;     /* owned; NULL unless kind is ZB_BLOCK_TABLE */
} ZbBlock;

/* The non-space characters of the source and where each went; the last four add up to the first. */
typedef struct {
  guint64 glyphs, in_cells, in_blocks, in_furniture, left_out;
} ZbTextCoverage;

typedef struct {
  char *path;        /* as given; "-" for standard input */
  char *sha256;      /* lower-case hex */
  const char *media_type; /* static */
  guint64 bytes;
  guint pages;       /* 0 where the format has none */
  ZbTextOrigin text_origin;
  ZbTextCoverage coverage;
  GPtrArray *blocks;      /* ZbBlock *, owned, in reading order */
  GArray *doubtful_pages; /* guint, ascending: their text layer may not say what is printed */
  GPtrArray *diagnostics; /* ZbDiagnostic *, owned */
} ZbDocument;

ZbDocument *zb_document_new (void);
void zb_document_free (ZbDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbDocument, zb_document_free)

/* A new text block with one piece at @origin (NULL: nowhere known); copies @text. The caller owns it. */
ZbBlock *zb_block_new (ZbBlockKind kind, const char *text, const ZbOrigin *origin);
/* A new table block; takes @take_table. */
ZbBlock *zb_block_new_table (ZbTable *take_table);
void zb_block_free (ZbBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbBlock, zb_block_free)

/* Appends @text as the block's next line: joined as zb_text_append_line() does, with its own piece. */
void zb_block_append_line (ZbBlock *block, const char *text, const ZbOrigin *origin);
/* The origin of byte @offset of the block's text; borrowed. */
const ZbOrigin *zb_block_lookup_origin (const ZbBlock *block, gsize offset);

ZbTable *zb_table_new (void);
void zb_table_free (ZbTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbTable, zb_table_free)

/* Appends a cell with spans of 1; copies @text (NULL: ""). Borrowed from the table. */
ZbCell *zb_table_add_cell (ZbTable *table, guint row, guint col, const char *text);
/* The cell that covers @row, @col; borrowed; NULL outside the grid. Needs zb_table_finish(). */
const ZbCell *zb_table_lookup (const ZbTable *table, guint row, guint col);
/* Grows rows and cols to hold every cell, adds blank cells where none covers a place, and sorts. */
void zb_table_finish (ZbTable *table);
/* Whether any cell covers more than one place. */
gboolean zb_table_has_spans (const ZbTable *table);
/* Notes that the table stands on @page, once. */
void zb_table_add_page (ZbTable *table, guint page);

/* Whether @page is one of document->doubtful_pages. */
gboolean zb_document_is_doubtful (const ZbDocument *document, guint page);

/* Adds what the blocks hold to in_cells, in_blocks and in_furniture, for readers that count the
 * characters of their source by themselves. */
void zb_document_count_blocks (ZbDocument *document);

/* Whether the document keeps what this header promises (grid covered exactly once, pieces
 * ascending, valid UTF-8, coverage adding up, boxes finite). Reports only, never repairs. */
gboolean zb_document_check (const ZbDocument *document, GError **error);

G_END_DECLS
