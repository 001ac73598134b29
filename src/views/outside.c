/* SPDX-License-Identifier: GPL-3.0-or-later
 * Windows that another program may show for ours, such as a file chooser: closing them from here.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/outside.h"

#define LIST "hearth-outside"

static void
forget_cb (gpointer list, GObject *gone)
{
  g_ptr_array_remove_fast (list, gone);
}

/* The window is gone before a dialog is. */
static void
list_free (gpointer list)
{
  GPtrArray *all = list;

  for (guint i = 0; i < all->len; i++)
    g_object_weak_unref (g_ptr_array_index (all, i), forget_cb, list);
  g_ptr_array_unref (all);
}

/* Those that are under way, without holding them. */
static GPtrArray *
get_list (GtkRoot *window)
{
  GPtrArray *list = g_object_get_data (G_OBJECT (window), LIST);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (window), LIST, list, list_free);
    }
  return list;
}

/* ---- Public ---- */

GCancellable *
hearth_outside_begin (GtkWidget *near)
{
  GCancellable *outside = g_cancellable_new ();
  GtkRoot *window = gtk_widget_get_root (near);

  g_signal_connect_object (near, "destroy", G_CALLBACK (g_cancellable_cancel), outside, G_CONNECT_SWAPPED);
  if (window != NULL)
    {
      GPtrArray *list = get_list (window);

      g_object_weak_ref (G_OBJECT (outside), forget_cb, list);
      g_ptr_array_add (list, outside);
    }
  return outside;
}

void
hearth_outside_close (GtkWindow *window)
{
  GPtrArray *list;
  g_autoptr (GPtrArray) closed = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (GTK_IS_WINDOW (window));
  list = get_list (GTK_ROOT (window));
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (closed, g_object_ref (g_ptr_array_index (list, i)));
  for (guint i = 0; i < closed->len; i++)
    g_cancellable_cancel (g_ptr_array_index (closed, i));
}

bool
hearth_outside_was_left (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
