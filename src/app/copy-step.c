/* SPDX-License-Identifier: GPL-3.0-or-later
 * The step that asks where copies of the new house go.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/copy-step.h"

#include <glib/gi18n-lib.h>

#include "app/backup-place.h"
#include "app/place-row.h"

struct _HearthCopyStep {
  HearthStepPage parent_instance;

  /* Template widgets */
  HearthPlaceRow *place_row;
  GtkLabel *note_label;

  /* Owned */
  char *house;
};

G_DEFINE_FINAL_TYPE (HearthCopyStep, hearth_copy_step, HEARTH_TYPE_STEP_PAGE)

/* ---- Helpers ---- */

static void
update (HearthCopyStep *self)
{
  const char *place = hearth_place_row_get_place (self->place_row);
  const char *note;

  if (place == NULL)
    note =
      _ ("You can also choose a place later, in the preferences. Until there is a copy, a broken disk takes "
         "everything with it.");
  else if (self->house != NULL && hearth_backup_place_is_same_disk (self->house, place))
    note = _ ("This is the disk that the house itself is on: if it breaks, the copy is lost too. Better is a "
              "stick or a second disk.");
  else
    note = _ ("The first copy is made as soon as the house is open.");
  gtk_label_set_text (self->note_label, note);
  hearth_step_page_set_next_label (HEARTH_STEP_PAGE (self), place == NULL
                                                              ? _ ("Open the house without a copy")
                                                              : _ ("Open the house"));
  hearth_step_page_set_next_suggested (HEARTH_STEP_PAGE (self), place != NULL);
}

/* ---- Callbacks ---- */

static void
place_changed_cb (HearthCopyStep *self)
{
  const char *place = hearth_place_row_get_place (self->place_row);
  g_autofree char *refusal =
    place != NULL && self->house != NULL ? hearth_backup_place_refuse (self->house, place) : NULL;

  if (refusal != NULL)
    {
      hearth_place_row_set_place (self->place_row, NULL);
      hearth_step_page_show_message (HEARTH_STEP_PAGE (self), refusal);
      return;
    }
  update (self);
  /* None is chosen only where one was refused, and that must stay to be read. */
  if (place != NULL)
    hearth_step_page_tell_changed (HEARTH_STEP_PAGE (self));
}

/* ---- Overrides ---- */

static void
hearth_copy_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_COPY_STEP);
  g_clear_pointer (&HEARTH_COPY_STEP (object)->house, g_free);

  G_OBJECT_CLASS (hearth_copy_step_parent_class)->dispose (object);
}

static void
hearth_copy_step_class_init (HearthCopyStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_PLACE_ROW);
  G_OBJECT_CLASS (klass)->dispose = hearth_copy_step_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/hearthrecords/Hearth/ui/app/copy-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthCopyStep, note_label);
  gtk_widget_class_bind_template_child (widget_class, HearthCopyStep, place_row);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
hearth_copy_step_init (HearthCopyStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* ---- Public ---- */

void
hearth_copy_step_set_house (HearthCopyStep *self, const char *folder)
{
  g_return_if_fail (HEARTH_IS_COPY_STEP (self));
  g_set_str (&self->house, folder);
  update (self);
}

const char *
hearth_copy_step_get_place (HearthCopyStep *self)
{
  g_return_val_if_fail (HEARTH_IS_COPY_STEP (self), NULL);
  return hearth_place_row_get_place (self->place_row);
}
