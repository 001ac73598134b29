/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field that holds a file: its name, and buttons to open it, to add or change it, and to take it away.
 */
#pragma once

#include "widgets/field-row.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTACHMENT_ROW (hearth_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttachmentRow, hearth_attachment_row, HEARTH, ATTACHMENT_ROW, AdwActionRow)

GtkWidget *hearth_attachment_row_new (const HearthField *field);

/**
 * Signals: "requested" (): the person wants to add or change the file; "opened" (): to see it.
 *
 * @name is what the file is called; set it together with the text (the attachment's id).
 */
void hearth_attachment_row_set_name (HearthAttachmentRow *row, const char *name);

/** Whether the file can be changed, rather than only opened; it can, unless told otherwise. */
void hearth_attachment_row_set_editable (HearthAttachmentRow *row, bool editable);

G_END_DECLS
