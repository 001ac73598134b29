/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the agenda of a house or of a resident: hearings, and every day by which something is due or ends.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/agenda-list.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/isolate.h"
#include "views/legal-records.h"
#include "views/plain-row.h"

void
hearth_agenda_entry_free (HearthAgendaEntry *entry)
{
  g_free (entry->date);
  g_free (entry->time);
  g_free (entry->title);
  g_free (entry->about);
  g_free (entry->record);
  g_free (entry);
}

/* ---- Words ---- */

static char *
describe_hearing (HearthRecord *hearing)
{
  g_autofree char *kind = hearth_legal_dup_words (hearing, "kind");
  g_autofree char *attend = hearth_legal_dup_words (hearing, "attend");
  g_autofree char *status = g_str_equal (hearth_record_get (hearing, "status"), "planned")
                              ? g_strdup ("")
                              : hearth_legal_dup_words (hearing, "status");

  return hearth_legal_join (kind, hearth_record_get (hearing, "court"), attend, status, NULL);
}

static char *
describe_report (HearthRecord *hearing)
{
  g_autofree char *at = hearth_isolate (hearth_legal_dup_words (hearing, "at"));

  /* Translators: a date and time */
  return g_strdup_printf (_ ("for the hearing on %s"), at);
}

static char *
describe_item (const HearthAgendaItem *item)
{
  const char *label = hearth_agenda_kind_get_label (item->kind);
  g_autofree char *more = NULL;

  if (item->kind == HEARTH_AGENDA_HEARING)
    more = describe_hearing (item->record);
  else if (item->kind == HEARTH_AGENDA_REPORT)
    more = describe_report (item->record);
  else
    more = hearth_record_dup_title (item->record);
  return hearth_legal_join (label, more, NULL);
}

static const char *
get_icon (const HearthAgendaItem *item)
{
  if (item->kind == HEARTH_AGENDA_REPORT)
    return hearth_court_report_type.icon_name;
  return hearth_record_get_record_type (item->record)->icon_name;
}

/* ---- Gathering ---- */

static bool
is_same_day_of_hearing (const HearthAgendaItem *a, const HearthAgendaItem *b)
{
  return g_str_equal (a->date, b->date) &&
         g_str_equal (hearth_record_get (a->record, "hearing"), hearth_record_get (b->record, "hearing"));
}

/* On a resident's own agenda the name says nothing. */
static void
add (GPtrArray *entries,
     HearthStore *store,
     HearthRecord *resident,
     HearthRecord *record,
     const char *date,
     const char *time,
     const char *about,
     const char *icon_name)
{
  HearthAgendaEntry *entry = g_new0 (HearthAgendaEntry, 1);

  entry->date = g_strdup (date);
  entry->time = g_strdup (time);
  entry->title = resident == NULL ? hearth_store_dup_link_title (store, hearth_record_get_resident (record))
                                  : g_strdup ("");
  entry->about = g_strdup (about);
  entry->record = g_strdup (hearth_record_get_id (record));
  entry->icon_name = icon_name;
  g_ptr_array_add (entries, entry);
}

/* Several steps of a day are one row, which opens the hearing they are for. */
static unsigned int
count_steps (GPtrArray *items, guint first)
{
  const HearthAgendaItem *item = g_ptr_array_index (items, first);
  unsigned int n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const HearthAgendaItem *other = g_ptr_array_index (items, i);

      if (other->kind != HEARTH_AGENDA_STEP || !is_same_day_of_hearing (other, item))
        continue;
      if (i < first)
        return 0;
      n++;
    }
  return n;
}

static void
add_steps (GPtrArray *entries, HearthStore *store, HearthRecord *resident, GPtrArray *items, guint first)
{
  const HearthAgendaItem *item = g_ptr_array_index (items, first);
  unsigned int n = count_steps (items, first);
  g_autofree char *about = NULL;
  HearthAgendaEntry *entry;

  if (n == 0)
    return;
  about = n == 1 ? describe_item (item)
                 : g_strdup_printf (ngettext ("%u step of getting ready", "%u steps of getting ready", n), n);
  add (entries, store, resident, item->record, item->date, item->time, about, get_icon (item));
  entry = g_ptr_array_index (entries, entries->len - 1);
  if (n > 1)
    g_set_str (&entry->record, hearth_record_get (item->record, "hearing"));
}

static void
add_court (GPtrArray *entries, HearthStore *store, HearthRecord *resident, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
    hearth_court_agenda (store, resident != NULL ? hearth_record_get_id (resident) : NULL, from, to, &error);

  if (items == NULL)
    {
      g_warning ("The agenda cannot be read: %s", error->message);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      const HearthAgendaItem *item = g_ptr_array_index (items, i);
      g_autofree char *about = NULL;

      if (item->kind == HEARTH_AGENDA_STEP)
        {
          add_steps (entries, store, resident, items, i);
          continue;
        }
      about = describe_item (item);
      add (entries, store, resident, item->record, item->date, item->time, about, get_icon (item));
      ((HearthAgendaEntry *) g_ptr_array_index (entries, entries->len - 1))->hearing =
        item->kind == HEARTH_AGENDA_HEARING;
    }
}

/* Consents and papers that end between @from and @to. */
static void
add_ending (GPtrArray *entries,
            HearthStore *store,
            HearthRecord *resident,
            const HearthRecordType *type,
            const char *field,
            const char *from,
            const char *to)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) list = NULL;

  hearth_query_set_range (query, field, from, to);
  if (resident != NULL)
    hearth_query_set_resident (query, hearth_record_get_id (resident));
  list = hearth_store_list (store, query, NULL);
  for (unsigned int i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (list, i);
      g_autofree char *title = record != NULL ? hearth_record_dup_title (record) : NULL;
      g_autofree char *label = g_strdup_printf (_ ("%s ends"), _ (type->label));
      g_autofree char *about = title != NULL ? hearth_legal_join (label, title, NULL) : NULL;

      /* What was taken back has ended already. */
      if (record == NULL || (type == &hearth_consent_type && hearth_record_has (record, "withdrawn_on")))
        continue;
      add (entries, store, resident, record, hearth_record_get (record, field), "", about, type->icon_name);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const HearthAgendaEntry *first = *(HearthAgendaEntry *const *) a, *second = *(HearthAgendaEntry *const *) b;
  int by_date = strcmp (first->date, second->date);

  if (by_date != 0)
    return by_date;
  /* What has no time of day comes last. */
  if ((*first->time == '\0') != (*second->time == '\0'))
    return *first->time == '\0' ? 1 : -1;
  return strcmp (first->time, second->time);
}

GPtrArray *
hearth_agenda_list (HearthStore *store, HearthRecord *resident, const char *from, const char *to)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_agenda_entry_free);

  add_court (entries, store, resident, from, to);
  add_ending (entries, store, resident, &hearth_consent_type, "valid_until", from, to);
  add_ending (entries, store, resident, &hearth_identity_document_type, "expires", from, to);
  g_ptr_array_sort (entries, compare);
  return g_steal_pointer (&entries);
}

/* ---- Showing ---- */

GtkWidget *
hearth_agenda_make_row (const HearthAgendaEntry *entry)
{
  g_autofree char *time = hearth_time_format (entry->time);
  g_autofree char *title = hearth_legal_join (time, entry->title, NULL);
  GtkWidget *row = hearth_plain_row_new_for_record (*title != '\0' ? title : entry->about,
                                                    *title != '\0' ? entry->about : "", entry->record);

  hearth_plain_row_add_icon (row, entry->icon_name);
  hearth_plain_row_add_arrow (row);
  return row;
}
