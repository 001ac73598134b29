/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on which page. Private to this folder and its tests.
 */
#pragma once

#include "report/layout.h"
#include "report/paginate.h"

G_BEGIN_DECLS

/** @y: from the body's upper edge; @repeated: a table's head once more. */
typedef struct {
  const HearthStrip *strip;
  double y;
  bool repeated;
} HearthPlaced;

/** @placed: of #HearthPlaced, downwards */
typedef struct {
  GArray *placed;
} HearthPage;

const HearthLayout *hearth_pages_get_layout (HearthPages *pages);
const HearthPage *hearth_pages_get_page (HearthPages *pages, unsigned int nth);

/** The words at the head and foot of page @nth, transfer full. */
typedef struct {
  char *head_start, *head_end;
  char *foot_start, *foot_end;
  char *seal; /* anchor and hash */
} HearthRunning;

void hearth_pages_get_running (HearthPages *pages, unsigned int nth, HearthRunning *running);
void hearth_running_clear (HearthRunning *running);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HearthRunning, hearth_running_clear)

typedef struct _HearthTags HearthTags;

/** As hearth_pages_paint (); @tags: (nullable): also writes down what is what, for a tagged PDF. */
void hearth_pages_paint_tagged (HearthPages *pages, unsigned int nth, cairo_t *cr, HearthTags *tags);

G_END_DECLS
