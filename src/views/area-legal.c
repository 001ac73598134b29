/* SPDX-License-Identifier: GPL-3.0-or-later
 * Legal: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"

static const HearthRecordType *const types[] = {
  &hearth_legal_case_type,
  &hearth_hearing_type,
  &hearth_preparation_type,
  &hearth_court_order_type,
  &hearth_protective_measure_type,
  &hearth_statement_type,
  &hearth_contribution_type,
  &hearth_court_report_type,
  &hearth_accused_type,
  NULL,
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

const HearthArea hearth_area_legal = {
  .name = "legal",
  .label = N_ ("Legal"),
  .icon_name = "hearth-legal-symbolic",
  .types = types,
  .house = parts,
  .resident = parts,
};
