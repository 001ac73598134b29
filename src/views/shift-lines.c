/* SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of a shift: its residents, with what must be known of each while writing.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/shift-lines.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/resident-words.h"
#include "widgets/words.h"

/* ---- Notes ---- */

/* The time alone where it is the same day, else the day too. */
static char *
format_when (const char *instant, const char *day)
{
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (instant);
  g_autofree char *date = hearth_instant_dup_date (instant);
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_strdup ("");
  if (!g_str_equal (date, day))
    return hearth_instant_format (instant);
  clock = g_date_time_format (time, "%H:%M");
  return hearth_time_format (clock);
}

static const char *
get_where_words (const char *presence)
{
  if (g_str_equal (presence, "leave"))
    return _ ("on leave");
  if (g_str_equal (presence, "hospital"))
    return _ ("in hospital");
  if (g_str_equal (presence, "away"))
    return _ ("missing");
  if (g_str_equal (presence, "school"))
    return _ ("at school or work");
  return _ ("at an appointment");
}

static char *
describe_presence (const HearthShiftResident *resident, const char *day)
{
  const char *where = get_where_words (resident->presence);
  g_autofree char *when = NULL;

  if (resident->due_back == NULL || *resident->due_back == '\0')
    return g_strdup (where);
  when = format_when (resident->due_back, day);
  /* Translators: where a resident is, and when they are expected back: “on leave, back 18:00” */
  return g_strdup_printf (_ ("%s, back %s"), where, when);
}

static char *
describe (const HearthShiftResident *resident, const char *day)
{
  g_autofree char *when = NULL;

  if (!g_str_equal (resident->presence, "present"))
    return describe_presence (resident, day);
  if (resident->arrives != NULL)
    {
      when = format_when (resident->arrives, day);
      /* Translators: a time: a resident moved in during the shift. */
      return g_strdup_printf (_ ("came %s"), when);
    }
  return g_strdup (resident->leaves ? _ ("moves out today") : "");
}

static bool
is_in_the_house (const HearthShiftResident *resident)
{
  return g_str_equal (resident->presence, "present");
}

/* ---- Public ---- */

static HearthShiftLine *
make_line (HearthStore *store, const HearthShift *shift, const HearthShiftResident *resident)
{
  g_autoptr (HearthRecord) begun = hearth_shift_begin_entry (shift, resident);
  g_autoptr (HearthRecord) entry = hearth_record_copy (begun);
  HearthShiftLine *line = hearth_shift_line_new (resident->resident, entry);
  g_autofree char *note = describe (resident, shift->date);
  const char *wordless = hearth_shift_lookup_wordless (entry);

  hearth_shift_line_set_note (line, note, !is_in_the_house (resident));
  hearth_shift_line_set_editable (line,
                                  hearth_record_is_open (entry) &&
                                    hearth_policy_may_write (hearth_store_get_policy (store),
                                                             &hearth_daily_log_type, NULL,
                                                             hearth_record_get_id (resident->resident)));
  if (wordless != NULL)
    hearth_shift_line_set_wordless (line, hearth_shift_asks_for_words (wordless,
                                                                       hearth_record_get (entry, wordless)));
  return line;
}

GPtrArray *
hearth_shift_lines_new (HearthStore *store, const HearthShift *shift, GPtrArray *residents)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HearthResidentWords) alerts = hearth_resident_words_new_alerts (store);

  for (guint i = 0; i < residents->len; i++)
    {
      const HearthShiftResident *resident = g_ptr_array_index (residents, i);
      HearthShiftLine *line = make_line (store, shift, resident);

      hearth_shift_line_set_alerts (line,
                                    hearth_resident_words_get (alerts,
                                                               hearth_record_get_id (resident->resident)));
      g_ptr_array_add (lines, line);
    }
  return lines;
}
