/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person prefers for paper: its size and its language, kept from one time to the next.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/** As last chosen; before the first time, what is usual where the desktop is set to be. */
HearthPaper hearth_report_options_get_paper (void);
void hearth_report_options_set_paper (HearthPaper paper);
/** BCP 47 tag, or "" for that of the screen; interned. */
const char *hearth_report_options_get_language (void);

G_END_DECLS
