/* SPDX-License-Identifier: GPL-3.0-or-later
 * Complaints by residents, and concerns about somebody who works here: two ways to pass one on, and what was passed on for
 * those who have to answer.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/concerns-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/concern-notes.h"
#include "views/draft-list.h"
#include "views/follow.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/records-page.h"
#include "widgets/lock-mark.h"

/* What is longer is in the list of all. */
#define MOST_ROWS 20

struct _HearthConcernsPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box; /* of what is to be answered */

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthConcernsPage, hearth_concerns_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Words ---- */

/* How long until, or since when, an answer is due. @late: (out). */
static char *
describe_answer (HearthRecord *complaint, const char *today, bool *late)
{
  g_autofree char *due = hearth_isolate (hearth_date_format (hearth_record_get (complaint, "answer_due")));
  g_autofree char *answered =
    hearth_isolate (hearth_date_format (hearth_record_get (complaint, "answered_on")));
  int days = hearth_date_days_between (today, hearth_record_get (complaint, "answer_due"));
  gulong n = (gulong) ABS (days);

  *late = *answered == '\0' && days < 0;
  if (*answered != '\0')
    /* Translators: a date */
    return g_strdup_printf (_ ("Answered on %s, not closed yet"), answered);
  if (days == 0)
    return g_strdup (_ ("An answer is due today"));
  if (days < 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The answer is %lu day late, it was due on %s",
                                         "The answer is %lu days late, it was due on %s", n),
                            n, due);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu day left for the answer, until %s",
                                       "%lu days left for the answer, until %s", n),
                          n, due);
}

/* "Told an authority on 3 May 2026", or that it waits. */
static char *
describe_concern (HearthRecord *allegation, const char *today, bool *late)
{
  g_autofree char *told =
    hearth_isolate (hearth_date_format (hearth_record_get (allegation, "told_outside")));

  *late = false;
  if (*told != '\0')
    /* Translators: a date */
    return g_strdup_printf (_ ("An authority was told on %s"), told);
  return g_strdup (hearth_record_has (allegation, "steps") ? _ ("Steps were taken")
                                                           : _ ("No steps written down yet"));
}

/* ---- Rows ---- */

typedef char *(*DescribeFunc) (HearthRecord *record, const char *today, bool *late);

static GtkWidget *
make_row (HearthConcernsPage *self, HearthRecord *record, DescribeFunc describe)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  GtkWidget *row;
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *title = hearth_record_dup_title (record);
  bool late = false;
  g_autofree char *words = describe (record, today, &late);

  row = hearth_plain_row_new_for_record (title, words, hearth_record_get_id (record));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  if (late)
    {
      GtkWidget *label = gtk_label_new (_ ("Late"));

      gtk_widget_add_css_class (label, "error");
      gtk_widget_add_css_class (label, "caption-heading");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  return row;
}

static void
add_all_row (AdwPreferencesGroup *group, const HearthRecordType *type, const char *label)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", type->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.list");
  adw_preferences_group_add (group, row);
}

/* Those that are not closed. */
static void
add_open (HearthConcernsPage *self, AdwPreferencesGroup *group, GListModel *records, DescribeFunc describe)
{
  guint shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records) && shown < MOST_ROWS; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record == NULL || hearth_record_has (record, "closed_on"))
        continue;
      adw_preferences_group_add (group, make_row (self, record, describe));
      shown++;
    }
}

static void
add_group (HearthConcernsPage *self,
           const HearthRecordType *type,
           const char *sort,
           DescribeFunc describe,
           const char *title,
           const char *all)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) records = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *group;

  hearth_query_set_sort (query, sort, false);
  records = hearth_store_list (self->store, query, &error);
  if (records == NULL)
    {
      if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        g_warning ("Complaints and concerns cannot be listed: %s", error->message);
      return;
    }
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (g_list_model_get_n_items (records) == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("There is none."));
  add_open (self, ADW_PREFERENCES_GROUP (group), records, describe);
  if (g_list_model_get_n_items (records) > 0)
    add_all_row (ADW_PREFERENCES_GROUP (group), type, all);
  gtk_box_append (self->box, group);
}

static void
show (gpointer owner)
{
  HearthConcernsPage *self = owner;

  hearth_plain_page_empty (self->box);
  add_group (self, &hearth_complaint_type, "answer_due", describe_answer, _ ("Complaints to be answered"),
             _ ("All complaints"));
  add_group (self, &hearth_allegation_type, "noticed_on", describe_concern,
             _ ("Concerns about somebody who works here"), _ ("All concerns"));
}

static void
add_ways (HearthConcernsPage *self, GtkBox *box)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *complaint =
    hearth_concern_new_way (self->store, &hearth_complaint_type, _ ("A resident complains"),
                            _ ("The house manager and the director read it and answer. Whoever it is about "
                               "does not see it."));
  GtkWidget *concern = hearth_concern_new_way (self->store, &hearth_allegation_type,
                                               _ ("Something about somebody who works here"),
                                               _ ("It is sealed, and goes past the house manager to whoever "
                                                  "holds the safeguarding key."));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Pass something on"));
  if (complaint != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), complaint);
  if (concern != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), concern);
  if (complaint != NULL || concern != NULL)
    gtk_box_append (box, group);
}

/* ---- Callbacks ---- */

static void
draft_continue_cb (HearthConcernsPage *self, const HearthDraft *draft)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.continue-draft", "s", draft->id);
}

static void
list_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthConcernsPage *self = HEARTH_CONCERNS_PAGE (widget);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);
  const HearthRecordType *type =
    g_str_equal (g_variant_get_string (parameter, NULL), hearth_complaint_type.name)
      ? &hearth_complaint_type
      : &hearth_allegation_type;

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_records_page_new (self->store, type, NULL)));
}

/* ---- Overrides ---- */

/* What was saved on another page was not followed there. */
static void
hearth_concerns_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_concerns_page_parent_class)->map (widget);
}

static void
hearth_concerns_page_dispose (GObject *object)
{
  g_clear_object (&HEARTH_CONCERNS_PAGE (object)->store);
  G_OBJECT_CLASS (hearth_concerns_page_parent_class)->dispose (object);
}

static void
hearth_concerns_page_class_init (HearthConcernsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_concerns_page_dispose;
  widget_class->map = hearth_concerns_page_map;
  gtk_widget_class_install_action (widget_class, "page.list", "s", list_action_cb);
}

static void
hearth_concerns_page_init (HearthConcernsPage *self)
{
}

static void
add_drafts (HearthConcernsPage *self, GtkBox *box, const HearthRecordType *type)
{
  HearthDraftList *drafts = hearth_draft_list_new (self->store, type, NULL, NULL);

  g_signal_connect_object (drafts, "continue", G_CALLBACK (draft_continue_cb), self, G_CONNECT_SWAPPED);
  /* Without anything in it, it is there all the same, and would keep its distance. */
  g_object_bind_property (adw_bin_get_child (ADW_BIN (drafts)), "visible", drafts, "visible",
                          G_BINDING_SYNC_CREATE);
  gtk_box_append (box, GTK_WIDGET (drafts));
}

/* ---- Public ---- */

HearthConcernsPage *
hearth_concerns_page_new (HearthStore *store)
{
  HearthConcernsPage *self = g_object_new (HEARTH_TYPE_CONCERNS_PAGE, NULL);
  GtkBox *column = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Complaints"), NULL, NULL);

  self->store = g_object_ref (store);
  add_drafts (self, column, &hearth_complaint_type);
  add_drafts (self, column, &hearth_allegation_type);
  add_ways (self, column);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (column, GTK_WIDGET (self->box));
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}

bool
hearth_concerns_page_is_for (HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  return hearth_policy_may_write (policy, &hearth_complaint_type, NULL, NULL) ||
         hearth_policy_may_write (policy, &hearth_allegation_type, NULL, NULL) ||
         hearth_policy_may_read (policy, &hearth_complaint_type, NULL, NULL) ||
         hearth_policy_may_read (policy, &hearth_allegation_type, NULL, NULL);
}
