/* SPDX-License-Identifier: GPL-3.0-or-later
 * An attached file as pixels, made by a program that holds no keys (src/decode).
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_DECODER_ERROR_EMPTY,
  HEARTH_DECODER_ERROR_UNKNOWN,     /* neither a picture nor a PDF */
  HEARTH_DECODER_ERROR_UNSUPPORTED, /* a picture of a kind that nothing here reads */
  HEARTH_DECODER_ERROR_DAMAGED,
  HEARTH_DECODER_ERROR_PASSWORD,
  HEARTH_DECODER_ERROR_TOO_LARGE, /* too many pixels or pages */
  HEARTH_DECODER_ERROR_SLOW,      /* took too much time */
  HEARTH_DECODER_ERROR_DIED,      /* the other program ended, or answered nonsense */
  HEARTH_DECODER_ERROR_MISSING,   /* there is no other program */
} HearthDecoderError;

#define HEARTH_DECODER_ERROR (hearth_decoder_error_quark ())
GQuark hearth_decoder_error_quark (void);

/** What @error of this file means and what to do next, in the reader's language; those of the store too. Transfer
 * full. */
char *hearth_decoder_error_to_sentence (const GError *error);

#define HEARTH_TYPE_DECODER (hearth_decoder_get_type ())
G_DECLARE_FINAL_TYPE (HearthDecoder, hearth_decoder, HEARTH, DECODER, GObject)

/** Starts the program and gives it @content, which is taken apart there. */
void hearth_decoder_open_async (GBytes *content,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
HearthDecoder *hearth_decoder_open_finish (GAsyncResult *result, GError **error);

/** Ends the program; what was asked for and not answered is cancelled. Also at the last unref. */
void hearth_decoder_close (HearthDecoder *decoder);

/** Whether it is one picture, rather than the pages of a PDF. */
gboolean hearth_decoder_is_picture (HearthDecoder *decoder);
unsigned int hearth_decoder_get_n_pages (HearthDecoder *decoder);
/** Size of page @nth, from 0: in pixels of a picture, points of a PDF. */
void hearth_decoder_get_size (HearthDecoder *decoder, unsigned int nth, double *width, double *height);

/** Page @nth, @width pixels wide or as near to that as is allowed. Answered in the order of asking. */
void hearth_decoder_render_async (HearthDecoder *decoder,
                                  unsigned int nth,
                                  double width,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GdkTexture *hearth_decoder_render_finish (HearthDecoder *decoder, GAsyncResult *result, GError **error);

G_END_DECLS
