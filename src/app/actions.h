/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everything that has a key of its own: one table for accelerators, the shortcuts dialog and search.
 */
#pragma once

#include <adwaita.h>

#include "app/section.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;  /* detailed action name */
  const char *accel; /* GTK accelerator, several separated by a space */
  const char *label; /* N_() */
  const char *group; /* N_(): heading in the shortcuts dialog */
  bool in_search;    /* offered by Ctrl+K */
  const HearthSection *section; /* the one it opens, for whoever may see that, or NULL */
  bool (*is_for) (HearthStore *store); /* whether the person signed in may; NULL: everybody */
} HearthActionInfo;

/** Ends with a NULL name; rows of one group stand together. */
const HearthActionInfo *hearth_actions_get_table (void);
/** Gives @application the accelerators of the table. */
void hearth_actions_install (GtkApplication *application);
/** The dialog that lists the table. Floating. */
AdwDialog *hearth_actions_make_shortcuts_dialog (void);

G_END_DECLS
