/* SPDX-License-Identifier: GPL-3.0-or-later
 * Changing one's own password: the old one, and the new one twice.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/own-password-page.h"

#include <glib/gi18n-lib.h>

#include "app/password-group.h"

struct _HearthOwnPasswordPage {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwPasswordEntryRow *old_row;
  HearthPasswordGroup *password_group;

  /* Owned */
  HearthSession *session; /* NULL when the page is gone */
};

G_DEFINE_FINAL_TYPE (HearthOwnPasswordPage, hearth_own_password_page, HEARTH_TYPE_STEP_PAGE)

enum { CHANGED_PASSWORD, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static const char *
get_old (HearthOwnPasswordPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->old_row));
}

static const char *
get_hint (HearthOwnPasswordPage *self)
{
  if (*get_old (self) == '\0')
    return _ ("Type your present password first.");
  if (g_str_equal (get_old (self), hearth_password_group_get_password (self->password_group)))
    return _ ("That is the password you have already. Choose another one.");
  return hearth_password_group_get_hint (self->password_group);
}

static void
mark_old (HearthOwnPasswordPage *self, bool is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->old_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->old_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->old_row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_error (HearthOwnPasswordPage *self, const GError *error)
{
  g_autofree char *wait = NULL;

  if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG))
    {
      mark_old (self, true);
      hearth_step_page_show_message (HEARTH_STEP_PAGE (self),
                                     _ ("The present password is not right. Nothing was changed."));
      gtk_widget_grab_focus (GTK_WIDGET (self->old_row));
      gtk_editable_select_region (GTK_EDITABLE (self->old_row), 0, -1);
    }
  else if (g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WAIT))
    {
      wait = hearth_store_describe_wait (
        hearth_vault_get_wait (hearth_store_get_folder (hearth_session_get_store (self->session))));
      hearth_step_page_show_message (HEARTH_STEP_PAGE (self), wait);
    }
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthOwnPasswordPage *self)
{
  mark_old (self, false);
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), get_hint (self));
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthOwnPasswordPage) self = user_data;
  g_autoptr (GError) error = NULL;
  bool changed = hearth_session_change_password_finish (HEARTH_SESSION (source), result, &error);

  /* Closed or locked meanwhile. */
  if (self->session == NULL || hearth_session_get_store (self->session) == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), false, NULL);
  if (changed)
    g_signal_emit (self, signals[CHANGED_PASSWORD], 0);
  else
    show_error (self, error);
}

static void
next_cb (HearthOwnPasswordPage *self)
{
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), true, NULL);
  hearth_session_change_password_async (self->session, get_old (self),
                                        hearth_password_group_get_password (self->password_group), changed_cb,
                                        g_object_ref (self));
}

/* ---- Overrides ---- */

static void
hearth_own_password_page_dispose (GObject *object)
{
  HearthOwnPasswordPage *self = HEARTH_OWN_PASSWORD_PAGE (object);

  /* The secret leaves the entry with the page, and nobody listens any more. */
  if (self->old_row != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->old_row), "");
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_OWN_PASSWORD_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearth_own_password_page_parent_class)->dispose (object);
}

static void
hearth_own_password_page_class_init (HearthOwnPasswordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PASSWORD_GROUP);
  G_OBJECT_CLASS (klass)->dispose = hearth_own_password_page_dispose;

  signals[CHANGED_PASSWORD] = g_signal_new ("changed-password", HEARTH_TYPE_OWN_PASSWORD_PAGE,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/own-password-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthOwnPasswordPage, old_row);
  gtk_widget_class_bind_template_child (widget_class, HearthOwnPasswordPage, password_group);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "enter_cb",
                                                G_CALLBACK (hearth_step_page_enter));
}

static void
hearth_own_password_page_init (HearthOwnPasswordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  edited_cb (self);
}

/* ---- Public ---- */

HearthOwnPasswordPage *
hearth_own_password_page_new (HearthSession *session)
{
  HearthOwnPasswordPage *self = g_object_new (HEARTH_TYPE_OWN_PASSWORD_PAGE, NULL);

  self->session = g_object_ref (session);
  return self;
}
