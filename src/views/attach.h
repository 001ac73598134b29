/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attaching files to a form: chosen or dropped by the person, sealed by the store.
 */
#pragma once

#include "store/store.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

/** Asks for a file and puts it into the ATTACHMENT field called @field of @form. */
void hearth_attach_ask (HearthRecordForm *form, HearthStore *store, const char *field);

/** @files: of GFile; whether they are taken. */
typedef gboolean (*HearthAttachDropFunc) (GtkWidget *target, GListModel *files, gpointer user_data);
/** Calls @callback with the files that the person drags to @target, anywhere below it, and lets go. */
void hearth_attach_accept_drops (GtkWidget *target, HearthAttachDropFunc callback, gpointer user_data);

/** A file that is dropped on @form goes into its first ATTACHMENT field that may be changed; an empty one first. */
void hearth_attach_accept_form_drops (HearthRecordForm *form, HearthStore *store);

/**
 * hearth_attach_add_documents:
 * @resident: id
 * @files: of GFile
 *
 * Makes a "document" record of each file for the resident, and says how it went in the window that @near is in. Stops
 * when @near goes.
 */
void hearth_attach_add_documents (GtkWidget *near,
                                  HearthStore *store,
                                  const char *resident,
                                  GListModel *files);

G_END_DECLS
