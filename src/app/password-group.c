/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that ask for a new password twice, say whether it is strong enough, and suggest one.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/password-group.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vault/vault.h"

struct _HearthPasswordGroup {
  AdwPreferencesGroup parent_instance;

  /* Template widgets */
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  AdwActionRow *suggestion_row;

  bool disposed; /* whoever listened may be half gone */
};

G_DEFINE_FINAL_TYPE (HearthPasswordGroup, hearth_password_group, ADW_TYPE_PREFERENCES_GROUP)

enum { EDITED, ENTERED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static const char *
get_text (gpointer editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static const char *
get_strength (HearthPasswordGroup *self)
{
  const char *password = get_text (self->password_row);

  if (*password == '\0')
    return _ ("It is the key to the house. Best are four words that do not belong together.");
  if (!hearth_password_is_strong_enough (password))
    return _ ("Still too easy to guess: take four words that do not belong together, or at least 12 "
              "characters, not all alike.");
  return _ ("This password is strong enough.");
}

static void
update (HearthPasswordGroup *self)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), get_strength (self));
}

/* NULL: none is suggested. */
static void
show_suggestion (HearthPasswordGroup *self, const char *password)
{
  adw_action_row_set_subtitle (self->suggestion_row, password != NULL ? password : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_row), password != NULL);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthPasswordGroup *self)
{
  /* What is in the open is what will be the password, or nothing. */
  if (g_strcmp0 (get_text (self->password_row), adw_action_row_get_subtitle (self->suggestion_row)) != 0)
    show_suggestion (self, NULL);
  update (self);
  if (!self->disposed)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
entered_cb (HearthPasswordGroup *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
suggest_cb (HearthPasswordGroup *self)
{
  char *password = hearth_password_generate ();

  if (password == NULL)
    {
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                             _ ("There is no memory for a safe password. Please type one."));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), password);
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), password);
  show_suggestion (self, password);
  sodium_free (password);
}

/* ---- Overrides ---- */

static gboolean
hearth_password_group_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEARTH_PASSWORD_GROUP (widget)->password_row));
}

static void
hearth_password_group_dispose (GObject *object)
{
  HearthPasswordGroup *self = HEARTH_PASSWORD_GROUP (object);

  self->disposed = true;
  /* The secret leaves the entries with the page. */
  if (self->password_row != NULL)
    hearth_password_group_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_PASSWORD_GROUP);

  G_OBJECT_CLASS (hearth_password_group_parent_class)->dispose (object);
}

static void
hearth_password_group_class_init (HearthPasswordGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_password_group_dispose;
  widget_class->grab_focus = hearth_password_group_grab_focus;

  signals[EDITED] = g_signal_new ("edited", HEARTH_TYPE_PASSWORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", HEARTH_TYPE_PASSWORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/password-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthPasswordGroup, again_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPasswordGroup, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPasswordGroup, suggestion_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
}

static void
hearth_password_group_init (HearthPasswordGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* ---- Public ---- */

const char *
hearth_password_group_get_hint (HearthPasswordGroup *self)
{
  g_return_val_if_fail (HEARTH_IS_PASSWORD_GROUP (self), NULL);
  if (!hearth_password_is_strong_enough (get_text (self->password_row)))
    return _ ("Choose a password.");
  if (!g_str_equal (get_text (self->password_row), get_text (self->again_row)))
    return _ ("Type the same password a second time.");
  return "";
}

const char *
hearth_password_group_get_password (HearthPasswordGroup *self)
{
  g_return_val_if_fail (HEARTH_IS_PASSWORD_GROUP (self), NULL);
  return get_text (self->password_row);
}

void
hearth_password_group_clear (HearthPasswordGroup *self)
{
  g_return_if_fail (HEARTH_IS_PASSWORD_GROUP (self));
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
  show_suggestion (self, NULL);
}
