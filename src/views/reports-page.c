/* SPDX-License-Identifier: GPL-3.0-or-later
 * Choosing a report: which, about whom, which days, for whom.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/reports-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "report/report-kind.h"
#include "views/languages.h"
#include "views/report-options.h"
#include "views/report-page.h"
#include "views/resident-chooser.h"
#include "views/tell.h"

struct _HearthReportsPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *kind_group;
  AdwComboRow *kind_row;
  AdwActionRow *resident_row;
  GtkButton *resident_button;
  AdwComboRow *record_row;
  AdwEntryRow *from_row;
  AdwEntryRow *to_row;
  AdwEntryRow *purpose_row;
  AdwEntryRow *recipient_row;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  GtkLabel *message_label;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GStrv languages; /* tags, as the rows of the list */
  GPtrArray *records; /* of HearthRecord, as the rows of the list; of a kind that is about records */
};

G_DEFINE_FINAL_TYPE (HearthReportsPage, hearth_reports_page, ADW_TYPE_NAVIGATION_PAGE)

/* Older ones are found where they are kept, and printed from there. */
#define MOST_RECORDS 50

/* ---- Helpers ---- */

static const char *
get_text (gpointer editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static void
show_message (HearthReportsPage *self, const char *sentence)
{
  gtk_label_set_text (self->message_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *sentence != '\0');
}

static void
set_date (AdwEntryRow *row, const char *date)
{
  g_autofree char *shown = hearth_date_format (date);

  gtk_editable_set_text (GTK_EDITABLE (row), shown);
}

static void
show_fault (HearthReportsPage *self, AdwEntryRow *row, const char *sentence)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  show_message (self, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Marks @row and answers NULL when no date can be read in it. */
static char *
read_date (HearthReportsPage *self, AdwEntryRow *row)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *date = NULL;

  if (hearth_date_parse (get_text (row), today, false, &date) == HEARTH_PROBLEM_NONE && *date != '\0')
    return g_steal_pointer (&date);
  show_fault (self, row, _ ("Please write a date, such as 3 May 2026."));
  return NULL;
}

static void
take_error_away (AdwEntryRow *row)
{
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
}

static const HearthReportKind *
get_kind (HearthReportsPage *self)
{
  return &hearth_report_kinds[adw_combo_row_get_selected (self->kind_row)];
}

/* What the report is about, or NULL while that is not chosen. */
static HearthRecord *
get_subject (HearthReportsPage *self)
{
  unsigned int nth = adw_combo_row_get_selected (self->record_row);

  if (get_kind (self)->about == NULL)
    return self->resident;
  return nth < self->records->len ? g_ptr_array_index (self->records, nth) : NULL;
}

static void
show_whether_ready (HearthReportsPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.preview", get_subject (self) != NULL);
}

/* "3 May 2026 · Home visit · Dao" */
static char *
describe_record (HearthReportsPage *self, HearthRecord *record)
{
  g_autofree char *date = hearth_record_dup_event_date (record);
  g_autofree char *day = hearth_date_format (date);
  g_autofree char *title = hearth_record_dup_title (record);
  g_autofree char *whose = hearth_store_dup_link_title (self->store, hearth_record_get_resident (record));
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add_many (parts, day, title, NULL);
  if (whose != NULL && *whose != '\0')
    g_strv_builder_add (parts, whose);
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

/* The latest records that the chosen kind of report can be about. */
static void
fill_records (HearthReportsPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (HearthQuery) query = NULL;
  g_autoptr (GListModel) list = NULL;

  g_ptr_array_set_size (self->records, 0);
  if (get_kind (self)->about != NULL && self->store != NULL)
    {
      query = hearth_query_new (get_kind (self)->about);
      list = hearth_store_list (self->store, query, NULL);
    }
  for (unsigned int i = 0; list != NULL && i < MIN (g_list_model_get_n_items (list), MOST_RECORDS); i++)
    {
      HearthRecord *record = g_list_model_get_item (list, i);
      g_autofree char *title = record != NULL ? describe_record (self, record) : NULL;

      if (record == NULL)
        continue;
      gtk_string_list_append (titles, title);
      g_ptr_array_add (self->records, record);
    }
  adw_combo_row_set_model (self->record_row, G_LIST_MODEL (titles));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->record_row),
                               self->records->len > 0 ? "" : _ ("There is none yet"));
}

static HearthDocument *
build_document (HearthReportsPage *self, const char *from, const char *to, GError **error)
{
  HearthReportOptions options = {
    .from = from,
    .to = to,
    .language = self->languages[adw_combo_row_get_selected (self->language_row)],
    .paper = hearth_report_options_get_paper (),
    .purpose = get_text (self->purpose_row),
    .recipient = get_text (self->recipient_row),
  };

  return hearth_report_build (get_kind (self), self->store, get_subject (self), &options, error);
}

static void
preview (HearthReportsPage *self)
{
  bool has_period = get_kind (self)->has_period;
  g_autofree char *from = has_period ? read_date (self, self->from_row) : NULL;
  g_autofree char *to = from != NULL ? read_date (self, self->to_row) : NULL;
  g_autoptr (HearthDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (has_period && to == NULL)
    return;
  document = build_document (self, from, to, &error);
  if (has_period && g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID))
    show_fault (self, self->to_row, error->message);
  else if (document == NULL)
    hearth_tell_error (GTK_WIDGET (self), _ ("This report cannot be made"), error);
  else
    hearth_report_page_push (GTK_WIDGET (self), self->store, get_subject (self), document);
}

/* ---- Callbacks ---- */

static void
period_edited_cb (HearthReportsPage *self)
{
  take_error_away (self->from_row);
  take_error_away (self->to_row);
  show_message (self, "");
}

/* The days that a report of this kind is usually about. */
static void
show_usual_period (HearthReportsPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *from = hearth_report_kind_dup_usual_from (get_kind (self), today);

  set_date (self->from_row, from);
  set_date (self->to_row, today);
}

static void
kind_selected_cb (HearthReportsPage *self)
{
  const HearthReportKind *kind = get_kind (self);

  gtk_widget_set_visible (GTK_WIDGET (self->resident_row), kind->about == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->record_row), kind->about != NULL);
  fill_records (self);
  if (kind->has_period && self->store != NULL)
    show_usual_period (self);
  show_whether_ready (self);
  gtk_widget_set_visible (GTK_WIDGET (self->from_row), kind->has_period);
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), kind->has_period);
  adw_preferences_group_set_description (self->kind_group, _ (kind->summary));
  show_message (self, "");
}

static void
paper_selected_cb (HearthReportsPage *self)
{
  hearth_report_options_set_paper (adw_combo_row_get_selected (self->paper_row) == 1 ? HEARTH_PAPER_LETTER
                                                                                     : HEARTH_PAPER_A4);
}

/* Begins with the language that is set; another one is for this report only. */
static void
fill_languages (HearthReportsPage *self)
{
  const char *chosen = hearth_report_options_get_language ();
  g_autoptr (GListModel) names = hearth_languages_list (chosen, &self->languages);

  adw_combo_row_set_model (self->language_row, names);
  for (unsigned int i = 0; self->languages[i] != NULL; i++)
    {
      if (g_str_equal (self->languages[i], chosen))
        adw_combo_row_set_selected (self->language_row, i);
    }
}

/* ---- Actions ---- */

static void
choose_resident_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthReportsPage *self = HEARTH_REPORTS_PAGE (widget);
  HearthResidentChooser *chooser = hearth_resident_chooser_new (self->store);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (hearth_reports_page_set_resident), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (chooser), widget);
}

static void
preview_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  preview (HEARTH_REPORTS_PAGE (widget));
}

/* ---- Overrides ---- */

static void
hearth_reports_page_dispose (GObject *object)
{
  HearthReportsPage *self = HEARTH_REPORTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_REPORTS_PAGE);
  g_clear_object (&self->resident);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_reports_page_parent_class)->dispose (object);
}

static void
hearth_reports_page_class_init (HearthReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_reports_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, from_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, kind_group);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, recipient_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, record_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, resident_button);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, resident_row);
  gtk_widget_class_bind_template_child (widget_class, HearthReportsPage, to_row);
  gtk_widget_class_bind_template_callback (widget_class, period_edited_cb);
  gtk_widget_class_install_action (widget_class, "page.choose-resident", NULL, choose_resident_action_cb);
  gtk_widget_class_install_action (widget_class, "page.preview", NULL, preview_action_cb);
}

static void
hearth_reports_page_init (HearthReportsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (const HearthReportKind *kind = hearth_report_kinds; kind->name != NULL; kind++)
    gtk_string_list_append (kinds, _ (kind->label));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  fill_languages (self);
  adw_combo_row_set_selected (self->paper_row,
                              hearth_report_options_get_paper () == HEARTH_PAPER_LETTER ? 1 : 0);
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paper_row, "notify::selected", G_CALLBACK (paper_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- Public ---- */

HearthReportsPage *
hearth_reports_page_new (HearthStore *store)
{
  HearthReportsPage *self = g_object_new (HEARTH_TYPE_REPORTS_PAGE, NULL);

  self->store = g_object_ref (store);
  kind_selected_cb (self);
  hearth_reports_page_set_resident (self, NULL);
  return self;
}

void
hearth_reports_page_set_resident (HearthReportsPage *self, HearthRecord *resident)
{
  g_autofree char *name = resident != NULL ? hearth_record_dup_title (resident) : NULL;

  g_return_if_fail (HEARTH_IS_REPORTS_PAGE (self));
  g_set_object (&self->resident, resident);
  adw_action_row_set_subtitle (self->resident_row, name != NULL ? name : _ ("Not chosen yet"));
  gtk_button_set_label (self->resident_button, name != NULL ? _ ("Change…") : _ ("Choose…"));
  show_whether_ready (self);
}
