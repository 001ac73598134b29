/* SPDX-License-Identifier: GPL-3.0-or-later
 * What follows an incident: the talks, the review, and closing it, with what is still missing for that said in words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/incident-after.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/house-policy.h"
#include "rules/incidents.h"
#include "views/editor-page.h"
#include "views/follow.h"
#include "views/isolate.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/tell.h"
#include "widgets/field-row.h"

#define CLOSE "close"

struct _HearthIncidentAfter {
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthRecord *incident;
};

G_DEFINE_FINAL_TYPE (HearthIncidentAfter, hearth_incident_after, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static bool
may_write (HearthIncidentAfter *self)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_incident_review_type, NULL,
                                  NULL);
}

/* Whoever leads the house closes. */
static bool
may_close (HearthIncidentAfter *self)
{
  HearthPolicy *policy = hearth_store_get_policy (self->store);
  const HearthRole *role =
    HEARTH_IS_HOUSE_POLICY (policy) ? hearth_house_policy_get_role (HEARTH_HOUSE_POLICY (policy)) : NULL;

  return role != NULL && hearth_role_leads (role) && may_write (self);
}

/* "3 May 2026, by Ana", or that it is still to come. */
static char *
describe_step (HearthIncidentAfter *self, HearthRecord *review, const char *on, const char *by)
{
  g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (review, on)));
  g_autofree char *who =
    by != NULL ? hearth_isolate (hearth_store_dup_link_title (self->store, hearth_record_get (review, by)))
               : g_strdup ("");

  if (*day == '\0')
    return g_strdup (_ ("Not yet"));
  if (*who == '\0')
    return g_steal_pointer (&day);
  /* Translators: a date, and a name */
  return g_strdup_printf (_ ("%s, by %s"), day, who);
}

/* ---- Closing ---- */

typedef struct {
  HearthIncidentAfter *after; /* weak */
  HearthRecord *review;
  HearthFieldRow *note; /* borrowed */
} Closing;

static void
closing_free (gpointer data, GClosure *closure)
{
  Closing *closing = data;

  g_clear_weak_pointer (&closing->after);
  g_object_unref (closing->review);
  g_free (closing);
}

static void
close_response_cb (AdwAlertDialog *dialog, const char *response, Closing *closing)
{
  g_autofree char *note = hearth_field_row_dup_text (closing->note);
  g_autofree char *today = NULL;
  g_autoptr (HearthRecord) before = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, CLOSE) || closing->after == NULL)
    return;
  before = hearth_record_copy (closing->review);
  today = hearth_clock_today (hearth_store_get_clock (closing->after->store));
  hearth_record_set (closing->review, "closed_on", today);
  hearth_record_set (closing->review, "closing_note", note);
  if (hearth_store_save (closing->after->store, closing->review, NULL, NULL, &error))
    {
      hearth_toast (GTK_WIDGET (closing->after), _ ("Closed"), NULL);
      return;
    }
  hearth_record_assign (closing->review, before);
  hearth_tell_error (GTK_WIDGET (closing->after), _ ("Not closed yet"), error);
}

static void
ask_to_close (HearthIncidentAfter *self, HearthRecord *review)
{
  GtkWidget *list = gtk_list_box_new (), *note;
  Closing *closing;
  AdwDialog *dialog;

  dialog = adw_alert_dialog_new (_ ("Close this incident?"),
                                 _ ("What is written stays readable, and more can be added to it."));
  note =
    hearth_field_row_new (hearth_record_type_lookup_field (&hearth_incident_review_type, "closing_note"));
  closing = g_new0 (Closing, 1);
  g_set_weak_pointer (&closing->after, self);
  closing->review = g_object_ref (review);
  closing->note = HEARTH_FIELD_ROW (note);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), note);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), CLOSE, _ ("C_lose"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), CLOSE, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), CLOSE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (close_response_cb), closing, closing_free, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
close_cb (HearthIncidentAfter *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) review = hearth_incident_begin_review (self->store, self->incident, &error);

  if (review != NULL)
    ask_to_close (self, review);
  else
    hearth_tell_error (GTK_WIDGET (self), _ ("Not closed yet"), error);
}

/* ---- Writing ---- */

static void
write_cb (HearthIncidentAfter *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) review = hearth_incident_begin_review (self->store, self->incident, &error);

  if (review == NULL)
    hearth_tell_error (GTK_WIDGET (self), _ ("This cannot be shown"), error);
  else if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                              ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, review)));
}

/* ---- Rows ---- */

static void
add_row (AdwPreferencesGroup *group, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = hearth_plain_row_new (title, subtitle);

  hearth_plain_row_add_icon (row, icon_name);
  adw_preferences_group_add (group, row);
}

static void
add_button (HearthIncidentAfter *self, AdwPreferencesGroup *group, const char *label, GCallback activated)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_step (HearthIncidentAfter *self,
          AdwPreferencesGroup *group,
          HearthRecord *review,
          const char *title,
          const char *on,
          const char *by)
{
  g_autofree char *words = describe_step (self, review, on, by);

  add_row (group, hearth_record_has (review, on) ? "object-select-symbolic" : "content-loading-symbolic",
           title, words);
}

static void
add_steps (HearthIncidentAfter *self, HearthRecord *review)
{
  AdwPreferencesGroup *group = hearth_plain_page_add_group (self->box, _ ("Afterwards"), NULL);

  add_step (self, group, review, _ ("Talk with the resident"), "resident_talk_on", "resident_talk_by");
  add_step (self, group, review, _ ("Talk with the team"), "staff_talk_on", NULL);
  add_step (self, group, review, _ ("Review"), "reviewed_on", "reviewed_by");
  if (hearth_record_has (review, "closed_on"))
    add_step (self, group, review, _ ("Closed"), "closed_on", NULL);
  if (may_write (self))
    add_button (self, group,
                hearth_record_get_revision (review) > 0 ? _ ("Go on with talks and review")
                                                        : _ ("Write down talks and review"),
                G_CALLBACK (write_cb));
}

static void
add_closing (HearthIncidentAfter *self, HearthRecord *review)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) obstacles = hearth_incident_list_obstacles (self->store, review, &error);
  AdwPreferencesGroup *group;

  if (obstacles == NULL || hearth_record_has (review, "closed_on"))
    return;
  if (obstacles->len == 0 && !may_close (self))
    return;
  group =
    hearth_plain_page_add_group (self->box,
                                 obstacles->len > 0 ? _ ("Still to do before it is closed") : _ ("Closing"),
                                 NULL);
  for (guint i = 0; i < obstacles->len; i++)
    add_row (group, "content-loading-symbolic", g_ptr_array_index (obstacles, i), "");
  if (obstacles->len == 0)
    add_button (self, group, _ ("Close this incident…"), G_CALLBACK (close_cb));
}

static void
show (gpointer owner)
{
  HearthIncidentAfter *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) review = hearth_incident_begin_review (self->store, self->incident, &error);

  hearth_plain_page_empty (self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), review != NULL);
  if (review == NULL)
    return;
  add_steps (self, review);
  add_closing (self, review);
}

/* ---- Overrides ---- */

/* What was saved on another page was not followed there. */
static void
hearth_incident_after_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_incident_after_parent_class)->map (widget);
}

static void
hearth_incident_after_dispose (GObject *object)
{
  HearthIncidentAfter *self = HEARTH_INCIDENT_AFTER (object);

  g_clear_object (&self->incident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_incident_after_parent_class)->dispose (object);
}

static void
hearth_incident_after_class_init (HearthIncidentAfterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_incident_after_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_incident_after_map;
}

static void
hearth_incident_after_init (HearthIncidentAfter *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* ---- Public ---- */

HearthIncidentAfter *
hearth_incident_after_new (HearthStore *store, HearthRecord *incident)
{
  HearthIncidentAfter *self = g_object_new (HEARTH_TYPE_INCIDENT_AFTER, NULL);

  self->store = g_object_ref (store);
  self->incident = g_object_ref (incident);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
