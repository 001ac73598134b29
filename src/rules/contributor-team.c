/* SPDX-License-Identifier: GPL-3.0-or-later
 * What wants to be done by the team: tasks, handovers to read, shifts to sign, what waits for who leads the house.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/handover.h"
#include "rules/incidents.h"
#include "rules/reader-private.h"
#include "rules/rooms.h"
#include "rules/tasks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNSIGNED_DAYS 7

static bool
leads (HearthStore *store)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && hearth_role_leads (role);
}

static bool
may (HearthStore *store, const HearthRecordType *type, HearthVerb verb)
{
  const HearthRole *role = hearth_reader_get_role (store);

  return role != NULL && hearth_role_may (role, type, verb);
}

/* --- tasks ----------------------------------------------------------------------------------------------- */

/* Who is to do it, "" for everybody. */
static char *
dup_assignee (HearthStore *store, HearthRecord *task)
{
  const HearthField *role = hearth_record_type_lookup_field (&hearth_task_type, "assignee_role");

  return hearth_record_has (task, "assignee")
           ? hearth_store_dup_link_title (store, hearth_record_get (task, "assignee"))
           : hearth_record_format (task, role, "");
}

/* "What · when · who", of that what is known; what it is stands above where it is about nobody. */
static char *
tell_task (HearthStore *store, HearthRecord *task)
{
  g_auto (GStrv) files = hearth_record_dup_files (task);
  g_autofree char *time = hearth_time_format (hearth_record_get (task, "due_time")),
                  *who = dup_assignee (store, task);
  const char *const parts[] = { files[0] != NULL ? hearth_record_get (task, "title") : "", time, who };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  known = g_strv_builder_end (builder);
  return g_strjoinv (" · ", known);
}

static void
note_task (HearthStore *store,
           const HearthContributor *row,
           GPtrArray *notices,
           HearthRecord *task,
           HearthGroup group)
{
  HearthTaskStanding standing = hearth_task_get_standing (store, task);
  g_autofree char *told = tell_task (store, task);

  hearth_notices_add (store, row, notices, task, group, told, hearth_record_get (task, "due"),
                      standing == HEARTH_TASK_OVERDUE || hearth_record_is_yes (task, "urgent"));
}

bool
hearth_note_tasks (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) tasks = hearth_tasks_list (store, HEARTH_TASK_EVERYBODYS, error);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      HearthTaskStanding standing = hearth_task_get_standing (store, g_ptr_array_index (tasks, i));

      if (standing != HEARTH_TASK_LATER)
        note_task (store, row, notices, g_ptr_array_index (tasks, i),
                   standing == HEARTH_TASK_SOON ? HEARTH_GROUP_COMING : HEARTH_GROUP_DUE);
    }
  return tasks != NULL;
}

/* The next shift sees what is open for anybody until tomorrow. */
bool
hearth_note_open_tasks (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) tasks = hearth_tasks_list (store, HEARTH_TASK_OF_ANOTHER, error);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *tomorrow = hearth_date_add_days (today, 1);

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    if (strcmp (hearth_record_get (g_ptr_array_index (tasks, i), "due"), tomorrow) <= 0)
      note_task (store, row, notices, g_ptr_array_index (tasks, i), HEARTH_GROUP_TASKS);
  return tasks != NULL;
}

/* --- shifts ----------------------------------------------------------------------------------------------- */

/* One line for the newest; who was away for some days reads them one after the other. */
bool
hearth_note_handovers (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) unread = NULL;
  g_autoptr (HearthShift) shift = NULL;
  g_autofree char *title = NULL;
  g_autofree char *told = NULL;
  HearthRecord *newest;

  if (!may (store, &hearth_handover_read_type, HEARTH_VERB_ADD))
    return true;
  unread = hearth_handovers_list_unread (store, error);
  if (unread == NULL || unread->len == 0)
    return unread != NULL;
  newest = g_ptr_array_index (unread, 0);
  shift = hearth_shift_new (store, hearth_record_get (newest, "date"), hearth_record_get (newest, "shift"));
  title = shift != NULL ? hearth_shift_dup_title (shift) : hearth_record_dup_title (newest);
  told = unread->len > 1
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A handover waits for you, and %u before it",
                                           "A handover waits for you, and %u before it", unread->len - 1),
                              unread->len - 1)
           : g_strdup (_ ("A handover waits for you"));
  hearth_notices_add_titled (notices, newest, title, HEARTH_GROUP_TO_READ, told,
                             hearth_record_get (newest, "date"), false);
  return true;
}

/* Entries of a shift that is over: what they are of, how many there are, and one of them. */
typedef struct {
  HearthShift *shift;
  HearthRecord *entry;
  unsigned int n;
} Unsigned;

static void
unsigned_free (gpointer data)
{
  Unsigned *group = data;

  hearth_shift_free (group->shift);
  g_object_unref (group->entry);
  g_free (group);
}

static void
count_unsigned (HearthStore *store, GPtrArray *groups, HearthRecord *entry)
{
  const char *date = hearth_record_get (entry, "date"), *code = hearth_record_get (entry, "shift");
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));
  g_autoptr (HearthShift) shift = NULL;
  Unsigned *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (g_str_equal (group->shift->date, date) && g_str_equal (group->shift->code, code))
        {
          group->n++;
          return;
        }
    }
  shift = hearth_shift_new (store, date, code);
  if (shift == NULL || hearth_instant_compare (now, shift->end) < 0)
    return;
  group = g_new0 (Unsigned, 1);
  group->shift = g_steal_pointer (&shift);
  group->entry = g_object_ref (entry);
  group->n = 1;
  g_ptr_array_add (groups, group);
}

/* For who wrote in the shift, and who leads the house. */
bool
hearth_note_unsigned (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  static const char *const open[] = { HEARTH_STATE_OPEN, NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (unsigned_free);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -UNSIGNED_DAYS);
  g_autoptr (GPtrArray) entries = NULL;

  if (!may (store, row->type, HEARTH_VERB_CHANGE))
    return true;
  hearth_query_set_period (query, from, NULL);
  hearth_query_set_filter (query, "state", open);
  entries = hearth_reader_list (store, query, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      HearthRecord *entry = g_ptr_array_index (entries, i);

      if (leads (store) ||
          g_str_equal (hearth_record_get (entry, "created_by"), hearth_reader_get_id (store)))
        count_unsigned (store, groups, entry);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const Unsigned *group = g_ptr_array_index (groups, i);
      g_autofree char *title = hearth_shift_dup_title (group->shift);
      g_autofree char *told = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry is not signed yet",
                                                            "%u entries are not signed yet", group->n),
                                               group->n);

      hearth_notices_add_titled (notices, group->entry, title, HEARTH_GROUP_TO_FINISH, told,
                                 group->shift->date, false);
    }
  return entries != NULL;
}

/* --- what waits for who leads the house ----------------------------------------------------------------------- */

bool
hearth_note_incidents (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autoptr (GPtrArray) incidents = hearth_incidents_list_open (store, error);
  const char *reader = hearth_reader_get_id (store);

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    {
      HearthRecord *incident = g_ptr_array_index (incidents, i);
      g_autofree char *title = hearth_record_dup_title (incident);
      g_autofree char *day = hearth_record_dup_event_date (incident);
      g_autofree char *told = NULL;

      if (hearth_record_is_open (incident))
        {
          if (!leads (store) && !g_str_equal (hearth_record_get (incident, "created_by"), reader))
            continue;
          told = g_strdup_printf (_ ("%s: not signed yet"), title);
          hearth_notices_add (store, row, notices, incident, HEARTH_GROUP_TO_FINISH, told, day, false);
        }
      else if (leads (store))
        {
          told = g_strdup_printf (_ ("%s: to be looked at and closed"), title);
          hearth_notices_add (store, row, notices, incident, HEARTH_GROUP_TO_DECIDE, told, day, false);
        }
    }
  return incidents != NULL;
}

bool
hearth_note_allegations (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  static const char *const nothing[] = { "", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (row->type);
  g_autoptr (GPtrArray) open = NULL;

  hearth_query_set_filter (query, "closed_on", nothing);
  open = hearth_reader_list (store, query, error);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      HearthRecord *allegation = g_ptr_array_index (open, i);

      hearth_notices_add_titled (notices, allegation, _ ("A concern about somebody who works here"),
                                 HEARTH_GROUP_TO_DECIDE,
                                 _ ("Only you and others who hold the key can read it."),
                                 hearth_record_get (allegation, "noticed_on"), true);
    }
  return open != NULL;
}

bool
hearth_note_rooms (HearthStore *store, const HearthContributor *row, GPtrArray *notices, GError **error)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GPtrArray) uses = NULL;

  if (!leads (store))
    return true;
  uses = hearth_rooms_list (store, today, error);
  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const HearthRoomUse *use = g_ptr_array_index (uses, i);
      g_autofree char *told = NULL;

      if (use->is_unsafe)
        hearth_notices_add (store, row, notices, use->room, HEARTH_GROUP_AT_ONCE,
                            _ ("Two people sleep in this room who must not share one"), "", true);
      if (use->n_taken <= use->n_beds)
        continue;
      told =
        g_strdup_printf (_ ("%u people sleep in this room, and it has %u beds"), use->n_taken, use->n_beds);
      hearth_notices_add (store, row, notices, use->room, HEARTH_GROUP_DUE, told, "", false);
    }
  return uses != NULL;
}
