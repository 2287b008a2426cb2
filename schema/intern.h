/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One address for all strings that equal @string, valid until the program ends, so that names are
 * compared by address; NULL for NULL. Safe to call from any thread. GLib's own table of interned
 * strings is left to GLib: it drops its index each time it grows, which a catalogue of thousands of
 * names makes it do. */
const char *zb_intern (const char *string);

G_END_DECLS
