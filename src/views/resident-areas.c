/* SPDX-License-Identifier: GPL-3.0-or-later
 * The way from a resident's overview to the pages of the professions, each with what stands there in a line.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-areas.h"

#include <glib/gi18n-lib.h>

#include "views/area.h"
#include "views/follow.h"
#include "views/plain-row.h"
#include "views/resident-file.h"

#define MOST_LINES 2

typedef struct {
  const HearthArea *area;
  GtkWidget *row;
  bool outdated;
} Line;

struct _HearthResidentAreas {
  AdwBin parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (HearthResidentAreas, hearth_resident_areas, ADW_TYPE_BIN)

/* ---- Showing ---- */

static void
show (gpointer owner)
{
  HearthResidentAreas *self = owner;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (unsigned int i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *summary = NULL;

      if (!line->outdated || line->area->dup_summary == NULL)
        continue;
      line->outdated = false;
      summary = line->area->dup_summary (self->store, self->resident);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), summary);
    }
}

static void
mark_outdated (HearthResidentAreas *self, const HearthRecordType *type)
{
  for (unsigned int i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      line->outdated = line->outdated || type == NULL || hearth_area_follows (line->area, type);
    }
}

/* ---- Callbacks ---- */

static void
saved_cb (HearthResidentAreas *self, HearthRecord *record)
{
  mark_outdated (self, hearth_record_get_record_type (record));
}

/* ---- Overrides ---- */

/* Another day may have come meanwhile. */
static void
hearth_resident_areas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearth_resident_areas_parent_class)->map (widget);
  mark_outdated (HEARTH_RESIDENT_AREAS (widget), NULL);
  show (widget);
}

static void
hearth_resident_areas_dispose (GObject *object)
{
  HearthResidentAreas *self = HEARTH_RESIDENT_AREAS (object);

  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_areas_parent_class)->dispose (object);
}

static void
hearth_resident_areas_class_init (HearthResidentAreasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_resident_areas_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_resident_areas_map;
}

static void
hearth_resident_areas_init (HearthResidentAreas *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/* ---- Public ---- */

static GtkWidget *
make_row (const HearthArea *area)
{
  GtkWidget *row = hearth_plain_row_new (_ (area->label), "");

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MOST_LINES);
  hearth_plain_row_add_icon (row, area->icon_name);
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", area->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.area");
  return row;
}

HearthResidentAreas *
hearth_resident_areas_new (HearthStore *store, HearthRecord *resident)
{
  HearthResidentAreas *self = g_object_new (HEARTH_TYPE_RESIDENT_AREAS, NULL);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkListBox *list = hearth_area_list_new (_ ("Areas"));

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  for (const HearthArea *const *area = hearth_areas_get (); *area != NULL; area++)
    if (hearth_resident_file_may_read (store, resident, (*area)->types[0]))
      {
        Line line = { .area = *area, .row = make_row (*area), .outdated = true };

        gtk_list_box_append (list, line.row);
        g_array_append_val (self->lines, line);
      }
  adw_preferences_group_set_title (group, _ ("Areas"));
  adw_preferences_group_add (group, GTK_WIDGET (list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  hearth_follow (self, store, "saved", show);
  return self;
}
