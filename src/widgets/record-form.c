/* SPDX-License-Identifier: GPL-3.0-or-later
 * A form for one record, made from its type's table: sections, a row per field, checks in words.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/record-form.h"

#include "core/problem.h"
#include "core/value.h"
#include "widgets/attachment-row.h"
#include "widgets/body-map-row.h"
#include "widgets/compartment.h"
#include "widgets/entry-row.h"
#include "widgets/form-rows.h"
#include "widgets/link-row.h"
#include "widgets/links-row.h"
#include "widgets/long-text-row.h"
#include "widgets/value-row.h"

struct _HearthRecordForm {
  GtkWidget parent_instance;

  /* template */
  AdwBin *bin;
  AdwPreferencesPage *page;
  GtkWidget *note_group;
  GtkWidget *general_group;
  GtkLabel *general_problem;

  /* borrowed */
  AdwPreferencesGroup *group; /* NULL: the rows stand in groups of the form's own */
  AdwPreferencesGroup *end; /* what somebody put below all of them, or NULL */

  /* owned */
  HearthRecord *record;
  char *today;
  char **fields; /* NULL: all */
  HearthFormRows *form_rows;
  GPtrArray *rows;        /* those of form_rows */
  GHashTable *read_only;  /* set of field names */
  GHashTable *hidden;     /* the same */
  GHashTable *links;      /* field name → GListModel */
  GHashTable *names;      /* an attachment's id → what the file is called */
  guint compute_id;
  bool changed;
  bool editable;
  bool optional;
};

enum { PROP_0, PROP_RECORD, PROP_TODAY, PROP_FIELDS, PROP_GROUP, PROP_CHANGED, PROP_EDITABLE, N_PROPS };

enum { SIGNAL_EDITED, SIGNAL_ATTACHMENT_REQUESTED, SIGNAL_ATTACHMENT_OPENED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthRecordForm, hearth_record_form, GTK_TYPE_WIDGET)

/* --- helpers --- */

/* Where a row is typed into, a person may be in the middle of it, so nothing is said before it is left. */
static bool
is_typed (HearthFieldRow *row)
{
  return HEARTH_IS_ENTRY_ROW (row) || HEARTH_IS_LONG_TEXT_ROW (row);
}

static void
update_changed (HearthRecordForm *self)
{
  bool changed = false;

  for (guint i = 0; i < self->rows->len && !changed; i++)
    changed = hearth_form_rows_is_changed (self->form_rows, g_ptr_array_index (self->rows, i));
  if (self->changed == changed)
    return;
  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

/* A part answers for its own fields only: the others may well be on another part. */
static GPtrArray *
check_rows (HearthRecordForm *self, HearthRecord **copy)
{
  GPtrArray *problems = hearth_form_rows_check (self->form_rows, copy);

  for (guint i = problems->len; self->fields != NULL && i-- > 0;)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);

      if (hearth_form_rows_lookup (self->form_rows, problem->field) == NULL)
        g_ptr_array_remove_index (problems, i);
    }
  return problems;
}

/* The problems of fields that are not on the form, and of the record as a whole. */
static void
show_general_problems (HearthRecordForm *self, GPtrArray *problems)
{
  g_autofree char *words = hearth_form_rows_describe_others (self->form_rows, problems);

  gtk_label_set_label (self->general_problem, words);
  gtk_widget_set_visible (self->general_group, *words != '\0');
  if (*words != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_names (HearthRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      g_autofree char *id = NULL;
      const char *name;

      if (!HEARTH_IS_ATTACHMENT_ROW (row))
        continue;
      id = hearth_field_row_dup_text (HEARTH_FIELD_ROW (row));
      name = g_hash_table_lookup (self->names, id);
      if (name != NULL)
        hearth_attachment_row_set_name (HEARTH_ATTACHMENT_ROW (row), name);
    }
}

/* What rows cannot know of themselves: computed and linked values, the names of files. */
static void
update_values (HearthRecordForm *self)
{
  hearth_form_rows_show_values (self->form_rows, self->links);
  show_names (self);
  hearth_form_rows_show_groups (self->form_rows);
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
        hearth_form_rows_show_problem (self->form_rows, row, problems);
    }
  hearth_form_rows_show_reading (self->form_rows, left);
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

static void
attachment_opened_cb (HearthRecordForm *self, HearthFieldRow *row)
{
  g_autofree char *id = hearth_field_row_dup_text (row);

  g_signal_emit (self, signals[SIGNAL_ATTACHMENT_OPENED], 0, hearth_field_row_get_field (row)->name, id);
}

/* --- making the rows --- */

/* Can be opened by who may not change it, too. */
static void
set_up_attachment (HearthRecordForm *self, HearthAttachmentRow *row, bool editable)
{
  hearth_attachment_row_set_editable (row, editable);
  g_signal_connect_object (row, "requested", G_CALLBACK (attachment_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "opened", G_CALLBACK (attachment_opened_cb), self, G_CONNECT_SWAPPED);
}

static bool
is_read_in_its_row (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_ATTACHMENT || field->kind == HEARTH_FIELD_BODY_MAP;
}

static void
set_link_model (HearthFieldRow *row, GListModel *records)
{
  if (HEARTH_IS_LINK_ROW (row))
    hearth_link_row_set_model (HEARTH_LINK_ROW (row), records);
  else if (HEARTH_IS_LINKS_ROW (row))
    hearth_links_row_set_model (HEARTH_LINKS_ROW (row), records);
}

static GtkWidget *
make_row (HearthRecordForm *self, const HearthField *field)
{
  bool editable = self->editable && field->kind != HEARTH_FIELD_COMPUTED &&
                  !g_hash_table_contains (self->read_only, field->name);
  GtkWidget *row;

  if (!editable && !is_read_in_its_row (field))
    {
      row = hearth_value_row_new (field);
      if (self->editable && field->kind != HEARTH_FIELD_COMPUTED)
        hearth_value_row_set_locked (HEARTH_VALUE_ROW (row));
      return row;
    }

  row = hearth_field_row_new (field);
  set_link_model (HEARTH_FIELD_ROW (row), g_hash_table_lookup (self->links, field->name));
  if (HEARTH_IS_BODY_MAP_ROW (row))
    hearth_body_map_row_set_editable (HEARTH_BODY_MAP_ROW (row), editable);
  if (HEARTH_IS_ATTACHMENT_ROW (row))
    set_up_attachment (self, HEARTH_ATTACHMENT_ROW (row), editable);
  hearth_form_rows_load (self->form_rows, HEARTH_FIELD_ROW (row));
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What only its author knows of has no trace for anybody else. */
static bool
says_it_is_closed (const HearthField *field)
{
  const HearthCompartment *compartment = hearth_compartment_of (field);

  return compartment != NULL && compartment->closed != NULL;
}

/* Whether there is a field that the program keeps from this reader, rather than a key. */
static bool
has_closed (HearthRecordForm *self)
{
  unsigned int n_columns;
  const HearthField *const *columns =
    hearth_record_type_get_columns (hearth_record_get_record_type (self->record), &n_columns);

  for (unsigned int i = 0; i < n_columns; i++)
    if (columns[i]->section != NULL && hearth_compartment_of (columns[i]) == NULL &&
        hearth_record_is_withheld (self->record, i))
      return true;
  return false;
}

static void
add_row (HearthRecordForm *self, unsigned int column, const HearthField *field)
{
  GtkWidget *row;

  if (field->section == NULL)
    return;
  if (!hearth_record_is_withheld (self->record, column))
    row = make_row (self, field);
  else if (says_it_is_closed (field))
    row = hearth_value_row_new_closed (field);
  else
    return;
  /* A row of words that says nothing has hidden itself already. */
  if (g_hash_table_contains (self->hidden, field->name))
    gtk_widget_set_visible (row, FALSE);
  if (self->optional && HEARTH_IS_FIELD_ROW (row))
    hearth_field_row_set_optional (HEARTH_FIELD_ROW (row), true);
  hearth_form_rows_add (self->form_rows, field, row);
}

/* Sections that were made anew stand below it. */
static void
keep_end (HearthRecordForm *self)
{
  g_autoptr (AdwPreferencesGroup) end = self->end != NULL ? g_object_ref (self->end) : NULL;

  if (end == NULL)
    return;
  adw_preferences_page_remove (self->page, end);
  adw_preferences_page_add (self->page, end);
}

static void
build (HearthRecordForm *self)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  const HearthField *const *columns;
  unsigned int n_columns;

  columns = hearth_record_type_get_columns (type, &n_columns);
  for (unsigned int i = 0; self->fields == NULL && i < n_columns; i++)
    add_row (self, i, columns[i]);
  for (unsigned int i = 0; self->fields != NULL && self->fields[i] != NULL; i++)
    {
      int column = hearth_record_type_find_column (type, self->fields[i]);

      g_return_if_fail (column >= 0);
      add_row (self, (unsigned int) column, columns[column]);
    }
  if (has_closed (self))
    hearth_form_rows_add_closing (self->form_rows);
  keep_end (self);
  update_values (self);
}

static void
rebuild (HearthRecordForm *self)
{
  g_autoptr (GHashTable) values = hearth_record_form_dup_values (self);

  hearth_form_rows_remove_all (self->form_rows);
  build (self);
  hearth_record_form_set_values (self, values);
}

/* Where the rows stand. Beside a group of its page, the form is only what shows problems of the whole. */
static GtkWidget *
ensure_container (HearthRecordForm *self)
{
  if (self->group == NULL)
    return GTK_WIDGET (self->page);
  g_object_ref (self->general_group);
  adw_preferences_page_remove (self->page, ADW_PREFERENCES_GROUP (self->general_group));
  adw_bin_set_child (self->bin, self->general_group);
  g_object_unref (self->general_group);
  return GTK_WIDGET (self->group);
}

/* --- overrides --- */

static void
hearth_record_form_constructed (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  G_OBJECT_CLASS (hearth_record_form_parent_class)->constructed (object);
  g_return_if_fail (self->record != NULL);
  g_signal_connect_object (self->record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  self->form_rows = hearth_form_rows_new (self->record, self->today, ensure_container (self));
  self->rows = self->form_rows->rows;
  build (self);
}

static void
hearth_record_form_dispose (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  g_clear_handle_id (&self->compute_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->form_rows->groups, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RECORD_FORM);
  G_OBJECT_CLASS (hearth_record_form_parent_class)->dispose (object);
}

static void
hearth_record_form_finalize (GObject *object)
{
  HearthRecordForm *self = HEARTH_RECORD_FORM (object);

  g_clear_pointer (&self->form_rows, hearth_form_rows_free);
  g_clear_object (&self->record);
  g_free (self->today);
  g_strfreev (self->fields);
  g_hash_table_unref (self->read_only);
  g_hash_table_unref (self->hidden);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->names);
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
    case PROP_FIELDS:
      g_value_set_boxed (value, self->fields);
      break;
    case PROP_GROUP:
      g_value_set_object (value, self->group);
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
    case PROP_FIELDS:
      self->fields = g_value_dup_boxed (value);
      break;
    case PROP_GROUP:
      self->group = g_value_get_object (value);
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
  properties[PROP_FIELDS] =
    g_param_spec_boxed ("fields", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUP] =
    g_param_spec_object ("group", NULL, NULL, ADW_TYPE_PREFERENCES_GROUP,
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
  signals[SIGNAL_ATTACHMENT_OPENED] =
    g_signal_new ("attachment-opened", HEARTH_TYPE_RECORD_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, bin);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, page);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, general_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, note_group);
  gtk_widget_class_bind_template_child (widget_class, HearthRecordForm, general_problem);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
hearth_record_form_init (HearthRecordForm *self)
{
  self->read_only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->editable = true;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An instant that the record was begun with comes in its canonical form, which nobody types. */
static void
put_text (HearthRecordForm *self, HearthFieldRow *row, const char *text)
{
  const HearthField *field = hearth_field_row_get_field (row);

  if (field->kind == HEARTH_FIELD_DATE_TIME && *text != '\0' &&
      hearth_value_check (field, text, self->today) == HEARTH_PROBLEM_NONE)
    hearth_field_row_set_canonical (row, text);
  else
    hearth_field_row_set_text (row, text);
}

/* --- public --- */

HearthRecordForm *
hearth_record_form_new (HearthRecord *record, const char *today)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  return g_object_new (HEARTH_TYPE_RECORD_FORM, "record", record, "today", today, NULL);
}

HearthRecordForm *
hearth_record_form_new_rows (HearthRecord *record,
                             const char *today,
                             const char *const *fields,
                             AdwPreferencesGroup *group)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (record), NULL);
  g_return_val_if_fail (today != NULL, NULL);
  g_return_val_if_fail (fields != NULL, NULL);
  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group), NULL);

  return g_object_new (HEARTH_TYPE_RECORD_FORM, "record", record, "today", today, "fields", fields, "group",
                       group, NULL);
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

void
hearth_record_form_set_field_visible (HearthRecordForm *self, const char *field, bool visible)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (field != NULL);

  if (visible)
    g_hash_table_remove (self->hidden, field);
  else
    g_hash_table_add (self->hidden, g_strdup (field));
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const HearthField *of = HEARTH_IS_FIELD_ROW (row) ? hearth_field_row_get_field (HEARTH_FIELD_ROW (row))
                                                        : hearth_value_row_get_field (HEARTH_VALUE_ROW (row));

      if (g_str_equal (of->name, field))
        gtk_widget_set_visible (row, visible);
    }
  hearth_form_rows_show_groups (self->form_rows);
}

void
hearth_record_form_add_note (HearthRecordForm *self, GtkWidget *row)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (self->group == NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->note_group), row);
  gtk_widget_set_visible (self->note_group, TRUE);
}

void
hearth_record_form_set_end (HearthRecordForm *self, AdwPreferencesGroup *end)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));
  g_return_if_fail (self->group == NULL && self->end == NULL);

  self->end = end;
  adw_preferences_page_add (self->page, end);
}

void
hearth_record_form_set_optional (HearthRecordForm *self, bool optional)
{
  g_return_if_fail (HEARTH_IS_RECORD_FORM (self));

  self->optional = optional;
  for (guint i = 0; i < self->rows->len; i++)
    if (HEARTH_IS_FIELD_ROW (g_ptr_array_index (self->rows, i)))
      hearth_field_row_set_optional (g_ptr_array_index (self->rows, i), optional);
}

GHashTable *
hearth_record_form_dup_values (HearthRecordForm *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), NULL);

  return hearth_form_rows_dup_values (self->form_rows);
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
      HearthFieldRow *row = hearth_form_rows_lookup (self->form_rows, name);

      if (row == NULL)
        continue;
      put_text (self, row, text);
      hearth_form_rows_show_reading (self->form_rows, row);
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
  hearth_form_rows_write (self->form_rows, copy);
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
      hearth_form_rows_show_problem (self->form_rows, row, problems);
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
      hearth_form_rows_load (self->form_rows, g_ptr_array_index (self->rows, i));
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
  row = hearth_form_rows_lookup (self->form_rows, field);
  set_link_model (row, records);
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

  row = hearth_form_rows_lookup (self->form_rows, field);
  if (!HEARTH_IS_ATTACHMENT_ROW (row))
    return;
  g_hash_table_insert (self->names, g_strdup (id), g_strdup (name));
  hearth_field_row_set_text (row, id);
  show_names (self);
  row_edited_cb (self, row);
}

bool
hearth_record_form_focus_field (HearthRecordForm *self, const char *field)
{
  HearthFieldRow *row;

  g_return_val_if_fail (HEARTH_IS_RECORD_FORM (self), false);

  if (field != NULL)
    row = hearth_form_rows_lookup (self->form_rows, field);
  else
    row = hearth_form_rows_lookup_empty (self->form_rows, true);
  if (row == NULL)
    row = hearth_form_rows_lookup_empty (self->form_rows, false);
  return row != NULL && hearth_field_row_focus (row);
}
