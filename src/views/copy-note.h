/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is said of the copies on the page that somebody reads first.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** What is to be said of the copies of @store's house, or NULL. Transfer full. */
typedef char *(*HearthCopyNoticeFunc) (HearthStore *store);

/** When the last copy was made; NULL where this person does not look after them. @is_old: (out): whether that is too
 * long ago. Transfer full. */
typedef char *(*HearthCopyLineFunc) (HearthStore *store, bool *is_old);

#define HEARTH_TYPE_COPY_NOTE (hearth_copy_note_get_type ())
G_DECLARE_FINAL_TYPE (HearthCopyNote, hearth_copy_note, HEARTH, COPY_NOTE, AdwBin)

/** Something to be done: a row with a button. Asks again when a copy was made; is not seen while there is nothing. */
void hearth_copy_note_show_notice (HearthCopyNote *note, HearthStore *store, HearthCopyNoticeFunc dup_notice);
/** A line in small letters, in the colour of a warning when it is too long ago. */
void hearth_copy_note_show_line (HearthCopyNote *note, HearthStore *store, HearthCopyLineFunc dup_line);
/** Asks again. */
void hearth_copy_note_update (HearthCopyNote *note);

G_END_DECLS
