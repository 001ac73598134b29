/* SPDX-License-Identifier: GPL-3.0-or-later
 * The slip that a first password is handed over on.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "config.h"

#include "report/password-slip.h"

#include "report/language.h"

#include <glib/gi18n-lib.h>

HearthDocument *
hearth_password_slip_to_document (const char *house,
                                  const char *user,
                                  const char *password,
                                  const char *date,
                                  const char *language,
                                  HearthPaper paper)
{
  g_autoptr (HearthLanguageScope) scope = hearth_language_scope_new (language);
  g_autofree char *written = hearth_language_dup_chosen (language);
  HearthDocument *document = hearth_document_new ("password-slip", written, paper);
  HearthBlock *facts;

  g_set_str (&document->title, _ ("First password"));
  g_set_str (&document->organisation, house);
  g_set_str (&document->date, date);
  facts = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_FACTS));
  hearth_block_add_row (facts, _ ("Sign-in name"), user, NULL);
  hearth_block_add_row (facts, _ ("First password"), password, NULL);
  hearth_document_add_paragraph (document, _ ("You choose your own at the first sign-in. Then destroy this "
                                              "slip."));
  return document;
}
