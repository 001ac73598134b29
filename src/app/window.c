/* SPDX-License-Identifier: GPL-3.0-or-later
 * The window: first run, sign-in, or the open house; nothing of a house remains in it after a lock, and nothing shows
 * while it is covered.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/window.h"

#include <glib/gi18n-lib.h>

#include "app/about.h"
#include "app/account-dialog.h"
#include "app/backup-dialog.h"
#include "app/backup-place.h"
#include "app/clipboard.h"
#include "app/copies-dialog.h"
#include "app/first-password-page.h"
#include "app/first-run.h"
#include "app/key-change.h"
#include "app/other-windows.h"
#include "app/own-houses.h"
#include "app/preferences.h"
#include "app/recovery-page.h"
#include "app/search-dialog.h"
#include "app/sign-in-page.h"
#include "app/window-cover.h"
#include "core/sandbox.h"
#include "records/types.h"
#include "views/outside.h"
#include "views/private-temp.h"
#include "views/tell.h"
#include "views/undo.h"

struct _HearthWindow {
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkStack *stack;
  AdwBanner *ending_banner;

  /* Borrowed */
  HearthSignInPage *sign_in_page;
  HearthHousePane *pane; /* NULL too while something has to be done first */
  HearthRotation *rotation; /* NULL unless the house key is being replaced */

  /* Owned */
  GSettings *settings;
  HearthClock *clock;
  HearthSession *session;
  HearthBackupKeeper *keeper;
  HearthLockWatch *watch;
  HearthWindowCover *cover;
};

G_DEFINE_FINAL_TYPE (HearthWindow, hearth_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- Helpers ---- */

static bool
may_back_up (HearthWindow *self)
{
  HearthPolicy *policy = hearth_store_get_policy (hearth_session_get_store (self->session));

  return hearth_policy_may_do (policy, HEARTH_ACTION_BACKUP);
}

static bool
may_carry (HearthWindow *self)
{
  HearthPolicy *policy = hearth_store_get_policy (hearth_session_get_store (self->session));

  return hearth_policy_may_read (policy, &hearth_staff_load_type, NULL, NULL);
}

static void
enable_actions (HearthWindow *self, const char *const *names, bool enabled)
{
  for (gsize i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], enabled);
}

/* Under the cover no key does anything but take it away, lock and quit. */
static void
update_actions (HearthWindow *self)
{
  static const char *const general[] = { "win.preferences", "win.shortcuts", "win.help", "win.about", NULL };
  static const char *const of_house[] = { "win.search",  "win.new",         "win.find",
                                          "win.print",   "win.save",        "win.back",
                                          "win.section", "win.open-record", "win.continue-draft",
                                          "win.report",  "win.history",     "win.admit",
                                          "win.menu",    "win.account",     NULL };
  static const char *const of_copies[] = { "win.back-up", "win.copies", NULL };
  bool open = self->pane != NULL, uncovered = !hearth_window_cover_is_up (self->cover);

  enable_actions (self, general, uncovered);
  enable_actions (self, of_house, open && uncovered);
  enable_actions (self, of_copies, open && uncovered && may_back_up (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.staff-load", open && uncovered && may_carry (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.change-person", self->session != NULL);
}

/* A dialog that moves out of sight shows what is in it all the while. The lowest goes first: one that comes to the front
 * again as it closes stays in memory. */
static void
close_dialogs (HearthWindow *self)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self));
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  while (g_list_model_get_n_items (dialogs) > 0)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, 0);

      /* GTK (seen in 4.18) never frees what is hidden with the keyboard in it when the same happens to something else
       * before the next frame. */
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      adw_dialog_force_close (dialog);
    }
  g_object_set (settings, "gtk-enable-animations", animations, NULL);
}

static void
show_sign_in (HearthWindow *self)
{
  /* A text that is hidden or removed must have lost the focus before. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sign_in_page));
  hearth_sign_in_page_start (self->sign_in_page);
}

static void
remember_folder (HearthWindow *self, HearthStore *store)
{
  HearthRecord *account = hearth_store_get_account (store);

  hearth_sign_in_page_set_folder (self->sign_in_page, hearth_store_get_folder (store));
  if (account != NULL)
    hearth_sign_in_page_set_user (self->sign_in_page, hearth_record_get (account, "user"));
  g_settings_set_string (self->settings, "last-house", hearth_store_get_folder (store));
}

static void
remember_size (HearthWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static void
remove_first_run (HearthWindow *self)
{
  GtkWidget *first_run = gtk_stack_get_child_by_name (self->stack, "first-run");

  if (first_run != NULL)
    gtk_stack_remove (self->stack, first_run);
}

/* ---- What comes before the house ---- */

static void
show_child (HearthWindow *self, GtkWidget *child)
{
  gtk_stack_add_named (self->stack, child, "house");
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child (self->stack, child);
}

static void
show_house (HearthWindow *self)
{
  self->pane = hearth_house_pane_new (hearth_session_get_store (self->session));
  show_child (self, GTK_WIDGET (self->pane));
  update_actions (self);
  hearth_house_pane_welcome (self->pane, self->session);
  hearth_house_pane_start (self->pane);
}

static void
remove_child (HearthWindow *self)
{
  gtk_stack_remove (self->stack, gtk_stack_get_child_by_name (self->stack, "house"));
  self->pane = NULL;
}

static void
password_chosen_cb (HearthWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  remove_child (self);
  show_house (self);
}

static void
recovery_done_cb (HearthWindow *self, const char *user)
{
  g_autofree char *name = g_strdup (user);

  hearth_window_lock (self, "lock");
  hearth_sign_in_page_set_user (self->sign_in_page, name);
  hearth_sign_in_page_start (self->sign_in_page);
}

/* The house, unless the recovery sheet opened it, which is not for reading, or a password has to be chosen first. */
static void
show_first (HearthWindow *self)
{
  GtkWidget *child;

  if (hearth_keyring_is_recovery (hearth_session_get_keyring (self->session)))
    {
      child = GTK_WIDGET (hearth_recovery_page_new (self->session));
      g_signal_connect_object (child, "done", G_CALLBACK (recovery_done_cb), self, G_CONNECT_SWAPPED);
      show_child (self, child);
    }
  else if (hearth_session_wants_password (self->session))
    {
      child = GTK_WIDGET (hearth_first_password_page_new (self->session));
      g_signal_connect_object (child, "chosen", G_CALLBACK (password_chosen_cb), self, G_CONNECT_SWAPPED);
      show_child (self, child);
    }
  else
    show_house (self);
}

/* ---- Callbacks ---- */

static void
signed_in_cb (HearthWindow *self, HearthSession *session)
{
  hearth_window_open (self, session);
  hearth_key_change_tell_interrupted (GTK_WIDGET (self), session);
}

static void
first_run_left_cb (HearthWindow *self)
{
  show_sign_in (self);
  remove_first_run (self);
}

static void
first_run_made_cb (HearthWindow *self, HearthSession *session, const char *copies)
{
  bool has_place = copies != NULL;

  if (has_place)
    hearth_backup_place_set (hearth_store_get_folder (hearth_session_get_store (session)), copies);
  hearth_window_open (self, session);
  remove_first_run (self);
  if (has_place)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back-up", NULL);
}

static void
first_run_ready_cb (HearthWindow *self, const char *folder, const char *user)
{
  hearth_sign_in_page_set_folder (self->sign_in_page, folder);
  hearth_sign_in_page_set_user (self->sign_in_page, user);
  show_sign_in (self);
  remove_first_run (self);
}

static void
first_run_recover_cb (HearthWindow *self, const char *folder)
{
  first_run_ready_cb (self, folder, NULL);
  hearth_sign_in_page_show_sheet (self->sign_in_page);
}

static void
show_first_run (HearthWindow *self, bool may_leave)
{
  HearthFirstRun *first_run = hearth_first_run_new (self->clock, may_leave);

  g_signal_connect_object (first_run, "left", G_CALLBACK (first_run_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (first_run, "made", G_CALLBACK (first_run_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (first_run, "ready", G_CALLBACK (first_run_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (first_run, "recover", G_CALLBACK (first_run_recover_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (first_run), "first-run");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (first_run));
}

static void
new_house_cb (HearthWindow *self)
{
  show_first_run (self, true);
}

/* ---- Actions ---- */

static void
search_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);

  adw_dialog_present (ADW_DIALOG (hearth_search_dialog_new (hearth_session_get_store (self->session))),
                      widget);
}

static void
lock_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_window_lock (HEARTH_WINDOW (widget), "lock");
}

/* The next person begins with an empty name; what was typed waits for the one who typed it. */
static void
change_person_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);

  hearth_window_lock (self, "lock");
  hearth_sign_in_page_set_user (self->sign_in_page, NULL);
  hearth_sign_in_page_start (self->sign_in_page);
}

static void
uncover (HearthWindow *self)
{
  if (hearth_window_cover_take_down (self->cover))
    return;
  if (self->pane != NULL)
    hearth_house_pane_start (self->pane);
  else if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->sign_in_page))
    hearth_sign_in_page_start (self->sign_in_page);
}

static void
cover_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);

  if (hearth_window_cover_is_up (self->cover))
    uncover (self);
  else
    hearth_window_cover_put_up (self->cover);
  hearth_lock_watch_set_covered (self->watch, hearth_window_cover_is_up (self->cover));
  update_actions (self);
}

/* "win.new" is "page.new" of the page in front; a page that has no such action leaves the key without effect. */
static void
page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);
  g_autofree char *page_name = g_strconcat ("page.", name + strlen ("win."), NULL);
  AdwNavigationPage *page;

  if (self->pane == NULL || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  page = hearth_house_pane_get_visible_page (self->pane);
  gtk_widget_activate_action_variant (GTK_WIDGET (page), page_name, NULL);
}

static void
back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);
  GtkWidget *page = GTK_WIDGET (hearth_house_pane_get_visible_page (self->pane));

  gtk_widget_activate_action (page, "navigation.pop", NULL);
}

static void
undo_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (hearth_window_cover_is_up (HEARTH_WINDOW (widget)->cover))
    return;
  /* In a text the same keys take back what was typed. */
  if (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus))
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    hearth_undo_perform (widget);
}

static void
section_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_house_pane_show_section (HEARTH_WINDOW (widget)->pane, g_variant_get_string (parameter, NULL));
}

static void
staff_load_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_house_pane_show_section (HEARTH_WINDOW (widget)->pane, "staff-load");
}

static void
open_record_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) record = hearth_store_load (hearth_session_get_store (self->session),
                                                       g_variant_get_string (parameter, NULL), &error);

  if (record == NULL)
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
  else
    hearth_house_pane_show_record (self->pane, record);
}

static void
continue_draft_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_house_pane_continue_draft (HEARTH_WINDOW (widget)->pane, g_variant_get_string (parameter, NULL));
}

static void
report_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) resident = hearth_store_load (hearth_session_get_store (self->session),
                                                         g_variant_get_string (parameter, NULL), &error);

  if (resident == NULL)
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
  else
    hearth_house_pane_show_report (self->pane, resident);
}

/* With the id of somebody who comes back, or "". */
static void
admit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) resident = NULL;

  if (*id != '\0')
    resident = hearth_store_load (hearth_session_get_store (self->session), id, &error);
  if (error != NULL)
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
  else
    hearth_house_pane_admit (self->pane, resident);
}

static void
menu_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_house_pane_show_menu (HEARTH_WINDOW (widget)->pane);
}

static void
preferences_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthWindow *self = HEARTH_WINDOW (widget);

  adw_dialog_present (ADW_DIALOG (hearth_preferences_new (self->pane != NULL ? self->session : NULL)),
                      widget);
}

static void
account_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hearth_account_dialog_new (HEARTH_WINDOW (widget)->session)), widget);
}

static void
back_up_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hearth_backup_dialog_new (HEARTH_WINDOW (widget)->session)), widget);
}

static void
copies_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (ADW_DIALOG (hearth_copies_dialog_new (HEARTH_WINDOW (widget)->session)), widget);
}

/* ---- Overrides ---- */

static gboolean
hearth_window_close_request (GtkWindow *window)
{
  HearthWindow *self = HEARTH_WINDOW (window);

  remember_size (self);
  hearth_window_lock (self, "quit");
  return GTK_WINDOW_CLASS (hearth_window_parent_class)->close_request (window);
}

static void
hearth_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthWindow *self = HEARTH_WINDOW (widget);

  GTK_WIDGET_CLASS (hearth_window_parent_class)->size_allocate (widget, width, height, baseline);
  hearth_window_cover_allocate (self->cover, width, height, baseline);
}

static void
hearth_window_dispose (GObject *object)
{
  HearthWindow *self = HEARTH_WINDOW (object);

  if (self->session != NULL)
    hearth_window_lock (self, "quit");
  g_clear_object (&self->watch);
  g_clear_object (&self->keeper);
  if (self->cover != NULL)
    hearth_window_cover_drop (self->cover);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->cover);

  G_OBJECT_CLASS (hearth_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action_cb);
  gtk_widget_class_install_action (widget_class, "win.change-person", NULL, change_person_action_cb);
  hearth_about_install_actions (widget_class);
  hearth_key_change_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.account", NULL, account_action_cb);
  gtk_widget_class_install_action (widget_class, "win.cover", NULL, cover_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "win.section", "s", section_action_cb);
  gtk_widget_class_install_action (widget_class, "win.staff-load", NULL, staff_load_action_cb);
  gtk_widget_class_install_action (widget_class, "win.open-record", "s", open_record_action_cb);
  gtk_widget_class_install_action (widget_class, "win.continue-draft", "s", continue_draft_action_cb);
  gtk_widget_class_install_action (widget_class, "win.report", "s", report_action_cb);
  gtk_widget_class_install_action (widget_class, "win.admit", "s", admit_action_cb);
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_action_cb);
  gtk_widget_class_install_action (widget_class, "win.copies", NULL, copies_action_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action_cb);
}

static void
hearth_window_class_init (HearthWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_window_dispose;
  widget_class->size_allocate = hearth_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = hearth_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/window.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthWindow, content);
  gtk_widget_class_bind_template_child (widget_class, HearthWindow, ending_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthWindow, stack);
  install_actions (widget_class);
}

static void
hearth_window_init (HearthWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (HEARTH_APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  hearth_clipboard_watch (GTK_WIDGET (self));
  self->keeper = hearth_backup_keeper_new ();
  self->cover = hearth_window_cover_new (GTK_WINDOW (self), self->content);
  update_actions (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
}

/* ---- Locking by itself ---- */

static void
watch_lock_cb (HearthWindow *self, const char *reason)
{
  hearth_window_lock (self, reason);
}

static void
ending_cb (HearthWindow *self)
{
  bool ending = hearth_lock_watch_is_ending (self->watch);

  adw_banner_set_revealed (self->ending_banner, ending);
  if (ending)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->ending_banner), adw_banner_get_title (self->ending_banner),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* ---- Public ---- */

HearthWindow *
hearth_window_new (GtkApplication *application,
                   HearthClock *clock,
                   const HearthLockTime *time,
                   const char *folder)
{
  HearthWindow *self = g_object_new (HEARTH_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "last-house");
  /* In a sandbox they are all there are. */
  g_auto (GStrv) own = hearth_sandbox_is_inside () ? hearth_own_houses_list () : g_new0 (char *, 1);

  self->clock = g_object_ref (clock);
  self->watch = hearth_lock_watch_new (GTK_WINDOW (self), time);
  g_signal_connect_object (self->watch, "lock", G_CALLBACK (watch_lock_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "notify::ending", G_CALLBACK (ending_cb), self, G_CONNECT_SWAPPED);
  self->sign_in_page = hearth_sign_in_page_new (clock);
  g_signal_connect_object (self->sign_in_page, "signed-in", G_CALLBACK (signed_in_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in_page, "new-house", G_CALLBACK (new_house_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sign_in_page), "sign-in");
  if (folder == NULL)
    folder = *last != '\0' ? last : own[0];
  if (folder == NULL)
    {
      show_first_run (self, false);
      return self;
    }
  hearth_sign_in_page_set_folder (self->sign_in_page, folder);
  show_sign_in (self);
  return self;
}

void
hearth_window_open (HearthWindow *self, HearthSession *session)
{
  HearthStore *store = hearth_session_get_store (session);

  g_return_if_fail (HEARTH_IS_WINDOW (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  remember_folder (self, store);
  show_first (self);
  update_actions (self);
  hearth_backup_keeper_open (self->keeper, session);
  hearth_lock_watch_start (self->watch, hearth_store_get_house (store));
}

/* Shows sign-in, and nothing of the house any more. */
static void
put_house_away (HearthWindow *self)
{
  hearth_lock_watch_stop (self->watch);
  if (self->pane != NULL)
    hearth_house_pane_keep_drafts (self->pane);
  hearth_other_windows_close (GTK_WINDOW (self));
  hearth_outside_close (GTK_WINDOW (self));
  /* Work that uses keys, such as a copy that was asked for, belongs to a dialog and stops with it. */
  close_dialogs (self);
  show_sign_in (self);
  remove_child (self);
}

void
hearth_window_lock (HearthWindow *self, const char *reason)
{
  g_return_if_fail (HEARTH_IS_WINDOW (self));
  if (self->session == NULL)
    {
      /* A copy that is still being made keeps keys. */
      if (g_str_equal (reason, HEARTH_LOCK_SCREEN) || g_str_equal (reason, HEARTH_LOCK_RESUME))
        hearth_backup_keeper_stop (self->keeper);
      if (self->rotation != NULL)
        hearth_rotation_leave (self->rotation);
      return;
    }
  put_house_away (self);
  hearth_clipboard_clear (GTK_WIDGET (self));
  hearth_backup_keeper_leave (self->keeper, reason);
  g_clear_object (&self->session);
  update_actions (self);
  hearth_private_temp_leave (HEARTH_PRIVATE_TEMP_PATIENCE);
}

HearthRotation *
hearth_window_begin_rotation (HearthWindow *self)
{
  g_autofree char *folder = NULL;
  g_autoptr (HearthRecord) house = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;

  g_return_val_if_fail (HEARTH_IS_WINDOW (self), NULL);
  g_return_val_if_fail (self->session != NULL, NULL);
  folder = g_strdup (hearth_store_get_folder (hearth_session_get_store (self->session)));
  house = g_object_ref (hearth_store_get_house (hearth_session_get_store (self->session)));
  put_house_away (self);
  keyring = hearth_backup_keeper_hand_over (self->keeper, "lock");
  g_clear_object (&self->session);
  self->rotation = hearth_rotation_new (folder, keyring, self->clock);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->rotation), "rotation");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->rotation));
  update_actions (self);
  /* Whoever went away meanwhile does not find the house open. */
  hearth_lock_watch_start (self->watch, house);
  hearth_rotation_start (self->rotation);
  return self->rotation;
}

void
hearth_window_end_rotation (HearthWindow *self, HearthSession *session)
{
  g_return_if_fail (HEARTH_IS_WINDOW (self));
  hearth_lock_watch_stop (self->watch);
  show_sign_in (self);
  gtk_stack_remove (self->stack, GTK_WIDGET (g_steal_pointer (&self->rotation)));
  if (session != NULL)
    hearth_window_open (self, session);
}

HearthSession *
hearth_window_get_session (HearthWindow *self)
{
  g_return_val_if_fail (HEARTH_IS_WINDOW (self), NULL);
  return self->session;
}

HearthHousePane *
hearth_window_get_pane (HearthWindow *self)
{
  g_return_val_if_fail (HEARTH_IS_WINDOW (self), NULL);
  return self->pane;
}

HearthLockWatch *
hearth_window_get_watch (HearthWindow *self)
{
  g_return_val_if_fail (HEARTH_IS_WINDOW (self), NULL);
  return self->watch;
}

HearthBackupKeeper *
hearth_window_get_keeper (HearthWindow *self)
{
  g_return_val_if_fail (HEARTH_IS_WINDOW (self), NULL);
  return self->keeper;
}
