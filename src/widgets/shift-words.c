/* SPDX-License-Identifier: GPL-3.0-or-later
 * Short words and shapes for the items of a shift, where a cell has room for no more.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-words.h"

#include <glib/gi18n-lib.h>

static const HearthShiftLook looks[] = {
  { "presence", "present", N_ ("Here"), HEARTH_SHIFT_SHAPE_HOUSE },
  { "presence", "school", N_ ("School"), HEARTH_SHIFT_SHAPE_OUT },
  { "presence", "appointment", /* Translators: short for “at an appointment” */ N_ ("Appt."),
    HEARTH_SHIFT_SHAPE_OUT },
  { "presence", "leave", N_ ("Leave"), HEARTH_SHIFT_SHAPE_OUT },
  { "presence", "hospital", N_ ("Hospital"), HEARTH_SHIFT_SHAPE_CROSS, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "presence", "away", N_ ("Away"), HEARTH_SHIFT_SHAPE_ALERT, 0, HEARTH_SHIFT_TONE_NOTICE },

  { "sleep_quality", "well", N_ ("Well"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "sleep_quality", "broken", N_ ("Woke up"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.66 },
  { "sleep_quality", "badly", N_ ("Badly"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.33, HEARTH_SHIFT_TONE_NOTICE },
  { "sleep_quality", "hardly", N_ ("Hardly"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },

  { "breakfast", "all", N_ ("All"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "breakfast", "some", N_ ("Some"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "breakfast", "none", N_ ("None"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "breakfast", "away", N_ ("Elsewhere"), HEARTH_SHIFT_SHAPE_DASH },
  { "lunch", "all", N_ ("All"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "lunch", "some", N_ ("Some"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "lunch", "none", N_ ("None"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "lunch", "away", N_ ("Elsewhere"), HEARTH_SHIFT_SHAPE_DASH },
  { "dinner", "all", N_ ("All"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "dinner", "some", N_ ("Some"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "dinner", "none", N_ ("None"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "dinner", "away", N_ ("Elsewhere"), HEARTH_SHIFT_SHAPE_DASH },

  { "hygiene", "alone", N_ ("Alone"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "hygiene", "reminded", N_ ("Reminded"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.66 },
  { "hygiene", "helped", N_ ("Helped"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.33 },
  { "hygiene", "not_today", N_ ("Not today"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },

  { "mood", "very_low", N_ ("Very low"), HEARTH_SHIFT_SHAPE_FACE, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "mood", "low", N_ ("Low"), HEARTH_SHIFT_SHAPE_FACE, 0.25, HEARTH_SHIFT_TONE_NOTICE },
  { "mood", "even", N_ ("Even"), HEARTH_SHIFT_SHAPE_FACE, 0.5 },
  { "mood", "good", N_ ("Good"), HEARTH_SHIFT_SHAPE_FACE, 0.75, HEARTH_SHIFT_TONE_GOOD },
  { "mood", "very_good", N_ ("Very good"), HEARTH_SHIFT_SHAPE_FACE, 1, HEARTH_SHIFT_TONE_GOOD },

  { "participation", "joined", N_ ("Joined in"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "participation", "partly", N_ ("At times"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "participation", "alone", N_ ("Alone"), HEARTH_SHIFT_SHAPE_AMOUNT, 0 },
  { "participation", "led", N_ ("Led"), HEARTH_SHIFT_SHAPE_STAR, 0, HEARTH_SHIFT_TONE_GOOD },

  { "attendance", "whole", N_ ("Whole day"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "attendance", "part", N_ ("Part"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "attendance", "not", N_ ("Did not go"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "attendance", "free", N_ ("Free day"), HEARTH_SHIFT_SHAPE_DASH },

  /* Of the attendance of one day: its grid is not that of the shift, but its looks are. */
  { "was_there", "present", N_ ("There"), HEARTH_SHIFT_SHAPE_AMOUNT, 1 },
  { "was_there", "late", N_ ("Late"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.75 },
  { "was_there", "part", N_ ("Part"), HEARTH_SHIFT_SHAPE_AMOUNT, 0.5 },
  { "was_there", "excused", N_ ("Excused"), HEARTH_SHIFT_SHAPE_OUT },
  { "was_there", "absent", N_ ("Away"), HEARTH_SHIFT_SHAPE_AMOUNT, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "was_there", "closed", N_ ("No lessons"), HEARTH_SHIFT_SHAPE_DASH },
  { "reason", "transport", N_ ("Transport"), HEARTH_SHIFT_SHAPE_NONE },
  { "reason", "did_not_want", N_ ("Own wish"), HEARTH_SHIFT_SHAPE_NONE },
  { "reason", "court", N_ ("Court"), HEARTH_SHIFT_SHAPE_NONE },

  { "nightmares", "no", N_ ("No"), HEARTH_SHIFT_SHAPE_DASH },
  { "nightmares", "yes", N_ ("Yes"), HEARTH_SHIFT_SHAPE_ALERT, 0, HEARTH_SHIFT_TONE_NOTICE },

  { "positive_moment", NULL, NULL, HEARTH_SHIFT_SHAPE_STAR, 0, HEARTH_SHIFT_TONE_GOOD },
  { "health", NULL, NULL, HEARTH_SHIFT_SHAPE_CROSS, 0, HEARTH_SHIFT_TONE_NOTICE },
  { "concern", NULL, NULL, HEARTH_SHIFT_SHAPE_ALERT, 0, HEARTH_SHIFT_TONE_NOTICE },
};

static const HearthShiftLook any_text = { .shape = HEARTH_SHIFT_SHAPE_LINES };

static const struct {
  const char *field;
  const char *heading; /* N_() */
} headings[] = {
  { "presence", N_ ("Where") },          { "sleep_quality", N_ ("Sleep") },
  { "nightmares", N_ ("Bad dreams") },   { "hygiene", N_ ("Washing") },
  { "participation", N_ ("Life here") }, { "attendance", N_ ("School, work") },
  { "health", N_ ("Health") },           { "positive_moment", N_ ("Good moment") },
  { "concern", N_ ("Concern") },
};

const HearthShiftLook *
hearth_shift_lookup_look (const HearthField *field, const char *code)
{
  if (*code == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].field, field->name) &&
        (looks[i].code == NULL || g_str_equal (looks[i].code, code)))
      return &looks[i];
  return field->choices == NULL ? &any_text : NULL;
}

const char *
hearth_shift_get_heading (const HearthField *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].field, field->name))
      return _ (headings[i].heading);
  return _ (field->label);
}

const char *
hearth_shift_get_word (const HearthField *field, const HearthChoice *choice)
{
  const HearthShiftLook *look = hearth_shift_lookup_look (field, choice->code);

  return look != NULL && look->word != NULL ? _ (look->word) : _ (choice->label);
}

char *
hearth_shift_dup_cell_text (HearthRecord *entry, const HearthField *field)
{
  const char *value = hearth_record_get (entry, field->name);
  const HearthChoice *choice = hearth_field_lookup_choice (field, value);

  if (*value == '\0')
    return g_strdup ("");
  if (choice != NULL)
    return g_strdup (hearth_shift_get_word (field, choice));
  if (field->kind == HEARTH_FIELD_TEXT || field->kind == HEARTH_FIELD_LONG_TEXT)
    return g_strdelimit (g_strdup (value), "\n\t", ' ');
  return hearth_record_format (entry, field, "");
}

char *
hearth_shift_dup_cell_label (const char *name, HearthRecord *entry, const HearthField *field)
{
  g_autofree char *value = hearth_record_format (entry, field, "");

  /* Translators: how a cell of the shift's grid is read out: a resident, an item, and what was chosen. */
  return g_strdup_printf (_ ("%s, %s: %s"), name, _ (field->label), *value != '\0' ? value : _ ("empty"));
}
