/* SPDX-License-Identifier: GPL-3.0-or-later
 * How the approval of a record stands, and the steps that the reader may take.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/approval-group.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "rules/approval.h"
#include "views/follow.h"
#include "views/reason-dialog.h"
#include "views/tell.h"

struct _HearthApprovalGroup {
  AdwBin parent_instance;

  /* Borrowed */
  AdwActionRow *row;
  GtkImage *icon;
  GtkWidget *approve_button;
  GtkWidget *return_button;
  GtkWidget *ask_button;
  GtkWidget *withdraw_button;

  /* Owned */
  HearthStore *store;
  HearthRecord *record;
};

G_DEFINE_FINAL_TYPE (HearthApprovalGroup, hearth_approval_group, ADW_TYPE_BIN)

/* ---- Words ---- */

typedef struct {
  const char *words; /* N_() */
  const char *icon_name;
  bool by; /* whether the last step tells who and when */
} StateWords;

static const StateWords state_words[] = {
  [HEARTH_APPROVAL_NONE] = { N_ ("Not asked for approval"), "content-loading-symbolic", false },
  [HEARTH_APPROVAL_REQUESTED] = { N_ ("Waits for approval"), "content-loading-symbolic", true },
  [HEARTH_APPROVAL_APPROVED] = { N_ ("Approved"), "object-select-symbolic", true },
  [HEARTH_APPROVAL_RETURNED] = { N_ ("Returned"), "edit-undo-symbolic", true },
  [HEARTH_APPROVAL_VOIDED] = { N_ ("Changed since, so it has to be approved again"), "edit-undo-symbolic",
                               false },
};

/* "3 May 2026, 14:30 · Ana" and the comment below. */
static char *
describe_step (HearthStore *store, HearthRecord *step)
{
  g_autofree char *when = hearth_instant_format (hearth_record_get (step, "created_at"));
  g_autofree char *who = hearth_store_dup_link_title (store, hearth_record_get (step, "created_by"));
  const char *comment = hearth_record_get (step, "comment");
  GString *words = g_string_new (when);

  if (*who != '\0')
    g_string_append_printf (words, " · \u2068%s\u2069", who);
  if (*comment != '\0')
    {
      g_string_append_c (words, '\n');
      /* Translators: somebody's own words, in the quotation marks of the language */
      g_string_append_printf (words, _ ("“%s”"), comment);
    }
  return g_string_free_and_steal (words);
}

static HearthApprovalStanding *
look_up (HearthStore *store, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;
  HearthApprovalStanding *standing = hearth_approval_look_up (store, record, &error);

  if (standing == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("An approval cannot be looked up: %s", error->message);
  return standing;
}

/* ---- Showing ---- */

static bool
asked_by_reader (HearthApprovalGroup *self, HearthApprovalStanding *standing)
{
  HearthRecord *account = hearth_store_get_account (self->store);

  return standing->step != NULL && account != NULL &&
         g_str_equal (hearth_record_get (standing->step, "created_by"), hearth_record_get_id (account));
}

static bool
may_ask (HearthApprovalGroup *self, HearthApprovalStanding *standing)
{
  HearthPolicy *policy = hearth_store_get_policy (self->store);
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  const char *resident = hearth_record_get_resident (self->record);

  return standing->state != HEARTH_APPROVAL_REQUESTED && standing->state != HEARTH_APPROVAL_APPROVED &&
         hearth_policy_may_write (policy, type, NULL, *resident != '\0' ? resident : NULL);
}

static void
show_standing (HearthApprovalGroup *self, HearthApprovalStanding *standing)
{
  const StateWords *words = &state_words[standing->state];
  g_autofree char *step =
    words->by && standing->step != NULL ? describe_step (self->store, standing->step) : g_strdup ("");
  bool may_decide = hearth_approval_may_decide (self->store, self->record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ (words->words));
  adw_action_row_set_subtitle (self->row, step);
  gtk_image_set_from_icon_name (self->icon, words->icon_name);
  gtk_widget_set_visible (self->approve_button, may_decide);
  gtk_widget_set_visible (self->return_button, may_decide);
  gtk_widget_set_visible (self->ask_button, may_ask (self, standing));
  gtk_widget_set_visible (self->withdraw_button,
                          standing->state == HEARTH_APPROVAL_REQUESTED && asked_by_reader (self, standing));
}

static void
show (gpointer owner)
{
  HearthApprovalGroup *self = owner;
  g_autoptr (HearthApprovalStanding) standing = NULL;

  if (hearth_approval_is_for (hearth_record_get_record_type (self->record)) &&
      hearth_record_get_revision (self->record) > 0)
    standing = look_up (self->store, self->record);
  gtk_widget_set_visible (GTK_WIDGET (self), standing != NULL);
  if (standing != NULL)
    show_standing (self, standing);
}

/* ---- Steps ---- */

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *record;
} Returning;

static void
returning_free (gpointer data)
{
  Returning *returning = data;

  g_clear_weak_pointer (&returning->near);
  g_object_unref (returning->store);
  g_object_unref (returning->record);
  g_free (returning);
}

static void
reason_given_cb (const char *reason, gpointer user_data)
{
  Returning *returning = user_data;
  g_autoptr (GError) error = NULL;

  if (!hearth_approval_return (returning->store, returning->record, reason, &error) &&
      returning->near != NULL)
    hearth_tell_error (returning->near, _ ("Not returned"), error);
}

void
hearth_approval_return_near (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  Returning *returning = g_new0 (Returning, 1);

  g_set_weak_pointer (&returning->near, near);
  returning->store = g_object_ref (store);
  returning->record = g_object_ref (record);
  hearth_reason_dialog_present (near, _ ("Return this?"),
                                _ ("It goes back to whoever asked, with what you write here. Nothing of the "
                                   "case "
                                   "itself."),
                                _ ("_Return"), NULL, reason_given_cb, returning, returning_free);
}

void
hearth_approval_approve_near (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_approval_approve (store, record, NULL, &error))
    hearth_tell_error (near, _ ("Not approved"), error);
}

/* ---- Callbacks ---- */

static void
approve_cb (HearthApprovalGroup *self)
{
  hearth_approval_approve_near (GTK_WIDGET (self), self->store, self->record);
}

static void
return_cb (HearthApprovalGroup *self)
{
  hearth_approval_return_near (GTK_WIDGET (self), self->store, self->record);
}

static void
ask_cb (HearthApprovalGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_approval_request (self->store, self->record, NULL, &error))
    hearth_tell_error (GTK_WIDGET (self), _ ("Not asked"), error);
}

static void
withdraw_cb (HearthApprovalGroup *self)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_approval_withdraw (self->store, self->record, &error))
    hearth_tell_error (GTK_WIDGET (self), _ ("Not taken back"), error);
}

/* ---- Overrides ---- */

static void
hearth_approval_group_dispose (GObject *object)
{
  HearthApprovalGroup *self = HEARTH_APPROVAL_GROUP (object);

  g_clear_object (&self->store);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (hearth_approval_group_parent_class)->dispose (object);
}

static void
hearth_approval_group_class_init (HearthApprovalGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_approval_group_dispose;
}

static GtkWidget *
add_button (HearthApprovalGroup *self,
            GtkWidget *box,
            const char *label,
            const char *style,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
  return button;
}

static void
hearth_approval_group_init (HearthApprovalGroup *self)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_action_row_new ();
  GtkWidget *box = adw_wrap_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Approval"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  self->row = ADW_ACTION_ROW (row);
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (self->row, GTK_WIDGET (self->icon));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_set_margin_top (box, 12);
  self->approve_button = add_button (self, box, _ ("_Approve"), "suggested-action", G_CALLBACK (approve_cb));
  self->return_button = add_button (self, box, _ ("_Return…"), NULL, G_CALLBACK (return_cb));
  self->ask_button = add_button (self, box, _ ("_Ask for approval"), NULL, G_CALLBACK (ask_cb));
  self->withdraw_button = add_button (self, box, _ ("_Take back"), NULL, G_CALLBACK (withdraw_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_bin_set_child (ADW_BIN (self), group);
}

/* ---- Public ---- */

HearthApprovalGroup *
hearth_approval_group_new (HearthStore *store, HearthRecord *record)
{
  HearthApprovalGroup *self = g_object_new (HEARTH_TYPE_APPROVAL_GROUP, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
