/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sentences of the widgets that have numbers, dates or names in them.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/words.h"

#include "core/date.h"
#include "core/value.h"
#include "records/types.h"

#include <glib/gi18n-lib.h>

char *
hearth_words_quote (const char *said)
{
  /* Translators: somebody's own words, in the quotation marks of the language */
  return g_strdup_printf (_ ("“%s”"), said);
}

const char *
hearth_words_not_said (void)
{
  return _ ("Not recorded");
}

const char *
hearth_words_choose (void)
{
  return _ ("Choose…");
}

const char *
hearth_words_yes_no (bool yes)
{
  return yes ? _ ("Yes") : _ ("No");
}

const char *
hearth_words_attached (bool present)
{
  return present ? _ ("One file") : _ ("No file");
}

const char *
hearth_words_attach (bool present)
{
  return present ? _ ("Change…") : _ ("Add…");
}

const char *
hearth_words_required (void)
{
  return _ ("Required");
}

const char *
hearth_words_read_only (void)
{
  return _ ("Your role reads this, but does not change it");
}

const char *
hearth_words_more_is_closed (void)
{
  return _ ("Some of this record is not open to your role");
}

const char *
hearth_words_reveal (bool shown)
{
  return shown ? _ ("Hide") : _ ("Show");
}

char *
hearth_words_paste_refused (glong n_added, glong limit)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "The pasted text has %'ld character and was left out: this field takes "
                 "at most %'ld. What was here is unchanged.",
                 "The pasted text has %'ld characters and was left out: this field takes "
                 "at most %'ld. What was here is unchanged.",
                 (gulong) n_added),
    n_added, limit);
}

char *
hearth_words_length (glong n_characters, glong limit)
{
  glong n_over = n_characters - limit;

  if (n_over > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%'ld character too many. Please shorten the text before saving.",
                                         "%'ld characters too many. Please shorten the text before saving.",
                                         (gulong) n_over),
                            n_over);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Room for %'ld more character.",
                                       "Room for %'ld more characters.", (gulong) -n_over),
                          -n_over);
}

char *
hearth_words_day (const char *date, const char *today)
{
  HearthPartialDate parts;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *written = NULL;
  g_autofree char *weekday = NULL;

  if (!hearth_partial_date_read (date, &parts))
    return g_strdup ("");
  written = hearth_date_format (date);
  if (parts.precision != HEARTH_DATE_DAY)
    return g_steal_pointer (&written);

  if (*today != '\0')
    switch (hearth_date_days_between (date, today))
      {
      case 0:
        /* Translators: the day of records below; %s is the date. */
        return g_strdup_printf (_ ("Today, %s"), written);
      case 1:
        return g_strdup_printf (_ ("Yesterday, %s"), written);
      default:
        break;
      }
  day = g_date_time_new_utc (parts.year, parts.month, parts.day, 12, 0, 0);
  weekday = g_date_time_format (day, "%A");
  /* Translators: weekday, date */
  return g_strdup_printf (_ ("%s, %s"), weekday, written);
}

char *
hearth_words_state (HearthRecord *record)
{
  const char *state = hearth_record_get (record, "state");
  const HearthField *field =
    hearth_record_type_lookup_field (hearth_record_get_record_type (record), "state");

  if (*state == '\0' || g_str_equal (state, HEARTH_STATE_OPEN))
    return g_strdup ("");
  return hearth_value_format (field, state);
}

static char *
dup_event_time (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthField *field;
  g_autoptr (GDateTime) time = NULL;

  if (type->event_field == NULL)
    return g_strdup ("");
  field = hearth_record_type_lookup_field (type, type->event_field);
  if (field->kind != HEARTH_FIELD_DATE_TIME)
    return g_strdup ("");
  time = hearth_instant_to_date_time (hearth_record_get (record, type->event_field));
  if (time == NULL)
    return g_strdup ("");
  {
    g_autofree char *canonical = g_date_time_format (time, "%H:%M");

    return hearth_time_format (canonical);
  }
}

char *
hearth_words_when_and_who (HearthRecord *record, const char *author)
{
  g_autofree char *time = dup_event_time (record);

  if (author == NULL || *author == '\0')
    return g_steal_pointer (&time);
  if (*time == '\0')
    /* Translators: %s is the name of who wrote a record. */
    return g_strdup_printf (_ ("Written by %s"), author);
  /* Translators: the time of what a record is about, then the name of who wrote it. */
  return g_strdup_printf (_ ("%s · Written by %s"), time, author);
}

char *
hearth_words_late (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthField *field =
    type->event_field != NULL ? hearth_record_type_lookup_field (type, type->event_field) : NULL;
  g_autofree char *event = NULL;
  g_autofree char *written = NULL;
  int days;

  /* A partial date is that of a thing, such as a certificate, not of something that was seen. */
  if (field == NULL || (field->kind != HEARTH_FIELD_DATE && field->kind != HEARTH_FIELD_DATE_TIME) ||
      !hearth_record_has (record, field->name) || !hearth_record_has (record, "created_at"))
    return g_strdup ("");
  event = hearth_record_dup_event_date (record);
  written = hearth_instant_dup_date (hearth_record_get (record, "created_at"));
  days = hearth_date_days_between (event, written);
  if (days <= 1)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "written %d day later", "written %d days later",
                                       (gulong) days),
                          days);
}

char *
hearth_words_record (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autofree char *title = hearth_record_dup_title (record);

  if (*title == '\0')
    return g_strdup (_ (type->label));
  /* Translators: what kind of record it is, then its title. */
  return g_strdup_printf (_ ("%s: %s"), _ (type->label), title);
}

/* How grave an allergy is, and what to do when it shows. */
static char *
describe_allergy (HearthRecord *allergy)
{
  g_autofree char *about = hearth_record_dup_subtitle (allergy);
  const char *action = hearth_record_get (allergy, "action");

  return *action != '\0' ? g_strdup_printf ("%s · %s", about, action) : g_steal_pointer (&about);
}

char *
hearth_words_alert (HearthRecord *alert)
{
  const HearthField *level = hearth_record_type_lookup_field (hearth_record_get_record_type (alert), "level");
  g_autofree char *about = NULL;
  g_autofree char *words = NULL;

  if (level == NULL)
    return describe_allergy (alert);
  about = hearth_record_dup_subtitle (alert);
  words = hearth_record_format (alert, level, "");
  if (*words == '\0')
    return g_steal_pointer (&about);
  /* Translators: the label "Level", how high it is, then what an alert is about. */
  return g_strdup_printf (_ ("%s: %s · %s"), _ (level->label), words, about);
}

bool
hearth_alert_is_high (HearthRecord *alert)
{
  const HearthRecordType *type = hearth_record_get_record_type (alert);

  return type == &hearth_allergy_type
           ? g_str_equal (hearth_record_get (alert, "severity"), "grave")
           : type == &hearth_alert_type && g_str_equal (hearth_record_get (alert, "level"), "high");
}

char *
hearth_words_calendar_button (const char *label)
{
  /* Translators: %s is the label of a field, such as "Date of birth". */
  return g_strdup_printf (_ ("%s: choose from a calendar"), label);
}

char *
hearth_words_clear (const char *label)
{
  /* Translators: %s is the label of a field; the answer given there is taken away. */
  return g_strdup_printf (_ ("%s: clear"), label);
}

char *
hearth_words_take_away (const char *what)
{
  /* Translators: %s is one of several that were chosen, as a person's name. */
  return g_strdup_printf (_ ("%s: take away"), what);
}

char *
hearth_words_add_to (const char *label)
{
  /* Translators: %s is the label of a field; one more is chosen for it. */
  return g_strdup_printf (_ ("%s: add"), label);
}

const char *
hearth_words_not_listed (void)
{
  return _ ("Not in this list");
}

char *
hearth_words_body_mark (guint number,
                        const HearthBodyPlace *place,
                        const HearthChoice *kind,
                        const char *words)
{
  g_autofree char *where = hearth_body_map_describe_place (place);
  g_autofree char *mark = NULL;

  if (kind == NULL)
    /* Translators: number of a mark on a drawing of the body, and where it is: “1. Left forearm, front” */
    return g_strdup_printf (_ ("%u. %s"), number, where);
  /* Translators: number of a mark on a drawing of the body, what it is and where: “1. Bruise: left forearm, front” */
  mark = g_strdup_printf (_ ("%u. %s: %s"), number, _ (kind->label), where);
  return *words != '\0' ? g_strdup_printf ("%s (%s)", mark, words) : g_steal_pointer (&mark);
}

char *
hearth_words_body_map (const char *canonical, const HearthChoice *kinds)
{
  char *marks = hearth_body_map_describe (canonical, kinds);

  if (*marks != '\0')
    return marks;
  g_free (marks);
  return g_strdup (_ ("The outline of a body from the front and from the back, without marks."));
}

bool
hearth_words_has_two_orders (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_DATE || field->kind == HEARTH_FIELD_DATE_TIME ||
         field->kind == HEARTH_FIELD_PARTIAL_DATE;
}

char *
hearth_words_order (const HearthField *field, bool descending)
{
  if (!hearth_words_has_two_orders (field))
    return g_strdup (_ (field->label));
  /* Translators: an order of a list; %s is the label of a field that holds a date. */
  return g_strdup_printf (descending ? _ ("%s, newest first") : _ ("%s, oldest first"), _ (field->label));
}

char *
hearth_words_filter (const char *label, const char *const *chosen, guint n_chosen)
{
  g_autofree char *words = NULL;

  if (n_chosen == 0)
    words = g_strdup (_ ("any"));
  else if (n_chosen == 1)
    words = g_strdup (chosen[0]);
  else if (n_chosen == 2)
    /* Translators: what a list is filtered by: one or another. */
    words = g_strdup_printf (_ ("%s, %s"), chosen[0], chosen[1]);
  else
    /* Translators: what a list is filtered by: one, and how many others beside it. */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n_chosen - 1),
                             chosen[0], n_chosen - 1);
  /* Translators: a filter above a list: the label of a field, then what it is filtered by or "any". */
  return g_strdup_printf (_ ("%s: %s"), label, words);
}
