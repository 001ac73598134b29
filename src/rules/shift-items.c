/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is written of a resident in a shift, what wants words, and what is as usual.
 */
#define G_LOG_DOMAIN "hearth-rules"

#include "core/date.h"
#include "records/types.h"
#include "rules/reader-private.h"
#include "rules/shift.h"

#define USUAL_DAYS 14

/* --- items ------------------------------------------------------------------------------------------------- */

/* Sleep and breakfast belong to the morning that follows the night; washing to the morning and, before bed, to the night;
 * school or work to the afternoon, when they are over. Mood and company are asked in each shift, they change. */
static const char *const morning[] = {
  "presence", "sleep_quality", "breakfast",       "hygiene", "mood", "participation",
  "health",   "concern",       "positive_moment", "notes",   NULL,
};
static const char *const afternoon[] = {
  "presence", "lunch",   "attendance",      "mood",  "participation",
  "health",   "concern", "positive_moment", "notes", NULL,
};
static const char *const night[] = {
  "presence", "dinner",  "hygiene",         "mood",  "participation",
  "health",   "concern", "positive_moment", "notes", NULL,
};

const char *const *
hearth_shift_get_items (const char *code)
{
  g_return_val_if_fail (code != NULL, night);

  return g_str_equal (code, "morning") ? morning : g_str_equal (code, "afternoon") ? afternoon : night;
}

/* --- words --------------------------------------------------------------------------------------------------- */

static const struct {
  const char *field, *code, *words;
} exceptions[] = {
  { "presence", "away", "concern" },     { "presence", "hospital", "health" },
  { "sleep_quality", "badly", "notes" }, { "sleep_quality", "hardly", "notes" },
  { "breakfast", "none", "notes" },      { "lunch", "none", "notes" },
  { "dinner", "none", "notes" },         { "hygiene", "not_today", "notes" },
  { "attendance", "not", "notes" },      { "mood", "very_low", "concern" },
};

const char *
hearth_shift_asks_for_words (const char *field, const char *code)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (exceptions[i].field, field) && g_str_equal (exceptions[i].code, code))
      return exceptions[i].words;
  return NULL;
}

/* Words in one place may be about several things. */
static bool
has_words (HearthRecord *entry)
{
  return hearth_record_has (entry, "concern") || hearth_record_has (entry, "notes") ||
         hearth_record_has (entry, "health");
}

const char *
hearth_shift_lookup_wordless (HearthRecord *entry)
{
  g_return_val_if_fail (HEARTH_IS_RECORD (entry), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (exceptions) && !has_words (entry); i++)
    if (g_str_equal (hearth_record_get (entry, exceptions[i].field), exceptions[i].code))
      return exceptions[i].field;
  return NULL;
}

/* --- as usual ------------------------------------------------------------------------------------------------- */

/* The value of @name that stands most often in @earlier, newest first; of equals the newer. */
static const char *
find_most_frequent (GPtrArray *earlier, const char *name)
{
  const char *best = "";
  guint most = 0;

  for (guint i = 0; i < earlier->len; i++)
    {
      const char *value = hearth_record_get (g_ptr_array_index (earlier, i), name);
      guint n = 0;

      for (guint j = 0; *value != '\0' && j < earlier->len; j++)
        n += g_str_equal (hearth_record_get (g_ptr_array_index (earlier, j), name), value) ? 1 : 0;
      if (n > most)
        {
          best = value;
          most = n;
        }
    }
  return best;
}

/* What somebody who is not in the house has had elsewhere, or not at all, is not as usual. */
static bool
was_possible (HearthRecord *entry, const char *name)
{
  const char *presence = hearth_record_get (entry, "presence");

  return *presence == '\0' || g_str_equal (presence, "present") ||
         (g_str_equal (presence, "school") && g_str_equal (name, "attendance"));
}

static GPtrArray *
list_earlier (HearthStore *store, const HearthShift *shift, HearthRecord *entry, GError **error)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_daily_log_type);
  g_autofree char *from = hearth_date_add_days (shift->date, -USUAL_DAYS);
  g_autofree char *to = hearth_date_add_days (shift->date, -1);
  const char *codes[] = { shift->code, NULL };

  hearth_query_set_resident (query, hearth_record_get_resident (entry));
  hearth_query_set_period (query, from, to);
  hearth_query_set_filter (query, "shift", codes);
  return hearth_reader_list (store, query, error);
}

int
hearth_shift_fill_as_usual (HearthStore *store, const HearthShift *shift, HearthRecord *entry, GError **error)
{
  const char *const *items;
  g_autoptr (GPtrArray) earlier = NULL;
  int n_filled = 0;

  g_return_val_if_fail (HEARTH_IS_STORE (store), -1);
  g_return_val_if_fail (shift != NULL, -1);
  g_return_val_if_fail (HEARTH_IS_RECORD (entry), -1);

  earlier = list_earlier (store, shift, entry, error);
  if (earlier == NULL)
    return -1;
  items = hearth_shift_get_items (shift->code);
  for (gsize i = 0; items[i] != NULL; i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_daily_log_type, items[i]);
      const char *usual;

      if (field->kind != HEARTH_FIELD_CHOICE || hearth_record_has (entry, items[i]) ||
          !was_possible (entry, items[i]))
        continue;
      usual = find_most_frequent (earlier, items[i]);
      if (*usual == '\0' || hearth_shift_asks_for_words (items[i], usual) != NULL)
        continue;
      hearth_record_set (entry, items[i], usual);
      n_filled++;
    }
  return n_filled;
}
