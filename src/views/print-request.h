/* SPDX-License-Identifier: GPL-3.0-or-later
 * The print dialog that the desktop's portal shows for a sandbox, so that it can be closed again: the toolkit cannot.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HearthPrintRequest HearthPrintRequest;

/** Watches which dialog the toolkit asks the portal for from now on. NULL where there is no desktop to ask. */
HearthPrintRequest *hearth_print_request_new (void);

/** Closes the dialog, when one was asked for; nobody is told what came of it. */
void hearth_print_request_close (HearthPrintRequest *request);

void hearth_print_request_free (HearthPrintRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthPrintRequest, hearth_print_request_free)

G_END_DECLS
