/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks who sets up the house, and for their password.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/person-step.h"

#include <glib/gi18n-lib.h>

#include "app/password-group.h"

struct _HearthPersonStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwEntryRow *person_row;
  AdwEntryRow *user_row;
  HearthPasswordGroup *password_group;
};

G_DEFINE_FINAL_TYPE (HearthPersonStep, hearth_person_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static char *
dup_text (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

/* The next thing to do, "" when all is there. */
static const char *
get_hint (HearthPersonStep *self)
{
  g_autofree char *name = dup_text (self->person_row);
  g_autofree char *user = dup_text (self->user_row);

  if (*name == '\0' || *user == '\0')
    return _ ("Fill in your name, and a short one to sign in with.");
  return hearth_password_group_get_hint (self->password_group);
}

static void
update (HearthPersonStep *self)
{
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), get_hint (self));
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthPersonStep *self)
{
  update (self);
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

/* ---- Overrides ---- */

static void
hearth_person_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_PERSON_STEP);

  G_OBJECT_CLASS (hearth_person_step_parent_class)->dispose (object);
}

static void
hearth_person_step_class_init (HearthPersonStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PASSWORD_GROUP);
  G_OBJECT_CLASS (klass)->dispose = hearth_person_step_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/person-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, password_group);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, person_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, user_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "enter_cb",
                                                G_CALLBACK (hearth_step_page_enter));
}

static void
hearth_person_step_init (HearthPersonStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* ---- Public ---- */

char *
hearth_person_step_dup_name (HearthPersonStep *self)
{
  g_return_val_if_fail (HEARTH_IS_PERSON_STEP (self), NULL);
  return dup_text (self->person_row);
}

char *
hearth_person_step_dup_user (HearthPersonStep *self)
{
  g_return_val_if_fail (HEARTH_IS_PERSON_STEP (self), NULL);
  return dup_text (self->user_row);
}

const char *
hearth_person_step_get_password (HearthPersonStep *self)
{
  g_return_val_if_fail (HEARTH_IS_PERSON_STEP (self), NULL);
  return hearth_password_group_get_password (self->password_group);
}
