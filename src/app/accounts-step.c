/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page that says who can sign in to the demo house.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/accounts-step.h"

#include <glib/gi18n-lib.h>

#include "core/record.h"
#include "demo/demo.h"
#include "records/types.h"

struct _HearthAccountsStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *accounts_group;

  /* Owned */
  GString *list; /* what is copied */
  char *first_user;
};

G_DEFINE_FINAL_TYPE (HearthAccountsStep, hearth_accounts_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static char *
dup_role_label (const char *code)
{
  g_autoptr (HearthRecord) account = hearth_record_new (&hearth_account_type);

  hearth_record_set (account, "role", code);
  return hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
}

/* ---- Callbacks ---- */

static void
copy_cb (GtkWidget *button)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button),
                          g_object_get_data (G_OBJECT (button), "password"));
}

static void
copy_all_cb (HearthAccountsStep *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->list->str);
}

/* ---- Rows ---- */

static GtkWidget *
make_row (const HearthDemoAccount *account, const char *role)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  g_autofree char *title = g_strdup_printf ("%s · %s", account->user, role);
  /* Translators: a person's sign-in name. */
  g_autofree char *tooltip = g_strdup_printf (_ ("Copy the password of %s"), account->user);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), account->password);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (G_OBJECT (button), "password", g_strdup (account->password), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* ---- Overrides ---- */

static void
hearth_accounts_step_finalize (GObject *object)
{
  HearthAccountsStep *self = HEARTH_ACCOUNTS_STEP (object);

  g_string_free (self->list, TRUE);
  g_free (self->first_user);

  G_OBJECT_CLASS (hearth_accounts_step_parent_class)->finalize (object);
}

static void
hearth_accounts_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_ACCOUNTS_STEP);

  G_OBJECT_CLASS (hearth_accounts_step_parent_class)->dispose (object);
}

static void
hearth_accounts_step_class_init (HearthAccountsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_accounts_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_accounts_step_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/accounts-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthAccountsStep, accounts_group);
  gtk_widget_class_bind_template_callback (widget_class, copy_all_cb);
}

static void
hearth_accounts_step_init (HearthAccountsStep *self)
{
  self->list = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), "");
}

/* ---- Public ---- */

void
hearth_accounts_step_set_accounts (HearthAccountsStep *self, GPtrArray *accounts)
{
  g_return_if_fail (HEARTH_IS_ACCOUNTS_STEP (self));
  for (unsigned int i = 0; i < accounts->len; i++)
    {
      const HearthDemoAccount *account = g_ptr_array_index (accounts, i);
      g_autofree char *role = dup_role_label (account->role);

      if (i == 0)
        g_set_str (&self->first_user, account->user);
      adw_preferences_group_add (self->accounts_group, make_row (account, role));
      g_string_append_printf (self->list, "%s\t%s\t%s\n", account->user, account->password, role);
    }
}

const char *
hearth_accounts_step_get_first_user (HearthAccountsStep *self)
{
  g_return_val_if_fail (HEARTH_IS_ACCOUNTS_STEP (self), NULL);
  return self->first_user;
}
