/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Recognised pages kept from run to run in the user's cache folder: the same document, recognised
 * by the same program and models, is not recognised twice, and a run that was interrupted goes on
 * where it stopped. A cache that cannot be written costs time and nothing else. */
typedef struct ZbScanCache ZbScanCache;

/* The cache of the document with these @bytes, recognised with @settings. The caller frees it. */
ZbScanCache *zb_scan_cache_new (GBytes *bytes, const char *settings);
void zb_scan_cache_free (ZbScanCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZbScanCache, zb_scan_cache_free)

/* What was kept of page @page, which the caller unrefs, or NULL. */
GBytes *zb_scan_cache_load (const ZbScanCache *cache, guint page);
void zb_scan_cache_keep (const ZbScanCache *cache, guint page, GBytes *record);

G_END_DECLS
