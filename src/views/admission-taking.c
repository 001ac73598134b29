/* SPDX-License-Identifier: GPL-3.0-or-later
 * The records of one admission while they are written: copies, so that the store's own change only when it is saved.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-taking.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

static void
take_copy (HearthRecord **record)
{
  HearthRecord *copy = hearth_record_copy (*record);

  g_object_unref (*record);
  *record = copy;
}

static HearthRecord *
alert_new (HearthStore *store, const char *resident)
{
  HearthRecord *alert = hearth_record_new (&hearth_alert_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  hearth_record_set (alert, "resident", resident);
  hearth_record_set (alert, "level", "high");
  hearth_record_set (alert, "start", today);
  return alert;
}

static HearthRecord *
contact_new (const char *resident)
{
  HearthRecord *contact = hearth_record_new (&hearth_contact_type);

  hearth_record_set (contact, "resident", resident);
  hearth_record_set (contact, "name", _ ("Somebody of the family"));
  hearth_record_set (contact, "relation", "not_said");
  hearth_record_set (contact, "safe_to_call", "not_known");
  return contact;
}

HearthTaking *
hearth_taking_new (HearthStore *store, HearthAdmission *admission)
{
  HearthTaking *taking = g_new0 (HearthTaking, 1);
  const char *resident = hearth_record_get_id (admission->resident);

  taking->store = g_object_ref (store);
  taking->admission = admission;
  if (hearth_taking_is_new (taking))
    {
      taking->alert = alert_new (store, resident);
      taking->contact = contact_new (resident);
    }
  take_copy (&admission->resident);
  take_copy (&admission->stay);
  take_copy (&admission->admission);
  return taking;
}

HearthTaking *
hearth_taking_new_for_draft (HearthStore *store, const HearthDraft *draft, GError **error)
{
  bool completes = *draft->record_id != '\0';
  g_autoptr (HearthRecord) record = NULL;
  HearthAdmission *admission;

  if (!completes && *draft->resident == '\0')
    return hearth_taking_new (store, hearth_admission_new (store, NULL));
  record = hearth_store_load (store, completes ? draft->record_id : draft->resident, error);
  if (record == NULL)
    return NULL;
  admission = completes ? hearth_admission_load (store, record, error) : hearth_admission_new (store, record);
  return admission != NULL ? hearth_taking_new (store, admission) : NULL;
}

void
hearth_taking_free (HearthTaking *taking)
{
  g_object_unref (taking->store);
  hearth_admission_free (taking->admission);
  g_clear_object (&taking->alert);
  g_clear_object (&taking->contact);
  g_free (taking);
}

bool
hearth_taking_is_known (const HearthTaking *taking)
{
  return hearth_record_get_revision (taking->admission->resident) > 0;
}

bool
hearth_taking_is_new (const HearthTaking *taking)
{
  return hearth_record_get_revision (taking->admission->admission) == 0;
}

GPtrArray *
hearth_taking_list_records (const HearthTaking *taking)
{
  HearthRecord *all[] = { taking->admission->resident, taking->admission->stay, taking->admission->admission,
                          taking->alert, taking->contact };
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_ptr_array_add (records, g_object_ref (all[i]));
  return records;
}

GPtrArray *
hearth_taking_copy_records (const HearthTaking *taking)
{
  g_autoptr (GPtrArray) records = hearth_taking_list_records (taking);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, hearth_record_copy (g_ptr_array_index (records, i)));
  return copies;
}

HearthDraft *
hearth_taking_make_draft (const HearthTaking *taking)
{
  HearthDraft *draft = hearth_draft_new (&hearth_admission_type);

  draft->revision = hearth_record_get_revision (taking->admission->admission);
  if (!hearth_taking_is_new (taking))
    g_set_str (&draft->record_id, hearth_record_get_id (taking->admission->admission));
  if (hearth_taking_is_known (taking))
    g_set_str (&draft->resident, hearth_record_get_id (taking->admission->resident));
  return draft;
}

/* ---- Saving ---- */

static void
add_different (HearthRecord *resident, const char *different)
{
  g_autofree char *before = g_strdup (hearth_record_get (resident, "different_from"));
  g_autofree char *both = NULL;

  if (*different == '\0')
    return;
  both = *before != '\0' ? g_strjoin (", ", before, different, NULL) : g_strdup (different);
  hearth_record_set (resident, "different_from", both);
}

static GPtrArray *
load_siblings (HearthStore *store, const char *codes, GError **error)
{
  g_autoptr (GPtrArray) siblings = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) all = g_strsplit_set (codes, ", ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      HearthRecord *sibling = *all[i] != '\0' ? hearth_store_load_resident (store, all[i], error) : NULL;

      if (sibling != NULL)
        g_ptr_array_add (siblings, sibling);
      else if (*all[i] != '\0')
        return NULL;
    }
  return g_steal_pointer (&siblings);
}

bool
hearth_taking_save (HearthTaking *taking,
                    const char *different,
                    const char *siblings,
                    GPtrArray **problems,
                    HearthRecord **failed,
                    GError **error)
{
  HearthAdmission *admission = taking->admission;
  g_autoptr (GPtrArray) loaded = load_siblings (taking->store, siblings, error);

  if (loaded == NULL)
    return false;
  add_different (admission->resident, different);
  g_clear_pointer (&admission->others, g_ptr_array_unref);
  admission->others = g_ptr_array_new_with_free_func (g_object_unref);
  if (taking->contact != NULL && hearth_record_has (taking->contact, "phone"))
    g_ptr_array_add (admission->others, g_object_ref (taking->contact));
  if (taking->alert != NULL && hearth_record_has (taking->alert, "text"))
    g_ptr_array_add (admission->others, g_object_ref (taking->alert));
  return hearth_admission_save (taking->store, admission, loaded, problems, failed, error);
}
