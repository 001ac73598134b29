/* SPDX-License-Identifier: GPL-3.0-or-later
 * The recovery sheet: what it is for, and the keys it has and waits for.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/sheet-page.h"

#include <glib/gi18n-lib.h>

#include "views/plain-page.h"
#include "views/staff-keys.h"

struct _HearthSheetPage {
  AdwNavigationPage parent_instance;
};

G_DEFINE_FINAL_TYPE (HearthSheetPage, hearth_sheet_page, ADW_TYPE_NAVIGATION_PAGE)

static void
hearth_sheet_page_class_init (HearthSheetPageClass *klass)
{
}

static void
hearth_sheet_page_init (HearthSheetPage *self)
{
}

HearthSheetPage *
hearth_sheet_page_new (HearthStore *store)
{
  HearthSheetPage *self = g_object_new (HEARTH_TYPE_SHEET_PAGE, NULL);
  GtkBox *box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Recovery sheet"), NULL, NULL);
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _ ("On paper, in two halves that two people keep. When passwords are lost, it opens the house and what "
       "is sealed with the keys that it has. A new sheet gets the keys of whoever makes it; each other key "
       "is given by somebody who holds it."));
  gtk_box_append (box, group);
  gtk_box_append (box, GTK_WIDGET (hearth_staff_keys_new (store, NULL)));
  return self;
}
