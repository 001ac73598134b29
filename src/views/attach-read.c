/* SPDX-License-Identifier: GPL-3.0-or-later
 * Reading a file from outside, looking at what it is, and sealing it: all without blocking.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/attach-read.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/wipe.h"
#include "views/decoder.h"

/* Enough of a file to tell its type by. */
#define SNIFFED_BYTES 4096
#define MOST_NAME_BYTES 255

G_DEFINE_QUARK (hearth-attach-error-quark, hearth_attach_error)

typedef struct {
  HearthStore *store;
  char *house; /* its folder */
  char *resident;
  char *compartment;
  GFile *file;
  gsize most;
  bool only_picture;
  GBytes *content;
} Read;

static void
read_free (Read *data)
{
  g_object_unref (data->store);
  g_object_unref (data->file);
  g_free (data->house);
  g_free (data->resident);
  g_free (data->compartment);
  g_clear_pointer (&data->content, g_bytes_unref);
  g_free (data);
}

/* ---- Errors ---- */

static const char *const sentences[] = {
  [HEARTH_ATTACH_ERROR_FOLDER] =
    N_ ("This is a folder, or something else that is not one file. Please add the files in it."),
  [HEARTH_ATTACH_ERROR_EMPTY] = N_ ("This file is empty: there is nothing in it to keep."),
  [HEARTH_ATTACH_ERROR_GONE] =
    N_ ("This file is not there any more. If it was on a stick or a telephone, please connect it again."),
  [HEARTH_ATTACH_ERROR_FORBIDDEN] = N_ ("This computer does not let you read this file."),
  [HEARTH_ATTACH_ERROR_UNREADABLE] =
    N_ ("This file could not be read to its end. Please copy it to this computer first, then add it from "
        "there."),
  [HEARTH_ATTACH_ERROR_NOT_PICTURE] =
    N_ ("This is not a picture, whatever its name says. Please choose a photo, such as a JPEG or PNG file."),
  [HEARTH_ATTACH_ERROR_HOUSE] = N_ ("This file is a part of the house itself, so it cannot be added to it."),
  [HEARTH_ATTACH_ERROR_LARGE_PICTURE] =
    N_ ("This picture is larger than 25 MB. Please choose a smaller version of it."),
};

char *
hearth_attach_error_to_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HEARTH_ATTACH_ERROR && (gsize) error->code < G_N_ELEMENTS (sentences))
    return g_strdup (_ (sentences[error->code]));
  return hearth_decoder_error_to_sentence (error);
}

static void
set_error (GError **error, HearthAttachError code)
{
  g_set_error (error, HEARTH_ATTACH_ERROR, (int) code, "attach: %d", (int) code);
}

/* The system's words may have the file's name in them, and say nothing to do. */
static void
translate (GError **error)
{
  HearthAttachError code = HEARTH_ATTACH_ERROR_UNREADABLE;

  if (error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = HEARTH_ATTACH_ERROR_GONE;
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    code = HEARTH_ATTACH_ERROR_FORBIDDEN;
  g_clear_error (error);
  set_error (error, code);
}

/* ---- What it is ---- */

char *
hearth_attach_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = shown; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (name, g_unichar_iscntrl (c) || c == '/' ? ' ' : c);
    }
  /* Names of more bytes than any disk takes come from elsewhere only. */
  if (name->len > MOST_NAME_BYTES)
    g_string_truncate (name,
                       (gsize) (g_utf8_find_prev_char (name->str, name->str + MOST_NAME_BYTES) - name->str));
  return g_string_free_and_steal (g_steal_pointer (&name));
}

/* By the content; the name may only say more exactly what the content says already: a table in text, say. */
static char *
dup_media_type (const char *name, GBytes *content)
{
  gsize length;
  const guchar *bytes = g_bytes_get_data (content, &length);
  g_autofree char *found = g_content_type_guess (NULL, bytes, MIN (length, SNIFFED_BYTES), NULL);
  g_autofree char *named = g_content_type_guess (name, NULL, 0, NULL);
  bool believe = !g_content_type_is_unknown (found) && g_content_type_is_a (named, found);
  char *media_type = g_content_type_get_mime_type (believe ? named : found);

  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

/* ---- Reading, in a thread ---- */

/* Opening the database here, and closing it, would take the locks off that keep others out. */
static bool
is_of_database (Read *data, GFileInfo *info)
{
  static const char *const names[] = { "house.db", "house.db-wal", "house.db-shm" };
  guint64 inode = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE);
  guint32 device = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_DEVICE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (data->house, names[i], NULL);
      GStatBuf about;

      if (g_stat (path, &about) == 0 && (guint64) about.st_ino == inode && (guint32) about.st_dev == device)
        return true;
    }
  return false;
}

static bool
check_info (Read *data, GFileInfo *info, GError **error)
{
  goffset size = g_file_info_get_size (info);

  if (is_of_database (data, info))
    set_error (error, HEARTH_ATTACH_ERROR_HOUSE);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    set_error (error, HEARTH_ATTACH_ERROR_FOLDER);
  else if (size == 0)
    set_error (error, HEARTH_ATTACH_ERROR_EMPTY);
  else if (size > (goffset) data->most && data->only_picture)
    set_error (error, HEARTH_ATTACH_ERROR_LARGE_PICTURE);
  else if (size > (goffset) data->most)
    g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_TOO_LARGE, "file");
  else
    return true;
  return false;
}

/* Exactly as much as was announced: a file that grows meanwhile is not read without end. */
static GBytes *
read_stream (GInputStream *stream, gsize size, GCancellable *cancellable, GError **error)
{
  gpointer bytes = g_malloc (size);
  g_autoptr (GBytes) content = hearth_bytes_new_wiped (bytes, size);
  gsize got;

  if (!g_input_stream_read_all (stream, bytes, size, &got, cancellable, error))
    return NULL;
  if (got != size)
    {
      set_error (error, HEARTH_ATTACH_ERROR_UNREADABLE);
      return NULL;
    }
  return g_steal_pointer (&content);
}

static GBytes *
load (Read *data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (data->file,
                       G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                      "," G_FILE_ATTRIBUTE_UNIX_INODE
                                                      "," G_FILE_ATTRIBUTE_UNIX_DEVICE,
                       G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  GBytes *content = NULL;

  if (info == NULL)
    {
      translate (error);
      return NULL;
    }
  if (!check_info (data, info, error))
    return NULL;
  stream = g_file_read (data->file, cancellable, error);
  if (stream != NULL)
    content = read_stream (G_INPUT_STREAM (stream), (gsize) g_file_info_get_size (info), cancellable, error);
  if (content == NULL)
    translate (error);
  return content;
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GBytes *content = load (task_data, cancellable, &error);

  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- One step after the other ---- */

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HearthAttachment *attachment = hearth_store_add_attachment_finish (HEARTH_STORE (source), result, &error);

  if (attachment != NULL)
    g_task_return_pointer (task, attachment, (GDestroyNotify) hearth_attachment_free);
  else
    g_task_return_error (task, error);
}

static void
add (GTask *task)
{
  Read *data = g_task_get_task_data (task);
  g_autofree char *name = hearth_attach_dup_name (data->file);
  g_autofree char *media_type = dup_media_type (name, data->content);

  hearth_store_add_attachment_async (data->store, data->resident, name, media_type, data->compartment,
                                     data->content, g_task_get_cancellable (task), added_cb, task);
}

static void
seen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (HearthDecoder) decoder = hearth_decoder_open_finish (result, &error);

  if (decoder != NULL && hearth_decoder_is_picture (decoder))
    {
      add (task);
      return;
    }
  if (error == NULL || g_error_matches (error, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_UNKNOWN))
    {
      g_clear_error (&error);
      set_error (&error, HEARTH_ATTACH_ERROR_NOT_PICTURE);
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Read *data = g_task_get_task_data (task);
  GError *error = NULL;

  data->content = g_task_propagate_pointer (G_TASK (result), &error);
  if (data->content == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
  else if (data->only_picture)
    hearth_decoder_open_async (data->content, g_task_get_cancellable (task), seen_cb, task);
  else
    add (task);
}

void
hearth_attach_read_async (HearthStore *store,
                          const char *resident,
                          GFile *file,
                          const char *compartment,
                          gboolean only_picture,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) work = NULL;
  Read *data;

  g_return_if_fail (HEARTH_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  data = g_new0 (Read, 1);
  data->store = g_object_ref (store);
  data->house = g_strdup (hearth_store_get_folder (store));
  data->resident = g_strdup (resident);
  data->compartment = g_strdup (compartment);
  data->file = g_object_ref (file);
  data->only_picture = only_picture;
  data->most = only_picture ? HEARTH_ATTACH_MOST_PICTURE_BYTES : HEARTH_ATTACHMENT_MOST_BYTES;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, hearth_attach_read_async);
  g_task_set_task_data (task, data, (GDestroyNotify) read_free);
  work = g_task_new (NULL, cancellable, loaded_cb, task);
  g_task_set_task_data (work, data, NULL);
  g_task_run_in_thread (work, load_thread);
}

HearthAttachment *
hearth_attach_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
