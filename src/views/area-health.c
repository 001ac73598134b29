/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

static const HearthRecordType *const types[] = {
  &hearth_screening_type, &hearth_allergy_type,          &hearth_appointment_type, &hearth_measurement_type,
  &hearth_medicine_type,  &hearth_health_condition_type, &hearth_vaccination_type, NULL,
};

static GtkWidget *
make_due (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_due (store, resident, types);
}

static GtkWidget *
make_new (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_new (store, resident, types);
}

static GtkWidget *
make_record (HearthStore *store, HearthRecord *resident)
{
  return hearth_area_make_record (store, resident, types);
}

static const HearthAreaPart parts[] = {
  { .make = make_due },
  { .title = N_ ("New"), .make = make_new },
  { .title = N_ ("The record"), .second = true, .make = make_record },
  { NULL },
};

const HearthArea hearth_area_health = {
  .name = "health",
  .label = N_ ("Health"),
  .icon_name = "hearth-health-symbolic",
  .types = types,
  .house = parts,
  .resident = parts,
};
