/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking somebody in: the resident, the stay and the admission are saved together or not at all.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * HearthAdmission:
 * @others: (nullable) (element-type HearthRecord): further new records of the resident's file that are saved with the
 *   three: an alert, a person
 * @made: (element-type HearthRecord): after a save, the records that are new since, those of brothers and sisters too
 *
 * The three records of one admission, each new or loaded. For somebody who was here before, @resident is loaded.
 */
typedef struct {
  HearthRecord *resident;
  HearthRecord *stay;
  HearthRecord *admission;
  GPtrArray *others;
  GPtrArray *made;
} HearthAdmission;

/** New records: arrived now, placed in this house since today, nothing else. With @resident (nullable) the resident
 * is the one that came back. Transfer full. */
HearthAdmission *hearth_admission_new (HearthStore *store, HearthRecord *resident);
/** What was saved at the admission @admission, with the stay that began then (or a new one). NULL with an error. */
HearthAdmission *hearth_admission_load (HearthStore *store, HearthRecord *admission, GError **error);
void hearth_admission_free (HearthAdmission *admission);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthAdmission, hearth_admission_free)

/**
 * hearth_admission_save:
 * @siblings: (nullable) (element-type HearthRecord): residents who are brothers or sisters: both files get the other
 *   as a person who lives here too, where it does not stand there yet
 * @problems: (out) (optional) (transfer full): with INVALID, those of all the records at once; @failed says whose
 *   the first is
 * @failed: (out) (optional): borrowed
 *
 * One transaction. "start" of the stay is the day of the arrival.
 */
bool hearth_admission_save (HearthStore *store,
                            HearthAdmission *admission,
                            GPtrArray *siblings,
                            GPtrArray **problems,
                            HearthRecord **failed,
                            GError **error);

/** What a complete admission has and this one has not: labels in the reader's language; transfer full. */
GPtrArray *hearth_admission_list_missing (HearthStore *store, HearthAdmission *admission);

G_END_DECLS
