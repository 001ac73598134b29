/* SPDX-License-Identifier: GPL-3.0-or-later
 * An attached file as pixels, made by a program that holds no keys (src/decode).
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/decoder.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <signal.h>

#include "core/wipe.h"
#include "decode/protocol.h"
#include "store/store.h"

struct _HearthDecoder {
  GObject parent_instance;

  /* Owned */
  GSubprocess *process;
  GCancellable *closing;
  GQueue waiting; /* of GTask, each with an Exchange */
  HearthDecodeSize *sizes;
  unsigned int n_pages;
  HearthDecodeKind kind;
  bool busy;
};

G_DEFINE_FINAL_TYPE (HearthDecoder, hearth_decoder, G_TYPE_OBJECT)

G_DEFINE_QUARK (hearth-decoder-error-quark, hearth_decoder_error)

/** One question and its answer. */
typedef struct {
  HearthDecodeRequest request;
  GBytes *payload; /* (nullable) */
  GCancellable *io;
  HearthDecodeReply reply;
  GBytes *body;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_clear_pointer (&exchange->payload, g_bytes_unref);
  g_clear_pointer (&exchange->body, g_bytes_unref);
  g_clear_object (&exchange->io);
  g_free (exchange);
}

/* ---- Errors ---- */

static const char *const sentences[] = {
  [HEARTH_DECODER_ERROR_EMPTY] = N_ ("This file is empty: there is nothing in it to show."),
  [HEARTH_DECODER_ERROR_UNKNOWN] =
    N_ ("This file cannot be shown here: it is neither a picture nor a PDF nor plain text."),
  [HEARTH_DECODER_ERROR_UNSUPPORTED] =
    N_ ("This kind of picture cannot be shown on this computer. On the telephone or camera it came from, it "
        "can be saved as JPEG, which can."),
  [HEARTH_DECODER_ERROR_DAMAGED] =
    N_ ("This file is damaged, so it cannot be shown here. If there is another copy of it, please attach "
        "that one."),
  [HEARTH_DECODER_ERROR_PASSWORD] =
    N_ ("This PDF asks for a password, so it cannot be shown here. Whoever sent it can save it without one."),
  [HEARTH_DECODER_ERROR_TOO_LARGE] =
    N_ ("This file has more pages or more pixels than can be shown here. Please attach a smaller version of "
        "it, or several parts."),
  [HEARTH_DECODER_ERROR_SLOW] = N_ ("This file takes too long to show, so Hearth stopped."),
  [HEARTH_DECODER_ERROR_DIED] =
    N_ ("This file cannot be shown here: something in it is not as it should be. Nothing else was harmed."),
  [HEARTH_DECODER_ERROR_MISSING] =
    N_ ("The part of Hearth that shows files is missing on this computer. Please install Hearth again."),
};

char *
hearth_decoder_error_to_sentence (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == HEARTH_DECODER_ERROR && (gsize) error->code < G_N_ELEMENTS (sentences))
    return g_strdup (_ (sentences[error->code]));
  return hearth_store_error_to_sentence (error);
}

static HearthDecoderError
status_to_error (guint32 status)
{
  static const HearthDecoderError errors[HEARTH_DECODE_N_STATUS] = {
    [HEARTH_DECODE_OK] = HEARTH_DECODER_ERROR_DIED,
    [HEARTH_DECODE_UNKNOWN] = HEARTH_DECODER_ERROR_UNKNOWN,
    [HEARTH_DECODE_UNSUPPORTED] = HEARTH_DECODER_ERROR_UNSUPPORTED,
    [HEARTH_DECODE_DAMAGED] = HEARTH_DECODER_ERROR_DAMAGED,
    [HEARTH_DECODE_PASSWORD] = HEARTH_DECODER_ERROR_PASSWORD,
    [HEARTH_DECODE_TOO_LARGE] = HEARTH_DECODER_ERROR_TOO_LARGE,
  };

  return status < HEARTH_DECODE_N_STATUS ? errors[status] : HEARTH_DECODER_ERROR_DIED;
}

/* ---- One exchange after the other ---- */

static void start_next (HearthDecoder *self);

static void
finish (GTask *task, GError *error)
{
  HearthDecoder *self = g_task_get_source_object (task);
  g_autoptr (HearthDecoder) alive = g_object_ref (self);

  self->busy = false;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
  start_next (self);
}

/* The pipe is in no known state any more, or the other side cannot be believed: it ends here. */
static void
break_off (GTask *task, HearthDecoderError code)
{
  HearthDecoder *self = g_task_get_source_object (task);

  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  finish (task, g_error_new (HEARTH_DECODER_ERROR, (int) code, "decoder: %d", (int) code));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GSubprocess *process = G_SUBPROCESS (source);
  bool slow;

  g_subprocess_wait_finish (process, result, NULL);
  slow = g_subprocess_get_if_signaled (process) && g_subprocess_get_term_sig (process) == SIGXCPU;
  break_off (task, slow ? HEARTH_DECODER_ERROR_SLOW : HEARTH_DECODER_ERROR_DIED);
}

/* Takes @error, of reading or writing, which may be NULL: the other side closed its end. */
static void
fail_io (GTask *task, GError *error)
{
  HearthDecoder *self = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);

  g_clear_error (&error);
  if (g_cancellable_is_cancelled (exchange->io))
    {
      g_subprocess_force_exit (self->process);
      finish (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "left"));
      return;
    }
  /* What has ended by itself keeps its own reason; what only closed its pipe must not stay. */
  g_subprocess_force_exit (self->process);
  g_subprocess_wait_async (self->process, NULL, ended_cb, task);
}

static gboolean
is_believable (const Exchange *exchange)
{
  const HearthDecodeReply *reply = &exchange->reply;

  if (reply->status != HEARTH_DECODE_OK)
    return reply->n_bytes == 0;
  if (exchange->request.command == HEARTH_DECODE_OPEN)
    return (reply->kind == HEARTH_DECODE_PICTURE || reply->kind == HEARTH_DECODE_PDF) && reply->n_bytes > 0 &&
           reply->n_bytes % sizeof (HearthDecodeSize) == 0 &&
           reply->n_bytes / sizeof (HearthDecodeSize) <= HEARTH_DECODE_MOST_PAGES;
  return reply->width == exchange->request.width && reply->height == exchange->request.height &&
         reply->n_bytes == (guint64) reply->width * reply->height * 4;
}

static void
read_body_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  gsize length;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error) ||
      length != exchange->reply.n_bytes)
    fail_io (task, error);
  else
    finish (task, NULL);
}

static void
read_reply_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  const HearthDecodeReply *reply = &exchange->reply;
  GError *error = NULL;
  gsize length;
  gpointer body;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, &error) ||
      length != sizeof *reply)
    {
      fail_io (task, error);
      return;
    }
  if (!is_believable (exchange))
    {
      break_off (task, HEARTH_DECODER_ERROR_DIED);
      return;
    }
  if (reply->status != HEARTH_DECODE_OK)
    {
      HearthDecoderError code = status_to_error (reply->status);

      finish (task, g_error_new (HEARTH_DECODER_ERROR, (int) code, "decoder: %d", (int) code));
      return;
    }
  body = g_malloc (reply->n_bytes);
  exchange->body = hearth_bytes_new_wiped (body, reply->n_bytes);
  g_input_stream_read_all_async (G_INPUT_STREAM (source), body, reply->n_bytes, G_PRIORITY_DEFAULT,
                                 exchange->io, read_body_cb, task);
}

static void
read_reply (GTask *task)
{
  HearthDecoder *self = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);

  g_clear_pointer (&exchange->payload, g_bytes_unref);
  g_input_stream_read_all_async (g_subprocess_get_stdout_pipe (self->process), &exchange->reply,
                                 sizeof exchange->reply, G_PRIORITY_DEFAULT, exchange->io, read_reply_cb,
                                 task);
}

static void
payload_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    read_reply (task);
  else
    fail_io (task, error);
}

static void
request_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  gsize length;
  gconstpointer data;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      fail_io (task, error);
      return;
    }
  if (exchange->payload == NULL)
    {
      read_reply (task);
      return;
    }
  data = g_bytes_get_data (exchange->payload, &length);
  g_output_stream_write_all_async (G_OUTPUT_STREAM (source), data, length, G_PRIORITY_DEFAULT, exchange->io,
                                   payload_written_cb, task);
}

static void
start_next (HearthDecoder *self)
{
  while (!self->busy && !g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);
      Exchange *exchange = g_task_get_task_data (task);

      if (g_task_return_error_if_cancelled (task))
        {
          g_object_unref (task);
          continue;
        }
      self->busy = true;
      if (g_cancellable_is_cancelled (self->closing))
        fail_io (task, NULL);
      else
        g_output_stream_write_all_async (g_subprocess_get_stdin_pipe (self->process), &exchange->request,
                                         sizeof exchange->request, G_PRIORITY_DEFAULT, exchange->io,
                                         request_written_cb, task);
    }
}

static void
ask (HearthDecoder *self,
     const HearthDecodeRequest *request,
     GBytes *payload,
     GCancellable *io,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->request = *request;
  exchange->payload = payload != NULL ? g_bytes_ref (payload) : NULL;
  exchange->io = g_object_ref (io);
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/* ---- Overrides ---- */

static void
hearth_decoder_dispose (GObject *object)
{
  hearth_decoder_close (HEARTH_DECODER (object));

  G_OBJECT_CLASS (hearth_decoder_parent_class)->dispose (object);
}

static void
hearth_decoder_finalize (GObject *object)
{
  HearthDecoder *self = HEARTH_DECODER (object);

  g_clear_object (&self->process);
  g_clear_object (&self->closing);
  g_free (self->sizes);

  G_OBJECT_CLASS (hearth_decoder_parent_class)->finalize (object);
}

static void
hearth_decoder_class_init (HearthDecoderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_decoder_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_decoder_finalize;
  /* The other program may end while it is written to: that is an error of writing, not the end of this one. */
  signal (SIGPIPE, SIG_IGN);
}

static void
hearth_decoder_init (HearthDecoder *self)
{
  self->closing = g_cancellable_new ();
}

/* ---- Opening ---- */

static const char *
get_program (void)
{
#if HEARTH_TEST_KEYS
  if (g_file_test (HEARTH_BUILT_DECODE_PROGRAM, G_FILE_TEST_IS_EXECUTABLE))
    return HEARTH_BUILT_DECODE_PROGRAM;
#endif
  return HEARTH_DECODE_PROGRAM;
}

/* With nothing of ours in its environment; what it complains about may quote the file and is not kept. */
static GSubprocess *
launch (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  static const char *const environment[] = { "LC_ALL=C.UTF-8", "GIO_USE_VFS=local",
                                             "GIO_MODULE_DIR=/nonexistent", NULL };
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_set_cwd (launcher, "/");
  process = g_subprocess_launcher_spawn (launcher, &error, get_program (), NULL);
  if (process == NULL)
    g_warning ("The decoder cannot be started: %s", error->message);
  return process;
}

/* Copies the sizes of all pages; false when one is none. */
static bool
take_sizes (HearthDecoder *self, const Exchange *exchange)
{
  gsize length;
  const HearthDecodeSize *sizes = g_bytes_get_data (exchange->body, &length);

  self->kind = exchange->reply.kind;
  self->n_pages = (unsigned int) (length / sizeof *sizes);
  self->sizes = g_memdup2 (sizes, length);
  for (unsigned int i = 0; i < self->n_pages; i++)
    if (!(sizes[i].width >= 1 && sizes[i].height >= 1 && sizes[i].width <= HEARTH_DECODE_LONGEST_SIDE &&
          sizes[i].height <= HEARTH_DECODE_LONGEST_SIDE))
      return false;
  return true;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HearthDecoder *self = HEARTH_DECODER (source);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (!take_sizes (self, g_task_get_task_data (G_TASK (result))))
    g_task_return_new_error_literal (task, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_DIED, "sizes");
  else
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

void
hearth_decoder_open_async (GBytes *content,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (HearthDecoder) self = g_object_new (HEARTH_TYPE_DECODER, NULL);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GCancellable) io = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  HearthDecodeRequest request = { .command = HEARTH_DECODE_OPEN, .n_bytes = g_bytes_get_size (content) };

  g_return_if_fail (content != NULL);

  g_task_set_source_tag (task, hearth_decoder_open_async);
  if (request.n_bytes == 0)
    g_task_return_new_error_literal (task, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_EMPTY, "no bytes");
  else if (request.n_bytes > HEARTH_DECODE_MOST_BYTES)
    g_task_return_new_error_literal (task, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_TOO_LARGE, "bytes");
  else if ((self->process = launch ()) == NULL)
    g_task_return_new_error_literal (task, HEARTH_DECODER_ERROR, HEARTH_DECODER_ERROR_MISSING, "no program");
  else
    ask (self, &request, content, io, cancellable, opened_cb, g_steal_pointer (&task));
}

HearthDecoder *
hearth_decoder_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hearth_decoder_close (HearthDecoder *self)
{
  g_return_if_fail (HEARTH_IS_DECODER (self));

  g_cancellable_cancel (self->closing);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
}

/* ---- Pages ---- */

gboolean
hearth_decoder_is_picture (HearthDecoder *self)
{
  g_return_val_if_fail (HEARTH_IS_DECODER (self), FALSE);

  return self->kind == HEARTH_DECODE_PICTURE;
}

unsigned int
hearth_decoder_get_n_pages (HearthDecoder *self)
{
  g_return_val_if_fail (HEARTH_IS_DECODER (self), 0);

  return self->n_pages;
}

void
hearth_decoder_get_size (HearthDecoder *self, unsigned int nth, double *width, double *height)
{
  g_return_if_fail (HEARTH_IS_DECODER (self));
  g_return_if_fail (nth < self->n_pages);

  *width = (double) self->sizes[nth].width;
  *height = (double) self->sizes[nth].height;
}

/* @width, and the height that belongs to it, within what may be asked for. */
static void
fit (const HearthDecodeSize *size, double width, HearthDecodeRequest *request)
{
  double ratio = (double) size->height / (double) size->width;
  double most = MIN (sqrt ((double) HEARTH_DECODE_MOST_PIXELS / ratio), HEARTH_DECODE_MOST_WIDTH);

  most = MIN (most, HEARTH_DECODE_MOST_WIDTH / ratio);
  width = CLAMP (width, 1, MAX (most, 1));
  request->width = (guint32) width;
  request->height = (guint32) CLAMP (width * ratio, 1, HEARTH_DECODE_MOST_WIDTH);
}

void
hearth_decoder_render_async (HearthDecoder *self,
                             unsigned int nth,
                             double width,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HearthDecodeRequest request = { .command = HEARTH_DECODE_RENDER, .page = nth };

  g_return_if_fail (HEARTH_IS_DECODER (self));
  g_return_if_fail (nth < self->n_pages);

  fit (&self->sizes[nth], width, &request);
  ask (self, &request, NULL, self->closing, cancellable, callback, user_data);
}

GdkTexture *
hearth_decoder_render_finish (HearthDecoder *self, GAsyncResult *result, GError **error)
{
  const Exchange *exchange;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  exchange = g_task_get_task_data (G_TASK (result));
  return gdk_memory_texture_new ((int) exchange->reply.width, (int) exchange->reply.height,
                                 GDK_MEMORY_DEFAULT, exchange->body, (gsize) exchange->reply.width * 4);
}
