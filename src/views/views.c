/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages need once, before the first of them is made: their resources, and the widgets'.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "views/views.h"

#include "views-resources.h"
#include "widgets/widgets.h"

void
hearth_views_init (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;
  hearth_widgets_init ();
  hearth_views_register_resource ();
  g_once_init_leave (&done, 1);
}
