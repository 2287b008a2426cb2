/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-record.h"

#include <math.h>
#include <string.h>

/* What stands before the glyphs, the rulings and the problem. */
typedef struct {
  double width, height, confidence;
  ZbScanPose pose;
  guint unread, seals, lines, doubtful;
  guint has_content, glyphs, rulings, problem;
} Head;

ZbBox
zb_scan_pose_map (const ZbScanPose *pose, const ZbBox *box) {
  double x = (box->x0 + box->x1 - pose->width) / 2, y = (box->y0 + box->y1 - pose->height) / 2;
  double width = box->x1 - box->x0, height = box->y1 - box->y0;
  double page_width = pose->width, page_height = pose->height;
  double sine = sin (-pose->angle), cosine = cos (pose->angle);
  double turned = x * cosine - y * sine;

  y = x * sine + y * cosine;
  x = turned;
  for (guint i = 0; i < pose->quarters; i++) {
    double back_x = y, back_width = height, back_page = page_height;

    y = -x;
    x = back_x;
    height = width;
    width = back_width;
    page_height = page_width;
    page_width = back_page;
  }
  x += page_width / 2;
  y += page_height / 2;
  return (ZbBox){ CLAMP (x - width / 2, 0, page_width), CLAMP (y - height / 2, 0, page_height),
                  CLAMP (x + width / 2, 0, page_width), CLAMP (y + height / 2, 0, page_height) };
}

static void
move_origin (const ZbScanPose *pose, guint page, ZbOrigin *origin) {
  if (origin->page == page && origin->has_box)
    origin->box = zb_scan_pose_map (pose, &origin->box);
}

void
zb_scan_pose_apply (const ZbScanPose *pose, guint page, ZbDocument *document) {
  if (pose->quarters == 0 && pose->angle == 0)
    return;
  for (guint i = 0; i < document->blocks->len; i++) {
    const ZbBlock *block = g_ptr_array_index (document->blocks, i);

    for (guint j = 0; block->table != NULL && j < block->table->cells->len; j++)
      move_origin (pose, page, &((ZbCell *) g_ptr_array_index (block->table->cells, j))->origin);
    for (guint j = 0; block->pieces != NULL && j < block->pieces->len; j++)
      move_origin (pose, page, &g_array_index (block->pieces, ZbTextPiece, j).origin);
  }
}

ZbScanPage *
zb_scan_page_new_problem (const char *problem) {
  ZbScanPage *page = g_new0 (ZbScanPage, 1);

  page->problem = g_strdup (problem);
  return page;
}

void
zb_scan_page_free (ZbScanPage *page) {
  g_clear_pointer (&page->content, zb_page_content_free);
  g_free (page->problem);
  g_free (page);
}

GBytes *
zb_scan_page_pack (const ZbScanPage *page) {
  GByteArray *bytes = g_byte_array_new ();
  Head head;

  memset (&head, 0, sizeof head);
  head.confidence = page->confidence;
  head.pose = page->pose;
  head.unread = page->unread;
  head.seals = page->seals;
  head.lines = page->lines;
  head.doubtful = page->doubtful;
  head.problem = page->problem != NULL ? (guint) strlen (page->problem) : 0;
  if (page->content != NULL) {
    head.has_content = TRUE;
    head.width = page->content->width;
    head.height = page->content->height;
    head.glyphs = page->content->glyphs->len;
    head.rulings = page->content->rulings->len;
  }
  g_byte_array_append (bytes, (const guint8 *) &head, sizeof head);
  if (page->content != NULL) {
    g_byte_array_append (bytes, (const guint8 *) page->content->glyphs->data,
                         head.glyphs * (guint) sizeof (ZbGlyph));
    g_byte_array_append (bytes, (const guint8 *) page->content->rulings->data,
                         head.rulings * (guint) sizeof (ZbRuling));
  }
  if (page->problem != NULL)
    g_byte_array_append (bytes, (const guint8 *) page->problem, head.problem);
  return g_byte_array_free_to_bytes (bytes);
}

ZbScanPage *
zb_scan_page_unpack (GBytes *bytes, guint number) {
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  ZbScanPage *page;
  Head head;

  if (length < sizeof head)
    return NULL;
  memcpy (&head, data, sizeof head);
  data += sizeof head;
  if (length != sizeof head + (guint64) head.glyphs * sizeof (ZbGlyph)
                  + (guint64) head.rulings * sizeof (ZbRuling) + head.problem)
    return NULL;
  page = zb_scan_page_new_problem (NULL);
  page->confidence = head.confidence;
  page->pose = head.pose;
  page->unread = head.unread;
  page->seals = head.seals;
  page->lines = head.lines;
  page->doubtful = head.doubtful;
  if (head.has_content) {
    page->content = zb_page_content_new (number, head.width, head.height);
    g_array_append_vals (page->content->glyphs, data, head.glyphs);
    data += head.glyphs * sizeof (ZbGlyph);
    g_array_append_vals (page->content->rulings, data, head.rulings);
    data += head.rulings * sizeof (ZbRuling);
  }
  if (head.problem > 0)
    page->problem = g_strndup (data, head.problem);
  return page;
}
