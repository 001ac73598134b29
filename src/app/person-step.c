/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks who sets up the house, and for their password.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/person-step.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "vault/vault.h"

struct _HearthPersonStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwEntryRow *person_row;
  AdwEntryRow *user_row;
  AdwPreferencesGroup *password_group;
  AdwPasswordEntryRow *password_row;
  AdwPasswordEntryRow *again_row;
  AdwActionRow *suggestion_row;
};

G_DEFINE_FINAL_TYPE (HearthPersonStep, hearth_person_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static const char *
get_text (gpointer editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static char *
dup_text (gpointer editable)
{
  return g_strstrip (g_strdup (get_text (editable)));
}

/* The next thing to do, "" when all is there. */
static const char *
get_hint (HearthPersonStep *self)
{
  g_autofree char *name = dup_text (self->person_row);
  g_autofree char *user = dup_text (self->user_row);

  if (*name == '\0' || *user == '\0')
    return _ ("Fill in your name, and a short one to sign in with.");
  if (!hearth_password_is_strong_enough (get_text (self->password_row)))
    return _ ("Choose a password.");
  if (!g_str_equal (get_text (self->password_row), get_text (self->again_row)))
    return _ ("Type the same password a second time.");
  return "";
}

static const char *
get_strength (HearthPersonStep *self)
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
update (HearthPersonStep *self)
{
  adw_preferences_group_set_description (self->password_group, get_strength (self));
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), get_hint (self));
}

/* NULL: none is suggested. */
static void
show_suggestion (HearthPersonStep *self, const char *password)
{
  adw_action_row_set_subtitle (self->suggestion_row, password != NULL ? password : "");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion_row), password != NULL);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthPersonStep *self)
{
  /* What is in the open is what will be the password, or nothing. */
  if (g_strcmp0 (get_text (self->password_row), adw_action_row_get_subtitle (self->suggestion_row)) != 0)
    show_suggestion (self, NULL);
  update (self);
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

static void
suggest_cb (HearthPersonStep *self)
{
  char *password = hearth_password_generate ();

  if (password == NULL)
    {
      hearth_step_page_show_message (HEARTH_STEP_PAGE (self),
                                     _ ("There is no memory for a safe password. Please type one."));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), password);
  gtk_editable_set_text (GTK_EDITABLE (self->again_row), password);
  show_suggestion (self, password);
  sodium_free (password);
}

/* ---- Overrides ---- */

static void
hearth_person_step_dispose (GObject *object)
{
  HearthPersonStep *self = HEARTH_PERSON_STEP (object);

  /* The secret leaves the entries with the page. */
  if (self->password_row != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
      gtk_editable_set_text (GTK_EDITABLE (self->again_row), "");
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_PERSON_STEP);

  G_OBJECT_CLASS (hearth_person_step_parent_class)->dispose (object);
}

static void
hearth_person_step_class_init (HearthPersonStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_person_step_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/person-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, again_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, password_group);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, person_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, suggestion_row);
  gtk_widget_class_bind_template_child (widget_class, HearthPersonStep, user_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggest_cb);
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
  return get_text (self->password_row);
}
