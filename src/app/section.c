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
#include "views/area-page.h"
#include "views/audit-page.h"
#include "views/concerns-page.h"
#include "views/handover-page.h"
#include "views/incidents-page.h"
#include "views/notification-rules-page.h"
#include "views/records-page.h"
#include "views/reports-page.h"
#include "views/rooms-page.h"
#include "views/shift-page.h"
#include "views/staff-load-page.h"
#include "views/staff-page.h"
#include "views/tasks-page.h"
#include "views/today-page.h"
#include "views/whereabouts-page.h"

#define RESIDENTS N_ ("Residents")
#define HOUSE N_ ("House")

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

static AdwNavigationPage *
make_shift (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_shift_page_new (store));
}

static AdwNavigationPage *
make_handover (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_handover_page_new (store));
}

static AdwNavigationPage *
make_whereabouts (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_whereabouts_page_new (store));
}

static AdwNavigationPage *
make_tasks (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_tasks_page_new (store));
}

static AdwNavigationPage *
make_incidents (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_incidents_page_new (store));
}

static AdwNavigationPage *
make_concerns (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_concerns_page_new (store));
}

static AdwNavigationPage *
make_rooms (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_rooms_page_new (store));
}

static AdwNavigationPage *
make_notification_rules (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_notification_rules_page_new (store));
}

static AdwNavigationPage *
make_staff_load (HearthStore *store)
{
  return ADW_NAVIGATION_PAGE (hearth_staff_load_page_new (store));
}

static const HearthSection sections[] = {
  { .name = "today",
    .label = N_ ("Today"),
    .icon_name = "daytime-sunrise-symbolic",
    .accel = "<Alt>1",
    .type = &hearth_resident_type,
    .make = make_today },
  { .name = "shift",
    .label = N_ ("Shift"),
    .icon_name = "view-grid-symbolic",
    .accel = "<Alt>3",
    .type = &hearth_daily_log_type,
    .make = make_shift },
  { .name = "handover",
    .label = N_ ("Handover"),
    .icon_name = "mail-forward-symbolic",
    .accel = "<Alt>0",
    .type = &hearth_handover_type,
    .make = make_handover },
  { .name = "whereabouts",
    .label = N_ ("Whereabouts"),
    .icon_name = "mark-location-symbolic",
    .accel = "<Alt>w",
    .type = &hearth_leave_type,
    .make = make_whereabouts },
  { .name = "tasks",
    .label = N_ ("Tasks"),
    .icon_name = "checkbox-checked-symbolic",
    .accel = "<Alt>t",
    .type = &hearth_task_type,
    .make = make_tasks },
  { .name = "residents",
    .label = N_ ("Residents"),
    .icon_name = "system-users-symbolic",
    .accel = "<Alt>2",
    .group = RESIDENTS,
    .type = &hearth_resident_type },
  { .name = "daily-log",
    .label = N_ ("Daily log"),
    .icon_name = "x-office-calendar-symbolic",
    .accel = "<Alt>9",
    .group = RESIDENTS,
    .type = &hearth_daily_log_type },
  { .name = "incidents",
    .label = N_ ("Incidents"),
    .icon_name = "dialog-warning-symbolic",
    .accel = "<Alt>i",
    .group = RESIDENTS,
    .type = &hearth_incident_type,
    .make = make_incidents },
  { .name = "concerns",
    .label = N_ ("Complaints"),
    .icon_name = "mail-unread-symbolic",
    .accel = "",
    .group = RESIDENTS,
    .is_for = hearth_concerns_page_is_for,
    .make = make_concerns },
  { .name = "health",
    .label = N_ ("Health"),
    .icon_name = "hearth-health-symbolic",
    .accel = "<Alt>h",
    .group = RESIDENTS,
    .area = &hearth_area_health },
  { .name = "counselling",
    .label = N_ ("Counselling"),
    .icon_name = "hearth-counselling-symbolic",
    .accel = "<Alt>8",
    .group = RESIDENTS,
    .area = &hearth_area_counselling },
  { .name = "plans",
    .label = N_ ("Plans"),
    .icon_name = "hearth-plan-symbolic",
    .accel = "<Alt>p",
    .group = RESIDENTS,
    .area = &hearth_area_plan },
  { .name = "education",
    .label = N_ ("Education"),
    .icon_name = "hearth-education-symbolic",
    .accel = "<Alt>e",
    .group = RESIDENTS,
    .area = &hearth_area_education },
  { .name = "legal",
    .label = N_ ("Legal"),
    .icon_name = "hearth-legal-symbolic",
    .accel = "<Alt>l",
    .group = RESIDENTS,
    .area = &hearth_area_legal },
  { .name = "rooms",
    .label = N_ ("Rooms"),
    .icon_name = "go-home-symbolic",
    .accel = "",
    .group = HOUSE,
    .type = &hearth_room_type,
    .make = make_rooms },
  { .name = "reports",
    .label = N_ ("Reports"),
    .icon_name = "x-office-document-symbolic",
    .accel = "<Alt>4",
    .group = HOUSE,
    .action = HEARTH_ACTION_PRINT,
    .make = make_reports },
  { .name = "staff",
    .label = N_ ("Staff"),
    .icon_name = "avatar-default-symbolic",
    .accel = "<Alt>5",
    .group = HOUSE,
    .is_for = hearth_staff_page_is_for,
    .make = make_staff },
  { .name = "approvals",
    .label = N_ ("Approvals"),
    .icon_name = "object-select-symbolic",
    .accel = "<Alt>6",
    .group = HOUSE,
    .action = HEARTH_ACTION_APPROVE,
    .make = make_approvals },
  { .name = "audit",
    .label = N_ ("Audit"),
    .icon_name = "security-high-symbolic",
    .accel = "<Alt>7",
    .group = HOUSE,
    .action = HEARTH_ACTION_READ_AUDIT,
    .make = make_audit },
  { .name = "notification-rules",
    .label = N_ ("Who must be told"),
    .icon_name = "preferences-system-notifications-symbolic",
    .accel = "",
    .in_menu = true,
    .is_for = hearth_notification_rules_page_is_for,
    .make = make_notification_rules },
  { .name = "staff-load",
    .label = N_ ("What I carried"),
    .icon_name = "starred-symbolic",
    .accel = "",
    .in_menu = true,
    .type = &hearth_staff_load_type,
    .make = make_staff_load },
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
  if (section->area != NULL)
    return hearth_area_is_for (section->area, store);
  return section->type != NULL ? hearth_policy_may_read (policy, section->type, NULL, NULL)
                               : hearth_policy_may_do (policy, section->action);
}

AdwNavigationPage *
hearth_section_make_page (const HearthSection *section, HearthStore *store)
{
  if (section->make != NULL)
    return section->make (store);
  if (section->area != NULL)
    return ADW_NAVIGATION_PAGE (hearth_area_page_new (store, section->area, NULL));
  return ADW_NAVIGATION_PAGE (hearth_records_page_new (store, section->type, NULL));
}
