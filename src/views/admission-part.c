/* SPDX-License-Identifier: GPL-3.0-or-later
 * A part of an admission's form: consecutive rows of one record.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-part.h"

#include <glib/gi18n-lib.h>

#include "core/problem.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/seen.h"

static void
part_free (gpointer data)
{
  HearthAdmissionPart *part = data;

  g_strfreev (part->fields);
  g_free (part);
}

/* ---- Making the rows ---- */

static void
set_up_link (HearthStore *store, HearthRecordForm *form, const HearthField *field)
{
  g_autoptr (HearthQuery) query = hearth_query_new (hearth_records_lookup_type (field->link_type));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) records = hearth_store_list (store, query, &error);

  if (records != NULL)
    hearth_record_form_set_link_model (form, field->name, records);
  else if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records to link to cannot be listed: %s", error->message);
}

/* NULL for one that there is no file of yet: that is how the policy is asked. */
static const char *
get_file (GPtrArray *records)
{
  HearthRecord *resident = hearth_admission_parts_lookup_record (records, &hearth_resident_type);

  return hearth_record_get_revision (resident) > 0 ? hearth_record_get_id (resident) : NULL;
}

/* What is clinical or sealed and known already is looked at when its rows are made. */
static void
note_looking (HearthStore *store, HearthRecord *record, char **fields)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  bool noted = false;

  for (guint i = 0; fields[i] != NULL; i++)
    noted |= hearth_seen_counts (type, hearth_record_type_lookup_field (type, fields[i]));
  if (noted)
    hearth_seen_note_or_withhold (store, record);
}

static HearthAdmissionPart *
part_new (HearthStore *store,
          GPtrArray *records,
          const HearthAdmissionPlace *first,
          char **fields,
          GtkWidget *section)
{
  HearthPolicy *policy = hearth_store_get_policy (store);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  HearthAdmissionPart *part = g_new0 (HearthAdmissionPart, 1);

  part->type = first->type;
  part->first = first;
  part->fields = fields;
  part->section = section;
  note_looking (store, hearth_admission_parts_lookup_record (records, first->type), fields);
  part->form = hearth_record_form_new_rows (hearth_admission_parts_lookup_record (records, first->type),
                                            today, (const char *const *) fields,
                                            ADW_PREFERENCES_GROUP (gtk_widget_get_first_child (section)));
  gtk_box_append (GTK_BOX (section), GTK_WIDGET (part->form));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (part->type, fields[i]);

      if (field->kind == HEARTH_FIELD_LINK)
        set_up_link (store, part->form, field);
      if (!hearth_policy_may_write (policy, part->type, field, get_file (records)))
        hearth_record_form_set_field_editable (part->form, field->name, false);
    }
  return part;
}

static GtkWidget *
make_section (const HearthAdmissionPlace *place)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (place->section));
  if (place->note != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ (place->note));
  gtk_box_append (GTK_BOX (section), group);
  return section;
}

/* Rows of one section and one record that stand together; @place is moved behind them. Transfer full. */
static char **
take_fields (HearthPolicy *policy, GPtrArray *records, const HearthAdmissionPlace **place)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  const HearthAdmissionPlace *first = *place;
  bool there = hearth_admission_parts_lookup_record (records, first->type) != NULL;

  for (; (*place)->field != NULL && (*place)->type == first->type &&
         g_str_equal ((*place)->section, first->section);
       (*place)++)
    {
      const HearthField *field = hearth_record_type_lookup_field (first->type, (*place)->field);

      if (there && hearth_policy_may_read (policy, first->type, field, get_file (records)))
        g_strv_builder_add (fields, field->name);
    }
  return g_strv_builder_end (fields);
}

GPtrArray *
hearth_admission_parts_build (HearthStore *store, GPtrArray *records, GtkBox *box)
{
  const HearthAdmissionPlace *place = hearth_admission_get_places ();
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  GtkWidget *section = NULL;
  const char *title = "";

  while (place->field != NULL)
    {
      const HearthAdmissionPlace *first = place;
      g_auto (GStrv) fields = take_fields (hearth_store_get_policy (store), records, &place);

      if (fields[0] == NULL)
        continue;
      if (!g_str_equal (title, first->section))
        {
          title = first->section;
          section = make_section (first);
          gtk_box_append (box, section);
        }
      g_ptr_array_add (parts, part_new (store, records, first, g_steal_pointer (&fields), section));
    }
  return parts;
}

HearthRecord *
hearth_admission_parts_lookup_record (GPtrArray *records, const HearthRecordType *type)
{
  for (guint i = 0; i < records->len; i++)
    if (hearth_record_get_record_type (g_ptr_array_index (records, i)) == type)
      return g_ptr_array_index (records, i);
  return NULL;
}

/* ---- Using them ---- */

bool
hearth_admission_part_is_who (const HearthAdmissionPart *part)
{
  return g_str_equal (part->first->section, hearth_admission_get_places ()->section);
}

bool
hearth_admission_part_set_full (const HearthAdmissionPart *part, bool full)
{
  bool any = false;

  for (guint i = 0; part->fields[i] != NULL; i++)
    {
      bool shown = full || hearth_admission_lookup_place (part->type, part->fields[i])->night;

      hearth_record_form_set_field_visible (part->form, part->fields[i], shown);
      any = any || shown;
    }
  return any;
}

bool
hearth_admission_part_focus_empty (const HearthAdmissionPart *part, bool full)
{
  g_autoptr (GHashTable) values = hearth_record_form_dup_values (part->form);

  for (guint i = 0; part->fields[i] != NULL; i++)
    if ((full || hearth_admission_lookup_place (part->type, part->fields[i])->night) &&
        !g_hash_table_contains (values, part->fields[i]) &&
        !hearth_record_has (hearth_record_form_get_record (part->form), part->fields[i]))
      {
        GtkWidget *viewport = gtk_widget_get_ancestor (part->section, GTK_TYPE_VIEWPORT);
        bool focused = hearth_record_form_focus_field (part->form, part->fields[i]);

        if (focused && viewport != NULL)
          gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), part->section, NULL);
        return focused;
      }
  return false;
}

void
hearth_admission_part_add_values (const HearthAdmissionPart *part, GHashTable *all)
{
  g_autoptr (GHashTable) values = hearth_record_form_dup_values (part->form);
  GHashTableIter iter;
  gpointer field, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &field, &text))
    g_hash_table_insert (all, g_strdup_printf ("%s.%s", part->type->name, (char *) field), g_strdup (text));
}

void
hearth_admission_part_set_values (const HearthAdmissionPart *part, GHashTable *all)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; part->fields[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.%s", part->type->name, part->fields[i]);
      char *text = g_hash_table_lookup (all, name);

      if (text != NULL)
        g_hash_table_insert (own, part->fields[i], text);
    }
  hearth_record_form_set_values (part->form, own);
}

bool
hearth_admission_part_show_problems (const HearthAdmissionPart *part, GPtrArray *problems, bool *night)
{
  g_autoptr (GPtrArray) own = hearth_problems_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);

      if (!g_strv_contains ((const char *const *) part->fields, problem->field))
        continue;
      hearth_problems_add (own, problem->code, problem->field, problem->argument);
      *night = *night && hearth_admission_lookup_place (part->type, problem->field)->night;
    }
  if (own->len > 0)
    hearth_record_form_show_problems (part->form, own);
  return own->len > 0;
}
