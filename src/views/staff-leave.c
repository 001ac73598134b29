/* SPDX-License-Identifier: GPL-3.0-or-later
 * What ends or renews somebody's sign-in: removing a person from the house, and another first password.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-leave.h"

#include <glib/gi18n-lib.h>

#include "records/problem-text.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "views/first-password.h"
#include "views/reason-dialog.h"
#include "views/staff-slip-page.h"
#include "views/staff-words.h"
#include "views/tell.h"

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *account;
  AdwSwitchRow *rotate_row; /* borrowed from the dialog, or NULL */
  AdwSwitchRow *sheet_row;
} Leaving;

static void
leaving_free (gpointer data)
{
  Leaving *leaving = data;

  g_clear_weak_pointer (&leaving->near);
  g_object_unref (leaving->store);
  g_object_unref (leaving->account);
  g_free (leaving);
}

static void
leaving_free_closure (gpointer data, GClosure *closure)
{
  leaving_free (data);
}

static Leaving *
leaving_new (GtkWidget *near, HearthStore *store, HearthRecord *account)
{
  Leaving *leaving = g_new0 (Leaving, 1);

  g_set_weak_pointer (&leaving->near, near);
  leaving->store = g_object_ref (store);
  leaving->account = g_object_ref (account);
  return leaving;
}

static const char *
get_name (const Leaving *leaving)
{
  return hearth_record_get (leaving->account, "name");
}

/* ---- Removing ---- */

char *
hearth_staff_leave_refuse (HearthStore *store, HearthRecord *account)
{
  HearthRecord *me = hearth_store_get_account (store);
  const char *name = hearth_record_get (account, "name");
  g_autoptr (GError) error = NULL;

  if (me != NULL && g_str_equal (hearth_record_get_id (me), hearth_record_get_id (account)))
    return g_strdup (_ ("This is your own account. Somebody else who manages accounts removes it, or gives "
                        "it "
                        "another first password."));
  if (g_str_equal (hearth_record_get (account, "role"), "director") &&
      hearth_record_is_yes (account, "active") &&
      !hearth_account_has_other_director (store, account, &error) && error == NULL)
    /* Translators: %s is a person's name. */
    return g_strdup_printf (_ ("%s is the only director. Make somebody else director first: a house needs "
                               "one "
                               "who can decide."),
                            name);
  return NULL;
}

static void
tell_refused (const Leaving *leaving, const char *heading, const GError *error, GPtrArray *problems)
{
  g_autofree char *sentence = NULL;

  if (problems == NULL || problems->len == 0)
    {
      hearth_tell_error (leaving->near, heading, error);
      return;
    }
  sentence = hearth_problem_to_sentence (&hearth_account_type, g_ptr_array_index (problems, 0));
  hearth_tell (leaving->near, heading, sentence);
}

static void
removal_given_cb (const char *reason, gpointer user_data)
{
  const Leaving *leaving = user_data;
  bool rotate = adw_switch_row_get_active (leaving->rotate_row);
  bool sheet = adw_switch_row_get_active (leaving->sheet_row);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  /* Translators: %s is a person's name. */
  g_autofree char *words = g_strdup_printf (_ ("%s no longer signs in"), get_name (leaving));

  if (!hearth_store_remove_account (leaving->store, leaving->account, reason, &problems, &error))
    {
      tell_refused (leaving, _ ("Not removed"), error, problems);
      return;
    }
  hearth_toast (leaving->near, words, NULL);
  if (rotate)
    gtk_widget_activate_action (leaving->near, "win.replace-house-key", "b", sheet);
  else if (sheet)
    gtk_widget_activate_action (leaving->near, "win.new-sheet", NULL);
}

static GtkWidget *
make_switch (const char *title, const char *subtitle, bool active)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
  return row;
}

/* Those who were there when it was made, or could have asked for one. */
static bool
could_have_seen_sheet (HearthRecord *account)
{
  const HearthRole *role = hearth_role_lookup (hearth_record_get (account, "role"));

  return role != NULL && hearth_role_may_do (role, HEARTH_ACTION_MANAGE_ACCOUNTS);
}

void
hearth_staff_leave_ask (GtkWidget *near, HearthStore *store, HearthRecord *account)
{
  Leaving *leaving = leaving_new (near, store, account);
  g_autofree char *body = g_strdup_printf (_ ("%s can no longer sign in, and all keys are taken away. What "
                                              "was written stays, under "
                                              "the same name."),
                                           get_name (leaving));
  GtkWidget *rows[] = {
    make_switch (_ ("Replace the house key"),
                 _ ("Takes a few minutes. Without it, a copy of the house made later would still open to the "
                    "old password."),
                 true),
    make_switch (_ ("New recovery sheet"),
                 _ ("Where the sheet could have been seen. The old one then opens nothing."),
                 could_have_seen_sheet (account)),
    NULL,
  };

  leaving->rotate_row = ADW_SWITCH_ROW (rows[0]);
  leaving->sheet_row = ADW_SWITCH_ROW (rows[1]);
  hearth_reason_dialog_present (near, _ ("Remove this person?"), body, _ ("_Remove"), rows, removal_given_cb,
                                leaving, leaving_free);
}

/* ---- Another first password ---- */

static void
password_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Leaving *leaving = user_data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthFirstPassword) password = hearth_first_password_make_finish (result, &error);
  GtkWidget *navigation = NULL;

  /* The page may be gone, or the house locked. */
  if (leaving->near != NULL && gtk_widget_get_root (leaving->near) != NULL)
    navigation = gtk_widget_get_ancestor (leaving->near, ADW_TYPE_NAVIGATION_VIEW);
  if (navigation != NULL &&
      (password == NULL ||
       !hearth_store_reset_account (leaving->store, leaving->account, password->password, &problems, &error)))
    tell_refused (leaving, _ ("The password stays as it was"), error, problems);
  else if (navigation != NULL)
    hearth_staff_replace_page (
      leaving->near, ADW_NAVIGATION_PAGE (hearth_staff_slip_page_new (leaving->store, leaving->account,
                                                                      g_steal_pointer (&password))));
  leaving_free (leaving);
}

static void
reset_response_cb (AdwAlertDialog *dialog, const char *response, Leaving *leaving)
{
  if (leaving->near == NULL || !g_str_equal (response, "make"))
    return;
  hearth_first_password_make_async (leaving->store, hearth_record_get (leaving->account, "user"), NULL,
                                    password_made_cb,
                                    leaving_new (leaving->near, leaving->store, leaving->account));
}

/* Labels of the keys that the person holds and the caller could not give again; NULL for none. */
static char *
list_lost_keys (const Leaving *leaving)
{
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (leaving->store, NULL);
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  const HearthHolder *theirs;

  if (holders == NULL)
    return NULL;
  theirs = hearth_holders_lookup (holders, hearth_record_get_id (leaving->account));
  for (const char *const *name = hearth_compartments; *name != NULL; name++)
    if (hearth_holder_has (theirs, *name) && !hearth_staff_do_i_hold (leaving->store, holders, *name))
      g_ptr_array_add (lost, (gpointer) hearth_compartment_get_key (*name));
  if (lost->len == 0)
    return NULL;
  g_ptr_array_add (lost, NULL);
  return hearth_staff_join ((const char *const *) lost->pdata);
}

static char *
describe_reset (const Leaving *leaving)
{
  g_autofree char *lost = list_lost_keys (leaving);
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: %s is a person's name. */
  g_string_append_printf (words,
                          _ ("For %s, whose password is forgotten, or may be known to somebody else. The old "
                             "one opens "
                             "nothing any more."),
                          get_name (leaving));
  g_string_append (words, "\n\n");
  g_string_append (words, _ ("What it costs: notes that this person sealed to nobody else, such as process "
                             "notes, stay closed until the recovery sheet was used here once."));
  if (lost == NULL)
    return g_string_free_and_steal (g_steal_pointer (&words));
  g_string_append (words, "\n\n");
  /* Translators: %s: keys, as in "the medical key and the legal key". */
  g_string_append_printf (words, _ ("Somebody who holds it has to give again: %s."), lost);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

void
hearth_staff_reset_ask (GtkWidget *near, HearthStore *store, HearthRecord *account)
{
  Leaving *leaving = leaving_new (near, store, account);
  g_autofree char *body = describe_reset (leaving);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("A new first password?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "make", _ ("_Make one"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "make", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (reset_response_cb), leaving, leaving_free_closure,
                         0);
  adw_dialog_present (dialog, near);
}

/* ---- Keys of the house ---- */

static void
ask (GtkWidget *near, const char *heading, const char *body, const char *button, GCallback answered)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "go", button, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", answered, near, 0);
  adw_dialog_present (dialog, near);
}

static void
rotate_response_cb (AdwAlertDialog *dialog, const char *response, GtkWidget *near)
{
  if (g_str_equal (response, "go"))
    gtk_widget_activate_action (near, "win.replace-house-key", "b", FALSE);
}

void
hearth_staff_rotate_ask (GtkWidget *near)
{
  ask (near, _ ("Replace the house key?"),
       _ ("The house is closed for a few minutes while everything is written anew under another key. Nobody "
          "needs another password. Copies from before still open with the old key."),
       _ ("_Replace it"), G_CALLBACK (rotate_response_cb));
}

static void
sheet_response_cb (AdwAlertDialog *dialog, const char *response, GtkWidget *near)
{
  if (g_str_equal (response, "go"))
    gtk_widget_activate_action (near, "win.new-sheet", NULL);
}

void
hearth_staff_sheet_ask (GtkWidget *near)
{
  ask (near, _ ("Make a new recovery sheet?"),
       _ ("From that moment on the present sheet opens nothing any more. You need a printer or a pen, and a "
          "second person to keep one half."),
       _ ("_Make it"), G_CALLBACK (sheet_response_cb));
}
