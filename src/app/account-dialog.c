/* SPDX-License-Identifier: GPL-3.0-or-later
 * One's own account: role, keys, the last sign-in, the password.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/account-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/own-password-page.h"
#include "app/welcome-bar.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/key-requests.h"

struct _HearthAccountDialog {
  AdwDialog parent_instance;

  /* Template widgets */
  AdwActionRow *name_row;
  AdwActionRow *user_row;
  AdwActionRow *role_row;
  AdwActionRow *seen_row;
  AdwActionRow *refused_row;
  AdwPreferencesGroup *keys_group;
  AdwPreferencesGroup *role_group;
  AdwExpanderRow *records_row;
  AdwExpanderRow *actions_row;

  /* Borrowed */
  AdwToastOverlay *toasts;
  AdwNavigationView *navigation;

  /* Owned */
  HearthSession *session;
};

G_DEFINE_FINAL_TYPE (HearthAccountDialog, hearth_account_dialog, ADW_TYPE_DIALOG)

/* ---- Helpers ---- */

static GtkWidget *
make_row (const char *title, const char *subtitle, const char *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

      gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  return row;
}

static void
show_person (HearthAccountDialog *self, HearthStore *store)
{
  HearthRecord *account = hearth_store_get_account (store);
  g_autofree char *role =
    hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
  g_autofree char *last = hearth_welcome_dup_last_here (store);
  g_autofree char *refused = hearth_welcome_dup_refused (store);

  adw_action_row_set_subtitle (self->name_row, hearth_record_get (account, "name"));
  adw_action_row_set_subtitle (self->user_row, hearth_record_get (account, "user"));
  adw_action_row_set_subtitle (self->role_row, role);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->seen_row),
                                 *last != '\0' ? last : _ ("This is your first time here"));
  gtk_widget_set_visible (GTK_WIDGET (self->refused_row), *last != '\0' || *refused != '\0');
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refused_row),
                                 *refused != '\0'
                                   ? refused
                                   : _ ("No wrong password was tried in this house since then"));
}

static void
show_keys (HearthAccountDialog *self)
{
  HearthKeyring *keyring = hearth_session_get_keyring (self->session);

  adw_preferences_group_add (self->keys_group,
                             make_row (_ ("The house"), _ ("Opens all that is not sealed a second time."),
                                       "hearth-lock-key-symbolic"));
  for (gsize i = 0; hearth_compartments[i] != NULL; i++)
    if (hearth_keyring_has_compartment (keyring, hearth_compartments[i]))
      adw_preferences_group_add (self->keys_group,
                                 make_row (hearth_compartment_get_label (hearth_compartments[i]),
                                           hearth_compartment_describe (hearth_compartments[i]),
                                           "hearth-lock-key-symbolic"));
}

static void
show_records (HearthAccountDialog *self, const HearthRole *role)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *words = NULL;

      if (!hearth_role_may (role, types[i], HEARTH_VERB_READ) &&
          !hearth_role_may (role, types[i], HEARTH_VERB_ADD))
        continue;
      words = hearth_role_describe (role, types[i]);
      adw_expander_row_add_row (self->records_row, make_row (_ (types[i]->label_plural), words, NULL));
    }
}

static void
show_role (HearthAccountDialog *self, HearthPolicy *policy)
{
  const HearthRole *role = hearth_house_policy_get_role (HEARTH_HOUSE_POLICY (policy));
  bool has_action = false;

  if (role == NULL)
    {
      adw_preferences_group_set_description (self->role_group, _ ("Nothing yet: a director has to approve "
                                                                  "this account before it can do anything."));
      gtk_widget_set_visible (GTK_WIDGET (self->records_row), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->actions_row), FALSE);
      return;
    }
  show_records (self, role);
  for (HearthAction action = 0; action < HEARTH_N_ACTIONS; action++)
    if (hearth_policy_may_do (policy, action))
      {
        adw_expander_row_add_row (self->actions_row, make_row (hearth_action_describe (action), "", NULL));
        has_action = true;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->actions_row), has_action);
}

/* ---- Callbacks ---- */

static void
password_changed_cb (HearthAccountDialog *self)
{
  adw_navigation_view_pop (self->navigation);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Your password is changed")));
}

static void
password_cb (HearthAccountDialog *self)
{
  HearthOwnPasswordPage *page = hearth_own_password_page_new (self->session);

  g_signal_connect_object (page, "changed-password", G_CALLBACK (password_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

/* ---- Overrides ---- */

static void
hearth_account_dialog_dispose (GObject *object)
{
  HearthAccountDialog *self = HEARTH_ACCOUNT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_ACCOUNT_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearth_account_dialog_parent_class)->dispose (object);
}

static void
hearth_account_dialog_class_init (HearthAccountDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_account_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, actions_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, keys_group);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, records_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, refused_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, role_group);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, role_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, seen_row);
  gtk_widget_class_bind_template_child (widget_class, HearthAccountDialog, user_row);
  gtk_widget_class_bind_template_callback (widget_class, password_cb);
}

static void
hearth_account_dialog_init (HearthAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template's end would take the child away from under AdwDialog. */
  self->toasts = ADW_TOAST_OVERLAY (adw_dialog_get_child (ADW_DIALOG (self)));
  self->navigation = ADW_NAVIGATION_VIEW (adw_toast_overlay_get_child (self->toasts));
}

/* ---- Public ---- */

HearthAccountDialog *
hearth_account_dialog_new (HearthSession *session)
{
  HearthAccountDialog *self = g_object_new (HEARTH_TYPE_ACCOUNT_DIALOG, NULL);
  HearthStore *store = hearth_session_get_store (session);

  self->session = g_object_ref (session);
  show_person (self, store);
  show_keys (self);
  show_role (self, hearth_store_get_policy (store));
  return self;
}
