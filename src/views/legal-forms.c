/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the forms of the legal pages know by themselves: the case where there is only one, the next letter of an accused person.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-forms.h"

#include "records/types.h"
#include "rules/court.h"
#include "views/legal-records.h"

void
hearth_legal_fill_in_case (HearthStore *store, HearthRecord *record)
{
  g_autoptr (HearthRecord) only = NULL;

  if (hearth_record_has (record, "legal_case"))
    return;
  only = hearth_legal_look_up_only_case (store, hearth_record_get_resident (record));
  if (only != NULL)
    hearth_record_set (record, "legal_case", hearth_record_get_id (only));
}

static void
set_empty (HearthRecord *record, const char *field, const char *value)
{
  if (!hearth_record_has (record, field))
    hearth_record_set (record, field, value);
}

/* The court of the case is most often that of the hearing. */
void
hearth_hearing_fill_in (HearthStore *store, HearthRecord *hearing)
{
  g_autoptr (HearthRecord) legal_case = NULL;

  hearth_legal_fill_in_case (store, hearing);
  set_empty (hearing, "status", "planned");
  if (!hearth_record_has (hearing, "legal_case"))
    return;
  legal_case = hearth_store_load (store, hearth_record_get (hearing, "legal_case"), NULL);
  if (legal_case == NULL)
    return;
  set_empty (hearing, "court", hearth_record_get (legal_case, "court"));
  set_empty (hearing, "judge", hearth_record_get (legal_case, "judge"));
  set_empty (hearing, "interpreter", hearth_record_get (legal_case, "interpreter"));
}

/* The first letter and number that no accused person of the resident has yet: "A1", "A2" … */
void
hearth_accused_fill_in (HearthStore *store, HearthRecord *accused)
{
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *letter = NULL;

  hearth_legal_fill_in_case (store, accused);
  if (hearth_record_has (accused, "letter") || *hearth_record_get_resident (accused) == '\0')
    return;
  others = hearth_legal_list (store, &hearth_accused_type, hearth_record_get_resident (accused));
  for (guint n = 1; letter == NULL; n++)
    {
      letter = g_strdup_printf ("A%u", n);
      for (guint i = 0; i < others->len && letter != NULL; i++)
        if (g_ascii_strcasecmp (hearth_record_get (g_ptr_array_index (others, i), "letter"), letter) == 0)
          g_clear_pointer (&letter, g_free);
    }
  hearth_record_set (accused, "letter", letter);
}

void
hearth_court_order_fill_in (HearthStore *store, HearthRecord *order)
{
  hearth_legal_fill_in_case (store, order);
  set_empty (order, "status", "not_yet");
}

void
hearth_preparation_fill_in (HearthStore *store, HearthRecord *step)
{
  g_autoptr (HearthRecord) hearing = NULL;
  g_autofree char *due = NULL;

  /* Most steps that a house adds are for the hearing that comes next. */
  if (!hearth_record_has (step, "hearing") && *hearth_record_get_resident (step) != '\0')
    {
      hearing = hearth_court_next_hearing (store, hearth_record_get_resident (step), NULL);
      if (hearing != NULL)
        hearth_record_set (step, "hearing", hearth_record_get_id (hearing));
    }
  else if (hearth_record_has (step, "hearing"))
    hearing = hearth_store_load (store, hearth_record_get (step, "hearing"), NULL);
  if (hearing == NULL || hearth_record_has (step, "due") || !hearth_record_has (step, "days"))
    return;
  due = hearth_hearing_dup_step_due (store, hearing, (int) hearth_record_get_integer (step, "days", 0));
  hearth_record_set (step, "due", due);
}
