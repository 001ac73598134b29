/* SPDX-License-Identifier: GPL-3.0-or-later
 * Printing laid-out pages as they are; outside, the job is only a number.
 */
#pragma once

#include <gtk/gtk.h>

#include "report/paginate.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_PRINT_JOB (hearth_print_job_get_type ())
G_DECLARE_FINAL_TYPE (HearthPrintJob, hearth_print_job, HEARTH, PRINT_JOB, GtkPrintOperation)

/** @number: all that the printer's queue shows. Run it with gtk_print_operation_run (). What is left in the
 * temporary folder is removed when it is done. Transfer full. */
HearthPrintJob *hearth_print_job_new (HearthPages *pages, const char *number);

/** Whether what was chosen in the dialog writes a file instead of paper. Known from "begin-print" on. */
bool hearth_print_job_is_to_file (HearthPrintJob *job);

G_END_DECLS
