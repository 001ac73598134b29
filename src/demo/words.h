/* SPDX-License-Identifier: GPL-3.0-or-later
 * Sentences of the invented house's daily life: plain, warm, nothing about what was before.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a sentence is about. In sentences, "{name}", "{activity}", "{food}", "{thing}" and "{where}" are filled in. */
typedef enum {
  HEARTH_DEMO_NIGHT_GOOD,
  HEARTH_DEMO_NIGHT_RESTLESS,
  HEARTH_DEMO_DAY_GOOD,
  HEARTH_DEMO_DAY_PLAIN,
  HEARTH_DEMO_DAY_HEAVY,
  HEARTH_DEMO_SCHOOL_DAY,
  HEARTH_DEMO_FREE_DAY,
  HEARTH_DEMO_POSITIVE,
  HEARTH_DEMO_CONCERN,
  HEARTH_DEMO_HEALTH,
  HEARTH_DEMO_CALL,
  HEARTH_DEMO_ACTIVITY,
  HEARTH_DEMO_FOOD,
  HEARTH_DEMO_THING,
  HEARTH_DEMO_WHERE,
  HEARTH_DEMO_N_WORDS,
} HearthDemoWords;

/** The sentences about @words; @n_lines: how many. */
const char *const *hearth_demo_words_get_lines (HearthDemoWords words, unsigned int *n_lines);

G_END_DECLS
