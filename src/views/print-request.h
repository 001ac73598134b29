/* SPDX-License-Identifier: GPL-3.0-or-later
 * The print dialog that the desktop's portal shows for a sandbox, so that it can be closed again: the toolkit cannot.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _HearthPrintRequest HearthPrintRequest;

/** There is no portal that prints, or it does not want to: no dialog comes, and the toolkit tells nobody. */
typedef void (*HearthPrintRefusedFunc) (gpointer user_data);

/** Watches the dialog that @operation, which was not run yet, will ask the portal for. NULL where there is no desktop to
 * ask. Transfer full. */
HearthPrintRequest *hearth_print_request_new (GtkPrintOperation *operation,
                                              HearthPrintRefusedFunc refused,
                                              gpointer user_data);

/** Closes the dialog, as soon as it is up if it is not yet; nobody is told what came of it. */
void hearth_print_request_close (HearthPrintRequest *request);

/** @refused is not called any more. A dialog that is being closed is still closed. */
void hearth_print_request_free (HearthPrintRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthPrintRequest, hearth_print_request_free)

G_END_DECLS
