/* SPDX-License-Identifier: GPL-3.0-or-later
 * Putting the cover over a window, with all that belongs to it, and taking it away as if nothing had been.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/window-cover.h"

#include <glib/gi18n-lib.h>

#include "app/cover.h"
#include "app/other-windows.h"
#include "core/sandbox.h"
#include "views/outside.h"

struct _HearthWindowCover {
  GObject parent_instance;

  /* Borrowed */
  GtkWindow *window;
  GtkWidget *content;
  HearthCover *cover;     /* NULL unless it is up */
  GtkWidget *focus_below; /* what had the focus when it was put up; weak */

  /* Owned */
  GPtrArray *hidden; /* windows that it hides, or NULL */
};

G_DEFINE_FINAL_TYPE (HearthWindowCover, hearth_window_cover, G_TYPE_OBJECT)

/* ---- Helpers ---- */

/* All that the window shows, dialogs too. */
static GtkWidget *
get_contents (HearthWindowCover *self)
{
  GtkWidget *widget = self->content;

  while (gtk_widget_get_parent (widget) != GTK_WIDGET (self->window))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* What had it may be gone: it can have locked meanwhile, or opened. */
static bool
give_focus_back (HearthWindowCover *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));

  if (self->focus_below != NULL && gtk_widget_get_mapped (self->focus_below))
    gtk_window_set_focus (self->window, self->focus_below);
  else if (dialog != NULL)
    gtk_widget_child_focus (GTK_WIDGET (dialog), GTK_DIR_TAB_FORWARD);
  else
    return false;
  return true;
}

static void
focus_changed_cb (HearthWindowCover *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  /* What is typed must not go to something that nobody sees. */
  if (self->cover != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cover))))
    hearth_cover_take_focus (self->cover);
}

/* ---- Overrides ---- */

static void
hearth_window_cover_dispose (GObject *object)
{
  hearth_window_cover_drop (HEARTH_WINDOW_COVER (object));

  G_OBJECT_CLASS (hearth_window_cover_parent_class)->dispose (object);
}

static void
hearth_window_cover_class_init (HearthWindowCoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_window_cover_dispose;
}

static void
hearth_window_cover_init (HearthWindowCover *self)
{
}

/* ---- Public ---- */

HearthWindowCover *
hearth_window_cover_new (GtkWindow *window, GtkWidget *content)
{
  HearthWindowCover *self = g_object_new (HEARTH_TYPE_WINDOW_COVER, NULL);

  self->window = window;
  self->content = content;
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

bool
hearth_window_cover_is_up (HearthWindowCover *self)
{
  g_return_val_if_fail (HEARTH_IS_WINDOW_COVER (self), false);
  return self->cover != NULL;
}

void
hearth_window_cover_put_up (HearthWindowCover *self)
{
  g_return_if_fail (HEARTH_IS_WINDOW_COVER (self));
  g_return_if_fail (self->cover == NULL);

  g_set_weak_pointer (&self->focus_below, gtk_window_get_focus (self->window));
  self->hidden = hearth_other_windows_hide (self->window);
  /* What the desktop shows for a sandbox cannot be hidden: whoever chose a file there begins again. */
  if (hearth_sandbox_is_inside ())
    hearth_outside_close (self->window);
  self->cover = hearth_cover_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->cover), GTK_WIDGET (self->window));
  /* Not painted, not focused and not read out from this moment on: the next frame has only the cover. */
  gtk_widget_set_child_visible (get_contents (self), FALSE);
  gtk_window_set_title (self->window, _ ("Calendar"));
  hearth_cover_take_focus (self->cover);
}

bool
hearth_window_cover_take_down (HearthWindowCover *self)
{
  GtkWidget *taken;
  bool has_focus;

  g_return_val_if_fail (HEARTH_IS_WINDOW_COVER (self), false);
  g_return_val_if_fail (self->cover != NULL, false);

  taken = GTK_WIDGET (g_steal_pointer (&self->cover));
  gtk_widget_set_child_visible (get_contents (self), TRUE);
  gtk_window_set_title (self->window, "Hearth");
  /* While the cover is still there: what is pressed after that would go to its button, outside of the window. */
  gtk_window_set_focus (self->window, NULL);
  has_focus = give_focus_back (self);
  gtk_widget_unparent (taken);
  g_clear_weak_pointer (&self->focus_below);
  hearth_other_windows_show (g_steal_pointer (&self->hidden));
  return has_focus;
}

void
hearth_window_cover_allocate (HearthWindowCover *self, int width, int height, int baseline)
{
  g_return_if_fail (HEARTH_IS_WINDOW_COVER (self));
  if (self->cover != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->cover), width, height, baseline, NULL);
}

void
hearth_window_cover_drop (HearthWindowCover *self)
{
  g_return_if_fail (HEARTH_IS_WINDOW_COVER (self));
  g_clear_weak_pointer (&self->focus_below);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_pointer ((GtkWidget **) &self->cover, gtk_widget_unparent);
}
