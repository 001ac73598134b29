/* SPDX-License-Identifier: GPL-3.0-or-later
 * Checking the whole house: how far it is, and what was found.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/verify-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/job.h"
#include "store/audit.h"

/* Who has more trouble than that needs a copy, not a longer list. */
#define MOST_FINDINGS 50

struct _HearthVerifyDialog {
  AdwDialog parent_instance;

  /* Borrowed */
  AdwStatusPage *status;
  GtkProgressBar *progress_bar;
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthKeyring *keyring;
  HearthJob *job; /* NULL unless at work */
};

G_DEFINE_FINAL_TYPE (HearthVerifyDialog, hearth_verify_dialog, ADW_TYPE_DIALOG)

typedef struct {
  char *folder;
  HearthKeyring *keyring;
} VerifyData;

static void
verify_data_free (gpointer user_data)
{
  VerifyData *data = user_data;

  g_free (data->folder);
  g_object_unref (data->keyring);
  g_free (data);
}

/* ---- Showing ---- */

static void
show (HearthVerifyDialog *self, const char *icon_name, const char *heading, const char *words)
{
  adw_status_page_set_icon_name (self->status, icon_name);
  adw_status_page_set_title (self->status, heading);
  adw_status_page_set_description (self->status, words);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->job != NULL);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What was read, so that "nothing was found" is worth something. */
static char *
describe (const HearthVerification *verification)
{
  gulong n_rows = (gulong) verification->audit_rows, n_records = (gulong) verification->records,
         n_files = (gulong) verification->attachments;
  g_autofree char *rows =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu row of the audit", "%lu rows of the audit", n_rows),
                     n_rows);
  g_autofree char *records =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu record", "%lu records", n_records), n_records);
  g_autofree char *files =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu file", "%lu files", n_files), n_files);

  /* Translators: how much was read, then the end of the audit as it stands on paper */
  return g_strdup_printf (_ ("Read: %s, %s, %s.\nThe audit ends with %s."), rows, records, files,
                          verification->anchor);
}

static GtkWidget *
make_finding_row (const HearthFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *where = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->sentence);
  if (finding->sequence > 0)
    {
      where = g_strdup_printf (_ ("Row %d of the audit"), (int) finding->sequence);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static void
show_findings (HearthVerifyDialog *self, const HearthVerification *verification)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < MIN (verification->findings->len, MOST_FINDINGS); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_finding_row (g_ptr_array_index (verification->findings, i)));
  gtk_box_append (self->box, group);
}

static void
show_result (HearthVerifyDialog *self, const HearthVerification *verification)
{
  guint n = verification->findings->len;
  g_autofree char *words = describe (verification);
  g_autofree char *heading = NULL;

  if (n == 0)
    {
      show (self, "object-select-symbolic", _ ("The house is whole"), words);
      return;
    }
  heading = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is not as it should be",
                                          "%u things are not as they should be", n),
                             n);
  show (self, "dialog-warning-symbolic", heading, words);
  show_findings (self, verification);
}

/* ---- Work ---- */

/* In the thread. */
static gpointer
verify (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  VerifyData *data = user_data;

  return hearth_house_verify (data->folder, data->keyring, hearth_job_tell_progress, job, cancellable, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthVerification) verification = hearth_job_run_finish (HEARTH_JOB (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->store == NULL)
    return;
  g_clear_object (&self->job);
  if (verification != NULL)
    {
      show_result (self, verification);
      return;
    }
  sentence = hearth_store_error_to_sentence (error);
  show (self, "dialog-error-symbolic", _ ("The house could not be checked"), sentence);
}

static void
start (HearthVerifyDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  VerifyData *data;

  /* A house on a failing disk can still be checked. */
  if (!hearth_store_is_read_only (self->store) &&
      !hearth_store_note (self->store, "verify", NULL, NULL, NULL, &error))
    {
      sentence = hearth_store_error_to_sentence (error);
      show (self, "dialog-error-symbolic", _ ("The house could not be checked"), sentence);
      return;
    }
  data = g_new0 (VerifyData, 1);
  data->folder = g_strdup (hearth_store_get_folder (self->store));
  data->keyring = g_object_ref (self->keyring);
  self->job = hearth_job_new ();
  g_object_bind_property (self->job, "fraction", self->progress_bar, "fraction", G_BINDING_SYNC_CREATE);
  show (self, "security-high-symbolic", _ ("Checking the house"),
        _ ("Every page, every row of the audit with its signature, every record and every file is read. You "
           "can "
           "stop at any time."));
  hearth_job_run_async (self->job, verify, (GDestroyNotify) hearth_verification_free, data, verify_data_free,
                        done_cb, g_object_ref (self));
}

/* ---- Overrides ---- */

static void
hearth_verify_dialog_closed (AdwDialog *dialog)
{
  HearthVerifyDialog *self = HEARTH_VERIFY_DIALOG (dialog);

  if (self->job != NULL)
    hearth_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->store);
  g_clear_object (&self->keyring);
}

static void
hearth_verify_dialog_dispose (GObject *object)
{
  hearth_verify_dialog_closed (ADW_DIALOG (object));
  G_OBJECT_CLASS (hearth_verify_dialog_parent_class)->dispose (object);
}

static void
hearth_verify_dialog_class_init (HearthVerifyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_verify_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearth_verify_dialog_closed;
}

static void
hearth_verify_dialog_init (HearthVerifyDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new (), *scroller = gtk_scrolled_window_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->progress_bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Checking the house"), -1);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_box_append (self->box, GTK_WIDGET (self->status));
  gtk_box_append (self->box, GTK_WIDGET (self->progress_bar));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Check of the house"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/* ---- Public ---- */

HearthVerifyDialog *
hearth_verify_dialog_new (HearthSession *session)
{
  HearthVerifyDialog *self = g_object_new (HEARTH_TYPE_VERIFY_DIALOG, NULL);

  self->store = g_object_ref (hearth_session_get_store (session));
  self->keyring = g_object_ref (hearth_session_get_keyring (session));
  start (self);
  return self;
}
