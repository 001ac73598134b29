/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's file: who it is, what matters now, and the way to everything in it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/registry.h"
#include "records/types.h"
#include "rules/admission.h"
#include "rules/emergency.h"
#include "views/area-page.h"
#include "views/attach.h"
#include "views/begin.h"
#include "views/editor-page.h"
#include "views/emergency-dialog.h"
#include "views/facts.h"
#include "views/file-kinds.h"
#include "views/file-page.h"
#include "views/file-readers-page.h"
#include "views/file-seen-page.h"
#include "views/file-view.h"
#include "views/follow.h"
#include "views/history-page.h"
#include "views/list-group.h"
#include "views/own-words.h"
#include "views/preference-card.h"
#include "views/outside.h"
#include "views/profile-view.h"
#include "views/record-kinds.h"
#include "views/records-page.h"
#include "views/report-page.h"
#include "views/resident-alerts.h"
#include "views/resident-areas.h"
#include "views/resident-file.h"
#include "views/resident-header.h"
#include "views/safety-card.h"
#include "views/trend-group.h"
#include "widgets/alert-chips.h"

/* How long before its end an order is spoken of. */
#define ORDER_DAYS 14

struct _HearthResidentPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwViewStack *stack;
  AdwWindowTitle *window_title;
  GtkMenuButton *new_button;
  AdwBanner *admission_banner;
  AdwBanner *order_banner;
  GtkBox *strip;
  GtkLabel *strip_label;
  HearthAlertChips *strip_chips;
  HearthResidentHeader *header;
  GtkBox *first_column;
  GtkBox *second_column;
  AdwBin *timeline_bin;
  AdwClamp *profile_clamp;
  AdwClamp *file_clamp;

  /* Borrowed */
  HearthResidentTimeline *timeline;
  AdwBin *stay_bin;
  GtkFilter *current_filter;
  GtkFilter *callable_filter;
  GtkFilter *here_filter;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GListModel *stays;      /* NULL where the reader may see none, as the next */
  GListModel *admissions;
  HearthRecord *stay;      /* the one that is shown, or NULL */
  HearthRecord *admission; /* the one that is to be completed, or NULL */
};

static void hearth_resident_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthResidentPage,
                               hearth_resident_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_resident_page_file_page_init))

/* ---- Helpers ---- */

static GListModel *
list_records (HearthResidentPage *self, const HearthRecordType *type)
{
  return hearth_resident_file_list (self->store, self->resident, type, NULL, NULL);
}

static bool
may_write (HearthResidentPage *self, const HearthRecordType *type)
{
  return hearth_resident_file_may_write (self->store, self->resident, type);
}

static char *
dup_today (HearthResidentPage *self)
{
  return hearth_clock_today (hearth_store_get_clock (self->store));
}

static void
push (HearthResidentPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static void
open_record (HearthResidentPage *self, HearthRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (record));
}

/* ---- Names ---- */

static void
show_name (gpointer owner)
{
  HearthResidentPage *self = owner;
  g_autofree char *name = hearth_record_dup_title (self->resident);
  const char *code = hearth_record_get (self->resident, "code");
  g_autofree char *both = g_strdup_printf ("%s · %s", name, code);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->window_title, name);
  adw_window_title_set_subtitle (self->window_title, code);
  gtk_label_set_label (self->strip_label, both);
}

/* ---- What has to be done about the file ---- */

/* The newest admission, if it is not complete. */
static HearthRecord *
find_open_admission (HearthResidentPage *self)
{
  g_autoptr (HearthRecord) newest =
    self->admissions != NULL ? g_list_model_get_item (self->admissions, 0) : NULL;

  return newest != NULL && !hearth_record_is_yes (newest, "complete") ? g_steal_pointer (&newest) : NULL;
}

static char *
describe_admission (HearthResidentPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthAdmission) admission = hearth_admission_load (self->store, self->admission, &error);
  g_autoptr (GPtrArray) missing = NULL;

  if (admission != NULL)
    missing = hearth_admission_list_missing (self->store, admission);
  else if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("An admission cannot be looked at: %s", error->message);
  if (missing == NULL || missing->len == 0)
    return g_strdup (_ ("The admission is not complete"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The admission is not complete: %u thing is left",
                                       "The admission is not complete: %u things are left", missing->len),
                          missing->len);
}

static void
show_admission (HearthResidentPage *self)
{
  g_autoptr (HearthRecord) admission = find_open_admission (self);
  g_autofree char *words = NULL;

  g_set_object (&self->admission, admission);
  if (admission != NULL)
    {
      words = describe_admission (self);
      adw_banner_set_title (self->admission_banner, words);
      adw_banner_set_button_label (self->admission_banner,
                                   may_write (self, &hearth_admission_type) ? _ ("Complete") : NULL);
    }
  adw_banner_set_revealed (self->admission_banner, admission != NULL);
}

/* "" while there is time enough. */
static char *
describe_order (HearthRecord *stay, const char *today)
{
  const char *expires = hearth_record_get (stay, "order_expires");
  g_autofree char *date = hearth_date_format (expires);
  int days = *expires != '\0' ? hearth_date_days_between (today, expires) : G_MAXINT;

  if (days > ORDER_DAYS)
    return g_strdup ("");
  if (days < 0)
    return g_strdup_printf (_ ("The order for this stay expired on %s"), date);
  if (days == 0)
    return g_strdup (_ ("The order for this stay expires today"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The order for this stay expires on %s, in %d day",
                                       "The order for this stay expires on %s, in %d days", (gulong) days),
                          date, days);
}

static void
show_stay (HearthResidentPage *self)
{
  g_autofree char *today = dup_today (self);
  g_autoptr (HearthRecord) stay = hearth_resident_file_find_stay (self->stays, today);
  g_autofree char *order = stay != NULL ? describe_order (stay, today) : g_strdup ("");

  adw_banner_set_title (self->order_banner, order);
  adw_banner_set_revealed (self->order_banner, *order != '\0');
  if (stay == self->stay)
    return;
  g_set_object (&self->stay, stay);
  adw_bin_set_child (self->stay_bin,
                     stay != NULL ? GTK_WIDGET (hearth_facts_new (self->store, stay, _ ("Stay"))) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stay_bin), stay != NULL);
}

static void
show_state (gpointer owner)
{
  show_admission (owner);
  show_stay (owner);
}

/* ---- The overview ---- */

static gboolean
is_callable_cb (gpointer item, gpointer user_data)
{
  return hearth_resident_file_may_be_called (item);
}

static gboolean
lives_here_cb (gpointer item, gpointer user_data)
{
  return hearth_record_has (item, "also_here") && !hearth_record_is_yes (item, "no_contact");
}

/* Brothers and sisters, and others whose own file is here. */
static void
add_others_here (HearthResidentPage *self, GListModel *contacts)
{
  g_autoptr (GtkFilterListModel) here = NULL;

  if (contacts == NULL)
    return;
  self->here_filter = GTK_FILTER (gtk_custom_filter_new (lives_here_cb, NULL, NULL));
  here = gtk_filter_list_model_new (g_object_ref (contacts), self->here_filter);
  gtk_box_append (self->first_column,
                  GTK_WIDGET (hearth_list_group_new_of_links (_ ("Lives here too"), G_LIST_MODEL (here),
                                                              hearth_resident_file_describe_contact,
                                                              "also_here")));
}

static void
add_people (HearthResidentPage *self)
{
  static const char *const yes[] = { "yes", NULL };
  g_autoptr (GListModel) contacts = list_records (self, &hearth_contact_type);
  g_autoptr (GListModel) barred = NULL;
  g_autoptr (GtkFilterListModel) callable = NULL;

  barred = hearth_resident_file_list (self->store, self->resident, &hearth_contact_type, "no_contact", yes);
  if (contacts != NULL)
    {
      self->callable_filter = GTK_FILTER (gtk_custom_filter_new (is_callable_cb, NULL, NULL));
      callable = gtk_filter_list_model_new (g_object_ref (contacts), self->callable_filter);
    }
  gtk_box_append (self->first_column,
                  GTK_WIDGET (hearth_list_group_new (_ ("Must not have contact"), barred,
                                                     hearth_resident_file_describe_contact)));
  gtk_box_append (self->first_column,
                  GTK_WIDGET (hearth_list_group_new (_ ("People to call"),
                                                     callable != NULL ? G_LIST_MODEL (callable) : NULL,
                                                     hearth_resident_file_describe_contact)));
  add_others_here (self, contacts);
}

static void
fill_overview (HearthResidentPage *self)
{
  g_autoptr (GListModel) entries = list_records (self, &hearth_daily_log_type);

  gtk_box_append (self->first_column, GTK_WIDGET (hearth_preference_card_new (self->store, self->resident)));
  gtk_box_append (self->first_column, GTK_WIDGET (hearth_safety_card_new (self->store, self->resident)));
  add_people (self);
  self->stay_bin = ADW_BIN (adw_bin_new ());
  gtk_box_append (self->second_column, GTK_WIDGET (hearth_resident_areas_new (self->store, self->resident)));
  gtk_box_append (self->second_column, GTK_WIDGET (hearth_own_words_new (entries)));
  gtk_box_append (self->second_column, GTK_WIDGET (hearth_trend_group_new (self->store, self->resident)));
  gtk_box_append (self->second_column, GTK_WIDGET (self->stay_bin));
}

/* ---- The menu of what can be added ---- */

static GMenuItem *
make_new_item (HearthResidentPage *self, const HearthRecordType *type)
{
  GMenuItem *item = g_menu_item_new (_ (type->label), NULL);

  /* Taking somebody in again is more than one record. */
  if (type == &hearth_admission_type)
    g_menu_item_set_action_and_target (item, "win.admit", "s", hearth_record_get_id (self->resident));
  else
    g_menu_item_set_action_and_target (item, "page.new-record", "s", type->name);
  return item;
}

static void
fill_new_menu (HearthResidentPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), section = g_menu_new (), files = g_menu_new ();
  unsigned int n_kinds;
  const HearthFileKind *kinds = hearth_file_kinds_get (&n_kinds);

  for (unsigned int i = 0; i < n_kinds; i++)
    {
      if (kinds[i].heading != NULL && g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
      if (!hearth_record_kind_get (kinds[i].type)->made_elsewhere && may_write (self, kinds[i].type))
        {
          g_autoptr (GMenuItem) item = make_new_item (self, kinds[i].type);

          g_menu_append_item (section, item);
        }
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (may_write (self, &hearth_document_type))
    g_menu_append (files, _ ("Add _files…"), "page.add-files");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  gtk_menu_button_set_menu_model (self->new_button, G_MENU_MODEL (menu));
  /* The section of files is always there. */
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 1);
}

/* ---- Callbacks ---- */

static void
activate_record_cb (HearthResidentPage *self, HearthRecord *record)
{
  open_record (self, record);
}

static void
first_entry_cb (HearthResidentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.new", NULL);
}

static void
admission_clicked_cb (HearthResidentPage *self)
{
  if (self->admission != NULL)
    open_record (self, self->admission);
}

static void
order_clicked_cb (HearthResidentPage *self)
{
  if (self->stay != NULL)
    open_record (self, self->stay);
}

static void
view_changed_cb (HearthResidentPage *self)
{
  /* The overview says it all itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->strip),
                          g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "overview") != 0);
}

static gboolean
files_dropped_cb (GtkWidget *widget, GListModel *files, gpointer user_data)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  if (!may_write (self, &hearth_document_type))
    return FALSE;
  hearth_attach_add_documents (widget, self->store, hearth_record_get_id (self->resident), files);
  return TRUE;
}

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthResidentPage) self = user_data;
  g_autoptr (GListModel) files =
    gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  /* The house may have been locked meanwhile. */
  if (files != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    files_dropped_cb (GTK_WIDGET (self), files, NULL);
}

/* ---- Actions ---- */

static void
begin_new (HearthResidentPage *self, const HearthRecordType *type)
{
  hearth_begin_record (GTK_WIDGET (self), self->store, type, hearth_record_get_id (self->resident));
}

static void
add_files_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) outside = hearth_outside_begin (widget);

  gtk_file_dialog_set_title (dialog, _ ("Add files"));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), outside, files_chosen_cb,
                                 g_object_ref (widget));
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, self->resident)));
}

static void
edit_field_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);
  HearthEditorPage *page = hearth_editor_page_new (self->store, self->resident);

  hearth_editor_page_begin_at (page, g_variant_get_string (parameter, NULL));
  push (self, ADW_NAVIGATION_PAGE (page));
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->resident);
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_new (HEARTH_RESIDENT_PAGE (widget), &hearth_daily_log_type);
}

/* Printing a file means choosing a report about it. */
static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.report", "s",
                              hearth_record_get_id (HEARTH_RESIDENT_PAGE (widget)->resident));
}

static void
print_kind_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->resident, g_variant_get_string (parameter, NULL));
}

static void
new_record_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != NULL);
  begin_new (HEARTH_RESIDENT_PAGE (widget), type);
}

static void
list_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);
  const HearthRecordType *type = hearth_records_lookup_type (g_variant_get_string (parameter, NULL));

  g_return_if_fail (type != NULL);
  push (self, ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, type,
                                                            hearth_record_get_id (self->resident))));
}

static void
show_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (HEARTH_RESIDENT_PAGE (widget)->stack,
                                         g_variant_get_string (parameter, NULL));
}

static void
area_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);
  const HearthArea *area = hearth_area_look_up (g_variant_get_string (parameter, NULL));

  g_return_if_fail (area != NULL);
  hearth_area_page_open (widget, self->store, area, self->resident);
}

/* Looking for something in a file is looking through its timeline. */
static void
find_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->stack, "timeline");
  hearth_timeline_filter_start_search (hearth_resident_timeline_get_filter (self->timeline));
}

static void
readers_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_file_readers_page_new (self->store,
                                                                 hearth_record_get_id (self->resident))));
}

static void
seen_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  push (self,
        ADW_NAVIGATION_PAGE (hearth_file_seen_page_new (self->store, hearth_record_get_id (self->resident))));
}

static void
open_emergency_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  hearth_emergency_dialog_present (widget, self->store, hearth_record_get_id (self->resident));
}

/* ---- Overrides ---- */

/* At the same of its views. */
static AdwNavigationPage *
hearth_resident_page_renew (HearthFilePage *page)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (page);
  g_autoptr (HearthRecord) resident =
    hearth_store_load (self->store, hearth_record_get_id (self->resident), NULL);
  AdwNavigationPage *renewed =
    resident != NULL ? hearth_record_kind_make_page (self->store, resident, NULL) : NULL;

  if (HEARTH_IS_RESIDENT_PAGE (renewed))
    adw_view_stack_set_visible_child_name (HEARTH_RESIDENT_PAGE (renewed)->stack,
                                           adw_view_stack_get_visible_child_name (self->stack));
  return renewed;
}

static void
hearth_resident_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_resident_page_renew;
}

/* What was changed on another page need not have moved in its list. */
static void
hearth_resident_page_map (GtkWidget *widget)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (widget);

  show_state (self);
  if (self->current_filter != NULL)
    gtk_filter_changed (self->current_filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->callable_filter != NULL)
    gtk_filter_changed (self->callable_filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->here_filter != NULL)
    gtk_filter_changed (self->here_filter, GTK_FILTER_CHANGE_DIFFERENT);
  GTK_WIDGET_CLASS (hearth_resident_page_parent_class)->map (widget);
}

static void
hearth_resident_page_dispose (GObject *object)
{
  HearthResidentPage *self = HEARTH_RESIDENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RESIDENT_PAGE);
  g_clear_object (&self->admission);
  g_clear_object (&self->stay);
  g_clear_object (&self->admissions);
  g_clear_object (&self->stays);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.add-files", NULL, add_files_action_cb);
  gtk_widget_class_install_action (widget_class, "page.area", "s", area_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-field", "s", edit_field_action_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.list", "s", list_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-record", "s", new_record_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print-kind", "s", print_kind_action_cb);
  gtk_widget_class_install_action (widget_class, "page.open-emergency", NULL, open_emergency_action_cb);
  gtk_widget_class_install_action (widget_class, "page.readers", NULL, readers_action_cb);
  gtk_widget_class_install_action (widget_class, "page.seen", NULL, seen_action_cb);
  gtk_widget_class_install_action (widget_class, "page.show", "s", show_action_cb);
}

static void
hearth_resident_page_class_init (HearthResidentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_resident_page_dispose;
  widget_class->map = hearth_resident_page_map;

  g_type_ensure (HEARTH_TYPE_ALERT_CHIPS);
  g_type_ensure (HEARTH_TYPE_RESIDENT_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/resident-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, admission_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, file_clamp);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, first_column);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, header);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, order_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, profile_clamp);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, second_column);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, strip);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, strip_chips);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, strip_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentPage, window_title);
  gtk_widget_class_bind_template_callback (widget_class, activate_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, admission_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  install_actions (widget_class);
}

static void
hearth_resident_page_init (HearthResidentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_views (HearthResidentPage *self)
{
  g_autoptr (GListModel) alerts =
    hearth_resident_alerts_new (self->store, self->resident, &self->current_filter);
  g_autoptr (GListModel) high = alerts != NULL ? hearth_resident_alerts_new_high (alerts) : NULL;

  /* All of them in the header; the high ones go with the reader to every view. */
  hearth_alert_chips_set_model (self->strip_chips, high);

  hearth_resident_header_set_resident (self->header, self->store, self->resident, self->stays, alerts);
  fill_overview (self);
  self->timeline = hearth_resident_timeline_new (self->store, self->resident);
  g_signal_connect_object (self->timeline, "activate-record", G_CALLBACK (activate_record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "empty-action", G_CALLBACK (first_entry_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
  adw_clamp_set_child (self->profile_clamp,
                       GTK_WIDGET (hearth_profile_view_new (self->store, self->resident)));
  adw_clamp_set_child (self->file_clamp, GTK_WIDGET (hearth_file_view_new (self->store, self->resident)));
  fill_new_menu (self);
  hearth_attach_accept_drops (GTK_WIDGET (self), files_dropped_cb, NULL);
}

static void
enable_actions (HearthResidentPage *self)
{
  bool may_print = hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_PRINT);
  bool may_edit = may_write (self, &hearth_resident_type);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-files",
                                 may_write (self, &hearth_document_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit-field", may_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write (self, &hearth_daily_log_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open-emergency",
                                 hearth_emergency_is_offered (self->store,
                                                              hearth_record_get_id (self->resident)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.readers",
                                 hearth_resident_file_may_read (self->store, self->resident,
                                                                &hearth_file_limit_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.seen",
                                 hearth_policy_may_do (hearth_store_get_policy (self->store),
                                                       HEARTH_ACTION_READ_AUDIT));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", may_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-kind", may_print);
}

/* ---- Public ---- */

HearthResidentPage *
hearth_resident_page_new (HearthStore *store, HearthRecord *resident)
{
  HearthResidentPage *self = g_object_new (HEARTH_TYPE_RESIDENT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  self->stays = list_records (self, &hearth_stay_type);
  self->admissions = list_records (self, &hearth_admission_type);
  fill_views (self);
  enable_actions (self);
  hearth_follow (self, resident, "notify", show_name);
  hearth_follow (self, resident, "notify", show_state);
  if (self->stays != NULL)
    hearth_follow (self, self->stays, "items-changed", show_state);
  if (self->admissions != NULL)
    hearth_follow (self, self->admissions, "items-changed", show_state);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_id (resident));
  show_name (self);
  show_state (self);
  return self;
}

HearthRecord *
hearth_resident_page_get_resident (HearthResidentPage *self)
{
  g_return_val_if_fail (HEARTH_IS_RESIDENT_PAGE (self), NULL);
  return self->resident;
}

HearthResidentTimeline *
hearth_resident_page_get_timeline (HearthResidentPage *self)
{
  g_return_val_if_fail (HEARTH_IS_RESIDENT_PAGE (self), NULL);
  return self->timeline;
}
