/* SPDX-License-Identifier: GPL-3.0-or-later
 * Icons end in the main thread only, whichever thread lets go of them last.
 *
 * GTK (seen in 4.18) keeps a table of the icons in use that holds no reference, and reads them from disk in threads. Such
 * a thread, or one that moves an icon to the front of the last hundred, may drop the last reference to one: until that
 * is out of the table the main thread finds it there, with no reference left, and crashes when it takes one. That is
 * seen when a window goes and the next one comes, and on a busy computer at any page. Where icons end in the thread
 * that looks for them there is no such moment.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/icon-threads.h"

#include <gtk/gtk.h>

static GThread *main_thread;
static void (*original_dispose) (GObject *object);

static gboolean
let_go_cb (gpointer icon)
{
  g_object_unref (icon);
  return G_SOURCE_REMOVE;
}

static void
icon_dispose (GObject *icon)
{
  /* With a reference again it is as it was, and may be found and used until the main thread gets here. */
  if (g_thread_self () != main_thread)
    g_idle_add (let_go_cb, g_object_ref (icon));
  else
    original_dispose (icon);
}

void
hearth_icon_threads_init (void)
{
  GObjectClass *icon_class;

  g_return_if_fail (main_thread == NULL);
  main_thread = g_thread_self ();
  icon_class = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);
  original_dispose = icon_class->dispose;
  /* The class is GTK's own and stays for as long as the program runs. There is no signal or function for this. */
  icon_class->dispose = icon_dispose;
}
