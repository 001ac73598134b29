/* SPDX-License-Identifier: GPL-3.0-or-later
 * One attached file: a picture, the pages of a PDF, or text, shown from memory.
 */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define HEARTH_TYPE_ATTACHMENT_PAGE (hearth_attachment_page_get_type ())
G_DECLARE_FINAL_TYPE (HearthAttachmentPage,
                      hearth_attachment_page,
                      HEARTH,
                      ATTACHMENT_PAGE,
                      AdwNavigationPage)

/**
 * hearth_attachment_page_new:
 *
 * Opens the attachment with @id, or says why not. Actions: page.zoom-in, page.zoom-out, page.zoom-fit, page.turn,
 * page.save (a copy outside the house, for who may export).
 */
HearthAttachmentPage *hearth_attachment_page_new (HearthStore *store, const char *id);

G_END_DECLS
