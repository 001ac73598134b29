/* SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of an open house: what the sidebar, the keys and Ctrl+K offer.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/section.h"

#include <glib/gi18n-lib.h>

#include "app/backup-place.h"
#include "records/types.h"
#include "views/approvals-page.h"
#include "views/audit-page.h"
#include "views/records-page.h"
#include "views/reports-page.h"
#include "views/staff-page.h"
#include "views/today-page.h"

static AdwNavigationPage *
make_reports (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_reports_page_new (store));
}

static AdwNavigationPage *
make_today (HearthStore *store)
{
  HearthTodayPage *page = hearth_today_page_new (store);

  hearth_today_page_set_copies (page, hearth_backup_dup_notice, hearth_backup_dup_line);
  return ADW_NAVIGATION_PAGE (page);
}

static AdwNavigationPage *
make_staff (HearthStore *store)
{
  HearthStaffPage *page = hearth_staff_page_new (store);

  hearth_staff_page_set_copies (page, hearth_backup_dup_notice, hearth_backup_dup_line);
  return ADW_NAVIGATION_PAGE (page);
}

static AdwNavigationPage *
make_approvals (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_approvals_page_new (store));
}

static AdwNavigationPage *
make_audit (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_audit_page_new (store, NULL));
}

static const HearthSection sections[] = {
  { .name = "today",
    .label = N_ ("Today"),
    .icon_name = "daytime-sunrise-symbolic",
    .accel = "<Alt>1",
    .type = &hearth_resident_type,
    .make = make_today },
  { .name = "residents",
    .label = N_ ("Residents"),
    .icon_name = "system-users-symbolic",
    .accel = "<Alt>2",
    .type = &hearth_resident_type },
  { .name = "daily-log",
    .label = N_ ("Daily log"),
    .icon_name = "x-office-calendar-symbolic",
    .accel = "<Alt>3",
    .type = &hearth_daily_log_type },
  { .name = "counselling",
    .label = N_ ("Counselling"),
    .icon_name = "hearth-counselling-symbolic",
    .accel = "<Alt>8",
    .type = &hearth_counselling_session_type },
  { .name = "reports",
    .label = N_ ("Reports"),
    .icon_name = "x-office-document-symbolic",
    .accel = "<Alt>4",
    .action = HEARTH_ACTION_PRINT,
    .make = make_reports },
  { .name = "staff",
    .label = N_ ("Staff"),
    .icon_name = "avatar-default-symbolic",
    .accel = "<Alt>5",
    .is_for = hearth_staff_page_is_for,
    .make = make_staff },
  { .name = "approvals",
    .label = N_ ("Approvals"),
    .icon_name = "object-select-symbolic",
    .accel = "<Alt>6",
    .action = HEARTH_ACTION_APPROVE,
    .make = make_approvals },
  { .name = "audit",
    .label = N_ ("Audit"),
    .icon_name = "security-high-symbolic",
    .accel = "<Alt>7",
    .action = HEARTH_ACTION_READ_AUDIT,
    .make = make_audit },
};

const HearthSection *
hearth_sections_get (unsigned int *n_sections)
{
  *n_sections = G_N_ELEMENTS (sections);
  return sections;
}

bool
hearth_section_is_for (const HearthSection *section, HearthStore *store)
{
  HearthPolicy *policy = hearth_store_get_policy (store);

  if (section->is_for != NULL)
    return section->is_for (store);
  return section->type != NULL ? hearth_policy_may_read (policy, section->type, NULL, NULL)
                               : hearth_policy_may_do (policy, section->action);
}

AdwNavigationPage *
hearth_section_make_page (const HearthSection *section, HearthStore *store)
{
  if (section->make != NULL)
    return section->make (store);
  return ADW_NAVIGATION_PAGE (hearth_records_page_new (store, section->type, NULL));
}
