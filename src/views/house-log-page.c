/* SPDX-License-Identifier: GPL-3.0-or-later
 * The house in one shift: who is here and who is not, the house log, and what happened to several.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/house-log-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/whereabouts.h"
#include "views/draft-keeper.h"
#include "views/editor-fields.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/tell.h"
#include "widgets/record-form.h"

struct _HearthHouseLogPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwPreferencesGroup *count_group;
  GtkListBox *count_list;
  AdwPreferencesGroup *log_group;
  GtkBox *log_box;
  GtkButton *log_button;
  AdwPreferencesGroup *quick_group;
  HearthRecordForm *quick_form; /* NULL where no events may be added */
  GtkListBox *event_list;
  GtkLabel *no_events;

  /* Owned */
  HearthStore *store;
  HearthShift *shift;
  HearthDraftKeeper *keeper; /* of the quick form; NULL without one */
};

G_DEFINE_FINAL_TYPE (HearthHouseLogPage, hearth_house_log_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Headcount ---- */

static bool
is_grave (HearthWhere where)
{
  return where == HEARTH_WHERE_LATE || where == HEARTH_WHERE_MISSING;
}

static void
add_absent (HearthHouseLogPage *self, const HearthWhereabouts *whereabouts)
{
  const char *where = hearth_where_get_label (whereabouts->where);
  g_autofree char *back = hearth_instant_format (whereabouts->due_back);
  /* Translators: where somebody is, and a day and time */
  g_autofree char *words =
    *back != '\0' ? g_strdup_printf (_ ("%s · back %s"), where, back) : g_strdup (where);
  GtkWidget *row =
    hearth_plain_row_new_for_record (hearth_record_get (whereabouts->resident, "name_used"), words,
                                     hearth_record_get_id (whereabouts->record != NULL
                                                             ? whereabouts->record
                                                             : whereabouts->resident));

  if (is_grave (whereabouts->where))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, where, -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (self->count_list, row);
}

/* "24 live here: 20 in the house, 3 away, 1 missing" */
static char *
describe_count (const HearthHeadcount *count)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words,
                          g_dngettext (GETTEXT_PACKAGE, "%u resident: %u in the house",
                                       "%u residents: %u in the house", count->expected),
                          count->expected, count->present);
  if (count->away > 0)
    g_string_append_printf (words, _ (", %u away"), count->away);
  if (count->late > 0)
    g_string_append_printf (words, _ (", of them %u late"), count->late);
  if (count->missing > 0)
    g_string_append_printf (words, _ (", %u missing"), count->missing);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* What was counted and what is known otherwise are two things; where they differ, somebody should look. */
static void
add_difference (HearthHouseLogPage *self, HearthRecord *log, const HearthHeadcount *count)
{
  gint64 written = hearth_record_get_integer (log, "present", -1);
  g_autofree char *words = NULL;
  GtkWidget *row, *icon;

  if (written < 0 || written == (gint64) count->present)
    return;
  words = g_strdup_printf (_ ("Counted in the house log: %d. By leaves, visits and entries: %u."),
                           (int) written, count->present);
  row = hearth_plain_row_new (_ ("The numbers differ"), words);
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_prepend (self->count_list, row);
}

static void
show_count (HearthHouseLogPage *self, HearthRecord *log)
{
  g_autofree char *stamp = hearth_clock_stamp (hearth_store_get_clock (self->store));
  bool now = hearth_shift_holds (self->shift, stamp);
  g_autoptr (GPtrArray) whereabouts =
    hearth_whereabouts_list (self->store, now ? NULL : self->shift->end, NULL);
  HearthHeadcount count;
  g_autofree char *words = NULL;

  gtk_list_box_remove_all (self->count_list);
  gtk_widget_set_visible (GTK_WIDGET (self->count_group), whereabouts != NULL);
  if (whereabouts == NULL)
    return;
  count = hearth_headcount (whereabouts);
  words = describe_count (&count);
  adw_preferences_group_set_title (self->count_group,
                                   now ? _ ("Headcount now") : _ ("Headcount at the end of the shift"));
  adw_preferences_group_set_description (self->count_group, words);
  for (guint i = 0; i < whereabouts->len; i++)
    {
      const HearthWhereabouts *one = g_ptr_array_index (whereabouts, i);

      if (one->where != HEARTH_WHERE_HERE)
        add_absent (self, one);
    }
  if (log != NULL)
    add_difference (self, log, &count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_list),
                          gtk_list_box_get_row_at_index (self->count_list, 0) != NULL);
}

/* ---- House log ---- */

static char *
describe_state (HearthHouseLogPage *self, HearthRecord *log)
{
  g_autofree char *person = NULL;
  g_autofree char *time = NULL;

  if (hearth_record_get_revision (log) == 0)
    return g_strdup (_ ("Not written yet. The headcount is filled in for you; please count for yourself."));
  person = hearth_store_dup_link_title (self->store, hearth_record_get (log, "changed_by"));
  time = hearth_instant_format (hearth_record_get (log, "changed_at"));
  if (hearth_record_is_open (log))
    return g_strdup_printf (_ ("Written by %s, %s"), person, time);
  return g_strdup_printf (_ ("Signed by %s, %s"), person, time);
}

static void
show_log (HearthHouseLogPage *self, HearthRecord *log)
{
  bool is_new = hearth_record_get_revision (log) == 0;
  bool may_write =
    hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_house_log_type, NULL, NULL);
  g_autofree char *words = describe_state (self, log);

  hearth_plain_page_describe_group (self->log_group, words);
  gtk_button_set_label (self->log_button, is_new                        ? _ ("Write the house log")
                                          : hearth_record_is_open (log) ? _ ("Go on writing")
                                                                        : _ ("Open"));
  gtk_widget_set_visible (GTK_WIDGET (self->log_button), may_write || !is_new);
  hearth_plain_page_empty (self->log_box);
  if (!is_new)
    gtk_box_append (self->log_box, GTK_WIDGET (hearth_facts_new (self->store, log, NULL)));
}

/* ---- Events ---- */

static char *
describe_people (HearthHouseLogPage *self, HearthRecord *event)
{
  g_auto (GStrv) ids = g_strsplit (hearth_record_get (event, "residents"), " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (char **id = ids; *id != NULL && **id != '\0'; id++)
    {
      g_autofree char *name = hearth_store_dup_link_title (self->store, *id);

      g_string_append_printf (words, "%s\u2068%s\u2069", words->len > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static void
add_event (HearthHouseLogPage *self, HearthRecord *event)
{
  const HearthField *kind = hearth_record_type_lookup_field (&hearth_house_event_type, "kind");
  g_autofree char *title = hearth_record_dup_title (event);
  g_autofree char *time = hearth_instant_format (hearth_record_get (event, "occurred_at"));
  g_autofree char *what = hearth_record_format (event, kind, "");
  g_autofree char *people = describe_people (self, event);
  g_autofree char *words = *people != '\0' ? g_strdup_printf ("%s · %s · %s", time, what, people)
                                           : g_strdup_printf ("%s · %s", time, what);
  GtkWidget *row = hearth_plain_row_new_for_record (title, words, hearth_record_get_id (event));

  if (!hearth_record_is_open (event))
    {
      GtkWidget *lock = gtk_image_new_from_icon_name ("system-lock-screen-symbolic");

      gtk_widget_add_css_class (lock, "dimmed");
      gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Signed"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
    }
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (self->event_list, row);
}

static void
show_events (HearthHouseLogPage *self)
{
  g_autoptr (GPtrArray) events = hearth_shift_list_events (self->store, self->shift, NULL);

  gtk_list_box_remove_all (self->event_list);
  for (guint i = 0; events != NULL && i < events->len; i++)
    add_event (self, g_ptr_array_index (events, i));
  gtk_widget_set_visible (GTK_WIDGET (self->event_list), events != NULL && events->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_events), events == NULL || events->len == 0);
}

static void
show (gpointer owner)
{
  HearthHouseLogPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) log = hearth_shift_begin_house_log (self->store, self->shift, &error);

  show_count (self, log != NULL && hearth_record_get_revision (log) > 0 ? log : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->log_group), log != NULL);
  if (log != NULL)
    show_log (self, log);
  show_events (self);
}

/* ---- Quick entry ---- */

static GHashTable *
dup_typed (AdwNavigationPage *page)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (page);
  GHashTable *values;

  if (!hearth_record_form_get_changed (self->quick_form))
    return NULL;
  values = hearth_record_form_dup_values (self->quick_form);
  hearth_editor_fields_add_begun (hearth_record_form_get_record (self->quick_form), values);
  return values;
}

static void
edited_cb (HearthHouseLogPage *self)
{
  hearth_draft_keeper_touch (self->keeper);
}

/* What is typed and not added is kept as any other form's. */
static void
make_keeper (HearthHouseLogPage *self)
{
  g_clear_object (&self->keeper);
  self->keeper = hearth_draft_keeper_new (self->store, ADW_NAVIGATION_PAGE (self), dup_typed,
                                          hearth_draft_new (&hearth_house_event_type));
  hearth_draft_keeper_watch (self->keeper);
}

static void
make_quick_form (HearthHouseLogPage *self)
{
  static const char *const fields[] = { "text", "kind", "residents", NULL };
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (HearthRecord) event = hearth_shift_new_event (self->store, self->shift);

  self->quick_form = hearth_record_form_new_rows (event, today, fields, self->quick_group);
  hearth_record_form_set_optional (self->quick_form, true);
  hearth_editor_fields_set_up (self->quick_form, self->store, event, NULL);
  g_signal_connect_object (self->quick_form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  make_keeper (self);
}

/* A form for the next event; the one before it is saved. */
static void
renew_quick_form (HearthHouseLogPage *self)
{
  g_autoptr (HearthRecord) event = hearth_shift_new_event (self->store, self->shift);

  hearth_record_assign (hearth_record_form_get_record (self->quick_form), event);
  hearth_record_form_revert (self->quick_form);
  hearth_draft_keeper_finish (self->keeper);
  make_keeper (self);
}

static void
add_clicked_cb (HearthHouseLogPage *self)
{
  HearthRecord *event = hearth_record_form_get_record (self->quick_form);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) copy = NULL;

  hearth_record_form_set_optional (self->quick_form, false);
  if (!hearth_record_form_commit (self->quick_form, NULL))
    return;
  copy = hearth_record_copy (event);
  if (!hearth_store_save (self->store, copy, NULL, &problems, &error))
    {
      if (problems != NULL && problems->len > 0)
        hearth_record_form_show_problems (self->quick_form, problems);
      else
        hearth_tell_error (GTK_WIDGET (self), _ ("Not saved yet"), error);
      return;
    }
  hearth_record_form_set_optional (self->quick_form, true);
  renew_quick_form (self);
  hearth_record_form_focus_field (self->quick_form, "text");
}

/* ---- Actions ---- */

static void
edit_log_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) log = hearth_shift_begin_house_log (self->store, self->shift, &error);

  if (log == NULL)
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
  else
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, log)));
}

static void
keep_draft_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (widget);

  if (self->keeper != NULL)
    hearth_draft_keeper_keep (self->keeper);
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (widget);

  hearth_house_log_begin_event (widget, self->store, self->shift);
}

/* ---- Overrides ---- */

static void
hearth_house_log_page_showing (AdwNavigationPage *page)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (page);

  if (self->keeper != NULL)
    hearth_draft_keeper_watch (self->keeper);
}

static void
hearth_house_log_page_dispose (GObject *object)
{
  HearthHouseLogPage *self = HEARTH_HOUSE_LOG_PAGE (object);

  g_clear_object (&self->keeper);
  g_clear_pointer (&self->shift, hearth_shift_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_house_log_page_parent_class)->dispose (object);
}

static void
hearth_house_log_page_class_init (HearthHouseLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_house_log_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = hearth_house_log_page_showing;
  gtk_widget_class_install_action (widget_class, "page.keep-draft", NULL, keep_draft_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-log", NULL, edit_log_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
}

static void
hearth_house_log_page_init (HearthHouseLogPage *self)
{
}

static void
make_log_group (HearthHouseLogPage *self, GtkBox *column)
{
  GtkWidget *button = gtk_button_new ();

  self->log_group = hearth_plain_page_add_group (column, _ ("House log"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit-log");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  self->log_button = GTK_BUTTON (button);
  adw_preferences_group_set_header_suffix (self->log_group, button);
  self->log_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_preferences_group_add (self->log_group, GTK_WIDGET (self->log_box));
}

static void
make_events (HearthHouseLogPage *self, GtkBox *column)
{
  AdwPreferencesGroup *group = hearth_plain_page_add_group (column, _ ("Events of this shift"), NULL);
  GtkWidget *label =
    gtk_label_new (_ ("Nothing is written down yet. An event shows in the file of each resident it names."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  self->no_events = GTK_LABEL (label);
  self->event_list = hearth_plain_page_add_list (group, _ ("Events of this shift"));
  adw_preferences_group_add (group, label);
}

static void
make_quick_entry (HearthHouseLogPage *self, GtkBox *column)
{
  GtkWidget *button;

  if (!hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_house_event_type, NULL, NULL))
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", FALSE);
      return;
    }
  self->quick_group = hearth_plain_page_add_group (column, _ ("One more event"), NULL);
  button = gtk_button_new_with_mnemonic (_ ("_Add"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->quick_group, button);
  make_quick_form (self);
  gtk_box_append (column, GTK_WIDGET (self->quick_form));
}

/* ---- Public ---- */

HearthHouseLogPage *
hearth_house_log_page_new (HearthStore *store, const HearthShift *shift)
{
  HearthHouseLogPage *self = g_object_new (HEARTH_TYPE_HOUSE_LOG_PAGE, NULL);
  g_autofree char *title = hearth_shift_dup_title (shift);
  GtkBox *column = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("House log"), title, NULL);

  self->store = g_object_ref (store);
  self->shift = hearth_shift_new (store, shift->date, shift->code);
  self->count_group = hearth_plain_page_add_group (column, _ ("Headcount now"), NULL);
  self->count_list = hearth_plain_page_add_list (self->count_group, _ ("Who is not in the house"));
  make_log_group (self, column);
  make_events (self, column);
  make_quick_entry (self, column);
  show (self);
  hearth_follow (self, store, "saved", show);
  return self;
}

void
hearth_house_log_begin_event (GtkWidget *near, HearthStore *store, const HearthShift *shift)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) event = hearth_shift_new_event (store, shift);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, event)));
}
