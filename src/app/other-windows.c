/* SPDX-License-Identifier: GPL-3.0-or-later
 * The windows that the toolkit opens over ours: printing and choosing a file, where no portal does it.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/other-windows.h"

#include <stdbool.h>

/* More choosers than anybody opens while a folder of an earlier one does not answer. */
#define N_READY_BARS 8

/** Whoever follows, as data of the closures. */
typedef struct {
  GWeakRef window;
  GWeakRef object;
  GCallback callback;
} Follower;

static void
follower_free (Follower *follower)
{
  g_weak_ref_clear (&follower->window);
  g_weak_ref_clear (&follower->object);
  g_free (follower);
}

/* ---- Helpers ---- */

static void
weak_ref_free (gpointer ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static bool
is_over (GtkWindow *other, GtkWindow *window)
{
  while (other != NULL && other != window)
    other = gtk_window_get_transient_for (other);
  return other != NULL;
}

/* Those over @window, the topmost last. Transfer container and elements. */
static GPtrArray *
list_over (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();
  GPtrArray *over = g_ptr_array_new_with_free_func (g_object_unref);

  for (unsigned int i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (other != window && is_over (other, window))
        g_ptr_array_add (over, g_steal_pointer (&other));
    }
  return over;
}

static void
pop_down (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        gtk_popover_popdown (GTK_POPOVER (child));
      pop_down (child);
    }
}

static bool
has_button (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) || has_button (child))
      return true;
  return false;
}

static void
keep_path_bars (GtkWidget *widget, GQueue *kept)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkPathBar"))
      keep_path_bars (child, kept);
    else if (g_queue_find (kept, child) == NULL)
      g_queue_push_tail (kept, g_object_ref (child));
}

static void
drop_ready_path_bars (GQueue *kept)
{
  unsigned int n_ready = 0;

  for (GList *link = kept->tail, *earlier; link != NULL; link = earlier)
    {
      earlier = link->prev;
      if (!has_button (link->data) || ++n_ready <= N_READY_BARS)
        continue;
      g_object_unref (link->data);
      g_queue_delete_link (kept, link);
    }
}

/* ---- Callbacks ---- */

static gboolean
close_cb (gpointer ref)
{
  g_autoptr (GtkWindow) other = g_weak_ref_get (ref);

  if (other != NULL)
    gtk_window_close (other);
  return G_SOURCE_REMOVE;
}

/* A file chooser of GTK that is closed while it reads a folder complains, over no window, that this was cancelled. */
static void
mapped_cb (GtkWidget *other)
{
  GWeakRef *ref;

  if (!GTK_IS_DIALOG (other) || gtk_window_get_transient_for (GTK_WINDOW (other)) != NULL)
    return;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, other);
  /* Before a frame of it is drawn. */
  g_idle_add_full (G_PRIORITY_HIGH, close_cb, ref, weak_ref_free);
}

/* A file chooser of GTK (seen in 4.18) asks for the folders above the one it shows, one after the other. When the last
 * one has answered its path bar gets its buttons; when that is gone by then, as the chooser was closed, the program
 * crashes. So the bar stays until it has them, and then for some time: it may be at work on those of another folder. */
static void
unmapped_cb (GtkWidget *other)
{
  static GQueue kept = G_QUEUE_INIT;

  keep_path_bars (other, &kept);
  drop_ready_path_bars (&kept);
}

static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, Follower *follower)
{
  g_autoptr (GObject) object = g_weak_ref_get (&follower->object);

  if (object != NULL)
    ((gboolean (*) (gpointer, GdkEvent *)) follower->callback) (object, event);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  g_autoptr (GtkWidget) window = g_weak_ref_get (user_data);

  if (window == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action_variant (window, g_variant_get_string (arguments, NULL), NULL);
  return GDK_EVENT_STOP;
}

static void
add_shortcut (GtkEventController *controller, GtkWindow *window, const char *keys, const char *action)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);
  GtkShortcut *shortcut;

  g_weak_ref_init (ref, window);
  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                               gtk_callback_action_new (shortcut_cb, ref, weak_ref_free));
  gtk_shortcut_set_arguments (shortcut, g_variant_new_string (action));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
follow (GtkWindow *seen, GtkWindow *window, GCallback callback, gpointer object)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  Follower *follower = g_new0 (Follower, 1);

  g_weak_ref_init (&follower->window, window);
  g_weak_ref_init (&follower->object, object);
  follower->callback = callback;
  g_signal_connect_data (controller, "event", G_CALLBACK (event_cb), follower, (GClosureNotify) follower_free,
                         0);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  /* What goes to a menu or a list that has popped up too. */
  gtk_event_controller_set_propagation_limit (controller, GTK_LIMIT_NONE);
  gtk_widget_add_controller (GTK_WIDGET (seen), controller);
  /* Over a dialog the window's own accelerators are switched off. */
  controller = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_limit (controller, GTK_LIMIT_NONE);
  add_shortcut (controller, window, "F9", "win.cover");
  add_shortcut (controller, window, "<Control>l", "win.lock");
  gtk_widget_add_controller (GTK_WIDGET (seen), controller);
}

static void
opened_cb (GListModel *all, guint position, guint n_removed, guint n_added, Follower *follower)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (&follower->window);
  g_autoptr (GObject) object = g_weak_ref_get (&follower->object);

  for (guint i = position; window != NULL && object != NULL && i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      /* Another of our own follows itself. */
      if (G_OBJECT_TYPE (other) == G_OBJECT_TYPE (window))
        continue;
      follow (other, window, follower->callback, object);
      g_signal_connect (other, "map", G_CALLBACK (mapped_cb), NULL);
      g_signal_connect (other, "unmap", G_CALLBACK (unmapped_cb), NULL);
    }
}

/* ---- Public ---- */

void
hearth_other_windows_follow (GtkWindow *window, GCallback callback, gpointer object)
{
  GListModel *all = gtk_window_get_toplevels ();
  Follower *follower = g_new0 (Follower, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (opened_cb), follower, (GClosureNotify) follower_free);

  g_weak_ref_init (&follower->window, window);
  g_weak_ref_init (&follower->object, object);
  follower->callback = callback;
  g_object_watch_closure (object, closure);
  g_signal_connect_closure (all, "items-changed", closure, FALSE);
  follow (window, window, callback, object);
}

GPtrArray *
hearth_other_windows_hide (GtkWindow *window)
{
  g_autoptr (GPtrArray) over = list_over (window);
  GPtrArray *hidden = g_ptr_array_new_with_free_func (weak_ref_free);

  pop_down (GTK_WIDGET (window));
  for (guint i = over->len; i-- > 0;)
    if (gtk_widget_get_visible (g_ptr_array_index (over, i)))
      {
        GWeakRef *ref = g_new0 (GWeakRef, 1);

        g_weak_ref_init (ref, g_ptr_array_index (over, i));
        g_ptr_array_add (hidden, ref);
        gtk_widget_set_visible (g_ptr_array_index (over, i), FALSE);
      }
  return hidden;
}

void
hearth_other_windows_show (GPtrArray *hidden)
{
  for (guint i = hidden != NULL ? hidden->len : 0; i-- > 0;)
    {
      g_autoptr (GtkWindow) other = g_weak_ref_get (g_ptr_array_index (hidden, i));

      if (other != NULL)
        gtk_window_present (other);
    }
  g_clear_pointer (&hidden, g_ptr_array_unref);
}

void
hearth_other_windows_close (GtkWindow *window)
{
  g_autoptr (GPtrArray) over = list_over (window);

  /* Closed and not destroyed, so that whoever asked is told that nothing was chosen. */
  for (guint i = over->len; i-- > 0;)
    gtk_window_close (g_ptr_array_index (over, i));
}
