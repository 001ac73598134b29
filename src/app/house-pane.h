/* SPDX-License-Identifier: GPL-3.0-or-later
 * The open house: a sidebar of sections, and the pages of the section that is shown.
 */
#pragma once

#include <adwaita.h>

#include "app/session.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_HOUSE_PANE (hearth_house_pane_get_type ())
G_DECLARE_FINAL_TYPE (HearthHousePane, hearth_house_pane, HEARTH, HOUSE_PANE, AdwBreakpointBin)

HearthHousePane *hearth_house_pane_new (HearthStore *store);

/** Says what there is to say after signing in to the house of @session, and sees to its keys. */
void hearth_house_pane_welcome (HearthHousePane *pane, HearthSession *session);
/** Opens the reports with @resident chosen. */
void hearth_house_pane_show_report (HearthHousePane *pane, HearthRecord *resident);
/** @name: of a #HearthSection. One that this person may not see is not shown. */
void hearth_house_pane_show_section (HearthHousePane *pane, const char *name);
/** Shows @record where it belongs: a resident's own page, or the record in its resident's file. */
void hearth_house_pane_show_record (HearthHousePane *pane, HearthRecord *record);
/** Shows the keys of the recovery sheet. */
void hearth_house_pane_show_sheet (HearthHousePane *pane);
/** Opens a new admission; @resident: (nullable): of somebody who was here before. */
void hearth_house_pane_admit (HearthHousePane *pane, HearthRecord *resident);
/** Puts the keyboard focus where a person begins. */
void hearth_house_pane_start (HearthHousePane *pane);
/** Opens the form that the draft @draft_id belongs to, with what was typed. */
void hearth_house_pane_continue_draft (HearthHousePane *pane, const char *draft_id);
/** Opens the main menu, wherever it stands at this width. */
void hearth_house_pane_show_menu (HearthHousePane *pane);
/** The page that is in front. */
AdwNavigationPage *hearth_house_pane_get_visible_page (HearthHousePane *pane);
/** Keeps what is typed in every open form as a draft. */
void hearth_house_pane_keep_drafts (HearthHousePane *pane);

G_END_DECLS
