/* SPDX-License-Identifier: GPL-3.0-or-later
 * One version of a record in its history: what was done, by whom, when, and how it differs from the one before.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_VERSION (hearth_record_version_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordVersion, hearth_record_version, HEARTH, RECORD_VERSION, GObject)

/** The version at @place in @revisions, which are those of one record, oldest first. */
HearthRecordVersion *hearth_record_version_new (HearthStore *store, GPtrArray *revisions, guint place);

/** The record as it was then. */
HearthRecord *hearth_record_version_get_record (HearthRecordVersion *version);
/** The record as it was before; NULL for the first. */
HearthRecord *hearth_record_version_get_before (HearthRecordVersion *version);
/** Fields that differ from before, in the order of the type's table; of HearthField; transfer container. */
GPtrArray *hearth_record_version_list_changes (HearthRecordVersion *version);

/** What was done: "Changed", "Signed"; borrowed. */
const char *hearth_record_version_get_deed (HearthRecordVersion *version);
/** "5 March 2026, 14:05"; transfer full. */
char *hearth_record_version_dup_time (HearthRecordVersion *version);
/** Who did it, and their role then: "Ana Lim, Nurse"; transfer full. */
char *hearth_record_version_dup_person (HearthRecordVersion *version);
/** The reason that was given, or ""; transfer full. */
char *hearth_record_version_dup_reason (HearthRecordVersion *version);
/** That it was written down later than it happened, where more than a day lies between, or ""; transfer full. */
char *hearth_record_version_dup_lateness (HearthRecordVersion *version);

/** What @field says in @record, one of the two; as hearth_facts_dup_value (), with words for what is not filled in or
 * not for this reader; @known: (out): whether it is a value. Transfer full. */
char *hearth_record_version_dup_value (HearthRecordVersion *version,
                                       HearthRecord *record,
                                       const HearthField *field,
                                       bool *known);

/** Whether there is anything in it for this reader: a version in which only a text changed that is sealed to its author has
 * nothing, and must not show that there is such a text. */
bool hearth_record_version_tells (HearthRecordVersion *version);

G_END_DECLS
