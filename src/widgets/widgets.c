/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the widgets need once, before the first of them is made: their resources, icons and style.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "widgets/widgets.h"

#include "hearth-widgets-resources.h"
#include "widgets/icon-threads.h"

void
hearth_widgets_init (void)
{
  static bool done;
  g_autoptr (GtkCssProvider) style = NULL;
  GdkDisplay *display = gdk_display_get_default ();

  if (done)
    return;
  done = true;

  hearth_icon_threads_init ();

  /* A static library's constructors are dropped by the linker, so this is called by name. */
  hearth_widgets_register_resource ();

  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/hearthrecords/Hearth/widgets.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/org/hearthrecords/Hearth/icons");
}
