/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-tokens.h"

G_BEGIN_DECLS

/* Every path of the functional classification in a folded text as a ZB_TOKEN_FUNCTION:
 * 一般公共服务(类)组织事务(款)行政运行(项), or with codes, 公共安全支出(204类)司法(06款). The code is the
 * most specific one; NULL where a name is not listed. The array is the caller's. */
GArray *zb_function_paths_find (const ZbCatalogue *catalogue, const char *folded,
                                ZbPathContext *context);

/* Whether what stands at @at up to an amount, 初中教育支出 2065405.42元, is a name of the functional classification; sets
 * where it ends, and its code, NULL where several have the name. */
gboolean zb_function_name_match (const ZbCatalogue *catalogue, const char *folded, gsize at, gsize *end,
                                 const char **code);

G_END_DECLS
