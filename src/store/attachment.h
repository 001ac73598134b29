/* SPDX-License-Identifier: GPL-3.0-or-later
 * Attached files: sealed under files/, named by keyed hash, written and synced before the row that names them.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

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
HearthAttachment *hearth_store_lookup_attachment (HearthStore *store, const char *id, GError **error);
/** The content, decrypted in memory only; transfer full. */
GBytes *hearth_store_read_attachment (HearthStore *store, const char *id, GError **error);

G_END_DECLS
