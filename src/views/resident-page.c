/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's file: who it is, what matters now, and the way to everything in it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-page.h"

#include <glib/gi18n-lib.h>

#include "records/registry.h"
#include "records/types.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/history-page.h"
#include "views/list-group.h"
#include "views/own-words.h"
#include "views/records-page.h"
#include "views/trend-group.h"
#include "widgets/alert-chips.h"
#include "widgets/timeline.h"

struct _HearthResidentPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwViewStack *stack;
  AdwWindowTitle *window_title;
  GtkMenuButton *new_button;
  GtkButton *edit_button;
  GtkLabel *name_label;
  GtkLabel *about_label;
  HearthAlertChips *alert_chips;
  GtkBox *first_column;
  GtkBox *second_column;
  GtkListBox *file_list;
  HearthTimeline *timeline;

  /* Borrowed */
  AdwBin *stay_bin;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GListModel *stays;
};

G_DEFINE_FINAL_TYPE (HearthResidentPage, hearth_resident_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Helpers ---- */

/* A list of the resident's records; NULL where this reader may see none. */
static GListModel *
list_records (HearthResidentPage *self,
              const HearthRecordType *type,
              const char *filter,
              const char *const *codes)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  GListModel *records;

  hearth_query_set_resident (query, hearth_record_get_id (self->resident));
  if (filter != NULL)
    hearth_query_set_filter (query, filter, codes);
  records = hearth_store_list (self->store, query, &error);
  if (records == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Part of a file cannot be listed: %s", error->message);
  return records;
}

static bool
may_read (HearthResidentPage *self, const HearthRecordType *type)
{
  return hearth_policy_may_read (hearth_store_get_policy (self->store), type, NULL,
                                 hearth_record_get_id (self->resident));
}

static bool
may_write (HearthResidentPage *self, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL,
                                  hearth_record_get_id (self->resident));
}

static void
push (HearthResidentPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static void
show_name (HearthResidentPage *self)
{
  g_autofree char *name = hearth_record_dup_title (self->resident);
  g_autofree char *subtitle = hearth_record_dup_subtitle (self->resident);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *age =
    hearth_record_format (self->resident, hearth_record_type_lookup_field (&hearth_resident_type, "age"),
                          today);
  g_autofree char *about = *age != '\0' ? g_strdup_printf ("%s · %s", subtitle, age) : g_strdup (subtitle);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->window_title, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->about_label, about);
}

static void
resident_notify_cb (HearthResidentPage *self)
{
  show_name (self);
}

static char *
describe_contact (HearthRecord *contact)
{
  g_autofree char *subtitle = hearth_record_dup_subtitle (contact);
  const char *phone = hearth_record_get (contact, "phone");
  const char *hours = hearth_record_get (contact, "call_hours");
  const char *say = hearth_record_get (contact, "say_we_are");
  GString *words = g_string_new (subtitle);

  if (*phone != '\0' && !hearth_record_is_yes (contact, "no_contact"))
    g_string_append_printf (words, " · %s", phone);
  if (*hours != '\0' && !hearth_record_is_yes (contact, "no_contact"))
    g_string_append_printf (words, " · %s", hours);
  if (*say != '\0' && !hearth_record_is_yes (contact, "no_contact"))
    {
      g_string_append_c (words, '\n');
      /* Translators: whom to say we are when somebody else answers the telephone */
      g_string_append_printf (words, _ ("Say we are: %s"), say);
    }
  return g_string_free (words, FALSE);
}

/* ---- Parts of the overview ---- */

static void
count_changed_cb (GListModel *records, guint position, guint removed, guint added, GtkLabel *count)
{
  unsigned int n = g_list_model_get_n_items (records);
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_text (count, text);
}

static void
add_file_row (HearthResidentPage *self, const HearthRecordType *type)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *count = gtk_label_new (NULL);
  g_autoptr (GListModel) records = list_records (self, type, NULL, NULL);

  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (type->label_plural));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", type->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.list");
  gtk_list_box_append (self->file_list, row);
  if (records == NULL)
    return;
  count_changed_cb (records, 0, 0, 0, GTK_LABEL (count));
  g_signal_connect_object (records, "items-changed", G_CALLBACK (count_changed_cb), count, 0);
  g_object_set_data_full (G_OBJECT (row), "records", g_object_ref (records), g_object_unref);
}

static void
add_file_rows (HearthResidentPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (types[i]->owner != HEARTH_OWNER_RESIDENT || !may_read (self, types[i]))
        continue;
      add_file_row (self, types[i]);
      if (!may_write (self, types[i]))
        continue;
      item = g_menu_item_new (_ (types[i]->label), NULL);
      g_menu_item_set_action_and_target (item, "page.new-record", "s", types[i]->name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->new_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
add_people (HearthResidentPage *self)
{
  static const char *const no_contact[] = { "yes", NULL };
  static const char *const safe[] = { "yes", "with_care", NULL };
  g_autoptr (GListModel) barred = list_records (self, &hearth_contact_type, "no_contact", no_contact);
  g_autoptr (GListModel) callable = list_records (self, &hearth_contact_type, "safe_to_call", safe);

  gtk_box_append (self->first_column,
                  GTK_WIDGET (hearth_list_group_new (_ ("Must not have contact"), barred, describe_contact)));
  gtk_box_append (self->first_column,
                  GTK_WIDGET (hearth_list_group_new (_ ("People to call"), callable, describe_contact)));
}

static void
show_stay (HearthResidentPage *self)
{
  g_autoptr (HearthRecord) stay = g_list_model_get_item (self->stays, 0);

  if (stay == NULL || hearth_record_has (stay, "end"))
    adw_bin_set_child (self->stay_bin, NULL);
  else
    adw_bin_set_child (self->stay_bin, GTK_WIDGET (hearth_facts_new (self->store, stay, _ ("Stay"))));
  gtk_widget_set_visible (GTK_WIDGET (self->stay_bin), adw_bin_get_child (self->stay_bin) != NULL);
}

static void
stays_changed_cb (HearthResidentPage *self)
{
  show_stay (self);
}

static void
add_stay (HearthResidentPage *self)
{
  self->stay_bin = ADW_BIN (adw_bin_new ());
  gtk_box_append (self->second_column, GTK_WIDGET (self->stay_bin));
  self->stays = list_records (self, &hearth_stay_type, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stay_bin), FALSE);
  if (self->stays == NULL)
    return;
  g_signal_connect_object (self->stays, "items-changed", G_CALLBACK (stays_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_stay (self);
}

static char *
dup_author (const char *account_id, gpointer user_data)
{
  return hearth_store_dup_link_title (user_data, account_id);
}

static void
fill_timeline (HearthResidentPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (GListModel) records = list_records (self, NULL, NULL, NULL);

  hearth_timeline_set_today (self->timeline, today);
  hearth_timeline_set_author_func (self->timeline, dup_author, g_object_ref (self->store), g_object_unref);
  hearth_timeline_set_empty_text (self->timeline, _ ("Nothing here yet"),
                                  _ ("What is written about this resident appears here, day by day."), NULL);
  hearth_timeline_set_model (self->timeline, records);
}

static gboolean
is_current_cb (gpointer item, gpointer user_data)
{
  const char *end = hearth_record_get (item, "end");
  const char *state = hearth_record_get (item, "state");

  return (*end == '\0' || strcmp (end, user_data) >= 0) && !g_str_equal (state, HEARTH_STATE_IN_ERROR);
}

static void
show_alerts (HearthResidentPage *self, GListModel *alerts)
{
  char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_current_cb, today, g_free));
  g_autoptr (GtkFilterListModel) current = NULL;

  current = gtk_filter_list_model_new (alerts != NULL ? g_object_ref (alerts) : NULL, filter);
  hearth_alert_chips_set_model (self->alert_chips, G_LIST_MODEL (current));
}

static void
fill_overview (HearthResidentPage *self)
{
  g_autoptr (GListModel) alerts = list_records (self, &hearth_alert_type, NULL, NULL);
  g_autoptr (GListModel) entries = list_records (self, &hearth_daily_log_type, NULL, NULL);

  show_alerts (self, alerts);
  add_file_rows (self);
  add_people (self);
  gtk_box_append (self->first_column, GTK_WIDGET (hearth_own_words_new (entries)));
  gtk_box_append (self->second_column, GTK_WIDGET (hearth_trend_group_new (self->store, self->resident)));
  add_stay (self);
  gtk_box_append (self->second_column, GTK_WIDGET (hearth_facts_new (self->store, self->resident, NULL)));
}

/* ---- Callbacks ---- */

static void
activate_record_cb (HearthResidentPage *self, HearthRecord *record)
{
  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, record)));
}

/* ---- Actions ---- */

static void
begin_new (HearthResidentPage *self, const HearthRecordType *type)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);

  hearth_record_set (record, "resident", hearth_record_get_id (self->resident));
  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, record)));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, self->resident)));
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->resident);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_new (HEARTH_RESIDENT_PAGE (widget), &hearth_daily_log_type);
}

/* Printing a file means choosing a report about it. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.report", "s",
                              hearth_record_get_id (HEARTH_RESIDENT_PAGE (widget)->resident));
}

static void
new_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != NULL);
  begin_new (HEARTH_RESIDENT_PAGE (widget), type);
}

static void
list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != NULL);
  push (self, ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, type,
                                                            hearth_record_get_id (self->resident))));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (HEARTH_RESIDENT_PAGE (widget)->stack,
                                         g_variant_get_string (parameter, NULL));
}

/* ---- Overrides ---- */

static void
hearth_resident_page_dispose (GObject *object)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RESIDENT_PAGE);
  g_clear_object (&self->stays);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_page_parent_class)->dispose (object);
}

static void
hearth_resident_page_class_init (HearthResidentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_resident_page_dispose;

  g_type_ensure (HEARTH_TYPE_ALERT_CHIPS);
  g_type_ensure (HEARTH_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/resident-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, alert_chips);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, file_list);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, first_column);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, second_column);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, activate_record_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.new-record", "s", new_record_action);
  gtk_widget_class_install_action (widget_class, "page.list", "s", list_action);
  gtk_widget_class_install_action (widget_class, "page.show", "s", show_action);
}

static void
hearth_resident_page_init (HearthResidentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* ---- Public ---- */

HearthResidentPage *
hearth_resident_page_new (HearthStore *store, HearthRecord *resident)
{
  HearthResidentPage *self = g_object_new (HEARTH_TYPE_RESIDENT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  g_signal_connect_object (resident, "notify", G_CALLBACK (resident_notify_cb), self, G_CONNECT_SWAPPED);
  show_name (self);
  fill_overview (self);
  fill_timeline (self);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button), may_write (self, &hearth_resident_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print",
                                 hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_PRINT));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write (self, &hearth_daily_log_type));
  return self;
}

HearthRecord *
hearth_resident_page_get_resident (HearthResidentPage *self)
{
  g_return_val_if_fail (HEARTH_IS_RESIDENT_PAGE (self), NULL);
  return self->resident;
}
