/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who took part in a group session: a line for every resident who may, each saved in their own file.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_GROUP_SESSION_LIST (hearth_group_session_list_get_type ())
G_DECLARE_FINAL_TYPE (HearthGroupSessionList, hearth_group_session_list, HEARTH, GROUP_SESSION_LIST, AdwBin)

/** Of @session, which is saved. Residents who lived here on its day, and who have a line already; only those of whose file
 * the reader may see it. A line is saved when the focus leaves it. Signals: "edited" (): whether something is not saved yet
 * may have changed. */
HearthGroupSessionList *hearth_group_session_list_new (HearthStore *store, HearthRecord *session);

bool hearth_group_session_list_is_changed (HearthGroupSessionList *list);
/** Saves all lines that changed, all or none; false when it was told why not. */
bool hearth_group_session_list_save (HearthGroupSessionList *list);
/** Brings the keyboard to the first line without an answer. */
void hearth_group_session_list_focus (HearthGroupSessionList *list);

G_END_DECLS
