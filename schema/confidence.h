/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report.h"

void zb_confidence_settle (ZbReport *report);
