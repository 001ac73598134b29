/* SPDX-License-Identifier: GPL-3.0-or-later
 * The languages that this computer can write reports in.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * hearth_languages_list:
 * @chosen: a tag that is listed in any case, or ""
 * @tags: (out) (transfer full): the BCP 47 tag of each row; "" for that of the desktop comes first
 *
 * Returns: (transfer full): a #GtkStringList of the names, each in its own language
 */
GListModel *hearth_languages_list (const char *chosen, GStrv *tags);

G_END_DECLS
