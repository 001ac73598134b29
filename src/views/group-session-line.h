/* SPDX-License-Identifier: GPL-3.0-or-later
 * One resident in a group session: how they took part, and a line for their own file.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_GROUP_SESSION_LINE (hearth_group_session_line_get_type ())
G_DECLARE_FINAL_TYPE (HearthGroupSessionLine,
                      hearth_group_session_line,
                      HEARTH,
                      GROUP_SESSION_LINE,
                      AdwPreferencesRow)

/**
 * hearth_group_session_line_new:
 * @attendance: "group_attendance", new or as it is stored
 * @where: translated: where the resident was that day, "" for in the house
 *
 * 1, 2, … choose how the resident took part; Enter and the arrows go to the line below or above. Words without an answer
 * mean that the resident was there.
 *
 * Signals: "edited" (); "left" (): the focus has gone; "go" (int step, gboolean words): to the line after or before, to its
 * words or its answers.
 */
GtkWidget *hearth_group_session_line_new (HearthRecord *attendance, const char *name, const char *where);

/** Borrowed: as it was given last. */
HearthRecord *hearth_group_session_line_get_attendance (HearthGroupSessionLine *line);
/** It was saved, or changed elsewhere; what was typed is dropped. */
void hearth_group_session_line_set_attendance (HearthGroupSessionLine *line, HearthRecord *attendance);
/** A copy with what was typed; transfer full. */
HearthRecord *hearth_group_session_line_dup_typed (HearthGroupSessionLine *line);
bool hearth_group_session_line_is_changed (HearthGroupSessionLine *line);
/** Whether nothing is chosen yet. */
bool hearth_group_session_line_is_open (HearthGroupSessionLine *line);
/** As if the person had chosen it. @part: code. */
void hearth_group_session_line_choose (HearthGroupSessionLine *line, const char *part);
/** Chooses what is most likely: who was in the house was there. */
void hearth_group_session_line_choose_likely (HearthGroupSessionLine *line);
/** @words: to the words, not to the answers. */
void hearth_group_session_line_focus (HearthGroupSessionLine *line, bool words);

G_END_DECLS
