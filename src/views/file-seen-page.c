/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who has seen a resident's file: a line for each person and day, with what they did.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-seen-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "store/audit-list.h"
#include "views/audit-filter.h"
#include "views/audit-page.h"
#include "views/audit-words.h"
#include "views/file-page.h"
#include "views/plain-page.h"
#include "widgets/day-list.h"

#define DAYS_AT_FIRST 30

/* Deeds that are told as one; what is in no row is told as itself. */
typedef struct {
  const char *label; /* N_() */
  const char *actions[6];
} Deed;

static const Deed deeds[] = {
  { N_ ("Opened in an emergency"), { "emergency" } },
  { N_ ("Looked at"), { "view" } },
  { N_ ("Found in a search"), { "search" } },
  { N_ ("Written or changed"), { "create", "change", "sign", "in-error", "attach" } },
  { N_ ("Printed"), { "print" } },
  { N_ ("Saved outside"), { "export" } },
  { N_ ("Decided on"), { "approval" } },
};

/* ---- One person on one day ---- */

#define HEARTH_TYPE_SEEN_DAY (hearth_seen_day_get_type ())
G_DECLARE_FINAL_TYPE (HearthSeenDay, hearth_seen_day, HEARTH, SEEN_DAY, GObject)

struct _HearthSeenDay {
  GObject parent_instance;

  char *day;
  char *person;
  char *role;
  guint counts[G_N_ELEMENTS (deeds)];
  guint others;
};

G_DEFINE_FINAL_TYPE (HearthSeenDay, hearth_seen_day, G_TYPE_OBJECT)

static void
hearth_seen_day_finalize (GObject *object)
{
  HearthSeenDay *self = HEARTH_SEEN_DAY (object);

  g_free (self->day);
  g_free (self->person);
  g_free (self->role);
  G_OBJECT_CLASS (hearth_seen_day_parent_class)->finalize (object);
}

static void
hearth_seen_day_class_init (HearthSeenDayClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearth_seen_day_finalize;
}

static void
hearth_seen_day_init (HearthSeenDay *self)
{
}

static void
count (HearthSeenDay *self, const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (deeds[i].actions) && deeds[i].actions[j] != NULL; j++)
      if (g_str_equal (deeds[i].actions[j], action))
        {
          self->counts[i]++;
          return;
        }
  self->others++;
}

static void
append_count (GString *words, const char *label, guint n)
{
  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  if (n == 1)
    g_string_append (words, label);
  else
    /* Translators: what somebody did, and how often */
    g_string_append_printf (words, _ ("%s (%u)"), label, n);
}

/* ---- The page ---- */

struct _HearthFileSeenPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  HearthAuditFilter *filter;
  HearthDayList *list;

  /* Owned */
  HearthStore *store;
  char *resident;
};

static void hearth_file_seen_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthFileSeenPage,
                               hearth_file_seen_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_file_seen_page_file_page_init))

static char *
dup_day (gpointer item)
{
  return g_strdup (HEARTH_SEEN_DAY (item)->day);
}

static char *
dup_title (gpointer item, gpointer user_data)
{
  HearthSeenDay *day = item;

  return hearth_audit_words_dup_person (HEARTH_FILE_SEEN_PAGE (user_data)->store, day->person, day->role);
}

static char *
dup_detail (gpointer item, gpointer user_data)
{
  HearthSeenDay *day = item;
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (deeds); i++)
    append_count (words, _ (deeds[i].label), day->counts[i]);
  append_count (words, _ ("Something else"), day->others);
  return g_string_free_and_steal (words);
}

/* ---- Asking ---- */

/* Newest first, as the lines are; a person may have had two roles on a day. */
static GListStore *
gather (GListModel *lines)
{
  GListStore *days = g_list_store_new (HEARTH_TYPE_SEEN_DAY);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, i);
      g_autofree char *day = hearth_audit_words_dup_day (line);
      const char *person = hearth_audit_line_get_person (line), *role = hearth_audit_line_get_role (line);
      g_autofree char *key = g_strdup_printf ("%s %s %s", day, person, role);
      HearthSeenDay *item = g_hash_table_lookup (known, key);

      if (item == NULL)
        {
          g_autoptr (HearthSeenDay) made = g_object_new (HEARTH_TYPE_SEEN_DAY, NULL);

          made->day = g_steal_pointer (&day);
          made->person = g_strdup (person);
          made->role = g_strdup (role);
          g_list_store_append (days, made);
          g_hash_table_insert (known, g_steal_pointer (&key), made);
          item = made;
        }
      count (item, hearth_audit_line_get_action (line));
    }
  return days;
}

static void
ask (HearthFileSeenPage *self)
{
  const HearthAuditQuery query = {
    .resident = self->resident,
    .person = hearth_audit_filter_get_person (self->filter),
    .from = hearth_audit_filter_get_from (self->filter),
    .to = hearth_audit_filter_get_to (self->filter),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = hearth_store_list_audit (self->store, &query, &error);
  g_autoptr (GListStore) days = NULL;
  g_autofree char *sentence = NULL;

  if (lines == NULL)
    {
      sentence = hearth_store_error_to_sentence (error);
      hearth_day_list_set_empty_text (self->list, _ ("This cannot be shown"), sentence);
    }
  else
    {
      days = gather (lines);
      hearth_day_list_set_empty_text (self->list, _ ("Nobody in these days"),
                                      _ ("Nothing of this file that leaves a trace was looked at, changed or "
                                         "printed."));
    }
  hearth_day_list_set_model (self->list, G_LIST_MODEL (days));
}

static void
filter_changed_cb (HearthFileSeenPage *self)
{
  ask (self);
}

/* What the person did that day, line by line. */
static void
activate_item_cb (HearthFileSeenPage *self, HearthSeenDay *day)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  HearthAuditPage *page = hearth_audit_page_new (self->store, self->resident);

  hearth_audit_page_narrow (page, day->person, day->day, day->day);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_file_seen_page_renew (HearthFilePage *page)
{
  HearthFileSeenPage *self = HEARTH_FILE_SEEN_PAGE (page);
  g_autoptr (HearthRecord) resident = hearth_store_load (self->store, self->resident, NULL);

  if (resident == NULL || hearth_file_is_closed (self->store, self->resident) ||
      !hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_READ_AUDIT))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_file_seen_page_new (self->store, self->resident));
}

static void
hearth_file_seen_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_file_seen_page_renew;
}

static void
hearth_file_seen_page_dispose (GObject *object)
{
  HearthFileSeenPage *self = HEARTH_FILE_SEEN_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);

  G_OBJECT_CLASS (hearth_file_seen_page_parent_class)->dispose (object);
}

static void
hearth_file_seen_page_class_init (HearthFileSeenPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_file_seen_page_dispose;
}

static void
hearth_file_seen_page_init (HearthFileSeenPage *self)
{
}

/* ---- Public ---- */

HearthFileSeenPage *
hearth_file_seen_page_new (HearthStore *store, const char *resident)
{
  HearthFileSeenPage *self = g_object_new (HEARTH_TYPE_FILE_SEEN_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -DAYS_AT_FIRST);
  g_autofree char *name = hearth_store_dup_link_title (store, resident);

  self->store = g_object_ref (store);
  self->resident = g_strdup (resident);
  self->filter = hearth_audit_filter_new (store, false);
  self->list =
    hearth_day_list_new (_ ("Who saw this file, newest first"), today, dup_day, dup_title, dup_detail, self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  hearth_plain_page_frame (ADW_NAVIGATION_PAGE (self), _ ("Who has seen this file"), name, box);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate-item", G_CALLBACK (activate_item_cb), self,
                           G_CONNECT_SWAPPED);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, resident);
  hearth_audit_filter_set_days (self->filter, from, "");
  return self;
}
