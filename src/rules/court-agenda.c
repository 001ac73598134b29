/* SPDX-License-Identifier: GPL-3.0-or-later
 * What comes when at court, and how often somebody was asked.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/court.h"

#include <string.h>

#include "core/date.h"
#include "records/choices.h"
#include "records/types.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>

#define REPORT_DAYS 21
#define INTERVIEWS_MOST 3

/* --- hearings -------------------------------------------------------------------------------------------- */

bool
hearth_hearing_is_coming (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *date = NULL, *today = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), false);

  date = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  today = hearth_clock_today (hearth_store_get_clock (store));
  return g_str_equal (hearth_record_get (hearing, "status"), "planned") && strcmp (date, today) >= 0;
}

HearthRecord *
hearth_court_next_hearing (HearthStore *store, const char *resident, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autofree char *today = NULL;
  g_autoptr (GPtrArray) hearings = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_hearing_type);
  today = hearth_clock_today (hearth_store_get_clock (store));
  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, today, NULL);
  hearth_query_set_sort (query, "at", false);
  hearings = hearth_reader_list (store, query, error);
  for (guint i = 0; hearings != NULL && i < hearings->len; i++)
    if (hearth_hearing_is_coming (store, hearings->pdata[i]))
      return g_object_ref (hearings->pdata[i]);
  return NULL;
}

char *
hearth_court_dup_default_report_due (HearthStore *store, const char *date)
{
  gint64 days;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (date != NULL, NULL);

  days = hearth_record_get_integer (hearth_store_get_house (store), "report_days", REPORT_DAYS);
  return hearth_date_add_days (date, (int) -days);
}

static bool
may_read_field (HearthStore *store, const HearthRecordType *type, const char *field, const char *resident)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), type,
                                 hearth_record_type_lookup_field (type, field), resident);
}

char *
hearth_hearing_dup_report_due (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), NULL);

  if (!may_read_field (store, &hearth_hearing_type, "report_due", hearth_record_get_resident (hearing)))
    return g_strdup ("");
  if (hearth_record_has (hearing, "report_due"))
    return g_strdup (hearth_record_get (hearing, "report_due"));
  date = hearth_instant_dup_date (hearth_record_get (hearing, "at"));
  return hearth_court_dup_default_report_due (store, date);
}

static int
rank_kind (HearthRecord *measure)
{
  for (int i = 0; hearth_choices_measure[i].code != NULL; i++)
    if (g_str_equal (hearth_choices_measure[i].code, hearth_record_get (measure, "kind")))
      return i;
  return G_MAXINT;
}

static int
compare_measures (gconstpointer a, gconstpointer b)
{
  int one = rank_kind (*(HearthRecord *const *) a), other = rank_kind (*(HearthRecord *const *) b);

  return (one > other) - (one < other);
}

GPtrArray *
hearth_hearing_list_measures (HearthStore *store, HearthRecord *hearing, GError **error)
{
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (HearthQuery) query = NULL;
  const char *const cases[] = { hearth_record_get (hearing, "legal_case"), NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (hearing), NULL);

  if (*cases[0] == '\0')
    return g_ptr_array_new_with_free_func (g_object_unref);
  query = hearth_query_new (&hearth_protective_measure_type);
  hearth_query_set_filter (query, "legal_case", cases);
  measures = hearth_reader_list (store, query, error);
  for (guint i = measures != NULL ? measures->len : 0; i > 0; i--)
    {
      const char *only_for = hearth_record_get (measures->pdata[i - 1], "hearing");

      if (*only_for != '\0' && !g_str_equal (only_for, hearth_record_get_id (hearing)))
        g_ptr_array_remove_index (measures, i - 1);
    }
  if (measures != NULL)
    g_ptr_array_sort (measures, compare_measures);
  return g_steal_pointer (&measures);
}

/* --- agenda ----------------------------------------------------------------------------------------------- */

typedef struct {
  HearthStore *store;
  const char *resident, *from, *to;
  GPtrArray *items;
} Agenda;

static void
agenda_item_free (HearthAgendaItem *item)
{
  g_free (item->date);
  g_free (item->time);
  g_free (item->resident);
  g_object_unref (item->record);
  g_free (item);
}

static void
add_item (Agenda *agenda, HearthAgendaKind kind, HearthRecord *record, const char *date, const char *time)
{
  HearthAgendaItem *item;

  if (*date == '\0' || strcmp (date, agenda->from) < 0 || strcmp (date, agenda->to) > 0)
    return;
  item = g_new0 (HearthAgendaItem, 1);
  item->kind = kind;
  item->date = g_strdup (date);
  item->time = g_strdup (time);
  item->resident = g_strdup (hearth_record_get_resident (record));
  item->record = g_object_ref (record);
  g_ptr_array_add (agenda->items, item);
}

/* All of @type, or with @field those that have one of @codes there. Transfer full. */
static GPtrArray *
list_of (Agenda *agenda,
         const HearthRecordType *type,
         const char *field,
         const char *const *codes,
         GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);

  hearth_query_set_resident (query, agenda->resident);
  if (field != NULL)
    hearth_query_set_filter (query, field, codes);
  return hearth_reader_list (agenda->store, query, error);
}

static bool
add_hearings (Agenda *agenda, GHashTable *off, GError **error)
{
  g_autoptr (GPtrArray) hearings = list_of (agenda, &hearth_hearing_type, NULL, NULL, error);

  for (guint i = 0; hearings != NULL && i < hearings->len; i++)
    {
      HearthRecord *hearing = hearings->pdata[i];
      const char *status = hearth_record_get (hearing, "status"), *at = hearth_record_get (hearing, "at");
      g_autofree char *date = hearth_instant_dup_date (at), *due = NULL, *time = NULL;
      g_autoptr (GDateTime) moment = hearth_instant_to_date_time (at);

      if (g_str_equal (status, "cancelled") || g_str_equal (status, "moved"))
        {
          g_hash_table_add (off, g_strdup (hearth_record_get_id (hearing)));
          continue;
        }
      time = moment != NULL ? g_date_time_format (moment, "%H:%M") : g_strdup ("");
      add_item (agenda, HEARTH_AGENDA_HEARING, hearing, date, time);
      due = hearth_hearing_dup_report_due (agenda->store, hearing);
      if (g_str_equal (status, "planned") && !hearth_record_has (hearing, "report_filed_on"))
        add_item (agenda, HEARTH_AGENDA_REPORT, hearing, due, "");
    }
  return hearings != NULL;
}

static bool
add_orders (Agenda *agenda, GError **error)
{
  static const char *const holding[] = { "not_yet", "partly", "done", NULL };
  g_autoptr (GPtrArray) orders = list_of (agenda, &hearth_court_order_type, "status", holding, error);

  for (guint i = 0; orders != NULL && i < orders->len; i++)
    {
      HearthRecord *order = orders->pdata[i];

      if (!g_str_equal (hearth_record_get (order, "status"), "done"))
        add_item (agenda, HEARTH_AGENDA_ORDER, order, hearth_record_get (order, "due"), "");
      add_item (agenda, HEARTH_AGENDA_EXPIRY, order, hearth_record_get (order, "expires"), "");
    }
  return orders != NULL;
}

static bool
add_accused (Agenda *agenda, GError **error)
{
  g_autoptr (GPtrArray) accused = list_of (agenda, &hearth_accused_type, NULL, NULL, error);

  for (guint i = 0; accused != NULL && i < accused->len; i++)
    {
      HearthRecord *person = accused->pdata[i];

      add_item (agenda, HEARTH_AGENDA_RELEASE, person, hearth_record_get (person, "release_on"), "");
      add_item (agenda, HEARTH_AGENDA_EXPIRY, person, hearth_record_get (person, "no_contact_until"), "");
    }
  return accused != NULL;
}

static bool
add_steps (Agenda *agenda, GHashTable *off, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_preparation_type);
  g_autoptr (GPtrArray) steps = NULL;

  hearth_query_set_resident (query, agenda->resident);
  hearth_query_set_period (query, agenda->from, agenda->to);
  steps = hearth_reader_list (agenda->store, query, error);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      HearthRecord *step = steps->pdata[i];

      if (hearth_step_get_standing (agenda->store, step) < HEARTH_STEP_DONE &&
          !g_hash_table_contains (off, hearth_record_get (step, "hearing")))
        add_item (agenda, HEARTH_AGENDA_STEP, step, hearth_record_get (step, "due"), "");
    }
  return steps != NULL;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const HearthAgendaItem *one = *(const HearthAgendaItem *const *) a,
                         *other = *(const HearthAgendaItem *const *) b;
  int order = strcmp (one->date, other->date);

  if (order != 0)
    return order;
  if ((*one->time == '\0') != (*other->time == '\0'))
    return *one->time == '\0' ? 1 : -1;
  order = strcmp (one->time, other->time);
  if (order == 0)
    order = (int) one->kind - (int) other->kind;
  return order != 0 ? order
                    : strcmp (hearth_record_get_id (one->record), hearth_record_get_id (other->record));
}

GPtrArray *
hearth_court_agenda (HearthStore *store,
                     const char *resident,
                     const char *from,
                     const char *to,
                     GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) agenda_item_free);
  g_autoptr (GHashTable) off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Agenda agenda = { store, resident, from, to, items };

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  if (!add_hearings (&agenda, off, error) || !add_orders (&agenda, error) || !add_accused (&agenda, error) ||
      !add_steps (&agenda, off, error))
    return NULL;
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

const char *
hearth_agenda_kind_get_label (HearthAgendaKind kind)
{
  static const char *const labels[] = {
    [HEARTH_AGENDA_HEARING] = N_ ("Hearing"), [HEARTH_AGENDA_REPORT] = N_ ("Report due"),
    [HEARTH_AGENDA_ORDER] = N_ ("Order due"), [HEARTH_AGENDA_EXPIRY] = N_ ("Runs out"),
    [HEARTH_AGENDA_RELEASE] = N_ ("Release"), [HEARTH_AGENDA_STEP] = N_ ("Step of preparation"),
  };

  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (labels), "");

  return _ (labels[kind]);
}

/* --- being asked ------------------------------------------------------------------------------------------- */

unsigned int
hearth_interviews_count (HearthStore *store, const char *resident, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) statements = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), 0);
  g_return_val_if_fail (resident != NULL, 0);

  query = hearth_query_new (&hearth_statement_type);
  hearth_query_set_resident (query, resident);
  statements = hearth_reader_list (store, query, error);
  return statements != NULL ? statements->len : 0;
}

unsigned int
hearth_interviews_get_most (HearthStore *store)
{
  g_return_val_if_fail (HEARTH_IS_STORE (store), INTERVIEWS_MOST);

  return (unsigned int) hearth_record_get_integer (hearth_store_get_house (store), "interviews_most",
                                                   INTERVIEWS_MOST);
}
