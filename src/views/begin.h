/* SPDX-License-Identifier: GPL-3.0-or-later
 * Beginning a new record, wherever one is: whose file it goes into is asked where that is not known.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** @near: in the navigation view that the form is pushed to; @resident: (nullable): id. */
void hearth_begin_record (GtkWidget *near,
                          HearthStore *store,
                          const HearthRecordType *type,
                          const char *resident);

/** Opens the page of @record there. */
void hearth_open_record (GtkWidget *near, HearthStore *store, HearthRecord *record);

G_END_DECLS
