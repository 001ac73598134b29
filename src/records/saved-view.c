/* SPDX-License-Identifier: GPL-3.0-or-later
 * A view of a list that somebody keeps under a name: filters, order and words searched for. Only its author sees it.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/record.h"

#include <glib/gi18n-lib.h>

static const HearthField fields[] = {
  { .name = "title",
    .label = N_ ("Title"),
    .section = N_ ("View"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .required = true,
    .list_column = true,
    .since = 2 },
  { .name = "list",
    .label = N_ ("List"),
    .section = N_ ("View"),
    .kind = HEARTH_FIELD_TEXT,
    .max_length = 60,
    .required = true,
    .since = 2 },
  { .name = "question",
    .label = N_ ("What is asked"),
    .section = N_ ("View"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .max_length = 4000,
    .required = true,
    .since = 2 },
};

static char *
make_title (HearthRecord *saved_view)
{
  return g_strdup (hearth_record_get (saved_view, "title"));
}

const HearthRecordType hearth_saved_view_type = {
  .name = "saved_view",
  .gtype_name = "HearthSavedView",
  .label = N_ ("Saved view"),
  .label_plural = N_ ("Saved views"),
  .label_new = N_ ("New saved view"),
  .icon_name = "view-list-symbolic",
  .owner = HEARTH_OWNER_HOUSE,
  .life_cycle = HEARTH_LIFE_EDITABLE,
  .tier = HEARTH_TIER_HOUSE,
  .retention = HEARTH_RETAIN_STAFF,
  .personal = true,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
};
