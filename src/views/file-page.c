/* SPDX-License-Identifier: GPL-3.0-or-later
 * A page that shows something of one resident's file, and so what the reader may see of it today.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-page.h"

#include "records/types.h"
#include "rules/house-policy.h"
#include "views/emergency-banner.h"

G_DEFINE_INTERFACE (HearthFilePage, hearth_file_page, ADW_TYPE_NAVIGATION_PAGE)

#define STANDING "hearth-file-standing"

typedef struct {
  HearthStore *store;
  char *resident;
  char *words;
} Standing;

static void
standing_free (gpointer data)
{
  Standing *standing = data;

  g_object_unref (standing->store);
  g_free (standing->resident);
  g_free (standing->words);
  g_free (standing);
}

static void
hearth_file_page_default_init (HearthFilePageInterface *iface)
{
}

static HearthFileLimits *
get_limits (HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  return HEARTH_IS_HOUSE_POLICY (policy) ? hearth_house_policy_get_limits (HEARTH_HOUSE_POLICY (policy))
                                         : NULL;
}

/* Role, limit and opening: everything that decides what is seen of a file beside the records themselves. */
static char *
describe_standing (HearthStore *store, const char *resident)
{
  HearthPolicy *policy = hearth_store_get_policy (store);
  HearthFileLimits *limits = get_limits (store);
  const HearthRole *role =
    HEARTH_IS_HOUSE_POLICY (policy) ? hearth_house_policy_get_role (HEARTH_HOUSE_POLICY (policy)) : NULL;
  const char *opening = limits != NULL ? hearth_file_limits_get_opening (limits, resident) : NULL;

  return g_strdup_printf ("%s %d %s", role != NULL ? role->code : "",
                          limits != NULL ? (int) hearth_file_limits_get (limits, resident) : 0,
                          opening != NULL ? opening : "");
}

static AdwToolbarView *
find_toolbar_view (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwToolbarView *found =
        ADW_IS_TOOLBAR_VIEW (child) ? ADW_TOOLBAR_VIEW (child) : find_toolbar_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
hearth_file_page_begin (HearthFilePage *self, HearthStore *store, const char *resident)
{
  AdwToolbarView *view = find_toolbar_view (GTK_WIDGET (self));
  Standing *standing;

  g_return_if_fail (HEARTH_IS_FILE_PAGE (self));
  g_return_if_fail (view != NULL);
  if (resident == NULL || *resident == '\0')
    return;
  standing = g_new0 (Standing, 1);
  standing->store = g_object_ref (store);
  standing->resident = g_strdup (resident);
  standing->words = describe_standing (store, resident);
  g_object_set_data_full (G_OBJECT (self), STANDING, standing, standing_free);
  adw_toolbar_view_add_top_bar (view, hearth_emergency_banner_new (store, resident));
}

bool
hearth_file_page_is_outdated (HearthFilePage *self)
{
  const Standing *standing;
  g_autofree char *words = NULL;

  g_return_val_if_fail (HEARTH_IS_FILE_PAGE (self), false);
  standing = g_object_get_data (G_OBJECT (self), STANDING);
  if (standing == NULL)
    return false;
  words = describe_standing (standing->store, standing->resident);
  return !g_str_equal (words, standing->words);
}

AdwNavigationPage *
hearth_file_page_renew (HearthFilePage *self)
{
  g_return_val_if_fail (HEARTH_IS_FILE_PAGE (self), NULL);
  return HEARTH_FILE_PAGE_GET_IFACE (self)->renew (self);
}

bool
hearth_file_is_closed (HearthStore *store, const char *resident)
{
  HearthFileLimits *limits = get_limits (store);

  return limits != NULL && hearth_file_limits_get (limits, resident) != HEARTH_FILE_OPEN &&
         hearth_file_limits_get_opening (limits, resident) == NULL;
}

bool
hearth_file_is_limited (HearthStore *store, const char *resident)
{
  HearthFileLimits *limits = get_limits (store);

  return limits != NULL && hearth_file_limits_has_named (limits, resident);
}

const char *
hearth_file_of (HearthRecord *record)
{
  const char *resident = hearth_record_get_resident (record), *id = hearth_record_get_id (record);

  if (hearth_record_get_record_type (record) == &hearth_resident_type)
    resident = id;
  return *resident != '\0' ? resident : NULL;
}
