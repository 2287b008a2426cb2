/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

void zb_checks_run (ZbReport *report, const ZbCatalogue *catalogue);
