/* SPDX-License-Identifier: GPL-3.0-or-later
 * The slip that a first password is handed over on.
 */
#pragma once

#include "report/document.h"

G_BEGIN_DECLS

/** @house: what papers of the house say on top; @date: ISO date; @language: BCP 47, "" for that of the screen. The slip
 * says nothing of the person but the sign-in name. The document holds the password: print it and let it go. Transfer
 * full. */
HearthDocument *hearth_password_slip_to_document (const char *house,
                                                  const char *user,
                                                  const char *password,
                                                  const char *date,
                                                  const char *language,
                                                  HearthPaper paper);

G_END_DECLS
