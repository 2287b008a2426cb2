/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-encoding.h"

G_BEGIN_DECLS

/* In what encoding the page @bytes is: by its byte order mark, else by the charset that it
 * declares, unless the bytes show that the declaration is wrong; else by the bytes alone. */
ZbEncoding zb_html_encoding_guess (GBytes *bytes);

G_END_DECLS
