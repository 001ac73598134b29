/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was copied out of the house does not stay on the clipboard.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/clipboard.h"

#define SECONDS 30
#define KEY "hearth-clear-source"

/* Of another program's nothing is touched. */
static void
clear (GdkClipboard *clipboard)
{
  if (gdk_clipboard_is_local (clipboard) && gdk_clipboard_get_content (clipboard) != NULL)
    gdk_clipboard_set_content (clipboard, NULL);
}

static gboolean
due_cb (gpointer user_data)
{
  GdkClipboard *clipboard = user_data;

  g_object_set_data (G_OBJECT (clipboard), KEY, NULL);
  clear (clipboard);
  return G_SOURCE_REMOVE;
}

static void
stop (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
changed_cb (GdkClipboard *clipboard)
{
  GSource *source;

  g_object_set_data (G_OBJECT (clipboard), KEY, NULL);
  if (!gdk_clipboard_is_local (clipboard) || gdk_clipboard_get_content (clipboard) == NULL)
    return;
  source = g_timeout_source_new_seconds (SECONDS);
  g_source_set_callback (source, due_cb, clipboard, NULL);
  g_source_attach (source, NULL);
  g_object_set_data_full (G_OBJECT (clipboard), KEY, source, stop);
}

void
hearth_clipboard_watch (GtkWidget *widget)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  /* The other one holds what is selected, and loses it with the selection. */
  g_signal_handlers_disconnect_by_func (clipboard, changed_cb, NULL);
  g_signal_connect (clipboard, "changed", G_CALLBACK (changed_cb), NULL);
}

void
hearth_clipboard_clear (GtkWidget *widget)
{
  clear (gtk_widget_get_clipboard (widget));
  clear (gtk_widget_get_primary_clipboard (widget));
}
