/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader.h"

G_BEGIN_DECLS

/* The reader for a file that a Word document takes in as a whole (w:altChunk), a page, plain text or
 * another Word document, from its @bytes and the @part that holds it; NULL for every other format. */
const ZbReader *zb_docx_chunk_choose_reader (GBytes *bytes, const char *part);

/* Moves the blocks and diagnostics of @chunk to the end of @document and counts its characters, but for
 * those that zb_document_count_blocks() will count there. */
void zb_docx_chunk_append (ZbDocument *document, ZbDocument *chunk);

G_END_DECLS
