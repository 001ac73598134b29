/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who took part in a group session: a line for every resident who may, each saved in their own file.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/group-session-list.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/seen.h"
#include "rules/whereabouts.h"
#include "views/follow.h"
#include "views/group-session-line.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/tell.h"
#include "views/undo.h"

#define NOON "12:00"

struct _HearthGroupSessionList {
  AdwBin parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *fill_button;

  /* Owned */
  HearthStore *store;
  HearthRecord *session;
  GPtrArray *lines; /* of HearthGroupSessionLine, borrowed */
};

enum { SIGNAL_EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthGroupSessionList, hearth_group_session_list, ADW_TYPE_BIN)

/* ---- Helpers ---- */

/* Of HearthRecord by resident (borrowed key); what is entered in error is not in it. */
static GHashTable *
load_attendances (HearthGroupSessionList *self)
{
  GHashTable *attendances = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  const char *const codes[] = { hearth_record_get_id (self->session), NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_group_attendance_type);
  g_autoptr (GListModel) records = NULL;

  hearth_query_set_filter (query, "session", codes);
  records = hearth_store_list (self->store, query, NULL);
  for (guint i = 0; records != NULL && i < g_list_model_get_n_items (records); i++)
    {
      HearthRecord *record = g_list_model_get_item (records, i);

      if (record != NULL)
        g_hash_table_replace (attendances, (gpointer) hearth_record_get_resident (record), record);
    }
  return attendances;
}

static HearthRecord *
new_attendance (HearthGroupSessionList *self, const char *resident)
{
  HearthRecord *attendance = hearth_record_new (&hearth_group_attendance_type);

  hearth_record_set (attendance, "resident", resident);
  hearth_record_set (attendance, "session", hearth_record_get_id (self->session));
  hearth_record_set (attendance, "date", hearth_record_get (self->session, "date"));
  hearth_record_set (attendance, "topic", hearth_record_get (self->session, "topic"));
  return attendance;
}

static bool
may_write (HearthGroupSessionList *self, const char *resident)
{
  return hearth_record_is_open (self->session) &&
         hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_group_attendance_type, NULL,
                                  resident);
}

/* ---- Saving ---- */

static void
update (HearthGroupSessionList *self)
{
  bool any_open = false;

  if (self->lines == NULL)
    return;
  for (guint i = 0; i < self->lines->len; i++)
    any_open |= hearth_group_session_line_is_open (g_ptr_array_index (self->lines, i));
  gtk_widget_set_visible (self->fill_button, any_open);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static bool
save_records (HearthGroupSessionList *self, GPtrArray *records, GError **error)
{
  if (!hearth_store_begin (self->store, error))
    return false;
  for (guint i = 0; i < records->len; i++)
    if (!hearth_store_save (self->store, g_ptr_array_index (records, i), NULL, NULL, error))
      {
        hearth_store_roll_back (self->store);
        return false;
      }
  return hearth_store_commit (self->store, error);
}

/* @saved: (out): of HearthRecord, transfer full. */
static bool
save_lines (HearthGroupSessionList *self, GPtrArray *lines, GPtrArray **saved)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      HearthGroupSessionLine *line = g_ptr_array_index (lines, i);

      if (!hearth_group_session_line_is_changed (line))
        continue;
      g_ptr_array_add (changed, line);
      g_ptr_array_add (records, hearth_group_session_line_dup_typed (line));
    }
  if (records->len > 0 && !save_records (self, records, &error))
    {
      hearth_tell_error (GTK_WIDGET (self), _ ("The lines could not be saved"), error);
      return false;
    }
  for (guint i = 0; i < changed->len; i++)
    hearth_group_session_line_set_attendance (g_ptr_array_index (changed, i), g_ptr_array_index (records, i));
  if (saved != NULL)
    *saved = g_steal_pointer (&records);
  update (self);
  return true;
}

/* ---- Callbacks ---- */

static void
line_left_cb (HearthGroupSessionList *self, HearthGroupSessionLine *line)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  /* The house may be locked by now; what was typed before was saved then. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || !hearth_group_session_line_is_changed (line))
    return;
  g_ptr_array_add (lines, line);
  save_lines (self, lines, NULL);
}

static void
line_go_cb (HearthGroupSessionList *self, int step, gboolean words, HearthGroupSessionLine *line)
{
  guint at = 0;

  g_return_if_fail (g_ptr_array_find (self->lines, line, &at));
  if (step < 0 ? at > 0 : at + 1 < self->lines->len)
    hearth_group_session_line_focus (g_ptr_array_index (self->lines, step < 0 ? at - 1 : at + 1), words);
  else if (step > 0)
    gtk_widget_grab_focus (self->fill_button);
}

static void
fill_cb (HearthGroupSessionList *self)
{
  g_autoptr (GPtrArray) filled = g_ptr_array_new ();
  g_autoptr (GPtrArray) saved = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      HearthGroupSessionLine *line = g_ptr_array_index (self->lines, i);

      if (!hearth_group_session_line_is_open (line))
        continue;
      hearth_group_session_line_choose_likely (line);
      g_ptr_array_add (filled, line);
    }
  if (filled->len > 0 && save_lines (self, filled, &saved))
    hearth_undo_offer_group (GTK_WIDGET (self), self->store, saved, _ ("Everybody else was there"));
}

/* What was changed elsewhere, or taken back, shows here too; but never over what is being typed. */
static void
refresh (gpointer owner)
{
  HearthGroupSessionList *self = owner;
  g_autoptr (GHashTable) attendances = load_attendances (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      HearthGroupSessionLine *line = g_ptr_array_index (self->lines, i);
      const char *resident = hearth_record_get_resident (hearth_group_session_line_get_attendance (line));
      HearthRecord *stored = g_hash_table_lookup (attendances, resident);
      g_autoptr (HearthRecord) present =
        stored != NULL ? g_object_ref (stored) : new_attendance (self, resident);

      if (!hearth_group_session_line_is_changed (line))
        hearth_group_session_line_set_attendance (line, present);
    }
  update (self);
}

/* ---- Making ---- */

static void
add_line (HearthGroupSessionList *self, HearthRecord *attendance, const char *name, const char *where)
{
  GtkWidget *line = hearth_group_session_line_new (attendance, name, where);

  g_signal_connect_object (line, "edited", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "left", G_CALLBACK (line_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "go", G_CALLBACK (line_go_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, line);
  g_ptr_array_add (self->lines, line);
}

/* "For a part of it · Drew the house" */
static void
add_read_only (HearthGroupSessionList *self, HearthRecord *attendance, const char *name)
{
  g_autofree char *part = hearth_record_dup_subtitle (attendance);
  const char *line = hearth_record_get (attendance, "line");
  g_autofree char *words = *line != '\0' ? g_strdup_printf ("%s · %s", part, line) : g_strdup (part);

  adw_preferences_group_add (self->group,
                             hearth_plain_row_new_for_record (name, words,
                                                              hearth_record_get_id (attendance)));
}

/* @resident: id; @attendance: (nullable) */
static void
add_resident (HearthGroupSessionList *self, const char *resident, const char *where, HearthRecord *attendance)
{
  g_autofree char *name = hearth_store_dup_link_title (self->store, resident);
  g_autoptr (HearthRecord) begun = NULL;
  g_autoptr (GError) error = NULL;

  if (*name == '\0' || !hearth_policy_may_read (hearth_store_get_policy (self->store),
                                                &hearth_group_attendance_type, NULL, resident))
    return;
  if (attendance != NULL && !hearth_seen_note (self->store, attendance, &error))
    {
      g_warning ("A line of a group session is not shown: %s", error->message);
      return;
    }
  if (!may_write (self, resident))
    {
      if (attendance != NULL)
        add_read_only (self, attendance, name);
      return;
    }
  if (attendance == NULL)
    begun = new_attendance (self, resident);
  add_line (self, attendance != NULL ? attendance : begun, name, where);
}

/* The moment of the session; NULL: now. Transfer full. */
static char *
dup_moment (HearthGroupSessionList *self)
{
  const char *date = hearth_record_get (self->session, "date");
  const char *start = hearth_record_get (self->session, "start");
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *typed = g_strdup_printf ("%s %s", date, *start != '\0' ? start : NOON);
  char *instant = NULL;

  if (g_str_equal (date, today))
    return NULL;
  hearth_instant_parse (typed, today, &instant);
  return instant;
}

static void
fill (HearthGroupSessionList *self)
{
  g_autofree char *moment = dup_moment (self);
  g_autoptr (GPtrArray) here = hearth_whereabouts_list (self->store, moment, NULL);
  g_autoptr (GHashTable) attendances = load_attendances (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer resident, attendance;

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const HearthWhereabouts *one = g_ptr_array_index (here, i);
      const char *id = hearth_record_get_id (one->resident);

      g_hash_table_add (seen, (gpointer) id);
      add_resident (self, id, one->where != HEARTH_WHERE_HERE ? hearth_where_get_label (one->where) : "",
                    g_hash_table_lookup (attendances, id));
    }
  g_hash_table_iter_init (&iter, attendances);
  while (g_hash_table_iter_next (&iter, &resident, &attendance))
    if (!g_hash_table_contains (seen, resident))
      add_resident (self, resident, "", attendance);
}

/* Below the lines: the exceptions are said first. */
static void
add_fill_button (HearthGroupSessionList *self)
{
  self->fill_button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fill_button), _ ("Everybody else was there"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->fill_button), "object-select-symbolic");
  g_signal_connect_object (self->fill_button, "activated", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->fill_button);
}

static void
describe (HearthGroupSessionList *self)
{
  if (self->lines->len > 0)
    adw_preferences_group_set_description (
      self->group, _ ("Each line is saved in the resident’s own file, and nobody else is named there. Keys 1 "
                      "to 4 choose, Enter goes on to the next resident."));
  else
    adw_preferences_group_set_description (self->group,
                                           _ ("Lines appear here once the session was written down for "
                                              "residents whose files you may read."));
}

/* ---- Overrides ---- */

static void
hearth_group_session_list_dispose (GObject *object)
{
  HearthGroupSessionList *self = HEARTH_GROUP_SESSION_LIST (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (hearth_group_session_list_parent_class)->dispose (object);
}

static void
hearth_group_session_list_class_init (HearthGroupSessionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_group_session_list_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_group_session_list_init (HearthGroupSessionList *self)
{
  self->lines = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Who took part"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* ---- Public ---- */

HearthGroupSessionList *
hearth_group_session_list_new (HearthStore *store, HearthRecord *session)
{
  HearthGroupSessionList *self = g_object_new (HEARTH_TYPE_GROUP_SESSION_LIST, NULL);

  self->store = g_object_ref (store);
  self->session = g_object_ref (session);
  fill (self);
  add_fill_button (self);
  describe (self);
  update (self);
  hearth_follow (self, store, "saved", refresh);
  return self;
}

bool
hearth_group_session_list_is_changed (HearthGroupSessionList *self)
{
  g_return_val_if_fail (HEARTH_IS_GROUP_SESSION_LIST (self), false);

  for (guint i = 0; i < self->lines->len; i++)
    if (hearth_group_session_line_is_changed (g_ptr_array_index (self->lines, i)))
      return true;
  return false;
}

bool
hearth_group_session_list_save (HearthGroupSessionList *self)
{
  g_return_val_if_fail (HEARTH_IS_GROUP_SESSION_LIST (self), false);

  return save_lines (self, self->lines, NULL);
}

void
hearth_group_session_list_focus (HearthGroupSessionList *self)
{
  g_return_if_fail (HEARTH_IS_GROUP_SESSION_LIST (self));

  for (guint i = 0; i < self->lines->len; i++)
    if (hearth_group_session_line_is_open (g_ptr_array_index (self->lines, i)))
      {
        hearth_group_session_line_focus (g_ptr_array_index (self->lines, i), false);
        return;
      }
}
