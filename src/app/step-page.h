/* SPDX-License-Identifier: GPL-3.0-or-later
 * One step of the first run: what it asks, which step it is, and the button that goes on.
 */
#pragma once

#include <adwaita.h>

#include "app/job.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_STEP_PAGE (hearth_step_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (HearthStepPage, hearth_step_page, HEARTH, STEP_PAGE, AdwNavigationPage)

struct _HearthStepPageClass {
  AdwNavigationPageClass parent_class;
};

/**
 * Properties: "step" ("Step 2 of 6"), "content" (widget below the title), "next-label" (the button; none when empty),
 * "first" (the widget that has the keyboard when the page comes). Signals: "next" (): go on; "changed" (): the
 * person answered something differently.
 */

/** What is still missing, said above the button, which waits for it; "" when nothing is. */
void hearth_step_page_set_hint (HearthStepPage *page, const char *hint);
/** The text of the button; its property. */
void hearth_step_page_set_next_label (HearthStepPage *page, const char *label);
/** Whether the button stands out, as it does from the start. */
void hearth_step_page_set_next_suggested (HearthStepPage *page, bool suggested);
void hearth_step_page_set_first (HearthStepPage *page, GtkWidget *widget);
/** While it works there is no way back. @job: (nullable): whose progress is shown, and that can be stopped here. */
void hearth_step_page_set_busy (HearthStepPage *page, bool busy, HearthJob *job);
/** Whether the button can be pressed. */
bool hearth_step_page_is_ready (HearthStepPage *page);

/** A sentence in the colour of an error, read out at once; "" takes it away. */
void hearth_step_page_show_message (HearthStepPage *page, const char *sentence);
void hearth_step_page_show_error (HearthStepPage *page, const GError *error);

/** For steps: takes the message away and emits "changed". */
void hearth_step_page_tell_changed (HearthStepPage *page);
/** Goes on, as the button does. */
void hearth_step_page_go_on (HearthStepPage *page);
/** For Enter in an entry: goes on, or to the next entry while something is missing. */
void hearth_step_page_enter (HearthStepPage *page);

G_END_DECLS
