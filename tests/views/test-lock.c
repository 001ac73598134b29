/* SPDX-License-Identifier: GPL-3.0-or-later
 * Locking without being asked, and what is left then; covering the screen.
 */
#include "app/backup-place.h"
#include "app/cover.h"
#include "records/types.h"
#include "store/audit-list.h"
#include "views/desktop.h"
#include "views/drive.h"
#include "views/editor-page.h"

#include <glib/gstdio.h>

#define SENTENCE "Slept well, and laughed at breakfast"
#define FIELD "positive_moment"
#define FIVE_MINUTES 300
#define DEPTH 100 /* of folders */

static bool
is_locked (Drive *drive)
{
  return hearth_window_get_session (drive->window) == NULL;
}

/* The rows of the audit that tell of closings, the newest first, joined. Signs in for it. */
static char *
dup_closings (Drive *drive)
{
  static const char *const actions[] = { "lock", "idle", "screen", "resume", "quit", NULL };
  const HearthAuditQuery query = { .actions = actions };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) lines = NULL;
  GString *joined = g_string_new (NULL);

  drive_sign_in_again (drive);
  lines = hearth_store_list_audit (drive_get_store (drive), &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (HearthAuditLine) line = g_list_model_get_item (lines, i);

      g_string_append_printf (joined, "%s ", hearth_audit_line_get_action (line));
    }
  return g_string_free (joined, FALSE);
}

/* Everything up to the closing that the house was made with. */
#define assert_closings(drive, expected)                        \
  G_STMT_START                                                  \
  {                                                             \
    g_autofree char *closings_ = dup_closings (drive);          \
    g_assert_true (g_str_has_prefix (closings_, expected " ")); \
  }                                                             \
  G_STMT_END

static void
begin_typing (Drive *drive)
{
  drive_begin_entry (drive);
  drive_type (drive_get_page (drive), FIELD, SENTENCE);
}

static void
assert_typed (Drive *drive)
{
  g_autofree char *text = hearth_field_row_dup_text (drive_get_row (drive_get_page (drive), FIELD));

  g_assert_cmpstr (text, ==, SENTENCE);
}

/* What was typed waits after signing in. */
static void
assert_text_kept (Drive *drive)
{
  if (is_locked (drive))
    drive_sign_in_again (drive);
  drive_activate (drive, "win.section", "today");
  hearth_test_wait_until (drive_find (drive_get_page (drive), GTK_TYPE_LABEL,
                                      "1 unfinished entry is waiting"));
  drive_press (drive_get_page (drive), "Continue");
  g_assert_true (HEARTH_IS_EDITOR_PAGE (drive_get_page (drive)));
  assert_typed (drive);
}

static GtkWindow *
find_other_window (Drive *drive)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (unsigned int i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (drive->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
show_report (Drive *drive)
{
  g_autoptr (HearthRecord) resident = drive_add_resident (drive, "Mali");

  drive_activate (drive, "win.report", hearth_record_get_id (resident));
  drive_press (drive_get_page (drive), "Show the report");
}

static bool
is_covered (Drive *drive)
{
  return drive_find (drive->window, HEARTH_TYPE_COVER, NULL) != NULL;
}

/* ---- By itself ---- */

static void
test_idle (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthLockWatch *watch = hearth_window_get_watch (drive->window);
  AdwBanner *banner = drive_need (drive->window, ADW_TYPE_BANNER, NULL);

  begin_typing (drive);
  hearth_lock_watch_touch (watch);
  drive_pass (drive, FIVE_MINUTES - 21);
  g_assert_false (hearth_lock_watch_is_ending (watch));
  drive_pass (drive, 1);
  g_assert_true (hearth_lock_watch_is_ending (watch));
  g_assert_true (adw_banner_get_revealed (banner) ||
                 drive_find (drive->window, GTK_TYPE_LABEL,
                             "Locks in 20 seconds. Move the pointer to stay."));

  /* Whoever moves stays. */
  hearth_lock_watch_touch (watch);
  g_assert_false (hearth_lock_watch_is_ending (watch));
  drive_pass (drive, FIVE_MINUTES - 1);
  g_assert_false (is_locked (drive));
  drive_pass (drive, 1);
  g_assert_true (is_locked (drive));
  g_assert_false (hearth_lock_watch_is_ending (watch));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (drive->window)), ==, "Hearth");
  assert_closings (drive, "idle");
  assert_text_kept (drive);
}

static void
test_minutes_of_the_house (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  AdwDialog *dialog;

  drive_activate (drive, "win.preferences", NULL);
  dialog = drive_get_dialog (drive);
  adw_combo_row_set_selected (drive_need (dialog, ADW_TYPE_COMBO_ROW, "Lock when nobody is there"), 1);
  hearth_test_settle ();
  g_assert_cmpstr (hearth_record_get (hearth_store_get_house (drive_get_store (drive)), "lock_minutes"), ==,
                   "2");
  adw_dialog_force_close (dialog);
  hearth_lock_watch_touch (hearth_window_get_watch (drive->window));
  drive_pass (drive, 119);
  g_assert_false (is_locked (drive));
  drive_pass (drive, 1);
  g_assert_true (is_locked (drive));
}

/* Nobody is signed in: nothing to lock, and nothing that says so. */
static void
test_idle_at_sign_in (void)
{
  g_autoptr (Drive) drive = drive_new ();

  drive_pass (drive, 10 * FIVE_MINUTES);
  g_assert_true (is_locked (drive));
  g_assert_false (hearth_lock_watch_is_ending (hearth_window_get_watch (drive->window)));
}

/* Real keys and a real pointer reach the watch, wherever in the window they go. */
static void
press_key (const char *key)
{
  const char *arguments[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
move_pointer (const char *x)
{
  const char *arguments[] = { "xdotool", "mousemove", x, "300", NULL };
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_keys_and_pointer (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  HearthLockWatch *watch = hearth_window_get_watch (drive->window);

  hearth_test_wait_until (gtk_window_is_active (GTK_WINDOW (drive->window)));
  drive_pass (drive, FIVE_MINUTES - 10);
  g_assert_true (hearth_lock_watch_is_ending (watch));
  press_key ("shift");
  hearth_test_wait_until (!hearth_lock_watch_is_ending (watch));

  drive_pass (drive, FIVE_MINUTES - 10);
  g_assert_true (hearth_lock_watch_is_ending (watch));
  move_pointer ("310");
  move_pointer ("320");
  hearth_test_wait_until (!hearth_lock_watch_is_ending (watch));

  /* A dialog is in the same window. */
  drive_activate (drive, "win.search", NULL);
  drive_pass (drive, FIVE_MINUTES - 10);
  g_assert_true (hearth_lock_watch_is_ending (watch));
  press_key ("a");
  hearth_test_wait_until (!hearth_lock_watch_is_ending (watch));
}

/* F9 and Ctrl+L work wherever the keyboard is: on a page, in a dialog. */
static void
test_keys_over_everything (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  hearth_test_wait_until (gtk_window_is_active (GTK_WINDOW (drive->window)));
  press_key ("F9");
  hearth_test_wait_until (is_covered (drive));
  press_key ("F9");
  hearth_test_wait_until (!is_covered (drive));
  press_key ("ctrl+l");
  hearth_test_wait_until (is_locked (drive));
  drive_sign_in_again (drive);
  drive_activate (drive, "win.preferences", NULL);
  press_key ("ctrl+l");
  hearth_test_wait_until (is_locked (drive));
  drive_sign_in_again (drive);
  drive_activate (drive, "win.preferences", NULL);
  press_key ("F9");
  hearth_test_wait_until (is_covered (drive));
  press_key ("F9");
  hearth_test_wait_until (!is_covered (drive));
  press_key ("ctrl+l");
  hearth_test_wait_until (is_locked (drive));
}

/* The clocks are looked at before anything is painted. */
static void
test_resume (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (drive->window));

  begin_typing (drive);
  /* A computer that is busy halts now and then. */
  drive_sleep (1.5);
  drive_pass (drive, 1);
  g_assert_false (is_locked (drive));
  drive_sleep (2.5);
  g_signal_emit_by_name (clock, "before-paint");
  g_assert_true (is_locked (drive));
  assert_closings (drive, "resume");
  assert_text_kept (drive);

  /* The first key after waking up does not come too late either. */
  drive_sleep (60);
  hearth_lock_watch_touch (hearth_window_get_watch (drive->window));
  g_assert_true (is_locked (drive));
}

/* ---- From the desktop ---- */

static void
test_logind (void)
{
  g_autoptr (Logind) logind = logind_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();

  hearth_test_wait_until (logind->delay >= 0);
  /* Of somebody else's session. */
  desktop_say (logind->bus, "/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock",
               NULL);
  desktop_say (logind->bus, LOGIND_SESSION, "org.freedesktop.login1.Session", "Lock", NULL);
  hearth_test_wait_until (is_locked (drive));
  assert_closings (drive, "screen");

  /* It sleeps only when everything is closed, and the next time too. */
  for (unsigned int i = 0; i < 2; i++)
    {
      g_assert_false (is_locked (drive));
      g_assert_false (logind_is_let_go (logind));
      desktop_say (logind->bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                   "PrepareForSleep", g_variant_new ("(b)", TRUE));
      hearth_test_wait_until (logind_is_let_go (logind));
      g_assert_true (is_locked (drive));
      logind_forget (logind);
      desktop_say (logind->bus, "/org/freedesktop/login1", "org.freedesktop.login1.Manager",
                   "PrepareForSleep", g_variant_new ("(b)", FALSE));
      hearth_test_wait_until (logind->delay >= 0);
      assert_closings (drive, "resume");
    }
}

/* As the desktop tells the toolkit. */
static void
test_screen (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  begin_typing (drive);
  desktop_say (desktop_get_bus (), "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
               g_variant_new ("(b)", TRUE));
  hearth_test_wait_until (is_locked (drive));
  /* The keys do not wait for a copy when somebody else may sit down. */
  g_assert_false (hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
  desktop_say (desktop_get_bus (), "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged",
               g_variant_new ("(b)", FALSE));
  assert_closings (drive, "screen");
  assert_text_kept (drive);
}

/* ---- What is left ---- */

static void
collect (GtkWidget *widget, GPtrArray *refs)
{
  GWeakRef *ref;

  /* The toolkit's own, one for the whole display. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, widget);
  g_ptr_array_add (refs, ref);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, refs);
}

static void
weak_ref_free (gpointer ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static unsigned int
count_alive (GPtrArray *refs)
{
  unsigned int n = 0;

  for (guint i = 0; i < refs->len; i++)
    {
      g_autoptr (GObject) alive = g_weak_ref_get (g_ptr_array_index (refs, i));

      if (alive != NULL && n++ < 5)
        g_test_message ("a %s is left, with %u references", G_OBJECT_TYPE_NAME (alive), alive->ref_count - 1);
    }
  return n;
}

static int
use_key (const guint8 *key, gsize length, gpointer user_data)
{
  return 0;
}

/* Locks over whatever is up, then looks that nothing of the house is in memory. */
static void
lock_and_look (Drive *drive)
{
  HearthSession *session = hearth_window_get_session (drive->window);
  g_autoptr (HearthKeyring) keyring = g_object_ref (hearth_session_get_keyring (session));
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (weak_ref_free);
  g_autoptr (GListModel) dialogs =
    adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (drive->window));
  GWeakRef *store = g_new0 (GWeakRef, 1);

  collect (GTK_WIDGET (hearth_window_get_pane (drive->window)), refs);
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (dialogs, i);

      collect (dialog, refs);
    }
  g_weak_ref_init (store, hearth_session_get_store (session));
  g_ptr_array_add (refs, store);

  drive_activate (drive, "win.lock", NULL);
  g_assert_true (is_locked (drive));
  g_assert_null (drive_get_dialog (drive));
  hearth_test_wait_until (!hearth_backup_keeper_is_working (hearth_window_get_keeper (drive->window)));
  hearth_test_wait_until (count_alive (refs) == 0);
  g_assert_cmpint (hearth_keyring_use_house_key (keyring, use_key, NULL), ==, -1);
}

static void
test_nothing_left (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  static const char *const sections[] = { "residents", "reports", "today" };

  begin_typing (drive);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    drive_activate (drive, "win.section", sections[i]);
  lock_and_look (drive);
  drive_need (drive->window, GTK_TYPE_BUTTON, "Sign in");
  assert_text_kept (drive);
}

/* What fades away shows what is in it meanwhile: it must be gone at once, animated or not. */
static void
test_over_dialogs (void)
{
  static const char *const dialogs[] = { "win.preferences", "win.shortcuts", "win.about", "win.help",
                                         "win.copies" };
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (weak_ref_free);
  gboolean animations;
  GtkWidget *search;

  begin_typing (drive);
  drive_activate (drive, "win.search", NULL);
  drive_activate (drive, "win.preferences", NULL);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  collect (GTK_WIDGET (drive_get_dialog (drive)), refs);
  hearth_window_lock (drive->window, "lock");
  for (guint i = 0; i < refs->len; i++)
    {
      g_autoptr (GtkWidget) widget = g_weak_ref_get (g_ptr_array_index (refs, i));

      g_assert_true (widget == NULL || !gtk_widget_get_mapped (widget));
    }
  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  g_assert_true (animations);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  assert_text_kept (drive);

  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_test_message ("over “%s”", dialogs[i]);
      if (is_locked (drive))
        drive_sign_in_again (drive);
      drive_activate (drive, "win.search", NULL);
      drive_activate (drive, dialogs[i], NULL);
      lock_and_look (drive);

      /* And before it has the keyboard. */
      drive_sign_in_again (drive);
      drive_activate (drive, "win.search", NULL);
      search = GTK_WIDGET (drive_get_dialog (drive));
      hearth_test_wait_until (gtk_widget_get_focus_child (search) != NULL);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), dialogs[i], NULL));
      lock_and_look (drive);
    }
}

static void
test_over_a_popover (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  begin_typing (drive);
  drive_activate (drive, "win.menu", NULL);
  lock_and_look (drive);
  assert_text_kept (drive);
}

static void
test_over_printing (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  show_report (drive);
  drive_activate (drive, "win.print", NULL);
  hearth_test_wait_until (find_other_window (drive) != NULL);
  lock_and_look (drive);
  hearth_test_wait_until (find_other_window (drive) == NULL);
}

static void
test_over_a_file_chooser (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  show_report (drive);
  drive_activate (drive, "win.save", NULL);
  hearth_test_wait_until (find_other_window (drive) != NULL);
  lock_and_look (drive);
  hearth_test_wait_until (find_other_window (drive) == NULL);
}

/* However many of the folders on the way down to the one it shows a file chooser knows by then: it asks for them one
 * after the other. */
static void
test_closing_a_file_chooser (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autofree char *folder = hearth_test_folder_new (); /* stays, as it can still be asked for afterwards */
  g_autofree char *before = g_get_current_dir ();
  bool knows_all = false;

  g_assert_no_errno (g_chdir (folder));
  for (int depth = 0; depth < DEPTH; depth++)
    {
      g_assert_no_errno (g_mkdir ("d", 0700));
      g_assert_no_errno (g_chdir ("d"));
    }
  show_report (drive);
  for (int n_turns = 0; !knows_all; n_turns += 2)
    {
      GtkWindow *chooser;
      GtkWidget *bar;

      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.save", NULL));
      chooser = find_other_window (drive);
      bar = drive_need (chooser, g_type_from_name ("GtkPathBar"), NULL);
      for (int i = 0; i < n_turns && !knows_all; i++)
        {
          g_main_context_iteration (NULL, TRUE);
          knows_all = drive_find (bar, GTK_TYPE_TOGGLE_BUTTON, NULL) != NULL;
        }
      gtk_window_close (chooser);
      hearth_test_settle ();
      hearth_test_wait_until (find_other_window (drive) == NULL);
    }
  g_assert_no_errno (g_chdir (before));
}

/* A copy that somebody asked for stops, and nothing of it is left. */
static void
test_over_a_copy (void)
{
  g_autoptr (HearthTestFolder) stick = hearth_test_folder_new ();
  g_autoptr (Drive) drive = drive_new_signed_in ();
  g_autoptr (GDir) left = NULL;
  const char *name;

  hearth_backup_place_set (drive->house->folder, stick);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.back-up", NULL));
  lock_and_look (drive);
  left = g_dir_open (stick, 0, NULL);
  while ((name = g_dir_read_name (left)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

/* ---- Cover ---- */

/* At once: no frame comes between, as the main loop does not run. */
static void
cover_and_look (Drive *drive)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (weak_ref_free);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (drive->window));
  GListModel *windows = gtk_window_get_toplevels ();

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, refs);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.cover", NULL));
  for (guint i = 0; i < refs->len; i++)
    {
      g_autoptr (GtkWidget) widget = g_weak_ref_get (g_ptr_array_index (refs, i));

      g_assert_true (widget == NULL || !gtk_widget_get_mapped (widget));
    }
  for (unsigned int i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_assert_true (window == GTK_WIDGET (drive->window) || !gtk_widget_get_visible (window));
    }
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (drive->window)), ==, "Calendar");
  hearth_test_settle ();
  g_assert_true (is_covered (drive));
  drive_need (drive->window, GTK_TYPE_CALENDAR, NULL);
}

static void
uncover (Drive *drive)
{
  drive_activate (drive, "win.cover", NULL);
  g_assert_false (is_covered (drive));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (drive->window)), ==, "Hearth");
}

static void
test_cover (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GtkWidget *focus;

  begin_typing (drive);
  g_assert_true (hearth_field_row_focus (drive_get_row (drive_get_page (drive), FIELD)));
  focus = gtk_window_get_focus (GTK_WINDOW (drive->window));
  cover_and_look (drive);
  uncover (drive);
  assert_typed (drive);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (drive->window)) == focus);
  g_assert_true (gtk_widget_get_mapped (focus));
}

/* Keys reach nothing that is below. */
static void
test_cover_keeps_keys (void)
{
  static const char *const actions[] = { "win.search",  "win.new",       "win.preferences",
                                         "win.help",    "win.about",     "win.print",
                                         "win.back-up", "win.shortcuts", "win.menu" };
  g_autoptr (Drive) drive = drive_new_signed_in ();
  AdwNavigationPage *page;

  begin_typing (drive);
  page = drive_get_page (drive);
  cover_and_look (drive);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (GTK_WIDGET (drive->window), actions[i], NULL);
  hearth_test_settle ();
  g_assert_null (drive_get_dialog (drive));
  g_assert_true (drive_get_page (drive) == page);
  for (unsigned int i = 0; i < 5; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (GTK_WIDGET (drive->window), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (drive->window));
      g_assert_nonnull (focus);
      g_assert_nonnull (gtk_widget_get_ancestor (focus, HEARTH_TYPE_COVER));
    }
  uncover (drive);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (drive->window), "win.search", NULL));
  g_assert_nonnull (drive_get_dialog (drive));
}

static void
test_cover_over_dialogs (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();
  GtkWidget *entry;

  drive_activate (drive, "win.search", NULL);
  entry = drive_need (drive_get_dialog (drive), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "mali");
  cover_and_look (drive);
  uncover (drive);
  g_assert_true (gtk_widget_get_mapped (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "mali");
  adw_dialog_force_close (drive_get_dialog (drive));

  drive_activate (drive, "win.menu", NULL);
  cover_and_look (drive);
  uncover (drive);

  show_report (drive);
  drive_activate (drive, "win.print", NULL);
  hearth_test_wait_until (find_other_window (drive) != NULL);
  cover_and_look (drive);
  uncover (drive);
  g_assert_nonnull (find_other_window (drive));
  cover_and_look (drive);
  lock_and_look (drive);
}

static void
test_cover_at_sign_in (void)
{
  g_autoptr (Drive) drive = drive_new ();
  GtkWidget *entry = drive_need (drive->window, ADW_TYPE_PASSWORD_ENTRY_ROW, "Password");

  gtk_editable_set_text (GTK_EDITABLE (entry), "half a passw");
  cover_and_look (drive);
  uncover (drive);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "half a passw");
}

static void
test_cover_in_first_run (void)
{
  g_autoptr (Drive) drive = drive_new_first_run ();

  cover_and_look (drive);
  uncover (drive);
}

/* A minute later nobody has come back. The visitor may still be there: what was covered stays covered. */
static void
test_cover_locks (void)
{
  g_autoptr (Drive) drive = drive_new_signed_in ();

  begin_typing (drive);
  cover_and_look (drive);
  drive_pass (drive, 59);
  hearth_lock_watch_touch (hearth_window_get_watch (drive->window));
  g_assert_false (is_locked (drive));
  drive_pass (drive, 1);
  g_assert_true (is_locked (drive));
  g_assert_true (is_covered (drive));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (drive->window)),
                                             HEARTH_TYPE_COVER));
  uncover (drive);
  drive_need (drive->window, GTK_TYPE_BUTTON, "Sign in");
  assert_closings (drive, "idle");
  assert_text_kept (drive);
  drive_pass (drive, 61);
  g_assert_false (is_locked (drive));
}

int
main (int argc, char *argv[])
{
  int status;

  /* The bus of the test stands in for the system's. */
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"), TRUE);
  desktop_start ();
  drive_init (&argc, &argv);
  g_test_add_func ("/views/lock/idle", test_idle);
  g_test_add_func ("/views/lock/minutes-of-the-house", test_minutes_of_the_house);
  g_test_add_func ("/views/lock/idle-at-sign-in", test_idle_at_sign_in);
  g_test_add_func ("/views/lock/keys-and-pointer", test_keys_and_pointer);
  g_test_add_func ("/views/lock/keys-over-everything", test_keys_over_everything);
  g_test_add_func ("/views/lock/resume", test_resume);
  g_test_add_func ("/views/lock/logind", test_logind);
  g_test_add_func ("/views/lock/screen", test_screen);
  g_test_add_func ("/views/lock/nothing-left", test_nothing_left);
  g_test_add_func ("/views/lock/over-dialogs", test_over_dialogs);
  g_test_add_func ("/views/lock/over-a-popover", test_over_a_popover);
  g_test_add_func ("/views/lock/over-printing", test_over_printing);
  g_test_add_func ("/views/lock/over-a-file-chooser", test_over_a_file_chooser);
  g_test_add_func ("/views/lock/closing-a-file-chooser", test_closing_a_file_chooser);
  g_test_add_func ("/views/lock/over-a-copy", test_over_a_copy);
  g_test_add_func ("/views/cover/page", test_cover);
  g_test_add_func ("/views/cover/keeps-keys", test_cover_keeps_keys);
  g_test_add_func ("/views/cover/over-dialogs", test_cover_over_dialogs);
  g_test_add_func ("/views/cover/at-sign-in", test_cover_at_sign_in);
  g_test_add_func ("/views/cover/in-first-run", test_cover_in_first_run);
  g_test_add_func ("/views/cover/locks", test_cover_locks);
  status = g_test_run ();
  desktop_stop ();
  return status;
}
