/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was written of an incident: when and where, who was part of it, what happened, what staff did.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/incident-facts.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/plain-row.h"
#include "widgets/body-map-view.h"

/* What the head of the page says. */
static const char *const said_above[] = {
  "code", "occurred_at", "late", "place", "category", "severity", NULL
};

/* The section that is told only when asked. */
#define FOLDED_FIELD "seen"

struct _HearthIncidentFacts {
  AdwBin parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *incident;
};

G_DEFINE_FINAL_TYPE (HearthIncidentFacts, hearth_incident_facts, ADW_TYPE_BIN)

/* Where the next row goes. */
typedef struct {
  GtkBox *box;
  const char *section;
  AdwPreferencesGroup *group;
  AdwExpanderRow *expander; /* NULL: rows stand in the group itself */
} Place;

/* ---- Rows ---- */

static bool
is_folded_section (HearthIncidentFacts *self, const char *section)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_incident_type, FOLDED_FIELD);

  return g_str_equal (section, field->section) &&
         hearth_record_get_integer (self->incident, "severity", 0) >= HEARTH_INCIDENT_SERIOUS;
}

static void
begin_section (HearthIncidentFacts *self, Place *place, const char *section)
{
  GtkWidget *group;

  if (g_strcmp0 (place->section, section) == 0)
    return;
  group = adw_preferences_group_new ();
  place->section = section;
  place->group = ADW_PREFERENCES_GROUP (group);
  place->expander = NULL;
  adw_preferences_group_set_title (place->group, _ (section));
  gtk_box_append (place->box, group);
  if (is_folded_section (self, section))
    {
      place->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (place->expander), _ ("Read what happened"));
      adw_expander_row_set_subtitle (place->expander, _ ("This may be hard to read."));
      adw_preferences_group_add (place->group, GTK_WIDGET (place->expander));
    }
}

static void
add_row (HearthIncidentFacts *self, Place *place, const HearthField *field, GtkWidget *row)
{
  begin_section (self, place, field->section);
  if (place->expander != NULL)
    adw_expander_row_add_row (place->expander, row);
  else
    adw_preferences_group_add (place->group, row);
}

/* One person, who opens their file. */
static GtkWidget *
make_person_row (HearthIncidentFacts *self, const HearthField *field, const char *id)
{
  g_autofree char *name = hearth_store_dup_link_title (self->store, id);
  GtkWidget *row = hearth_plain_row_new_for_record (name, _ (field->label), id);

  hearth_plain_row_add_arrow (row);
  return row;
}

/* Folded away as every text that may distress; the drawing, and its marks in words. */
static GtkWidget *
make_body_row (HearthIncidentFacts *self, const HearthField *field)
{
  GtkWidget *row = adw_expander_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *view = hearth_body_map_view_new (field->choices);
  const char *marks = hearth_record_get (self->incident, field->name);
  g_autofree char *words = hearth_body_map_describe (marks, field->choices);
  GtkWidget *label = gtk_label_new (words);

  hearth_body_map_view_set_editable (HEARTH_BODY_MAP_VIEW (view), false);
  hearth_body_map_view_set_marks (HEARTH_BODY_MAP_VIEW (view), marks);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), box);
  return row;
}

static void
add_people (HearthIncidentFacts *self, Place *place, const HearthField *field)
{
  g_auto (GStrv) ids = g_strsplit (hearth_record_get (self->incident, field->name), " ", -1);

  for (char **id = ids; *id != NULL; id++)
    if (**id != '\0')
      add_row (self, place, field, make_person_row (self, field, *id));
}

static void
add_field (HearthIncidentFacts *self, Place *place, const HearthField *field)
{
  g_autofree char *value = NULL;
  GtkWidget *row;

  if (field->section == NULL || g_strv_contains (said_above, field->name))
    return;
  if (field->kind == HEARTH_FIELD_LINKS && g_str_equal (field->link_type, "resident"))
    {
      add_people (self, place, field);
      return;
    }
  if (field->kind == HEARTH_FIELD_BODY_MAP && hearth_record_has (self->incident, field->name))
    {
      add_row (self, place, field, make_body_row (self, field));
      return;
    }
  value = hearth_facts_dup_value (self->store, self->incident, field);
  row = *value != '\0' ? hearth_facts_make_row (self->store, self->incident, field, value)
                       : hearth_facts_make_closed_row (self->store, self->incident, field);
  if (row != NULL)
    add_row (self, place, field, row);
}

static void
show (gpointer owner)
{
  HearthIncidentFacts *self = owner;
  const HearthRecordType *type = hearth_record_get_record_type (self->incident);
  Place place = { .box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24)) };

  for (unsigned int i = 0; i < type->n_fields; i++)
    add_field (self, &place, &type->fields[i]);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (place.box));
}

/* ---- Overrides ---- */

static void
hearth_incident_facts_dispose (GObject *object)
{
  HearthIncidentFacts *self = HEARTH_INCIDENT_FACTS (object);

  g_clear_object (&self->incident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_incident_facts_parent_class)->dispose (object);
}

static void
hearth_incident_facts_class_init (HearthIncidentFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_incident_facts_dispose;
}

static void
hearth_incident_facts_init (HearthIncidentFacts *self)
{
}

/* ---- Public ---- */

HearthIncidentFacts *
hearth_incident_facts_new (HearthStore *store, HearthRecord *incident)
{
  HearthIncidentFacts *self = g_object_new (HEARTH_TYPE_INCIDENT_FACTS, NULL);

  self->store = g_object_ref (store);
  self->incident = g_object_ref (incident);
  hearth_follow (self, incident, "notify", show);
  show (self);
  return self;
}
