/* SPDX-License-Identifier: GPL-3.0-or-later
 * The folder that copies are made in: its lock, and which names in it are whose. Private to the store.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** A copy that is being made or removed: what an interruption left of it is removed with the next one. */
#define HEARTH_COPY_PARTIAL ".partial-"
#define HEARTH_COPY_DAMAGED ".damaged"

/** Whether a folder called @name is looked at as a copy: not one that was never finished, or was set aside. */
bool hearth_copy_is_name (const char *name);

/** Takes the lock of the folder @place, where one copy is made or removed at a time; NOT_FOUND when it is not there,
 * LOCKED. Returns a descriptor to be closed, or -1. */
int hearth_copies_lock (const char *place, GError **error);

/** Passes @local_error on (taken), as NOT_FOUND where @place is not there any more: a stick that is pulled out makes
 * many kinds of errors, and none of them means damage. Always false. */
bool hearth_copies_propagate (const char *place, GError **error, GError *local_error);

G_END_DECLS
