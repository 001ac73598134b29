/* SPDX-License-Identifier: GPL-3.0-or-later
 * One record in a list on a few lines of text: title, subtitle, and what else is worth knowing.
 */
#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_RECORD_LINE (hearth_record_line_get_type ())
G_DECLARE_FINAL_TYPE (HearthRecordLine, hearth_record_line, HEARTH, RECORD_LINE, GtkWidget)

/** Words about @record that the line itself cannot know; transfer full, NULL for none. */
typedef char *(*HearthRecordWordsFunc) (HearthRecord *record, gpointer user_data);

/**
 * The functions are called whenever the record changes; @user_data must live as long as the line.
 *
 * @heading: (nullable): a line above the title (the resident in a list of the house)
 * @details: (nullable): a line below the subtitle (time and author in a timeline)
 */
GtkWidget *hearth_record_line_new (bool show_icon,
                                   HearthRecordWordsFunc heading,
                                   HearthRecordWordsFunc details,
                                   gpointer user_data);

/** Lines as items of a list of records, each called by its title, and with an icon by its type too; the arguments
 * are those of hearth_record_line_new (). Transfer full. */
GtkListItemFactory *hearth_record_line_make_factory (bool show_icon,
                                                     HearthRecordWordsFunc heading,
                                                     HearthRecordWordsFunc details,
                                                     gpointer user_data);

/** @record: (nullable): the line follows its changes. */
void hearth_record_line_set_record (HearthRecordLine *line, HearthRecord *record);
/** Asks anew for heading and details. */
void hearth_record_line_update (HearthRecordLine *line);

G_END_DECLS
