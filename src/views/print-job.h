/* SPDX-License-Identifier: GPL-3.0-or-later
 * Printing laid-out pages as they are; outside, the job is only a number.
 */
#pragma once

#include <gtk/gtk.h>

#include "report/paginate.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PRINT_JOB (hearth_print_job_get_type ())
G_DECLARE_FINAL_TYPE (HearthPrintJob, hearth_print_job, HEARTH, PRINT_JOB, GtkPrintOperation)

/** @number: all that the printer's queue shows. What is left in the temporary folder is removed as soon as the printer, or
 * the desktop's portal, has it all. Transfer full. */
HearthPrintJob *hearth_print_job_new (HearthPages *pages, const char *number);

/** Asks with the print dialog, over the window of @near, and prints. "done" comes in any case. */
void hearth_print_job_run (HearthPrintJob *job, GtkWidget *near);

/** Closes the dialog and forgets the pages; "done" says CANCEL, unless it is printing already: that is stopped. */
void hearth_print_job_give_up (HearthPrintJob *job);

/** Whether "done" said ERROR because this desktop prints nothing for programs in a sandbox: there is no use in trying again,
 * and the toolkit has no words for it. */
bool hearth_print_job_was_refused (HearthPrintJob *job);

/** Whether what was chosen in the dialog writes a file instead of paper. Known from "begin-print" on. */
bool hearth_print_job_is_to_file (HearthPrintJob *job);

G_END_DECLS
