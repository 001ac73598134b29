/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where everybody is: who is here, who is out and until when, who asks to go, who came to see somebody.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/whereabouts-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/whereabouts.h"
#include "views/begin.h"
#include "views/figure-strip.h"
#include "views/follow.h"
#include "views/leave-row.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/records-page.h"
#include "views/resident-words.h"

/* Who is late becomes so while nobody writes anything. */
#define SECONDS_BETWEEN_LOOKS 60
#define DAYS_AHEAD 7
#define DAYS_OF_VISITS 7
#define MOST_VISITS 10

struct _HearthWhereaboutsPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthResidentWords *alerts;
  char *shown; /* who is where, of what is on the page */
  guint timer;
};

G_DEFINE_FINAL_TYPE (HearthWhereaboutsPage, hearth_whereabouts_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Pieces ---- */

static bool
may_write (HearthWhereaboutsPage *self, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, NULL);
}

static void
add_headcount (HearthWhereaboutsPage *self, GPtrArray *whereabouts)
{
  const HearthHeadcount count = hearth_headcount (whereabouts);
  HearthFigureStrip *strip = hearth_figure_strip_new ();

  hearth_figure_strip_add (strip, count.expected, _ ("live here"), NULL);
  hearth_figure_strip_add (strip, count.present, _ ("in the house"), NULL);
  hearth_figure_strip_add (strip, count.away, _ ("away"), NULL);
  hearth_figure_strip_add (strip, count.late, _ ("not back yet"), "warning");
  hearth_figure_strip_add (strip, count.missing, _ ("missing"), "error");
  gtk_box_append (self->box, GTK_WIDGET (strip));
}

/* ---- Who is where ---- */

static GMenuModel *
make_menu (HearthWhereaboutsPage *self, const char *resident)
{
  const struct {
    const HearthRecordType *type;
    const char *label;
  } entries[] = {
    { &hearth_leave_type, _ ("_Leave…") },
    { &hearth_visit_type, _ ("_Visit or call…") },
    { &hearth_missing_episode_type, _ ("_Missing…") },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (entries[i].label, NULL);

      if (!may_write (self, entries[i].type))
        continue;
      g_menu_item_set_action_and_target (item, "page.begin", "(ss)", entries[i].type->name, resident);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Leave, visit, missing"));
  return button;
}

static void
add_menu (HearthWhereaboutsPage *self, AdwActionRow *row, const char *resident)
{
  g_autoptr (GMenuModel) menu = make_menu (self, resident);

  if (g_menu_model_get_n_items (menu) > 0)
    adw_action_row_add_suffix (row, make_menu_button (menu));
}

static GtkWidget *
make_row (HearthWhereaboutsPage *self, const HearthWhereabouts *whereabouts)
{
  GtkWidget *row;
  const char *id = hearth_record_get_id (whereabouts->resident);
  g_autofree char *name = hearth_record_dup_title (whereabouts->resident);
  g_autofree char *since =
    *whereabouts->since != '\0' ? hearth_instant_format (whereabouts->since) : g_strdup ("");
  g_autofree char *subtitle = NULL;

  if (*since != '\0')
    /* Translators: since a day and an hour */
    subtitle = g_strdup_printf (_ ("since %s"), since);
  /* Who is missing opens with what was written about that. */
  row =
    hearth_plain_row_new_for_record (name, subtitle != NULL ? subtitle : "",
                                     whereabouts->where == HEARTH_WHERE_MISSING && whereabouts->record != NULL
                                       ? hearth_record_get_id (whereabouts->record)
                                       : id);
  hearth_alert_mark_add (self->alerts, ADW_ACTION_ROW (row), id);
  add_menu (self, ADW_ACTION_ROW (row), id);
  return row;
}

static bool
is_leave (const HearthWhereabouts *whereabouts)
{
  return whereabouts->record != NULL &&
         hearth_record_get_record_type (whereabouts->record) == &hearth_leave_type;
}

/* Who went out may not come back, too. */
static GtkWidget *
make_leave_row (HearthWhereaboutsPage *self, const HearthWhereabouts *whereabouts)
{
  GtkWidget *row =
    hearth_leave_row_new (self->store, whereabouts->record, whereabouts->where == HEARTH_WHERE_LATE);

  add_menu (self, ADW_ACTION_ROW (row), hearth_record_get_id (whereabouts->resident));
  return row;
}

static void
add_places (HearthWhereaboutsPage *self, GPtrArray *whereabouts)
{
  static const HearthWhere places[] = { HEARTH_WHERE_MISSING,     HEARTH_WHERE_LATE,   HEARTH_WHERE_LEAVE,
                                        HEARTH_WHERE_APPOINTMENT, HEARTH_WHERE_SCHOOL, HEARTH_WHERE_HOSPITAL,
                                        HEARTH_WHERE_HERE };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AdwPreferencesGroup *group = NULL;

      for (guint j = 0; j < whereabouts->len; j++)
        {
          const HearthWhereabouts *one = g_ptr_array_index (whereabouts, j);

          if (one->where != places[i])
            continue;
          if (group == NULL)
            group = hearth_plain_page_add_group (self->box, hearth_where_get_label (places[i]), NULL);
          adw_preferences_group_add (group,
                                     is_leave (one) ? make_leave_row (self, one) : make_row (self, one));
        }
    }
}

/* ---- Leaves to come ---- */

static void
add_asked (HearthWhereaboutsPage *self)
{
  g_autoptr (GPtrArray) asked = hearth_leaves_list_asked (self->store, NULL);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      HearthRecord *leave = g_ptr_array_index (asked, i);

      if (!hearth_record_is_open (leave))
        continue;
      if (group == NULL)
        group = hearth_plain_page_add_group (self->box, _ ("Asked for"), NULL);
      adw_preferences_group_add (group, hearth_leave_row_new (self->store, leave, false));
    }
}

static void
add_agreed (HearthWhereaboutsPage *self)
{
  static const char *const agreed[] = { "agreed", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_leave_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_date_add_days (today, -1), *to = hearth_date_add_days (today, DAYS_AHEAD);
  g_autoptr (GListModel) leaves = NULL;
  AdwPreferencesGroup *group = NULL;

  hearth_query_set_filter (query, "decision", agreed);
  hearth_query_set_period (query, from, to);
  hearth_query_set_sort (query, "leaves_at", false);
  leaves = hearth_store_list (self->store, query, NULL);
  for (guint i = 0; leaves != NULL && i < g_list_model_get_n_items (leaves); i++)
    {
      g_autoptr (HearthRecord) leave = g_list_model_get_item (leaves, i);

      if (leave == NULL || !hearth_record_is_open (leave) || hearth_record_has (leave, "out_at"))
        continue;
      if (group == NULL)
        group = hearth_plain_page_add_group (self->box, _ ("Agreed, to come"), NULL);
      adw_preferences_group_add (group, hearth_leave_row_new (self->store, leave, false));
    }
}

/* ---- Visits and calls ---- */

static void
visits_clicked_cb (HearthWhereaboutsPage *self)
{
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self),
                                                                          ADW_TYPE_NAVIGATION_VIEW)),
                            ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, &hearth_visit_type,
                                                                          NULL)));
}

static void
add_visit (HearthWhereaboutsPage *self, AdwPreferencesGroup *group, HearthRecord *visit)
{
  g_autofree char *who = hearth_store_dup_link_title (self->store, hearth_record_get_resident (visit));
  g_autofree char *what = hearth_record_dup_title (visit);
  g_autofree char *at = hearth_instant_format (hearth_record_get (visit, "at"));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", what, at);

  adw_preferences_group_add (group,
                             hearth_plain_row_new_for_record (who, subtitle, hearth_record_get_id (visit)));
}

static void
add_visits (HearthWhereaboutsPage *self)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_visit_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_date_add_days (today, 1 - DAYS_OF_VISITS);
  g_autoptr (GListModel) visits = NULL;
  AdwPreferencesGroup *group;
  GtkWidget *button;

  hearth_query_set_period (query, from, NULL);
  visits = hearth_store_list (self->store, query, NULL);
  if (visits == NULL)
    return;
  group = hearth_plain_page_add_group (self->box, _ ("Visits and calls, last 7 days"), NULL);
  button = gtk_button_new_with_mnemonic (_ ("All _visits and calls"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (visits_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
  if (g_list_model_get_n_items (visits) == 0)
    adw_preferences_group_set_description (group, _ ("None was written down."));
  for (guint i = 0; i < MIN (g_list_model_get_n_items (visits), MOST_VISITS); i++)
    {
      g_autoptr (HearthRecord) visit = g_list_model_get_item (visits, i);

      if (visit != NULL && hearth_record_is_open (visit))
        add_visit (self, group, visit);
    }
}

/* ---- The whole ---- */

/* The day too, as what is to come and what lately was depend on it. */
static char *
summarise (HearthWhereaboutsPage *self, GPtrArray *whereabouts)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (GString) summary = g_string_new (today);

  for (guint i = 0; i < whereabouts->len; i++)
    {
      const HearthWhereabouts *one = g_ptr_array_index (whereabouts, i);

      g_string_append_printf (summary, " %s:%d", hearth_record_get_id (one->resident), one->where);
    }
  return g_string_free_and_steal (g_steal_pointer (&summary));
}

static void
fill (gpointer owner)
{
  HearthWhereaboutsPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whereabouts = hearth_whereabouts_list (self->store, NULL, &error);

  g_free (self->shown);
  self->shown = whereabouts != NULL ? summarise (self, whereabouts) : NULL;
  hearth_plain_page_empty (self->box);
  if (whereabouts == NULL)
    hearth_plain_page_add_error (self->box, error);
  else if (whereabouts->len == 0)
    hearth_plain_page_add_status (self->box, "go-home-symbolic", _ ("Nobody lives here yet"), NULL);
  if (whereabouts == NULL || whereabouts->len == 0)
    return;
  add_headcount (self, whereabouts);
  add_asked (self);
  add_agreed (self);
  add_places (self, whereabouts);
  add_visits (self);
}

/* A page that is made anew closes its menus and takes the keyboard away: only where the time has changed something. */
static gboolean
look_cb (gpointer user_data)
{
  HearthWhereaboutsPage *self = user_data;
  g_autoptr (GPtrArray) whereabouts = hearth_whereabouts_list (self->store, NULL, NULL);
  g_autofree char *now = whereabouts != NULL ? summarise (self, whereabouts) : NULL;

  if (g_strcmp0 (now, self->shown) != 0)
    fill (self);
  return G_SOURCE_CONTINUE;
}

/* ---- Actions ---- */

static void
begin (GtkWidget *widget, const HearthRecordType *type, const char *resident)
{
  hearth_begin_record (widget, HEARTH_WHEREABOUTS_PAGE (widget)->store, type, resident);
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (widget, &hearth_leave_type, NULL);
}

static void
new_visit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (widget, &hearth_visit_type, NULL);
}

static void
new_missing_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (widget, &hearth_missing_episode_type, NULL);
}

/* (type, resident) */
static void
begin_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const HearthRecordType *const types[] = { &hearth_leave_type, &hearth_visit_type,
                                            &hearth_missing_episode_type };
  const char *type, *resident;

  g_variant_get (parameter, "(&s&s)", &type, &resident);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i]->name, type))
      begin (widget, types[i], resident);
}

/* ---- Overrides ---- */

static void
hearth_whereabouts_page_map (GtkWidget *widget)
{
  HearthWhereaboutsPage *self = HEARTH_WHEREABOUTS_PAGE (widget);

  GTK_WIDGET_CLASS (hearth_whereabouts_page_parent_class)->map (widget);
  fill (self);
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
}

static void
hearth_whereabouts_page_unmap (GtkWidget *widget)
{
  HearthWhereaboutsPage *self = HEARTH_WHEREABOUTS_PAGE (widget);

  g_clear_handle_id (&self->timer, g_source_remove);
  GTK_WIDGET_CLASS (hearth_whereabouts_page_parent_class)->unmap (widget);
}

static void
hearth_whereabouts_page_dispose (GObject *object)
{
  HearthWhereaboutsPage *self = HEARTH_WHEREABOUTS_PAGE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->alerts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (hearth_whereabouts_page_parent_class)->dispose (object);
}

static void
hearth_whereabouts_page_class_init (HearthWhereaboutsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_whereabouts_page_dispose;
  widget_class->map = hearth_whereabouts_page_map;
  widget_class->unmap = hearth_whereabouts_page_unmap;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-visit", NULL, new_visit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-missing", NULL, new_missing_action_cb);
  gtk_widget_class_install_action (widget_class, "page.begin", "(ss)", begin_action_cb);
}

static void
hearth_whereabouts_page_init (HearthWhereaboutsPage *self)
{
}

static void
add_new_button (HearthWhereaboutsPage *self, AdwHeaderBar *bar)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Leave…"), "page.new");
  g_menu_append (menu, _ ("_Visit or call…"), "page.new-visit");
  g_menu_append (menu, _ ("Somebody is _missing…"), "page.new-missing");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Leave, visit, missing"));
  adw_header_bar_pack_start (bar, button);
  gtk_widget_set_visible (button, may_write (self, &hearth_leave_type));
}

/* ---- Public ---- */

HearthWhereaboutsPage *
hearth_whereabouts_page_new (HearthStore *store)
{
  HearthWhereaboutsPage *self = g_object_new (HEARTH_TYPE_WHEREABOUTS_PAGE, NULL);
  AdwHeaderBar *bar;

  self->store = g_object_ref (store);
  self->alerts = hearth_resident_words_new_alerts (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Whereabouts"), NULL, &bar);
  add_new_button (self, bar);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write (self, &hearth_leave_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-visit", may_write (self, &hearth_visit_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-missing",
                                 may_write (self, &hearth_missing_episode_type));
  hearth_follow (self, store, "saved", fill);
  hearth_follow (self, store, "reread", fill);
  return self;
}
