/* SPDX-License-Identifier: GPL-3.0-or-later
 * What staff carry: one’s own entries, and for the director everybody’s months.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-load-page.h"

#include <glib/gi18n-lib.h>

#include "views/plain-page.h"

struct _HearthStaffLoadPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthStaffLoadPage, hearth_staff_load_page, ADW_TYPE_NAVIGATION_PAGE)

static void
hearth_staff_load_page_dispose (GObject *object)
{
  g_clear_object (&HEARTH_STAFF_LOAD_PAGE (object)->store);
  G_OBJECT_CLASS (hearth_staff_load_page_parent_class)->dispose (object);
}

static void
hearth_staff_load_page_class_init (HearthStaffLoadPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_staff_load_page_dispose;
}

static void
hearth_staff_load_page_init (HearthStaffLoadPage *self)
{
}

HearthStaffLoadPage *
hearth_staff_load_page_new (HearthStore *store)
{
  HearthStaffLoadPage *self = g_object_new (HEARTH_TYPE_STAFF_LOAD_PAGE, NULL);

  self->store = g_object_ref (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("What I carried"), NULL, NULL);
  return self;
}
