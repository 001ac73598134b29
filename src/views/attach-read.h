/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading a file from outside, looking at what it is, and sealing it: all without blocking.
 */
#pragma once

#include "store/attachment.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_ATTACH_ERROR_FOLDER, /* or something else that is no file */
  HEARTH_ATTACH_ERROR_EMPTY,
  HEARTH_ATTACH_ERROR_GONE,
  HEARTH_ATTACH_ERROR_FORBIDDEN,
  HEARTH_ATTACH_ERROR_UNREADABLE,
  HEARTH_ATTACH_ERROR_NOT_PICTURE,
  HEARTH_ATTACH_ERROR_LARGE_PICTURE,
  HEARTH_ATTACH_ERROR_HOUSE,     /* the database that it would be kept in */
} HearthAttachError;

#define HEARTH_ATTACH_ERROR (hearth_attach_error_quark ())
GQuark hearth_attach_error_quark (void);

/** What @error means, in the reader's language: of this file, of the decoder or of the store. Transfer full. */
char *hearth_attach_error_to_sentence (const GError *error);

/** A photo is shown small in many places: larger files are refused as one. */
#define HEARTH_ATTACH_MOST_PICTURE_BYTES ((gsize) 25 * 1000 * 1000)

/**
 * hearth_attach_read_async:
 * @resident: (nullable): whose file it is
 * @compartment: (nullable)
 * @only_picture: whether the file must be one that can be shown as a picture
 *
 * The file's size is looked at before it is read, and its content, not its name, says what it is.
 */
void hearth_attach_read_async (HearthStore *store,
                               const char *resident,
                               GFile *file,
                               const char *compartment,
                               gboolean only_picture,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
HearthAttachment *hearth_attach_read_finish (GAsyncResult *result, GError **error);

/** What a person calls @file; transfer full. */
char *hearth_attach_dup_name (GFile *file);

G_END_DECLS
