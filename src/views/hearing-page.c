/* SPDX-License-Identifier: GPL-3.0-or-later
 * A hearing: when and where, getting ready for it, how the day was, and what came of it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hearing-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "report/report-kind.h"
#include "rules/court.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/hearing-parts.h"
#include "views/hearing-steps.h"
#include "views/history-page.h"
#include "views/legal-records.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/report-page.h"
#include "views/tell.h"
#include "views/undo.h"

typedef void (*AddFunc) (GtkBox *box, HearthStore *store, HearthRecord *hearing);

/* What stands above the steps of getting ready and below them, while the hearing is to come and once it is over. */
static const AddFunc above_before[] = { hearth_hearing_add_lamps, NULL },
                     below_before[] = { hearth_hearing_add_measures, hearth_hearing_add_day,
                                        hearth_hearing_add_report, hearth_hearing_add_after, NULL },
                     above_after[] = { hearth_hearing_add_after, NULL },
                     below_after[] = { hearth_hearing_add_measures, hearth_hearing_add_day,
                                       hearth_hearing_add_report, NULL };

static const char *const kinds[] = { "court-preparation", "day-card" };

struct _HearthHearingPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  AdwHeaderBar *bar;
  GtkLabel *when_label;
  GtkLabel *about_label;
  GtkLabel *state_label;
  GtkBox *case_box;
  GtkBox *above;
  GtkBox *below;

  /* Owned */
  HearthStore *store;
  HearthRecord *hearing;
};

static void hearth_hearing_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthHearingPage,
                               hearth_hearing_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_hearing_page_file_page_init))

/* ---- Helpers ---- */

static bool
may_write (HearthHearingPage *self, const HearthRecordType *type)
{
  return hearth_legal_may_write (self->store, type, hearth_record_get_resident (self->hearing));
}

static bool
may_edit (HearthHearingPage *self)
{
  return hearth_record_is_open (self->hearing) && may_write (self, &hearth_hearing_type);
}

/* A new record of @type for the same resident and case, at this hearing where @type has that field. */
static HearthRecord *
begin (HearthHearingPage *self, const HearthRecordType *type)
{
  HearthRecord *record = hearth_legal_new (type, hearth_record_get_resident (self->hearing));

  hearth_record_set (record, "legal_case", hearth_record_get (self->hearing, "legal_case"));
  if (hearth_record_type_lookup_field (type, "hearing") != NULL)
    hearth_record_set (record, "hearing", hearth_record_get_id (self->hearing));
  return record;
}

/* ---- Showing ---- */

/* "In 12 days · To give evidence · District court, room 2 · In person" */
static char *
describe (HearthHearingPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *date = hearth_record_dup_event_date (self->hearing);
  g_autofree char *distance = hearth_legal_dup_distance (date, today);
  g_autofree char *kind = hearth_legal_dup_words (self->hearing, "kind");
  g_autofree char *attend = hearth_legal_dup_words (self->hearing, "attend");

  return hearth_legal_join (distance, kind, hearth_record_get (self->hearing, "court"),
                            hearth_record_get (self->hearing, "judge"), attend, NULL);
}

static void
show_head (HearthHearingPage *self)
{
  g_autofree char *when = hearth_legal_dup_words (self->hearing, "at");
  g_autofree char *about = describe (self);
  g_autofree char *status = hearth_legal_dup_words (self->hearing, "status");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (hearth_hearing_type.label));
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->about_label, about);
  gtk_label_set_label (self->state_label, status);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label),
                          !g_str_equal (hearth_record_get (self->hearing, "status"), "planned"));
}

static void
show_case (HearthHearingPage *self)
{
  const char *id = hearth_record_get (self->hearing, "legal_case");
  g_autofree char *title = hearth_store_dup_link_title (self->store, id);
  GtkListBox *list;
  GtkWidget *row;

  hearth_plain_page_empty (self->case_box);
  gtk_widget_set_visible (GTK_WIDGET (self->case_box), *title != '\0');
  if (*title == '\0')
    return;
  list = hearth_plain_page_add_list (hearth_plain_page_add_group (self->case_box, NULL, NULL),
                                     _ (hearth_legal_case_type.label));
  row = hearth_plain_row_new_for_record (title, "", id);
  hearth_plain_row_add_icon (row, hearth_legal_case_type.icon_name);
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (list, row);
}

/* Makes the parts anew; the keyboard stays in the box where it was. */
static void
show_parts (HearthHearingPage *self, GtkBox *box, const AddFunc *parts)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  bool was_there = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (box));

  hearth_plain_page_empty (box);
  for (const AddFunc *add = parts; *add != NULL; add++)
    (*add) (box, self->store, self->hearing);
  gtk_widget_set_visible (GTK_WIDGET (box), gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL);
  if (was_there)
    gtk_widget_child_focus (GTK_WIDGET (box), GTK_DIR_TAB_FORWARD);
}

static void
show (gpointer owner)
{
  HearthHearingPage *self = owner;
  bool coming = hearth_hearing_is_coming (self->store, self->hearing);
  bool may_print = hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_PRINT);

  show_head (self);
  show_case (self);
  show_parts (self, self->above, coming ? above_before : above_after);
  show_parts (self, self->below, coming ? below_before : below_after);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit-at", may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.report-filed", may_edit (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", may_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-kind", may_print);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-record", may_print);
}

/* ---- Actions ---- */

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);

  hearth_legal_push_form (widget, self->store, self->hearing,
                          parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

static void
new_measure_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (HearthRecord) measure = begin (self, &hearth_protective_measure_type);

  hearth_legal_push_form (widget, self->store, measure, "kind");
}

static void
new_order_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (HearthRecord) order = begin (self, &hearth_court_order_type);
  g_autofree char *day = hearth_record_dup_event_date (self->hearing);

  hearth_record_set (order, "ordered_on", day);
  hearth_legal_push_form (widget, self->store, order, "words");
}

/* The next one is where this one was, at the time of day of this one until somebody knows. */
static void
new_hearing_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const same[] = { "court", "judge", "closed", NULL };
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (HearthRecord) next = begin (self, &hearth_hearing_type);
  g_autoptr (GDateTime) at = hearth_instant_to_date_time (hearth_record_get (self->hearing, "at"));
  g_autofree char *day = hearth_record_dup_event_date (self->hearing);
  int days = hearth_date_days_between (day, hearth_record_get (self->hearing, "next_on"));
  g_autoptr (GDateTime) later = at != NULL ? g_date_time_add_days (at, days) : NULL;
  g_autofree char *instant = later != NULL ? hearth_instant_from_date_time (later) : NULL;

  hearth_record_set (next, "at", instant);
  for (const char *const *field = same; *field != NULL; field++)
    hearth_record_set (next, *field, hearth_record_get (self->hearing, *field));
  hearth_legal_push_form (widget, self->store, next, "at");
}

static void
write_report_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (HearthRecord) report = hearth_hearing_new_report (self->store, self->hearing);

  hearth_legal_push_form (widget, self->store, report, "question");
}

static void
report_filed_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (HearthRecord) before = hearth_record_copy (self->hearing);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (GError) error = NULL;

  hearth_record_set (self->hearing, "report_filed_on", today);
  if (hearth_store_save (self->store, self->hearing, NULL, NULL, &error))
    {
      hearth_undo_offer (widget, self->store, before);
      return;
    }
  hearth_record_assign (self->hearing, before);
  hearth_tell_error (widget, _ ("Not saved"), error);
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->hearing);
}

static void
print_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);

  hearth_report_page_open (widget, self->store, self->hearing,
                           parameter != NULL ? g_variant_get_string (parameter, NULL) : kinds[0]);
}

static void
print_record_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) report =
    hearth_store_load (self->store, g_variant_get_string (parameter, NULL), &error);

  if (report != NULL)
    hearth_report_page_open (widget, self->store, report, "court");
  else
    hearth_tell_error (widget, _ ("This cannot be shown"), error);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_hearing_page_renew (HearthFilePage *page)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (page);
  g_autoptr (HearthRecord) hearing =
    hearth_store_load (self->store, hearth_record_get_id (self->hearing), NULL);

  return hearing != NULL ? ADW_NAVIGATION_PAGE (hearth_hearing_page_new (self->store, hearing)) : NULL;
}

static void
hearth_hearing_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_hearing_page_renew;
}

static void
hearth_hearing_page_dispose (GObject *object)
{
  HearthHearingPage *self = HEARTH_HEARING_PAGE (object);

  g_clear_object (&self->hearing);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_hearing_page_parent_class)->dispose (object);
}

static void
hearth_hearing_page_class_init (HearthHearingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_hearing_page_dispose;
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.edit-at", "s", edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-hearing", NULL, new_hearing_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-measure", NULL, new_measure_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-order", NULL, new_order_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print-kind", "s", print_action_cb);
  gtk_widget_class_install_action (widget_class, "page.print-record", "s", print_record_action_cb);
  gtk_widget_class_install_action (widget_class, "page.report-filed", NULL, report_filed_action_cb);
  gtk_widget_class_install_action (widget_class, "page.write-report", NULL, write_report_action_cb);
}

static void
hearth_hearing_page_init (HearthHearingPage *self)
{
}

/* ---- Making ---- */

static GtkWidget *
make_print_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *print = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const HearthReportKind *kind = hearth_report_kind_lookup (kinds[i]);
      g_autofree char *action = g_strdup_printf ("page.print-kind::%s", kinds[i]);

      g_menu_append (menu, _ (kind->label), action);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (print), "printer-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (print), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (print, _ ("Print"));
  return print;
}

static void
add_buttons (HearthHearingPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic"), *more = gtk_menu_button_new ();

  gtk_widget_set_tooltip_text (edit, _ ("Change…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "page.edit");
  g_menu_append (menu, _ ("_History"), "page.history");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (more), TRUE);
  gtk_widget_set_tooltip_text (more, _ ("More"));
  adw_header_bar_pack_end (self->bar, more);
  adw_header_bar_pack_end (self->bar, make_print_button ());
  adw_header_bar_pack_end (self->bar, edit);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkBox *
add_box (GtkBox *box)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (box, child);
  return GTK_BOX (child);
}

static void
fill (HearthHearingPage *self, GtkBox *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->when_label = add_label (head, "title-2");
  self->about_label = add_label (head, "dimmed");
  self->state_label = add_label (head, "heading");
  gtk_box_append (box, head);
  self->case_box = add_box (box);
  self->above = add_box (box);
  gtk_box_append (box, hearth_hearing_steps_new (self->store, self->hearing));
  self->below = add_box (box);
}

/* ---- Public ---- */

HearthHearingPage *
hearth_hearing_page_new (HearthStore *store, HearthRecord *hearing)
{
  HearthHearingPage *self = g_object_new (HEARTH_TYPE_HEARING_PAGE, NULL);
  g_autofree char *who = hearth_store_dup_link_title (store, hearth_record_get_resident (hearing));
  GtkBox *box;

  self->store = g_object_ref (store);
  self->hearing = g_object_ref (hearing);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ (hearth_hearing_type.label), who, &self->bar);
  add_buttons (self);
  fill (self, box);
  hearth_follow (self, hearing, "notify", show);
  hearth_follow (self, store, "saved", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, hearth_record_get_resident (hearing));
  show (self);
  return self;
}

AdwNavigationPage *
hearth_hearing_make_page (HearthStore *store, HearthRecord *hearing, GError **error)
{
  return ADW_NAVIGATION_PAGE (hearth_hearing_page_new (store, hearing));
}

/* A hearing that was just written down wants to be prepared. */
AdwNavigationPage *
hearth_hearing_make_parting (HearthStore *store, HearthRecord *hearing)
{
  return ADW_NAVIGATION_PAGE (hearth_hearing_page_new (store, hearing));
}
