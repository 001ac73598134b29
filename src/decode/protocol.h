/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the program and its decoder say to each other over two pipes: only fixed structs and pixels.
 */
#pragma once

#include <stdint.h>

/* Each side runs on the same machine, from the same build: native byte order. The program believes none of it:
 * it checks every number against what it asked for and what it received. */

/** Asked. OPEN comes first, once; @n_bytes of the file follow. RENDER may come any number of times. */
typedef enum {
  HEARTH_DECODE_OPEN = 1,
  HEARTH_DECODE_RENDER,
} HearthDecodeCommand;

typedef struct {
  uint32_t command;
  uint32_t page; /* from 0 */
  uint32_t width, height; /* pixels; both scale the whole page */
  uint64_t n_bytes;
} HearthDecodeRequest;

typedef enum {
  HEARTH_DECODE_OK = 0,
  HEARTH_DECODE_UNKNOWN, /* neither a picture nor a PDF */
  HEARTH_DECODE_UNSUPPORTED, /* a picture of a kind that nothing here reads */
  HEARTH_DECODE_DAMAGED,
  HEARTH_DECODE_PASSWORD,
  HEARTH_DECODE_TOO_LARGE, /* too many pixels or pages */
  HEARTH_DECODE_N_STATUS,
} HearthDecodeStatus;

typedef enum {
  HEARTH_DECODE_PICTURE = 1,
  HEARTH_DECODE_PDF,
} HearthDecodeKind;

/**
 * OPEN is answered with @kind and, in @n_bytes, a HearthDecodeSize for each page; RENDER with @width and @height as
 * asked, and then four bytes for each pixel: as cairo's ARGB32, premultiplied, rows without gaps.
 */
typedef struct {
  uint32_t status;
  uint32_t kind;
  uint32_t width, height;
  uint64_t n_bytes;
} HearthDecodeReply;

/** A page's size: pixels of a picture, points of a PDF. */
typedef struct {
  float width, height;
} HearthDecodeSize;

#define HEARTH_DECODE_MOST_BYTES ((uint64_t) 200 * 1000 * 1000)
#define HEARTH_DECODE_MOST_PAGES 1000
/* Of a page. */
#define HEARTH_DECODE_LONGEST_SIDE 100000.0f
/* Of what is asked for: 64 MB. */
#define HEARTH_DECODE_MOST_WIDTH 8192
#define HEARTH_DECODE_MOST_PIXELS ((uint64_t) 16 * 1024 * 1024)
/* Of a picture as it is in the file: beyond the largest cameras of telephones, within the memory allowed. */
#define HEARTH_DECODE_MOST_SOURCE_PIXELS ((uint64_t) 128 * 1000 * 1000)
