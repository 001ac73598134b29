/* SPDX-License-Identifier: GPL-3.0-or-later
 * What staff carry: one’s own entries, and for the director everybody’s months.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-load-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record.h"
#include "core/value.h"
#include "records/types.h"
#include "rules/staff-load.h"
#include "views/begin.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

/* So many months are shown, this one included. */
#define MONTHS 6
#define MINUTES_OF_HOUR 60

struct _HearthStaffLoadPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  char *from;  /* first day of the first month shown */
  char *today;
};

G_DEFINE_FINAL_TYPE (HearthStaffLoadPage, hearth_staff_load_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Words ---- */

static char *
describe_hours (unsigned int minutes)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_staff_load_type, "hours");
  char hours[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (hours, sizeof hours, "%.1f", minutes / (double) MINUTES_OF_HOUR);
  return hearth_value_format (field, hours);
}

static char *
describe_talks (const HearthStaffLoad *load)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", load->n_entries),
                          load->n_entries);
  if (load->n_taken > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%u talk taken", "%u talks taken", load->n_taken),
                              load->n_taken);
    }
  if (load->n_not_offered > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%u time nobody offered to talk",
                                           "%u times nobody offered to talk", load->n_not_offered),
                              load->n_not_offered);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* ---- Pieces ---- */

/* @stands_out: a talk that nobody offered */
static GtkWidget *
make_row (const char *title, const char *subtitle, const char *hours, bool stands_out)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle), *figure = gtk_label_new (hours);

  gtk_widget_add_css_class (figure, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), figure);
  if (stands_out)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("chat-message-new-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_widget_set_tooltip_text (icon, _ ("Somebody could offer to talk"));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  return row;
}

/* ---- One's own ---- */

static bool
is_mine (HearthStaffLoadPage *self, const char *account)
{
  HearthRecord *me = hearth_store_get_account (self->store);

  return me != NULL && g_str_equal (hearth_record_get_id (me), account);
}

static GtkWidget *
make_entry_row (HearthStaffLoadPage *self, HearthRecord *entry)
{
  g_autofree char *title = hearth_record_dup_title (entry);
  g_autofree char *day = hearth_date_format (hearth_record_get (entry, "date"));
  g_autofree char *talk =
    hearth_record_format (entry, hearth_record_type_lookup_field (&hearth_staff_load_type, "debrief"), "");
  g_autofree char *hours =
    hearth_record_format (entry, hearth_record_type_lookup_field (&hearth_staff_load_type, "hours"), "");
  /* Translators: a date, and whether somebody talked with a person after something hard */
  g_autofree char *words = g_strdup_printf (_ ("%s · talk afterwards: %s"), day, talk);
  GtkWidget *row = make_row (title, words, hours, false);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  hearth_plain_row_add_arrow (row);
  return row;
}

static char *
dup_own_sum (HearthStaffLoadPage *self, GPtrArray *loads)
{
  for (guint i = 0; i < loads->len; i++)
    {
      const HearthStaffLoad *load = g_ptr_array_index (loads, i);
      g_autofree char *hours = describe_hours (load->minutes);

      if (is_mine (self, load->account) && g_str_has_prefix (self->today, load->month))
        /* Translators: a number of hours */
        return g_strdup_printf (_ ("%s this month"), hours);
    }
  return g_strdup (_ ("Nothing this month"));
}

static void
add_own (HearthStaffLoadPage *self, GPtrArray *loads)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_staff_load_type);
  g_autoptr (GListModel) entries = NULL;
  g_autofree char *sum = dup_own_sum (self, loads);
  AdwPreferencesGroup *group;
  GtkWidget *button;

  hearth_query_set_period (query, self->from, NULL);
  entries = hearth_store_list (self->store, query, NULL);
  group = hearth_plain_page_add_group (self->box, _ ("Your own"),
                                       _ ("What stays with you after a hard day. You see it, and the "
                                          "director, so that somebody can "
                                          "look after you."));
  adw_preferences_group_add (group, make_row (sum, "", "", false));
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (entries, i);

      if (is_mine (self, hearth_record_get (entry, "created_by")) &&
          !g_str_equal (hearth_record_get (entry, "state"), HEARTH_STATE_IN_ERROR))
        adw_preferences_group_add (group, make_entry_row (self, entry));
    }
  button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("Write down what you carried…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  adw_preferences_group_add (group, button);
}

/* ---- Everybody's, for the director ---- */

static void
add_everybody (HearthStaffLoadPage *self, GPtrArray *loads)
{
  AdwPreferencesGroup *group = NULL;
  const char *month = "";

  for (guint i = 0; i < loads->len; i++)
    {
      const HearthStaffLoad *load = g_ptr_array_index (loads, i);
      g_autofree char *name = hearth_store_dup_link_title (self->store, load->account);
      g_autofree char *talks = describe_talks (load);
      g_autofree char *hours = describe_hours (load->minutes);

      if (!g_str_equal (load->month, month))
        {
          g_autofree char *title = hearth_date_format (load->month);

          group = hearth_plain_page_add_group (self->box, title, NULL);
          month = load->month;
        }
      adw_preferences_group_add (group, make_row (name, talks, hours, load->n_not_offered > 0));
    }
}

/* ---- Showing ---- */

static void
take_days (HearthStaffLoadPage *self)
{
  g_autofree char *first = NULL;

  g_free (self->today);
  g_free (self->from);
  self->today = hearth_clock_today (hearth_store_get_clock (self->store));
  first = g_strdup_printf ("%.8s01", self->today);
  self->from = hearth_date_add_months (first, 1 - MONTHS);
}

static void
show (gpointer owner)
{
  HearthStaffLoadPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) loads = NULL;

  take_days (self);
  loads = hearth_staff_load_list (self->store, self->from, self->today, &error);
  hearth_plain_page_empty (self->box);
  if (loads == NULL)
    {
      hearth_plain_page_add_error (self->box, error);
      return;
    }
  add_own (self, loads);
  if (hearth_staff_load_sees_all (self->store))
    add_everybody (self, loads);
}

static void
new_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hearth_begin_record (widget, HEARTH_STAFF_LOAD_PAGE (widget)->store, &hearth_staff_load_type, NULL);
}

/* ---- Overrides ---- */

/* What was written on a page above was not followed there. */
static void
hearth_staff_load_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_staff_load_page_parent_class)->map (widget);
}

static void
hearth_staff_load_page_dispose (GObject *object)
{
  HearthStaffLoadPage *self = HEARTH_STAFF_LOAD_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (hearth_staff_load_page_parent_class)->dispose (object);
}

static void
hearth_staff_load_page_class_init (HearthStaffLoadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_staff_load_page_dispose;
  widget_class->map = hearth_staff_load_page_map;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
}

static void
hearth_staff_load_page_init (HearthStaffLoadPage *self)
{
}

/* ---- Public ---- */

HearthStaffLoadPage *
hearth_staff_load_page_new (HearthStore *store)
{
  HearthStaffLoadPage *self = g_object_new (HEARTH_TYPE_STAFF_LOAD_PAGE, NULL);

  self->store = g_object_ref (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("What I carried"), NULL, NULL);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
