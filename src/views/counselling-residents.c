/* SPDX-License-Identifier: GPL-3.0-or-later
 * Whom a counsellor sees: each resident with the last session and the next one.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/counselling-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/whereabouts.h"
#include "views/area.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

#define LATELY_DAYS 365

/* @last: the newest session that was held, or NULL; @next: the day agreed upon in the newest one, or NULL */
typedef struct {
  HearthRecord *resident;
  HearthRecord *last;
  char *next;
  bool is_mine;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->resident);
  g_clear_object (&line->last);
  g_free (line->next);
  g_free (line);
}

static const char *
get_my_id (HearthStore *store)
{
  HearthRecord *account = hearth_store_get_account (store);

  return account != NULL ? hearth_record_get_id (account) : "";
}

static bool
was_held (HearthRecord *session)
{
  const char *how = hearth_record_get (session, "took_place");

  return g_str_equal (how, "attended") || g_str_equal (how, "cut_short");
}

/* Newest first; NULL where the reader may see none. */
static GListModel *
list_sessions (HearthStore *store, const char *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_counselling_session_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -LATELY_DAYS);

  hearth_query_set_resident (query, resident);
  hearth_query_set_period (query, from, today);
  return hearth_store_list (store, query, NULL);
}

/* Takes @session, which is older than those before, into the line of its resident. @is_newest: the first of it. */
static void
take_session (Line *line, HearthRecord *session, bool is_newest, const char *me)
{
  if (is_newest && hearth_record_has (session, "next_session"))
    g_set_str (&line->next, hearth_record_get (session, "next_session"));
  if (line->last == NULL && was_held (session))
    line->last = g_object_ref (session);
  line->is_mine |= g_str_equal (hearth_record_get (session, "created_by"), me);
}

/* ---- Words ---- */

static char *
describe (HearthRecord *last, const char *next, const char *today)
{
  g_autofree char *held =
    last != NULL ? hearth_isolate (hearth_date_format (hearth_record_get (last, "date"))) : NULL;
  g_autofree char *day = next != NULL ? hearth_isolate (hearth_date_format (next)) : NULL;
  bool passed = next != NULL && g_strcmp0 (next, today) < 0;

  if (held == NULL && day == NULL)
    return g_strdup (_ ("No session yet"));
  if (day == NULL)
    /* Translators: a day */
    return g_strdup_printf (_ ("Last session %s · no next one agreed"), held);
  if (held == NULL)
    /* Translators: a day */
    return g_strdup_printf (passed ? _ ("Was to be on %s") : _ ("First session %s"), day);
  /* Translators: two days */
  return g_strdup_printf (passed ? _ ("Last session %s · next was to be on %s")
                                 : _ ("Last session %s · next %s"),
                          held, day);
}

char *
hearth_counselling_dup_summary (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) sessions = list_sessions (store, hearth_record_get_id (resident));
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  Line line = { 0 };
  char *words;

  if (sessions == NULL)
    return g_strdup ("");
  for (guint i = 0; line.last == NULL && i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (HearthRecord) session = g_list_model_get_item (sessions, i);

      if (session != NULL)
        take_session (&line, session, i == 0, "");
    }
  words = describe (line.last, line.next, today);
  g_clear_object (&line.last);
  g_free (line.next);
  return words;
}

/* ---- Lines ---- */

static GHashTable *
make_lines (HearthStore *store)
{
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, line_free);
  g_autoptr (GPtrArray) here = hearth_whereabouts_list (store, NULL, NULL);
  const char *me = get_my_id (store);

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      HearthRecord *resident = ((HearthWhereabouts *) g_ptr_array_index (here, i))->resident;
      Line *line = g_new0 (Line, 1);

      line->resident = g_object_ref (resident);
      line->is_mine = *me != '\0' && g_str_equal (hearth_record_get (resident, "key_worker"), me);
      g_hash_table_insert (lines, (gpointer) hearth_record_get_id (resident), line);
    }
  return lines;
}

/* What is agreed first, by day; then those who were seen longest ago. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *first = *(const Line *const *) a, *second = *(const Line *const *) b;
  const char *first_day = first->last != NULL ? hearth_record_get (first->last, "date") : "";
  const char *second_day = second->last != NULL ? hearth_record_get (second->last, "date") : "";

  if ((first->next != NULL) != (second->next != NULL))
    return first->next != NULL ? -1 : 1;
  if (first->next != NULL && !g_str_equal (first->next, second->next))
    return g_strcmp0 (first->next, second->next);
  return g_strcmp0 (first_day, second_day);
}

/* Of Line, owned by @lines; only mine where there are some. @mine: (out) */
static GPtrArray *
pick_lines (GHashTable *lines, bool *mine)
{
  GPtrArray *all = g_hash_table_get_values_as_ptr_array (lines);
  guint n_mine = 0;

  for (guint i = 0; i < all->len; i++)
    n_mine += ((Line *) g_ptr_array_index (all, i))->is_mine;
  *mine = n_mine > 0;
  for (guint i = all->len; *mine && i > 0; i--)
    if (!((Line *) g_ptr_array_index (all, i - 1))->is_mine)
      g_ptr_array_remove_index (all, i - 1);
  g_ptr_array_sort (all, compare_lines);
  return all;
}

/* ---- Rows ---- */

static GtkWidget *
make_row (const Line *line, const char *today)
{
  g_autofree char *words = describe (line->last, line->next, today);
  GtkWidget *row = hearth_area_resident_row_new (line->resident, words);

  if (line->next != NULL && g_strcmp0 (line->next, today) < 0)
    hearth_plain_row_add_warning (row, _ ("This day has passed"));
  hearth_plain_row_add_arrow (row);
  return row;
}

static void
take_sessions (GHashTable *lines, GListModel *sessions, const char *me)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr (HearthRecord) session = g_list_model_get_item (sessions, i);
      Line *line = session != NULL ? g_hash_table_lookup (lines, hearth_record_get_resident (session)) : NULL;

      if (line != NULL)
        take_session (line, session,
                      g_hash_table_add (seen, (gpointer) hearth_record_get_id (line->resident)), me);
    }
}

GtkWidget *
hearth_counselling_make_residents (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) sessions = list_sessions (store, NULL);
  g_autoptr (GHashTable) lines = NULL;
  g_autoptr (GPtrArray) picked = NULL;
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  AdwPreferencesGroup *group;
  GtkWidget *box;
  bool mine;

  if (sessions == NULL)
    return NULL;
  lines = make_lines (store);
  take_sessions (lines, sessions, get_my_id (store));
  picked = pick_lines (lines, &mine);
  if (picked->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  group = hearth_plain_page_add_group (GTK_BOX (box), mine ? _ ("My residents") : _ ("Residents"), NULL);
  for (guint i = 0; i < picked->len; i++)
    adw_preferences_group_add (group, make_row (g_ptr_array_index (picked, i), today));
  return box;
}
