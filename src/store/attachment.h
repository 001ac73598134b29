/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: sealed under files/, named by keyed hash, written and synced before the row that names them.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/** Larger files are refused with TOO_LARGE. */
#define HEARTH_ATTACHMENT_MOST_BYTES ((gsize) 200 * 1000 * 1000)

typedef struct {
  char *id;
  char *resident; /* "" for one of the house */
  char *name;     /* as the person called it */
  char *media_type;
  gint64 size; /* bytes */
  char *added_at;
  char *added_by;
  char *compartment; /* "" for none */
} HearthAttachment;

void hearth_attachment_free (HearthAttachment *attachment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthAttachment, hearth_attachment_free)

/** @compartment: NULL, or one the person holds. Transfer full. */
HearthAttachment *hearth_store_add_attachment (HearthStore *store,
                                               const char *resident,
                                               const char *name,
                                               const char *media_type,
                                               const char *compartment,
                                               GBytes *content,
                                               GError **error);
/** The same, with the sealing and writing in a thread. Whether it was cancelled or not, what was kept is told. */
void hearth_store_add_attachment_async (HearthStore *store,
                                        const char *resident,
                                        const char *name,
                                        const char *media_type,
                                        const char *compartment,
                                        GBytes *content,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
HearthAttachment *hearth_store_add_attachment_finish (HearthStore *store,
                                                      GAsyncResult *result,
                                                      GError **error);

HearthAttachment *hearth_store_lookup_attachment (HearthStore *store, const char *id, GError **error);
/** The content, decrypted in memory only and wiped with the last reference; of a compartment's, a "view" is noted.
 * Transfer full. */
GBytes *hearth_store_read_attachment (HearthStore *store, const char *id, GError **error);
/** The same, read and decrypted in a thread. */
void hearth_store_read_attachment_async (HearthStore *store,
                                         const char *id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GBytes *hearth_store_read_attachment_finish (HearthStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
