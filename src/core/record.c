/* SPDX-License-Identifier: GPL-3.0-or-later
 * A record: the values of one type's columns, as properties of a subclass made from the type's table.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/record.h"

#include "core/date.h"
#include "core/value.h"
#include "core/wipe.h"

#include <string.h>

typedef struct {
  char **values;  /* one per column, NULL for "" */
  bool *withheld; /* NULL while nothing is */
} HearthRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HearthRecord, hearth_record, G_TYPE_OBJECT)

/* --- helpers --- */

static const HearthRecordType *
type_of (HearthRecord *self)
{
  return HEARTH_RECORD_GET_CLASS (self)->record_type;
}

static HearthRecordPrivate *
private_of (HearthRecord *self)
{
  return hearth_record_get_instance_private (self);
}

static unsigned int
count_columns (HearthRecord *self)
{
  return HEARTH_RECORD_GET_CLASS (self)->n_columns;
}

static unsigned int
place_of (HearthRecord *self, const char *name)
{
  int place = hearth_record_type_find_column (type_of (self), name);

  if (place < 0)
    g_error ("%s has no field called “%s”", type_of (self)->name, name);
  return (unsigned int) place;
}

/* --- overrides --- */

static void
hearth_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, hearth_record_get_column (HEARTH_RECORD (object), id - 1));
}

static void
hearth_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  hearth_record_set_column (HEARTH_RECORD (object), id - 1, g_value_get_string (value));
}

static void
hearth_record_constructed (GObject *object)
{
  HearthRecord *self = HEARTH_RECORD (object);

  G_OBJECT_CLASS (hearth_record_parent_class)->constructed (object);
  private_of (self)->values = g_new0 (char *, count_columns (self));
  hearth_record_set (self, "state", HEARTH_STATE_OPEN);
}

static void
hearth_record_finalize (GObject *object)
{
  HearthRecord *self = HEARTH_RECORD (object);
  HearthRecordPrivate *priv = private_of (self);
  unsigned int n_columns = count_columns (self);

  for (unsigned int i = 0; i < n_columns; i++)
    hearth_text_wipe (priv->values[i]);
  g_free (priv->values);
  g_free (priv->withheld);
  G_OBJECT_CLASS (hearth_record_parent_class)->finalize (object);
}

static void
hearth_record_class_init (HearthRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearth_record_constructed;
  object_class->finalize = hearth_record_finalize;
}

static void
hearth_record_init (HearthRecord *self)
{
}

static void
hearth_record_subclass_init (gpointer klass, gpointer data)
{
  const HearthRecordType *type = data;
  const HearthField *const *columns;
  unsigned int n_columns;

  HEARTH_RECORD_CLASS (klass)->record_type = type;
  /* GObject does not inherit these two. */
  G_OBJECT_CLASS (klass)->get_property = hearth_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = hearth_record_set_property;
  columns = hearth_record_type_get_columns (type, &n_columns);
  HEARTH_RECORD_CLASS (klass)->n_columns = n_columns;
  HEARTH_RECORD_CLASS (klass)->properties = g_new0 (GParamSpec *, n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (columns[i]->name), "_", '-');
      GParamSpec *property =
        g_param_spec_string (g_intern_string (name), NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

      HEARTH_RECORD_CLASS (klass)->properties[i] = property;
      g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, property);
    }
}

/* --- public --- */

GType
hearth_record_register_type (const HearthRecordType *type)
{
  GTypeInfo info = {
    .class_size = sizeof (HearthRecordClass),
    .class_init = hearth_record_subclass_init,
    .class_data = type,
    .instance_size = sizeof (HearthRecord),
  };

  g_return_val_if_fail (type != NULL, G_TYPE_INVALID);

  return g_type_register_static (HEARTH_TYPE_RECORD, type->gtype_name, &info, G_TYPE_FLAG_FINAL);
}

HearthRecord *
hearth_record_new (const HearthRecordType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return g_object_new (hearth_record_type_get_gtype (type), NULL);
}

const HearthRecordType *
hearth_record_get_record_type (HearthRecord *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  return type_of (self);
}

const char *
hearth_record_get (HearthRecord *self, const char *name)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (self), "");
  g_return_val_if_fail (name != NULL, "");

  return hearth_record_get_column (self, place_of (self, name));
}

void
hearth_record_set (HearthRecord *self, const char *name, const char *canonical)
{
  g_return_if_fail (HEARTH_IS_RECORD (self));
  g_return_if_fail (name != NULL);

  hearth_record_set_column (self, place_of (self, name), canonical);
}

const char *
hearth_record_get_column (HearthRecord *self, unsigned int column)
{
  const char *value;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), "");
  g_return_val_if_fail (column < count_columns (self), "");

  value = private_of (self)->values[column];
  return value != NULL ? value : "";
}

void
hearth_record_set_column (HearthRecord *self, unsigned int column, const char *canonical)
{
  HearthRecordPrivate *priv;

  g_return_if_fail (HEARTH_IS_RECORD (self));
  g_return_if_fail (column < count_columns (self));

  priv = private_of (self);
  if (canonical != NULL && canonical[0] == '\0')
    canonical = NULL;
  if (g_strcmp0 (priv->values[column], canonical) == 0)
    return;
  hearth_text_wipe (priv->values[column]);
  priv->values[column] = g_strdup (canonical);
  g_object_notify_by_pspec (G_OBJECT (self), HEARTH_RECORD_GET_CLASS (self)->properties[column]);
}

bool
hearth_record_has (HearthRecord *self, const char *name)
{
  return hearth_record_get (self, name)[0] != '\0';
}

gint64
hearth_record_get_integer (HearthRecord *self, const char *name, gint64 fallback)
{
  const char *value = hearth_record_get (self, name);

  return value[0] != '\0' ? g_ascii_strtoll (value, NULL, 10) : fallback;
}

bool
hearth_record_is_yes (HearthRecord *self, const char *name)
{
  return g_str_equal (hearth_record_get (self, name), "yes");
}

bool
hearth_record_is_withheld (HearthRecord *self, unsigned int column)
{
  HearthRecordPrivate *priv;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), true);
  g_return_val_if_fail (column < count_columns (self), true);

  priv = private_of (self);
  return priv->withheld != NULL && priv->withheld[column];
}

void
hearth_record_set_withheld (HearthRecord *self, unsigned int column, bool withheld)
{
  HearthRecordPrivate *priv;

  g_return_if_fail (HEARTH_IS_RECORD (self));
  g_return_if_fail (column < count_columns (self));

  priv = private_of (self);
  if (priv->withheld == NULL && !withheld)
    return;
  if (priv->withheld == NULL)
    priv->withheld = g_new0 (bool, count_columns (self));
  priv->withheld[column] = withheld;
}

const char *
hearth_record_get_id (HearthRecord *self)
{
  return hearth_record_get (self, "id");
}

const char *
hearth_record_get_resident (HearthRecord *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (self), "");

  if (type_of (self)->owner != HEARTH_OWNER_RESIDENT)
    return "";
  return hearth_record_get (self, "resident");
}

GStrv
hearth_record_dup_files (HearthRecord *self)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const HearthRecordType *type;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  type = type_of (self);
  if (type->owner == HEARTH_OWNER_RESIDENT && hearth_record_has (self, "resident"))
    g_strv_builder_add (files, hearth_record_get_resident (self));
  for (guint i = 0; type->owner == HEARTH_OWNER_RESIDENTS && i < type->n_fields; i++)
    {
      g_auto (GStrv) ids = NULL;

      if (type->fields[i].kind != HEARTH_FIELD_LINKS || !g_str_equal (type->fields[i].link_type, "resident"))
        continue;
      ids = g_strsplit (hearth_record_get (self, type->fields[i].name), " ", -1);
      for (guint j = 0; ids[j] != NULL; j++)
        if (ids[j][0] != '\0' && g_hash_table_add (known, g_strdup (ids[j])))
          g_strv_builder_add (files, ids[j]);
    }
  return g_strv_builder_end (files);
}

gint64
hearth_record_get_revision (HearthRecord *self)
{
  return hearth_record_get_integer (self, "revision", 0);
}

bool
hearth_record_is_open (HearthRecord *self)
{
  return g_str_equal (hearth_record_get (self, "state"), HEARTH_STATE_OPEN);
}

char *
hearth_record_format (HearthRecord *self, const HearthField *field, const char *today)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  if (field->kind == HEARTH_FIELD_COMPUTED)
    return field->compute (self, today);
  if (field->format != NULL)
    return field->format (self, field);
  return hearth_value_format (field, hearth_record_get (self, field->name));
}

char *
hearth_record_dup_title (HearthRecord *self)
{
  const HearthRecordType *type;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  type = type_of (self);
  if (type->title != NULL)
    return type->title (self);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].list_column && type->fields[i].kind != HEARTH_FIELD_COMPUTED)
      return hearth_record_format (self, &type->fields[i], "");
  return g_strdup ("");
}

char *
hearth_record_dup_subtitle (HearthRecord *self)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  return type_of (self)->subtitle != NULL ? type_of (self)->subtitle (self) : g_strdup ("");
}

char *
hearth_record_dup_event_date (HearthRecord *self)
{
  const char *event_field, *value;
  HearthPartialDate date;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  event_field = type_of (self)->event_field;
  value = hearth_record_get (self, event_field != NULL ? event_field : "created_at");
  if (value[0] == '\0')
    value = hearth_record_get (self, "created_at");
  if (strchr (value, 'T') != NULL)
    return hearth_instant_dup_date (value);
  if (!hearth_partial_date_read (value, &date))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", date.year, MAX (date.month, 1), MAX (date.day, 1));
}

GPtrArray *
hearth_record_check (HearthRecord *self, const char *today)
{
  g_autoptr (GPtrArray) problems = hearth_problems_new ();
  const HearthField *const *columns;
  unsigned int n_columns;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  columns = hearth_record_type_get_columns (type_of (self), &n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    {
      const HearthField *field = columns[i];
      const char *value = hearth_record_get_column (self, i);
      HearthProblemCode code = HEARTH_PROBLEM_NONE;

      if (hearth_record_is_withheld (self, i) || !hearth_field_is_stored (field))
        continue;
      if (value[0] != '\0')
        code = hearth_value_check (field, value, today);
      else if (field->required)
        code = HEARTH_PROBLEM_REQUIRED;
      if (code != HEARTH_PROBLEM_NONE)
        hearth_problems_add (problems, code, field->name,
                             code == HEARTH_PROBLEM_NO_SUCH_CHOICE ? value : NULL);
      else if (field->validate != NULL)
        field->validate (self, field, today, problems);
    }
  if (type_of (self)->validate != NULL)
    type_of (self)->validate (self, today, problems);
  return g_steal_pointer (&problems);
}

HearthRecord *
hearth_record_copy (HearthRecord *self)
{
  HearthRecord *copy;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), NULL);

  copy = hearth_record_new (type_of (self));
  hearth_record_assign (copy, self);
  return copy;
}

void
hearth_record_assign (HearthRecord *self, HearthRecord *from)
{
  unsigned int n_columns;

  g_return_if_fail (HEARTH_IS_RECORD (self));
  g_return_if_fail (HEARTH_IS_RECORD (from));
  g_return_if_fail (type_of (self) == type_of (from));

  n_columns = count_columns (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (unsigned int i = 0; i < n_columns; i++)
    {
      hearth_record_set_withheld (self, i, hearth_record_is_withheld (from, i));
      hearth_record_set_column (self, i, hearth_record_get_column (from, i));
    }
  g_object_thaw_notify (G_OBJECT (self));
}

bool
hearth_record_equal (HearthRecord *self, HearthRecord *other)
{
  unsigned int n_columns;

  g_return_val_if_fail (HEARTH_IS_RECORD (self), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (other), false);

  if (type_of (self) != type_of (other))
    return false;
  n_columns = count_columns (self);
  for (unsigned int i = 0; i < n_columns; i++)
    if (!g_str_equal (hearth_record_get_column (self, i), hearth_record_get_column (other, i)))
      return false;
  return true;
}
