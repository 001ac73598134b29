/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a resident's file is made of, in the order in which people look for it: one table for its list, and for the menu of
 * what can be added.
 */
#pragma once

#include "core/record-type.h"

G_BEGIN_DECLS

/**
 * HearthFileKind:
 * @heading: N_(): begins a group; NULL: goes on with the one before
 * @report: a kind of report about the resident that is printed from its row, or NULL
 * @report_label: N_(): what that is called
 */
typedef struct {
  const char *heading;
  const HearthRecordType *type;
  const char *report;
  const char *report_label;
} HearthFileKind;

const HearthFileKind *hearth_file_kinds_get (unsigned int *n_kinds);

G_END_DECLS
