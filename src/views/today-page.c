/* SPDX-License-Identifier: GPL-3.0-or-later
 * Today: what wants to be done, and what the shift before hands over.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/today-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/whereabouts.h"
#include "rules/contributors.h"
#include "store/audit.h"
#include "views/begin.h"
#include "views/draft-list.h"
#include "views/notice-group.h"
#include "widgets/words.h"

/* Several saves in a row are one. */
#define DEBOUNCE_MS 150
#define CLOCK_LOOK_S 60
#define WEEK 7

#define LAST_SEEN "last-seen"
#define DEFAULT_HOURS "24"

struct _HearthTodayPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  GtkButton *new_button;
  GtkLabel *date_label;
  GtkLabel *numbers_label;
  GtkWidget *actions;
  GtkWidget *admit_button;
  GtkWidget *entry_button;
  GtkBox *drafts_box;
  GtkLabel *drafts_label;
  GtkWidget *empty_page;
  GtkWidget *empty_button;
  GtkWidget *columns;
  HearthCopyNote *copy_notice;
  HearthCopyNote *copy_line;
  GtkBox *todo_box;
  GtkMenuButton *since_button;
  GtkBox *handover_box;

  /* Owned */
  HearthStore *store;
  char *since;
  char *last_seen; /* instant, or NULL */
  char *day;       /* that is shown */
  guint reload_source;
  guint clock_source;
  bool stale; /* something was saved while the page was not seen */
};

enum { PROP_0, PROP_SINCE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HearthTodayPage, hearth_today_page, ADW_TYPE_NAVIGATION_PAGE)

/* How far back a handover may go. */
static const struct {
  const char *code;
  const char *label; /* N_() */
} periods[] = {
  { LAST_SEEN, N_ ("Since I was here last") },
  { "12", N_ ("Last 12 hours") },
  { DEFAULT_HOURS, N_ ("Last 24 hours") },
  { "72", N_ ("Last 3 days") },
};

/* ---- Helpers ---- */

/* -1 where it may not be known. */
static gint64
count (HearthTodayPage *self, HearthQuery *query)
{
  g_autoptr (GError) error = NULL;
  gint64 n = hearth_store_count (self->store, query, &error);

  if (n < 0 && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records cannot be counted: %s", error->message);
  return n;
}

static gint64
count_admissions (HearthTodayPage *self)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_admission_type);
  g_autofree char *from = hearth_date_add_days (self->day, 1 - WEEK);

  hearth_query_set_period (query, from, NULL);
  return count (self, query);
}

static void
append_number (GString *words, char *number)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", number);
  g_free (number);
}

/* "16 in the house · 2 away · 1 admission in the last 7 days" */
static void
show_numbers (HearthTodayPage *self)
{
  g_autoptr (GPtrArray) whereabouts = hearth_whereabouts_list (self->store, NULL, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  gint64 n_admitted = count_admissions (self);

  if (whereabouts != NULL)
    {
      const HearthHeadcount count = hearth_headcount (whereabouts);

      append_number (words, hearth_headcount_dup_words (&count));
    }
  if (n_admitted > 0)
    append_number (words,
                   g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d admission in the last 7 days",
                                                 "%d admissions in the last 7 days", (gulong) n_admitted),
                                    (int) n_admitted));
  gtk_label_set_text (self->numbers_label, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers_label), words->len > 0);
}

static void
show_drafts (HearthTodayPage *self)
{
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (self->store, NULL);
  guint n = drafts != NULL ? drafts->len : 0;
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u unfinished entry is waiting",
                                                         "%u unfinished entries are waiting", n),
                                            n);

  gtk_label_set_text (self->drafts_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts_box), n > 0);
}

static const char *
get_since_label (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_str_equal (periods[i].code, code))
      return _ (periods[i].label);
  return NULL;
}

/* The instant the handover begins at. Transfer full. */
static char *
dup_since (HearthTodayPage *self)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (self->store));
  g_autoptr (GDateTime) then = NULL;

  if (g_str_equal (self->since, LAST_SEEN))
    return g_strdup (self->last_seen);
  then = g_date_time_add_hours (now, -(int) g_ascii_strtoll (self->since, NULL, 10));
  return hearth_instant_from_date_time (then);
}

static void
show_feed (HearthTodayPage *self,
           HearthFeed feed,
           const char *since,
           GtkBox *box,
           const char *urgent,
           const char *nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = hearth_feed_collect (self->store, feed, since, &error);
  g_autofree char *sentence = NULL;

  if (notices == NULL)
    {
      sentence = hearth_store_error_to_sentence (error);
      notices = g_ptr_array_new ();
      nothing = sentence;
    }
  hearth_notice_groups_show (box, notices, self->day, urgent, nothing);
}

static void
show_handover (HearthTodayPage *self)
{
  g_autofree char *since = dup_since (self);
  g_autofree char *name = NULL;

  gtk_menu_button_set_label (self->since_button, get_since_label (self->since));
  /* Translators: %s is how far a handover goes back, as in “Last 24 hours”. */
  name = g_strdup_printf (_ ("Handover: %s"), get_since_label (self->since));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->since_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  show_feed (self, HEARTH_FEED_HANDOVER, since, self->handover_box,
             /* Translators: marks what the next shift must know first. */
             _ ("Important"), _ ("Nothing was written down in these hours that the next shift must know."));
}

static void
show_everything (HearthTodayPage *self)
{
  g_autoptr (HearthQuery) residents = hearth_query_new (&hearth_resident_type);
  g_autofree char *date = NULL;
  gint64 everybody;

  g_free (self->day);
  self->day = hearth_clock_today (hearth_store_get_clock (self->store));
  date = hearth_words_day (self->day, "");
  gtk_label_set_text (self->date_label, date);
  everybody = count (self, residents);
  hearth_copy_note_update (self->copy_notice);
  hearth_copy_note_update (self->copy_line);
  show_drafts (self);
  gtk_widget_set_visible (self->empty_page, everybody == 0);
  gtk_widget_set_visible (self->columns, everybody != 0);
  gtk_widget_set_visible (self->actions, everybody != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers_label), FALSE);
  if (everybody == 0)
    return;
  show_numbers (self);
  show_feed (self, HEARTH_FEED_TODAY, NULL, self->todo_box,
             /* Translators: marks what should have been done before. */
             _ ("Late"), _ ("Nothing is waiting."));
  show_handover (self);
}

/* ---- Callbacks ---- */

static gboolean
reload_cb (gpointer user_data)
{
  HearthTodayPage *self = user_data;

  self->reload_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_everything (self);
  else
    self->stale = true;
  return G_SOURCE_REMOVE;
}

static void
schedule (HearthTodayPage *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_timeout_add (DEBOUNCE_MS, reload_cb, self);
}

static void
saved_cb (HearthTodayPage *self)
{
  schedule (self);
}

static void
drafts_changed_cb (HearthTodayPage *self)
{
  schedule (self);
}

/* A page that is left open over midnight. */
static gboolean
look_at_clock_cb (gpointer user_data)
{
  HearthTodayPage *self = user_data;
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  if (!g_str_equal (today, self->day))
    schedule (self);
  return G_SOURCE_CONTINUE;
}

static void
draft_continue_cb (HearthTodayPage *self, const HearthDraft *draft)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.continue-draft", "s", draft->id);
}

/* ---- Actions ---- */

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_begin_record (widget, HEARTH_TODAY_PAGE (widget)->store, &hearth_daily_log_type, NULL);
}

/* ---- Overrides ---- */

static void
hearth_today_page_map (GtkWidget *widget)
{
  HearthTodayPage *self = HEARTH_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (hearth_today_page_parent_class)->map (widget);
  if (self->stale)
    {
      self->stale = false;
      schedule (self);
    }
}

static void
hearth_today_page_dispose (GObject *object)
{
  HearthTodayPage *self = HEARTH_TODAY_PAGE (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_TODAY_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_today_page_parent_class)->dispose (object);
}

static void
hearth_today_page_finalize (GObject *object)
{
  HearthTodayPage *self = HEARTH_TODAY_PAGE (object);

  g_free (self->since);
  g_free (self->last_seen);
  g_free (self->day);

  G_OBJECT_CLASS (hearth_today_page_parent_class)->finalize (object);
}

static void
hearth_today_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINCE)
    g_value_set_string (value, HEARTH_TODAY_PAGE (object)->since);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_since (HearthTodayPage *self, const char *since)
{
  if (get_since_label (since) == NULL || (g_str_equal (since, LAST_SEEN) && self->last_seen == NULL) ||
      !g_set_str (&self->since, since))
    return;
  show_handover (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINCE]);
}

static void
hearth_today_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINCE)
    set_since (HEARTH_TODAY_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTH_TYPE_COPY_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, actions);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, admit_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, columns);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, copy_line);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, copy_notice);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, drafts_box);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, drafts_label);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, entry_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, handover_box);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, numbers_label);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, since_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTodayPage, todo_box);
}

static void
hearth_today_page_class_init (HearthTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_today_page_dispose;
  object_class->finalize = hearth_today_page_finalize;
  object_class->get_property = hearth_today_page_get_property;
  object_class->set_property = hearth_today_page_set_property;
  widget_class->map = hearth_today_page_map;

  properties[PROP_SINCE] =
    g_param_spec_string ("since", NULL, NULL, DEFAULT_HOURS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_property_action (widget_class, "page.since", "since");
}

static void
hearth_today_page_init (HearthTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->since = g_strdup (DEFAULT_HOURS);
  self->clock_source = g_timeout_add_seconds (CLOCK_LOOK_S, look_at_clock_cb, self);
}

/* ---- Set-up ---- */

static void
add_drafts (HearthTodayPage *self)
{
  HearthDraftList *drafts = hearth_draft_list_new (self->store, NULL, NULL, NULL);
  GtkWidget *rows = adw_bin_get_child (ADW_BIN (drafts));

  /* Here they stand in line with the other groups. */
  gtk_widget_set_margin_start (rows, 0);
  gtk_widget_set_margin_end (rows, 0);
  gtk_widget_set_margin_top (rows, 0);
  adw_clamp_set_maximum_size (ADW_CLAMP (rows), G_MAXINT);
  g_signal_connect_object (drafts, "continue", G_CALLBACK (draft_continue_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->drafts_box, GTK_WIDGET (drafts));
}

static void
make_since_menu (HearthTodayPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (periods[i].label), NULL);

      if (g_str_equal (periods[i].code, LAST_SEEN) && self->last_seen == NULL)
        continue;
      g_menu_item_set_action_and_target (item, "page.since", "s", periods[i].code);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->since_button, G_MENU_MODEL (menu));
}

static void
show_allowed (HearthTodayPage *self)
{
  HearthPolicy *policy = hearth_store_get_policy (self->store);
  bool writes = hearth_policy_may_write (policy, &hearth_daily_log_type, NULL, NULL);
  bool admits = hearth_policy_may_write (policy, &hearth_admission_type, NULL, NULL) &&
                hearth_policy_may_write (policy, &hearth_resident_type, NULL, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->new_button), writes);
  gtk_widget_set_visible (self->entry_button, writes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", writes);
  gtk_widget_set_visible (self->admit_button, admits);
  gtk_widget_set_visible (self->empty_button, admits);
}

HearthTodayPage *
hearth_today_page_new (HearthStore *store)
{
  HearthTodayPage *self = g_object_new (HEARTH_TYPE_TODAY_PAGE, NULL);

  self->store = g_object_ref (store);
  self->last_seen = hearth_store_dup_last_seen (store);
  add_drafts (self);
  make_since_menu (self);
  show_allowed (self);
  show_everything (self);
  g_signal_connect_object (store, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "keys-changed", G_CALLBACK (schedule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "drafts-changed", G_CALLBACK (drafts_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
hearth_today_page_set_copies (HearthTodayPage *self, HearthCopyNoticeFunc notice, HearthCopyLineFunc line)
{
  g_return_if_fail (HEARTH_IS_TODAY_PAGE (self));
  hearth_copy_note_show_notice (self->copy_notice, self->store, notice);
  hearth_copy_note_show_line (self->copy_line, self->store, line);
}
