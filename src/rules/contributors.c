/* SPDX-License-Identifier: GPL-3.0-or-later
 * What feeds the page of today, the handover and the timeline: walks the table of contributors.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "rules/contributors.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/approval.h"
#include "rules/contributors-private.h"
#include "rules/reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HANDOVER_HOURS 24
/* What nobody completed in a year is history. */
#define UNFINISHED_LOOKS_BACK 366
#define MOST_NAMES 3

static const char *const groups[HEARTH_N_GROUPS] = {
  [HEARTH_GROUP_NONE] = "",
  [HEARTH_GROUP_TO_READ] = N_ ("To be read"),
  [HEARTH_GROUP_AT_ONCE] = N_ ("At once"),
  [HEARTH_GROUP_APPOINTMENTS] = N_ ("Appointments and court"),
  [HEARTH_GROUP_DUE] = N_ ("Due"),
  [HEARTH_GROUP_TO_DECIDE] = N_ ("To be decided"),
  [HEARTH_GROUP_KEYS] = N_ ("Keys"),
  [HEARTH_GROUP_TO_FINISH] = N_ ("To be completed"),
  [HEARTH_GROUP_COMING] = N_ ("Coming up"),
  [HEARTH_GROUP_SAFETY] = N_ ("Safety"),
  [HEARTH_GROUP_OUT] = N_ ("Out and back"),
  [HEARTH_GROUP_ARRIVALS] = N_ ("Coming and going"),
  [HEARTH_GROUP_INCIDENTS] = N_ ("Incidents"),
  [HEARTH_GROUP_PLANS] = N_ ("Plans"),
  [HEARTH_GROUP_TASKS] = N_ ("To be done"),
  [HEARTH_GROUP_VISITS] = N_ ("Visits and calls"),
  [HEARTH_GROUP_DAYS] = N_ ("How it went"),
  [HEARTH_GROUP_HOUSE] = N_ ("The house"),
};

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

/* The residents whose files it is in; of many, how many more. */
static char *
dup_residents (HearthStore *store, HearthRecord *record)
{
  g_auto (GStrv) files = hearth_record_dup_files (record);
  guint n_files = g_strv_length (files);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_files, MOST_NAMES); i++)
    {
      g_autofree char *name = hearth_store_dup_link_title (store, files[i]);

      if (i > 0)
        /* Translators: between the names of residents */
        g_string_append (names, _ (", "));
      g_string_append (names, name);
    }
  if (n_files > MOST_NAMES)
    /* Translators: after the names of some residents: how many more */
    g_string_append_printf (names, _ (" and %u more"), n_files - MOST_NAMES);
  return g_string_free_and_steal (names);
}

static char *
dup_whom (HearthStore *store, const HearthContributor *row, HearthRecord *record)
{
  g_autofree char *residents = NULL;

  if (row->about != NULL)
    return hearth_store_dup_link_title (store, hearth_record_get (record, row->about));
  residents = dup_residents (store, record);
  return *residents != '\0' ? g_steal_pointer (&residents) : hearth_record_dup_title (record);
}

void
hearth_notices_add_titled (GPtrArray *notices,
                           HearthRecord *record,
                           const char *title,
                           HearthGroup group,
                           const char *detail,
                           const char *day,
                           bool urgent)
{
  HearthNotice *notice = g_new0 (HearthNotice, 1);

  g_set_object (&notice->record, record);
  notice->title = g_strdup (title);
  notice->detail = g_strdup (detail);
  notice->day = g_strdup (day);
  notice->group = groups[group];
  notice->urgent = urgent;
  g_ptr_array_add (notices, notice);
}

void
hearth_notices_add (HearthStore *store,
                    const HearthContributor *row,
                    GPtrArray *notices,
                    HearthRecord *record,
                    HearthGroup group,
                    const char *detail,
                    const char *day,
                    bool urgent)
{
  g_autofree char *whom = dup_whom (store, row, record);

  hearth_notices_add_titled (notices, record, whom, group, detail, day, urgent);
}

/* --- today: what is not complete ------------------------------------------------------------------ */

static bool
note_unfinished (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -UNFINISHED_LOOKS_BACK);
  g_autoptr (GPtrArray) records = NULL;

  if (row->unfinished == NULL)
    return true;
  hearth_query_set_period (query, from, NULL);
  records = hearth_reader_list (store, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);
      g_autofree char *day = hearth_record_dup_event_date (record);
      g_autofree char *title = hearth_record_dup_title (record);

      if (!hearth_record_is_yes (record, row->unfinished))
        hearth_notices_add (store, row, notices, record, HEARTH_GROUP_TO_FINISH, title, day,
                            hearth_date_days_between (day, today) > 1);
    }
  return records != NULL;
}

/* --- today: who is still here --------------------------------------------------------------------- */

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
works_here (HearthStore *store, const HearthContributor *row, HearthRecord *record)
{
  g_autoptr (HearthRecord) account = hearth_store_load (store, hearth_record_get (record, row->about), NULL);

  return account != NULL && hearth_record_is_open (account) && hearth_record_is_yes (account, "active");
}

/* Whether one of those whose files it is in is cared for; what is in nobody's file is the house's. */
static bool
is_of_anybody (HearthRecord *record, GHashTable *cared_for)
{
  g_auto (GStrv) files = hearth_record_dup_files (record);
  bool is_here = files[0] == NULL || cared_for == NULL;

  for (gsize i = 0; !is_here && files[i] != NULL; i++)
    is_here = g_hash_table_contains (cared_for, files[i]);
  return is_here;
}

/* What falls due for somebody who has moved on is not for this house to do. */
static void
leave_out_departed (HearthStore *store, GPtrArray *notices)
{
  g_autoptr (GHashTable) cared_for = list_cared_for (store);

  for (guint i = notices->len; i > 0; i--)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i - 1);
      const HearthContributor *row =
        hearth_contributor_look_up (hearth_record_get_record_type (notice->record));

      if (row->beyond_stay)
        continue;
      if (row->about != NULL ? !works_here (store, row, notice->record)
                             : !is_of_anybody (notice->record, cared_for))
        g_ptr_array_remove_index (notices, i - 1);
    }
}

/* --- today: the whole --------------------------------------------------------------------------- */

/* What waits for the signed-in person to decide, also about those who have left. */
static bool
note_waiting (HearthStore *store, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) waiting = hearth_approval_list_waiting (store, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (waiting, i);
      const HearthContributor *row = hearth_contributor_look_up (hearth_record_get_record_type (record));
      g_autofree char *day = hearth_record_dup_event_date (record);

      if (row != NULL && row->waits != NULL)
        hearth_notices_add (store, row, notices, record, HEARTH_GROUP_TO_DECIDE, _ (row->waits), day, false);
    }
  return waiting != NULL;
}

static bool
collect_today (HearthStore *store, GPtrArray *notices, GError **error)
{
  gsize n_rows;
  const HearthContributor *table = hearth_contributors_get (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (!note_unfinished (store, &table[i], notices, error) ||
        !hearth_note_dues (store, &table[i], false, notices, error))
      return false;
  leave_out_departed (store, notices);
  for (gsize i = 0; i < n_rows; i++)
    if (table[i].note_today != NULL && !table[i].note_today (store, &table[i], notices, error))
      return false;
  hearth_notices_add_keys (store, notices);
  return note_waiting (store, notices, error);
}

/* --- today: of one profession, or one resident -------------------------------------------------------- */

static void
keep_of (GPtrArray *notices, const char *resident)
{
  for (guint i = notices->len; i > 0; i--)
    {
      const HearthNotice *notice = g_ptr_array_index (notices, i - 1);
      g_auto (GStrv) files = hearth_record_dup_files (notice->record);

      if (!g_strv_contains ((const char *const *) files, resident))
        g_ptr_array_remove_index (notices, i - 1);
    }
}

static bool
collect_types (HearthStore *store,
               const HearthRecordType *const *types,
               bool of_house,
               GPtrArray *notices,
               GError **error)
{
  for (gsize i = 0; types[i] != NULL; i++)
    {
      const HearthContributor *row = hearth_contributor_look_up (types[i]);

      if (row != NULL && (!note_unfinished (store, row, notices, error) ||
                          !hearth_note_dues (store, row, true, notices, error)))
        return false;
    }
  if (of_house)
    leave_out_departed (store, notices);
  for (gsize i = 0; types[i] != NULL; i++)
    {
      const HearthContributor *row = hearth_contributor_look_up (types[i]);

      if (row != NULL && row->note_today != NULL && !row->note_today (store, row, notices, error))
        return false;
    }
  return true;
}

GPtrArray *
hearth_feed_collect_due (HearthStore *store,
                         HearthRecord *resident,
                         const HearthRecordType *const *types,
                         GError **error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_notice_free);

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (types != NULL, NULL);

  if (!collect_types (store, types, resident == NULL, notices, error))
    return NULL;
  if (resident != NULL)
    keep_of (notices, hearth_record_get_id (resident));
  hearth_notices_sort (notices);
  return g_steal_pointer (&notices);
}

/* --- handover ------------------------------------------------------------------------------ */

static void
note_written (HearthStore *store, const HearthContributor *row, HearthRecord *record, GPtrArray *notices)
{
  g_autofree char *told = row->tell (store, record);
  g_autofree char *day = NULL;

  if (*told == '\0')
    return;
  day = hearth_record_dup_event_date (record);
  hearth_notices_add (store, row, notices, record, row->handover, told, day,
                      row->is_urgent != NULL && row->is_urgent (record));
}

static char *
dup_hours_ago (HearthStore *store, int hours)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autoptr (GDateTime) then = g_date_time_add_hours (now, -hours);

  return hearth_instant_from_date_time (then);
}

/* Those whose stamp @field ("created_at", "changed_at") is at @since or later; @from: (nullable): the day since which their
 * event counts. */
static GPtrArray *
list_stamped (HearthStore *store,
              const HearthContributor *row,
              const char *field,
              const char *since,
              const char *from,
              GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);

  hearth_query_set_period (query, from, NULL);
  hearth_query_set_range (query, field, since, NULL);
  return hearth_reader_list (store, query, error);
}

/* @days: since when it counts */
static bool
note_changed (HearthStore *store,
              const HearthContributor *row,
              const char *since,
              int days,
              GPtrArray *notices,
              GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = row->looks_back > 0 ? hearth_date_add_days (today, -days - row->looks_back) : NULL;
  g_autoptr (GPtrArray) made = list_stamped (store, row, "created_at", since, from, error);
  g_autoptr (GPtrArray) changed =
    made != NULL ? list_stamped (store, row, "changed_at", since, from, error) : NULL;

  if (changed == NULL)
    return false;
  for (guint i = 0; i < made->len; i++)
    note_written (store, row, g_ptr_array_index (made, i), notices);
  for (guint i = 0; i < changed->len; i++)
    if (!g_ptr_array_find (made, g_ptr_array_index (changed, i), NULL))
      note_written (store, row, g_ptr_array_index (changed, i), notices);
  return true;
}

static bool
collect_handover (HearthStore *store, const char *since, GPtrArray *notices, GError **error)
{
  g_autofree char *from = since != NULL ? g_strdup (since) : dup_hours_ago (store, HANDOVER_HOURS);
  g_autofree char *first = hearth_instant_dup_date (from);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  int days = hearth_date_days_between (first, today);
  gsize n_rows;
  const HearthContributor *table = hearth_contributors_get (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (table[i].handover != HEARTH_GROUP_NONE &&
        !note_changed (store, &table[i], from, days, notices, error))
      return false;
  return true;
}

static bool
collect_standing (HearthStore *store, GPtrArray *notices, GError **error)
{
  gsize n_rows;
  const HearthContributor *table = hearth_contributors_get (&n_rows);
  g_autoptr (GHashTable) cared_for = list_cared_for (store);

  for (gsize i = 0; i < n_rows; i++)
    if (table[i].note_standing != NULL && !table[i].note_standing (store, &table[i], notices, error))
      return false;
  for (guint i = notices->len; i > 0; i--)
    if (!is_of_anybody (((const HearthNotice *) g_ptr_array_index (notices, i - 1))->record, cared_for))
      g_ptr_array_remove_index (notices, i - 1);
  return true;
}

/* --- the whole -------------------------------------------------------------------------------- */

/* Headings are these very strings. */
static gsize
place_of (const char *group)
{
  gsize place = 0;

  while (place < G_N_ELEMENTS (groups) && groups[place] != group)
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

static bool
collect (HearthStore *store, HearthFeed feed, const char *since, GPtrArray *notices, GError **error)
{
  switch (feed)
    {
    case HEARTH_FEED_TODAY:
      return collect_today (store, notices, error);
    case HEARTH_FEED_HANDOVER:
      return collect_handover (store, since, notices, error);
    case HEARTH_FEED_STANDING:
      return collect_standing (store, notices, error);
    case HEARTH_FEED_TIMELINE:
    default:
      g_return_val_if_reached (false);
    }
}

GPtrArray *
hearth_feed_collect (HearthStore *store, HearthFeed feed, const char *since, GError **error)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_notice_free);

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  if (!collect (store, feed, since, notices, error))
    return NULL;
  hearth_notices_sort (notices);
  return g_steal_pointer (&notices);
}

void
hearth_notices_sort (GPtrArray *notices)
{
  g_return_if_fail (notices != NULL);

  g_ptr_array_sort (notices, compare_notices);
}

static bool
feeds (const HearthContributor *row, HearthFeed feed)
{
  switch (feed)
    {
    case HEARTH_FEED_TODAY:
      return row->dues != NULL || row->unfinished != NULL || row->waits != NULL || row->note_today != NULL;
    case HEARTH_FEED_HANDOVER:
      return row->handover != HEARTH_GROUP_NONE;
    case HEARTH_FEED_STANDING:
      return row->note_standing != NULL;
    case HEARTH_FEED_TIMELINE:
      return row->in_timeline;
    default:
      g_return_val_if_reached (false);
    }
}

const HearthRecordType **
hearth_feed_list_types (HearthFeed feed)
{
  gsize n_rows, n = 0;
  const HearthContributor *table = hearth_contributors_get (&n_rows);
  const HearthRecordType **types = g_new0 (const HearthRecordType *, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    if (feeds (&table[i], feed))
      types[n++] = table[i].type;
  return types;
}
