/* SPDX-License-Identifier: GPL-3.0-or-later
 * The views of a list: those that are there for everybody, and those a person has kept. One is chosen; what is asked
 * may have moved away from it since.
 */
#pragma once

#include <adwaita.h>

#include "views/list-question.h"
#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_VIEW_MENU (hearth_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (HearthViewMenu, hearth_view_menu, HEARTH, VIEW_MENU, AdwBin)

/**
 * hearth_view_menu_new:
 * @type: what the list is of
 *
 * The first view is chosen. Property: "chosen" (string): the place of a view that everybody has ("0"), or the id of a
 * kept one. Actions: view.choose (s), view.keep, view.update, view.rename, view.remove. Signal: "chosen": from now on
 * the list is to show hearth_view_menu_get_question (); also when the view is the one as before.
 */
HearthViewMenu *hearth_view_menu_new (HearthStore *store, const HearthRecordType *type);

/** What the chosen view asks. Borrowed. */
const HearthListQuestion *hearth_view_menu_get_question (HearthViewMenu *menu);
/** What the list shows now: what would be kept, and what says whether the view was changed. */
void hearth_view_menu_set_current (HearthViewMenu *menu, const HearthListQuestion *current);
bool hearth_view_menu_is_changed (HearthViewMenu *menu);

G_END_DECLS
