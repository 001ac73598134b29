/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's photo, where the person at this computer wants photos to be seen.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/photo.h"

#include "store/attachment.h"
#include "views/decoder.h"

/* ---- Loading ---- */

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GdkTexture *texture = hearth_decoder_render_finish (HEARTH_DECODER (source), result, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (HearthDecoder) decoder = hearth_decoder_open_finish (result, &error);
  double size = GPOINTER_TO_UINT (g_task_get_task_data (task));
  double width, height;

  if (decoder == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hearth_decoder_get_size (decoder, 0, &width, &height);
  hearth_decoder_render_async (decoder, 0, width * MIN (1, size / MAX (width, height)),
                               g_task_get_cancellable (task), rendered_cb, task);
  g_steal_pointer (&task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) content = hearth_store_read_attachment_finish (HEARTH_STORE (source), result, &error);

  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  hearth_decoder_open_async (content, g_task_get_cancellable (task), opened_cb, task);
  g_steal_pointer (&task);
}

/* The picture that the attachment with @id is, at most @size pixels wide and high. */
static void
load_async (HearthStore *store,
            const char *id,
            unsigned int size,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, load_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (size), NULL);
  hearth_store_read_attachment_async (store, id, cancellable, read_cb, task);
}

static GdkTexture *
load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- Keeping an avatar up to date ---- */

/** Lives as long as its avatar. */
typedef struct {
  AdwAvatar *avatar;
  HearthStore *store;
  HearthRecord *resident;
  GSettings *settings;
  GCancellable *loading;
  char *shown; /* id of what is shown or on its way */
} Shown;

static void
shown_free (Shown *shown)
{
  g_cancellable_cancel (shown->loading);
  g_signal_handlers_disconnect_by_data (shown->settings, shown);
  g_signal_handlers_disconnect_by_data (shown->resident, shown);
  g_clear_object (&shown->loading);
  g_object_unref (shown->settings);
  g_object_unref (shown->resident);
  g_object_unref (shown->store);
  g_free (shown->shown);
  g_free (shown);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Shown *shown = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture != NULL)
    adw_avatar_set_custom_image (shown->avatar, GDK_PAINTABLE (texture));
  else
    g_warning ("The photo %s cannot be shown: %s", shown->shown, error->message);
}

static void
update (Shown *shown)
{
  const char *id = hearth_record_get (shown->resident, "photo");
  unsigned int size = (unsigned int) adw_avatar_get_size (shown->avatar) *
                      (unsigned int) gtk_widget_get_scale_factor (GTK_WIDGET (shown->avatar));

  adw_avatar_set_text (shown->avatar, hearth_record_get (shown->resident, "name_used"));
  if (!g_settings_get_boolean (shown->settings, "show-photos"))
    id = "";
  if (g_str_equal (shown->shown, id))
    return;
  g_set_str (&shown->shown, id);
  g_cancellable_cancel (shown->loading);
  g_clear_object (&shown->loading);
  shown->loading = g_cancellable_new ();
  adw_avatar_set_custom_image (shown->avatar, NULL);
  if (*id != '\0')
    /* Twice: the shorter side fills the circle. */
    load_async (shown->store, id, size * 2, shown->loading, loaded_cb, shown);
}

void
hearth_photo_show (AdwAvatar *avatar, HearthStore *store, HearthRecord *resident)
{
  Shown *shown;

  g_return_if_fail (ADW_IS_AVATAR (avatar));
  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (HEARTH_IS_RECORD (resident));
  g_return_if_fail (g_object_get_data (G_OBJECT (avatar), "hearth-photo") == NULL);

  shown = g_new0 (Shown, 1);
  shown->avatar = avatar;
  shown->store = g_object_ref (store);
  shown->resident = g_object_ref (resident);
  shown->settings = g_settings_new (HEARTH_APPLICATION_ID);
  shown->shown = g_strdup ("");
  g_object_set_data_full (G_OBJECT (avatar), "hearth-photo", shown, (GDestroyNotify) shown_free);
  g_signal_connect_swapped (shown->settings, "changed::show-photos", G_CALLBACK (update), shown);
  g_signal_connect_swapped (resident, "notify", G_CALLBACK (update), shown);
  adw_avatar_set_show_initials (avatar, TRUE);
  update (shown);
}
