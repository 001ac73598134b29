/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks which house it is and where it is put.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/house-step.h"

#include <glib/gi18n-lib.h>

#include "app/own-houses.h"
#include "app/place-row.h"
#include "core/sandbox.h"

struct _HearthHouseStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  AdwEntryRow *organisation_row;
  AdwEntryRow *house_row;
  AdwPreferencesGroup *place_group;
  HearthPlaceRow *place_row;
};

G_DEFINE_FINAL_TYPE (HearthHouseStep, hearth_house_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
update (HearthHouseStep *self)
{
  g_autofree char *organisation = dup_text (self->organisation_row);
  g_autofree char *house = dup_text (self->house_row);
  const char *hint = "";

  if (*organisation == '\0' || *house == '\0')
    hint = _ ("Fill in the organisation and the house.");
  else if (hearth_place_row_get_place (self->place_row) == NULL)
    hint = _ ("Choose where the house is put.");
  hearth_step_page_set_hint (HEARTH_STEP_PAGE (self), hint);
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthHouseStep *self)
{
  update (self);
  hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

/* ---- Overrides ---- */

static void
hearth_house_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_HOUSE_STEP);

  G_OBJECT_CLASS (hearth_house_step_parent_class)->dispose (object);
}

static void
hearth_house_step_class_init (HearthHouseStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_house_step_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/house-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthHouseStep, house_row);
  gtk_widget_class_bind_template_child (widget_class, HearthHouseStep, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, HearthHouseStep, place_group);
  gtk_widget_class_bind_template_child (widget_class, HearthHouseStep, place_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "enter_cb",
                                                G_CALLBACK (hearth_step_page_enter));
}

static void
hearth_house_step_init (HearthHouseStep *self)
{
  /* Translators: name of a new folder; it should tell nothing about what is in it. */
  g_autofree char *place = hearth_own_houses_suggest (_ ("house"));

  gtk_widget_init_template (GTK_WIDGET (self));
  if (hearth_sandbox_is_inside ())
    adw_preferences_group_set_description (self->place_group,
                                           _ ("A house is one folder on this computer. Everything in it is "
                                              "encrypted."));
  hearth_place_row_set_place (self->place_row, place);
  update (self);
}

/* ---- Public ---- */

char *
hearth_house_step_dup_organisation (HearthHouseStep *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_STEP (self), NULL);
  return dup_text (self->organisation_row);
}

char *
hearth_house_step_dup_house (HearthHouseStep *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_STEP (self), NULL);
  return dup_text (self->house_row);
}

const char *
hearth_house_step_get_place (HearthHouseStep *self)
{
  g_return_val_if_fail (HEARTH_IS_HOUSE_STEP (self), NULL);
  return hearth_place_row_get_place (self->place_row);
}
