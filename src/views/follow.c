/* SPDX-License-Identifier: GPL-3.0-or-later
 * Showing something again after it changed: once, however much of it changed at a time.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/follow.h"

typedef struct {
  GWeakRef owner;
  HearthShowFunc show;
  bool waiting;
} Follow;

static void
follow_clear (gpointer data)
{
  g_weak_ref_clear (&((Follow *) data)->owner);
}

static void
follow_release (gpointer data)
{
  g_rc_box_release_full (data, follow_clear);
}

static void
follow_release_closure (gpointer data, GClosure *closure)
{
  follow_release (data);
}

static gboolean
show_cb (gpointer user_data)
{
  Follow *follow = user_data;
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&follow->owner);

  follow->waiting = false;
  /* A page that has left its window must not ask a house that is locked by now. */
  if (owner != NULL && gtk_widget_get_root (owner) != NULL)
    follow->show (owner);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Follow *follow)
{
  if (follow->waiting)
    return;
  follow->waiting = true;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_cb, g_rc_box_acquire (follow), follow_release);
}

void
hearth_follow (gpointer owner, gpointer source, const char *signal, HearthShowFunc show)
{
  Follow *follow = g_rc_box_new0 (Follow);
  GClosure *closure;

  g_weak_ref_init (&follow->owner, owner);
  follow->show = show;
  closure = g_cclosure_new_swap (G_CALLBACK (changed_cb), follow, follow_release_closure);
  g_object_watch_closure (owner, closure);
  g_signal_connect_closure (source, signal, closure, FALSE);
}
