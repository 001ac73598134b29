/* SPDX-License-Identifier: GPL-3.0-or-later
 * A readable copy of an attached file leaves the house: with a reason, and noted before it is written.
 */
#pragma once

#include <gtk/gtk.h>

#include "store/attachment.h"

G_BEGIN_DECLS

/** Says what it means, and asks for a reason and a place. @leaving: cancelled when @near goes */
void hearth_attachment_copy_ask (GtkWidget *near,
                                 HearthStore *store,
                                 const HearthAttachment *attachment,
                                 GCancellable *leaving);
/** Notes the export and then writes the copy to @file, for its owner's eyes only; says how it went. */
void hearth_attachment_copy_save (GtkWidget *near,
                                  HearthStore *store,
                                  const HearthAttachment *attachment,
                                  GFile *file,
                                  const char *reason,
                                  GCancellable *leaving);

G_END_DECLS
