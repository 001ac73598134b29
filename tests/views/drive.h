/* SPDX-License-Identifier: GPL-3.0-or-later
 * The real window on a real house, driven by actions and by the widgets a person would use.
 */
#pragma once

#include "app/application.h"
#include "app/window.h"
#include "fixtures/fixtures.h"
#include "fixtures/house.h"
#include "widgets/field-row.h"

G_BEGIN_DECLS

/** @house is closed while the window has it open; NULL in the first run. */
typedef struct {
  HearthTestHouse *house;
  HearthWindow *window;
} Drive;

/** g_test_init (), GTK and libadwaita, without animations. */
void drive_init (int *argc, char ***argv);

/** A window that shows sign-in for a new house. */
Drive *drive_new (void);
/** The same for @house, which it takes. */
Drive *drive_new_in (HearthTestHouse *house);
/** A window that knows no house. */
Drive *drive_new_first_run (void);
/** A new house, signed in to. */
Drive *drive_new_signed_in (void);
void drive_free (Drive *drive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drive, drive_free)

/** Opens the form of a new entry in the daily log, for the first resident; adds one where there is none. */
void drive_begin_entry (Drive *drive);

void drive_sign_in (Drive *drive, const char *user, const char *password);
/** As the director, until the house is open. */
void drive_sign_in_again (Drive *drive);

/** Nobody touches the window for @seconds, then its watch looks at the clocks. */
void drive_pass (Drive *drive, double seconds);
/** The computer sleeps for @seconds; nobody has looked yet. */
void drive_sleep (double seconds);
HearthStore *drive_get_store (Drive *drive);
AdwNavigationPage *drive_get_page (Drive *drive);
/** Activates @action on the window; @target: (nullable) a string. */
void drive_activate (Drive *drive, const char *action, const char *target);
/** The dialog in front, or NULL. */
AdwDialog *drive_get_dialog (Drive *drive);

/** The first widget below @root, on screen, of @type and, unless NULL, called @name (title or label); or NULL. */
gpointer drive_find (gpointer root, GType type, const char *name);
/** The same; fails when there is none. */
gpointer drive_need (gpointer root, GType type, const char *name);
/** What the visible alert below @root says; NULL when there is none. */
const char *drive_get_alert (gpointer root);
/** Presses the button that says @label. */
void drive_press (gpointer root, const char *label);
/** Presses Enter in the search entry of the dialog @root. */
void drive_enter (gpointer root);
/** The row of field @field in the form below @root. */
HearthFieldRow *drive_get_row (gpointer root, const char *field);
/** As if a person had typed @text into @field. */
void drive_type (gpointer root, const char *field, const char *text);

/** A saved resident called @name; transfer full. */
HearthRecord *drive_add_resident (Drive *drive, const char *name);
gint64 drive_count (Drive *drive, const char *type_name);
/** Sequence number of the last audit row, with that of a copy that was under way. */
gint64 drive_get_audit_sequence (Drive *drive);

G_END_DECLS
