/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of education shows of a resident. Each floating, NULL where this reader may see none of it or there is
 * nothing to say.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** Where learning begins: likes and dreams in own words first. */
GtkWidget *hearth_education_make_baseline (HearthStore *store, HearthRecord *resident);
/** The plan that is active, and the goals. */
GtkWidget *hearth_education_make_plan (HearthStore *store, HearthRecord *resident);
/** Places that hold today or are to come, and who pays. */
GtkWidget *hearth_education_make_places (HearthStore *store, HearthRecord *resident);
/** Trainings for work, and certificates. */
GtkWidget *hearth_education_make_trainings (HearthStore *store, HearthRecord *resident);
GtkWidget *hearth_education_make_certificates (HearthStore *store, HearthRecord *resident);
/** How often the resident was there in the last weeks, and why not. */
GtkWidget *hearth_education_make_attendance (HearthStore *store, HearthRecord *resident);
/** Subjects and terms, and a chart where the school gave shares. */
GtkWidget *hearth_education_make_marks (HearthStore *store, HearthRecord *resident);
/** The latest level of each skill, area by area. */
GtkWidget *hearth_education_make_skills (HearthStore *store, HearthRecord *resident);

/** How far something has come, as a bar without colours of good and bad; @words say it to who does not see it. */
GtkWidget *hearth_education_make_level (GtkLevelBarMode mode,
                                        double value,
                                        double most,
                                        const char *label,
                                        const char *words);

/** One line: where, and how often lately; "" for nothing. Transfer full. */
char *hearth_education_dup_summary (HearthStore *store, HearthRecord *resident);

G_END_DECLS
