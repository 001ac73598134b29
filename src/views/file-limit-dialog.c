/* SPDX-License-Identifier: GPL-3.0-or-later
 * Limiting a file to named people, and declaring that somebody must not see it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-limit-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/problem.h"
#include "records/problem-text.h"
#include "records/types.h"
#include "rules/file-limits.h"
#include "views/tell.h"
#include "widgets/record-form.h"

/* ---- Both dialogs ---- */

typedef struct {
  HearthStore *store;
  char *resident;
  AdwDialog *dialog; /* borrowed, as the following */
  GtkWidget *save_button;
  GPtrArray *checks; /* of GtkCheckButton; NULL for a conflict */
  HearthRecordForm *form;
  HearthRecord *record;
} Limiting;

static void
limiting_free (gpointer data)
{
  Limiting *limiting = data;

  g_object_unref (limiting->store);
  g_object_unref (limiting->record);
  g_clear_pointer (&limiting->checks, g_ptr_array_unref);
  g_free (limiting->resident);
  g_free (limiting);
}

static HearthRecord *
new_limit (HearthStore *store, const char *resident, const char *kind)
{
  HearthRecord *limit = hearth_record_new (&hearth_file_limit_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  hearth_record_set (limit, "resident", resident);
  hearth_record_set (limit, "kind", kind);
  hearth_record_set (limit, "start", today);
  return limit;
}

static void
tell_not_saved (Limiting *limiting, GPtrArray *problems, const GError *error)
{
  const HearthProblem *first = problems != NULL && problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  if (first != NULL)
    hearth_record_form_show_problems (limiting->form, problems);
  if (first != NULL && !hearth_record_form_focus_field (limiting->form, first->field))
    {
      g_autofree char *sentence = hearth_problem_to_sentence (&hearth_file_limit_type, first);

      hearth_tell (GTK_WIDGET (limiting->dialog), _ ("Not saved yet"), sentence);
    }
  else if (first == NULL)
    hearth_tell_error (GTK_WIDGET (limiting->dialog), _ ("Not saved yet"), error);
}

static GtkBox *
make_dialog (Limiting *limiting, const char *title, const char *explanation, GCallback save)
{
  GtkWidget *view = adw_toolbar_view_new (), *bar = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *words = gtk_label_new (explanation);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  limiting->dialog = adw_dialog_new ();
  limiting->save_button = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (limiting->save_button, "suggested-action");
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (adw_dialog_close), limiting->dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect (limiting->save_button, "clicked", save, limiting);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), limiting->save_button);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), words);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_title (limiting->dialog, title);
  adw_dialog_set_content_width (limiting->dialog, 460);
  adw_dialog_set_child (limiting->dialog, view);
  g_object_set_data_full (G_OBJECT (limiting->dialog), "hearth-limiting", limiting, limiting_free);
  return GTK_BOX (box);
}

static void
add_form (Limiting *limiting, GtkBox *box, const char *const *fields)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (limiting->store));

  limiting->form =
    hearth_record_form_new_rows (limiting->record, today, fields, ADW_PREFERENCES_GROUP (group));
  gtk_box_append (box, group);
  gtk_box_append (box, GTK_WIDGET (limiting->form));
}

static Limiting *
limiting_new (HearthStore *store, const char *resident, const char *kind)
{
  Limiting *limiting = g_new0 (Limiting, 1);

  limiting->store = g_object_ref (store);
  limiting->resident = g_strdup (resident);
  limiting->record = new_limit (store, resident, kind);
  return limiting;
}

/* ---- A conflict of interest ---- */

static void
save_conflict_cb (GtkWidget *button, Limiting *limiting)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwDialog) dialog = g_object_ref (limiting->dialog);

  if (!hearth_record_form_commit (limiting->form, NULL))
    return;
  if (hearth_store_save (limiting->store, limiting->record, NULL, &problems, &error))
    adw_dialog_close (dialog);
  else
    tell_not_saved (limiting, problems, error);
}

void
hearth_file_limit_ask_for_conflict (GtkWidget *near, HearthStore *store, const char *resident)
{
  static const char *const fields[] = { "person", "reason", "until", NULL };
  Limiting *limiting = limiting_new (store, resident, "conflict");
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GListModel) accounts = NULL;
  GtkBox *box =
    make_dialog (limiting, _ ("Conflict of interest"),
                 _ ("Somebody who is related to the resident or otherwise involved must not see the "
                    "file. For this person the resident appears nowhere, also not in an emergency."),
                 G_CALLBACK (save_conflict_cb));

  add_form (limiting, box, fields);
  hearth_query_set_sort (query, "name", false);
  accounts = hearth_store_list (store, query, NULL);
  if (accounts != NULL)
    hearth_record_form_set_link_model (limiting->form, "person", accounts);
  adw_dialog_present (limiting->dialog, near);
}

/* ---- Named people ---- */

static void
checks_changed_cb (Limiting *limiting)
{
  bool any = false;

  for (guint i = 0; i < limiting->checks->len && !any; i++)
    any = gtk_check_button_get_active (g_ptr_array_index (limiting->checks, i));
  gtk_widget_set_sensitive (limiting->save_button, any);
}

static bool
save_names (Limiting *limiting, GPtrArray **problems, GError **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  for (guint i = 0; i < limiting->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (limiting->checks, i)))
      g_ptr_array_add (accounts, g_object_get_data (g_ptr_array_index (limiting->checks, i), "account"));
  g_ptr_array_add (accounts, NULL);
  return hearth_file_limit_name (limiting->store, limiting->resident, (const char *const *) accounts->pdata,
                                 hearth_record_get (limiting->record, "reason"), problems, error);
}

static void
save_names_cb (GtkWidget *button, Limiting *limiting)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AdwDialog) dialog = g_object_ref (limiting->dialog);

  if (!hearth_record_form_commit (limiting->form, NULL))
    return;
  if (save_names (limiting, &problems, &error))
    adw_dialog_close (dialog);
  else
    tell_not_saved (limiting, problems, error);
}

static bool
is_named (GPtrArray *limits, const char *account)
{
  for (guint i = 0; limits != NULL && i < limits->len; i++)
    {
      HearthRecord *limit = g_ptr_array_index (limits, i);

      if (g_str_equal (hearth_record_get (limit, "kind"), "named") &&
          g_str_equal (hearth_record_get (limit, "person"), account))
        return true;
    }
  return false;
}

static GtkWidget *
make_person_row (Limiting *limiting, const HearthFileReader *reader, bool own)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  const char *id = hearth_record_get_id (reader->account);
  g_autofree char *role = hearth_record_dup_subtitle (reader->account);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_record_get (reader->account, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), role);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "account", g_strdup (id), g_free);
  /* Whoever limits a file most often works with it. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), own);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (checks_changed_cb), limiting);
  g_ptr_array_add (limiting->checks, check);
  return row;
}

static GtkWidget *
make_people (Limiting *limiting)
{
  GtkWidget *group = adw_preferences_group_new ();
  HearthRecord *own = hearth_store_get_account (limiting->store);
  g_autoptr (GPtrArray) limits = hearth_file_limit_list (limiting->store, limiting->resident);
  g_autoptr (GPtrArray) readers = hearth_file_limits_list_readers (limiting->store, limiting->resident, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Who works with this file"));
  for (guint i = 0; readers != NULL && i < readers->len; i++)
    {
      const HearthFileReader *reader = g_ptr_array_index (readers, i);
      const char *id = hearth_record_get_id (reader->account);

      if (!is_named (limits, id))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   make_person_row (limiting, reader,
                                                    own != NULL &&
                                                      g_str_equal (id, hearth_record_get_id (own))));
    }
  return group;
}

void
hearth_file_limit_ask_for_names (GtkWidget *near, HearthStore *store, const char *resident)
{
  static const char *const fields[] = { "reason", NULL };
  Limiting *limiting = limiting_new (store, resident, "named");
  GtkBox *box =
    make_dialog (limiting, _ ("Limit this file"),
                 _ ("As soon as one person is named, everybody else sees only what the safety of the "
                    "house needs. Each of those named still sees what their role opens."),
                 G_CALLBACK (save_names_cb));

  limiting->checks = g_ptr_array_new ();
  add_form (limiting, box, fields);
  gtk_box_append (box, make_people (limiting));
  checks_changed_cb (limiting);
  adw_dialog_present (limiting->dialog, near);
}
