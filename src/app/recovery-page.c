/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the recovery sheet is for: giving one person a new first password.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/recovery-page.h"

#include <glib/gi18n-lib.h>

#include "app/password-group.h"
#include "app/step-page.h"
#include "records/types.h"
#include "rules/key-requests.h"
#include "store/people.h"
#include "views/first-password.h"
#include "views/staff-words.h"

struct _HearthRecoveryPage {
  AdwBin parent_instance;

  /* Template widgets */
  HearthStepPage *person_step;
  AdwPreferencesGroup *people_group;
  HearthStepPage *password_step;
  AdwPreferencesGroup *for_group;
  HearthPasswordGroup *password_group;
  HearthStepPage *done_step;
  AdwActionRow *password_row;
  AdwActionRow *keys_row;
  AdwActionRow *notes_row;
  AdwPreferencesGroup *sheet_group;

  /* Borrowed */
  AdwNavigationView *navigation;

  /* Owned */
  HearthSession *session; /* NULL when the page is gone */
  HearthRecord *account;  /* that was chosen */
  HearthFirstPassword *password; /* once it is given */
  HearthPrintJob *print_job;
};

G_DEFINE_FINAL_TYPE (HearthRecoveryPage, hearth_recovery_page, ADW_TYPE_BIN)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static HearthStore *
get_store (HearthRecoveryPage *self)
{
  return hearth_session_get_store (self->session);
}

static void
show_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
}

/* "Counselling and Medical", or "". Transfer full. */
static char *
dup_keys (HearthRecoveryPage *self)
{
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (get_store (self), NULL);
  const HearthHolder *holder =
    holders != NULL ? hearth_holders_lookup (holders, hearth_record_get_id (self->account)) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (const char *const *name = hearth_compartments; *name != NULL; name++)
    if (hearth_holder_has (holder, *name))
      g_strv_builder_add (builder, hearth_compartment_get_label (*name));
  labels = g_strv_builder_end (builder);
  return hearth_staff_join ((const char *const *) labels);
}

/* ---- The person ---- */

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord **) a, *other = *(HearthRecord **) b;
  bool is_director = g_str_equal (hearth_record_get (one, "role"), "director");
  bool other_is = g_str_equal (hearth_record_get (other, "role"), "director");

  /* A director can help the others from then on. */
  if (is_director != other_is)
    return is_director ? -1 : 1;
  return g_utf8_collate (hearth_record_get (one, "name"), hearth_record_get (other, "name"));
}

/* Those who may sign in and have keys; NULL with an error. Of HearthRecord. */
static GPtrArray *
list_accounts (HearthRecoveryPage *self, GError **error)
{
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (get_store (self), error);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) all = holders != NULL ? hearth_store_list (get_store (self), query, error) : NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (all, i);

      if (!g_str_equal (hearth_record_get (account, "active"), "no") &&
          hearth_holders_lookup (holders, hearth_record_get_id (account)) != NULL)
        g_ptr_array_add (accounts, g_steal_pointer (&account));
    }
  g_ptr_array_sort (accounts, compare_accounts);
  return g_steal_pointer (&accounts);
}

static void
person_activated_cb (HearthRecoveryPage *self, GtkWidget *row)
{
  HearthRecord *account = g_object_get_data (G_OBJECT (row), "account");
  g_autofree char *words = NULL;
  g_autofree char *markup = NULL;

  if (!g_set_object (&self->account, account) && self->account == NULL)
    return;
  /* Translators: a person's name, and the one they sign in with. */
  words = g_strdup_printf (_ ("%s signs in as “%s” with this password once, and then chooses another one."),
                           hearth_record_get (account, "name"), hearth_record_get (account, "user"));
  markup = g_markup_escape_text (words, -1);
  adw_preferences_group_set_description (self->for_group, markup);
  hearth_password_group_clear (self->password_group);
  adw_navigation_view_push_by_tag (self->navigation, "password");
}

static GtkWidget *
make_row (HearthRecoveryPage *self, HearthRecord *account)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *role =
    hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_record_get (account, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), "account", g_object_ref (account), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (person_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_people (HearthRecoveryPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = list_accounts (self, &error);

  if (accounts == NULL)
    {
      hearth_step_page_show_error (self->person_step, error);
      return;
    }
  for (guint i = 0; i < accounts->len; i++)
    adw_preferences_group_add (self->people_group, make_row (self, g_ptr_array_index (accounts, i)));
}

/* ---- The password ---- */

static void
password_edited_cb (HearthRecoveryPage *self)
{
  hearth_step_page_set_hint (self->password_step, hearth_password_group_get_hint (self->password_group));
  hearth_step_page_tell_changed (self->password_step);
}

static void
password_entered_cb (HearthRecoveryPage *self)
{
  hearth_step_page_enter (self->password_step);
}

static bool
manages_accounts (HearthRecord *account)
{
  const HearthRole *role = hearth_role_lookup (hearth_record_get (account, "role"));

  return role != NULL && hearth_role_may_do (role, HEARTH_ACTION_MANAGE_ACCOUNTS);
}

static void
show_what_happened (HearthRecoveryPage *self, const GError *tend_error)
{
  const char *name = hearth_record_get (self->account, "name");
  g_autofree char *title = g_strdup_printf (_ ("%s has a new password"), name);
  g_autofree char *keys = dup_keys (self);
  g_autofree char *problem = tend_error != NULL ? hearth_store_error_to_sentence (tend_error) : NULL;

  show_row (self->password_row, title,
            _ ("The old one opens nothing any more. With the first sign-in another one is chosen."));
  show_row (self->keys_row, _ ("Keys that came back"),
            *keys != '\0' ? keys : _ ("The key of the house. This person holds no other."));
  if (problem == NULL)
    show_row (self->notes_row, _ ("Sealed notes"),
              _ ("What people have sealed to themselves was sealed anew, so that each opens their own notes "
                 "again with their present password. Nothing of it was shown."));
  else
    show_row (self->notes_row, _ ("Sealed notes wait"), problem);
  adw_preferences_group_set_description (
    self->sheet_group,
    manages_accounts (self->account)
      ? _ ("Its two halves have been together in one place, and were typed here. After signing in, make a "
           "new "
           "sheet: the program offers it. The old one then opens nothing any more.")
      : _ ("Its two halves have been together in one place, and were typed here. Somebody who manages "
           "accounts "
           "should make a new sheet soon: the program offers it to them. The old one then opens nothing any "
           "more."));
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthRecoveryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) tend_error = NULL;
  g_autoptr (HearthFirstPassword) password = hearth_first_password_make_finish (result, &error);

  /* Locked meanwhile. */
  if (self->session == NULL)
    return;
  hearth_step_page_set_busy (self->password_step, false, NULL);
  if (password == NULL ||
      !hearth_store_reset_account (get_store (self), self->account, password->password, NULL, &error))
    {
      hearth_step_page_show_error (self->password_step, error);
      return;
    }
  self->password = g_steal_pointer (&password);
  hearth_password_group_clear (self->password_group);
  hearth_store_tend_keys (get_store (self), &tend_error);
  show_what_happened (self, tend_error);
  adw_navigation_view_push_by_tag (self->navigation, "done");
}

static void
password_next_cb (HearthRecoveryPage *self)
{
  hearth_step_page_set_busy (self->password_step, true, NULL);
  hearth_first_password_make_async (get_store (self), hearth_record_get (self->account, "user"),
                                    hearth_password_group_get_password (self->password_group), made_cb,
                                    g_object_ref (self));
}

/* ---- What was done ---- */

static void
done_next_cb (HearthRecoveryPage *self)
{
  g_signal_emit (self, signals[DONE], 0, hearth_record_get (self->account, "user"));
}

static void
print_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, HearthRecoveryPage *self)
{
  if (HEARTH_PRINT_JOB (operation) != self->print_job)
    return;
  if (hearth_print_job_was_refused (self->print_job))
    hearth_step_page_show_message (self->done_step,
                                   _ ("This desktop offers no printing to programs that run in a sandbox. "
                                      "Please write the slip down by hand."));
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    hearth_step_page_show_message (self->done_step, _ ("The slip was not printed. Please try again, or write "
                                                       "it down by hand."));
  g_clear_object (&self->print_job);
}

static void
print_cb (HearthRecoveryPage *self)
{
  if (self->print_job != NULL)
    return;
  self->print_job = hearth_first_password_new_slip (self->password, get_store (self),
                                                    hearth_record_get (self->account, "user"));
  g_signal_connect_object (self->print_job, "done", G_CALLBACK (print_done_cb), self, 0);
  hearth_print_job_run (self->print_job, GTK_WIDGET (self));
}

/* ---- Overrides ---- */

static void
hearth_recovery_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_recovery_page_parent_class)->map (widget);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
hearth_recovery_page_dispose (GObject *object)
{
  HearthRecoveryPage *self = HEARTH_RECOVERY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECOVERY_PAGE);
  g_clear_object (&self->print_job);
  g_clear_pointer (&self->password, hearth_first_password_free);
  g_clear_object (&self->account);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearth_recovery_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, done_step);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, for_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, keys_row);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, notes_row);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, password_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, password_step);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, people_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, person_step);
  gtk_widget_class_bind_template_child (widget_class, HearthRecoveryPage, sheet_group);
  gtk_widget_class_bind_template_callback (widget_class, done_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
hearth_recovery_page_class_init (HearthRecoveryPageClass *klass)
{
  g_type_ensure (HEARTH_TYPE_PASSWORD_GROUP);
  g_type_ensure (HEARTH_TYPE_STEP_PAGE);
  G_OBJECT_CLASS (klass)->dispose = hearth_recovery_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_recovery_page_map;

  signals[DONE] = g_signal_new ("done", HEARTH_TYPE_RECOVERY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearth_recovery_page_init (HearthRecoveryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template's end would take the child away from under AdwBin. */
  self->navigation = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
  hearth_step_page_set_hint (self->done_step, "");
  password_edited_cb (self);
}

/* ---- Public ---- */

HearthRecoveryPage *
hearth_recovery_page_new (HearthSession *session)
{
  HearthRecoveryPage *self = g_object_new (HEARTH_TYPE_RECOVERY_PAGE, NULL);

  self->session = g_object_ref (session);
  show_people (self);
  return self;
}
