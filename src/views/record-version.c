/* SPDX-License-Identifier: GPL-3.0-or-later
 * One version of a record in its history: what was done, by whom, when, and how it differs from the one before.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/record-version.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record-diff.h"
#include "core/value.h"
#include "records/types.h"
#include "views/facts.h"

struct _HearthRecordVersion {
  GObject parent_instance;

  /* Owned */
  HearthStore *store;
  GPtrArray *revisions;
  guint place;
};

G_DEFINE_FINAL_TYPE (HearthRecordVersion, hearth_record_version, G_TYPE_OBJECT)

static const HearthRevision *
get_revision (HearthRecordVersion *self)
{
  return g_ptr_array_index (self->revisions, self->place);
}

static void
hearth_record_version_finalize (GObject *object)
{
  HearthRecordVersion *self = HEARTH_RECORD_VERSION (object);

  g_object_unref (self->store);
  g_ptr_array_unref (self->revisions);
  G_OBJECT_CLASS (hearth_record_version_parent_class)->finalize (object);
}

static void
hearth_record_version_class_init (HearthRecordVersionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_record_version_finalize;
}

static void
hearth_record_version_init (HearthRecordVersion *self)
{
}

HearthRecordVersion *
hearth_record_version_new (HearthStore *store, GPtrArray *revisions, guint place)
{
  HearthRecordVersion *self = g_object_new (HEARTH_TYPE_RECORD_VERSION, NULL);

  self->store = g_object_ref (store);
  self->revisions = g_ptr_array_ref (revisions);
  self->place = place;
  return self;
}

HearthRecord *
hearth_record_version_get_record (HearthRecordVersion *self)
{
  return get_revision (self)->record;
}

HearthRecord *
hearth_record_version_get_before (HearthRecordVersion *self)
{
  if (self->place == 0)
    return NULL;
  return ((const HearthRevision *) g_ptr_array_index (self->revisions, self->place - 1))->record;
}

GPtrArray *
hearth_record_version_list_changes (HearthRecordVersion *self)
{
  g_autoptr (GPtrArray) open =
    hearth_record_diff (hearth_record_version_get_before (self), hearth_record_version_get_record (self));
  GPtrArray *changes = g_ptr_array_new ();
  const HearthRecordType *type = hearth_record_get_record_type (hearth_record_version_get_record (self));

  for (unsigned int i = 0; i < type->n_fields; i++)
    if (g_ptr_array_find (open, &type->fields[i], NULL) ||
        g_ptr_array_find (get_revision (self)->resealed, &type->fields[i], NULL))
      g_ptr_array_add (changes, (gpointer) &type->fields[i]);
  return changes;
}

/* ---- Words ---- */

const char *
hearth_record_version_get_deed (HearthRecordVersion *self)
{
  const HearthRevision *revision = get_revision (self);

  if (self->place == 0)
    return _ ("First entered");
  if (g_strcmp0 (revision->action, "sign") == 0)
    return _ ("Signed");
  if (g_strcmp0 (revision->action, "in-error") == 0)
    return _ ("Marked as entered in error");
  if (g_strcmp0 (revision->reason, "undo") == 0)
    return _ ("Brought back by undo");
  return _ ("Changed");
}

char *
hearth_record_version_dup_time (HearthRecordVersion *self)
{
  return hearth_instant_format (get_revision (self)->saved_at);
}

char *
hearth_record_version_dup_person (HearthRecordVersion *self)
{
  const HearthRevision *revision = get_revision (self);
  const HearthField *field = hearth_record_type_lookup_field (&hearth_account_type, "role");
  g_autofree char *name = hearth_store_dup_link_title (self->store, revision->saved_by);
  g_autofree char *role = NULL;

  if (g_strcmp0 (revision->role, "recovery") == 0)
    return g_strdup (_ ("With the recovery sheet"));
  if (*name == '\0')
    g_set_str (&name, _ ("Somebody"));
  role = hearth_value_format (field, revision->role != NULL ? revision->role : "");
  if (*role == '\0')
    return g_steal_pointer (&name);
  /* Translators: a person's name, and what their role was */
  return g_strdup_printf (_ ("%s, %s"), name, role);
}

char *
hearth_record_version_dup_reason (HearthRecordVersion *self)
{
  const char *reason = get_revision (self)->reason;

  if (reason == NULL || *reason == '\0' || g_str_equal (reason, "undo"))
    return g_strdup ("");
  /* Translators: the reason that somebody gave, in their own words */
  return g_strdup_printf (_ ("Reason: “%s”"), reason);
}

char *
hearth_record_version_dup_lateness (HearthRecordVersion *self)
{
  const HearthRevision *revision = get_revision (self);
  g_autofree char *event = hearth_record_dup_event_date (revision->record);
  g_autofree char *saved = hearth_instant_dup_date (revision->saved_at);
  int days = hearth_date_days_between (event, saved);

  if (self->place > 0 || hearth_record_get_record_type (revision->record)->event_field == NULL || days < 2)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Entered %d day after it happened",
                                       "Entered %d days after it happened", (unsigned long) days),
                          days);
}

char *
hearth_record_version_dup_value (HearthRecordVersion *self,
                                 HearthRecord *record,
                                 const HearthField *field,
                                 bool *known)
{
  g_autofree char *words = NULL;
  bool filled_in = record != NULL && hearth_record_has (record, field->name);

  if (filled_in)
    words = hearth_facts_dup_value (self->store, record, field);
  *known = words != NULL && *words != '\0';
  if (*known)
    return g_steal_pointer (&words);
  return g_strdup (filled_in ? _ ("something that you cannot open") : _ ("not filled in"));
}

bool
hearth_record_version_tells (HearthRecordVersion *self)
{
  const HearthRevision *revision = get_revision (self);
  g_autoptr (GPtrArray) changes = NULL;

  if (self->place == 0 || g_strcmp0 (revision->action, "change") != 0)
    return true;
  changes = hearth_record_version_list_changes (self);
  return changes->len > 0;
}
