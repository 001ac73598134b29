/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is set by itself in a record that is saved. It belongs to the same version as what it follows from, so that both are
 * undone together.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "rules/fill-in.h"

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"

#define MOST_DAYS 365

typedef void (*FillFunc) (HearthStore *store, HearthRecord *record, HearthRecord *before);

static bool
differs (HearthRecord *record, HearthRecord *before, const char *name)
{
  return before == NULL || !g_str_equal (hearth_record_get (record, name), hearth_record_get (before, name));
}

static bool
may_write (HearthStore *store, HearthRecord *record, const char *name)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  return hearth_policy_may_write (hearth_store_get_policy (store), type,
                                  hearth_record_type_lookup_field (type, name),
                                  hearth_record_get_resident (record));
}

/* --- hearings ------------------------------------------------------------------------------------------------ */

static char *
dup_default_report_due (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *day = hearth_instant_dup_date (hearth_record_get (hearing, "at"));

  return hearth_court_dup_default_report_due (store, day);
}

/* A report is due as long before the hearing as the house has set, also after it was moved; another day that somebody
 * chose stays. */
static void
fill_hearing (HearthStore *store, HearthRecord *hearing, HearthRecord *before)
{
  bool was_default = !hearth_record_has (hearing, "report_due");
  g_autofree char *due = NULL;

  if (!g_str_equal (hearth_record_get (hearing, "status"), "planned") ||
      !may_write (store, hearing, "report_due"))
    return;
  if (!was_default && before != NULL && differs (hearing, before, "at") &&
      !differs (hearing, before, "report_due"))
    {
      g_autofree char *due_before = dup_default_report_due (store, before);

      was_default = g_str_equal (due_before, hearth_record_get (hearing, "report_due"));
    }
  if (!was_default)
    return;
  due = dup_default_report_due (store, hearing);
  hearth_record_set (hearing, "report_due", due);
}

/* --- steps of preparation -------------------------------------------------------------------------------------- */

/* The day and the days before the hearing say the same: the one follows the other, whichever was written. */
static void
fill_step (HearthStore *store, HearthRecord *step, HearthRecord *before)
{
  bool has_days = hearth_record_has (step, "days"), has_due = hearth_record_has (step, "due");
  g_autoptr (HearthRecord) hearing = NULL;
  g_autofree char *day = NULL;
  g_autofree char *due = NULL;
  g_autofree char *days = NULL;
  int between;

  if (!has_days || (before != NULL && !differs (step, before, "days") && !differs (step, before, "due")))
    return;
  hearing = hearth_store_load (store, hearth_record_get (step, "hearing"), NULL);
  day = hearing != NULL ? hearth_instant_dup_date (hearth_record_get (hearing, "at")) : g_strdup ("");
  due = hearth_date_add_days (day, -(int) hearth_record_get_integer (step, "days", 0));
  if (*due == '\0')
    return;
  if (!has_due || (before != NULL && !differs (step, before, "due")))
    {
      hearth_record_set (step, "due", due);
      return;
    }
  between = hearth_date_days_between (hearth_record_get (step, "due"), day);
  days = ABS (between) <= MOST_DAYS ? g_strdup_printf ("%d", between) : g_strdup ("");
  hearth_record_set (step, "days", days);
}

/* --- group sessions ------------------------------------------------------------------------------------------- */

/* A line of a group session has its day and topic, where the file tells them without the session. */
static void
fill_group_line (HearthStore *store, HearthRecord *line, HearthRecord *before)
{
  static const char *const fields[] = { "date", "topic" };
  g_autoptr (HearthRecord) session = hearth_store_load (store, hearth_record_get (line, "session"), NULL);

  for (gsize i = 0; session != NULL && i < G_N_ELEMENTS (fields); i++)
    if (!hearth_record_has (line, fields[i]))
      hearth_record_set (line, fields[i], hearth_record_get (session, fields[i]));
}

/* --- the whole ------------------------------------------------------------------------------------------------ */

static const struct {
  const HearthRecordType *type;
  FillFunc fill;
} fills[] = {
  { &hearth_hearing_type, fill_hearing },
  { &hearth_preparation_type, fill_step },
  { &hearth_group_attendance_type, fill_group_line },
};

void
hearth_fill_in (HearthStore *store, HearthRecord *record, HearthRecord *before)
{
  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (HEARTH_IS_RECORD (record));

  for (gsize i = 0; i < G_N_ELEMENTS (fills); i++)
    if (fills[i].type == hearth_record_get_record_type (record))
      fills[i].fill (store, record, before);
}
