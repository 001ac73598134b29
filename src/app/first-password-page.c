/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a password of one's own, after signing in with one that somebody else gave.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/first-password-page.h"

#include <glib/gi18n-lib.h>

#include "app/password-group.h"

struct _HearthFirstPasswordPage {
  HearthStepPage parent_instance;

  /* Template widgets */
  HearthPasswordGroup *password_group;

  /* Owned */
  HearthSession *session;
};

G_DEFINE_FINAL_TYPE (HearthFirstPasswordPage, hearth_first_password_page, HEARTH_TYPE_STEP_PAGE)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static const char *
get_hint (HearthFirstPasswordPage *self)
{
  const char *password = hearth_password_group_get_password (self->password_group);

  /* Not before there is a session: the rows are set up first. */
  if (self->session != NULL && hearth_session_is_given_password (self->session, password))
    return _ ("That is the password you were given. Choose another one.");
  return hearth_password_group_get_hint (self->password_group);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthFirstPasswordPage *self)
{
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), get_hint (self));
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthFirstPasswordPage) self = user_data;
  g_autoptr (GError) error = NULL;
  bool changed = hearth_session_change_password_finish (HEARTH_SESSION (source), result, &error);

  /* Locked meanwhile. */
  if (self->session == NULL)
    return;
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), false, NULL);
  if (changed)
    g_signal_emit (self, signals[CHOSEN], 0);
  else
    hearth_step_page_show_error (HEARTH_STEP_PAGE (self), error);
}

static void
next_cb (HearthFirstPasswordPage *self)
{
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self), true, NULL);
  hearth_session_change_password_async (self->session, NULL,
                                        hearth_password_group_get_password (self->password_group), changed_cb,
                                        g_object_ref (self));
}

/* ---- Overrides ---- */

/* It stands in no navigation that would tell it that it is shown. */
static void
hearth_first_password_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_first_password_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (HEARTH_FIRST_PASSWORD_PAGE (widget)->password_group));
}

static void
hearth_first_password_page_dispose (GObject *object)
{
  HearthFirstPasswordPage *self = HEARTH_FIRST_PASSWORD_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_FIRST_PASSWORD_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hearth_first_password_page_parent_class)->dispose (object);
}

static void
hearth_first_password_page_class_init (HearthFirstPasswordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PASSWORD_GROUP);
  G_OBJECT_CLASS (klass)->dispose = hearth_first_password_page_dispose;
  widget_class->map = hearth_first_password_page_map;

  signals[CHOSEN] = g_signal_new ("chosen", HEARTH_TYPE_FIRST_PASSWORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/first-password-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthFirstPasswordPage, password_group);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "enter_cb",
                                                G_CALLBACK (hearth_step_page_enter));
}

static void
hearth_first_password_page_init (HearthFirstPasswordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  edited_cb (self);
}

/* ---- Public ---- */

HearthFirstPasswordPage *
hearth_first_password_page_new (HearthSession *session)
{
  HearthFirstPasswordPage *self = g_object_new (HEARTH_TYPE_FIRST_PASSWORD_PAGE, NULL);

  self->session = g_object_ref (session);
  return self;
}
