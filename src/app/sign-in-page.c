/* SPDX-License-Identifier: GPL-3.0-or-later
 * Where a person says who they are: house folder, name and password, or the recovery sheet.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/sign-in-page.h"

#include <glib/gi18n-lib.h>

#include "app/own-houses.h"
#include "app/typed-step.h"
#include "core/sandbox.h"
#include "views/outside.h"

struct _HearthSignInPage {
  AdwBin parent_instance;

  /* Template widgets */
  AdwActionRow *folder_row;
  AdwComboRow *house_row; /* in its place in a sandbox */
  AdwEntryRow *user_row;
  AdwPasswordEntryRow *password_row;
  GtkLabel *message_label;
  GtkButton *sign_in_button;
  GtkButton *folder_button;
  GtkStack *button_stack;
  GtkButton *sheet_button;
  HearthTypedStep *sheet_step;

  /* Borrowed */
  AdwNavigationView *navigation;

  /* Owned */
  HearthClock *clock;
  char *folder;
  GStrv houses; /* paths, as the rows of the list, "" for none; NULL outside of a sandbox */
  bool busy;
  guint wait_source;
};

G_DEFINE_FINAL_TYPE (HearthSignInPage, hearth_sign_in_page, ADW_TYPE_BIN)

enum { SIGNED_IN, NEW_HOUSE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static bool
has_all (HearthSignInPage *self)
{
  return self->folder != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->user_row)) != '\0' &&
         *gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0';
}

static void
update (HearthSignInPage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in_button),
                            has_all (self) && !self->busy && self->wait_source == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->user_row), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->password_row), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->folder_button), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->house_row), !self->busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet_button), self->folder != NULL && !self->busy);
  gtk_stack_set_visible_child_name (self->button_stack, self->busy ? "busy" : "words");
}

static void
show_message (HearthSignInPage *self, const char *sentence)
{
  gtk_label_set_text (self->message_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *sentence != '\0');
}

static gboolean
wait_cb (gpointer user_data)
{
  HearthSignInPage *self = user_data;
  unsigned int seconds = hearth_vault_get_wait (self->folder);

  if (seconds > 0)
    {
      g_autofree char *sentence = hearth_store_describe_wait (seconds);

      show_message (self, sentence);
      return G_SOURCE_CONTINUE;
    }
  self->wait_source = 0;
  show_message (self, "");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
  return G_SOURCE_REMOVE;
}

static void
start_waiting (HearthSignInPage *self)
{
  if (self->wait_source == 0 && self->folder != NULL && hearth_vault_get_wait (self->folder) > 0)
    {
      self->wait_source = g_timeout_add_seconds (1, wait_cb, self);
      wait_cb (self);
    }
}

/* What the errors of vault and store mean to who stands before the door; @sheet: with the recovery sheet. Transfer full. */
static char *
dup_sentence (const GError *error, bool sheet)
{
  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    return g_strdup (_ ("This account may not sign in any more. Nothing was changed. If you need it for your "
                        "work, please ask the person who manages the accounts."));
  if (sheet && g_error_matches (error, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_WRONG))
    return g_strdup (_ ("Both halves are typed without a mistake, but they do not open this house. The sheet "
                        "may be of another house, or one that was replaced by a newer sheet, or the halves "
                        "may be of two different sheets."));
  return hearth_store_error_to_sentence (error);
}

static void
show_error (HearthSignInPage *self, const GError *error)
{
  g_autofree char *sentence = dup_sentence (error, false);

  show_message (self, sentence);
  start_waiting (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
  gtk_editable_select_region (GTK_EDITABLE (self->password_row), 0, -1);
}

static void
leave_sheet (HearthSignInPage *self)
{
  hearth_typed_step_clear (self->sheet_step);
  adw_navigation_view_pop_to_tag (self->navigation, "sign-in");
}

static void
set_folder (HearthSignInPage *self, const char *folder)
{
  g_autofree char *shown = NULL;

  g_set_str (&self->folder, folder);
  if (folder == NULL)
    shown = g_strdup (_ ("Not chosen yet"));
  else
    shown = g_filename_display_basename (folder);
  adw_action_row_set_subtitle (self->folder_row, shown);
  g_clear_handle_id (&self->wait_source, g_source_remove);
  show_message (self, "");
  start_waiting (self);
  update (self);
}

static guint
find_house (GStrv houses, const char *folder)
{
  guint nth = 0;

  while (!g_str_equal (houses[nth], folder))
    nth++;
  return nth;
}

/* @houses: (transfer full) */
static void
show_houses (HearthSignInPage *self, GStrv houses, guint selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; houses[i] != NULL; i++)
    gtk_string_list_take (names, *houses[i] != '\0' ? g_filename_display_basename (houses[i])
                                                    : g_strdup (_ ("Not chosen yet")));
  /* The row chooses the first by itself: there is none yet. */
  g_clear_pointer (&self->houses, g_strfreev);
  adw_combo_row_set_model (self->house_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->house_row, selected);
  self->houses = houses;
  gtk_widget_set_visible (GTK_WIDGET (self->folder_row), houses[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->folder_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->house_row), houses[0] != NULL);
}

static void
tell_missing (HearthSignInPage *self, const char *folder)
{
  g_autofree char *name = g_filename_display_basename (folder);
  g_autofree char *sentence =
    self->houses[0] != NULL
      ? g_strdup_printf (_ ("The house “%s” is not there any more. Please choose the one you want."), name)
      : g_strdup_printf (_ ("The house “%s” is not there any more."), name);

  show_message (self, sentence);
}

/* In a sandbox the houses in the program's own folder are all there are to choose from, and @folder, if that was asked for
 * on the command line. Where that is gone no other takes its place: wrong passwords would count there. */
static void
list_houses (HearthSignInPage *self, const char *folder)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) own = hearth_own_houses_list ();
  g_autofree char *asked = g_strdup (folder);
  bool is_own = asked != NULL && g_strv_contains ((const char *const *) own, asked);
  bool is_missing = asked != NULL && !is_own && !g_file_test (asked, G_FILE_TEST_IS_DIR);
  guint selected = 0;

  if (is_missing && own[0] != NULL)
    g_strv_builder_add (all, "");
  g_strv_builder_addv (all, (const char **) own);
  if (asked != NULL && !is_own && !is_missing)
    g_strv_builder_add (all, asked);
  if (asked != NULL && !is_missing)
    selected = is_own ? find_house (own, asked) : g_strv_length (own);
  show_houses (self, g_strv_builder_end (all), selected);
  set_folder (self, is_missing ? NULL : self->houses[selected]);
  if (self->houses[0] == NULL)
    adw_action_row_set_subtitle (self->folder_row, _ ("There is none on this computer yet"));
  if (is_missing)
    tell_missing (self, asked);
}

/* ---- Callbacks ---- */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthSession) session = hearth_session_open_finish (result, &error);

  /* The window is gone. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  self->busy = false;
  update (self);
  if (session == NULL)
    {
      show_error (self, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  show_message (self, "");
  g_signal_emit (self, signals[SIGNED_IN], 0, session);
}

static void
sign_in_cb (HearthSignInPage *self)
{
  if (!has_all (self) || self->busy || self->wait_source != 0)
    return;
  self->busy = true;
  show_message (self, "");
  update (self);
  hearth_session_open_async (self->folder, gtk_editable_get_text (GTK_EDITABLE (self->user_row)),
                             gtk_editable_get_text (GTK_EDITABLE (self->password_row)), self->clock,
                             opened_cb, g_object_ref (self));
}

static void
sheet_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  int wrong_half = 0;
  g_autoptr (HearthSession) session = hearth_session_open_with_sheet_finish (result, &wrong_half, &error);

  /* The window is gone. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  self->busy = false;
  update (self);
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->sheet_step), false, NULL);
  if (session != NULL)
    {
      leave_sheet (self);
      g_signal_emit (self, signals[SIGNED_IN], 0, session);
      return;
    }
  if (wrong_half != 0)
    {
      hearth_typed_step_show_wrong_half (self->sheet_step, wrong_half);
      return;
    }
  sentence = dup_sentence (error, true);
  hearth_step_page_show_message (HEARTH_STEP_PAGE (self->sheet_step), sentence);
}

static void
sheet_next_cb (HearthSignInPage *self)
{
  if (self->busy || self->folder == NULL)
    return;
  self->busy = true;
  update (self);
  hearth_step_page_set_busy (HEARTH_STEP_PAGE (self->sheet_step), true, NULL);
  hearth_session_open_with_sheet_async (self->folder, hearth_typed_step_get_first_half (self->sheet_step),
                                        hearth_typed_step_get_second_half (self->sheet_step), self->clock,
                                        sheet_opened_cb, g_object_ref (self));
}

static void
sheet_cb (HearthSignInPage *self)
{
  hearth_sign_in_page_show_sheet (self);
}

/* What was typed does not wait there for the next one. */
static void
popped_cb (HearthSignInPage *self)
{
  hearth_typed_step_clear (self->sheet_step);
}

static void
next_cb (HearthSignInPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
edited_cb (HearthSignInPage *self)
{
  /* Without a folder it says what is missing. */
  if (self->wait_source == 0 && self->folder != NULL)
    show_message (self, "");
  update (self);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    hearth_sign_in_page_set_folder (self, g_file_peek_path (folder));
  else if (!hearth_outside_was_left (error))
    show_message (self, _ ("That folder cannot be used. Please choose one on this computer."));
}

static void
choose_folder_cb (HearthSignInPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GCancellable) outside = hearth_outside_begin (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Choose the house folder"));
  if (self->folder != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), outside,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
house_selected_cb (HearthSignInPage *self)
{
  guint selected = adw_combo_row_get_selected (self->house_row);
  const char *folder;

  if (self->houses == NULL || selected >= g_strv_length (self->houses))
    return;
  folder = *self->houses[selected] != '\0' ? self->houses[selected] : NULL;
  if (g_strcmp0 (folder, self->folder) != 0)
    set_folder (self, folder);
}

static void
new_house_cb (HearthSignInPage *self)
{
  g_signal_emit (self, signals[NEW_HOUSE], 0);
}

/* ---- Overrides ---- */

static void
hearth_sign_in_page_dispose (GObject *object)
{
  HearthSignInPage *self = HEARTH_SIGN_IN_PAGE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->houses, g_strfreev);

  G_OBJECT_CLASS (hearth_sign_in_page_parent_class)->dispose (object);
}

static void
hearth_sign_in_page_class_init (HearthSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HEARTH_TYPE_TYPED_STEP);
  G_OBJECT_CLASS (klass)->dispose = hearth_sign_in_page_dispose;

  signals[SIGNED_IN] = g_signal_new ("signed-in", HEARTH_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, HEARTH_TYPE_SESSION);
  signals[NEW_HOUSE] = g_signal_new ("new-house", HEARTH_TYPE_SIGN_IN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/app/sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, button_stack);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, house_row);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, sheet_button);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, sheet_step);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, HearthSignInPage, user_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, house_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_house_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
}

static void
hearth_sign_in_page_init (HearthSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Not bound: the template's end would take the child away from under AdwBin. */
  self->navigation = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
  hearth_sign_in_page_set_folder (self, NULL);
}

/* ---- Public ---- */

HearthSignInPage *
hearth_sign_in_page_new (HearthClock *clock)
{
  HearthSignInPage *self = g_object_new (HEARTH_TYPE_SIGN_IN_PAGE, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

void
hearth_sign_in_page_set_folder (HearthSignInPage *self, const char *folder)
{
  g_return_if_fail (HEARTH_IS_SIGN_IN_PAGE (self));
  if (hearth_sandbox_is_inside ())
    list_houses (self, folder);
  else
    set_folder (self, folder);
}

void
hearth_sign_in_page_set_user (HearthSignInPage *self, const char *user)
{
  g_return_if_fail (HEARTH_IS_SIGN_IN_PAGE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->user_row), user != NULL ? user : "");
}

void
hearth_sign_in_page_show_sheet (HearthSignInPage *self)
{
  g_return_if_fail (HEARTH_IS_SIGN_IN_PAGE (self));
  g_return_if_fail (self->folder != NULL);
  adw_navigation_view_push_by_tag (self->navigation, "sheet");
}

void
hearth_sign_in_page_start (HearthSignInPage *self)
{
  g_return_if_fail (HEARTH_IS_SIGN_IN_PAGE (self));
  if (!g_str_equal (adw_navigation_view_get_visible_page_tag (self->navigation), "sign-in"))
    return;
  if (self->folder == NULL && gtk_widget_get_visible (GTK_WIDGET (self->folder_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->folder_button));
  else if (self->folder == NULL && gtk_widget_get_visible (GTK_WIDGET (self->house_row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->house_row));
  else if (*gtk_editable_get_text (GTK_EDITABLE (self->user_row)) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->user_row));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}
