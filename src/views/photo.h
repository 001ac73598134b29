/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's photo, where the person at this computer wants photos to be seen.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/** The picture that the attachment with @id is, at most @size pixels wide and high. */
void hearth_photo_load_async (HearthStore *store,
                              const char *id,
                              unsigned int size,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GdkTexture *hearth_photo_load_finish (GAsyncResult *result, GError **error);

/**
 * hearth_photo_show:
 *
 * Keeps @avatar showing @resident: name used, and photo while the setting "show-photos" is on; otherwise, and where
 * there is none or it cannot be shown, initials. Once for each @avatar.
 */
void hearth_photo_show (AdwAvatar *avatar, HearthStore *store, HearthRecord *resident);

G_END_DECLS
