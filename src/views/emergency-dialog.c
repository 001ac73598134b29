/* SPDX-License-Identifier: GPL-3.0-or-later
 * Asking for the reason to open a file in an emergency, and saying what that brings with it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/emergency-dialog.h"

#include <glib/gi18n-lib.h>

#include "records/problem-text.h"
#include "records/types.h"
#include "rules/emergency.h"
#include "views/tell.h"
#include "widgets/field-row.h"

#define OPEN "open"
/* As the record itself asks for: security.md, "Roles and tiers". */
#define FEWEST_CHARACTERS 15

typedef struct {
  GtkWidget *near; /* weak */
  AdwAlertDialog *dialog; /* borrowed, as the next two */
  HearthFieldRow *row;
  GtkLabel *left;
  HearthStore *store;
  char *resident;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->near);
  g_object_unref (asking->store);
  g_free (asking->resident);
  g_free (asking);
}

static char *
dup_reason (Asking *asking)
{
  return g_strstrip (hearth_field_row_dup_text (asking->row));
}

static void
edited_cb (HearthFieldRow *row, Asking *asking)
{
  g_autofree char *reason = dup_reason (asking);
  glong n = g_utf8_strlen (reason, -1);
  gulong missing = n < FEWEST_CHARACTERS ? (gulong) (FEWEST_CHARACTERS - n) : 0;
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu more character is needed",
                                                         "%lu more characters are needed", missing),
                                            missing);

  /* It keeps its place, so that nothing moves while somebody types. */
  gtk_label_set_label (asking->left, missing > 0 ? words : _ ("This is enough to open the file."));
  adw_alert_dialog_set_response_enabled (asking->dialog, OPEN, missing == 0);
}

static void
tell_not_opened (Asking *asking, GPtrArray *problems, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (problems == NULL || problems->len == 0)
    {
      hearth_tell_error (asking->near, _ ("The file was not opened"), error);
      return;
    }
  sentence = hearth_problem_to_sentence (&hearth_emergency_access_type, g_ptr_array_index (problems, 0));
  hearth_tell (asking->near, _ ("The file was not opened"), sentence);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *reason = dup_reason (asking);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, OPEN) || asking->near == NULL)
    return;
  if (!hearth_emergency_open (asking->store, asking->resident, reason, &problems, &error) &&
      asking->near != NULL)
    tell_not_opened (asking, problems, error);
}

static char *
describe_what_happens (void)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "You will see this file for %d minute. The house manager and the director "
                 "read your reason, and a second person reviews it together with what you "
                 "looked at. What is sealed with a key stays sealed.",
                 "You will see this file for %d minutes. The house manager and the director "
                 "read your reason, and a second person reviews it together with what you "
                 "looked at. What is sealed with a key stays sealed.",
                 HEARTH_EMERGENCY_MINUTES),
    HEARTH_EMERGENCY_MINUTES);
}

static GtkWidget *
make_content (Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row =
    hearth_field_row_new (hearth_record_type_lookup_field (&hearth_emergency_access_type, "reason"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  asking->row = HEARTH_FIELD_ROW (row);
  asking->left = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (asking->left, TRUE);
  gtk_label_set_xalign (asking->left, 0);
  gtk_widget_add_css_class (GTK_WIDGET (asking->left), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (asking->left), "numeric");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (asking->left));
  return box;
}

void
hearth_emergency_dialog_present (GtkWidget *near, HearthStore *store, const char *resident)
{
  g_autofree char *body = describe_what_happens ();
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Open in an emergency?"), body);
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->near, near);
  asking->dialog = ADW_ALERT_DIALOG (dialog);
  asking->store = g_object_ref (store);
  asking->resident = g_strdup (resident);
  adw_alert_dialog_set_extra_child (asking->dialog, make_content (asking));
  adw_alert_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), OPEN, _ ("_Open the file"), NULL);
  adw_alert_dialog_set_response_appearance (asking->dialog, OPEN, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (asking->dialog, "cancel");
  g_signal_connect (asking->row, "edited", G_CALLBACK (edited_cb), asking);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  edited_cb (asking->row, asking);
  adw_dialog_set_focus (dialog, GTK_WIDGET (asking->row));
  adw_dialog_present (dialog, near);
}
