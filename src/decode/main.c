/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearth-decode: turns one attached file, given to it through a pipe, into pixels. It holds no keys, opens no
 * document by itself, writes nothing and knows no network, so that a file made to break a decoder breaks only it.
 */
#include "decode/confine.h"
#include "decode/paper.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/** False at the end of the input. */
static gboolean
read_all (void *data, gsize length)
{
  guint8 *at = data;

  while (length > 0)
    {
      gssize got = read (STDIN_FILENO, at, length);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return FALSE;
      at += got;
      length -= (gsize) got;
    }
  return TRUE;
}

static void
write_all (const void *data, gsize length)
{
  const guint8 *at = data;

  while (length > 0)
    {
      gssize put = write (STDOUT_FILENO, at, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put <= 0)
        exit (EXIT_FAILURE);
      at += put;
      length -= (gsize) put;
    }
}

static void
refuse (HearthDecodeStatus status)
{
  HearthDecodeReply reply = { .status = status };

  write_all (&reply, sizeof reply);
}

static GBytes *
read_content (const HearthDecodeRequest *request)
{
  guint8 *data;

  if (request->command != HEARTH_DECODE_OPEN || request->n_bytes > HEARTH_DECODE_MOST_BYTES)
    exit (EXIT_FAILURE);
  data = g_malloc (request->n_bytes + 1);
  if (!read_all (data, request->n_bytes))
    exit (EXIT_FAILURE);
  return g_bytes_new_take (data, request->n_bytes);
}

static void
open_paper (const HearthDecodeRequest *request, HearthPaper *paper)
{
  GBytes *content = read_content (request);
  HearthDecodeStatus status =
    hearth_pdf_is (content) ? hearth_pdf_open (content, paper) : hearth_picture_open (content, paper);
  HearthDecodeReply reply = { .status = status, .kind = paper->kind };

  if (status != HEARTH_DECODE_OK)
    {
      refuse (status);
      exit (EXIT_SUCCESS);
    }
  /* A PDF's pages are read when they are asked for. */
  if (paper->kind == HEARTH_DECODE_PICTURE)
    g_bytes_unref (content);
  reply.n_bytes = paper->sizes->len * sizeof (HearthDecodeSize);
  write_all (&reply, sizeof reply);
  write_all (paper->sizes->data, reply.n_bytes);
}

static void
render (const HearthDecodeRequest *request, HearthPaper *paper)
{
  HearthDecodeReply reply = { .kind = paper->kind, .width = request->width, .height = request->height };
  cairo_surface_t *surface;

  if (request->command != HEARTH_DECODE_RENDER || request->page >= paper->sizes->len || request->width < 1 ||
      request->height < 1 || request->width > HEARTH_DECODE_MOST_WIDTH ||
      request->height > HEARTH_DECODE_MOST_WIDTH ||
      (guint64) request->width * request->height > HEARTH_DECODE_MOST_PIXELS)
    exit (EXIT_FAILURE);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) request->width, (int) request->height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    reply.status = HEARTH_DECODE_TOO_LARGE;
  else if (paper->kind == HEARTH_DECODE_PDF)
    reply.status = hearth_pdf_paint (paper, request->page, surface);
  else
    reply.status = hearth_picture_paint (paper, surface);
  if (reply.status != HEARTH_DECODE_OK)
    refuse (reply.status);
  else
    {
      cairo_surface_flush (surface);
      /* A row of ARGB32 has no gap behind it. */
      reply.n_bytes = (guint64) request->width * request->height * 4;
      write_all (&reply, sizeof reply);
      write_all (cairo_image_surface_get_data (surface), reply.n_bytes);
    }
  cairo_surface_destroy (surface);
}

int
main (void)
{
  HearthPaper paper = { .sizes = g_array_new (FALSE, FALSE, sizeof (HearthDecodeSize)) };
  HearthDecodeRequest request;

  confine ();
  if (!read_all (&request, sizeof request))
    return EXIT_FAILURE;
  open_paper (&request, &paper);
  while (read_all (&request, sizeof request))
    {
      confine_allow_time ();
      render (&request, &paper);
    }
  return EXIT_SUCCESS;
}
