/* SPDX-License-Identifier: GPL-3.0-or-later
 * What feeds the page of today, the handover and the timeline: one table, a row for each kind of record.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/contributors.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/admission.h"
#include "rules/approval.h"
#include "rules/key-requests.h"

#include <glib/gi18n-lib.h>

#define HANDOVER_HOURS 24
/* What nobody completed in a year is history. */
#define UNFINISHED_LOOKS_BACK 366

#define TO_DECIDE N_ ("To be decided")
#define KEYS N_ ("Keys")
#define TO_FINISH N_ ("To be completed")
#define DUE N_ ("Due")
#define COMING N_ ("Coming up")
#define SAFETY N_ ("Safety")
#define ARRIVALS N_ ("Coming and going")
#define DAYS N_ ("How it went")

/** A date of a record that falls due: from @ahead days before it until @done says that it is settled. */
typedef struct {
  const char *field;
  int ahead;
  const char *words;   /* N_() */
  const char *settled; /* a field that is filled in when there is nothing to do any more, or NULL */
  bool past_too;       /* whether it stays after the day, until it is settled */
} Due;

typedef struct {
  const HearthRecordType *type;
  const char
    *about; /* a link to the account it is about; NULL: the resident whose file it is in, or itself */
  bool in_timeline;
  const char *waits; /* N_(): what to decide, where one waits for an approval, or NULL */
  const Due *dues;     /* ends with a NULL field */
  const char *unfinished; /* a yes/no field that says it is complete, or NULL */
  const char *handover;   /* N_(): the heading it is told under at a handover, or NULL */
  /** Of what there is much: how old, in days before the handover begins, one may be that has changed since. 0: any. */
  int looks_back;
  /** What the next shift must know of it, "" for nothing; transfer full. */
  char *(*tell) (HearthRecord *record);
  /** Whether it is grave. */
  bool (*is_urgent) (HearthRecord *record);
} Contributor;

/* --- what records say -------------------------------------------------------------- */

static char *
format (HearthRecord *record, const char *name)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record), name),
                               "");
}

/* "Label: words", for those of @fields that are filled in. */
static char *
tell_fields (HearthRecord *record, const char *const *fields)
{
  GString *words = g_string_new (NULL);

  for (; *fields != NULL; fields++)
    {
      const HearthField *field =
        hearth_record_type_lookup_field (hearth_record_get_record_type (record), *fields);
      g_autofree char *value = hearth_record_format (record, field, "");

      if (*value != '\0')
        /* Translators: what a value is called, and the value */
        g_string_append_printf (words, _ ("%s: %s"), _ (field->label), value);
      if (*value != '\0' && fields[1] != NULL)
        g_string_append_c (words, '\n');
    }
  while (words->len > 0 && words->str[words->len - 1] == '\n')
    g_string_truncate (words, words->len - 1);
  return g_string_free_and_steal (words);
}

/* A quiet day needs no words. */
static char *
tell_day (HearthRecord *entry)
{
  static const char *const fields[] = { "concern", "health", "positive_moment", NULL };
  g_autofree char *told = tell_fields (entry, fields);
  bool bad_night = hearth_record_is_yes (entry, "nightmares");

  if (!bad_night)
    return g_steal_pointer (&told);
  return *told != '\0' ? g_strdup_printf ("%s\n%s", _ ("Bad dreams in the night"), told)
                       : g_strdup (_ ("Bad dreams in the night"));
}

static bool
is_grave_day (HearthRecord *entry)
{
  return hearth_record_has (entry, "concern") || g_str_equal (hearth_record_get (entry, "presence"), "away");
}

static char *
tell_alert (HearthRecord *alert)
{
  g_autofree char *title = hearth_record_dup_title (alert);
  const char *action = hearth_record_get (alert, "action");

  return *action != '\0' ? g_strdup_printf ("%s\n%s", title, action) : g_steal_pointer (&title);
}

static bool
is_grave_alert (HearthRecord *alert)
{
  return g_str_equal (hearth_record_get (alert, "level"), "high");
}

static char *
tell_contact (HearthRecord *contact)
{
  g_autofree char *subtitle = hearth_record_dup_subtitle (contact);

  if (!hearth_record_is_yes (contact, "no_contact"))
    return g_strdup ("");
  return g_strdup_printf ("%s · %s", hearth_record_get (contact, "name"), subtitle);
}

static char *
tell_stay (HearthRecord *stay)
{
  g_autofree char *where = format (stay, "placement"), *from = format (stay, "start"),
                  *until = format (stay, "end"), *why = format (stay, "end_reason");

  if (*until == '\0')
    /* Translators: where somebody lives, and since when */
    return g_strdup_printf (_ ("%s, since %s"), where, from);
  return *why != '\0' ? g_strdup_printf (_ ("%s, until %s: %s"), where, until, why)
                      : g_strdup_printf (_ ("%s, until %s"), where, until);
}

static char *
tell_admission (HearthRecord *admission)
{
  static const char *const fields[] = { "needs", "followed", NULL };

  return tell_fields (admission, fields);
}

static bool
is_grave_admission (HearthRecord *admission)
{
  return hearth_record_is_yes (admission, "followed");
}

/* --- the table ---------------------------------------------------------------------- */

static const Due alert_dues[] = {
  { .field = "review", .words = N_ ("Look at this alert again"), .settled = "end", .past_too = true },
  { .field = "end", .ahead = 1, .words = N_ ("This alert ends") },
  { NULL },
};

static const Due stay_dues[] = {
  { .field = "order_expires",
    .ahead = 30,
    .words = N_ ("The order expires"),
    .settled = "end",
    .past_too = true },
  { .field = "planned_end",
    .ahead = 14,
    .words = N_ ("The stay is planned to end"),
    .settled = "end",
    .past_too = true },
  { NULL },
};

static const Due paper_dues[] = {
  { .field = "expected_on",
    .ahead = 3,
    .words = N_ ("An identity paper is expected"),
    .settled = "obtained_on",
    .past_too = true },
  { .field = "expires", .ahead = 60, .words = N_ ("An identity paper expires") },
  { NULL },
};

static const Due consent_dues[] = {
  { .field = "valid_until", .ahead = 14, .words = N_ ("A consent ends"), .settled = "withdrawn_on" },
  { NULL },
};

static const Due staff_file_dues[] = {
  { .field = "check_expires",
    .ahead = 60,
    .words = N_ ("The suitability check expires"),
    .settled = "ended",
    .past_too = true },
  { NULL },
};

static const Due staff_training_dues[] = {
  { .field = "valid_until", .ahead = 60, .words = N_ ("A training expires"), .past_too = true },
  { NULL },
};

static const Contributor table[] = {
  { .type = &hearth_emergency_access_type,
    .in_timeline = true,
    .waits = N_ ("The file was opened in an emergency. Please look at why.") },
  { .type = &hearth_account_type,
    .waits = N_ ("An administrator gave this person a role in files. It begins when you approve it.") },
  { .type = &hearth_file_limit_type, .in_timeline = true },
  { .type = &hearth_admission_type,
    .in_timeline = true,
    .unfinished = "complete",
    .handover = ARRIVALS,
    .tell = tell_admission,
    .is_urgent = is_grave_admission },
  { .type = &hearth_alert_type,
    .in_timeline = true,
    .dues = alert_dues,
    .handover = SAFETY,
    .tell = tell_alert,
    .is_urgent = is_grave_alert },
  { .type = &hearth_contact_type, .in_timeline = true, .handover = SAFETY, .tell = tell_contact },
  { .type = &hearth_stay_type,
    .in_timeline = true,
    .dues = stay_dues,
    .handover = ARRIVALS,
    .tell = tell_stay },
  { .type = &hearth_daily_log_type,
    .in_timeline = true,
    .handover = DAYS,
    .looks_back = 7,
    .tell = tell_day,
    .is_urgent = is_grave_day },
  { .type = &hearth_counselling_session_type, .in_timeline = true },
  { .type = &hearth_identity_document_type, .in_timeline = true, .dues = paper_dues },
  { .type = &hearth_belonging_type, .in_timeline = true },
  { .type = &hearth_document_type, .in_timeline = true },
  { .type = &hearth_consent_type, .in_timeline = true, .dues = consent_dues },
  { .type = &hearth_statement_type, .in_timeline = true },
  { .type = &hearth_exploitation_type, .in_timeline = true },
  { .type = &hearth_staff_file_type, .about = "account", .dues = staff_file_dues },
  { .type = &hearth_staff_training_type, .about = "account", .dues = staff_training_dues },
};

static const Contributor *
look_up_row (const HearthRecordType *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].type == type)
      return &table[i];
  return NULL;
}

/* --- notices ---------------------------------------------------------------------------- */

void
hearth_notice_free (HearthNotice *notice)
{
  if (notice == NULL)
    return;
  g_clear_object (&notice->record);
  g_free (notice->title);
  g_free (notice->detail);
  g_free (notice->day);
  g_free (notice);
}

static char *
dup_whom (HearthStore *store, const Contributor *row, HearthRecord *record)
{
  if (row->about != NULL)
    return hearth_store_dup_link_title (store, hearth_record_get (record, row->about));
  if (row->type->owner == HEARTH_OWNER_RESIDENT)
    return hearth_store_dup_link_title (store, hearth_record_get_resident (record));
  return hearth_record_dup_title (record);
}

static void
add_notice (HearthStore *store,
            const Contributor *row,
            GPtrArray *notices,
            HearthRecord *record,
            const char *group,
            const char *detail,
            const char *day,
            bool urgent)
{
  HearthNotice *notice = g_new0 (HearthNotice, 1);

  notice->record = g_object_ref (record);
  notice->title = dup_whom (store, row, record);
  notice->detail = g_strdup (detail);
  notice->day = g_strdup (day);
  notice->group = group;
  notice->urgent = urgent;
  g_ptr_array_add (notices, notice);
}

/* Calls @func for all records of @type with an event in the last @days (0: all). */
typedef void (*RecordFunc) (HearthStore *store,
                            const Contributor *row,
                            HearthRecord *record,
                            const char *bound,
                            GPtrArray *notices);

static bool
for_each (HearthStore *store,
          const Contributor *row,
          int days,
          RecordFunc func,
          const char *bound,
          GPtrArray *notices,
          GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = days > 0 ? hearth_date_add_days (today, -days) : NULL;
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) local_error = NULL;

  hearth_query_set_period (query, from, NULL);
  records = hearth_store_list (store, query, &local_error);
  if (records == NULL)
    {
      /* What somebody may not read does not concern them. */
      if (g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        return true;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return false;
    }
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record != NULL && hearth_record_is_open (record))
        func (store, row, record, bound, notices);
    }
  return true;
}

/* --- today -------------------------------------------------------------------------------- */

static void
note_due (HearthStore *store,
          const Contributor *row,
          HearthRecord *record,
          const char *today,
          GPtrArray *notices)
{
  for (const Due *due = row->dues; due->field != NULL; due++)
    {
      const char *day = hearth_record_get (record, due->field);
      int days;

      if (*day == '\0' || (due->settled != NULL && hearth_record_has (record, due->settled)))
        continue;
      days = hearth_date_days_between (today, day);
      if (days <= due->ahead && (days >= 0 || due->past_too))
        add_notice (store, row, notices, record, days <= 0 ? DUE : COMING, _ (due->words), day, days < 0);
    }
}

static void
note_unfinished (HearthStore *store,
                 const Contributor *row,
                 HearthRecord *record,
                 const char *today,
                 GPtrArray *notices)
{
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  if (hearth_record_is_yes (record, row->unfinished))
    return;
  day = hearth_record_dup_event_date (record);
  title = hearth_record_dup_title (record);
  add_notice (store, row, notices, record, TO_FINISH, title, day, hearth_date_days_between (day, today) > 1);
}

/* Ids of everybody the house cares for now: who lives in it, is in hospital, or was never said to live anywhere. NULL
 * where this reader may not know. */
static GHashTable *
list_cared_for (HearthStore *store)
{
  static const char *const places[] = { "this_house", "hospital", HEARTH_FACET_NONE, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_resident_type);
  g_autoptr (GListModel) residents = NULL;
  GHashTable *ids;

  hearth_query_set_filter (query, "where_now", places);
  residents = hearth_store_list (store, query, NULL);
  if (residents == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (residents); i++)
    {
      g_autoptr (HearthRecord) resident = g_list_model_get_item (residents, i);

      if (resident != NULL)
        g_hash_table_add (ids, g_strdup (hearth_record_get_id (resident)));
    }
  return ids;
}

/* Whether somebody whom @record is about still works here. */
static bool
works_here (HearthStore *store, const Contributor *row, HearthRecord *record)
{
  g_autoptr (HearthRecord) account = hearth_store_load (store, hearth_record_get (record, row->about), NULL);

  return account != NULL && hearth_record_is_open (account) && hearth_record_is_yes (account, "active");
}

/* What falls due for somebody who has moved on is not for this house to do. */
static void
leave_out_departed (HearthStore *store, GPtrArray *notices)
{
  g_autoptr (GHashTable) cared_for = list_cared_for (store);

  for (guint i = notices->len; i > 0; i--)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i - 1);
      const Contributor *row = look_up_row (hearth_record_get_record_type (notice->record));
      bool is_here = true;

      if (row->about != NULL)
        is_here = works_here (store, row, notice->record);
      else if (cared_for != NULL)
        is_here = g_hash_table_contains (cared_for, hearth_record_get_resident (notice->record));
      if (!is_here)
        g_ptr_array_remove_index (notices, i - 1);
    }
}

/* What waits for the signed-in person to decide, also about those who have left. */
static bool
note_waiting (HearthStore *store, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) waiting = hearth_approval_list_waiting (store, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (waiting, i);
      const Contributor *row = look_up_row (hearth_record_get_record_type (record));
      g_autofree char *day = hearth_record_dup_event_date (record);

      if (row != NULL && row->waits != NULL)
        add_notice (store, row, notices, record, TO_DECIDE, _ (row->waits), day, false);
    }
  return waiting != NULL;
}

/* Who can be asked for a key that this person does not hold. */
static char *
describe_givers (HearthStore *store, const HearthKeyRequest *request)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; request->givers[i] != NULL; i++)
    g_strv_builder_take (builder, hearth_store_dup_link_title (store, request->givers[i]));
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (", ", names);
  if (*joined != '\0')
    /* Translators: names of colleagues. */
    return g_strdup_printf (_ ("It can be given by: %s"), joined);
  return g_strdup (request->account != NULL ? _ ("Nobody holds it: only the recovery sheet can give it.")
                                            : _ ("Nobody holds it."));
}

static char *
describe_request (HearthStore *store, const HearthKeyRequest *request)
{
  g_autofree char *role = request->account != NULL ? hearth_record_dup_subtitle (request->account) : NULL;
  g_autofree char *who =
    request->account != NULL
      ? g_strdup_printf ("%s · %s", hearth_record_get (request->account, "name"), role)
      : g_strdup (_ ("The recovery sheet: with it, everything can be opened when passwords are lost."));
  g_autofree char *givers = request->givers != NULL ? describe_givers (store, request) : NULL;

  return givers != NULL ? g_strdup_printf ("%s\n%s", who, givers) : g_steal_pointer (&who);
}

/* Who waits for a key that this person could give, or see given. */
static void
note_keys (HearthStore *store, GPtrArray *notices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = hearth_key_requests_list (store, &error);

  /* A key file that cannot be read just now is no reason to show nothing of the day. */
  if (requests == NULL)
    g_warning ("Who waits for a key cannot be told: %s", error->message);
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      const HearthKeyRequest *request = g_ptr_array_index (requests, i);
      HearthNotice *notice = g_new0 (HearthNotice, 1);

      g_set_object (&notice->record, request->account);
      /* Translators: %s is a key, as in "the medical key". */
      notice->title = g_strdup_printf (_ ("Waits for %s"), hearth_compartment_get_key (request->compartment));
      notice->detail = describe_request (store, request);
      notice->day = g_strdup ("");
      notice->group = KEYS;
      g_ptr_array_add (notices, notice);
    }
}

static bool
collect_today (HearthStore *store, GPtrArray *notices, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (table[i].unfinished != NULL &&
          !for_each (store, &table[i], UNFINISHED_LOOKS_BACK, note_unfinished, today, notices, error))
        return false;
      if (table[i].dues != NULL && !for_each (store, &table[i], 0, note_due, today, notices, error))
        return false;
    }
  leave_out_departed (store, notices);
  note_keys (store, notices);
  return note_waiting (store, notices, error);
}

/* --- handover ------------------------------------------------------------------------------ */

static void
note_written (HearthStore *store,
              const Contributor *row,
              HearthRecord *record,
              const char *since,
              GPtrArray *notices)
{
  const char *changed = hearth_record_get (record, "changed_at"),
             *made = hearth_record_get (record, "created_at");
  g_autofree char *told = NULL;
  g_autofree char *day = NULL;

  /* Instants sort as text. */
  if (g_strcmp0 (*changed != '\0' ? changed : made, since) < 0)
    return;
  told = row->tell (record);
  if (*told == '\0')
    return;
  day = hearth_record_dup_event_date (record);
  add_notice (store, row, notices, record, row->handover, told, day,
              row->is_urgent != NULL && row->is_urgent (record));
}

static char *
dup_hours_ago (HearthStore *store, int hours)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours);

  return hearth_instant_from_date_time (then);
}

static bool
collect_handover (HearthStore *store, const char *since, GPtrArray *notices, GError **error)
{
  g_autofree char *from = since != NULL ? g_strdup (since) : dup_hours_ago (store, HANDOVER_HOURS);
  g_autofree char *first = hearth_instant_dup_date (from);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  int days = hearth_date_days_between (first, today);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int looks_back = table[i].looks_back > 0 ? days + table[i].looks_back : 0;

      if (table[i].handover != NULL &&
          !for_each (store, &table[i], looks_back, note_written, from, notices, error))
        return false;
    }
  return true;
}

/* --- the whole -------------------------------------------------------------------------------- */

static const char *const groups[] = { DUE, TO_DECIDE, KEYS, TO_FINISH, COMING, SAFETY, ARRIVALS, DAYS };

static gsize
place_of (const char *group)
{
  gsize place = 0;

  while (place < G_N_ELEMENTS (groups) && !g_str_equal (groups[place], group))
    place++;
  return place;
}

static int
compare_notices (gconstpointer a, gconstpointer b)
{
  const HearthNotice *one = *(const HearthNotice *const *) a, *other = *(const HearthNotice *const *) b;
  gsize place = place_of (one->group), other_place = place_of (other->group);

  if (place != other_place)
    return place < other_place ? -1 : 1;
  if (one->urgent != other->urgent)
    return one->urgent ? -1 : 1;
  return g_strcmp0 (one->day, other->day);
}

GPtrArray *
hearth_feed_collect (HearthStore *store, HearthFeed feed, const char *since, GError **error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_notice_free);

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (feed != HEARTH_FEED_TIMELINE, NULL);

  if (!(feed == HEARTH_FEED_TODAY ? collect_today (store, notices, error)
                                  : collect_handover (store, since, notices, error)))
    return NULL;
  g_ptr_array_sort (notices, compare_notices);
  return g_steal_pointer (&notices);
}

const HearthRecordType **
hearth_feed_list_types (HearthFeed feed)
{
  const HearthRecordType **types = g_new0 (const HearthRecordType *, G_N_ELEMENTS (table) + 1);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (feed == HEARTH_FEED_TIMELINE ? table[i].in_timeline
        : feed == HEARTH_FEED_TODAY
          ? table[i].dues != NULL || table[i].unfinished != NULL || table[i].waits != NULL
          : table[i].handover != NULL)
      types[n++] = table[i].type;
  return types;
}
