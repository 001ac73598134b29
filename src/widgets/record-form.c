/* SPDX-License-Identifier: GPL-3.0-or-later
 * A form for one record, made from its type's table: sections, a row per field, checks in words.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/record-form.h"

#include "core/problem.h"
#include "core/value.h"
#include "records/problem-text.h"
#include "widgets/attachment-row.h"
#include "widgets/entry-row.h"
#include "widgets/field-row.h"
#include "widgets/link-row.h"
#include "widgets/long-text-row.h"
#include "widgets/value-row.h"

#include <glib/gi18n-lib.h>

struct _HearthRecordForm {
  GtkWidget parent_instance;

  /* template */
  AdwPreferencesPage *page;
  GtkWidget *general_group;
  GtkLabel *general_problem;

  /* owned */
  HearthRecord *record;
  char *today;
  GPtrArray *groups;      /* of AdwPreferencesGroup; borrowed, in the page */
  GPtrArray *rows;        /* of HearthFieldRow or HearthValueRow, in order; borrowed, in the groups */
  GHashTable *initial;    /* field name → the text of an unchanged row */
  GHashTable *read_only;  /* set of field names */
  GHashTable *links;      /* field name → GListModel */
  guint compute_id;
  bool changed;
  bool editable;
};

enum { PROP_0, PROP_RECORD, PROP_TODAY, PROP_CHANGED, PROP_EDITABLE, N_PROPS };

enum { SIGNAL_EDITED, SIGNAL_ATTACHMENT_REQUESTED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthRecordForm, hearth_record_form, GTK_TYPE_WIDGET)

/* --- helpers --- */

static HearthFieldRow *
lookup_row (HearthRecordForm *self, const char *name)
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

/* Where a row is typed into, a person may be in the middle of it, so nothing is said before it is left. */
static bool
is_typed (HearthFieldRow *row)
{
  return HEARTH_IS_ENTRY_ROW (row) || HEARTH_IS_LONG_TEXT_ROW (row);
}

static bool
differs (HearthRecordForm *self, HearthFieldRow *row)
{
  g_autofree char *text = hearth_field_row_dup_text (row);

  return g_strcmp0 (g_hash_table_lookup (self->initial, hearth_field_row_get_field (row)->name), text) != 0;
}

static void
update_changed (HearthRecordForm *self)
{
  bool changed = false;

  for (guint i = 0; i < self->rows->len && !changed; i++)
    if (HEARTH_IS_FIELD_ROW (g_ptr_array_index (self->rows, i)))
      changed = differs (self, g_ptr_array_index (self->rows, i));
  if (self->changed == changed)
    return;
  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

/* A copy of the record with every value that can be read; what cannot is told in @problems, and keeps the
 * record's old value in the copy. */
static HearthRecord *
read_rows (HearthRecordForm *self, GPtrArray *problems)
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
        hearth_record_set (copy, name, canonical);
      else
        {
          g_autofree char *text = hearth_field_row_dup_text (row);

          hearth_problems_add (problems, code, name, code == HEARTH_PROBLEM_NO_SUCH_CHOICE ? text : "");
        }
    }
  return copy;
}

/* What cannot be read comes first; of the rest only fields that could be. */
static GPtrArray *
check_rows (HearthRecordForm *self, HearthRecord **copy_out)
{
  g_autoptr (GPtrArray) problems = hearth_problems_new ();
  g_autoptr (HearthRecord) copy = read_rows (self, problems);
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

static void
show_problem (HearthRecordForm *self, HearthFieldRow *row, GPtrArray *problems)
{
  const HearthProblem *problem = hearth_problems_lookup (problems, hearth_field_row_get_field (row)->name);
  g_autofree char *sentence = NULL;

  if (problem != NULL)
    sentence = hearth_problem_to_sentence (hearth_record_get_record_type (self->record), problem);
  hearth_field_row_set_problem (row, sentence);
}

/* What a person may want to see confirmed: how a date or a number was understood. */
static void
show_reading (HearthRecordForm *self, HearthFieldRow *row)
{
  const HearthField *field = hearth_field_row_get_field (row);
  g_autofree char *canonical = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (!HEARTH_IS_ENTRY_ROW (row) || field->kind == HEARTH_FIELD_TEXT)
    return;
  if (hearth_field_row_get_canonical (row, self->today, &canonical) == HEARTH_PROBLEM_NONE)
    words = hearth_value_format (field, canonical);
  text = hearth_field_row_dup_text (row);
  hearth_field_row_set_reading (row, g_strcmp0 (words, text) != 0 ? words : NULL);
}

/* The problems of fields that are not on the form, and of the record as a whole. */
static void
show_general_problems (HearthRecordForm *self, GPtrArray *problems)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);
      const HearthField *field = hearth_record_type_lookup_field (type, problem->field);
      g_autofree char *sentence = NULL;

      if (lookup_row (self, problem->field) != NULL)
        continue;
      sentence = hearth_problem_to_sentence (type, problem);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      if (field != NULL)
        g_string_append_printf (words, "%s: ", _ (field->label));
      g_string_append (words, sentence);
    }
  gtk_label_set_label (self->general_problem, words->str);
  gtk_widget_set_visible (self->general_group, words->len > 0);
  if (words->len > 0)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words->str, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* The title of the record that a LINK names, where it is among those it can be chosen from. */
static char *
dup_link_title (HearthRecordForm *self, const char *field, const char *id)
{
  GListModel *records = g_hash_table_lookup (self->links, field);

  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (g_str_equal (hearth_record_get_id (record), id))
        return hearth_record_dup_title (record);
    }
  return g_strdup ("");
}

static void
update_values (HearthRecordForm *self)
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
        copy = read_rows (self, problems);
      field = hearth_value_row_get_field (row);
      if (field->kind == HEARTH_FIELD_LINK)
        words = dup_link_title (self, field->name, hearth_record_get (copy, field->name));
      else
        words = hearth_record_format (copy, field, self->today);
      hearth_value_row_set_words (row, words);
    }
}

/* --- callbacks --- */

static gboolean
compute_cb (gpointer data)
{
  HearthRecordForm *self = data;

  self->compute_id = 0;
  update_values (self);
  return G_SOURCE_REMOVE;
}

static void
record_notify_cb (HearthRecordForm *self)
{
  if (self->compute_id == 0)
    self->compute_id = g_idle_add (compute_cb, self);
}

/* Also looks again at fields that were wrong before: the change may have put them right. */
static void
row_left_cb (HearthRecordForm *self, HearthFieldRow *left)
{
  g_autoptr (GPtrArray) problems = check_rows (self, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);

      if (HEARTH_IS_FIELD_ROW (row) && (row == left || *hearth_field_row_get_problem (row) != '\0'))
        show_problem (self, row, problems);
    }
  show_reading (self, left);
}

static void
row_edited_cb (HearthRecordForm *self, HearthFieldRow *row)
{
  if (is_typed (row))
    hearth_field_row_set_problem (row, NULL);
  else
    row_left_cb (self, row);
  update_changed (self);
  record_notify_cb (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
attachment_requested_cb (HearthRecordForm *self, HearthFieldRow *row)
{
  g_signal_emit (self, signals[SIGNAL_ATTACHMENT_REQUESTED], 0, hearth_field_row_get_field (row)->name);
}

/* --- making the rows --- */

static void
load_row (HearthRecordForm *self, HearthFieldRow *row)
{
  const char *name = hearth_field_row_get_field (row)->name;

  hearth_field_row_set_canonical (row, hearth_record_get (self->record, name));
  g_hash_table_insert (self->initial, (gpointer) name, hearth_field_row_dup_text (row));
}

static GtkWidget *
make_row (HearthRecordForm *self, const HearthField *field)
{
  GtkWidget *row;

  if (!self->editable || field->kind == HEARTH_FIELD_COMPUTED ||
      g_hash_table_contains (self->read_only, field->name))
    return hearth_value_row_new (field);

  row = hearth_field_row_new (field);
  if (HEARTH_IS_LINK_ROW (row))
    hearth_link_row_set_model (HEARTH_LINK_ROW (row), g_hash_table_lookup (self->links, field->name));
  if (HEARTH_IS_ATTACHMENT_ROW (row))
    g_signal_connect_object (row, "requested", G_CALLBACK (attachment_requested_cb), self, G_CONNECT_SWAPPED);
  load_row (self, HEARTH_FIELD_ROW (row));
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static AdwPreferencesGroup *
ensure_group (HearthRecordForm *self, GHashTable *by_section, const char *section)
{
  AdwPreferencesGroup *group = g_hash_table_lookup (by_section, section);
  g_autofree char *title = NULL;

  if (group != NULL)
    return group;
  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  title = g_markup_escape_text (_ (section), -1);
  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->groups, group);
  g_hash_table_insert (by_section, (gpointer) section, group);
  return group;
}

static void
build (HearthRecordForm *self)
{
  g_autoptr (GHashTable) by_section = g_hash_table_new (g_str_hash, g_str_equal);
  const HearthField *const *columns;
  unsigned int n_columns;

  columns = hearth_record_type_get_columns (hearth_record_get_record_type (self->record), &n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    {
      GtkWidget *row;

      if (columns[i]->section == NULL || hearth_record_is_withheld (self->record, i))
        continue;
      row = make_row (self, columns[i]);
      adw_preferences_group_add (ensure_group (self, by_section, columns[i]->section), row);
      g_ptr_array_add (self->rows, row);
    }
  update_values (self);
}

static void
rebuild (HearthRecordForm *self)
{
  g_autoptr (GHashTable) values = hearth_record_form_get_values (self);

  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->initial);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  build (self);
  hearth_record_form_set_values (self, values);
}

/* --- overrides --- */

static void
hearth_record_form_constructed (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  G_OBJECT_CLASS (hearth_record_form_parent_class)->constructed (object);
  g_return_if_fail (self->record != NULL);
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  build (self);
}

static void
hearth_record_form_dispose (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  g_clear_handle_id (&self->compute_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->groups, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (hearth_record_form_parent_class)->dispose (object);
}

static void
hearth_record_form_finalize (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  g_clear_object (&self->record);
  g_free (self->today);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->initial);
  g_hash_table_unref (self->read_only);
  g_hash_table_unref (self->links);
  G_OBJECT_CLASS (hearth_record_form_parent_class)->finalize (object);
}

static void
hearth_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_TODAY:
      g_value_set_string (value, self->today);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearth_record_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  switch (id)
    {
    case PROP_RECORD:
      self->record = g_value_dup_object (value);
      break;
    case PROP_TODAY:
      self->today = g_value_dup_string (value);
      break;
    case PROP_EDITABLE:
      hearth_record_form_set_editable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearth_record_form_class_init (HearthRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearth_record_form_constructed;
  object_class->dispose = hearth_record_form_dispose;
  object_class->finalize = hearth_record_form_finalize;
  object_class->get_property = hearth_record_form_get_property;
  object_class->set_property = hearth_record_form_set_property;

  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, HEARTH_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TODAY] =
    g_param_spec_string ("today", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHANGED] =
    g_param_spec_boolean ("changed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", HEARTH_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ATTACHMENT_REQUESTED] =
    g_signal_new ("attachment-requested", HEARTH_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, page);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, general_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, general_problem);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
hearth_record_form_init (HearthRecordForm *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->initial = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->read_only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->editable = true;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- public --- */

HearthRecordForm *
hearth_record_form_new (HearthRecord *record, const char *today)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  return g_object_new (HEARTH_TYPE_RECORD_FORM, "record", record, "today", today, NULL);
}

HearthRecord *
hearth_record_form_get_record (HearthRecordForm *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), NULL);

  return self->record;
}

bool
hearth_record_form_get_changed (HearthRecordForm *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), false);

  return self->changed;
}

bool
hearth_record_form_get_editable (HearthRecordForm *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), false);

  return self->editable;
}

void
hearth_record_form_set_editable (HearthRecordForm *self, bool editable)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));

  if (self->editable == editable)
    return;
  self->editable = editable;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

void
hearth_record_form_set_field_editable (HearthRecordForm *self, const char *field, bool editable)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (field != NULL);

  if (editable ? g_hash_table_remove (self->read_only, field)
               : g_hash_table_add (self->read_only, g_strdup (field)))
    rebuild (self);
}

GHashTable *
hearth_record_form_get_values (HearthRecordForm *self)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);

      if (HEARTH_IS_FIELD_ROW (row) && differs (self, row))
        g_hash_table_insert (values, g_strdup (hearth_field_row_get_field (row)->name),
                             hearth_field_row_dup_text (row));
    }
  return g_steal_pointer (&values);
}

void
hearth_record_form_set_values (HearthRecordForm *self, GHashTable *values)
{
  GHashTableIter iter;
  gpointer name, text;

  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (values != NULL);

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      HearthFieldRow *row = lookup_row (self, name);

      if (row == NULL)
        continue;
      hearth_field_row_set_text (row, text);
      show_reading (self, row);
    }
  update_changed (self);
  update_values (self);
}

bool
hearth_record_form_commit (HearthRecordForm *self, GPtrArray **problems)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (HearthRecord) copy = NULL;

  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), false);

  found = check_rows (self, &copy);
  hearth_record_form_show_problems (self, found);
  if (found->len > 0)
    {
      if (problems != NULL)
        *problems = g_steal_pointer (&found);
      return false;
    }
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
  update_changed (self);
  return true;
}

void
hearth_record_form_show_problems (HearthRecordForm *self, GPtrArray *problems)
{
  HearthFieldRow *first = NULL;

  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (problems != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);

      if (!HEARTH_IS_FIELD_ROW (row))
        continue;
      show_problem (self, row, problems);
      if (first == NULL && *hearth_field_row_get_problem (row) != '\0')
        first = row;
    }
  show_general_problems (self, problems);
  if (first != NULL)
    hearth_field_row_focus (first);
}

void
hearth_record_form_revert (HearthRecordForm *self)
{
  g_autoptr (GPtrArray) none = hearth_problems_new ();

  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (HEARTH_IS_FIELD_ROW (g_ptr_array_index (self->rows, i)))
      load_row (self, g_ptr_array_index (self->rows, i));
  show_general_problems (self, none);
  update_changed (self);
  update_values (self);
}

void
hearth_record_form_set_link_model (HearthRecordForm *self, const char *field, GListModel *records)
{
  HearthFieldRow *row;

  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (field != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (records));

  g_hash_table_insert (self->links, g_strdup (field), g_object_ref (records));
  row = lookup_row (self, field);
  if (HEARTH_IS_LINK_ROW (row))
    hearth_link_row_set_model (HEARTH_LINK_ROW (row), records);
  update_values (self);
}

void
hearth_record_form_set_attachment (HearthRecordForm *self,
                                   const char *field,
                                   const char *id,
                                   const char *name)
{
  HearthFieldRow *row;

  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (field != NULL);

  row = lookup_row (self, field);
  if (!HEARTH_IS_ATTACHMENT_ROW (row))
    return;
  hearth_field_row_set_text (row, id);
  hearth_attachment_row_set_name (HEARTH_ATTACHMENT_ROW (row), name);
  row_edited_cb (self, row);
}

/* The first row of @field; with NULL the first empty one, @required or any. */
static HearthFieldRow *
find_row_to_focus (HearthRecordForm *self, const char *field, bool required)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      HearthFieldRow *row = g_ptr_array_index (self->rows, i);
      const HearthField *of;
      g_autofree char *text = NULL;

      if (!HEARTH_IS_FIELD_ROW (row))
        continue;
      of = hearth_field_row_get_field (row);
      text = hearth_field_row_dup_text (row);
      if (field != NULL ? g_str_equal (of->name, field) : *text == '\0' && (of->required || !required))
        return row;
    }
  return NULL;
}

bool
hearth_record_form_focus_field (HearthRecordForm *self, const char *field)
{
  HearthFieldRow *row;

  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), false);

  row = find_row_to_focus (self, field, true);
  if (row == NULL)
    row = find_row_to_focus (self, field, false);
  return row != NULL && hearth_field_row_focus (row);
}
