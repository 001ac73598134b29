/* SPDX-License-Identifier: GPL-3.0-or-later
 * The areas there are, and who each is for.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

static const HearthArea *const areas[] = {
  &hearth_area_health,    &hearth_area_counselling, &hearth_area_plan,
  &hearth_area_education, &hearth_area_legal,       NULL,
};

const HearthArea *const *
hearth_areas_get (void)
{
  return areas;
}

const HearthArea *
hearth_area_look_up (const char *name)
{
  for (const HearthArea *const *area = areas; *area != NULL; area++)
    if (g_str_equal ((*area)->name, name))
      return *area;
  return NULL;
}

bool
hearth_area_is_for (const HearthArea *area, HearthStore *store)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), area->types[0], NULL, NULL);
}

static bool
holds (const HearthRecordType *const *types, const HearthRecordType *type)
{
  while (types != NULL && *types != NULL && *types != type)
    types++;
  return types != NULL && *types == type;
}

bool
hearth_area_follows (const HearthArea *area, const HearthRecordType *type)
{
  return holds (area->types, type) || holds (area->also, type);
}
