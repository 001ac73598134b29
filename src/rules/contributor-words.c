/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the next shift must know of a record, in its reader's words.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "config.h"

#include "records/types.h"
#include "rules/contributors-private.h"
#include "rules/shift.h"

#include <glib/gi18n-lib.h>

static char *
format (HearthRecord *record, const char *name)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record), name),
                               "");
}

/* "Label: words" a line, for those of @fields (NULL-ended) that are filled in. */
static char *
tell_fields (HearthRecord *record, const char *const *fields)
{
  GString *words = g_string_new (NULL);

  for (; *fields != NULL; fields++)
    {
      const HearthField *field =
        hearth_record_type_lookup_field (hearth_record_get_record_type (record), *fields);
      g_autofree char *value = hearth_record_format (record, field, "");

      if (*value == '\0')
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: what a value is called, and the value */
      g_string_append_printf (words, _ ("%s: %s"), _ (field->label), value);
    }
  return g_string_free_and_steal (words);
}

/* The two on a line each, or the one that says something. */
static char *
join_lines (const char *first, const char *second)
{
  if (*first == '\0' || *second == '\0')
    return g_strdup (*first != '\0' ? first : second);
  return g_strdup_printf ("%s\n%s", first, second);
}

/* --- residents ------------------------------------------------------------------------------------------- */

/* What is not as it should be, with or without words about it. */
static char *
tell_exceptions (HearthRecord *entry)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  bool wants_notes = false;

  for (unsigned int i = 0; i < hearth_daily_log_type.n_fields; i++)
    {
      const char *name = hearth_daily_log_type.fields[i].name;
      const char *words = hearth_shift_asks_for_words (name, hearth_record_get (entry, name));

      if (words == NULL)
        continue;
      g_ptr_array_add (fields, (char *) name);
      wants_notes |= g_str_equal (words, "notes");
    }
  if (wants_notes)
    g_ptr_array_add (fields, (char *) "notes");
  g_ptr_array_add (fields, NULL);
  return tell_fields (entry, (const char *const *) fields->pdata);
}

/* A quiet day needs no words. */
char *
hearth_tell_day (HearthStore *store, HearthRecord *entry)
{
  static const char *const fields[] = { "concern", "health", "positive_moment", NULL };
  g_autofree char *exceptions = tell_exceptions (entry), *told = tell_fields (entry, fields);
  g_autofree char *all = join_lines (exceptions, told);

  return join_lines (hearth_record_is_yes (entry, "nightmares") ? _ ("Bad dreams in the night") : "", all);
}

bool
hearth_is_grave_day (HearthRecord *entry)
{
  return hearth_record_has (entry, "concern") || g_str_equal (hearth_record_get (entry, "presence"), "away");
}

char *
hearth_tell_alert (HearthStore *store, HearthRecord *alert)
{
  g_autofree char *title = hearth_record_dup_title (alert);

  return join_lines (title, hearth_record_get (alert, "action"));
}

bool
hearth_is_grave_alert (HearthRecord *alert)
{
  return g_str_equal (hearth_record_get (alert, "level"), "high");
}

char *
hearth_tell_barred (HearthStore *store, HearthRecord *contact)
{
  g_autofree char *subtitle = hearth_record_dup_subtitle (contact);

  if (!hearth_record_is_yes (contact, "no_contact"))
    return g_strdup ("");
  return g_strdup_printf ("%s · %s", hearth_record_get (contact, "name"), subtitle);
}

char *
hearth_tell_stay (HearthStore *store, HearthRecord *stay)
{
  g_autofree char *where = format (stay, "placement"), *from = format (stay, "start"),
                  *until = format (stay, "end"), *why = format (stay, "end_reason");

  if (*until == '\0')
    /* Translators: where somebody lives, and since when */
    return g_strdup_printf (_ ("%s, since %s"), where, from);
  return *why != '\0' ? g_strdup_printf (_ ("%s, until %s: %s"), where, until, why)
                      : g_strdup_printf (_ ("%s, until %s"), where, until);
}

char *
hearth_tell_admission (HearthStore *store, HearthRecord *admission)
{
  static const char *const fields[] = { "needs", "followed", NULL };

  return tell_fields (admission, fields);
}

bool
hearth_is_grave_admission (HearthRecord *admission)
{
  return hearth_record_is_yes (admission, "followed");
}

char *
hearth_tell_bed (HearthStore *store, HearthRecord *bed)
{
  g_autofree char *room = hearth_store_dup_link_title (store, hearth_record_get (bed, "room")),
                  *from = format (bed, "start");

  if (hearth_record_has (bed, "end"))
    return g_strdup ("");
  /* Translators: a room, and a date */
  return g_strdup_printf (_ ("Sleeps in %s, since %s"), room, from);
}

char *
hearth_tell_restriction (HearthStore *store, HearthRecord *restriction)
{
  g_autofree char *until = format (restriction, "end");

  return *until != '\0' ? g_strdup_printf (_ ("Not in one room, until %s"), until)
                        : g_strdup (_ ("Not in one room"));
}

char *
hearth_tell_plan (HearthStore *store, HearthRecord *plan)
{
  static const char *const fields[] = { "warning_signs", "helps", NULL };
  g_autofree char *told = tell_fields (plan, fields);

  if (hearth_record_has (plan, "ended_on"))
    return g_strdup (_ ("The safety plan has ended"));
  return join_lines (hearth_record_has (plan, "changed_at") ? _ ("The safety plan has changed")
                                                            : _ ("A new safety plan"),
                     told);
}

/* --- out and back ------------------------------------------------------------------------------------------ */

char *
hearth_tell_leave (HearthStore *store, HearthRecord *leave)
{
  static const char *const back[] = { "back_at", "back_words", "back_note", NULL };
  static const char *const planned[] = { "kind",   "leaves_at",  "due_back", "where_to",
                                         "escort", "conditions", NULL };

  if (hearth_record_has (leave, "back_at"))
    return tell_fields (leave, back);
  if (!g_str_equal (hearth_record_get (leave, "decision"), "agreed"))
    return g_strdup ("");
  return tell_fields (leave, planned);
}

char *
hearth_tell_missing (HearthStore *store, HearthRecord *episode)
{
  static const char *const back[] = { "found_at", "found_how", "condition", NULL };
  static const char *const gone[] = {
    "last_seen_at", "last_seen_where", "risk", "description", "places", NULL
  };

  return tell_fields (episode, hearth_record_has (episode, "found_at") ? back : gone);
}

/* --- what happened ------------------------------------------------------------------------------------------- */

char *
hearth_tell_incident (HearthStore *store, HearthRecord *incident)
{
  g_autofree char *title = hearth_record_dup_title (incident),
                  *subtitle = hearth_record_dup_subtitle (incident);
  g_autofree char *head = g_strdup_printf ("%s · %s", title, subtitle);

  return join_lines (head, hearth_record_get (incident, "seen"));
}

bool
hearth_is_grave_incident (HearthRecord *incident)
{
  return hearth_record_get_integer (incident, "severity", 1) >= 3;
}

char *
hearth_tell_visit (HearthStore *store, HearthRecord *visit)
{
  static const char *const fields[] = { "allowed", "wished", "seen", "after", NULL };
  g_autofree char *title = hearth_record_dup_title (visit), *told = tell_fields (visit, fields);

  return join_lines (title, told);
}

bool
hearth_is_grave_visit (HearthRecord *visit)
{
  return g_str_equal (hearth_record_get (visit, "allowed"), "not_allowed");
}

char *
hearth_tell_event (HearthStore *store, HearthRecord *event)
{
  g_autofree char *kind = format (event, "kind");

  return g_strdup_printf ("%s: %s", kind, hearth_record_get (event, "text"));
}

char *
hearth_tell_house_log (HearthStore *store, HearthRecord *log)
{
  static const char *const fields[] = { "count_note",   "keys_note",   "cash_note",
                                        "checks_note",  "maintenance", "deliveries",
                                        "weather_note", "notes",       NULL };
  g_autofree char *told = tell_fields (log, fields);
  bool keys_gone = g_str_equal (hearth_record_get (log, "keys"), "no");

  return join_lines (keys_gone ? _ ("Keys are not complete") : "", told);
}

bool
hearth_is_grave_house_log (HearthRecord *log)
{
  return g_str_equal (hearth_record_get (log, "keys"), "no") ||
         hearth_record_get_integer (log, "missing", 0) > 0;
}

char *
hearth_tell_addendum (HearthStore *store, HearthRecord *addendum)
{
  return g_strdup (hearth_record_get (addendum, "text"));
}
