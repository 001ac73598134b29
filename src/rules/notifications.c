/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has to be told of an incident or of somebody missing, and by when.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/notifications.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/notification-defaults.h"
#include "rules/reader-private.h"
#include "rules/subject.h"

#include <string.h>

#define MISSING "missing"
#define ANY "any"

/* --- duties ------------------------------------------------------------------------------------------ */

void
hearth_notification_duty_free (HearthNotificationDuty *duty)
{
  if (duty == NULL)
    return;
  g_clear_object (&duty->rule);
  g_free (duty);
}

static void
add_duty (GPtrArray *duties, const char *about, int severity, const char *whom, int hours, HearthRecord *rule)
{
  HearthNotificationDuty *duty = g_new0 (HearthNotificationDuty, 1);

  duty->about = about;
  duty->severity = severity;
  duty->whom = whom;
  duty->hours = hours;
  g_set_object (&duty->rule, rule);
  g_ptr_array_add (duties, duty);
}

/* Codes of the tables live as long as the program does. */
static const char *
get_code (HearthRecord *rule, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_notification_rule_type, name);
  const HearthChoice *choice = hearth_field_lookup_choice (field, hearth_record_get (rule, name));

  return choice != NULL ? choice->code : "";
}

static bool
has_rule_about (GPtrArray *rules, const HearthNotificationDefault *by_default)
{
  for (guint i = 0; i < rules->len; i++)
    {
      HearthRecord *rule = g_ptr_array_index (rules, i);

      if (g_str_equal (hearth_record_get (rule, "about"), by_default->about) &&
          g_str_equal (hearth_record_get (rule, "whom"), by_default->whom))
        return true;
    }
  return false;
}

GPtrArray *
hearth_notification_duties_list (HearthStore *store, GError **error)
{
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) duties = NULL;
  const HearthNotificationDefault *defaults;
  gsize n_defaults;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_notification_rule_type);
  hearth_query_set_sort (query, "created_at", false);
  rules = hearth_reader_list (store, query, error);
  if (rules == NULL)
    return NULL;
  duties = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_notification_duty_free);
  for (guint i = 0; i < rules->len; i++)
    {
      HearthRecord *rule = g_ptr_array_index (rules, i);

      add_duty (duties, get_code (rule, "about"), (int) hearth_record_get_integer (rule, "severity", 1),
                get_code (rule, "whom"), (int) hearth_record_get_integer (rule, "hours", 0), rule);
    }
  defaults = hearth_notification_defaults_get (&n_defaults);
  for (gsize i = 0; i < n_defaults; i++)
    if (!has_rule_about (rules, &defaults[i]))
      add_duty (duties, defaults[i].about, defaults[i].severity, defaults[i].whom, defaults[i].hours, NULL);
  return g_steal_pointer (&duties);
}

/* --- duties about one record ---------------------------------------------------------------------------- */

static bool
is_episode (HearthRecord *subject)
{
  return hearth_record_get_record_type (subject) == &hearth_missing_episode_type;
}

static int
get_severity (HearthRecord *subject)
{
  const char *risk;

  if (!is_episode (subject))
    return (int) hearth_record_get_integer (subject, "severity", 1);
  risk = hearth_record_get (subject, "risk");
  return g_str_equal (risk, "high") ? 4 : g_str_equal (risk, "medium") ? 3 : 2;
}

static bool
is_owed (const HearthNotificationDuty *duty, HearthRecord *subject)
{
  if ((duty->rule != NULL && hearth_record_is_yes (duty->rule, "off")) ||
      duty->severity > get_severity (subject))
    return false;
  if (is_episode (subject))
    return g_str_equal (duty->about, MISSING);
  return g_str_equal (duty->about, ANY) || g_str_equal (duty->about, hearth_record_get (subject, "category"));
}

static HearthNotificationDuty *
find_for (GPtrArray *duties, const char *whom)
{
  for (guint i = 0; i < duties->len; i++)
    if (g_str_equal (((HearthNotificationDuty *) g_ptr_array_index (duties, i))->whom, whom))
      return g_ptr_array_index (duties, i);
  return NULL;
}

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const HearthNotificationDuty *one = *(const HearthNotificationDuty *const *) a,
                               *other = *(const HearthNotificationDuty *const *) b;

  return one->hours - other->hours;
}

GPtrArray *
hearth_notification_duties_list_for (HearthStore *store, HearthRecord *subject, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) owed = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (subject), NULL);

  all = hearth_notification_duties_list (store, error);
  if (all == NULL)
    return NULL;
  owed = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_notification_duty_free);
  for (guint i = 0; i < all->len; i++)
    {
      const HearthNotificationDuty *duty = g_ptr_array_index (all, i);
      HearthNotificationDuty *known = find_for (owed, duty->whom);

      if (!is_owed (duty, subject))
        continue;
      if (known == NULL)
        add_duty (owed, duty->about, duty->severity, duty->whom, duty->hours, duty->rule);
      else
        known->hours = MIN (known->hours, duty->hours);
    }
  g_ptr_array_sort (owed, compare_duties);
  return g_steal_pointer (&owed);
}

/* --- notifications ------------------------------------------------------------------------------------------ */

static int
compare_due (gconstpointer a, gconstpointer b)
{
  HearthRecord *one = *(HearthRecord *const *) a, *other = *(HearthRecord *const *) b;

  return hearth_instant_compare (hearth_record_get (one, "due_at"), hearth_record_get (other, "due_at"));
}

GPtrArray *
hearth_notifications_list (HearthStore *store, const char *subject, GError **error)
{
  GPtrArray *notifications = hearth_subject_list (store, &hearth_notification_type, subject, error);

  if (notifications != NULL)
    g_ptr_array_sort (notifications, compare_due);
  return notifications;
}

/* When the clock began to run. */
static const char *
get_begin (HearthRecord *subject)
{
  if (is_episode (subject))
    return hearth_record_get (subject, "noticed_at");
  return hearth_record_has (subject, "reported_at") ? hearth_record_get (subject, "reported_at")
                                                    : hearth_record_get (subject, "occurred_at");
}

static bool
has_whom (GPtrArray *notifications, const char *whom)
{
  for (guint i = 0; i < notifications->len; i++)
    if (g_str_equal (hearth_record_get (g_ptr_array_index (notifications, i), "whom"), whom))
      return true;
  return false;
}

static HearthRecord *
make_one (HearthRecord *subject, const HearthNotificationDuty *duty)
{
  HearthRecord *notification = hearth_record_new (&hearth_notification_type);
  g_autofree char *due = hearth_instant_add_minutes (get_begin (subject), duty->hours * 60);

  hearth_subject_set (notification, subject);
  hearth_record_set (notification, "whom", duty->whom);
  hearth_record_set (notification, "due_at", due);
  return notification;
}

/* Those that are missing; not saved. */
static GPtrArray *
prepare (HearthStore *store, HearthRecord *subject, GError **error)
{
  g_autoptr (GPtrArray) duties = hearth_notification_duties_list_for (store, subject, error);
  g_autoptr (GPtrArray) known =
    duties != NULL ? hearth_notifications_list (store, hearth_record_get_id (subject), error) : NULL;
  GPtrArray *made;

  if (known == NULL)
    return NULL;
  made = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < duties->len; i++)
    {
      const HearthNotificationDuty *duty = g_ptr_array_index (duties, i);

      if (!has_whom (known, duty->whom))
        g_ptr_array_add (made, make_one (subject, duty));
    }
  return made;
}

static bool
save_all (HearthStore *store, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!hearth_store_save (store, g_ptr_array_index (records, i), NULL, NULL, error))
      return false;
  return true;
}

GPtrArray *
hearth_notifications_make (HearthStore *store, HearthRecord *subject, GError **error)
{
  g_autoptr (GPtrArray) made = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);
  g_return_val_if_fail (HEARTH_IS_RECORD (subject), NULL);

  made = prepare (store, subject, error);
  if (made == NULL || made->len == 0)
    return g_steal_pointer (&made);
  if (!hearth_store_begin (store, error))
    return NULL;
  if (save_all (store, made, error))
    return hearth_store_commit (store, error) ? g_steal_pointer (&made) : NULL;
  hearth_store_roll_back (store);
  return NULL;
}

static void
set_if_given (HearthRecord *record, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    hearth_record_set (record, name, value);
}

bool
hearth_notification_finish (HearthStore *store,
                            HearthRecord *notification,
                            const char *how,
                            const char *name,
                            const char *answer,
                            GError **error)
{
  g_autofree char *now = NULL;
  g_autoptr (HearthRecord) done = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (notification), false);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  done = hearth_record_copy (notification);
  hearth_record_set (done, "done_at", now);
  hearth_record_set (done, "done_by", hearth_reader_get_id (store));
  set_if_given (done, "how", how);
  set_if_given (done, "name", name);
  set_if_given (done, "answer", answer);
  return hearth_store_save (store, done, NULL, NULL, error);
}

/* --- how they stand ---------------------------------------------------------------------------------------- */

bool
hearth_notification_is_settled (HearthRecord *notification)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (notification), false);

  return hearth_record_has (notification, "done_at") || hearth_record_has (notification, "answer");
}

bool
hearth_notification_is_late (HearthStore *store, HearthRecord *notification)
{
  g_autofree char *now = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), false);
  g_return_val_if_fail (HEARTH_IS_RECORD (notification), false);

  now = hearth_clock_stamp (hearth_store_get_clock (store));
  return !hearth_notification_is_settled (notification) && hearth_record_has (notification, "due_at") &&
         hearth_instant_compare (hearth_record_get (notification, "due_at"), now) < 0;
}

bool
hearth_notifications_are_settled (HearthStore *store, const char *subject, GError **error)
{
  g_autoptr (GPtrArray) notifications = hearth_notifications_list (store, subject, error);

  if (notifications == NULL)
    return false;
  for (guint i = 0; i < notifications->len; i++)
    if (!hearth_notification_is_settled (g_ptr_array_index (notifications, i)))
      return false;
  return true;
}

GPtrArray *
hearth_notifications_list_open (HearthStore *store, GError **error)
{
  static const char *const nothing[] = { "", NULL };
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GPtrArray) open = NULL;

  g_return_val_if_fail (HEARTH_IS_STORE (store), NULL);

  query = hearth_query_new (&hearth_notification_type);
  hearth_query_set_filter (query, "done_at", nothing);
  open = hearth_reader_list (store, query, error);
  for (guint i = open != NULL ? open->len : 0; i > 0; i--)
    if (hearth_notification_is_settled (g_ptr_array_index (open, i - 1)))
      g_ptr_array_remove_index (open, i - 1);
  if (open != NULL)
    g_ptr_array_sort (open, compare_due);
  return g_steal_pointer (&open);
}
