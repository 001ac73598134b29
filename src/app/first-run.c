/* SPDX-License-Identifier: GPL-3.0-or-later
 * The first run: a new house in six steps, a demo house, or a copy put back.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/first-run.h"

#include <glib/gi18n-lib.h>

#include "app/accounts-step.h"
#include "app/backup-place.h"
#include "app/copy-step.h"
#include "app/demo-step.h"
#include "app/house-step.h"
#include "app/new-house.h"
#include "app/own-houses.h"
#include "app/person-step.h"
#include "app/place-row.h"
#include "app/restore-step.h"
#include "app/sheet-step.h"
#include "app/typed-step.h"
#include "core/sandbox.h"

/* An empty house takes less than a megabyte; this leaves room for the first weeks. */
#define ROOM (20 * 1024 * 1024)

struct _HearthFirstRun {
  AdwBin parent_instance;

  /* Template widgets */
  GtkButton *back_button;
  HearthHouseStep *house_step;
  HearthPersonStep *person_step;
  HearthSheetStep *sheet_step;
  HearthTypedStep *typed_step;
  HearthCopyStep *copy_step;
  HearthDemoStep *demo_step;
  HearthAccountsStep *accounts_step;
  HearthRestoreStep *restore_step;
  AdwPreferencesGroup *restored_group;
  AdwActionRow *open_row;

  /* Borrowed */
  AdwNavigationView *navigation;

  /* Owned */
  HearthClock *clock;
  HearthNewHouse *house; /* NULL until the third step is done */
  bool is_stale;         /* whether an answer was changed since the house was made */
  char *demo;
  char *restored;
};

G_DEFINE_FINAL_TYPE (HearthFirstRun, hearth_first_run, ADW_TYPE_BIN)

enum { LEFT, MADE, READY, RECOVER, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

/* Whether the place is to blame, so that the answer is one step back. */
static bool
is_about_place (const GError *error)
{
  return error->domain == HEARTH_STORE_ERROR ||
         g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_IO) ||
         g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_FULL) ||
         g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_TAKEN);
}

static void
show_sheet (HearthFirstRun *self)
{
  g_autofree char *today = hearth_clock_today (self->clock);

  hearth_sheet_step_set_sheet (self->sheet_step, hearth_new_house_get_sheet (self->house),
                               hearth_new_house_get_title (self->house), today);
  adw_navigation_view_push_by_tag (self->navigation, "sheet");
}

/* ---- First step ---- */

static void
leave_cb (HearthFirstRun *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static void
set_up_cb (HearthFirstRun *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "house");
}

static void
try_cb (HearthFirstRun *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "demo");
}

static void
restore_cb (HearthFirstRun *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "restore");
}

/* ---- The six steps ---- */

static void
details_changed_cb (HearthFirstRun *self)
{
  self->is_stale = true;
}

static void
house_next_cb (HearthFirstRun *self)
{
  g_autoptr (GError) error = NULL;

  if (hearth_place_check (hearth_house_step_get_place (self->house_step), ROOM, &error))
    adw_navigation_view_push_by_tag (self->navigation, "person");
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self->house_step), error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthFirstRun) self = user_data;
  g_autoptr (GError) error = NULL;
  bool made = hearth_new_house_make_finish (HEARTH_NEW_HOUSE (source), result, &error);

  /* The window is gone. */
  if (self->house == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->person_step), false, NULL);
  if (made)
    {
      show_sheet (self);
      return;
    }
  g_clear_object (&self->house);
  if (is_about_place (error))
    {
      adw_navigation_view_pop_to_tag (self->navigation, "house");
      hearth_step_page_show_error (HEARTH_STEP_PAGE (self->house_step), error);
    }
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self->person_step), error);
}

static void
make_house (HearthFirstRun *self)
{
  g_autofree char *organisation = hearth_house_step_dup_organisation (self->house_step);
  g_autofree char *house = hearth_house_step_dup_house (self->house_step);
  g_autofree char *name = hearth_person_step_dup_name (self->person_step);
  g_autofree char *user = hearth_person_step_dup_user (self->person_step);
  const HearthNewHouseDetails details = {
    .folder = hearth_house_step_get_place (self->house_step),
    .organisation = organisation,
    .house_name = house,
    .person_name = name,
    .user = user,
    .password = hearth_person_step_get_password (self->person_step),
  };

  /* The old sheet opens nothing any more, nor does what was typed from it. */
  hearth_sheet_step_set_sheet (self->sheet_step, NULL, NULL, NULL);
  hearth_sheet_step_show_note (self->sheet_step, self->house != NULL
                                                   ? _ ("You changed an answer, so this is a new sheet. The "
                                                        "earlier paper opens "
                                                        "nothing: tear it up.")
                                                   : "");
  hearth_typed_step_clear (self->typed_step);
  g_clear_object (&self->house);
  self->is_stale = false;
  self->house = hearth_new_house_new (self->clock, NULL);
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->person_step), true, NULL);
  hearth_new_house_make_async (self->house, &details, made_cb, g_object_ref (self));
}

static void
person_next_cb (HearthFirstRun *self)
{
  if (self->house == NULL || self->is_stale)
    make_house (self);
  else
    adw_navigation_view_push_by_tag (self->navigation, "sheet");
}

static void
sheet_next_cb (HearthFirstRun *self)
{
  adw_navigation_view_push_by_tag (self->navigation, "typed");
}

static void
sheet_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthFirstRun) self = user_data;
  g_autoptr (GError) error = NULL;
  int wrong_half = 0;
  bool opened = hearth_new_house_try_sheet_finish (HEARTH_NEW_HOUSE (source), result, &wrong_half, &error);

  if (self->house == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->typed_step), false, NULL);
  if (opened)
    {
      hearth_copy_step_set_house (self->copy_step, hearth_house_step_get_place (self->house_step));
      adw_navigation_view_push_by_tag (self->navigation, "copies");
    }
  else if (wrong_half != 0)
    hearth_typed_step_show_wrong_half (self->typed_step, wrong_half);
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self->typed_step), error);
}

static void
typed_next_cb (HearthFirstRun *self)
{
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->typed_step), true, NULL);
  hearth_new_house_try_sheet_async (self->house, hearth_typed_step_get_first_half (self->typed_step),
                                    hearth_typed_step_get_second_half (self->typed_step), sheet_tried_cb,
                                    g_object_ref (self));
}

static void
copy_next_cb (HearthFirstRun *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthSession) session = hearth_new_house_finish (self->house, &error);

  if (session == NULL)
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self->copy_step), error);
  else
    g_signal_emit (self, signals[MADE], 0, session, hearth_copy_step_get_place (self->copy_step));
}

/* ---- The other ways ---- */

static void
demo_made_cb (HearthFirstRun *self, const char *folder, HearthDemoResult *result)
{
  g_set_str (&self->demo, folder);
  hearth_accounts_step_set_accounts (self->accounts_step, result->accounts);
  adw_navigation_view_push_by_tag (self->navigation, "accounts");
}

static void
accounts_next_cb (HearthFirstRun *self)
{
  g_signal_emit (self, signals[READY], 0, self->demo,
                 hearth_accounts_step_get_first_user (self->accounts_step));
}

static void
restored_cb (HearthFirstRun *self, const char *folder, const char *made_at)
{
  g_autoptr (GDateTime) now = hearth_clock_now (self->clock);
  g_autofree char *when = hearth_backup_describe_time (made_at, now);
  /* Translators: %s is the time when a copy was made, as in “yesterday 18:10”. */
  g_autofree char *words =
    g_strdup_printf (_ ("Every file of the copy was read and is whole. It was made %s: what "
                        "was written after that is not in it."),
                     when);

  g_set_str (&self->restored, folder);
  adw_preferences_group_set_description (self->restored_group, words);
  adw_navigation_view_push_by_tag (self->navigation, "restored");
}

static void
restored_sign_in_cb (HearthFirstRun *self)
{
  g_signal_emit (self, signals[READY], 0, self->restored, NULL);
}

static void
restored_recover_cb (HearthFirstRun *self)
{
  g_signal_emit (self, signals[RECOVER], 0, self->restored);
}

/* ---- Overrides ---- */

static void
hearth_first_run_dispose (GObject *object)
{
  HearthFirstRun *self = HEARTH_FIRST_RUN (object);

  /* The steps first: one of them shows the sheet of the house. */
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_FIRST_RUN);
  g_clear_object (&self->house);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->demo, g_free);
  g_clear_pointer (&self->restored, g_free);

  G_OBJECT_CLASS (hearth_first_run_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[LEFT] =
    g_signal_new ("left", HEARTH_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", HEARTH_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, HEARTH_TYPE_SESSION, G_TYPE_STRING);
  signals[READY] = g_signal_new ("ready", HEARTH_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[RECOVER] = g_signal_new ("recover", HEARTH_TYPE_FIRST_RUN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, accounts_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, back_button);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, copy_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, demo_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, house_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, open_row);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, person_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, restore_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, restored_group);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, sheet_step);
  gtk_widget_class_bind_template_child (widget_class, HearthFirstRun, typed_step);
  gtk_widget_class_bind_template_callback (widget_class, accounts_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, demo_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, restored_cb);
  gtk_widget_class_bind_template_callback (widget_class, restored_recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, restored_sign_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_next_cb);
}

static void
hearth_first_run_class_init (HearthFirstRunClass *klass)
{
  g_type_ensure (HEARTH_TYPE_ACCOUNTS_STEP);
  g_type_ensure (HEARTH_TYPE_COPY_STEP);
  g_type_ensure (HEARTH_TYPE_DEMO_STEP);
  g_type_ensure (HEARTH_TYPE_HOUSE_STEP);
  g_type_ensure (HEARTH_TYPE_PERSON_STEP);
  g_type_ensure (HEARTH_TYPE_RESTORE_STEP);
  g_type_ensure (HEARTH_TYPE_SHEET_STEP);
  g_type_ensure (HEARTH_TYPE_STEP_PAGE);
  g_type_ensure (HEARTH_TYPE_TYPED_STEP);
  G_OBJECT_CLASS (klass)->dispose = hearth_first_run_dispose;
  install_signals ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* A sandbox has the houses of its own folder, and no others. */
static void
describe_own_houses (HearthFirstRun *self)
{
  g_auto (GStrv) houses = hearth_own_houses_list ();
  bool some = houses[0] != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->open_row), some);
  adw_action_row_set_subtitle (self->open_row, some ? _ ("It is in Hearth’s own folder on this computer.")
                                                    : _ ("There is none in Hearth’s own folder yet. A house "
                                                         "from elsewhere comes here as a copy."));
}

static void
hearth_first_run_init (HearthFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (hearth_sandbox_is_inside ())
    describe_own_houses (self);
  /* Not bound: the template's end would take the child away from under AdwBin. */
  self->navigation = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
}

/* ---- Public ---- */

HearthFirstRun *
hearth_first_run_new (HearthClock *clock, bool may_leave)
{
  HearthFirstRun *self = g_object_new (HEARTH_TYPE_FIRST_RUN, NULL);

  self->clock = g_object_ref (clock);
  hearth_demo_step_set_clock (self->demo_step, clock);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), may_leave);
  return self;
}
