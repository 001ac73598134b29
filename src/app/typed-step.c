/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step in which the recovery sheet is typed: to see that the paper is right, or to open the house with it.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/typed-step.h"

#include <glib/gi18n-lib.h>

struct _HearthTypedStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
  AdwEntryRow *first_entry;
  AdwEntryRow *second_entry;
};

G_DEFINE_FINAL_TYPE (HearthTypedStep, hearth_typed_step, HEARTH_TYPE_STEP_PAGE)

enum { PROP_0, PROP_DESCRIPTION, N_PROPERTIES };

static GParamSpec *properties[N_PROPERTIES];

/* ---- Helpers ---- */

static void
update (HearthTypedStep *self)
{
  bool has_both =
    *hearth_typed_step_get_first_half (self) != '\0' && *hearth_typed_step_get_second_half (self) != '\0';

  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), has_both ? "" : _ ("Type both halves."));
}

static void
mark (AdwEntryRow *row, bool is_wrong)
{
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthTypedStep *self)
{
  mark (self->first_entry, false);
  mark (self->second_entry, false);
  update (self);
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

/* ---- Overrides ---- */

static void
hearth_typed_step_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESCRIPTION)
    g_value_set_string (value, adw_preferences_group_get_description (HEARTH_TYPED_STEP (object)->group));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_typed_step_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DESCRIPTION)
    adw_preferences_group_set_description (HEARTH_TYPED_STEP (object)->group, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_typed_step_dispose (GObject *object)
{
  HearthTypedStep *self = HEARTH_TYPED_STEP (object);

  if (self->first_entry != NULL)
    hearth_typed_step_clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_TYPED_STEP);

  G_OBJECT_CLASS (hearth_typed_step_parent_class)->dispose (object);
}

static void
hearth_typed_step_class_init (HearthTypedStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_typed_step_dispose;
  G_OBJECT_CLASS (klass)->get_property = hearth_typed_step_get_property;
  G_OBJECT_CLASS (klass)->set_property = hearth_typed_step_set_property;

  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/typed-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthTypedStep, first_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthTypedStep, group);
  gtk_widget_class_bind_template_child (widget_class, HearthTypedStep, second_entry);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "enter_cb",
                                                G_CALLBACK (hearth_step_page_enter));
}

static void
hearth_typed_step_init (HearthTypedStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* ---- Public ---- */

const char *
hearth_typed_step_get_first_half (HearthTypedStep *self)
{
  g_return_val_if_fail (HEARTH_IS_TYPED_STEP (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->first_entry));
}

const char *
hearth_typed_step_get_second_half (HearthTypedStep *self)
{
  g_return_val_if_fail (HEARTH_IS_TYPED_STEP (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->second_entry));
}

void
hearth_typed_step_clear (HearthTypedStep *self)
{
  g_return_if_fail (HEARTH_IS_TYPED_STEP (self));
  gtk_editable_set_text (GTK_EDITABLE (self->first_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->second_entry), "");
}

void
hearth_typed_step_show_wrong_half (HearthTypedStep *self, int half)
{
  g_return_if_fail (HEARTH_IS_TYPED_STEP (self));
  hearth_step_page_show_message (
    HEARTH_STEP_PAGE (self), half == 1
                               ? _ ("There is a wrong or missing letter in the first half. Please compare it "
                                    "with the paper.")
                               : _ ("There is a wrong or missing letter in the second half. Please compare "
                                    "it with the paper."));
  mark (half == 1 ? self->first_entry : self->second_entry, true);
  gtk_widget_grab_focus (GTK_WIDGET (half == 1 ? self->first_entry : self->second_entry));
}
