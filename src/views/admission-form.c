/* SPDX-License-Identifier: GPL-3.0-or-later
 * The form of an admission: rows of several records below headings that follow the order of a night.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-form.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/problem.h"
#include "core/value.h"
#include "core/wipe.h"
#include "records/problem-text.h"
#include "records/types.h"
#include "views/admission-part.h"

struct _HearthAdmissionForm {
  GtkBox parent_instance;

  /* Borrowed */
  GtkWidget *search;

  /* Owned */
  HearthStore *store;
  GPtrArray *records;
  GPtrArray *parts; /* of HearthAdmissionPart */
  bool open;
  bool full;
};

G_DEFINE_FINAL_TYPE (HearthAdmissionForm, hearth_admission_form, GTK_TYPE_BOX)

enum { PROP_0, PROP_FULL, N_PROPS };
enum { EDITED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static HearthRecord *
lookup_record (HearthAdmissionForm *self, const HearthRecordType *type)
{
  return hearth_admission_parts_lookup_record (self->records, type);
}

/* A record that is only made when something is written down in it. */
static bool
is_left_out (HearthAdmissionForm *self, const HearthAdmissionPart *part)
{
  if (part->type != &hearth_alert_type && part->type != &hearth_contact_type)
    return false;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HearthAdmissionPart *other = g_ptr_array_index (self->parts, i);

      if (other->type == part->type && hearth_record_form_get_changed (other->form))
        return false;
    }
  return true;
}

static void
update_optional (HearthAdmissionForm *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HearthAdmissionPart *part = g_ptr_array_index (self->parts, i);

      hearth_record_form_set_optional (part->form, is_left_out (self, part));
    }
}

static void
update_visible (HearthAdmissionForm *self)
{
  const HearthAdmissionPart *before = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const HearthAdmissionPart *part = g_ptr_array_index (self->parts, i);
      bool any = hearth_admission_part_set_full (part, self->full);

      any = any && (self->open || hearth_admission_part_is_who (part));
      if (before != NULL && before->section == part->section)
        any = any || gtk_widget_get_visible (part->section);
      gtk_widget_set_visible (part->section, any);
      before = part;
    }
}

/* Of the two one is enough: an age that was stated makes a birth year that is not certain. */
static void
fill_in_birth (HearthRecord *resident, const char *age, const char *arrived)
{
  g_autofree char *day = hearth_instant_dup_date (arrived);
  g_autofree char *birth = NULL;
  int year = atoi (day) - atoi (age);

  if (*age == '\0' || *day == '\0' || hearth_record_has (resident, "birth"))
    return;
  birth = g_strdup_printf ("%04d~", year);
  hearth_record_set (resident, "birth", birth);
  if (!hearth_record_has (resident, "birth_source"))
    hearth_record_set (resident, "birth_source", "said");
}

/* ---- Callbacks ---- */

static void
edited_cb (HearthAdmissionForm *self)
{
  update_optional (self);
  g_signal_emit (self, signals[EDITED], 0);
}

/* ---- Overrides ---- */

static void
hearth_admission_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FULL)
    g_value_set_boolean (value, HEARTH_ADMISSION_FORM (object)->full);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_admission_form_dispose (GObject *object)
{
  HearthAdmissionForm *self = HEARTH_ADMISSION_FORM (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_admission_form_parent_class)->dispose (object);
}

static void
hearth_admission_form_finalize (GObject *object)
{
  HearthAdmissionForm *self = HEARTH_ADMISSION_FORM (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);

  G_OBJECT_CLASS (hearth_admission_form_parent_class)->finalize (object);
}

static void
hearth_admission_form_class_init (HearthAdmissionFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearth_admission_form_get_property;
  object_class->dispose = hearth_admission_form_dispose;
  object_class->finalize = hearth_admission_form_finalize;
  properties[PROP_FULL] =
    g_param_spec_boolean ("full", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EDITED] = g_signal_new ("edited", HEARTH_TYPE_ADMISSION_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
hearth_admission_form_init (HearthAdmissionForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/* ---- Public ---- */

HearthAdmissionForm *
hearth_admission_form_new (HearthStore *store, GPtrArray *records)
{
  HearthAdmissionForm *self = g_object_new (HEARTH_TYPE_ADMISSION_FORM, NULL);

  self->store = g_object_ref (store);
  self->records = g_ptr_array_copy (records, (GCopyFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->records, g_object_unref);
  self->parts = hearth_admission_parts_build (store, self->records, GTK_BOX (self));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const HearthAdmissionPart *part = g_ptr_array_index (self->parts, i);

      g_signal_connect_object (part->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
    }
  update_optional (self);
  update_visible (self);
  return self;
}

void
hearth_admission_form_set_search (HearthAdmissionForm *self, GtkWidget *widget)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  gtk_box_insert_child_after (GTK_BOX (self), widget, gtk_widget_get_first_child (GTK_WIDGET (self)));
}

void
hearth_admission_form_set_open (HearthAdmissionForm *self, bool open)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  self->open = open;
  update_visible (self);
}

void
hearth_admission_form_set_full (HearthAdmissionForm *self, bool full)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  if (self->full == full)
    return;
  self->full = full;
  update_visible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FULL]);
}

GHashTable *
hearth_admission_form_dup_values (HearthAdmissionForm *self)
{
  GHashTable *all =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) hearth_text_wipe);

  for (guint i = 0; i < self->parts->len; i++)
    hearth_admission_part_add_values (g_ptr_array_index (self->parts, i), all);
  return all;
}

void
hearth_admission_form_set_values (HearthAdmissionForm *self, GHashTable *values)
{
  for (guint i = 0; i < self->parts->len; i++)
    hearth_admission_part_set_values (g_ptr_array_index (self->parts, i), values);
  update_optional (self);
}

static char *
dup_read (HearthAdmissionForm *self, GHashTable *values, const HearthRecordType *type, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", type->name, name);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  const char *text = g_hash_table_lookup (values, key);
  char *canonical = NULL;

  if (text != NULL)
    hearth_value_parse (hearth_record_type_lookup_field (type, name), text, today, &canonical);
  else
    canonical = g_strdup (hearth_record_get (lookup_record (self, type), name));
  return canonical;
}

HearthRecord *
hearth_admission_form_dup_resident (HearthAdmissionForm *self)
{
  g_autoptr (GHashTable) values = hearth_admission_form_dup_values (self);
  HearthRecord *resident = hearth_record_copy (lookup_record (self, &hearth_resident_type));
  g_autofree char *age = dup_read (self, values, &hearth_admission_type, "age_stated");
  g_autofree char *arrived = dup_read (self, values, &hearth_admission_type, "arrived_at");

  for (guint i = 0; i < hearth_resident_type.n_fields; i++)
    {
      const HearthField *field = &hearth_resident_type.fields[i];
      g_autofree char *canonical = NULL;

      if (!hearth_field_is_stored (field))
        continue;
      canonical = dup_read (self, values, &hearth_resident_type, field->name);
      if (canonical != NULL)
        hearth_record_set (resident, field->name, canonical);
    }
  if (age != NULL && arrived != NULL)
    fill_in_birth (resident, age, arrived);
  return resident;
}

/* ---- Reading and checking ---- */

static GPtrArray *
copy_records (HearthAdmissionForm *self)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->records->len; i++)
    g_ptr_array_add (copies, hearth_record_copy (g_ptr_array_index (self->records, i)));
  return copies;
}

void
hearth_admission_form_put_back (HearthAdmissionForm *self, GPtrArray *before, GHashTable *values)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  for (guint i = 0; i < before->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (before, i);

      hearth_record_assign (lookup_record (self, hearth_record_get_record_type (record)), record);
    }
  for (guint i = 0; i < self->parts->len; i++)
    hearth_record_form_revert (((HearthAdmissionPart *) g_ptr_array_index (self->parts, i))->form);
  hearth_admission_form_set_values (self, values);
}

/* What is wrong in @part, and NULL when it was written. Transfer full. */
static GPtrArray *
commit_part (HearthAdmissionForm *self, const HearthAdmissionPart *part, bool whole)
{
  GPtrArray *problems = NULL;

  if ((!whole && !hearth_admission_part_is_who (part)) || is_left_out (self, part))
    return NULL;
  hearth_record_form_commit (part->form, &problems);
  return problems;
}

/* All parts are asked, so that everything is said at once. Whether a part is left out is known before any is written. */
static GPtrArray *
commit_parts (HearthAdmissionForm *self, bool whole)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->parts->len; i++)
    {
      GPtrArray *of_part = commit_part (self, g_ptr_array_index (self->parts, i), whole);

      g_ptr_array_add (problems, of_part != NULL ? of_part : hearth_problems_new ());
    }
  return problems;
}

/* At their rows, the first of which has the focus; all rows are shown when it takes them. */
static bool
show_at_rows (HearthAdmissionForm *self, GPtrArray *of_parts)
{
  bool any = false, night = true;

  for (guint i = self->parts->len; i-- > 0;)
    if (hearth_admission_part_show_problems (g_ptr_array_index (self->parts, i),
                                             g_ptr_array_index (of_parts, i), &night))
      any = true;
  if (!any || night || self->full)
    return any;
  /* The focus did not get into a row that was hidden. */
  hearth_admission_form_set_full (self, true);
  return show_at_rows (self, of_parts);
}

bool
hearth_admission_form_commit (HearthAdmissionForm *self, bool whole)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  bool wrong = false;

  g_return_val_if_fail (HEARTH_IS_ADMISSION_FORM (self), false);
  before = copy_records (self);
  values = hearth_admission_form_dup_values (self);
  problems = commit_parts (self, whole);
  for (guint i = 0; i < problems->len; i++)
    wrong = wrong || ((GPtrArray *) g_ptr_array_index (problems, i))->len > 0;
  if (wrong || !whole)
    hearth_admission_form_put_back (self, before, values);
  if (wrong)
    show_at_rows (self, problems);
  else if (whole)
    {
      HearthRecord *admission = lookup_record (self, &hearth_admission_type);

      fill_in_birth (lookup_record (self, &hearth_resident_type), hearth_record_get (admission, "age_stated"),
                     hearth_record_get (admission, "arrived_at"));
    }
  return !wrong;
}

char *
hearth_admission_form_show_problems (HearthAdmissionForm *self,
                                     const HearthRecordType *type,
                                     GPtrArray *problems)
{
  g_autoptr (GPtrArray) of_parts = g_ptr_array_new ();
  GString *others = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (of_parts, problems);
  show_at_rows (self, of_parts);
  for (guint i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);
      const HearthField *field = hearth_record_type_lookup_field (type, problem->field);
      g_autofree char *sentence = NULL;

      if (hearth_admission_is_placed (problem->field))
        continue;
      sentence = hearth_problem_to_sentence (type, problem);
      g_string_append_printf (others, "%s%s%s%s", others->len > 0 ? "\n" : "",
                              field != NULL ? _ (field->label) : "", field != NULL ? ": " : "", sentence);
    }
  return g_string_free (others, FALSE);
}

void
hearth_admission_form_focus_name (HearthAdmissionForm *self)
{
  const HearthAdmissionPart *part;

  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  part = g_ptr_array_index (self->parts, 0);
  hearth_record_form_focus_field (part->form, part->fields[0]);
}

void
hearth_admission_form_focus_next (HearthAdmissionForm *self)
{
  g_return_if_fail (HEARTH_IS_ADMISSION_FORM (self));
  for (guint i = 0; i < self->parts->len; i++)
    if (!hearth_admission_part_is_who (g_ptr_array_index (self->parts, i)) &&
        hearth_admission_part_focus_empty (g_ptr_array_index (self->parts, i), self->full))
      return;
}
