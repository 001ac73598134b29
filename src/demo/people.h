/* SPDX-License-Identifier: GPL-3.0-or-later
 * Invented people: given names as they are used and as they are written at home, with words of their own.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *used;  /* in Latin letters, as staff write it */
  const char *local; /* as written at home */
} HearthDemoName;

/** Something a resident says, by subject, so that it fits the entry it stands in. */
typedef enum {
  HEARTH_DEMO_SAYS_SLEPT_WELL,
  HEARTH_DEMO_SAYS_SCHOOL,
  HEARTH_DEMO_SAYS_GARDEN,
  HEARTH_DEMO_SAYS_MISSES_FAMILY,
  HEARTH_DEMO_SAYS_HAPPY,
  HEARTH_DEMO_SAYS_COOKING,
  HEARTH_DEMO_SAYS_SINGING,
  HEARTH_DEMO_SAYS_SAFE,
  HEARTH_DEMO_SAYS_GRANDMOTHER,
  HEARTH_DEMO_SAYS_SLEEPY,
  HEARTH_DEMO_N_SAYINGS,
} HearthDemoSaying;

#define HEARTH_DEMO_N_GIVEN 4
#define HEARTH_DEMO_N_SECOND 3

/**
 * HearthDemoCulture:
 * @country, @language: in English
 * @place: a kind of place, never a real one
 * @second: names that follow the given name
 * @sayings: in the resident's language, by #HearthDemoSaying
 */
typedef struct {
  const char *country;
  const char *language;
  const char *place;
  HearthDemoName women[HEARTH_DEMO_N_GIVEN];
  HearthDemoName men[HEARTH_DEMO_N_GIVEN];
  HearthDemoName second[HEARTH_DEMO_N_SECOND];
  const char *sayings[HEARTH_DEMO_N_SAYINGS];
} HearthDemoCulture;

/** Latin, Thai, Khmer and Arabic letters first. */
extern const HearthDemoCulture hearth_demo_cultures[];
extern const unsigned int hearth_demo_n_cultures;

/** What each saying means, in English. */
extern const char *const hearth_demo_sayings[HEARTH_DEMO_N_SAYINGS];

/** One person of the house's staff. */
typedef struct {
  const char *role;
  const char *user;
  const char *name;
  const char *profession;
} HearthDemoStaff;

/** The director, who makes the house, first. */
extern const HearthDemoStaff hearth_demo_staff[];
extern const unsigned int hearth_demo_n_staff;

G_END_DECLS
