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
/** Whether it is for the person signed in to @store, or with NULL for somebody who has not signed in: then only what tells
 * nothing of what the program is for. */
bool hearth_action_is_for (const HearthActionInfo *info, HearthStore *store);
/** The dialog that lists what has a key, as above. @store: (nullable). Floating. */
AdwDialog *hearth_actions_make_shortcuts_dialog (HearthStore *store);

G_END_DECLS
