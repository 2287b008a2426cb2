/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comment may say double; what counts is the code. */
float parse_rate (const char *text);
int rounded = atof ("1.5");
