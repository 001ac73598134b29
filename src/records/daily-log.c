/* SPDX-License-Identifier: GPL-3.0-or-later
 * A daily log entry: one resident, one shift.
 */
#define G_LOG_DOMAIN "hearth-records"

#include "config.h"

#include "records/types.h"

#include "core/date.h"
#include "core/problem.h"
#include "core/record.h"
#include "records/choices.h"
#include "records/hooks.h"

#include <glib/gi18n-lib.h>

#define MOST_SLEEP_MINUTES (16 * 60)

static const HearthChoice presences[] = {
  { "present", N_ ("In the house") },
  { "school", N_ ("At school or work") },
  { "appointment", N_ ("At an appointment") },
  { "leave", N_ ("On leave") },
  { "hospital", N_ ("In hospital") },
  { "away", N_ ("Away without agreement") },
  { NULL },
};

static const HearthChoice meals[] = {
  { "all", N_ ("All") },
  { "some", N_ ("Some") },
  { "none", N_ ("None") },
  { "away", N_ ("Ate elsewhere") },
  { NULL },
};

static const HearthChoice cares[] = {
  { "alone", N_ ("Alone") },
  { "reminded", N_ ("With a reminder") },
  { "helped", N_ ("With help") },
  { "not_today", N_ ("Not today") },
  { NULL },
};

static const HearthChoice attendances[] = {
  { "whole", N_ ("The whole day") },
  { "part", N_ ("Part of the day") },
  { "not", N_ ("Did not go") },
  { "free", N_ ("Free day") },
  { NULL },
};

static const HearthChoice moods[] = {
  { "very_low", N_ ("Very low") },   { "low", N_ ("Low") },
  { "even", N_ ("Even") },           { "good", N_ ("Good") },
  { "very_good", N_ ("Very good") }, { NULL },
};

static const HearthChoice participations[] = {
  { "joined", N_ ("Joined in") },
  { "partly", N_ ("Joined in at times") },
  { "alone", N_ ("Wanted to be alone") },
  { "led", N_ ("Led or helped others") },
  { NULL },
};

static const HearthChoice sleeps[] = {
  { "well", N_ ("Slept well") },
  { "broken", N_ ("Woke up at times") },
  { "badly", N_ ("Slept badly") },
  { "hardly", N_ ("Hardly slept") },
  { NULL },
};

static char *
compute_late (HearthRecord *entry, const char *today)
{
  return hearth_words_late_after_day (entry, hearth_record_get (entry, "date"));
}

static char *
compute_sleep (HearthRecord *entry, const char *today)
{
  int minutes = hearth_time_minutes_between (hearth_record_get (entry, "sleep_from"),
                                             hearth_record_get (entry, "sleep_to"));

  /* Translators: a length of time, hours and minutes */
  return minutes < 0 ? g_strdup ("") : g_strdup_printf (_ ("%d h %02d min"), minutes / 60, minutes % 60);
}

/* What an entry says first, in one line. */
static char *
summarise (HearthRecord *entry, const char *today)
{
  static const char *const texts[] = { "positive_moment", "own_words", "concern",
                                       "notes",           "activity",  "health" };
  g_autofree char *sleep = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (hearth_record_has (entry, texts[i]))
      return g_strdelimit (g_strdup (hearth_record_get (entry, texts[i])), "\n\t", ' ');
  sleep = compute_sleep (entry, today);
  /* Translators: how long somebody slept, “Slept 8 h 10 min” */
  return sleep[0] != '\0' ? g_strdup_printf (_ ("Slept %s"), sleep) : g_strdup (_ ("No remarks"));
}

static const HearthField fields[] = {
  { .name = "date",
    .label = N_ ("Date"),
    .section = N_ ("Shift"),
    .kind = HEARTH_FIELD_DATE,
    .required = true,
    .past_only = true,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "shift",
    .label = N_ ("Shift"),
    .section = N_ ("Shift"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = hearth_choices_shift,
    .required = true,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "presence",
    .label = N_ ("Where"),
    .section = N_ ("Shift"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = presences,
    .filter = true,
    .tier = HEARTH_TIER_HOUSE,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "late",
    .label = N_ ("Written late"),
    .section = N_ ("Shift"),
    .kind = HEARTH_FIELD_COMPUTED,
    .list_column = true,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 4,
    .compute = compute_late },
  { .name = "late_reason",
    .label = N_ ("Why it is written late"),
    .section = N_ ("Shift"),
    .kind = HEARTH_FIELD_TEXT,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 4 },

  { .name = "mood",
    .label = N_ ("Mood"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = moods,
    .list_column = true,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "summary",
    .label = N_ ("In short"),
    .kind = HEARTH_FIELD_COMPUTED,
    .compute = summarise,
    .list_column = true,
    .since = 1 },
  { .name = "mood_word",
    .label = N_ ("The resident’s word for it"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_TEXT,
    .own_words = true,
    .max_length = 120,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "participation",
    .label = N_ ("Life in the house"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = participations,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "positive_moment",
    .label = N_ ("A good moment"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "own_words",
    .label = N_ ("Said, in own words"),
    .section = N_ ("How it was"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .own_words = true,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },

  { .name = "sleep_quality",
    .label = N_ ("Sleep"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = sleeps,
    .filter = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 4 },
  { .name = "sleep_from",
    .label = N_ ("Fell asleep"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_TIME,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "sleep_to",
    .label = N_ ("Woke up"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_TIME,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "sleep",
    .label = N_ ("Slept"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_COMPUTED,
    .compute = compute_sleep,
    .list_column = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "times_woken",
    .label = N_ ("Times awake in the night"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_INTEGER,
    .minimum = 0,
    .maximum = 30,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "nightmares",
    .label = N_ ("Bad dreams"),
    .section = N_ ("Sleep"),
    .kind = HEARTH_FIELD_YES_NO,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },

  { .name = "breakfast",
    .label = N_ ("Breakfast"),
    .section = N_ ("Meals and care"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = meals,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "lunch",
    .label = N_ ("Lunch"),
    .section = N_ ("Meals and care"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = meals,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "dinner",
    .label = N_ ("Dinner"),
    .section = N_ ("Meals and care"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = meals,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "hygiene",
    .label = N_ ("Washing and dressing"),
    .section = N_ ("Meals and care"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = cares,
    .printable = HEARTH_PRINT_PROGRESS | HEARTH_PRINT_HOUSE,
    .since = 1 },

  { .name = "attendance",
    .label = N_ ("School or work"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_CHOICE,
    .choices = attendances,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "activity",
    .label = N_ ("Activities"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_ANY,
    .since = 1 },
  { .name = "contacts",
    .label = N_ ("Visits and calls"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "health",
    .label = N_ ("Feeling unwell"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "concern",
    .label = N_ ("A concern"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .hint = N_ ("What you saw and heard. What you think of it goes into the notes."),
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
  { .name = "notes",
    .label = N_ ("Notes"),
    .section = N_ ("The day"),
    .kind = HEARTH_FIELD_LONG_TEXT,
    .searchable = true,
    .printable = HEARTH_PRINT_HOUSE,
    .since = 1 },
};

static char *
make_title (HearthRecord *entry)
{
  return summarise (entry, "");
}

static char *
make_subtitle (HearthRecord *entry)
{
  g_autofree char *shift =
    hearth_record_format (entry, hearth_record_type_lookup_field (&hearth_daily_log_type, "shift"), "");
  g_autofree char *mood =
    hearth_record_format (entry, hearth_record_type_lookup_field (&hearth_daily_log_type, "mood"), "");

  /* Translators: a shift and the mood in it, “Morning · mood: good” */
  return mood[0] != '\0' ? g_strdup_printf (_ ("%s · mood: %s"), shift, mood) : g_steal_pointer (&shift);
}

static void
validate (HearthRecord *entry, const char *today, GPtrArray *problems)
{
  const char *from = hearth_record_get (entry, "sleep_from"), *to = hearth_record_get (entry, "sleep_to");
  int minutes = hearth_time_minutes_between (from, to);

  if (from[0] != '\0' && to[0] != '\0' && (minutes == 0 || minutes > MOST_SLEEP_MINUTES))
    hearth_problems_add (problems, HEARTH_PROBLEM_RULE, "sleep_to",
                         N_ ("That would be no sleep at all, or more than 16 hours. Please look at both "
                             "times."));
}

const HearthRecordType hearth_daily_log_type = {
  .name = "daily_log",
  .gtype_name = "HearthDailyLog",
  .label = N_ ("Daily log entry"),
  .label_plural = N_ ("Daily log"),
  .label_new = N_ ("New daily log entry"),
  .icon_name = "x-office-calendar-symbolic",
  .owner = HEARTH_OWNER_RESIDENT,
  .life_cycle = HEARTH_LIFE_SIGNED,
  .tier = HEARTH_TIER_CARE,
  .retention = HEARTH_RETAIN_FILE,
  .event_field = "date",
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title = make_title,
  .subtitle = make_subtitle,
  .validate = validate,
};
