/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a form: laid out below the headings of their sections, found, read and checked.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/form-rows.h"

#include "core/value.h"
#include "core/wipe.h"
#include "records/problem-text.h"
#include "widgets/entry-row.h"
#include "widgets/lock-mark.h"
#include "widgets/value-row.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

HearthFormRows *
hearth_form_rows_new (HearthRecord *record, const char *today, GtkWidget *container)
{
  HearthFormRows *self = g_new0 (HearthFormRows, 1);

  self->record = record;
  self->today = today;
  self->container = container;
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->initial = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) hearth_text_wipe);
  return self;
}

void
hearth_form_rows_free (HearthFormRows *self)
{
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->initial);
  g_free (self);
}

/* --- layout --- */

/* What is for one reader alone is told apart at a glance. */
static void
set_apart (GtkWidget *group, const HearthField *field)
{
  const HearthCompartment *compartment = hearth_compartment_of (field);

  if (compartment != NULL && compartment->apart)
    gtk_widget_add_css_class (group, "apart");
}

static AdwPreferencesGroup *
ensure_group (HearthFormRows *self, const HearthField *field)
{
  const char *section = field->section;
  GtkWidget *group;
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (g_object_get_data (g_ptr_array_index (self->groups, i), "section"), section))
      return g_ptr_array_index (self->groups, i);

  group = adw_preferences_group_new ();
  title = g_markup_escape_text (_ (section), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  g_object_set_data (G_OBJECT (group), "section", (gpointer) section);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->container), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  set_apart (group, field);
  return ADW_PREFERENCES_GROUP (group);
}

static bool
has_visible_row (HearthFormRows *self, GtkWidget *group)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row) && gtk_widget_is_ancestor (row, group))
        return true;
    }
  return false;
}

void
hearth_form_rows_show_groups (HearthFormRows *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GtkWidget *group = g_ptr_array_index (self->groups, i);
      const char *section = g_object_get_data (G_OBJECT (group), "section");

      if (*section != '\0')
        gtk_widget_set_visible (group, has_visible_row (self, group));
    }
}

void
hearth_form_rows_add_closing (HearthFormRows *self)
{
  GtkWidget *group, *row;

  if (!ADW_IS_PREFERENCES_PAGE (self->container))
    return;
  group = adw_preferences_group_new ();
  row = adw_action_row_new ();
  gtk_widget_add_css_class (row, "closed");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_words_more_is_closed ());
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             hearth_lock_mark_new_plain (hearth_words_more_is_closed (), NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  /* Of no section: the empty word is none. */
  g_object_set_data (G_OBJECT (group), "section", (gpointer) "");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->container), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

void
hearth_form_rows_add (HearthFormRows *self, const HearthField *field, GtkWidget *row)
{
  if (ADW_IS_PREFERENCES_GROUP (self->container))
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->container), row);
  else
    adw_preferences_group_add (ensure_group (self, field), row);
  g_ptr_array_add (self->rows, row);
}

void
hearth_form_rows_remove_all (HearthFormRows *self)
{
  for (guint i = 0; ADW_IS_PREFERENCES_GROUP (self->container) && i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->container), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->initial);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->container), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
}

/* --- finding --- */

HearthFieldRow *
hearth_form_rows_lookup (HearthFormRows *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (HEARTH_IS_FIELD_ROW (row) &&
          g_str_equal (hearth_field_row_get_field (HEARTH_FIELD_ROW (row))->name, name))
        return HEARTH_FIELD_ROW (row);
    }
  return NULL;
}

HearthFieldRow *
hearth_form_rows_lookup_empty (HearthFormRows *self, bool required)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *text = NULL;

      if (!HEARTH_IS_FIELD_ROW (row))
        continue;
      text = hearth_field_row_dup_text (row);
      if (*text == '\0' && (!required || hearth_field_row_get_field (row)->required))
        return row;
    }
  return NULL;
}

/* --- from the record and back --- */

void
hearth_form_rows_load (HearthFormRows *self, HearthFieldRow *row)
{
  const char *name = hearth_field_row_get_field (row)->name;

  hearth_field_row_set_canonical (row, hearth_record_get (self->record, name));
  g_hash_table_insert (self->initial, (gpointer) name, hearth_field_row_dup_text (row));
}

bool
hearth_form_rows_is_changed (HearthFormRows *self, GtkWidget *row)
{
  hearth_autowipe char *text = NULL;
  const char *name;

  if (!HEARTH_IS_FIELD_ROW (row))
    return false;
  name = hearth_field_row_get_field (HEARTH_FIELD_ROW (row))->name;
  text = hearth_field_row_dup_text (HEARTH_FIELD_ROW (row));
  return g_strcmp0 (g_hash_table_lookup (self->initial, name), text) != 0;
}

GHashTable *
hearth_form_rows_dup_values (HearthFormRows *self)
{
  GHashTable *values =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hearth_text_wipe);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);

      if (hearth_form_rows_is_changed (self, GTK_WIDGET (row)))
        g_hash_table_insert (values, g_strdup (hearth_field_row_get_field (row)->name),
                             hearth_field_row_dup_text (row));
    }
  return values;
}

void
hearth_form_rows_write (HearthFormRows *self, HearthRecord *copy)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *name;

      if (!HEARTH_IS_FIELD_ROW (row))
        continue;
      name = hearth_field_row_get_field (row)->name;
      hearth_record_set (self->record, name, hearth_record_get (copy, name));
      g_hash_table_insert (self->initial, (gpointer) name, hearth_field_row_dup_text (row));
    }
}

/* The titles of the records that a LINK or LINKS name, in the order of those they can be chosen from. */
static char *
dup_link_title (GHashTable *links, const char *field, const char *link)
{
  GListModel *records = g_hash_table_lookup (links, field);
  g_auto (GStrv) ids = g_strsplit (link, " ", -1), words = NULL;
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (g_strv_contains ((const char *const *) ids, hearth_record_get_id (record)))
        g_strv_builder_take (titles, hearth_record_dup_title (record));
    }
  words = g_strv_builder_end (titles);
  return hearth_words_join ((const char *const *) words);
}

void
hearth_form_rows_show_values (HearthFormRows *self, GHashTable *links)
{
  g_autoptr (GPtrArray) problems = hearth_problems_new ();
  g_autoptr (HearthRecord) copy = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthValueRow *row = g_ptr_array_index (self->rows, i);
      const HearthField *field;
      g_autofree char *words = NULL;

      if (!HEARTH_IS_VALUE_ROW (row))
        continue;
      if (copy == NULL)
        copy = hearth_form_rows_dup_record (self, problems);
      field = hearth_value_row_get_field (row);
      if (field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS)
        words = dup_link_title (links, field->name, hearth_record_get (copy, field->name));
      else
        words = hearth_record_format (copy, field, self->today);
      hearth_value_row_set_words (row, words);
    }
}

/* --- reading and checking --- */

HearthRecord *
hearth_form_rows_dup_record (HearthFormRows *self, GPtrArray *problems)
{
  HearthRecord *copy = hearth_record_copy (self->record);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *canonical = NULL;
      const char *name;
      HearthProblemCode code;

      if (!HEARTH_IS_FIELD_ROW (row))
        continue;
      name = hearth_field_row_get_field (row)->name;
      code = hearth_field_row_get_canonical (row, self->today, &canonical);
      if (code == HEARTH_PROBLEM_NONE)
        {
          /* What nobody touched stays to the second, which the row does not show. */
          if (hearth_form_rows_is_changed (self, GTK_WIDGET (row)))
            hearth_record_set (copy, name, canonical);
        }
      else
        {
          g_autofree char *text = hearth_field_row_dup_text (row);

          hearth_problems_add (problems, code, name, code == HEARTH_PROBLEM_NO_SUCH_CHOICE ? text : "");
        }
    }
  return copy;
}

/* What cannot be read comes first; of the rest only fields that could be. */
GPtrArray *
hearth_form_rows_check (HearthFormRows *self, HearthRecord **copy_out)
{
  g_autoptr (GPtrArray) problems = hearth_problems_new ();
  g_autoptr (HearthRecord) copy = hearth_form_rows_dup_record (self, problems);
  g_autoptr (GPtrArray) meant = hearth_record_check (copy, self->today);

  for (guint i = 0; i < meant->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (meant, i);

      if (hearth_problems_lookup (problems, problem->field) == NULL || *problem->field == '\0')
        hearth_problems_add (problems, problem->code, problem->field, problem->argument);
    }
  if (copy_out != NULL)
    *copy_out = g_steal_pointer (&copy);
  return g_steal_pointer (&problems);
}

/* --- telling --- */

void
hearth_form_rows_show_problem (HearthFormRows *self, HearthFieldRow *row, GPtrArray *problems)
{
  const HearthProblem *problem = hearth_problems_lookup (problems, hearth_field_row_get_field (row)->name);
  g_autofree char *sentence = NULL;

  if (problem != NULL)
    sentence = hearth_problem_to_sentence (hearth_record_get_record_type (self->record), problem);
  hearth_field_row_set_problem (row, sentence);
}

char *
hearth_form_rows_describe_others (HearthFormRows *self, GPtrArray *problems)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);
      const HearthField *field = hearth_record_type_lookup_field (type, problem->field);
      g_autofree char *sentence = NULL;

      if (hearth_form_rows_lookup (self, problem->field) != NULL)
        continue;
      sentence = hearth_problem_to_sentence (type, problem);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      if (field != NULL)
        g_string_append_printf (words, "%s: ", _ (field->label));
      g_string_append (words, sentence);
    }
  return g_string_free (words, FALSE);
}

/* The unit stands in the row anyway. */
static bool
says_no_more (const HearthField *field, const char *canonical, const char *text)
{
  g_autofree char *editing = hearth_value_format_for_editing (field, canonical);

  return field->unit != NULL && g_str_equal (editing, text);
}

void
hearth_form_rows_show_reading (HearthFormRows *self, HearthFieldRow *row)
{
  const HearthField *field = hearth_field_row_get_field (row);
  g_autofree char *canonical = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!HEARTH_IS_ENTRY_ROW (row) || field->kind == HEARTH_FIELD_TEXT)
    return;
  text = hearth_field_row_dup_text (row);
  if (hearth_field_row_get_canonical (row, self->today, &canonical) == HEARTH_PROBLEM_NONE &&
      !says_no_more (field, canonical, text))
    words = hearth_value_format (field, canonical);
  hearth_field_row_set_reading (row, g_strcmp0 (words, text) != 0 ? words : NULL);
}
